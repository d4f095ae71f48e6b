"""Plans brought into a file: update, filling an empty one, or a refusal that changes nothing."""

from dataclasses import replace

import pytest

from poadesk.plan.beginning import empty_plan
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Activity, Deviation, Goal, GoalComment, MonthRecord, Objective, Plan
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
