"""Units of measure that are not the office's are pointed out, and never forbidden."""

from poadesk.plan.checks import findings
from poadesk.plan.model import Activity, CatalogueItem, Goal, Objective, Plan

VISIT = CatalogueItem(id="v", kind="unit_of_measure", name="visita")


def messages(*units: str, catalogue=(VISIT,)) -> list[str]:
    activities = tuple(
        Activity(id=f"a{at}", position=at, text=f"Hacer {at}", unit_of_measure=unit)
        for at, unit in enumerate(units)
    )
    objective = Objective(id="o", goals=(Goal(id="g", activities=activities),))
    found = findings(Plan(id="p", objectives=(objective,), catalogue=catalogue))
    return [one.message for one in found if "Planificación" in one.message]


def test_a_unit_of_the_catalogue_is_not_pointed_out() -> None:
    assert messages("visita", "") == []


def test_a_unit_that_is_written_another_way_is_shown_the_offices_way() -> None:
    assert messages("Visitas") == ["Planificación escribe “visita” y no “Visitas”."]


def test_a_unit_that_the_office_does_not_have_is_told_once() -> None:
    assert messages("taller", "taller") == [
        "“taller” no está entre las unidades de medida de Planificación."
    ]


def test_without_a_catalogue_nothing_is_said() -> None:
    assert messages("taller", catalogue=()) == []


def test_it_is_only_a_suggestion() -> None:
    objective = Objective(
        id="o", goals=(Goal(id="g", activities=(Activity(id="a", unit_of_measure="taller"),)),)
    )
    found = findings(Plan(id="p", objectives=(objective,), catalogue=(VISIT,)))
    assert [one.severity for one in found if "Planificación" in one.message] == ["hint"]
