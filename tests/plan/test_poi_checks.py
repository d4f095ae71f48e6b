"""What Revisar says of a POI, and does not of a municipal POA."""

from __future__ import annotations

from dataclasses import replace

from poi_plans import poi_plan

from poadesk.plan.checks import findings
from poadesk.plan.model import Activity, Goal, Plan
from poadesk.plan.numbering import is_under


def changed(activity: str = "", goal: str = "", **values: object) -> Plan:
    """Return the sample with other values in one of its rows."""
    plan = poi_plan()

    def of_goal(row: Goal) -> Goal:
        rows = [replace(one, **values) if one.id == activity else one for one in row.activities]
        row = replace(row, activities=tuple(rows))
        return replace(row, **values) if row.id == goal else row

    objectives = [replace(o, goals=tuple(map(of_goal, o.goals))) for o in plan.objectives]
    return replace(plan, objectives=tuple(objectives))


def messages(plan: Plan) -> list[str]:
    return [finding.message for finding in findings(plan)]


def test_a_complete_poi_has_nothing_to_correct():
    assert findings(poi_plan()) == []


def test_an_activity_without_aggregation_is_told():
    assert messages(changed("a2", aggregation="")) == [
        "AOI30158600034 no tiene tipo de agregación."
    ]


def test_an_activity_without_unit_of_measure_is_told_once():
    amounts = changed("a2", unit_of_measure="")
    assert messages(amounts) == ["AOI30158600034 tiene cantidades, pero no unidad de medida."]
    nothing = changed("a2", unit_of_measure="", months=(), annual_target_thousandths=None)
    assert "AOI30158600034 no tiene unidad de medida." in messages(nothing)


def test_an_activity_that_is_not_active_is_left_alone():
    assert messages(changed("a2", aggregation="", unit_of_measure="", active=0)) == []


def test_a_municipal_plan_is_asked_for_neither():
    bare = Activity(id="bare", code="x", text="Otra tarea bien distinta", responsible="Alguien")
    goals = tuple(
        replace(goal, activities=(*goal.activities, bare)) if goal.id == "g11" else goal
        for goal in poi_plan().objectives[0].goals
    )
    first = replace(poi_plan().objectives[0], goals=goals)
    plan = replace(poi_plan(), profile="poa", objectives=(first, *poi_plan().objectives[1:]))
    assert messages(plan) == ["x no tiene ningún mes en el cronograma."]


def test_an_action_under_the_objective_of_another_is_told_in_the_words_of_a_poi():
    assert messages(changed(goal="g11", code="AEI.03.07")) == [
        "La acción estratégica AEI.03.07 está dentro del objetivo estratégico OEI.01."
    ]


def test_a_level_without_its_code_is_a_hint():
    plan = changed(goal="g11", code="")
    assert [(one.severity, one.message) for one in findings(plan)] == [
        ("hint", "La acción estratégica OEI.01.1 no tiene código.")
    ]


def test_only_codes_of_the_strategic_plan_tell_where_they_belong():
    assert is_under("AEI.02.01", "OEI.02")
    assert not is_under("AEI.02.01", "OEI.01")
    assert is_under("AEI.05", "OEI.01")
    assert is_under("AOI30158600017", "AEI.01.01")
    assert is_under("AO.07.3", "AEI.01.01")
