"""What the same plan costs when it is typed into the tables of a Word document.

The rules, all of them kinder to Word than a working day is: the document is open, its tables
stand there with their headings and ruled as wide as they must be; no table has to be drawn, no
cell widened, nothing formatted. Nothing that was typed once is typed or copied again.

- Each cell is reached with one key, Tab, or an arrow into the next table. A cell that stays empty
  is passed with Tab too. A new row comes by itself with that Tab.
- Within a cell each further line (an item of the FODA, a programme) takes an Enter.
- Numbers such as 2.1.3 are typed by hand before their text, in the same cell.
- The objectives that answer an item of the FODA are typed behind it, in the same cell.
- The cronograma has twelve cells to an activity. An X is one letter, a quantity its digits.
- What a resource costs in all, and what a goal costs, are worked out elsewhere and typed.
- The picture takes four presses: Insertar, Imágenes, Este dispositivo and Enter.
"""

from __future__ import annotations

from effort import PARTS, Effort, is_entered

from poadesk.plan import calendar
from poadesk.plan.fields import show_money, show_quantity
from poadesk.plan.model import (
    QUADRANTS,
    Activity,
    Goal,
    Indicator,
    Objective,
    Plan,
    Resource,
    declared_fields,
)
from poadesk.plan.numbering import numbers
from poadesk.plan.schedule import has_quantities, planned
from poadesk.plan.totals import cost_of_goal, cost_of_resource

_PICTURE = 4


def word_effort(plan: Plan) -> dict[str, Effort]:
    """Return {part: what it costs in Word} for the parts of `PARTS`."""
    codes = numbers(plan)
    goals, activities = list(plan.goals()), list(plan.activities())
    rows = {
        "general": _general(plan),
        "lines": _lines(plan),
        "objectives": [_objective(objective, codes) for objective in plan.objectives],
        "swot": [_swot(plan, codes)],
        "goals": [_goal(goal, codes) for goal in goals]
        + [_activity(activity, codes) for activity in activities],
        "resources": [_needs(goal, plan.currency) for goal in goals],
        "schedule": [_months(activity, plan) for activity in activities],
    }
    return {part: sum(rows[part], Effort()) for part in PARTS}


def cells(*texts: str) -> Effort:
    """Return what it costs to fill cells one after the other; an empty one is passed over."""
    return Effort(len(texts), sum(map(len, texts)))


def lines_in_a_cell(texts: list[str]) -> Effort:
    """Return what it costs to write lines into one cell."""
    return Effort(max(1, len(texts)), sum(map(len, texts)))


def _general(plan: Plan) -> list[Effort]:
    """A cell for each field that an empty plan does not have, and the picture."""
    filled = [
        str(getattr(plan, field))
        for field in declared_fields("plan")
        if is_entered(plan, plan, field) and field not in ("logo", "strategy_source")
    ]
    return [cells(*filled), Effort(presses=_PICTURE if plan.logo else 0)]


def _lines(plan: Plan) -> list[Effort]:
    """The source, then a row for each line: name, objective, programmes."""
    rows = [cells(plan.strategy_source)]
    for line in plan.strategic_lines:
        programmes = [f"{each.code} {each.name}" for each in line.programmes]
        rows += [cells(line.name, line.objective), lines_in_a_cell(programmes)]
    return rows


def _objective(objective: Objective, codes: dict[str, str]) -> Effort:
    """The objective, and the numbers of its lines."""
    lines = [codes[tie.strategic_line_id] for tie in objective.lines]
    return cells(f"{codes[objective.id]} {objective.text}", ", ".join(lines))


def _swot(plan: Plan, codes: dict[str, str]) -> Effort:
    """Four cells with a line for each item."""
    return sum((lines_in_a_cell(_items(plan, name, codes)) for name in QUADRANTS), Effort())


def _items(plan: Plan, quadrant: str, codes: dict[str, str]) -> list[str]:
    items = []
    for item in plan.quadrant(quadrant):
        answers = ", ".join(codes[tie.objective_id] for tie in item.objectives)
        items.append(f"{item.text} ({answers})" if answers else item.text)
    return items


def _goal(goal: Goal, codes: dict[str, str]) -> Effort:
    return cells(f"{codes[goal.id]} {goal.text}")


def _activity(activity: Activity, codes: dict[str, str]) -> Effort:
    """Text, unit, target, responsible and priority."""
    target = show_quantity(activity.annual_target_thousandths)
    priority = declared_fields("activity")["priority"].show(activity.priority)
    return cells(
        f"{codes[activity.id]} {activity.text}",
        activity.unit_of_measure,
        target,
        activity.responsible,
        priority if activity.priority else "",
    )


def _months(activity: Activity, plan: Plan) -> Effort:
    """A cell for each month of the plan."""
    amounts, counts = planned(activity), has_quantities(activity)
    return cells(
        *(
            (show_quantity(amounts[month]) if counts else "X") if month in amounts else ""
            for month in calendar.months(plan.first_month, plan.month_count)
        )
    )


def _needs(goal: Goal, currency: str) -> Effort:
    """A table of resources with their total, and one of indicators."""
    rows = [_resource(each, currency) for each in goal.resources]
    rows += [_indicator(indicator) for indicator in goal.indicators]
    cost = cost_of_goal(goal)
    return sum(rows, cells("" if cost is None else show_money(cost, currency)))


def _resource(resource: Resource, currency: str) -> Effort:
    cost = cost_of_resource(resource)
    unit_cost = resource.unit_cost_cents
    return cells(
        resource.kind,
        resource.text,
        show_quantity(resource.quantity_thousandths),
        "" if unit_cost is None else show_money(unit_cost, currency),
        "" if cost is None else show_money(cost, currency),
    )


def _indicator(indicator: Indicator) -> Effort:
    return cells(*(str(getattr(indicator, field)) for field in declared_fields("indicator")))
