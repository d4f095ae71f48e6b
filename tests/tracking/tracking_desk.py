"""The tracking screen in a window, the file below it, and the fingers of a person."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from tracking_plans import amounts, file_with, read

from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.screen.painting import halves
from poadesk.tracking.screen.tracking_screen import TrackingScreen
from poadesk.widgets.grid_sentence import Sentence
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import Overlay

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2027, 10, 12)


class TrackingDesk:
    """A screen whose cut-off is September 2027, seen on the 12th of October."""

    def __init__(self, qtbot, folder, *plans, read_only=False, size=(1192, 800), today=TODAY):
        self.qtbot = qtbot
        self.file = file_with(folder, *plans)
        if read_only:
            self.file.close()
            self.file = PlanFile.open(folder / "plan.poa", read_only=True)
        self.open_plan = OpenPlan(self.file)
        self.screen = TrackingScreen(self.open_plan, lambda: today)
        self.view = self.screen.view
        self.model = self.view.tracking
        QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.screen
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.choose_cut_off("2027-09")
        self.screen.arrive()

    def choose_cut_off(self, month):
        """Choose a month in the drop-down, as its entry does."""
        at = self.screen._cut_off.months.index(month)
        self.screen.header.months.actions()[at].trigger()

    def at(self, name, month):
        index = self.model.index_of(name, f"2027-{month:02d}")
        assert index.isValid()
        return index

    def go(self, name, month, is_upper=False):
        self.view.choose_line(is_upper)
        self.view.go_to(self.at(name, month))
        self.view.setFocus()

    def click(self, name, month, is_upper=False):
        index = self.at(name, month)
        self.view.scrollTo(index)
        place = halves(self.view.visualRect(index))[0 if is_upper else 1].center()
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text):
        for letter in text:
            self.qtbot.keyClicks(QApplication.focusWidget(), letter)

    def paste(self, text):
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, modifier=CONTROL)

    def done(self, name="a"):
        return amounts(read(self.file, name), "done_thousandths")

    def money(self, column, name="a"):
        return amounts(read(self.file, name), f"{column}_cents")

    def current(self):
        place = self.view.place()
        return place and (place.activity_id, int(place.month[5:]), place.field)

    def choose_money(self):
        self.screen.header.kinds.changed.emit("financial")

    def refusal(self):
        """The sentence beside the chosen cells, or "" when none stands there."""
        found = self.view.findChildren(Sentence)
        return "".join(each.words for each in found if each.isVisible())

    def aloud(self, name, month):
        return self.at(name, month).data(Qt.ItemDataRole.AccessibleTextRole)

    def counts(self):
        """{state: activities} of the filter pills; "" is all of them."""
        return {pill.words.key: pill.words.count for pill in self.screen.pills.buttons}

    def names(self):
        return [row.id for row in self.model.rows if row.activity is not None]

    def color(self, name, month, lower=True):
        """The colour in the middle of a line of a cell, as it is painted."""
        area = halves(self.view.visualRect(self.at(name, month)))[1 if lower else 0]
        picture = self.view.viewport().grab().toImage()
        point = area.center() if not isinstance(area, QPoint) else area
        return picture.pixelColor(point).name().upper()

    def picture(self, name, month):
        """The lower line of a cell as an image."""
        area = halves(self.view.visualRect(self.at(name, month)))[1]
        return self.view.viewport().grab(area.adjusted(3, 2, -4, -2)).toImage()

    def panel(self, kind):
        found = [each for each in self.screen.findChildren(kind) if each.isVisible()]
        assert len(found) == 1
        assert isinstance(found[0], Overlay)
        return found[0]

    def last_step(self):
        return self.file.journal.next_undo().label
