"""The nine steps of writing a plan, by key and title; loads nothing, for the first paint."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """A step of the work: its stable key and its title in the list."""

    key: str
    title: str


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
