"""Checks of what hangs from a goal: its indicators, its resources and what they cost."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan.model import Goal, Indicator, Objective, Resource
from poadesk.plan.phrases import listed, quoted, spelled
from poadesk.plan.review import MISSING, Finding, Review


def resource_findings(review: Review) -> Iterator[Finding]:
    """Yield goals and objectives without indicator or resources, empty texts, missing costs."""
    for objective in review.plan.objectives:
        yield from _without_indicator(review, objective)
        yield from _without_resources(review, objective)
        for goal in objective.goals:
            for indicator in goal.indicators:
                yield from _indicator_findings(review, goal, indicator)
            for resource in goal.resources:
                yield from _one_resource(review, goal, resource)
    yield from _without_cost(review)


def _without_indicator(review: Review, objective: Objective) -> Iterator[Finding]:
    missing = [goal for goal in objective.goals if not goal.indicators]
    if not missing:
        return
    if len(missing) == len(objective.goals):
        message = f"El {review.words.objective} {review.number(objective)} no tiene indicador."
        reason = f"Sin él no se podrá saber si se cumplió: {quoted(objective.text)}."
        number = review.number(objective)
        yield review.finding(
            "error",
            objective.goals[0],
            "resources",
            "indicators",
            message,
            reason,
            MISSING,
            number,
        )
        return
    message = _lacking(review, missing, "indicador")
    reason = f"Sin él no se podrá saber si se cumplió: {quoted(missing[0].text)}."
    if len(missing) > 1:
        reason = "Sin él no se podrá saber si se cumplieron."
    yield review.finding("warning", missing[0], "resources", "indicators", message, reason, MISSING)


def _without_resources(review: Review, objective: Objective) -> Iterator[Finding]:
    missing = [goal for goal in objective.goals if not goal.resources]
    if missing:
        message = _lacking(review, missing, "recursos")
        reason = "Anote con qué se hará: personas, materiales, equipo o transporte."
        yield review.finding("hint", missing[0], "resources", "resources", message, reason, MISSING)


def _lacking(review: Review, goals: list[Goal], what: str) -> str:
    if len(goals) == 1:
        return f"La {review.words.goal} {review.number(goals[0])} todavía no tiene {what}."
    numbers = listed(review.numbers_of(goals))
    count = spelled(len(goals), feminine=True).capitalize()
    return f"{count} {review.words.goals} todavía no tienen {what}: {numbers}."


def _indicator_findings(review: Review, goal: Goal, indicator: Indicator) -> Iterator[Finding]:
    if not indicator.text.strip():
        message = f"Un indicador de la {review.words.goal} {review.number(goal)} está vacío."
        reason = "Escriba qué se va a medir, o quítelo."
        number = review.number(goal)
        yield review.finding(
            "warning", indicator, "resources", "text", message, reason, MISSING, number
        )


def _one_resource(review: Review, goal: Goal, resource: Resource) -> Iterator[Finding]:
    number = review.number(goal)
    where = f"de la {review.words.goal} {number}"
    if not resource.text.strip():
        message = f"Un recurso {where} está vacío."
        reason = "Escriba qué se necesita, o quítelo."
        yield review.finding(
            "warning", resource, "resources", "text", message, reason, MISSING, number
        )
    if resource.unit_cost_cents is not None and resource.quantity_thousandths is None:
        message = f"Un recurso {where} tiene costo, pero no cantidad."
        reason = f"Sin la cantidad no se puede sumar: {quoted(resource.text)}."
        field = "quantity_thousandths"
        yield review.finding(
            "warning", resource, "resources", field, message, reason, MISSING, number
        )


def _without_cost(review: Review) -> Iterator[Finding]:
    goals = [goal for goal in review.plan.goals() if goal.resources]
    if not any(_has_cost(resource) for goal in goals for resource in goal.resources):
        return
    lacking = [goal for goal in goals if any(_lacks_cost(goal, one) for one in goal.resources)]
    if lacking:
        first = next(one for one in lacking[0].resources if _lacks_cost(lacking[0], one))
        numbers = listed(review.numbers_of(lacking))
        word = review.words.goal if len(lacking) == 1 else review.words.goals
        the = "la" if len(lacking) == 1 else "las"
        message = f"Hay recursos sin costo en {the} {word} {numbers}."
        reason = "Si lo anota, el total del plan queda completo."
        number = review.number(lacking[0])
        yield review.finding(
            "hint", first, "resources", "unit_cost_cents", message, reason, number=number
        )


def _has_cost(resource: Resource) -> bool:
    return resource.unit_cost_cents is not None


def _lacks_cost(goal: Goal, resource: Resource) -> bool:
    """Say whether a cost is missing: people and other means of a costed goal may go without."""
    if _has_cost(resource):
        return False
    return resource.quantity_thousandths is not None or not any(map(_has_cost, goal.resources))
