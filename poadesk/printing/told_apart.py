"""Refuses plans of which a workbook of activities, brought back, would not tell what is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from poadesk.plan.activities_sheet import KnownActivities, says_something
from poadesk.plan.fields import UnreadableError
from poadesk.plan.folding import same_words
from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.printing.workbook_cells import clean

_SHOWN_LETTERS = 80


def require_told_apart(plans: Sequence[Plan]) -> None:
    """Raise `UnreadableError` for units or activities that a workbook would not tell apart."""
    if len(plans) > 1:
        _require_units(plans)
    for plan in plans:
        _require_activities(plan)


def _require_units(plans: Sequence[Plan]) -> None:
    units = Counter(_words(plan.unit) for plan in plans)
    if units[""]:
        raise UnreadableError(
            "Hay un plan sin unidad y en el libro no se sabría cuál es: escriba el nombre de su "
            "unidad en Datos generales."
        )
    repeated = next((plan.unit for plan in plans if units[_words(plan.unit)] > 1), "")
    if repeated:
        raise UnreadableError(
            f"Hay dos planes de la unidad “{repeated[:_SHOWN_LETTERS]}” y en el libro no se "
            "distinguirían: cambie el nombre de una."
        )


def _require_activities(plan: Plan) -> None:
    known: KnownActivities[Activity] = KnownActivities()
    for objective in plan.objectives:
        for goal in objective.goals:
            for one in filter(says_something, goal.activities):
                code, text = _name(one)
                if not (code or text):
                    raise UnreadableError(
                        f"Hay una actividad sin nombre ni código{_of_unit(plan)} y en el libro no "
                        "se sabría cuál es: escriba su nombre."
                    )
                if known.first(one, "", _name(objective), _name(goal), code, text) is not one:
                    raise UnreadableError(_alike(one, plan))


def _alike(one: Activity, plan: Plan) -> str:
    text, code = one.text.strip()[:_SHOWN_LETTERS], one.code.strip()[:_SHOWN_LETTERS]
    called, way_out = f"“{text}”", "cambie el texto de una o póngale un código"
    if code:
        called, way_out = f"con el código “{code}”", "cambie el código de una"
    return (
        f"Hay dos actividades {called}{_of_unit(plan)} y en el libro no se distinguirían: "
        f"{way_out}."
    )


def _of_unit(plan: Plan) -> str:
    return f" en el plan de “{plan.unit[:_SHOWN_LETTERS]}”" if plan.unit.strip() else ""


def _name(row: Objective | Goal | Activity) -> tuple[str, str]:
    return _words(row.code), _words(row.text)


def _words(text: str) -> str:
    """Return the words of a cell as they are compared where the workbook is read."""
    return same_words(clean(text))
