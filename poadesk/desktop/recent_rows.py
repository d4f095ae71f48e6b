"""The recent plans of the start page: a card for the last one, a row for each of the others."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.desktop.start_rows import StartRow, add_words
from poadesk.plan.step_names import ATTENTION
from poadesk.widgets.buttons import Button
from poadesk.widgets.chips import Chip
from poadesk.widgets.labels import Label, tooltip
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.step_foot import ProgressSegments, progress_sentence
from poadesk.widgets.theme import theme

_FOLDED = 1000  # pixels of a window below which the progress stands under the words
_PROGRESS, _MOMENT = 244, 76  # pixels
_SHEET = (52, 68)
_SHEET_OF_CARD = (104, 136)
_FAINT = 0.45


class RecentPlan(NamedTuple):
    """A plan opened lately, in words for the list, and the states of its steps if known."""

    path: str
    title: str
    unit: str
    where: str
    when: str
    states: tuple[str, ...] = ()


class RecentRow(StartRow):
    """Title, unit, where it is, how far it is and when it was open."""

    remove_wanted = Signal()
    title_role = "heading2"
    sheet = _SHEET

    def __init__(self, plan: RecentPlan) -> None:
        super().__init__(", ".join(part for part in (plan.title, plan.unit, plan.when) if part))
        self.plan = plan
        self.is_missing = False
        self.setAccessibleDescription(f"{plan.where}. {progress_words(plan.states)}".strip(". "))
        tooltip(self, plan.path)
        self._chip = Chip("No se encuentra", "missing")
        self._chip.hide()
        self._row = QHBoxLayout(self)
        self._words: list[Label] = []
        self._lay_out()
        self._dress()
        theme().changed.connect(self._dress)

    def show_missing(self) -> None:
        """Grey the plan out: its file is not there now."""
        self.is_missing = True
        self._chip.show()
        for words in self._words:
            words.set_color("text3")
        self.setAccessibleName(f"{self.accessibleName()}, no se encuentra")
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        choices = menu(parent=self)
        choices.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_entry(choices, "Abrir este plan", self.click, icon="folder-open")
        add_entry(choices, "Quitar de la lista", self.remove_wanted.emit, "Del", "close")
        choices.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # By the window and not by the row, whose width follows from what is decided here.
        self.fold(self.window().width() < theme().px(_FOLDED))

    def fold(self, is_narrow: bool) -> None:
        """Put the progress under the words where there is no room for it beside."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._progress.setMinimumWidth(0 if is_narrow else theme().px(_PROGRESS))
        right = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        self._moment.setAlignment(right | Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, self.ground())
        self.paint_plan(painter)

    def ground(self) -> str | None:
        """Return the colour while nothing happens."""
        return None

    def paint_plan(self, painter: QPainter) -> None:
        """Draw the sheet, faint while the file is not there."""
        px = theme().px
        painter.setOpacity(_FAINT if self.is_missing else 1.0)
        _paint_sheet(painter, QRectF(px(16), px(14), px(self.sheet[0]), px(self.sheet[1])))

    def add_title(self, column: QVBoxLayout) -> None:
        """Add the title, the chip below it where the file is missing, and the unit."""
        title = add_words(column, self.plan.title, self.title_role, "text")
        column.addWidget(self._chip)
        self._words = [title, add_words(column, self.plan.unit, "grid", "text2")]

    def segments(self) -> ProgressSegments:
        """Return the bars of the steps."""
        result = ProgressSegments()
        result.set_states(self.plan.states)
        result.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return result

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        self.add_title(column)
        add_words(column, self.plan.where, "small", "text3")
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self._progress = QWidget()
        self._progress.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.plan.states:
            self._row.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignTop)
            self._fill_progress()
        self._moment = add_words(self._row, self.plan.when, "small", "text2")
        self._moment.setWordWrap(False)

    def _fill_progress(self) -> None:
        column = QVBoxLayout(self._progress)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.segments())
        add_words(column, progress_words(self.plan.states), "small", "text2")

    def _dress(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(32 + self.sheet[0]), px(14), px(16), px(14))
        self._row.setSpacing(px(16))
        self.setMinimumHeight(px(28 + self.sheet[1]))
        self._progress.setMaximumWidth(px(_PROGRESS))
        self._moment.setMinimumWidth(px(_MOMENT))


class ContinueCard(RecentRow):
    """The plan that was open last, as a card with one button."""

    title_role = "heading"
    sheet = _SHEET_OF_CARD

    def __init__(self, plan: RecentPlan) -> None:
        super().__init__(plan)
        # The button in it is where the keyboard stops; the card is as large only for the mouse.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.go_on)

    def ground(self) -> str | None:
        return "window"

    def fold(self, is_narrow: bool) -> None:
        sheet = _SHEET if is_narrow else _SHEET_OF_CARD
        if sheet != self.sheet:
            self.sheet = sheet
            self._dress()

    def _lay_out(self) -> None:
        plan = self.plan
        self.go_on = Button("Continuar", "primary")
        self.go_on.setAccessibleName(f"Continuar con {plan.title} {plan.unit}".strip())
        self.go_on.clicked.connect(lambda: self.click())
        column = QVBoxLayout()
        column.setSpacing(2)
        self.add_title(column)
        where = " · ".join(part for part in (plan.where, plan.when) if part)
        add_words(column, where, "small", "text3")
        column.addSpacing(12)
        column.addStretch(1)
        if plan.states:
            column.addWidget(self.segments())
            column.addSpacing(10)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        words = add_words(foot, progress_words(plan.states), "strong", "text")
        foot.setStretchFactor(words, 1)
        foot.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch(0 if plan.states else 1)
        foot.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)
        self._row.addLayout(column, 1)

    def _dress(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(40 + self.sheet[0]), px(16), px(20), px(16))
        self.setMinimumHeight(px(32 + self.sheet[1]))

    def paint_plan(self, painter: QPainter) -> None:
        px = theme().px
        painter.setOpacity(_FAINT if self.is_missing else 1.0)
        _paint_sheet(painter, QRectF(px(20), px(16), px(self.sheet[0]), px(self.sheet[1])))


def progress_words(states: tuple[str, ...]) -> str:
    """For example "5 de 9 pasos completos · 1 por corregir"; "" where nothing is known."""
    if not states:
        return ""
    wrong = states.count(ATTENTION)
    return progress_sentence(states) + (f" · {wrong} por corregir" if wrong else "")


def _paint_sheet(painter: QPainter, sheet: QRectF) -> None:
    """A sheet of paper with the lines of a cover."""
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(theme().color("paper"))
    painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("mark_line"))
    unit = sheet.width() / _SHEET[0]
    for width, top in ((28, 18), (20, 26), (28, 44)):
        bar = QRectF(0, 0, width * unit, 2 * max(1.0, unit * 0.75))
        bar.moveCenter(QPointF(sheet.center().x(), sheet.top() + top * unit))
        painter.drawRect(bar)
