"""The remarks of one place of a plan, at that place: to write, to read, to answer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from poadesk.plan.model import Remark
from poadesk.plan.remarks import place_words
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import SHADOW, Overlay
from poadesk.widgets.remark_card import OFFICE, RemarkCard, WordsEditor
from poadesk.widgets.remarking import can_write, remark_card, side_of, write
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme

_WIDTH, _MOST, _FIRST_LINES = 380, 320, 56  # pixels at 100 % text size
_NOTHING = "Planificación no ha observado nada aquí."


class RemarkPopup(Overlay):
    """Stands below `at`, a place of the window."""

    def __init__(
        self, window: QWidget, open_plan: OpenPlan, row_id: str, field: str, at: QRect
    ) -> None:
        super().__init__(window, "Observaciones de este lugar")
        self._open_plan = open_plan
        self._row_id, self._field, self._at = row_id, field, at
        self.cards: list[RemarkCard] = []
        self._title = label(self._place_words(), "label", "text2")
        self._area = ScrolledPage(self, "surface")
        self._list = self._area.column
        self.nothing = label(_NOTHING, "grid", "text2")
        self.editor = WordsEditor("Observación", "", "Guardar", "Qué hay que mirar o corregir")
        self.editor.written.connect(self._write)
        self.editor.given_up.connect(self._give_up)
        self._is_writing = False
        self._writes = side_of(open_plan) == OFFICE and can_write(open_plan)
        self._lay_out()
        open_plan.changed.connect(self._follow)
        open_plan.saving_wanted.connect(self._save_waiting)
        self._show()

    def show_here(self) -> None:
        """Open with the focus where something can be written."""
        first: QWidget = self.editor.field if self._writes else self
        if not self._writes and self.cards:
            first = next(iter(self.cards[0].findChildren(QWidget, "answer")), self)
        self.open(first)

    def place(self) -> None:
        """Stand below the place, or above it where there is no room below."""
        room = self._over.rect()
        wide = min(theme().px(_WIDTH), room.width() - 16) + 2 * SHADOW
        self._fit_cards(wide - 2 * SHADOW - 16)
        self.fit_height(wide)
        below = self._at.bottom() + 4 - SHADOW
        above = self._at.top() - self.height() + SHADOW - 4
        top = below if below + self.height() <= room.height() + SHADOW else above
        left = min(max(8, self._at.left()), room.width() - wide + SHADOW)
        self.move(left - SHADOW, max(8 - SHADOW, top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()

    def leave(self, give_back: bool = True) -> None:
        """Close the panel; what was written and not given up is kept."""
        if self.isHidden():
            return
        for card in self.cards:
            card.save_waiting()
        self._save_waiting()
        if not self.editor.words():  # what the disk did not take stays in sight
            super().leave(give_back)

    def _give_up(self) -> None:
        self.editor.field.clear()
        self.leave()

    def _save_waiting(self) -> None:
        if self._writes and self.editor.words():
            self._write(self.editor.words())

    def _write(self, words: str) -> None:
        if self._is_writing:  # whoever writes asks all to save before
            return
        self._is_writing = True
        try:
            plan = self._open_plan.plan
            is_kept = write(self._open_plan, plan, self._row_id, self._field, words)
        finally:
            self._is_writing = False
        if is_kept:
            self.editor.field.clear()
            self.leave()

    def _follow(self) -> None:
        if self.isVisible():
            self._show()
            self.place()

    def _show(self) -> None:
        remarks = self._remarks()
        shown = [card.remark for card in self.cards]
        if shown == list(remarks) and shown:
            return
        outgoing, focus = self.cards, QApplication.focusWidget()
        self.cards = [remark_card(self._open_plan, self._open_plan.plan, one) for one in remarks]
        for at, card in enumerate(self.cards):
            card.hide_jump()
            self._list.insertWidget(at, card)
            card.resized.connect(self.place)
            card.show()
        if self.cards and any(focus and card.isAncestorOf(focus) for card in outgoing):
            self.cards[0].take_focus()
        for card in outgoing:
            self._list.removeWidget(card)
            card.retire()
        self._area.setVisible(bool(remarks))
        self.nothing.setVisible(not remarks and not self._writes)

    def _remarks(self) -> tuple[Remark, ...]:
        return self._open_plan.reading.remarks_at(self._row_id, self._field, resolved=True)

    def _place_words(self) -> str:
        place = Remark(id="", about_id=self._row_id, about_field=self._field)
        reading = self._open_plan.reading
        return place_words(reading.plan, place, reading.numbers, self._open_plan.words)

    def _fit_cards(self, wide: int) -> None:
        self._list.activate()
        high = self._list.totalHeightForWidth(wide)
        self._area.setFixedHeight(min(theme().px(_MOST), max(high, 1)))

    def _lay_out(self) -> None:
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        for widget in (self._title, self._area, self.nothing, self.editor):
            self.column.addWidget(widget)
        self.editor.setVisible(self._writes)


def place_in(window: QWidget, widget: QWidget | None) -> QRect:
    """Return where a widget is in its window; the middle where there is none."""
    if widget is None or not window.isAncestorOf(widget):
        middle = window.rect().center()
        return QRect(middle, middle)
    if isinstance(widget, QAbstractItemView):  # the row in which the person is
        row = widget.visualRect(widget.currentIndex())
        return QRect(widget.viewport().mapTo(window, row.topLeft()), row.size())
    # Of a tall text the first lines: below its end there is seldom room.
    high = min(widget.height(), theme().px(_FIRST_LINES))
    return QRect(widget.mapTo(window, QPoint(0, 0)), QSize(widget.width(), high))
