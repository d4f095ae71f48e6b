"""What happened to the plan between the unit and the planning office, the newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Delivery, Plan
from poadesk.printing.screen.sending.words import told_of
from poadesk.widgets.labels import heading, label


class DeliveryHistory(QWidget):
    """A line for each delivery, return and approval."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Delivery, ...] = ()
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(heading("Qué ha pasado con este plan", "objective"))
        self._column.addWidget(self._rows)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Show what happened to a plan; without anything there is nothing to see."""
        self.setVisible(bool(plan.deliveries))
        if plan.deliveries == self._shown:
            return
        self._shown = plan.deliveries
        self._column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = _listed(plan)
        self._column.addWidget(self._rows)


def _listed(plan: Plan) -> QWidget:
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    newest_first = sorted(plan.deliveries, key=lambda one: one.position, reverse=True)
    for at, delivery in enumerate(newest_first):
        line = QFrame()
        line.setProperty("panel", "line")
        grid.addWidget(line, 2 * at, 0, 1, 3)
        what, when, rest = told_of(delivery, datetime.now())
        grid.addWidget(label(what, "goal", wrap=False), 2 * at + 1, 0)
        grid.addWidget(label(when, "grid", "text2", wrap=False), 2 * at + 1, 1)
        grid.addWidget(label(rest, "grid", "text2"), 2 * at + 1, 2)
    return rows
