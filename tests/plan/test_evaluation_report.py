"""The evaluation: contributions of areas, sums over sums, and the paragraph that they say."""

from __future__ import annotations

from fractions import Fraction

from follow_up_plans import action, followed, followed_plan

from poadesk.plan.model import Goal, GoalComment, Objective, ObjectiveComment, Plan, new_id
from poadesk.plan.reports.efficacy import ACCEPTABLE, INSUFFICIENT, NOT_PLANNED, UNDERVALUED
from poadesk.plan.reports.evaluation import EvaluatedAction, Evaluation, evaluation
from poadesk.plan.reports.period import period_of


def report_of(*plans: Plan, until: str = "2027-02") -> Evaluation:
    return evaluation(plans, period_of(plans, until))


def only_action(*plans: Plan) -> EvaluatedAction:
    (found,) = report_of(*plans).actions()
    return found


def area(unit: str, planned: float, done: float) -> Plan:
    return followed_plan(followed([planned, 0], [done, 0]), unit=unit)


def test_an_action_is_the_sum_over_the_sum_of_its_areas_without_a_cap() -> None:
    found = only_action(area("Cobros", 10, 30), area("Catastro", 30, 3))
    assert [one.percent for one in found.areas] == [Fraction(300), Fraction(10)]
    assert (found.planned, found.done) == (40_000, 33_000)
    assert found.percent == Fraction(825, 10)
    assert found.label == ACCEPTABLE


def test_the_paragraph_tells_how_many_contributed_and_who_fell_short() -> None:
    found = only_action(area("Cobros", 10, 30), area("Catastro", 30, 3))
    assert found.text == (
        "Contribuyeron dos áreas. Solo Catastro quedó por debajo del 100\u00a0%, con el 10\u00a0%. "
        "En conjunto se ejecutaron 33 de 40, el 83\u00a0%. "
        "Resultado: META PARCIALMENTE CUMPLIDA, ACEPTABLE."
    )


def test_the_paragraph_of_a_single_area_names_it() -> None:
    found = only_action(area("Reclamos", 8, 2))
    assert found.text == (
        "Contribuyó una sola área, Reclamos: ejecutó 2 de 8, el 25\u00a0%. "
        "Resultado: META INSUFICIENTE."
    )
    assert found.label == INSUFFICIENT


def test_the_paragraph_says_when_everybody_reached_the_target() -> None:
    found = only_action(area("Cobros", 10, 10), area("Catastro", 4, 5))
    assert "Todas llegaron al 100\u00a0% o lo pasaron." in found.text
    assert found.label == UNDERVALUED


def test_the_paragraph_says_when_everybody_fell_short() -> None:
    found = only_action(area("Cobros", 10, 9), area("Catastro", 4, 1))
    assert (
        "Todas quedaron por debajo del 100\u00a0%: Cobros (90\u00a0%) y Catastro (25\u00a0%)."
        in found.text
    )


def test_an_area_without_planning_enters_no_sum_and_is_named() -> None:
    found = only_action(area("Cobros", 10, 10), area("Catastro", 0, 5))
    assert [one.percent for one in found.areas] == [Fraction(100), None]
    assert (found.planned, found.done) == (10_000, 10_000)
    assert "No tenía nada programado en el periodo: Catastro." in found.text


def test_an_action_without_planning_has_no_label_and_says_so() -> None:
    found = only_action(area("Cobros", 0, 5))
    assert (found.percent, found.label, found.text) == (None, None, NOT_PLANNED)


def test_an_action_without_planning_enters_no_sum_of_its_objective() -> None:
    plan = followed_plan(
        action(followed([10], [5]), code="AEI.01.01"), action(followed([0], [99]), code="AEI.01.02")
    )
    (found,) = report_of(plan).objectives
    assert (found.planned, found.done, found.percent) == (10_000, 5_000, Fraction(50))


def test_months_that_nobody_recorded_are_told_in_the_paragraph() -> None:
    found = only_action(followed_plan(followed([5, 5], [10])))
    assert found.areas[0].missing == 1
    assert "Falta registrar un mes, que cuenta como cero." in found.text


def test_monthly_activities_contribute_their_last_value() -> None:
    found = only_action(followed_plan(followed([5, 10], [5, 8], aggregation="monthly")))
    assert (found.planned, found.done) == (10_000, 8_000)


def test_own_comments_are_those_of_the_cut_off_and_stay_apart_from_the_text() -> None:
    comments = tuple(
        GoalComment(id=new_id(), month=f"2027-{month:02d}", text=f"Dicho en {month}")
        for month in (1, 2)
    )
    plan = followed_plan(action(followed([1], [1]), comments=comments))
    found = only_action(plan)
    assert found.comment == "Dicho en 2"
    assert "Dicho" not in found.text


def test_comments_of_an_objective_are_kept_with_it() -> None:
    plan = followed_plan(followed([1], [1]))
    (first,) = plan.objectives
    comment = ObjectiveComment(id=new_id(), month="2027-02", text="Faltó personal.")
    from dataclasses import replace

    plan = replace(plan, objectives=(replace(first, comments=(comment,)),))
    (found,) = report_of(plan).objectives
    assert found.comment == "Faltó personal."
    assert found.objective_ids == (first.id,)


def numbered(unit: str, code: str, text: str, goal: Goal) -> Plan:
    objective = Objective(id=new_id(), code=code, text=text, goals=(goal,))
    return Plan(id=new_id(), unit=unit, first_month="2027-01", objectives=(objective,))


def test_different_objectives_that_bear_the_same_bare_number_stay_apart() -> None:
    sweeping = numbered("Aseo", "1", "Barrer las calles", action(followed([1], [1]), code="1.1"))
    collecting = numbered("Cobros", "1", "Recaudar más", action(followed([2], [1]), code="1.1"))
    found = report_of(sweeping, collecting).objectives
    assert [(one.name, one.planned) for one in found] == [
        ("Barrer las calles", 1_000),
        ("Recaudar más", 2_000),
    ]


def test_a_number_of_its_own_does_not_part_what_units_share() -> None:
    goals = [action(followed([1], [1]), code=code, text="Cobrar") for code in ("1.1", "3.2", "")]
    plans = [numbered(f"Unidad {goal.code}", "", "Recaudar más", goal) for goal in goals]
    (found,) = report_of(*plans).actions()
    assert [one.unit for one in found.areas] == ["Unidad 1.1", "Unidad 3.2", "Unidad"]


def test_different_actions_that_bear_the_same_bare_number_stay_apart() -> None:
    goals = [action(followed([1], [1]), code="1.1", text=text) for text in ("Cobrar", "Avisar")]
    plans = [numbered("Cobros", "", "Recaudar más", goal) for goal in goals]
    assert [one.name for one in report_of(*plans).actions()] == ["Cobrar", "Avisar"]
