"""The steps of the work, by key and title, and how far one can be; loads nothing heavy."""

from __future__ import annotations

from typing import NamedTuple

EMPTY, STARTED, COMPLETE, ATTENTION = "empty", "started", "complete", "attention"


class Step(NamedTuple):
    """A step of the work: its stable key and its title in the list."""

    key: str
    title: str


# The nine steps of writing a plan.
STEPS: tuple[Step, ...] = (
    Step("general", "Datos generales"),
    Step("swot", "FODA"),
    Step("lines", "Líneas estratégicas"),
    Step("objectives", "Objetivos"),
    Step("goals", "Metas y actividades"),
    Step("resources", "Recursos e indicadores"),
    Step("schedule", "Cronograma"),
    Step("review", "Revisar"),
    Step("print", "Imprimir"),
)
# How a plan that is written reaches the planning office, as often as it changes.
SEND_STEP = Step("send", "Entregar")
# What is done with a plan that is written, while its year runs.
FOLLOW_STEPS: tuple[Step, ...] = (
    Step("tracking", "Seguimiento"),
    Step("reports", "Informes"),
)
ALL_STEPS = (*STEPS, SEND_STEP, *FOLLOW_STEPS)
# What the planning office does with the plans of all units, by group.
OFFICE_GROUPS: dict[str, tuple[Step, ...]] = {
    "Antes": (
        Step("material", "Material para las unidades"),
        Step("units", "Unidades esperadas"),
    ),
    "Recibir": (
        Step("deliveries", "Entregas"),
        Step("remarks", "Observaciones"),
        Step("compare", "Comparar"),
        Step("names", "Nombres por unificar"),
    ),
    "Documentos": (
        Step("consolidated", "POA consolidado"),
        Step("general_schedule", "Cronograma general"),
        Step("reports", "Informes"),
    ),
}
OFFICE_STEPS = tuple(step for steps in OFFICE_GROUPS.values() for step in steps)

_STEP_OF_TABLE = {
    "plan": "general",
    "swot_item": "swot",
    "strategic_line": "lines",
    "programme": "lines",
    "objective": "objectives",
    "goal": "goals",
    "activity": "goals",
    "resource": "resources",
    "indicator": "resources",
    "deviation": "tracking",
    "goal_comment": "reports",
    "objective_comment": "reports",
}


def step_of(table: str, field: str) -> str:
    """Return the key of the step in which a field of the rows of a table is written."""
    return "lines" if field == "strategy_source" else _STEP_OF_TABLE.get(table, "general")
