"""The resources and the indicators of one goal, as they stand beside the list of goals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from poadesk.plan.fields import show_money
from poadesk.plan.model import Goal, Plan, Row
from poadesk.plan.profiles import Profile
from poadesk.plan.totals import cost_of_goal
from poadesk.planfile.journal import Step
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_list import Destinations, RowList
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.screen.details.card import AdviceCard, advice_on
from poadesk.writing.screen.indicator_row import IndicatorRow
from poadesk.writing.screen.resource_row import ResourceHeadings, ResourceRow

_ADVICE = 520  # pixels of the cards with examples
_AROUND_FOCUS = 32


class GoalDetail(ScrolledPage):
    """The resources and the indicators of one goal."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._words = open_plan.words.noun("goal")
        self._goal_id = ""
        self._number = label("", "heading2", "accent", wrap=False)
        self._text = label("", "heading2")
        self._total = label("", "button", "text", wrap=False)
        self._headings = ResourceHeadings()
        self.resources = RowList(open_plan, "resource", self._resource, "Agregar recurso")
        self.indicators = RowList(open_plan, "indicator", self._indicator, "Agregar indicador")
        self.resources.destinations = self.indicators.destinations = self._destinations
        # Amounts are shown whole even where the window has no room for all of them.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.advice = {
            table: _advice(table, open_plan.words) for table in ("resource", "indicator")
        }
        self._lay_out()

    def show_goal(self, goal_id: str) -> None:
        """Show another goal."""
        self._open_plan.save_waiting()
        if goal_id != self._goal_id:
            self.verticalScrollBar().setValue(0)
        self._goal_id = goal_id
        self.resources.show_rows_of(goal_id)
        self.indicators.show_rows_of(goal_id)
        self.refresh()

    def refresh(self) -> None:
        """Show the words and the total of the goal again, and each amount whole."""
        self._headings.fit([row for row in self.resources.rows if isinstance(row, ResourceRow)])
        goal = self._open_plan.row(self._goal_id)
        if not isinstance(goal, Goal):
            return
        self._number.setText(self._open_plan.number(goal.id))
        self._text.setText(goal.text or f"{self._words.title} sin texto todavía")
        cost = cost_of_goal(goal)
        currency = self._open_plan.plan.currency
        words = "" if cost is None else f"Total {self._words.of}  {show_money(cost, currency)}"
        self._total.setText(words)
        self.advice["resource"].setVisible(not goal.resources)
        self.advice["indicator"].setVisible(not goal.indicators)

    def bring_focus_in_sight(self) -> None:
        """Scroll to what has the focus, if it is in here."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, theme().px(_AROUND_FOCUS))

    def least_width(self) -> int:
        """Return the width in pixels below which it would have to be scrolled sideways."""
        margins, bar = self.column.contentsMargins(), self.verticalScrollBar().sizeHint().width()
        return self._headings.least_width() + margins.left() + margins.right() + bar

    def _lay_out(self) -> None:
        column = self.column
        column.setContentsMargins(14, 16, 14, 24)
        column.setSpacing(4)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._text, 1)
        column.addLayout(title)
        column.addSpacing(12)
        column.addLayout(_section("Recursos", f"lo que hace falta para cumplir {self._words.the}"))
        column.addWidget(self._headings)
        column.addWidget(self.resources)
        column.addWidget(self.advice["resource"])
        column.addWidget(self._total, 0, Qt.AlignmentFlag.AlignRight)
        column.addSpacing(16)
        column.addLayout(_section("Indicadores", "cómo se sabrá si se cumplió"))
        column.addWidget(self.indicators)
        column.addWidget(self.advice["indicator"])
        column.addStretch(1)

    def _resource(self, row_id: str) -> ResourceRow:
        return ResourceRow(self._open_plan, row_id, self.resources.open_menu)

    def _indicator(self, row_id: str) -> IndicatorRow:
        return IndicatorRow(self._open_plan, row_id, self.indicators.open_menu)

    def _destinations(self, row: Row) -> Destinations:
        """Offer every other goal of the plan."""
        goals = [goal for goal in self._open_plan.plan.goals() if goal.id != self._goal_id]
        return [
            (
                f"Pasar {self._words.to} {self._open_plan.number(goal.id)}",
                self._mover(row.id, goal.id),
            )
            for goal in goals
        ]

    def _mover(self, row_id: str, goal_id: str) -> Callable[[Step, Plan], None]:
        def move(step: Step, plan: Plan) -> None:
            row, to = self._open_plan.row(row_id), self._open_plan.row(goal_id)
            assert row is not None
            assert isinstance(to, Goal)
            at = len(to.resources if row.TABLE == "resource" else to.indicators)
            edits.move(step, row, self._open_plan.parent_of(row_id), to, at)

        return move


def _advice(table: str, words: Profile) -> AdviceCard:
    """Return what stands below a list as long as it is empty."""
    card = AdviceCard(advice_on(table, words))
    card.setMaximumWidth(theme().px(_ADVICE))
    card.hide()
    return card


def _section(title: str, what: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(10)
    row.addWidget(label(title, "objective", wrap=False))
    row.addWidget(label(what, "small", "text3", wrap=False), 1, Qt.AlignmentFlag.AlignVCenter)
    return row
