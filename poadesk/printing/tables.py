"""What the papers say: rows of plain values, without a word about how they look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from poadesk.plan import calendar, schedule, totals
from poadesk.plan.fields import show_money, show_quantity
from poadesk.plan.model import (
    Activity,
    Goal,
    Indicator,
    Objective,
    Plan,
    Resource,
)
from poadesk.plan.numbering import numbers
from poadesk.plan.profiles import Noun, field_of, profile_of
from poadesk.quick_dataclass import dataclass

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered text with small lines under it; the number may be empty.

    `id` is the row it was written in; it is not printed.
    """

    number: str
    text: str
    notes: tuple[str, ...] = ()
    cost: str = ""
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of the matrix: what stands in each of its columns after the objective."""

    goals: tuple[Entry, ...] = ()
    activities: tuple[Entry, ...] = ()
    period: str = ""
    resources: tuple[Entry, ...] = ()
    cost_label: str = ""
    cost: str = ""
    indicators: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """An objective of the matrix and its rows; `objective.cost` is the sum of its goals."""

    objective: Entry
    cost_label: str
    rows: tuple[MatrixRow, ...]


def year_of(plan: Plan) -> str:
    """Return the year to print: as written, or the years of the plan's months."""
    months = schedule.plan_months(plan) or (plan.first_month,)
    return (plan.year_label.strip() or calendar.label_of_years(months)).replace("-", "–")


def matrix(plan: Plan, rows: str = "goal") -> list[MatrixBlock]:
    """Return the matrix with a row per goal, or per objective when `rows` is "objective"."""
    number = numbers(plan)
    make = _row_of_objective if rows == "objective" else _rows_of_goals
    return [
        MatrixBlock(
            _objective(plan, objective, number), cost_labels(plan)[1], make(plan, objective, number)
        )
        for objective in plan.objectives
    ]


def cost_labels(plan: Plan) -> tuple[str, str]:
    """Return what the cost of a goal and of an objective are called in this kind of plan."""
    words = profile_of(plan.profile)
    return f"Costo {words.noun('goal').of}", f"Costo {words.noun('objective').of}"


def cost_of_plan(plan: Plan) -> str:
    """Return the sum of all costed resources as printed; "" when none has a cost."""
    return _money(totals.cost_of_plan(plan), plan)


def specific_objectives(plan: Plan) -> list[Entry]:
    """Return the objectives that have words, numbered."""
    number = numbers(plan)
    return [entry_of(row, number) for row in plan.objectives if row.text.strip()]


def strategic_lines(plan: Plan) -> list[tuple[Entry, str, tuple[Entry, ...]]]:
    """Return (line, its objective, its programmes) for every strategic line."""
    number = numbers(plan)
    return [
        (
            Entry(number[line.id], line.name, id=line.id),
            line.objective,
            tuple(Entry(row.code, row.name, id=row.id) for row in line.programmes),
        )
        for line in plan.strategic_lines
    ]


def swot(plan: Plan) -> dict[str, tuple[Entry, ...]]:
    """Return the written items of each quadrant, with the objectives that answer them."""
    number, words = numbers(plan), profile_of(plan.profile).noun("objective")
    result: dict[str, tuple[Entry, ...]] = {}
    for item in plan.swot_items:
        if item.text.strip():
            tied = {tie.objective_id for tie in item.objectives}
            answers = [number[row.id] for row in plan.objectives if row.id in tied]
            entry = Entry("", item.text, _answers(answers, words), id=item.id)
            result[item.quadrant] = (*result.get(item.quadrant, ()), entry)
    return result


def _answers(answers: Sequence[str], words: Noun) -> tuple[str, ...]:
    if not answers:
        return ()
    return (f"{words.title if len(answers) == 1 else words.titles} {_listed(answers)}",)


def _listed(words: Sequence[str]) -> str:
    return " y ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def entry_of(row: Objective | Goal, number: dict[str, str]) -> Entry:
    """Number a row that has words or a code of its own; an empty one prints as nothing."""
    if row.text.strip() or row.code.strip():
        return Entry(number[row.id], row.text, id=row.id)
    return Entry("", "", id=row.id)


