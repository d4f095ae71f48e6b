"""Checks of what was recorded during the year: money against work, and work against the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from poadesk.plan import calendar
from poadesk.plan.fields import show_money, show_quantity
from poadesk.plan.model import Activity, Plan
from poadesk.plan.phrases import counted, listed, quoted, spelled
from poadesk.plan.reports.percent import WHOLE, percent, shown
from poadesk.plan.reports.progress import Progress, progress_so_far
from poadesk.plan.reports.records import Records, records_of
from poadesk.plan.review import CONTRADICTION, Finding, Review
from poadesk.quick_dataclass import dataclass

_STEP = "tracking"
_MUCH_BEYOND = 110  # percent of a budget: with less than a tenth more, prices just went up
_FEWEST_ALIKE = 2  # months with money; one equal amount alone happens by chance


@dataclass(frozen=True, slots=True)
class _Followed:
    """An activity with what it recorded up to the last month looked at; sums of those months.

    `year_budget` is that of the whole year: what is spent early may still be within it.
    """

    activity: Activity
    planned: int
    done: int
    budget: int
    year_budget: int
    spent: int
    spent_by_month: tuple[int, ...]
    progress: Progress


def follow_up_findings(review: Review, until: str = "") -> Iterator[Finding]:
    """Yield what the records up to a month deny; by default up to the last month recorded."""
    last = until or last_recorded(review.plan)
    months = tuple(month for month in review.months if month <= last)
    if not months:
        return
    followed = [
        _followed(activity, months, review.months)
        for activity in review.plan.activities()
        if activity.active
    ]
    for one in followed:
        yield from _activity_findings(review, one, months)
    yield from _identical_amounts(review, followed)


def last_recorded(plan: Plan) -> str:
    """Return the last month in which something was done or spent, or "" when none was."""
    recorded = [
        record.month
        for activity in plan.activities()
        for record in activity.months
        if record.done_thousandths is not None or record.spent_cents is not None
    ]
    return max(recorded, default="")


def _followed(activity: Activity, months: Sequence[str], year: Sequence[str]) -> _Followed:
    records: Records = records_of(activity)
    spent = tuple(amount or 0 for amount in records.spent_in(months))
    return _Followed(
        activity,
        planned=sum(records.planned_in(months)),
        done=sum(amount or 0 for amount in records.done_in(months)),
        budget=sum(records.budget_in(months)),
        year_budget=sum(records.budget_in(year)),
        spent=sum(spent),
        spent_by_month=spent,
        progress=progress_so_far(activity, records, months),
    )


def _activity_findings(review: Review, one: _Followed, months: Sequence[str]) -> Iterator[Finding]:
    until = calendar.name(months[-1])
    yield from _money_findings(review, one, until)
    if one.progress.raw is not None and one.progress.is_undervalued:
        number, times = review.number(one.activity), shown(one.progress.raw / WHOLE, 3)
        message = f"En {number} se hizo {times} veces lo programado hasta {until}."
        reason = (
            f"{_reached(one.progress)} Puede que la cantidad programada sea muy baja, o que se "
            "contó otra cosa."
        )
        yield review.finding("warning", one.activity, _STEP, "done", message, reason)


def _reached(made: Progress) -> str:
    if not made.accumulates:
        return "Es el promedio de sus meses."
    return f"Se hicieron {show_quantity(made.done)} de {show_quantity(made.planned)}."


def _money_findings(review: Review, one: _Followed, until: str) -> Iterator[Finding]:
    number, currency = review.number(one.activity), review.plan.currency
    spent, budget = (
        show_money(amount, currency, "\u00a0" if len(currency) > 1 else "")
        for amount in (one.spent, one.year_budget)
    )
    if one.planned and one.spent and not one.done:
        message = f"En {number} se gastaron {spent} hasta {until} y no se hizo nada de lo planeado."
        aim = counted(one.planned, one.activity.unit_of_measure)
        reason = f"Estaban programadas {aim}. Registre lo que se hizo o explique el gasto."
        yield review.finding("warning", one.activity, _STEP, "done", message, reason, CONTRADICTION)
    if one.year_budget and percent(one.spent, one.year_budget) > _MUCH_BEYOND:
        message = f"En {number} se gastaron {spent} hasta {until}, más que el presupuesto del año."
        reason = f"El de todo el año es de {budget}. Revise lo gastado y el presupuesto."
        yield review.finding("warning", one.activity, _STEP, "spent", message, reason)
    elif one.spent and not one.budget:
        message = f"En {number} se gastaron {spent} hasta {until} sin presupuesto programado."
        other = review.words.noun("activity").other
        reason = f"Escriba el presupuesto de sus meses, o revise si el gasto es de {other}."
        yield review.finding("warning", one.activity, _STEP, "spent", message, reason)


def _identical_amounts(review: Review, followed: Sequence[_Followed]) -> Iterator[Finding]:
    """Yield groups of a cost centre that spent the same in every month, as if it were split."""
    alike: dict[tuple[str, tuple[int, ...]], list[Activity]] = defaultdict(list)
    for one in followed:
        centre = one.activity.cost_centre.strip()
        if centre and sum(1 for amount in one.spent_by_month if amount) >= _FEWEST_ALIKE:
            alike[centre, one.spent_by_month].append(one.activity)
    for (centre, _), group in alike.items():
        if len(group) > 1:
            numbers = listed(review.numbers_of(group))
            count = spelled(len(group), feminine=True)
            message = f"{numbers} gastaron lo mismo en cada mes."
            reason = (
                f"Son {count} {review.words.activities} de {quoted(centre)}. "
                "Revise si el gasto se repartió por igual en lugar de registrarse."
            )
            yield review.finding("warning", group[0], _STEP, "spent", message, reason)
