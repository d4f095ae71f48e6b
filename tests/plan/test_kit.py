"""A plan that begins with what the planning office gives, and what of it is protected."""

from dataclasses import replace

import pytest
from small_plans import plan

from poadesk.plan.kit import (
    KitRefusedError,
    catalogue_names,
    count_of_names,
    given_id,
    is_given,
    plan_from_kit,
    protected_fields,
    require_newer,
)
from poadesk.plan.model import (
    CatalogueItem,
    Goal,
    Objective,
    ObjectiveLine,
    Plan,
    Programme,
    StrategicLine,
    rows_under,
)

KIT = Plan(
    id="kit",
    role="kit",
    revision=3,
    entity="Alcaldía de Valle Claro",
    unit="Planificación",
    year_label="2027",
    introduction="La municipalidad…",
    red_below_hundredths=6000,
    strategic_lines=(
        StrategicLine(id="line", name="Finanzas", programmes=(Programme(id="p", name="Cobro"),)),
    ),
    objectives=(
        Objective(
            id="o",
            text="Cobrar",
            lines=(ObjectiveLine(id="tie", strategic_line_id="line"),),
            goals=(Goal(id="g", code="AEI.01", text="Avisar"),),
        ),
        Objective(id="blank"),
    ),
    catalogue=(CatalogueItem(id="c", kind="unit_of_measure", name="visita"),),
)


def test_a_plan_begins_with_all_that_the_office_gives() -> None:
    made = plan_from_kit(KIT, "Cuentas Corrientes", "07")
    assert (made.unit, made.unit_code, made.entity) == ("Cuentas Corrientes", "07", KIT.entity)
    assert (made.role, made.state, made.kit_id, made.kit_version) == ("plan", "draft", "kit", 3)
    assert made.red_below_hundredths == 6000
    assert made.strategic_lines[0].programmes[0].name == "Cobro"
    assert [one.text for one in made.objectives] == ["Cobrar"]
    assert made.objectives[0].lines[0].strategic_line_id == made.strategic_lines[0].id
    assert made.catalogue[0].name == "visita"


def test_two_plans_from_one_kit_share_no_row() -> None:
    first, second = plan_from_kit(KIT), plan_from_kit(KIT)
    ids = [row.id for made in (first, second) for _, row in rows_under(made)]
    assert len(ids) == len(set(ids))
    assert given_id(first.id, "line") == first.strategic_lines[0].id


def test_what_is_written_only_to_begin_with_is_the_units_own() -> None:
    made = plan_from_kit(KIT)
    assert made.introduction == "La municipalidad…"
    protected = protected_fields(made)[made.id]
    assert {"entity", "year_label", "first_month", "due_on"} <= protected
    assert not {"introduction", "unit", "general_objective", "responsible"} & protected


def test_what_the_office_left_empty_is_the_units_to_write() -> None:
    protected = protected_fields(made := plan_from_kit(KIT))[made.id]
    assert not {"logo", "strategy_source", "reviewed_by", "authorized_by"} & protected


def test_given_rows_are_protected_with_their_fields() -> None:
    made = plan_from_kit(KIT)
    assert protected_fields(made)[made.objectives[0].id] == {"code", "text"}
    assert is_given(made, made.strategic_lines[0].programmes[0].id)
    assert not is_given(made, "another row")


def test_goals_are_given_only_in_a_poi_where_they_are_the_strategic_actions() -> None:
    assert plan_from_kit(KIT).objectives[0].goals == ()
    made = plan_from_kit(replace(KIT, profile="poi"))
    (goal,) = made.objectives[0].goals
    assert (goal.code, goal.text) == ("AEI.01", "Avisar")
    assert protected_fields(made)[goal.id] == {"code", "text"}


def test_the_plan_of_a_unit_is_no_kit() -> None:
    with pytest.raises(KitRefusedError, match="el plan de una unidad"):
        plan_from_kit(plan())


@pytest.mark.parametrize(
    ("kit_id", "version", "reason"),
    [
        ("", 0, "no empezó con un material"),
        ("other", 1, "de otra oficina"),
        ("kit", 4, "versión 3 y su plan ya tiene la 4"),
        ("kit", 3, "ya está al día"),
    ],
)
def test_a_kit_that_is_older_or_of_another_office_is_refused(kit_id, version, reason) -> None:
    with pytest.raises(KitRefusedError, match=reason):
        require_newer(plan(kit_id=kit_id, kit_version=version), KIT)


def test_a_name_that_was_only_begun_is_not_given() -> None:
    begun = CatalogueItem(id="begun", kind="unit", position=1, name="  ")
    named = CatalogueItem(id="named", kind="unit", name="Registro")
    kit = Plan(id="kit", role="kit", catalogue=(named, begun))
    assert [item.name for item in plan_from_kit(kit).catalogue] == ["Registro"]
    assert catalogue_names(kit, "unit") == (named,)
    assert count_of_names(kit, "unit") == 1
