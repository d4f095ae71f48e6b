"""What the planning office gave, or units wrote, is not changed by whoever only has it open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poadesk.plan.kit import given_id, plan_from_kit
from poadesk.plan.model import CatalogueItem, Goal, Objective, Plan, Remark, StrategicLine
from poadesk.planfile.errors import ProtectedError
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import edits
from poadesk.writing.kit_edits import update_from_kit

KIT = Plan(
    id="kit",
    role="kit",
    entity="Valle Claro",
    strategic_lines=(StrategicLine(id="line", name="Finanzas"),),
    objectives=(Objective(id="o", text="Cobrar"),),
    catalogue=(CatalogueItem(id="c", kind="unit_of_measure", name="visita"),),
)


@pytest.fixture
def opened(qapp, tmp_path):
    """Open a file with these plans; it is closed at the end."""
    made = []

    def open_plans(*plans: Plan) -> OpenPlan:
        path = tmp_path / f"{len(made)}.sqlite"
        with PlanFile.create(path) as file:
            file.begin_with(plans)
        made.append(OpenPlan(PlanFile.open(path)))
        return made[-1]

    yield open_plans
    for one in made:
        one.close()


@pytest.fixture
def begun(opened):
    return opened(plan_from_kit(KIT, "Catastro"))


def refusals(open_plan: OpenPlan) -> list[str]:
    told: list[str] = []
    open_plan.save_failed.connect(lambda error: told.append(str(error)))
    return told


def test_a_given_field_of_the_plan_is_not_changed(begun):
    before = begun.plan
    with pytest.raises(ProtectedError, match="“Municipalidad” viene de Planificación"):
        begun.set("plan", before.id, "entity", "Otra")
    assert begun.file.read() == (before,)
    assert begun.next_undo() is None


def test_what_is_the_units_own_is_written_as_always(begun):
    begun.set("plan", begun.plan.id, "introduction", "Somos tres.")
    objective = begun.plan.objectives[0]
    begun.act("Agregar", lambda step, _: edits.add(step, objective, "goal", text="Notificar"))
    assert begun.plan.introduction == "Somos tres."
    assert begun.plan.objectives[0].goals[0].text == "Notificar"


def test_a_given_row_is_neither_rewritten_nor_deleted_nor_are_its_neighbours_lost(begun):
    told, before = refusals(begun), begun.plan
    objective = before.objectives[0]
    with pytest.raises(ProtectedError):
        begun.set("objective", objective.id, "text", "Otro")
    begun.act("Borrar", lambda step, plan: edits.delete(step, plan, plan, objective))
    assert told == ["El objetivo 1 viene de Planificación y no se puede borrar."]
    assert begun.file.read() == (before,)


def test_a_given_goal_does_not_go_below_another_objective(opened):
    kit = Plan(
        id="kit",
        role="kit",
        profile="poi",
        objectives=(
            Objective(id="a", text="A", goals=(Goal(id="g", text="Avisar"),)),
            Objective(id="b", position=1, text="B"),
        ),
    )
    open_plan = opened(plan_from_kit(kit))
    told = refusals(open_plan)
    first, second = open_plan.plan.objectives
    goal = first.goals[0]
    open_plan.act("Mover", lambda step, plan: edits.move(step, goal, first, second, 0))
    assert told == ["La acción estratégica 1.1 viene de Planificación y no se mueve."]
    assert open_plan.plan.objectives == (first, second)


def test_the_protection_itself_is_not_taken_away(begun):
    part = begun.plan.kit_parts[0]
    with pytest.raises(ProtectedError), begun.writing("Quitar") as step:
        step.delete("kit_part", part.id)
    with pytest.raises(ProtectedError), begun.writing("Cambiar") as step:
        step.put("plan", begun.plan.id, kit_id="")


def test_a_newer_kit_is_taken_in_undone_and_redone(begun):
    newer = replace(KIT, revision=2, entity="Nueva", objectives=())
    before = begun.plan
    begun.act("Poner al día", lambda step, plan: update_from_kit(step, plan, newer), by_office=True)
    after = begun.plan
    assert (after.entity, after.objectives) == ("Nueva", ())
    begun.undo()
    assert begun.plan == before
    begun.redo()
    assert begun.plan == after


def test_a_screen_asks_what_is_fixed_and_what_must_stay(begun):
    reading, plan_id = begun.reading, begun.plan.id
    assert reading.why_fixed(plan_id, "entity") == "Viene de Planificación"
    assert reading.why_fixed(plan_id, "unit") == ""
    line = given_id(plan_id, "line")
    assert "línea estratégica 1" in reading.why_kept([line])
    assert reading.why_kept([plan_id + "x"]) == ""


def test_the_office_does_not_rewrite_the_plan_of_a_unit_but_may_observe_it(opened):
    unit = Plan(id="u", position=1, unit="Catastro", objectives=(Objective(id="x", text="Medir"),))
    office = opened(KIT, unit)
    with pytest.raises(ProtectedError, match="El plan de “Catastro” lo escribió la unidad"):
        office.set("objective", "x", "text", "Otro")
    with pytest.raises(ProtectedError), office.writing("Agregar") as step:
        edits.add(step, unit, "objective", text="Nuevo")
    with office.writing("Observar", by_office=True) as step:
        step.put_row(Remark(id="r", about_id="x", text="¿Cuándo?"), "u")
    assert office.row("u").remarks[0].text == "¿Cuándo?"


def test_the_office_writes_its_own_material_and_only_reads_the_plan_of_a_unit(opened):
    office = opened(KIT, Plan(id="u", position=1, unit="Catastro"))
    assert not office.read_only
    office.set("plan", "kit", "entity", "Alcaldía")
    office.choose("u")
    assert office.read_only
    assert office.next_undo() is not None
    assert office.reading.why_fixed("u", "unit") == "Lo escribió la unidad"


def another(value: object) -> object:
    """Return another value of the same kind that the file would take."""
    others = {"month": "week", "all": "planned", "poi": "poa", "2027-01": "2027-02"}
    others["unit_of_measure"] = "category"
    if isinstance(value, str):
        return others.get(value, f"{value} más")
    return value + 1 if isinstance(value, int) else b"\xff\xd8\xff"


def test_no_given_field_of_any_row_is_written_and_no_given_row_is_deleted(opened):
    goal = Goal(id="g", code="AEI.01", text="Avisar")
    objective = replace(KIT.objectives[0], goals=(goal,))
    kit = replace(KIT, profile="poi", logo=b"\xff\xd8\xff1", objectives=(objective,))
    open_plan = opened(plan_from_kit(kit, "Catastro"))
    before = open_plan.plan
    assert len(before.kit_parts) == 5
    for part in before.kit_parts:
        row = open_plan.row(part.about_id)
        for field in part.given_fields.split():
            with pytest.raises(ProtectedError):
                open_plan.set(row.TABLE, row.id, field, another(getattr(row, field)))
        if row is not before:
            with pytest.raises(ProtectedError), open_plan.writing("Borrar") as step:
                step.delete_tree(row)
    assert open_plan.file.read() == (before,)
