"""The tables of each report, in the words of the kind of plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poadesk.plan import calendar
from poadesk.plan.profiles import Noun, Profile, field_of
from poadesk.plan.reports.approved_table import approved_table
from poadesk.plan.reports.efficacy import (
    ACCEPTABLE,
    INSUFFICIENT,
    NOT_PLANNED,
    REACHED,
    UNDERVALUED,
)
from poadesk.plan.reports.evaluation import EvaluatedAction, Evaluation
from poadesk.plan.reports.execution import Execution, ExecutionRow, ExecutionTotal
from poadesk.plan.reports.kinds import Report
from poadesk.plan.reports.period import group_name
from poadesk.plan.reports.progress import INCOMPLETE, VALUE, Progress
from poadesk.plan.reports.records import Amounts
from poadesk.plan.reports.table import (
    COUNT,
    EFFICACY,
    MONEY,
    NOT_RECORDED,
    PERCENT,
    QUANTITY,
    Column,
    Figure,
    Line,
    Table,
    Value,
    of_months,
)
from poadesk.plan.reports.tracking import Action, Tracking, TrackingRow
from poadesk.plan.reports.traffic_light import AMBER, GREEN, LIGHT_WORDS, RED, LightCount

MIXES_UNITS = "El total suma cantidades de distintas unidades de medida."
# The labels of efficacy go with the same shapes and colours; blue is for a target too small.
BLUE = "blue"
LABEL_LIGHTS = {INSUFFICIENT: RED, ACCEPTABLE: AMBER, REACHED: GREEN, UNDERVALUED: BLUE}
_NOT_ACCUMULATED = "-"


def tables_of(report: Report, words: Profile) -> tuple[Table, ...]:
    """Return the tables of a report; the first one has its rows, the others sum them up."""
    if isinstance(report, Execution):
        return _execution(report, words), *_approved(report, words)
    if isinstance(report, Tracking):
        return (
            _tracking(report, words),
            _actions(report, words),
            _left_out(report, words),
        )
    return _areas(report, words), _efficacy(report, words)


def state_word(progress: Progress, light: str) -> str:
    """Return the words that go with a light: `En riesgo`, or `Falta registrar` for S.I."""
    return LIGHT_WORDS[INCOMPLETE if progress.state == INCOMPLETE else light]


def _months(months: Iterable[str]) -> list[str]:
    return [calendar.short_name(month) for month in months]


def _execution(report: Execution, words: Profile) -> Table:
    period = report.period
    columns = [
        Column(field_of(words, "plan", "unit").label),
        Column(field_of(words, "activity", "category").label),
        Column("Código"),
        Column(field_of(words, "activity", "text").label),
        Column("Unidad de medida"),
        Column("Meta", QUANTITY),
        *of_months(_months(period.year), QUANTITY, "Programado"),
        *of_months(_months(period.months), QUANTITY, "Ejecutado", NOT_RECORDED),
    ]
    for at in range(len(period.groups(report.group))):
        band = group_name(report.group, at)
        columns += [
            Column("Prog.", QUANTITY, band),
            Column("Ejec.", QUANTITY, band, unknown=NOT_RECORDED),
        ]
    lines = tuple(_execution_line(row) for row in report.rows)
    total = Line(("TOTAL", "", "", "", "", *_amounts(report.total)))
    return Table("Ejecución", tuple(columns), lines, total, MIXES_UNITS)


def _approved(report: Execution, words: Profile) -> Iterator[Table]:
    if report.approved:
        yield approved_table(report.approved, report.period, report.group, words)


def _execution_line(row: ExecutionRow) -> Line:
    texts = row.unit, row.category, row.number, row.activity, row.unit_of_measure
    return Line((*texts, *_amounts(row)), row.plan_id, row.activity_id)


def _amounts(row: ExecutionRow | ExecutionTotal) -> Amounts:
    groups = [amount for one in row.groups for amount in (one.planned, one.done)]
    return row.target, *row.planned, *row.done, *groups


def _tracking(report: Tracking, words: Profile) -> Table:
    months = _months(report.period.months)
    planned, done = "Físico programado", "Físico ejecutado"
    budget, spent = "Financiero programado", "Financiero ejecutado"
    columns = (
        Column(field_of(words, "plan", "unit").label),
        Column(words.noun("objective").brief),
        Column(words.noun("goal").brief),
        Column("Código"),
        Column(field_of(words, "activity", "text").label),
        Column("Centro de costo"),
        Column("Prioridad"),
        Column("Unidad de medida"),
        Column("Tipo de agregación"),
        *of_months(months, QUANTITY, planned),
        Column("Acumulado", QUANTITY, planned),
        *of_months(months, QUANTITY, done, NOT_RECORDED),
        Column("Acumulado", QUANTITY, done, unknown=NOT_RECORDED),
        Column("Avance %", PERCENT),
        Column("Sin tope %", PERCENT),
        Column("Estado"),
        *of_months(months, MONEY, budget),
        Column("Acumulado", MONEY, budget),
        *of_months(months, MONEY, spent, NOT_RECORDED),
        Column("Acumulado", MONEY, spent),
    )
    return Table("Seguimiento", columns, tuple(_tracking_line(row) for row in report.rows()))


def _tracking_line(row: TrackingRow) -> Line:
    progress = row.progress
    values: list[Value] = [row.unit, row.objective, row.action, row.code, row.activity]
    values += [row.cost_centre, row.priority, row.unit_of_measure, row.aggregation]
    values += [*row.planned, _accumulated(progress, progress.planned)]
    values += [*row.done, _accumulated(progress, progress.done)]
    values += [progress.value if progress.state == VALUE else progress.state, progress.raw]
    values += [state_word(progress, row.light)]
    values += [*row.budget, row.budget_total, *row.spent, row.spent_total]
    return Line(tuple(values), row.plan_id, row.activity_id, row.light)


def _accumulated(progress: Progress, amount: int | None) -> Value:
    return amount if progress.accumulates else _NOT_ACCUMULATED


def _actions(report: Tracking, words: Profile) -> Table:
    columns = (
        Column(words.noun("objective").brief),
        Column("Código"),
        Column(words.noun("goal").title),
        Column(words.noun("activity").titles, COUNT),
        Column("Ejecución física %", PERCENT, decimals=1),
        Column("Estado"),
        Column("Presupuesto", MONEY),
        Column("Ejecución financiera", MONEY),
    )
    lines = tuple(
        _action_line(objective.code, action)
        for objective in report.objectives
        for action in objective.actions
    )
    return Table(words.noun("goal").titles, columns, lines)


def _action_line(objective: str, action: Action) -> Line:
    value: Value = action.progress
    state = LIGHT_WORDS[INCOMPLETE if action.is_incomplete else action.light]
    if value is None:
        value = INCOMPLETE if action.is_incomplete else ""
    money = action.budget_total, action.spent_total
    first = action.rows[0].plan_id if action.rows else ""
    values = objective, action.code, action.name, len(action.rows), value, state, *money
    return Line(values, first, light=action.light)


def _left_out(report: Tracking, words: Profile) -> Table:
    columns = (
        Column(field_of(words, "plan", "unit").label),
        Column("Código"),
        Column(field_of(words, "activity", "text").label),
        Column("Por qué no está en el reporte"),
    )
    lines = tuple(
        Line((one.unit, one.code, one.activity, one.reason), one.plan_id, one.activity_id)
        for one in report.left_out
    )
    return Table("No incluidas", columns, lines)


def _areas(report: Evaluation, words: Profile) -> Table:
    columns = (
        Column(words.noun("objective").brief),
        Column("Código"),
        Column(words.noun("goal").title),
        Column("Área"),
        Column("Programadas", QUANTITY),
        Column("Ejecutadas", QUANTITY),
        Column("%", EFFICACY, decimals=0),
        Column("Resultado"),
    )
    lines = tuple(line for action in report.actions() for line in _area_lines(action))
    return Table("Contribución por áreas", columns, lines)


def _area_lines(action: EvaluatedAction) -> Iterator[Line]:
    above = action.objective, action.code, action.name
    for area in action.areas:
        value = NOT_PLANNED if area.percent is None else area.percent
        yield Line(
            (*above, area.unit, area.planned, area.done, value, ""), row_id=action.goal_ids[0]
        )
    value = NOT_PLANNED if action.percent is None else action.percent
    figures = action.planned, action.done, value, action.label or ""
    yield Line((*above, "TOTAL", *figures), row_id=action.goal_ids[0], light=_label_light(action))


def _efficacy(report: Evaluation, words: Profile) -> Table:
    columns = (
        Column("Código"),
        Column(f"{words.noun('objective').title} / {words.noun('goal').one}"),
        Column("Programadas", QUANTITY),
        Column("Ejecutadas", QUANTITY),
        Column("Eficacia %", EFFICACY, decimals=0),
        Column("Resultado"),
    )
    lines: list[Line] = []
    for one in report.objectives:
        value = NOT_PLANNED if one.percent is None else one.percent
        figures = one.planned, one.done, value, ""
        lines.append(Line((one.code, one.name, *figures), row_id=one.objective_ids[0]))
        for action in one.actions:
            value = NOT_PLANNED if action.percent is None else action.percent
            figures = action.planned, action.done, value, action.label or ""
            light = _label_light(action)
            row_id = action.goal_ids[0]
            lines.append(Line((action.code, action.name, *figures), row_id=row_id, light=light))
    return Table("Eficacia por objetivo", columns, tuple(lines))


def _label_light(action: EvaluatedAction) -> str:
    return LABEL_LIGHTS.get(action.label or "", "")


def figures_of(report: Report, words: Profile) -> tuple[Figure, ...]:
    """Return the closing figures of a report, each with its own name; only tracking has some."""
    if not isinstance(report, Tracking):
        return ()
    summary, activity, goal = report.summary, words.noun("activity"), words.noun("goal")
    percent, money, count = Column("", PERCENT, decimals=1), Column("", MONEY), Column("", COUNT)
    mean, median = "Promedio de ejecución física de", "Mediana de ejecución física de"
    return (
        Figure(f"{mean} {activity.all} (%)", summary.mean_of_activities, percent),
        Figure(f"{mean} {goal.all} (%)", summary.mean_of_actions, percent),
        Figure(f"{median} {activity.all} (%)", summary.median_of_activities, percent),
        Figure("Total de programación financiera", summary.budget_total, money),
        Figure("Total de ejecución financiera", summary.spent_total, money),
        Figure(f"{activity.titles} con información completa", summary.complete, count),
        Figure(f"{activity.titles} con información incompleta", summary.incomplete, count),
        *_lights(goal, report.action_lights, count),
        *_lights(activity, report.activity_lights, count),
    )


def _lights(noun: Noun, lights: LightCount, count: Column) -> Iterator[Figure]:
    for word, value in (
        ("en rojo", lights.red),
        ("en ámbar", lights.amber),
        ("en verde", lights.green),
        ("sin valor", lights.grey),
    ):
        yield Figure(f"{noun.titles} {word}", value, count)
