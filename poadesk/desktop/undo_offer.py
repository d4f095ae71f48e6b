"""Offers for some seconds to take back what was just done, and never anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from poadesk.widgets.notice import Notice, show_notice
from poadesk.widgets.open_plan import OpenPlan

if TYPE_CHECKING:
    from poadesk.desktop.plan_view import PlanView

_LATER = "Después escribió algo más. Con Ctrl+Z se deshace paso por paso."


def offer_undo(view: PlanView, open_plan: OpenPlan, sentence: str, sign: str = "trash") -> None:
    """Say what was done, with a button that takes it back as long as it is the last step."""
    offer = UndoOffer(view, open_plan)
    offer.stand_in(show_notice(view, sentence, offer.undo, sign))


class UndoOffer(QObject):
    """Belongs to the step that is the last one now; with the next step its notice goes away."""

    def __init__(self, view: PlanView, open_plan: OpenPlan) -> None:
        super().__init__(view)
        self._view = view
        self._open_plan = open_plan
        self._step = open_plan.next_undo()
        self._notice: Notice | None = None

    def stand_in(self, notice: Notice) -> None:
        """Live as long as the notice."""
        self._notice = notice
        self.setParent(notice)
        self._open_plan.saved.connect(self._follow)

    def undo(self) -> None:
        """Take the step back; what was typed meanwhile comes before it, and is not touched."""
        self._open_plan.save_waiting()
        if self._open_plan.next_undo() == self._step:
            self._view.undo_wanted.emit()
        else:
            show_notice(self._view, _LATER, sign="undo")

    def _follow(self) -> None:
        if self._notice is not None and self._open_plan.next_undo() != self._step:
            self._notice.leave()