def _objective(plan: Plan, objective: Objective, number: dict[str, str]) -> Entry:
    entry = entry_of(objective, number)
    lines = [
        number[tie.strategic_line_id] for tie in objective.lines if tie.strategic_line_id in number
    ]
    label = "Línea estratégica" if len(lines) == 1 else "Líneas estratégicas"
    notes = (f"{label} {_listed(lines)}",) if lines else ()
    cost = _money(totals.cost_of_objective(objective), plan)
    return Entry(entry.number, entry.text, notes, cost, objective.id)


def _rows_of_goals(
    plan: Plan, objective: Objective, number: dict[str, str]
) -> tuple[MatrixRow, ...]:
    rows = tuple(
        MatrixRow(
            goals=_entries([entry_of(goal, number)]),
            activities=tuple(_activity(plan, row, number[row.id]) for row in goal.activities),
            period=schedule.period(goal),
            resources=_resources(plan, goal.resources),
            cost_label=cost_labels(plan)[0],
            cost=_cost_of_goal(plan, goal),
            indicators=_indicators(plan, goal.indicators),
        )
        for goal in objective.goals
    )
    return rows or (MatrixRow(),)


def _row_of_objective(
    plan: Plan, objective: Objective, number: dict[str, str]
) -> tuple[MatrixRow, ...]:
    goals = objective.goals
    row = MatrixRow(
        goals=_entries(entry_of(goal, number) for goal in goals),
        activities=tuple(
            _activity(plan, row, row.code.strip()) for g in goals for row in g.activities
        ),
        period=_period_of_objective(goals),
        resources=_resources(plan, (row for goal in goals for row in goal.resources)),
        indicators=_indicators(plan, (row for goal in goals for row in goal.indicators)),
    )
    return (row,)


def _entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.number or entry.text)


def _period_of_objective(goals: Sequence[Goal]) -> str:
    if any(goal.period_text.strip() for goal in goals):
        return "\n".join(dict.fromkeys(filter(None, map(schedule.period, goals))))
    activities = (activity for goal in goals for activity in goal.activities)
    return calendar.span(month for row in activities for month in schedule.planned(row))


def _activity(plan: Plan, activity: Activity, number: str) -> Entry:
    words = profile_of(plan.profile)
    notes = list(_notes(plan, activity, words.printed_fields))
    if not activity.active:
        notes.append("No activa")
    return Entry(number, activity.text, tuple(notes), id=activity.id)


def _resources(plan: Plan, resources: Iterable[Resource]) -> tuple[Entry, ...]:
    entries = (
        Entry("", row.text, _notes(plan, row, ("kind",)), _cost_of_resource(plan, row), row.id)
        for row in resources
    )
    return tuple(entry for entry in entries if entry.text.strip() or entry.notes or entry.cost)


def _indicators(plan: Plan, indicators: Iterable[Indicator]) -> tuple[Entry, ...]:
    names = ("formula", "baseline", "target", "means_of_verification")
    entries = (Entry("", row.text, _notes(plan, row, names), id=row.id) for row in indicators)
    return tuple(entry for entry in entries if entry.text.strip() or entry.notes)


def _notes(
    plan: Plan, row: Activity | Resource | Indicator, names: Sequence[str]
) -> tuple[str, ...]:
    """Return `label: value` for the fields that are written."""
    words = profile_of(plan.profile)
    values = ((field_of(words, row.TABLE, name), getattr(row, name)) for name in names)
    return tuple(
        f"{kind.label}: {kind.show(value)}" for kind, value in values if str(value).strip()
    )


def _cost_of_resource(plan: Plan, resource: Resource) -> str:
    cost = totals.cost_of_resource(resource)
    quantity = show_quantity(resource.quantity_thousandths)
    unit_cost = _money(resource.unit_cost_cents, plan)
    if cost is not None:
        return f"{quantity} × {unit_cost} = {_money(cost, plan)}"
    if quantity:
        return f"Cantidad: {quantity}"
    return f"Costo por unidad: {unit_cost}" if unit_cost else ""


def _cost_of_goal(plan: Plan, goal: Goal) -> str:
    costed = [row for row in goal.resources if totals.cost_of_resource(row) is not None]
    return _money(totals.cost_of_goal(goal), plan) if len(costed) > 1 else ""


def _money(cents: int | None, plan: Plan) -> str:
    return "" if cents is None else show_money(cents, plan.currency, NBSP if plan.currency else "")
