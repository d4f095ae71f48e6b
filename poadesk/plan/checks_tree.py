"""Checks of objectives, goals and activities: texts, what hangs from them, and their codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from poadesk.plan import calendar
from poadesk.plan.checks_cover import years_in
from poadesk.plan.kit import is_given
from poadesk.plan.model import Activity, Goal, Objective, Row, StrategicLine
from poadesk.plan.numbering import is_under
from poadesk.plan.phrases import quoted, spelled
from poadesk.plan.review import CONTRADICTION, MISSING, Finding, Review

Coded = StrategicLine | Objective | Goal | Activity


def tree_findings(review: Review) -> Iterator[Finding]:
    """Yield what objectives, goals and activities lack or deny."""
    found = [*_no_objectives(review), *_tree(review)]
    yield from found
    yield from _codes_used_twice(review, {one.id for one in found if one.field == "code"})


def _tree(review: Review) -> Iterator[Finding]:
    for objective in review.plan.objectives:
        yield from _objective_findings(review, objective)
        for goal in objective.goals:
            yield from _goal_findings(review, objective, goal)
            for activity in goal.activities:
                yield from _activity_findings(review, goal, activity)


def _no_objectives(review: Review) -> Iterator[Finding]:
    if not review.plan.objectives:
        message = f"El plan todavía no tiene {review.words.objectives}."
        below = f"{review.words.noun('goal').all} y {review.words.noun('activity').all}"
        reason = f"Escriba al menos uno: de él cuelgan {below}."
        place = ("objectives", "objectives")
        yield review.finding("error", review.plan, *place, message, reason, MISSING)


def _objective_findings(review: Review, objective: Objective) -> Iterator[Finding]:
    number = review.number(objective)
    name = f"El {review.words.objective} {number}"
    if not objective.text.strip():
        reason = "En el plan impreso sale en blanco."
        yield review.finding(
            "warning", objective, "objectives", "text", f"{name} no tiene texto.", reason, MISSING
        )
    if not objective.goals:
        message = f"{name} no tiene {review.words.goals}."
        reason = f"Escriba al menos una, o quite {review.words.noun('objective').the}."
        found = review.finding("error", objective, "goals", "goals", message, reason, MISSING)
        yield _of_given(review, objective, found)


def _goal_findings(review: Review, objective: Objective, goal: Goal) -> Iterator[Finding]:
    name = f"La {review.words.goal} {review.number(goal)}"
    if not goal.text.strip():
        reason = "En el plan impreso sale en blanco."
        message = f"{name} no tiene texto."
        yield review.finding("warning", goal, "goals", "text", message, reason, MISSING)
    if not goal.activities and not _shares_activities(objective):
        message = f"{name} no tiene {review.words.activities}."
        reason = "Diga qué se hará para cumplirla, o quítela."
        found = review.finding("error", goal, "goals", "activities", message, reason, MISSING)
        yield _of_given(review, goal, found)
    yield from _period_findings(review, goal)
    yield from _code_findings(review, f"La {review.words.goal}", goal, objective)


def _of_given(review: Review, row: Row, found: Finding) -> Finding:
    """Ask less of a row that the planning office gives to all: the unit cannot take it away."""
    if not is_given(review.plan, row.id):
        return found
    reason = "Planificación lo da a todas: escriba lo que haga su unidad, o déjelo así."
    return replace(found, severity="warning", reason=reason)


def _shares_activities(objective: Objective) -> bool:
    """Say whether a goal without text holds the activities of all (goals that are not paired)."""
    return any(goal.activities and not goal.text.strip() for goal in objective.goals)


def _activity_findings(review: Review, goal: Goal, activity: Activity) -> Iterator[Finding]:
    name = f"La {review.words.activity}"
    if not activity.text.strip():
        message = f"{name} {review.number(activity)} no tiene texto."
        reason = "Escriba qué se hará, o quítela."
        yield review.finding("error", activity, "goals", "text", message, reason, MISSING)
    yield from _code_findings(review, name, activity, goal)


def _period_findings(review: Review, goal: Goal) -> Iterator[Finding]:
    if not review.months:
        return
    years = {int(year) for year in calendar.years(review.months)}
    if not set(years_in(goal.period_text)) <= years:
        label = calendar.label_of_years(review.months)
        message = (
            f"El periodo de la {review.words.goal} {review.number(goal)} dice "
            f"{quoted(goal.period_text)}, y el plan es de {label}."
        )
        reason = "Corríjalo, o déjelo vacío para que se escriba solo según el cronograma."
        yield review.finding("warning", goal, "goals", "period_text", message, reason)


def _code_findings(
    review: Review, name: str, row: Goal | Activity, parent: Objective | Goal
) -> Iterator[Finding]:
    code, above = review.number(row), review.number(parent)
    if row.code.strip() and not is_under(code, above):
        where = review.words.noun(parent.TABLE).of
        message = f"{name} {code} está dentro {where} {above}."
        reason = "Borre el código para que se numere sola, o pásela a donde corresponde."
        yield review.finding("error", row, "goals", "code", message, reason, CONTRADICTION)


def _codes_used_twice(review: Review, misplaced: set[str]) -> Iterator[Finding]:
    plan, words = review.plan, review.words
    groups: tuple[tuple[str, str, bool, Sequence[Coded]], ...] = (
        ("lines", "líneas estratégicas", True, plan.strategic_lines),
        ("objectives", words.objectives, False, plan.objectives),
        ("goals", words.goals, True, list(plan.goals())),
        ("goals", words.activities, True, list(plan.activities())),
    )
    for step, word, feminine, rows in groups:
        for number, same in _by_number(review, rows).items():
            # A number that repeats because its parent's does is told at the parent, and one that
            # belongs elsewhere has been told already.
            by_hand = [row for row in same if row.code.strip() and row.id not in misplaced]
            if len(same) > 1 and by_hand:
                message = f"El número {number} lo llevan {spelled(len(same), feminine)} {word}."
                reason = "Cambie uno de los códigos, o bórrelo para que se numere solo."
                last = by_hand[-1]
                yield review.finding("error", last, step, "code", message, reason, CONTRADICTION)


def _by_number(review: Review, rows: Sequence[Coded]) -> dict[str, list[Coded]]:
    groups: dict[str, list[Coded]] = defaultdict(list)
    for row in rows:
        groups[review.number(row).rstrip(".")].append(row)
    return groups


def order(review: Review) -> dict[str, int]:
    """Return {row id: place of the row in the plan}, from top to bottom."""
    plan = review.plan
    rows: list[Row] = [plan, *plan.swot_items]
    for line in plan.strategic_lines:
        rows += [line, *line.programmes]
    for objective in plan.objectives:
        rows.append(objective)
        for goal in objective.goals:
            rows += [goal, *goal.activities, *goal.resources, *goal.indicators]
    return {row.id: place for place, row in enumerate(rows)}
