"""What fills Informes under its head: a table with its panel, the summary, alerts, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from poadesk.plan.office import is_office
from poadesk.plan.reports.evaluation import Evaluation
from poadesk.printing.screen.reports.alerts_page import AlertsPage
from poadesk.printing.screen.reports.evaluation_panel import EvaluationPanel
from poadesk.printing.screen.reports.grid import ReportGrid
from poadesk.printing.screen.reports.making import Made
from poadesk.printing.screen.reports.model import ReportModel
from poadesk.printing.screen.reports.row_panel import RowPanel
from poadesk.printing.screen.reports.sections import (
    ALERTS,
    LEFT_OUT,
    SUMMARY,
    WITH_PANEL,
    table_of,
)
from poadesk.printing.screen.reports.sorting import Filter, nothing_words
from poadesk.printing.screen.reports.summary_page import SummaryPage
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme

_PANEL, _LEAST_PANEL, _MOST_PANEL = 300, 240, 520  # pixels at 100 % text size
_LEAST_HEIGHT = 120


class ReportBody(QStackedWidget):
    """`row_wanted` carries the row of the table that the person wants to open."""

    row_wanted = Signal(int)
    filter_off = Signal()
    step_wanted = Signal(str)

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self.made: Made | None = None
        self.section = ""
        self.model = ReportModel(self)
        self.grid = ReportGrid(self.model)
        self.caution = label("", "small", "text2")
        self.row_panel = RowPanel(open_plan)
        self.evaluation_panel = EvaluationPanel(open_plan)
        self.panels = QStackedWidget()
        self.summary = SummaryPage(open_plan.words)
        self.alerts = AlertsPage(open_plan.words)
        self._nothing = self._nothing_found()
        self._all_in = EmptyState("Todas las actividades están en el informe", icon="done")
        self._no_rows = self._no_activities(open_plan)
        self._waiting = QWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        for page in (self._waiting, self._split, self.summary, self.alerts):
            self.addWidget(page)
        for state in (self._nothing, self._all_in, self._no_rows):
            self.addWidget(state)
        self._put_panel_beside_table()
        self.grid.row_chosen.connect(self._show_chosen)
        self.grid.wanted.connect(self.row_wanted)

    def show_report(self, made: Made, section: str, wanted: Filter, with_panel: bool) -> None:
        """Show a section of a report through a filter."""
        self.made, self.section = made, section
        is_evaluation = isinstance(made.report, Evaluation)
        self.panels.setCurrentWidget(self.evaluation_panel if is_evaluation else self.row_panel)
        self.panels.setVisible(with_panel and section in WITH_PANEL)
        self.setCurrentWidget(self._page(made, section, wanted))
        self._show_chosen(self.grid.currentIndex().row())

    def minimumSizeHint(self) -> QSize:
        # Not that of the highest page, which would take the room of what stands above.
        return QSize(theme().px(200), theme().px(_LEAST_HEIGHT))

    def focus(self) -> None:
        """Put the focus on what is shown."""
        if self.currentWidget() is self._split:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.currentWidget() is self.alerts and self.alerts.rows:
            self.alerts.focus_row()
        elif self.currentWidget() is self.summary:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild()

    def show_row(self, row_id: str) -> bool:
        """Make the row of an activity or goal the current one; say whether it is there."""
        row = self.model.row_of(row_id)
        if row is None or self.currentWidget() is not self._split:
            return False
        self.grid.go_to_row(row)
        return True

    def _page(self, made: Made, section: str, wanted: Filter) -> QWidget:
        if not made.has_activities:
            return self._no_rows
        if section == SUMMARY:
            self.summary.show_report(made)
            return self.summary
        if section == ALERTS:
            self.alerts.show_alerts(made.alerts, wanted.words)
            return self.alerts
        return self._table_page(made, section, wanted)

    def _table_page(self, made: Made, section: str, wanted: Filter) -> QWidget:
        at = table_of(made.wish.kind, section)
        assert at is not None
        shown = made.tables[at]
        if section == LEFT_OUT and not shown.table.lines:
            return self._all_in
        self.model.show(shown, wanted)
        self.caution.setText(shown.table.caution)
        self.caution.setVisible(bool(shown.table.caution))
        if self.model.found:
            return self._split
        self._nothing.explain(nothing_words(wanted))
        return self._nothing

    def _show_chosen(self, row: int) -> None:
        if self.made is None or self.section not in WITH_PANEL:
            return
        is_total = 0 <= row < self.model.rowCount() and self.model.is_closing(row)
        known = 0 <= row < self.model.rowCount() and not is_total
        row_id = self.model.line(row).row_id if known else ""
        if isinstance(self.made.report, Evaluation):
            self.evaluation_panel.show_row(self.made, row_id)
        else:
            self.row_panel.show_row(self.made, row_id, is_total or not row_id)

    def _put_panel_beside_table(self) -> None:
        table = QWidget(self._split)
        self._split.addWidget(self.panels)
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        self.caution.setContentsMargins(16, 6, 16, 6)
        column.addWidget(self.caution)
        for panel in (self.row_panel, self.evaluation_panel):
            self.panels.addWidget(panel)
        self.panels.setMinimumWidth(theme().px(_LEAST_PANEL))
        self.panels.setMaximumWidth(theme().px(_MOST_PANEL))
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([theme().px(1200), kept_width("reports", _PANEL)])
        keep_pane(self._split, 1, lambda: "reports")

    def _no_activities(self, open_plan: OpenPlan) -> EmptyState:
        state = EmptyState(
            "Todavía no hay actividades que informar",
            "Los informes salen de las actividades del plan y de lo que se registra de ellas.",
            "outline",
        )
        step, title = "goals", open_plan.words.step_titles.get("goals", "Metas y actividades")
        if is_office(open_plan.plans):
            step, title = "deliveries", "Entregas"
        state.add_action(f"Ir a {title}", lambda: self.step_wanted.emit(step))
        return state

    def _nothing_found(self) -> EmptyState:
        state = EmptyState("Nada coincide con el filtro", icon="search")
        state.add_action("Quitar el filtro", self.filter_off.emit, "normal")
        return state
