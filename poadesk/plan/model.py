"""The plan as frozen dataclasses; each field is declared here once, with its label and its kind.

A class that has a `TABLE` is one table of the file: `id`, the id of its parent, `position` among
its siblings, and its declared fields. Children hang in tuples, already in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, fields
from functools import cache
from typing import Any, ClassVar

from poadesk.plan.fields import (
    Choice,
    Field,
    Flag,
    Money,
    Month,
    Percent,
    Picture,
    Quantity,
    Text,
    Whole,
    Year,
)
from poadesk.quick_dataclass import dataclass

QUADRANTS = ("strength", "opportunity", "weakness", "threat")
WEEKS_IN_A_MONTH = 4


def new_id() -> str:
    """Return a fresh id; ids are made once and never used again for another row."""
    # Local: it first asks the system for its name, which a plan that is opened need not wait for.
    import uuid

    return str(uuid.uuid4())


def declared(kind: Field, default: Any = "") -> Any:
    """Declare a stored field with its kind and its default."""
    return field(default=default, metadata={"field": kind})


def children() -> Any:
    """Declare the rows of another table that belong to this one, in their order."""
    return field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has: an id that never changes and a place among its siblings."""

    TABLE: ClassVar[str] = ""
    PARENT: ClassVar[str] = ""
    id: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRecord(Row):
    """Planned and done of an activity in one month. None is "not recorded", 0 is "nothing"."""

    TABLE: ClassVar[str] = "month_record"
    PARENT: ClassVar[str] = "activity"
    month: str = declared(Month("Mes"))
    planned_thousandths: int | None = declared(Quantity("Programado"), None)
    done_thousandths: int | None = declared(Quantity("Ejecutado"), None)
    budget_cents: int | None = declared(Money("Presupuesto"), None)
    spent_cents: int | None = declared(Money("Gasto"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMark(Row):
    """A week (1 to 4) of a month in which an activity is done; for plans kept by weeks."""

    TABLE: ClassVar[str] = "week_mark"
    PARENT: ClassVar[str] = "activity"
    month: str = declared(Month("Mes"))
    week: int = declared(Whole("Semana"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation(Row):
    """Why an activity fell short up to a cut-off month, and what will be done about it."""

    TABLE: ClassVar[str] = "deviation"
    PARENT: ClassVar[str] = "activity"
    month: str = declared(Month("Corte"))
    cause: str = declared(
        Text(
            "¿Por qué se atrasó?",
            lines=3,
            example="Dos meses sin vehículo: estuvo en el taller.",
        )
    )
    corrective_action: str = declared(
        Text("¿Qué se hará?", lines=3, example="Prestar el de Catastro los martes y jueves.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Row):
    """What somebody does, with its months. Without a unit of measure its months carry an X."""

    TABLE: ClassVar[str] = "activity"
    PARENT: ClassVar[str] = "goal"
    code: str = declared(Text("Código", help="Déjelo vacío para numerar solo."))
    text: str = declared(
        Text(
            "Actividad",
            lines=2,
            help="Lo que alguien hace, con un resultado que se puede contar.",
            example="Entregar avisos de cobro a domicilio",
        )
    )
    category: str = declared(Text("Categoría", help="Si su municipalidad usa una clasificación."))
    unit_of_measure: str = declared(
        Text("Unidad de medida", example="aviso", help="Vacía si los meses se marcan con X.")
    )
    annual_target_thousandths: int | None = declared(
        Quantity("Meta anual", example="2,400", help="Cuánto se hará en todo el año."), None
    )
    priority: str = declared(
        Choice(
            "Prioridad",
            options=(
                ("", "Sin indicar"),
                ("very_high", "Muy Alta"),
                ("high", "Alta"),
                ("medium", "Media"),
                ("low", "Baja"),
            ),
        )
    )
    cost_centre: str = declared(Text("Centro de costo", help="Si su municipalidad los usa."))
    aggregation: str = declared(
        Choice(
            "Tipo de agregación",
            options=(
                ("", "Sin indicar"),
                ("annual", "Acumulado Anual"),
                ("monthly", "Acumulado Mensual"),
                ("none", "No Acumulado"),
            ),
        )
    )
    responsible: str = declared(Text("Responsable", example="Gestores de cobro"))
    active: int = declared(Flag("Activa"), 1)
    months: tuple[MonthRecord, ...] = children()
    weeks: tuple[WeekMark, ...] = children()
    deviations: tuple[Deviation, ...] = children()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Row):
    """Something a goal needs; with quantity and unit cost it also has a total."""

    TABLE: ClassVar[str] = "resource"
    PARENT: ClassVar[str] = "goal"
    kind: str = declared(Text("Tipo", example="Materiales"))
    text: str = declared(Text("Recurso", lines=2, example="Papel de seguridad (resmas)"))
    quantity_thousandths: int | None = declared(Quantity("Cantidad"), None)
    unit_cost_cents: int | None = declared(Money("Costo"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """How one will know whether a goal was reached."""

    TABLE: ClassVar[str] = "indicator"
    PARENT: ClassVar[str] = "goal"
    text: str = declared(Text("Indicador", lines=2, example="Avisos entregados con constancia"))
    formula: str = declared(
        Text(
            "Cómo se calcula",
            lines=2,
            help="Qué se suma, o qué se divide entre qué.",
            example="entregados ÷ emitidos × 100",
        )
    )
    baseline: str = declared(
        Text("Punto de partida", help="Cuánto es hoy, antes de empezar.", example="74 %")
    )
    target: str = declared(
        Text("Se quiere llegar a", help="Cuánto debe ser al terminar el año.", example="95 %")
    )
    means_of_verification: str = declared(
        Text(
            "Dónde se comprueba",
            lines=2,
            help="Un papel que cualquiera puede ver.",
            example="Talonarios firmados",
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalComment(Row):
    """What the person says of a goal's evaluation up to a cut-off month, in her own words."""

    TABLE: ClassVar[str] = "goal_comment"
    PARENT: ClassVar[str] = "goal"
    month: str = declared(Month("Corte"))
    text: str = declared(Text("Comentario", lines=3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Row):
    """A goal (meta) of an objective; its text may be empty where a unit only lists activities."""

    TABLE: ClassVar[str] = "goal"
    PARENT: ClassVar[str] = "objective"
    code: str = declared(Text("Código", help="Déjelo vacío para numerar solo."))
    text: str = declared(
        Text(
            "Meta",
            lines=2,
            help="Cuánto, de qué y para cuándo.",
            example="Notificar a 2,400 contribuyentes con más de tres meses de atraso",
        )
    )
    period_text: str = declared(
        Text("Periodo", help="Vacío: se escribe solo, según el cronograma.", example="2027")
    )
    activities: tuple[Activity, ...] = children()
    resources: tuple[Resource, ...] = children()
    indicators: tuple[Indicator, ...] = children()
    comments: tuple[GoalComment, ...] = children()

    @property
    def has_resources(self) -> bool:
        """Say whether a resource is written; one that was only begun is none."""
        return any(one.text.strip() for one in self.resources)

    @property
    def has_indicator(self) -> bool:
        """Say whether an indicator is written; one that was only begun is none."""
        return any(one.text.strip() for one in self.indicators)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveLine(Row):
    """Ties an objective to a strategic line."""

    TABLE: ClassVar[str] = "objective_line"
    PARENT: ClassVar[str] = "objective"
    strategic_line_id: str = declared(Text("Línea estratégica"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveComment(Row):
    """What the person says of an objective's evaluation up to a cut-off month."""

    TABLE: ClassVar[str] = "objective_comment"
    PARENT: ClassVar[str] = "objective"
    month: str = declared(Month("Corte"))
    text: str = declared(Text("Comentario", lines=3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Row):
    """A specific objective of the plan."""

    TABLE: ClassVar[str] = "objective"
    PARENT: ClassVar[str] = "plan"
    code: str = declared(Text("Código", help="Déjelo vacío para numerar solo."))
    text: str = declared(
        Text(
            "Objetivo",
            lines=3,
            help="Qué quiere lograr la unidad en el año.",
            example="Reducir en 12 % la mora de inmuebles y negocios",
        )
    )
    lines: tuple[ObjectiveLine, ...] = children()
    goals: tuple[Goal, ...] = children()
    comments: tuple[ObjectiveComment, ...] = children()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Row):
    """A programme of a strategic line."""

    TABLE: ClassVar[str] = "programme"
    PARENT: ClassVar[str] = "strategic_line"
    code: str = declared(Text("Código", example="1.1"))
    name: str = declared(Text("Programa", lines=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicLine(Row):
    """A strategic line of the municipality's own plan, to which the objectives answer."""

    TABLE: ClassVar[str] = "strategic_line"
    PARENT: ClassVar[str] = "plan"
    code: str = declared(Text("Código", help="Déjelo vacío para numerar solo."))
    name: str = declared(
        Text("Línea estratégica", lines=2, example="Finanzas sanas y cuentas claras")
    )
    objective: str = declared(
        Text("Objetivo de la línea", lines=3, help="Cópielo de donde está la línea, si lo tiene.")
    )
    programmes: tuple[Programme, ...] = children()


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotObjective(Row):
    """Ties a SWOT item to an objective that answers it."""

    TABLE: ClassVar[str] = "swot_objective"
    PARENT: ClassVar[str] = "swot_item"
    objective_id: str = declared(Text("Objetivo"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotItem(Row):
    """A strength, opportunity, weakness or threat; `position` counts within its quadrant."""

    TABLE: ClassVar[str] = "swot_item"
    PARENT: ClassVar[str] = "plan"
    quadrant: str = declared(
        Choice(
            "Cuadrante",
            options=(
                ("strength", "Fortaleza"),
                ("opportunity", "Oportunidad"),
                ("weakness", "Debilidad"),
                ("threat", "Amenaza"),
            ),
        ),
        "strength",
    )
    text: str = declared(Text("Texto", lines=2))
    objectives: tuple[SwotObjective, ...] = children()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Row):
    """What the planning office says of a field of a row, and what the unit answers.

    `about_id` names the row, which may be gone by now; `about_field` the field, "" for all of it.
    """

    TABLE: ClassVar[str] = "remark"
    PARENT: ClassVar[str] = "plan"
    about_id: str = declared(Field("Fila"))
    about_field: str = declared(Field("Campo"))
    text: str = declared(Field("Observación", lines=3))
    written_by: str = declared(Field("Quién observa"))
    written_on: str = declared(Field("Fecha de la observación"))
    answer: str = declared(Field("Respuesta", lines=3))
    state: str = declared(
        Choice(
            "Estado",
            options=(("open", "Abierta"), ("answered", "Respondida"), ("resolved", "Resuelta")),
        ),
        "open",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Row):
    """That a plan was sent, received, returned or approved as it was then.

    `digest` tells the exact content, which the file keeps beside the plan; `code` is what stands
    on the signed paper. `errors` and `warnings` count what Revisar said of it.
    """

    TABLE: ClassVar[str] = "delivery"
    PARENT: ClassVar[str] = "plan"
    event: str = declared(
        Choice(
            "Qué pasó",
            options=(
                ("sent", "Enviado"),
                ("received", "Recibido"),
                ("returned", "Devuelto"),
                ("approved", "Aprobado"),
            ),
        ),
        "sent",
    )
    revision: int = declared(Whole("Revisión"), 1)
    at: str = declared(Field("Cuándo"))
    digest: str = declared(Field("Contenido"))
    code: str = declared(Field("Código de verificación"))
    file_name: str = declared(Field("Archivo"))
    errors: int = declared(Whole("Hay que corregir"), 0)
    warnings: int = declared(Whole("Vale la pena revisar"), 0)
    activities: int = declared(Whole("Actividades"), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPart(Row):
    """What the planning office has given in a row: the names of its fields, apart by spaces."""

    TABLE: ClassVar[str] = "kit_part"
    PARENT: ClassVar[str] = "plan"
    about_id: str = declared(Field("Fila"))
    given_fields: str = declared(Field("Campos"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueItem(Row):
    """A name that the planning office gives to all: a unit, a unit of measure, a cost centre."""

    TABLE: ClassVar[str] = "catalogue_item"
    PARENT: ClassVar[str] = "plan"
    kind: str = declared(
        Choice(
            "Clase",
            options=(
                ("unit", "Unidad"),
                ("unit_of_measure", "Unidad de medida"),
                ("cost_centre", "Centro de costo"),
                ("category", "Categoría"),
            ),
        ),
        "unit",
    )
    code: str = declared(Field("Código"))
    name: str = declared(Field("Nombre", lines=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Row):
    """The annual operating plan of one unit, or what the planning office gives to all units."""

    TABLE: ClassVar[str] = "plan"
    profile: str = declared(
        Choice("Clase de plan", options=(("poa", "POA municipal"), ("poi", "POI"))), "poa"
    )
    entity: str = declared(Text("Municipalidad", example="Alcaldía Municipal de …"))
    unit: str = declared(Text("Unidad", example="Cuentas Corrientes"))
    unit_code: str = declared(Text("Código de la unidad", help="Si su municipalidad usa uno."))
    title: str = declared(Text("Título"), "Plan Operativo Anual")
    year_label: str = declared(Year("Año", example="2027"))
    first_month: str = declared(Month("Primer mes"), "2027-01")
    month_count: int = declared(Whole("Meses del plan"), 12)
    schedule_step: str = declared(
        Choice("Cronograma por", options=(("month", "Meses"), ("week", "Semanas"))), "month"
    )
    responsible: str = declared(Text("Elaborado por", example="Licda. …"))
    responsible_position: str = declared(Text("Cargo", example="Jefa de …"))
    place: str = declared(Text("Lugar"))
    drafted_on: str = declared(Text("Fecha", example="Noviembre de 2026"))
    reviewed_by: str = declared(Text("Revisado por"))
    reviewed_position: str = declared(Text("Cargo de quien revisa"))
    authorized_by: str = declared(Text("Autorizado por"))
    authorized_position: str = declared(Text("Cargo de quien autoriza"))
    introduction: str = declared(
        Text(
            "Introducción",
            lines=6,
            help="Qué hace la unidad, cómo le fue el año anterior y qué se propone este año.",
        )
    )
    general_objective: str = declared(
        Text(
            "Objetivo general",
            lines=3,
            help="Una sola oración: qué quiere lograr la unidad en el año y para quién.",
        )
    )
    strategy_source: str = declared(
        Text(
            "De dónde salen las líneas estratégicas",
            example="Plan Estratégico Municipal 2025-2029",
        )
    )
    currency: str = declared(Text("Moneda", example="$"), "$")
    logo: bytes | None = declared(Picture("Escudo"), None)
    state: str = declared(
        Choice(
            "Estado",
            options=(
                ("draft", "Borrador"),
                ("delivered", "Enviado"),
                ("observed", "Observado"),
                ("approved", "Aprobado"),
            ),
        ),
        "draft",
    )
    revision: int = declared(Whole("Revisión"), 1)
    red_below_hundredths: int = declared(Percent("Rojo, por debajo de"), 7500)
    green_above_hundredths: int = declared(Percent("Verde, por encima de"), 9500)
    efficacy_cut_hundredths: int = declared(Percent("Eficacia aceptable desde"), 7500)
    cause_below_hundredths: int = declared(Percent("Se pide la causa por debajo de"), 7500)
    recording_months: int = declared(Whole("Meses de plazo para registrar", most=12), 1)
    recorded_months: str = declared(
        Choice(
            "Meses que se registran",
            options=(("all", "Todos"), ("planned", "Solo los programados")),
        ),
        "all",
    )
    role: str = declared(
        Choice("Para quién", options=(("plan", "Una unidad"), ("kit", "Todas las unidades"))),
        "plan",
    )
    kit_id: str = declared(Field("Material de la oficina"))
    kit_version: int = declared(Whole("Versión del material"), 0)
    due_on: str = declared(Text("La entrega cierra", example="20 de noviembre de 2026"))
    strategic_lines: tuple[StrategicLine, ...] = children()
    swot_items: tuple[SwotItem, ...] = children()
    objectives: tuple[Objective, ...] = children()
    remarks: tuple[Remark, ...] = children()
    deliveries: tuple[Delivery, ...] = children()
    kit_parts: tuple[KitPart, ...] = children()
    catalogue: tuple[CatalogueItem, ...] = children()

    def quadrant(self, name: str) -> tuple[SwotItem, ...]:
        """Return the SWOT items of one of `QUADRANTS`, in order."""
        return tuple(item for item in self.swot_items if item.quadrant == name)

    def goals(self) -> Iterator[Goal]:
        """Yield every goal in the order of the plan."""
        for objective in self.objectives:
            yield from objective.goals

    def activities(self) -> Iterator[Activity]:
        """Yield every activity in the order of the plan."""
        for goal in self.goals():
            yield from goal.activities


# Parents before children: the order in which rows can be written.
ROW_CLASSES: tuple[type[Row], ...] = (
    Plan,
    StrategicLine,
    Programme,
    Objective,
    ObjectiveLine,
    SwotItem,
    SwotObjective,
    Goal,
    Activity,
    Resource,
    Indicator,
    MonthRecord,
    WeekMark,
    Deviation,
    GoalComment,
    ObjectiveComment,
    Remark,
    Delivery,
    KitPart,
    CatalogueItem,
)
BY_TABLE: dict[str, type[Row]] = {cls.TABLE: cls for cls in ROW_CLASSES}
# Attribute of a parent that holds each child table.
_CHILD_ATTRIBUTES: dict[str, dict[str, str]] = {
    "plan": {
        "strategic_line": "strategic_lines",
        "swot_item": "swot_items",
        "objective": "objectives",
        "remark": "remarks",
        "delivery": "deliveries",
        "kit_part": "kit_parts",
        "catalogue_item": "catalogue",
    },
    "strategic_line": {"programme": "programmes"},
    "swot_item": {"swot_objective": "objectives"},
    "objective": {
        "objective_line": "lines",
        "goal": "goals",
        "objective_comment": "comments",
    },
    "goal": {
        "activity": "activities",
        "resource": "resources",
        "indicator": "indicators",
        "goal_comment": "comments",
    },
    "activity": {"month_record": "months", "week_mark": "weeks", "deviation": "deviations"},
}


def child_attributes(table: str) -> dict[str, str]:
    """Return {child table: attribute of the parent's dataclass} for a table."""
    return _CHILD_ATTRIBUTES.get(table, {})


def parent_column(table: str) -> str:
    """Return the column that holds the parent's id (`goal_id`), or "" for a plan."""
    parent = BY_TABLE[table].PARENT
    return f"{parent}_id" if parent else ""


@cache
def declared_fields(table: str) -> dict[str, Field]:
    """Return {field name: its declaration} of a table, in the order of the dataclass."""
    return {f.name: f.metadata["field"] for f in fields(BY_TABLE[table]) if "field" in f.metadata}


@cache
def text_fields(table: str) -> tuple[str, ...]:
    """Return the fields of a table in which a person writes words; the ids of ties are none."""
    return tuple(
        name
        for name, kind in declared_fields(table).items()
        if type(kind) is Text and not name.endswith("_id")
    )


def rows_under(row: Row) -> Iterator[tuple[str, Row]]:
    """Yield (parent id, row) for every row below one, parents before their children."""
    for attribute in child_attributes(row.TABLE).values():
        for child in getattr(row, attribute):
            yield row.id, child
            if child.TABLE in _CHILD_ATTRIBUTES:  # the months, most rows by far, have none below
                yield from rows_under(child)


def find(plan: Plan, row_id: str) -> Row | None:
    """Return the row of a plan with this id (the plan itself too), or None."""
    if plan.id == row_id:
        return plan
    return next((row for _, row in rows_under(plan) if row.id == row_id), None)
