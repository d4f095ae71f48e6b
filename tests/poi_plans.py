"""A POI of the tax office of an invented Peruvian municipality, with given codes throughout."""

from __future__ import annotations

from itertools import count

from poadesk.plan import calendar
from poadesk.plan.model import (
    Activity,
    Goal,
    Indicator,
    MonthRecord,
    Objective,
    Plan,
    Resource,
    StrategicLine,
    SwotItem,
    SwotObjective,
)

MONTHS = calendar.months("2027-01", 12)
EVERY_MONTH, QUARTERS, HALVES = tuple(range(12)), (2, 5, 8, 11), (5, 11)
RECEPTION, COLLECTION, AUDIT, COERCION = (
    "Subgerencia de Orientación al Contribuyente",
    "Subgerencia de Recaudación",
    "Subgerencia de Fiscalización Tributaria",
    "Ejecutoría Coactiva",
)
# What an activity is: text, Actividad MEF, cost centre, priority, unit, aggregation, quantity of
# each of its months, the months, soles of each.
Told = tuple[str, str, str, str, str, str, int, tuple[int, ...], int]
TREE: tuple[tuple[str, tuple[tuple[str, str, str, tuple[Told, ...]], ...]], ...] = (
    (
        "Elevar el cumplimiento voluntario de las obligaciones tributarias en el distrito",
        (
            (
                "Orientación tributaria oportuna y cercana para los contribuyentes del distrito",
                "Porcentaje de contribuyentes que dicen haber resuelto su consulta en una visita",
                "82 %",
                (
                    (
                        "Atención de consultas sobre tributos en la plataforma y por teléfono",
                        "Gestión de la recaudación",
                        RECEPTION,
                        "high",
                        "consulta",
                        "annual",
                        1850,
                        EVERY_MONTH,
                        640_000,
                    ),
                    (
                        "Charlas en mercados y asociaciones de vivienda sobre predial y arbitrios",
                        "Gestión de la recaudación",
                        RECEPTION,
                        "medium",
                        "charla",
                        "annual",
                        4,
                        (1, 3, 5, 7, 9, 10),
                        95_000,
                    ),
                    (
                        "Publicación del calendario de vencimientos y de los beneficios vigentes",
                        "Gestión de la recaudación",
                        RECEPTION,
                        "low",
                        "publicación",
                        "annual",
                        1,
                        QUARTERS,
                        30_000,
                    ),
                ),
            ),
            (
                "Canales de pago variados y seguros al alcance de los contribuyentes",
                "Porcentaje de la recaudación que entra por canales distintos de la caja",
                "45 %",
                (
                    (
                        "Conciliación diaria de los pagos recibidos por bancos y por internet",
                        "Gestión de la recaudación",
                        COLLECTION,
                        "very_high",
                        "reporte",
                        "annual",
                        22,
                        EVERY_MONTH,
                        118_000,
                    ),
                    (
                        "Mantenimiento en línea de la ventanilla virtual de pagos",
                        "Tecnologías de la información",
                        COLLECTION,
                        "high",
                        "servicio",
                        "monthly",
                        1,
                        EVERY_MONTH,
                        260_000,
                    ),
                ),
            ),
        ),
    ),
    (
        "Ampliar la base de contribuyentes con información catastral y comercial confiable",
        (
            (
                "Fiscalización focalizada de predios y negocios con diferencias declaradas",
                "Predios con diferencia que regularizan su declaración en el año",
                "1,400 predios",
                (
                    (
                        "Inspección de predios con área construida mayor que la declarada",
                        "Fiscalización tributaria",
                        AUDIT,
                        "very_high",
                        "inspección",
                        "annual",
                        210,
                        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                        733_000,
                    ),
                    (
                        "Emisión de resoluciones de determinación a quienes declararon de menos",
                        "Fiscalización tributaria",
                        AUDIT,
                        "high",
                        "resolución",
                        "annual",
                        160,
                        EVERY_MONTH,
                        212_000,
                    ),
                    (
                        "Cruce de licencias de funcionamiento con el registro de contribuyentes",
                        "Fiscalización tributaria",
                        AUDIT,
                        "medium",
                        "cruce",
                        "annual",
                        1,
                        HALVES,
                        48_000,
                    ),
                ),
            ),
            (
                "Registro de contribuyentes depurado y puesto al día en favor de los administrados",
                "Porcentaje de fichas del registro sin datos en blanco",
                "91 %",
                (
                    (
                        "Actualización de domicilios fiscales devueltos por el servicio de correo",
                        "Gestión de la recaudación",
                        RECEPTION,
                        "medium",
                        "ficha",
                        "annual",
                        540,
                        EVERY_MONTH,
                        87_500,
                    ),
                    (
                        "Proporción de fichas revisadas que quedan sin observación",
                        "Gestión de la recaudación",
                        RECEPTION,
                        "medium",
                        "porcentaje",
                        "none",
                        90,
                        QUARTERS,
                        0,
                    ),
                ),
            ),
        ),
    ),
    (
        "Recuperar la deuda vencida con procedimientos respetuosos y dentro del plazo de ley",
        (
            (
                "Cobranza ordinaria continua de la deuda del año en favor de la municipalidad",
                "Porcentaje de la deuda del año que se cobra antes de pasar a coactiva",
                "68 %",
                (
                    (
                        "Notificación de órdenes de pago del impuesto predial por cuartel",
                        "Gestión de la cobranza",
                        COLLECTION,
                        "very_high",
                        "notificación",
                        "annual",
                        3200,
                        QUARTERS,
                        1_415_000,
                    ),
                    (
                        "Gestión telefónica de cuotas de fraccionamiento por vencer",
                        "Gestión de la cobranza",
                        COLLECTION,
                        "medium",
                        "llamada",
                        "annual",
                        980,
                        EVERY_MONTH,
                        154_000,
                    ),
                    (
                        "Cartera en seguimiento por gestor de cobranza",
                        "Gestión de la cobranza",
                        COLLECTION,
                        "low",
                        "expediente",
                        "monthly",
                        430,
                        EVERY_MONTH,
                        0,
                    ),
                ),
            ),
            (
                "Cobranza coactiva ágil y debidamente sustentada ante los obligados",
                "Expedientes coactivos concluidos sin nulidad",
                "1,150 expedientes",
                (
                    (
                        "Inicio de procedimientos con valores exigibles recibidos de recaudación",
                        "Gestión de la cobranza",
                        COERCION,
                        "high",
                        "expediente",
                        "annual",
                        125,
                        EVERY_MONTH,
                        187_300,
                    ),
                    (
                        "Ejecución de medidas cautelares de retención en entidades bancarias",
                        "Gestión de la cobranza",
                        COERCION,
                        "high",
                        "medida",
                        "annual",
                        60,
                        (2, 3, 4, 5, 6, 7, 8, 9, 10),
                        99_000,
                    ),
                ),
            ),
        ),
    ),
)


