"""One difference in full: the words of both revisions beside each other, or its months."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from poadesk.plan.comparing import ADDED, CHANGED, REMOVED, Difference
from poadesk.plan.comparing.difference import LOOKS_THE_SAME
from poadesk.printing.screen.compare.marked_text import MarkedText
from poadesk.printing.screen.compare.model import KIND_ICONS, said
from poadesk.printing.screen.compare.month_cells import MonthCells
from poadesk.widgets.buttons import button
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme

_BESIDE = 440  # pixels at 100 % text size in which both sides have room beside each other
# A button whose arrow comes after its words reads from right to left.
_AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_NOTHING = "Vacío"
_NOT_THERE = {ADDED: "No estaba", REMOVED: "Ya no está"}


class Side(QWidget):
    """The words of one revision below its name."""

    def __init__(self, is_new: bool) -> None:
        super().__init__()
        self.name = label("Ahora" if is_new else "Antes", "label", "text2")
        self.words = MarkedText(is_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.words)


class DifferenceDetails(ScrolledPage):
    """`jump_wanted` carries the difference whose row the person wants to see in its step."""

    jump_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("La diferencia elegida")
        self.setMinimumWidth(theme().px(215))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll a long text
        self.difference: Difference | None = None
        self.sign = picture()
        self.title = label("", "heading2")
        self.what = label("", "grid", "text2")
        self.row = label("", "grid", "text2")
        self.before = label("", "small", "text3")
        self.same = label(LOOKS_THE_SAME, "grid", "warn")
        self.note = label("", "small", "text3")
        self.old, self.new = Side(False), Side(True)
        self.jump = button("", "quiet", "arrow-right", self._jump)
        self.months: MonthCells | None = None
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._lay_out()
        theme().changed.connect(self._dress)

    def show_difference(
        self, one: Difference | None, names: tuple[str, str], note: str, jump: str
    ) -> None:
        """Show a difference; `names` are those of both revisions, `jump` words of a button."""
        self.difference = one
        self.page.setVisible(one is not None)
        if one is None:
            return
        self.title.setText(one.title)
        self.what.setText(said(one))
        _show_words(self.row, one.text if one.is_text_apart else "")
        is_renumbered = bool(one.old_number and one.new_number)
        _show_words(
            self.before,
            f"Antes tenía el número {one.old_number}."
            if is_renumbered and one.old_number != one.new_number
            else "",
        )
        self.same.setVisible(one.looks_the_same)
        _show_words(self.note, note)
        self._show_sides(one, names)
        self.jump.set_words(jump)
        self.jump.set_icon_name("arrow-right")  # after the words, which are there only now
        self.jump.setVisible(bool(jump))
        self._dress()
        self.verticalScrollBar().setValue(0)
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme().px(_BESIDE)
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._later.start()

    def _fit(self) -> None:
        # Left to itself the area learns the height of wrapped words only when it is resized.
        self.page.setMinimumHeight(self.page.heightForWidth(self.viewport().width()))

    def _show_sides(self, one: Difference, names: tuple[str, str]) -> None:
        self.old.name.setText(f"Antes · {names[0]}")
        self.new.name.setText(f"Ahora · {names[1]}")
        _show_side(self.old, one.old, one.old_spans, one)
        _show_side(self.new, one.new, one.new_spans, one)
        if self.months is not None:
            self.column.removeWidget(self.months)
            self.months.hide()
            self.months.deleteLater()
            self.months = None
        self._places.setVisible(not one.months)
        if one.months:
            self.months = MonthCells(one.months, names)
            self.column.insertWidget(self.column.indexOf(self._places) + 1, self.months)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self.title, self.what, self.row, self.before):
            words.addWidget(widget)
        head.addLayout(words, 1)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(24)
        for side in (self.old, self.new):
            self._sides.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        self._places = QWidget()
        self._places.setLayout(self._sides)
        self.column.setContentsMargins(20, 16, 20, 20)
        self.column.setSpacing(14)
        self.column.addLayout(head)
        self.column.addWidget(self._places)
        self.column.addWidget(self.same)
        self.column.addWidget(self.note)
        self.column.addWidget(self.jump, 0, _AT_THE_LEFT)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.page.hide()

    def _jump(self) -> None:
        self.jump_wanted.emit(self.difference)

    def _dress(self) -> None:
        if self.difference is not None:
            name, color = KIND_ICONS[self.difference.kind]
            self.sign.setPixmap(pixmap(name, color, 20, self.devicePixelRatioF()))


def _show_side(side: Side, words: str, spans: tuple[tuple[int, int], ...], one: Difference) -> None:
    if words:
        side.words.show_text(words, spans if one.kind == CHANGED else ())
    else:
        side.words.show_text(_NOT_THERE.get(one.kind, _NOTHING), quiet=True)


def _show_words(target: QWidget, words: str) -> None:
    target.setText(words)  # type: ignore[attr-defined]
    target.setVisible(bool(words))
