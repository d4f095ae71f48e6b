"""Remarks as cards one below the other, made anew when one of them changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from poadesk.plan.model import Remark
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_card import RemarkCard
from poadesk.widgets.remarking import remark_card


def show_where_it_is(widget: QWidget, wanted: bool) -> None:
    """Show or hide a widget; one that stands nowhere yet would become a window of its own."""
    if not wanted or widget.parentWidget() is not None:
        widget.setVisible(wanted)


class RemarkList(QWidget):
    """The cards of some remarks of the chosen plan; hidden without any.

    `listed` says which; `jump_wanted` carries the remark to whose place the person goes;
    `emptied` when the last card goes away with the focus in it.
    """

    jump_wanted = Signal(object)
    emptied = Signal()

    def __init__(
        self,
        open_plan: OpenPlan,
        listed: Callable[[], Sequence[Remark]],
        can_jump: bool = True,
    ) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._listed = listed
        self._can_jump = can_jump
        self._shown: tuple[object, ...] = ()
        self.cards: list[RemarkCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now; a card whose remark is the same stays as it is."""
        remarks = tuple(self._listed())
        state = (*remarks, self._open_plan.reading.numbers if remarks else None)
        if state == self._shown:
            return
        self._shown = state
        kept = {card.remark: card for card in self.cards}
        self.cards = [kept.pop(one) if one in kept else self._made(one) for one in remarks]
        for at, card in enumerate(self.cards):
            self._column.insertWidget(at, card)
            card.show()
        self._keep_focus(list(kept.values()))
        show_where_it_is(self, bool(remarks))
        for card in kept.values():
            self._column.removeWidget(card)
            card.retire()

    def save_waiting(self) -> None:
        """Keep what is half written in a card, before the cards of another row take its place."""
        for card in self.cards:
            card.save_waiting()

    def _keep_focus(self, outgoing: Sequence[RemarkCard]) -> None:
        """Hand the focus on before it is lost with a card: it would go on to another row."""
        focus = QApplication.focusWidget()
        gone = next((one for one in outgoing if focus and one.isAncestorOf(focus)), None)
        if gone is None:
            return
        same = [card for card in self.cards if card.remark.id == gone.remark.id]
        if self.cards:
            (same or self.cards)[0].take_focus()
        else:
            self.emptied.emit()

    def _made(self, remark: Remark) -> RemarkCard:
        card = remark_card(self._open_plan, self._open_plan.plan, remark)
        if self._can_jump:
            card.jump_wanted.connect(self.jump_wanted)
        else:
            card.hide_jump()
        return card