def poi_plan() -> Plan:
    """Return the plan: three OEI, six AEI and fifteen AO; its ids are o1, g11, a1 and so on."""
    serial = count(1)
    return Plan(
        id="plan",
        profile="poi",
        entity="Municipalidad Distrital de Valle Hermoso",
        unit="Gerencia de Administración Tributaria",
        title="Plan Operativo Institucional",
        year_label="2027",
        first_month=MONTHS[0],
        responsible="Rosa Elvira Ccahuana Poma",
        responsible_position="Gerenta de Administración Tributaria",
        place="Valle Hermoso",
        drafted_on="Octubre de 2026",
        introduction="La gerencia recauda los tributos del distrito y orienta a quienes los pagan.",
        general_objective="Recaudar a tiempo y con trato digno lo que el distrito necesita.",
        strategy_source="Plan Estratégico Institucional 2025-2030",
        currency="S/",
        strategic_lines=(
            StrategicLine(id="line", name="Gestión municipal moderna y cercana al vecino"),
        ),
        swot_items=_swot(),
        objectives=tuple(
            Objective(
                id=f"o{at}",
                position=at - 1,
                code=f"OEI.0{at}",
                text=text,
                goals=tuple(_goal(at, at_goal, *told, serial) for at_goal, told in goals),
            )
            for at, (text, branches) in enumerate(TREE, 1)
            for goals in [tuple(enumerate(branches, 1))]
        ),
    )


def _goal(
    at: int, at_goal: int, text: str, indicator: str, target: str, told: object, serial: count[int]
) -> Goal:
    assert isinstance(told, tuple)
    key = f"{at}{at_goal}"
    return Goal(
        id=f"g{key}",
        position=at_goal - 1,
        code=f"AEI.0{at}.0{at_goal}",
        text=text,
        activities=tuple(_activity(place, next(serial), *one) for place, one in enumerate(told)),
        resources=(
            Resource(
                id=f"r{key}",
                text="Servicio de impresión y mensajería",
                quantity_thousandths=12_000,
                unit_cost_cents=450_000,
            ),
        ),
        indicators=(Indicator(id=f"i{key}", text=indicator, target=target),),
    )


def _activity(
    place: int,
    serial: int,
    text: str,
    category: str,
    cost_centre: str,
    priority: str,
    unit: str,
    aggregation: str,
    quantity: int,
    months: tuple[int, ...],
    soles: int,
) -> Activity:
    records = tuple(
        MonthRecord(
            id=f"m{serial}-{month}",
            position=at,
            month=MONTHS[month],
            planned_thousandths=quantity * 1000,
            budget_cents=soles or None,
        )
        for at, month in enumerate(months)
    )
    return Activity(
        id=f"a{serial}",
        position=place,
        code=f"AOI301586{serial * 17:05d}",
        text=text,
        category=category,
        unit_of_measure=unit,
        annual_target_thousandths=quantity * 1000 * len(months),
        priority=priority,
        cost_centre=cost_centre,
        aggregation=aggregation,
        responsible="Equipo de turno",
        months=records,
    )


def _swot() -> tuple[SwotItem, ...]:
    items = (
        ("strength", "Orientadores con más de cinco años en la plataforma", ""),
        ("opportunity", "Los bancos ofrecen convenios de recaudación sin costo", ""),
        ("weakness", "Tres de cada diez domicilios fiscales ya no son los vigentes", "o2"),
        ("threat", "Prescribe en diciembre la deuda de cuatro años atrás", "o3"),
    )
    return tuple(
        SwotItem(
            id=quadrant,
            quadrant=quadrant,
            text=text,
            objectives=(SwotObjective(id=f"tie-{quadrant}", objective_id=tied),) if tied else (),
        )
        for quadrant, text, tied in items
    )
