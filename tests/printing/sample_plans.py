"""Plans for the tests of the papers, written afresh."""

from __future__ import annotations

import itertools
from typing import Any

from poadesk.plan import calendar
from poadesk.plan.model import (
    Activity,
    Goal,
    Indicator,
    MonthRecord,
    Objective,
    ObjectiveLine,
    Plan,
    Programme,
    Resource,
    StrategicLine,
    SwotItem,
    SwotObjective,
    WeekMark,
)

_ids = itertools.count(1)


def _id() -> str:
    return f"row-{next(_ids)}"


def activity(
    text: str, months: str = "", quantities: dict[int, int] | None = None, **fields: Any
) -> Activity:
    """`months` is a pattern such as `XX..X.......`; quantities are {month number from 1: count}."""
    first = fields.pop("first_month", "2027-01")
    planned = {at: 1 for at, mark in enumerate(months) if mark == "X"}
    planned |= {at - 1: count for at, count in (quantities or {}).items()}
    records = tuple(
        MonthRecord(id=_id(), month=calendar.shifted(first, at), planned_thousandths=count * 1000)
        for at, count in planned.items()
    )
    return Activity(id=_id(), text=text, months=records, **fields)


def weekly(text: str, weeks: dict[int, tuple[int, ...]], **fields: Any) -> Activity:
    marks = tuple(
        WeekMark(id=_id(), month=calendar.shifted("2027-01", month - 1), week=week)
        for month, numbers in weeks.items()
        for week in numbers
    )
    return Activity(id=_id(), text=text, weeks=marks, **fields)


def resource(
    text: str, quantity: int | None = None, cost: int | None = None, kind: str = ""
) -> Resource:
    thousandths = None if quantity is None else quantity * 1000
    return Resource(
        id=_id(), text=text, kind=kind, quantity_thousandths=thousandths, unit_cost_cents=cost
    )


def indicator(text: str, **fields: str) -> Indicator:
    return Indicator(id=_id(), text=text, **fields)


def goal(
    text: str,
    activities: tuple[Activity, ...] = (),
    resources: tuple[Resource, ...] = (),
    indicators: tuple[Indicator, ...] = (),
    **fields: Any,
) -> Goal:
    return Goal(
        id=_id(),
        text=text,
        activities=activities,
        resources=resources,
        indicators=indicators,
        **fields,
    )


def objective(text: str, *goals: Goal, lines: tuple[str, ...] = (), **fields: Any) -> Objective:
    ties = tuple(ObjectiveLine(id=_id(), strategic_line_id=line) for line in lines)
    return Objective(id=_id(), text=text, goals=goals, lines=ties, **fields)


def swot_item(quadrant: str, text: str, *objectives: str) -> SwotItem:
    ties = tuple(SwotObjective(id=_id(), objective_id=row) for row in objectives)
    return SwotItem(id=_id(), quadrant=quadrant, text=text, objectives=ties)


def plan(**fields: Any) -> Plan:
    """A plan with nothing but its cover facts, and what is given."""
    facts = {
        "entity": "Alcaldía Municipal de Villa Serena",
        "unit": "Unidad de Parques y Zonas Verdes",
        "year_label": "2027",
        "responsible": "Ing. Julia Amaya Cornejo",
        "responsible_position": "Encargada de la unidad",
        "place": "Villa Serena",
        "drafted_on": "Octubre de 2026",
    }
    return Plan(id=_id(), **(facts | fields))


def full_plan(**fields: Any) -> Plan:
    """A plan with something in every field that the papers show."""
    whole = {
        "unit_code": "PZ-07",
        "reviewed_by": "Arq. Tomás Regalado Luna",
        "reviewed_position": "Gerente de Servicios",
        "authorized_by": "Dra. Elsa Marina Quiteño",
        "authorized_position": "Alcaldesa",
        "introduction": (
            "La unidad cuida doce parques y treinta arriates repartidos en cuatro distritos.\n"
            "Este plan nació de recorridos hechos con las juntas vecinales durante el invierno, "
            "en los que se anotó qué árboles peligran y qué juegos necesitan reparación."
        ),
        "general_objective": (
            "Mantener los parques del municipio limpios, iluminados y con sombra, para que las "
            "familias los usen todos los días."
        ),
        "strategy_source": "Plan de Desarrollo Local 2025-2030, capítulo de espacios públicos",
        "strategic_lines": _lines(),
        "objectives": _objectives(),
    }
    result = plan(**(whole | fields))
    if "swot_items" not in fields:
        first = result.objectives[0].id if result.objectives else ""
        result = plan(**(whole | {"swot_items": _swot(first)} | fields))
    return result


def _lines() -> tuple[StrategicLine, ...]:
    return (
        StrategicLine(
            id="line-green",
            name="Municipio verde",
            objective="Ampliar y cuidar los espacios abiertos de la ciudad.",
            programmes=(
                Programme(id=_id(), code="1.1", name="Arborización urbana"),
                Programme(id=_id(), code="1.2", name="Parques con vida"),
            ),
        ),
        StrategicLine(id="line-near", name="Servicios cercanos", objective=""),
    )


def _swot(first_objective: str) -> tuple[SwotItem, ...]:
    return (
        swot_item("strength", "Vivero propio con nueve mil plantas.", first_objective),
        swot_item("strength", "Cuadrilla con jardineros de oficio."),
        swot_item("opportunity", "Empresas dispuestas a apadrinar parques."),
        swot_item("weakness", "Una sola cisterna para todo el riego."),
        swot_item("weakness", "No hay inventario de árboles."),
        swot_item("threat", "Veranos cada vez más largos."),
    )


def _objectives() -> tuple[Objective, ...]:
    return (
        objective(
            "Conservar sano el arbolado de los parques y de las calles principales.",
            goal(
                "Revisar 1,800 árboles y podar los que ponen en riesgo a las personas.",
                (
                    activity(
                        "Levantar la ficha de cada árbol con fotografía y diámetro.",
                        quantities={1: 300, 2: 300, 3: 400, 4: 400, 5: 400},
                        unit_of_measure="Ficha",
                        annual_target_thousandths=1_800_000,
                        responsible="Técnico forestal",
                    ),
                    activity("Podar ramas secas antes del invierno.", ".XXX........"),
                ),
                (
                    resource("Motosierra de altura", 2, 41_550, kind="Equipo"),
                    resource("Combustible mezclado (galones)", 60, 425),
                    resource("Cuerdas y arneses", 4),
                ),
                (
                    indicator(
                        "Árboles revisados con ficha completa",
                        formula="fichas completas ÷ árboles contados × 100",
                        baseline="12 %",
                        target="100 %",
                        means_of_verification="Archivo de fichas",
                    ),
                ),
            ),
            goal(
                "Reponer los árboles que hayan muerto.",
                (activity("Sembrar y regar durante tres meses.", "....XXXX...."),),
                (resource("Abono orgánico (sacos)", 90, 315),),
                (indicator("Árboles vivos al cierre del año"),),
                period_text="Época lluviosa",
            ),
            lines=("line-green",),
        ),
        objective(
            "Tener los juegos infantiles seguros y el alumbrado encendido.",
            goal(
                "Atender cada reporte en menos de cinco días.",
                (
                    activity("Recorrer los parques cada semana.", "XXXXXXXXXXXX"),
                    activity("Cambiar luminarias quemadas.", "X..X..X..X.."),
                ),
                (resource("Camión con canasta, un día por semana"),),
                (indicator("Bitácora de recorridos"),),
            ),
        ),
    )
