"""The flat tables of the analysis and the columns of each, in the order in which they are written.

Names are in Spanish, for the people who read them, and in plain letters, for their programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from poadesk.plan import schedule, totals
from poadesk.plan.analysis import cells, spots
from poadesk.plan.analysis.columns import Column, declared, reckoned
from poadesk.plan.analysis.spots import Spot, Unit
from poadesk.plan.profiles import profile_of
from poadesk.plan.remarks import place_words
from poadesk.plan.reports.branches import branch_key
from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A flat table: what its rows are, and where they come from."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    spots: Callable[[Unit], Iterator[Spot]]

    def rows(self, unit: Unit) -> Iterator[list[str]]:
        """Yield the cells of each row that a unit has in the table."""
        for spot in self.spots(unit):
            yield [column.cell(spot) for column in self.columns]


_SHARED_BY = {"code": "código", "text": "texto", "id": "fila"}


def _number(level: str) -> Callable[[Spot], str]:
    return lambda spot: spot.unit.numbers[getattr(spot, level).id]


def _id(level: str) -> Callable[[Spot], str]:
    return lambda spot: str(getattr(spot, level).id)


def _shared(level: str) -> Callable[[Spot], str]:
    """Return what makes a row the same in two units, as the reports join them."""

    def take(spot: Spot) -> str:
        kind, words = branch_key(getattr(spot, level))
        return f"{_SHARED_BY[kind]} {words}"

    return take


def _remarked(spot: Spot) -> str:
    plan = spot.unit.plan
    return place_words(plan, spot.row, spot.unit.numbers, profile_of(plan.profile))


def _of(name: str) -> Callable[[Spot], Any]:
    return lambda spot: getattr(spot.row, name)


_OWN_ID = reckoned("id", "Identificación de la fila, que no cambia nunca", _id("row"))
_UNIT = (
    reckoned("unidad_id", "La unidad, en la tabla unidades", lambda spot: spot.unit.plan.id),
    declared("plan", "unit", "unidad"),
)
_LINES = reckoned(
    "lineas",
    "Líneas estratégicas a las que responde el objetivo, separadas por punto y coma",
    lambda spot: spot.unit.lines[spot.objective.id],
)
_OBJECTIVE = (
    reckoned("objetivo_numero", "Número del objetivo en su plan", _number("objective")),
    declared("objective", "text", "objetivo"),
)
_GOAL = (
    reckoned("meta_numero", "Número de la meta en su plan", _number("goal")),
    declared("goal", "text", "meta"),
)
_OBJECTIVE_ID = reckoned("objetivo_id", "El objetivo, en la tabla objetivos", _id("objective"))
_GOAL_ID = reckoned("meta_id", "La meta, en la tabla metas", _id("goal"))
_ACTIVITY_ID = reckoned("actividad_id", "La actividad, en la tabla actividades", _id("activity"))
_OBJECTIVE_SHARED = reckoned(
    "objetivo_comun",
    "Igual en las unidades que comparten el objetivo: su código o, si no tiene o es un simple "
    "número, su texto",
    _shared("objective"),
)
_GOAL_SHARED = reckoned(
    "meta_comun",
    "Igual en las unidades que comparten la meta: su código o, si no tiene o es un simple "
    "número, su texto",
    _shared("goal"),
)
_COUNTED_IN_MONTHS, _IN_THE_UNIT_OF_THE_RESOURCE = "meses", "la unidad del recurso"

TABLES = (
    Table(
        "unidades",
        "Una fila por unidad, con los datos generales de su plan",
        (
            _OWN_ID,
            reckoned("orden", "Lugar de la unidad en el archivo", lambda s: s.unit.at, cells.WHOLE),
            declared("plan", "entity", "municipalidad"),
            declared("plan", "unit", "unidad"),
            declared("plan", "unit_code", "codigo_de_unidad"),
            declared("plan", "profile", "clase"),
            declared("plan", "title", "titulo"),
            declared("plan", "year_label", "anio"),
            declared("plan", "first_month", "primer_mes"),
            declared("plan", "month_count", "meses_del_plan", _COUNTED_IN_MONTHS),
            declared("plan", "currency", "moneda"),
            declared("plan", "state", "estado"),
            declared("plan", "revision", "revision"),
            declared("plan", "responsible", "elaborado_por"),
            declared("plan", "responsible_position", "cargo"),
            declared("plan", "place", "lugar"),
            declared("plan", "drafted_on", "fecha"),
            declared("plan", "general_objective", "objetivo_general"),
            declared("plan", "red_below_hundredths", "rojo_por_debajo_de"),
            declared("plan", "green_above_hundredths", "verde_por_encima_de"),
            declared("plan", "efficacy_cut_hundredths", "eficacia_aceptable_desde"),
            declared("plan", "recording_months", "meses_de_plazo", _COUNTED_IN_MONTHS),
            declared("plan", "recorded_months", "meses_que_se_registran"),
        ),
        spots.of_plan,
    ),
    Table(
        "objetivos",
        "Una fila por objetivo de cada unidad",
        (_OWN_ID, *_UNIT, _LINES, *_OBJECTIVE, _OBJECTIVE_SHARED),
        spots.of_objectives,
    ),
    Table(
        "metas",
        "Una fila por meta de cada objetivo",
        (
            _OWN_ID,
            _OBJECTIVE_ID,
            *_UNIT,
            _LINES,
            *_OBJECTIVE,
            *_GOAL,
            _GOAL_SHARED,
            reckoned(
                "periodo",
                "Periodo: el escrito o, si no lo hay, el del cronograma",
                lambda spot: schedule.period(spot.goal),
            ),
            reckoned(
                "costo",
                "Suma de los recursos de la meta que tienen cantidad y costo",
                lambda spot: totals.cost_of_goal(spot.goal),
                cells.MONEY,
            ),
        ),
        spots.of_goals,
    ),
    Table(
        "actividades",
        "Una fila por actividad, con la unidad, las líneas, el objetivo y la meta a que pertenece",
        (
            _OWN_ID,
            _GOAL_ID,
            _OBJECTIVE_ID,
            *_UNIT,
            _LINES,
            *_OBJECTIVE,
            _OBJECTIVE_SHARED,
            *_GOAL,
            _GOAL_SHARED,
            reckoned("numero", "Número de la actividad en su plan", _number("activity")),
            declared("activity", "text", "actividad"),
            declared("activity", "category", "categoria"),
            declared("activity", "unit_of_measure", "unidad_de_medida"),
            declared("activity", "annual_target_thousandths", "meta_anual"),
            declared("activity", "priority", "prioridad"),
            declared("activity", "cost_centre", "centro_de_costo"),
            declared("activity", "aggregation", "tipo_de_agregacion"),
            declared("activity", "responsible", "responsable"),
            declared("activity", "active", "activa"),
        ),
        spots.of_activities,
    ),
    Table(
        "meses",
        "Una fila por mes de cada actividad; vacío es “no se registró” y 0 es “no se hizo nada”",
        (
            _ACTIVITY_ID,
            _UNIT[0],
            declared("month_record", "month", "mes"),
            reckoned(
                "dentro_del_plan", "El mes cae en el año del plan", _of("is_in_plan"), cells.FLAG
            ),
            declared("month_record", "planned_thousandths", "programado"),
            declared("month_record", "done_thousandths", "ejecutado"),
            declared("month_record", "budget_cents", "presupuesto"),
            declared("month_record", "spent_cents", "gasto"),
            reckoned(
                "semanas", "Semanas marcadas (de 1 a 4), separadas por espacios", _of("weeks")
            ),
        ),
        spots.of_months,
    ),
    Table(
        "recursos",
        "Una fila por recurso de cada meta",
        (
            _OWN_ID,
            _GOAL_ID,
            *_UNIT,
            *_GOAL,
            declared("resource", "kind", "tipo"),
            declared("resource", "text", "recurso"),
            declared("resource", "quantity_thousandths", "cantidad", _IN_THE_UNIT_OF_THE_RESOURCE),
            declared("resource", "unit_cost_cents", "costo_unitario"),
            reckoned(
                "costo_total",
                "Cantidad por costo",
                lambda spot: totals.cost_of_resource(spot.row),
                cells.MONEY,
            ),
        ),
        spots.of_resources,
    ),
    Table(
        "indicadores",
        "Una fila por indicador de cada meta",
        (
            _OWN_ID,
            _GOAL_ID,
            *_UNIT,
            *_GOAL,
            declared("indicator", "text", "indicador"),
            declared("indicator", "formula", "como_se_calcula"),
            declared("indicator", "baseline", "punto_de_partida"),
            declared("indicator", "target", "se_quiere_llegar_a"),
            declared("indicator", "means_of_verification", "donde_se_comprueba"),
        ),
        spots.of_indicators,
    ),
    Table(
        "desviaciones",
        "Una fila por causa de atraso que se escribió de una actividad",
        (
            _OWN_ID,
            _ACTIVITY_ID,
            *_UNIT,
            declared("deviation", "month", "corte"),
            declared("deviation", "cause", "causa"),
            declared("deviation", "corrective_action", "que_se_hara"),
        ),
        spots.of_deviations,
    ),
    Table(
        "entregas",
        "Una fila por cada vez que el plan se envió, se recibió, se devolvió o se aprobó",
        (
            _OWN_ID,
            *_UNIT,
            declared("delivery", "event", "que_paso"),
            declared("delivery", "revision", "revision"),
            declared("delivery", "at", "cuando"),
            declared("delivery", "code", "codigo_de_verificacion"),
            declared("delivery", "file_name", "archivo"),
            declared("delivery", "errors", "hay_que_corregir"),
            declared("delivery", "warnings", "vale_la_pena_revisar"),
            declared("delivery", "activities", "actividades"),
        ),
        spots.of_deliveries,
    ),
    Table(
        "observaciones",
        "Una fila por observación de la oficina de planificación",
        (
            _OWN_ID,
            *_UNIT,
            reckoned("sobre", "De qué parte del plan trata", _remarked),
            declared("remark", "about_id", "fila_id"),
            declared("remark", "text", "observacion"),
            declared("remark", "written_by", "quien_observa"),
            declared("remark", "written_on", "fecha"),
            declared("remark", "answer", "respuesta"),
            declared("remark", "state", "estado"),
        ),
        spots.of_remarks,
    ),
)
