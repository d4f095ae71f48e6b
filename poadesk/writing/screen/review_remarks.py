"""In Revisar: what the planning office observes of the plan, with jump, answer and mark."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Remark
from poadesk.plan.remarks import OPEN
from poadesk.widgets.chips import Badge
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_list import RemarkList, show_where_it_is

_STATES = ("open", "answered", "resolved")


class ReviewRemarks(QWidget):
    """All remarks, those that wait for an answer first; hidden while there are none."""

    jump_wanted = Signal(object)

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._badge = Badge(0)
        self.list = RemarkList(open_plan, self._in_order)
        self.list.jump_wanted.connect(self.jump_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 0)
        head.setSpacing(10)
        head.addWidget(label("Observaciones de Planificación", "objective", wrap=False))
        head.addWidget(self._badge)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Show the remarks as they are now."""
        remarks = self._open_plan.plan.remarks
        waits = sum(remark.state == OPEN for remark in remarks)
        self._badge.set_count(waits)
        self._badge.setVisible(bool(waits))
        self.list.refresh()
        show_where_it_is(self, bool(remarks))

    def _in_order(self) -> list[Remark]:
        remarks = self._open_plan.plan.remarks
        return sorted(remarks, key=lambda one: (_STATES.index(one.state), one.position))
