"""Beside Ejecución and Seguimiento: the months of the activity that is chosen, drawn."""

from __future__ import annotations

from PySide6.QtCore import Signal

from poadesk.plan.fields import show_quantity
from poadesk.plan.reports.execution import Execution, ExecutionRow
from poadesk.plan.reports.progress import Progress
from poadesk.plan.reports.report_tables import state_word
from poadesk.plan.reports.table import MONEY, Column, shown_value
from poadesk.plan.reports.tracking import Tracking, TrackingRow
from poadesk.printing.screen.reports.making import SIGNS, Made
from poadesk.printing.screen.reports.month_chart import MonthAmounts, MonthChart
from poadesk.printing.screen.reports.side_panel import SidePanel
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan

_NOTHING = "Elija una actividad en la tabla para ver sus meses."
_MIXED = "La suma de todas mezcla distintas unidades de medida."


def show_money(cents: int) -> str:
    """Show an amount on the scale of a chart, in whole units of money."""
    return f"{cents // 100:,}"


class RowPanel(SidePanel):
    """`jump_wanted` when the person wants to go to the activity in Seguimiento."""

    jump_wanted = Signal()

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__("Meses de la actividad")
        self._open_plan = open_plan
        self.months = MonthChart("Programado y hecho por mes", show_quantity, "Hecho")
        self.money = MonthChart("Presupuesto y gasto por mes", show_money, "Gastado")
        self.money_title = label("Dinero", "label", "text2")
        self.caution = label("", "small", "text2")
        word = open_plan.words.noun("activity")
        self.jump = button(f"Ir {word.to}", "normal", "arrow-right", self.jump_wanted.emit)
        self.add(self.months, self.caution, self.money_title, self.money, self.jump)
        self._clear()

    def show_row(self, made: Made, row_id: str, is_total: bool) -> None:
        """Draw the activity of a row, or all of them together."""
        report = made.report
        if isinstance(report, Execution) and is_total:
            self._show_total(report)
        elif isinstance(report, Execution):
            row = next((one for one in report.rows if one.activity_id == row_id), None)
            self._show_execution(report, row)
        elif isinstance(report, Tracking):
            found = next((one for one in report.rows() if one.activity_id == row_id), None)
            self._show_tracking(report, made, found)

    def _clear(self) -> None:
        self.say("", _NOTHING)
        for widget in (self.months, self.caution, self.money_title, self.money, self.jump):
            widget.hide()

    def _show_total(self, report: Execution) -> None:
        self.say("Todo el informe", "")
        total = report.total
        self.months.set_amounts(MonthAmounts(report.period.year, total.planned, total.done))
        self.caution.setText(_MIXED)
        self._arrange(caution=True, money=False, jump=False)

    def _show_execution(self, report: Execution, row: ExecutionRow | None) -> None:
        if row is None:
            self._clear()
            return
        self.say(row.number, row.activity)
        self.months.set_amounts(MonthAmounts(report.period.year, row.planned, row.done))
        self.caution.setText(_measured_in(row.unit_of_measure))
        self._arrange(caution=bool(row.unit_of_measure.strip()), money=False, jump=True)

    def _show_tracking(self, report: Tracking, made: Made, row: TrackingRow | None) -> None:
        if row is None:
            self._clear()
            return
        word = state_word(row.progress, row.light)
        self.say(row.code, row.activity, _progress_words(made, row.progress, word), SIGNS[word])
        months = report.period.months
        self.months.set_amounts(MonthAmounts(months, row.planned, row.done))
        self.caution.setText(_measured_in(row.unit_of_measure))
        has_money = any(row.budget) or any(one is not None for one in row.spent)
        if has_money:
            self.money.set_amounts(MonthAmounts(months, row.budget, row.spent))
            of = Column("", MONEY)
            spent, budget = (
                shown_value(value, of, made.limits) for value in (row.spent_total, row.budget_total)
            )
            currency = self._open_plan.words.currency
            self.money_title.setText(f"Dinero: {currency} {spent} de {currency} {budget}")
        self._arrange(caution=bool(row.unit_of_measure.strip()), money=has_money, jump=True)

    def _arrange(self, caution: bool, money: bool, jump: bool) -> None:
        self.months.show()
        self.caution.setVisible(caution)
        self.money.setVisible(money)
        self.money_title.setVisible(money)
        self.jump.setVisible(jump)


def _measured_in(unit: str) -> str:
    return f"En: {unit.strip()}." if unit.strip() else ""


def _progress_words(made: Made, progress: Progress, word: str) -> str:
    """Say how far an activity is: `Atrasada: 55.57 %`."""
    if progress.value is None:
        return f"{word} ({progress.state})"
    figure = shown_value(progress.value, Column(""), made.limits)
    return f"{word}: {figure}\u00a0%"
