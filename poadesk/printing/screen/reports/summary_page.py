"""The summary of Seguimiento: its figures, how many are of each light, and two charts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from poadesk.plan.profiles import Profile
from poadesk.plan.reports.progress import INCOMPLETE
from poadesk.plan.reports.report_tables import figures_of
from poadesk.plan.reports.table import shown_value
from poadesk.plan.reports.tracking import Action, Tracking
from poadesk.plan.reports.traffic_light import LIGHT_WORDS, LightCount
from poadesk.printing.screen.reports.light_counts import LightCounts
from poadesk.printing.screen.reports.making import SIGNS, Made
from poadesk.printing.screen.reports.month_chart import MonthAmounts, MonthChart
from poadesk.printing.screen.reports.progress_chart import Bar, ProgressChart
from poadesk.printing.screen.reports.row_panel import show_money
from poadesk.widgets.labels import Label, label
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme

_WIDEST = 1040  # pixels at 100 % text size
_FIGURES = 7  # the first of `figures_of`; the others count the lights


class SummaryPage(ScrolledPage):
    """Everything in one column that scrolls with the arrow keys."""

    def __init__(self, words: Profile) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName("Resumen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        self.figures = QGridLayout()
        self.lights = LightCounts()
        self.progress = ProgressChart("Avance físico por acción")
        self.money = MonthChart("Programación y ejecución financiera por mes", show_money, "Gasto")
        self._labels: list[tuple[Label, Label]] = []
        self._lay_out()

    def show_report(self, made: Made) -> None:
        """Show the summary of a tracking report."""
        report = made.report
        assert isinstance(report, Tracking)
        self._show_figures(made, report)
        nouns = self._words.noun("goal"), self._words.noun("activity")
        counts = report.action_lights, report.activity_lights
        self.lights.set_counts(
            [(noun.titles, _counted(one)) for noun, one in zip(nouns, counts, strict=True)]
        )
        self.progress.set_bars(tuple(_bars(report)), report.limits)
        months = report.period.months
        budget = tuple(one.budget for one in report.money)
        spent = tuple(one.spent for one in report.money)
        self.money.set_amounts(MonthAmounts(months, budget, spent))

    def _lay_out(self) -> None:
        self.page.setMaximumWidth(theme().px(_WIDEST))
        column = self.column
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(8)
        self.figures.setHorizontalSpacing(24)
        self.figures.setVerticalSpacing(6)
        self.figures.setColumnStretch(2, 1)
        titled: tuple[tuple[str, QGridLayout | QWidget], ...] = (
            ("Cifras del periodo", self.figures),
            ("Semáforo", self.lights),
            ("Avance físico", self.progress),
            ("Dinero por mes: programado y gastado", self.money),
        )
        for title, shown in titled:
            column.addSpacing(8)
            column.addWidget(label(title, "objective"))
            if isinstance(shown, QWidget):
                column.addWidget(shown)
            else:
                column.addLayout(shown)
        column.addStretch(1)

    def _show_figures(self, made: Made, report: Tracking) -> None:
        figures = figures_of(report, self._words)[:_FIGURES]
        while len(self._labels) < len(figures):
            self._add_figure(len(self._labels))
        for (name, value), figure in zip(self._labels, figures, strict=True):
            text = shown_value(figure.value, figure.column, made.limits)
            name.setText(figure.name)
            value.setText(text or "—")

    def _add_figure(self, at: int) -> None:
        name, value = label("", "text", "text2"), label("", "goal", wrap=False)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.figures.addWidget(name, at, 0)
        self.figures.addWidget(value, at, 1)
        self._labels.append((name, value))


def _counted(lights: LightCount) -> list[int]:
    return [lights.red, lights.amber, lights.green, lights.grey]


def _bars(report: Tracking) -> Iterator[Bar]:
    for objective in report.objectives:
        value = objective.progress
        word = LIGHT_WORDS[objective.light] if value is not None else ""
        name = f"{objective.code} {objective.name}".strip()
        yield Bar(name, value, SIGNS.get(word, ""), word, is_heading=True)
        yield from (_bar(action) for action in objective.actions)


def _bar(action: Action) -> Bar:
    word = LIGHT_WORDS[INCOMPLETE if action.is_incomplete else action.light]
    return Bar(f"{action.code} {action.name}".strip(), action.progress, SIGNS[word], word)
