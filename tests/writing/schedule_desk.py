"""The cronograma in a window, the file below it, and the fingers of a person."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from schedule_plans import file_with, months_of, read, weeks_of

from poadesk.plan.schedule import planned
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.grid_sentence import Sentence
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule.columns import Cell
from poadesk.writing.screen.schedule.screen import ScheduleScreen

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class ScheduleDesk:
    """A screen in a window, the file below it, and the fingers of a person."""

    def __init__(self, qtbot, folder, plan, read_only=False):
        self.qtbot = qtbot
        self.file = file_with(folder, plan)
        if read_only:
            self.file.close()
            self.file = PlanFile.open(folder / "plan.poa", read_only=True)
        self.open_plan = OpenPlan(self.file)
        self.screen = ScheduleScreen(self.open_plan)
        self.view = self.screen.view
        self.model = self.view.schedule
        QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.screen
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1192, 800)
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()

    def at(self, name, month, week=0):
        index = self.model.index_of(Cell(name, month, week))
        assert index.isValid()
        return index

    def go(self, name, month, week=0):
        self.view.go_to(self.at(name, month, week))
        self.view.setFocus()

    def click(self, name, month, week=0, **how):
        index = self.at(name, month, week)
        self.view.scrollTo(index)
        place = self.view.visualRect(index).center()
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place, **how)

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def drag(self, start, *places):
        """Press in a cell, pass over others, let go in the last; each is (name, month, week)."""
        self.drag_to(self.middle(*start), *(self.middle(*place) for place in places))

    def drag_to(self, *points, let_go=True):
        """Press at a point of the grid, pass over others, let go at the last."""
        self.mouse(QEvent.Type.MouseButtonPress, points[0])
        for point in points[1:]:
            self.mouse(QEvent.Type.MouseMove, point)
        if let_go:
            self.mouse(QEvent.Type.MouseButtonRelease, points[-1])

    def mouse(self, kind, point):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        over = self.view.viewport().mapToGlobal(point)
        button = none if kind == QEvent.Type.MouseMove else left
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        modifier = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, QPointF(point), QPointF(over), button, held, modifier)
        QApplication.sendEvent(self.view.viewport(), event)

    def middle(self, name, month, week=0):
        return self.view.visualRect(self.at(name, month, week)).center()

    def painted(self, name="a"):
        """{column: thousandths} as the grid paints them, while the button is held."""
        return dict(self.model.values(self.model.line_of(name)))

    def type(self, text):
        for letter in text:
            self.qtbot.keyClicks(QApplication.focusWidget(), letter)

    def months(self, name="a"):
        return months_of(read(self.file, name))

    def weeks(self, name="a"):
        return weeks_of(read(self.file, name))

    def plan_of_months(self, name="a"):
        """{month number: thousandths}."""
        return {int(month[5:]): value for month, value in planned(read(self.file, name)).items()}

    def current(self):
        cell = self.model.cell(self.view.currentIndex())
        return cell and (cell.activity_id, cell.month)

    def refusal(self):
        """The sentence beside the chosen cells, or "" when none stands there."""
        found = self.view.findChildren(Sentence)
        return "".join(each.words for each in found if each.isVisible())

    def sum(self, name):
        return self.model.rows[self.model.line_of(name)].sum

    def says(self, sentence):
        return sentence in [label.text() for label in self.screen.findChildren(QLabel)]

    def last_step(self):
        return self.file.journal.next_undo().label
