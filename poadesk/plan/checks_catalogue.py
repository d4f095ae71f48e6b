"""Checks of names against those that the planning office gives to all units."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan.kit import catalogue_names
from poadesk.plan.model import Activity
from poadesk.plan.phrases import listed, plain_singular, quoted
from poadesk.plan.review import Finding, Review


def catalogue_findings(review: Review) -> Iterator[Finding]:
    """Yield each unit of measure that is not one of the office's, once, at its first activity."""
    known = [item.name.strip() for item in catalogue_names(review.plan, "unit_of_measure")]
    if not known:
        return
    by_sense = {plain_singular(name): name for name in known}
    uses: dict[str, list[Activity]] = {}
    for activity in review.plan.activities():
        unit = activity.unit_of_measure.strip()
        if unit and unit not in known:
            uses.setdefault(unit, []).append(activity)
    for unit, activities in uses.items():
        yield _not_known(review, unit, activities, by_sense.get(plain_singular(unit), ""))


def _not_known(review: Review, unit: str, uses: list[Activity], meant: str) -> Finding:
    numbers = listed(review.numbers_of(uses))
    if meant:
        message = f"Planificación escribe {quoted(meant)} y no {quoted(unit)}."
        reason = f"Aparece en {numbers}. Con el mismo nombre, los totales de todos salen juntos."
    else:
        message = f"{quoted(unit)} no está entre las unidades de medida de Planificación."
        reason = f"Aparece en {numbers}. Si otra de la lista sirve, los totales saldrán juntos."
    return review.finding("hint", uses[0], "goals", "unit_of_measure", message, reason)
