"""A year of two offices with every case that a printed report tells apart."""

from __future__ import annotations

from datetime import date

from follow_up_plans import action, followed

from poadesk.plan.model import Objective, Plan, new_id

TODAY = date(2027, 8, 1)


def two_offices() -> tuple[Plan, Plan]:
    """One with S.P., S.I., not accumulated, inactive and undervalued work, one without money."""
    visits = followed(
        [1200, 1100, 1300, 0, 1250, 1000],
        [1184, 1100, 1200, 0, 1301, 990],
        [42_000, 42_000, 45_000],
        [41_210.5, 0, 44_870.15],
        text="Orientar a quienes llegan a la plataforma de servicios",
        code="AO01",
        category="Gestión de cobros",
        cost_centre="Oficina de Orientación",
        priority="very_high",
        aggregation="annual",
    )
    talks = followed(
        {7: 4},
        [0, 1],
        spent=[350],
        text="Dar charlas en los mercados",
        code="AO02",
        category="Gestión de cobros",
        aggregation="annual",
    )
    forms = followed(
        [5, 5, 5, 5, 5, 5],
        [5, 4, 0, 5],
        text="Depurar fichas",
        code="AO03",
        category="Registro",
        aggregation="monthly",
    )
    share = followed(
        [50, 0, 50],
        [40, 0, 50, 0, 0, 0],
        text="Fichas sin observación",
        code="AO04",
        category="Registro",
        unit_of_measure="porcentaje",
        aggregation="none",
    )
    leaflets = followed(
        [10], [25, 0, 0, 0, 0, 0], text="Repartir volantes", code="AO05", aggregation="annual"
    )
    stopped = followed([3], text="Plan suspendido", code="AO06", active=0)
    unplanned = followed((), text="Idea sin meses", code="AO07")
    first = action(visits, talks, forms, stopped, code="AEI.01.01", text="Orientación cercana")
    second = action(share, leaflets, unplanned, code="AEI.01.02", text="Registro al día")
    return (
        _plan("Gerencia de Rentas", ("OEI.01", "Cobrar mejor", (first, second))),
        _plan("Ejecutoría Coactiva", ("OEI.02", "Recuperar la deuda", (_third(),))),
    )


def _third():
    notices = followed(
        [30, 30, 30, 30, 30, 30],
        [30, 30, 30, 30, 30, 24],
        text="Notificar resoluciones",
        code="AO08",
        category="Cobranza",
        unit_of_measure="resolución",
        aggregation="annual",
    )
    return action(notices, code="AEI.02.01", text="Cobranza coactiva ordenada")


def _plan(unit, *objectives):
    made = tuple(
        Objective(id=new_id(), code=code, text=text, goals=goals)
        for code, text, goals in objectives
    )
    return Plan(
        id=new_id(),
        profile="poi",
        title="Plan Operativo Institucional",
        entity="Municipalidad Distrital de Prueba",
        unit=unit,
        currency="S/",
        first_month="2027-01",
        year_label="2027",
        objectives=made,
    )
