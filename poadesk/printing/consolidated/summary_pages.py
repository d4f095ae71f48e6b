"""The institution in figures: units, objectives, activities and money, with small charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poadesk.plan.consolidated.by_line import Group, by_line
from poadesk.plan.consolidated.summary import Summary, UnitFigures
from poadesk.plan.consolidated.units import MISSING, STATE_WORDS, UnitStanding
from poadesk.plan.fields import show_money
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.unit_names import NAMELESS
from poadesk.printing.cells import Row, Stack, text_cell
from poadesk.printing.consolidated.count_charts import CountBar, count_bars, month_counts
from poadesk.printing.consolidated.document import (
    Chapter,
    heading,
    plan_name,
    received_words,
    unit_name,
)
from poadesk.printing.consolidated.state_marks import LIGHTS, ROOM, state_cell
from poadesk.printing.consolidated.tables import Column, Line, table
from poadesk.printing.engine import CondPageBreak, Flowable
from poadesk.printing.grid import Grid, Look
from poadesk.printing.paper import Sheet, upright
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import NBSP
from poadesk.printing.text import paragraph

SUMMARY = Chapter("summary", "Resumen de la institución")
GAP, BELOW, LEAST_BEGUN = 28.0, 6.0, 120.0
NOTHING = "—"
TWO_CURRENCIES = "Las unidades escriben su dinero en monedas distintas: no se suma."
TWICE = "Un objetivo que responde a varias líneas se cuenta en cada una de ellas."


def summary_pages(plans: Sequence[Plan], summary: Summary, paper: str) -> list[Flowable]:
    """Return the pages of figures, on upright paper."""
    return list(_Pages(plans, summary, upright(paper)).flowables())


class _Pages:
    """What the pages tell, in their order."""

    def __init__(self, plans: Sequence[Plan], summary: Summary, sheet: Sheet) -> None:
        self.plans, self.summary = plans, summary
        self.words = profile_of(summary.front.profile)
        self.width, self.page = sheet.frame_width, sheet.frame_height

    def flowables(self) -> Iterator[Flowable]:
        yield from heading(SUMMARY, _words(self.summary))
        yield self._halves(self._counts(), self._states())
        yield from self._by_month()
        yield from self._by_unit()
        yield from self._bars()
        yield from self._by_line()

    def _counts(self) -> Stack:
        one, words = self.summary, self.words
        rows = [
            ("Unidades que entregaron", f"{one.received:,}"),
            (words.noun("objective").titles, f"{one.objectives:,}"),
            (words.noun("goal").titles, f"{one.goals:,}"),
            (words.noun("activity").titles, f"{one.activities:,}"),
            ("Meses con algo programado", f"{one.planned_months:,}"),
        ]
        if any(unit.cost is not None for unit in one.figures):
            rows.append(("Costo de los recursos", self._money(one.cost)))
        if any(unit.budget is not None for unit in one.figures):
            rows.append(("Presupuesto de los meses", self._money(one.budget)))
        return [_figures(rows, self._half, self.page)]

    def _states(self) -> Stack:
        bars = [
            CountBar(word, self.summary.count(state), LIGHTS[state])
            for state, word in STATE_WORDS.items()
            if self.summary.count(state)
        ]
        count = len(self.summary.units)
        title = f"{count:,} {'unidad' if count == 1 else 'unidades'} por estado"
        return [_chart_name(title, first=True), count_bars(bars, self._half, self.page)]

    def _by_month(self) -> Iterator[Flowable]:
        if self.summary.planned_months:
            yield _chart_name(f"{self.words.noun('activity').titles} por mes")
            yield from month_counts(self.summary.months, self.summary.by_month, self.width)

    def _by_unit(self) -> Iterator[Flowable]:
        yield from _begun("Lo que suma cada unidad")
        nouns = [self.words.noun(one).titles.upper() for one in ("objective", "goal", "activity")]
        has_money = any(unit.cost is not None for unit in self.summary.figures)
        columns = [
            Column(self.words.unit.upper(), 1.0),
            Column("ESTADO", left=True),
            *(Column(name.replace(" ", "\n")) for name in nouns),
            *([Column("COSTO")] if has_money else []),
        ]
        lines = [self._unit_line(unit, has_money) for unit in self.summary.units]
        yield table(columns, [*lines, self._total(has_money)], self.width, self.page)
        if has_money and self.summary.currency is None:
            yield paragraph(style("note-apart"), TWO_CURRENCIES)

    def _unit_line(self, unit: UnitStanding, has_money: bool) -> Line:
        figures = next((one for one in self.summary.figures if one.plan is unit.plan), None)
        words = [unit.unit.strip() or NAMELESS, ROOM]
        words += _counts_of(figures)
        if has_money:
            words.append(_cost_of(figures))
        cells = ((1, state_cell(unit.state)),)
        return Line(tuple(words), soft=unit.state == MISSING, cells=cells)

    def _total(self, has_money: bool) -> Line:
        one = self.summary
        counts = [f"{count:,}" for count in (one.objectives, one.goals, one.activities)]
        return Line(("Total", "", *counts, *([self._money(one.cost)] if has_money else [])), True)

    def _bars(self) -> Iterator[Flowable]:
        yield from _begun(f"{self.words.noun('activity').titles} por unidad")
        bars = [CountBar(unit_name(one.plan), one.activities) for one in self.summary.figures]
        yield count_bars(bars, self.width, self.page)

    def _by_line(self) -> Iterator[Flowable]:
        groups = by_line(self.plans)
        if all(group.is_none for group in groups):
            return
        yield from _begun("Líneas estratégicas y quiénes responden a ellas")
        columns = [
            Column("LÍNEA ESTRATÉGICA", 1.0),
            Column("UNIDADES"),
            Column(self.words.noun("objective").titles.upper().replace(" ", "\n")),
            Column(self.words.noun("activity").titles.upper().replace(" ", "\n")),
        ]
        yield table(columns, [_line(group) for group in groups], self.width, self.page)
        told = sum(len(part.objectives) for group in groups for part in group.parts)
        if told > sum(len(plan.objectives) for plan in (one.plan for one in self.summary.figures)):
            yield paragraph(style("note-apart"), TWICE)

    def _money(self, cents: int | None) -> str:
        if cents is None:
            return NOTHING
        sign = self.summary.currency or ""
        return show_money(cents, sign, NBSP if sign else "")

    @property
    def _half(self) -> float:
        return (self.width - GAP) / 2

    def _halves(self, left: Stack, right: Stack) -> Grid:
        shape = Shape(
            (self._half, GAP, self._half),
            self.page,
            pad_x=0,
            pad_right=0,
            pad_top=0,
            pad_bottom=BELOW,
        )
        row = Row([text_cell(*left), None, text_cell(*right)], line="")
        return Grid([row], shape, Look(end="", last="", columns="", block=""))


def _words(summary: Summary) -> str:
    entity = summary.front.entity.strip().rstrip(".")
    return f"{plan_name(summary.front)}. {entity}, {received_words(summary)}."


def _figures(rows: Sequence[tuple[str, str]], width: float, page: float) -> Grid:
    shape = Shape(
        (width * 0.62, width * 0.38), page, pad_x=0, pad_right=0, pad_top=3.4, pad_bottom=4
    )
    made = [
        Row(
            [
                text_cell(paragraph(style("summary"), name)),
                text_cell(paragraph(style("summary-value"), value)),
            ]
        )
        for name, value in rows
    ]
    return Grid(made, shape, Look(top="strong", end="hair", last="hair", columns="", block=""))


def _counts_of(figures: UnitFigures | None) -> list[str]:
    if figures is None:
        return [NOTHING] * 3
    return [f"{count:,}" for count in (figures.objectives, figures.goals, figures.activities)]


def _cost_of(figures: UnitFigures | None) -> str:
    if figures is None or figures.cost is None:
        return NOTHING
    sign = figures.plan.currency.strip()
    return show_money(figures.cost, sign, NBSP if sign else "")


def _line(group: Group) -> Line:
    name = f"{group.number}{NBSP * 2}{group.name}" if group.number else group.name
    counts = (
        len(group.parts),
        sum(len(part.objectives) for part in group.parts),
        group.activities,
    )
    return Line((name, *(f"{count:,}" for count in counts)), soft=not group.parts)


def _begun(words: str) -> list[Flowable]:
    """Return the name of a table, which begins on this page if a few rows of it fit."""
    name = _chart_name(words)
    name.keepWithNext = False
    return [CondPageBreak(LEAST_BEGUN), name]


def _chart_name(words: str, first: bool = False) -> Flowable:
    made = paragraph(style("chart-title"), words)
    made.keepWithNext = True
    if first:
        made.spaceBefore = 0
    return made
