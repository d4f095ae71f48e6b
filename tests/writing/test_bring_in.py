"""Plans brought into a file: update, filling an empty one, or a refusal that changes nothing."""

from dataclasses import replace

import pytest

from poadesk.plan.beginning import empty_plan
from poadesk.plan.fields import UnreadableError
from poadesk.plan.kit import plan_from_kit
from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    GoalComment,
    MonthRecord,
    Objective,
    Plan,
    StrategicLine,
)
from poadesk.plan.plan_json import from_json, to_json
from poadesk.planfile.errors import ProtectedError
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.bring_in import bring_in
from poadesk.writing.example import example_plan


@pytest.fixture
def file(tmp_path):
    with PlanFile.create(tmp_path / "plan.sqlite") as file:
        yield file


def put(file, *plans):
    with file.step("Escribir") as step:
        for plan in plans:
            step.put_tree(plan)


def small(unit, plan_id):
    month = MonthRecord(id=f"{plan_id}m", month="2027-01", planned_thousandths=1000)
    activity = Activity(id=f"{plan_id}a", text="Barrer", months=(month,))
    goal = Goal(id=f"{plan_id}g", activities=(activity,))
    return Plan(id=plan_id, unit=unit, objectives=(Objective(id=f"{plan_id}o", goals=(goal,)),))


def test_a_file_without_plans_takes_all(file):
    bring_in(file, [small("Mercados", "p"), replace(small("Aseo", "q"), position=1)])
    assert [plan.unit for plan in file.read()] == ["Mercados", "Aseo"]


def test_an_untouched_plan_gives_its_place_and_keeps_its_id(file):
    fresh = empty_plan("poa", "2027-01")
    put(file, fresh)
    bring_in(file, [example_plan()])
    (plan,) = file.read()
    assert plan.id == fresh.id
    assert len(list(plan.activities())) == 34


def test_the_same_plan_is_updated_and_what_is_gone_is_deleted(file):
    plan = example_plan()
    put(file, plan)
    changed = replace(plan, unit="Otra", objectives=plan.objectives[:3], swot_items=())
    bring_in(file, [changed])
    assert file.read() == (changed,)


def test_months_that_trade_places_are_updated(file):
    def with_months(*ids):
        months = tuple(MonthRecord(id=one, month=f"2027-0{at}") for at, one in enumerate(ids, 1))
        goal = Goal(id="g", activities=(Activity(id="a", months=months),))
        return Plan(id="p", objectives=(Objective(id="o", goals=(goal,)),))

    first, traded = with_months("m1", "m2", "m3"), with_months("m2", "m3", "m1")
    put(file, first)
    bring_in(file, [traded])
    assert file.read() == (traded,)
    file.journal.undo()
    assert file.read() == (first,)


def said(**words):
    deviation = Deviation(id="d", month="2027-06", cause=words.get("cause", ""))
    comment = GoalComment(id="c", month="2027-06", text=words.get("text", ""))
    activity = Activity(id="a", deviations=(deviation,) if "cause" in words else ())
    goal = Goal(id="g", activities=(activity,), comments=(comment,) if "text" in words else ())
    plan = Plan(id="p", objectives=(Objective(id="o", goals=(goal,)),))
    return replace(plan, red_below_hundredths=words.get("red", 7500))


def test_what_was_said_of_the_execution_is_updated_too(file):
    for plan in (said(cause="Lluvia"), said(cause="Sequía", text="Mal", red=5000), said(text="Ya")):
        bring_in(file, [plan])
        assert file.read() == (plan,)


def test_an_import_is_one_undo_step(file):
    plan = small("Mercados", "p")
    put(file, plan)
    bring_in(file, [replace(plan, unit="Aseo", objectives=())])
    assert file.journal.undo().label == "Importar el plan"
    assert file.read() == (plan,)


@pytest.mark.parametrize(
    "incoming",
    [
        [small("Aseo", "q")],
        [small("Mercados", "p"), small("Aseo", "q")],
        [],
    ],
)
def test_another_plan_is_refused_and_nothing_changes(file, incoming):
    put(file, small("Mercados", "p"))
    before = file.read()
    with pytest.raises(UnreadableError) as refusal:
        bring_in(file, incoming)
    assert str(refusal.value).endswith(".")
    assert file.read() == before


def test_a_plan_with_a_title_of_its_own_is_not_untouched(file):
    put(file, replace(empty_plan("poa", "2027-01"), title="Mi plan"))
    with pytest.raises(UnreadableError):
        bring_in(file, [small("Aseo", "q")])


def test_rows_of_another_plan_are_never_taken_away(file):
    put(file, small("Mercados", "p"), replace(small("Aseo", "q"), position=1))
    before = file.read()
    thief = replace(small("Mercados", "p"), objectives=small("Aseo", "q").objectives)
    with pytest.raises(UnreadableError):
        bring_in(file, [thief])
    assert file.read() == before


def given():
    """Return a plan that began with what the planning office gives."""
    line = StrategicLine(id="l", name="Finanzas")
    kit = Plan(id="kit", role="kit", entity="Valle Claro", strategic_lines=(line,))
    return plan_from_kit(kit, "Catastro")


def with_line(plan, **changed):
    (line,) = plan.strategic_lines
    return replace(plan, strategic_lines=(replace(line, **changed),))


@pytest.mark.parametrize(
    "changed",
    [
        lambda plan: replace(plan, entity="Otra entidad"),
        lambda plan: with_line(plan, name="Cambiada"),
        lambda plan: replace(plan, strategic_lines=()),
        lambda plan: replace(plan, kit_parts=()),
    ],
)
def test_what_the_planning_office_gave_is_not_overwritten(file, changed):
    file.begin_with([given()])
    before = file.read()
    with pytest.raises(ProtectedError, match="de Planificación"):
        bring_in(file, [changed(before[0])])
    assert file.read() == before
    assert file.journal.steps() == []


def test_what_is_the_units_own_is_updated_beside_what_the_office_gave(file):
    plan = given()
    file.begin_with([plan])
    written = replace(plan, introduction="Lo propio", objectives=small("", "q").objectives)
    bring_in(file, from_json(to_json([written])))
    assert file.read() == (written,)


def test_what_units_wrote_is_not_overwritten_in_a_file_of_the_office(file):
    kit = Plan(id="kit", role="kit")
    unit = replace(small("Mercados", "p"), position=1)
    file.begin_with([kit, unit])
    with pytest.raises(ProtectedError, match="lo escribió la unidad"):
        bring_in(file, [kit, replace(unit, unit="Otra")])
    bring_in(file, [replace(kit, entity="Valle Claro"), unit])
    assert file.read() == (replace(kit, entity="Valle Claro"), unit)
