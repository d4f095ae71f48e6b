"""Alerts about what was recorded: money without work, without budget, work beyond the plan."""

from __future__ import annotations

from dataclasses import replace

from follow_up_plans import action, followed, followed_plan

from poadesk.plan.checks import findings
from poadesk.plan.checks_follow_up import last_recorded
from poadesk.plan.model import Activity, GoalComment, Plan, new_id
from poadesk.plan.reports.alerts import alerts_of
from poadesk.plan.reports.period import period_of
from poadesk.plan.review import Finding


def alerts(*plans: Plan, until: str = "2027-06") -> list[Finding]:
    return alerts_of(plans, period_of(plans, until))


def said(*activities: Activity, until: str = "2027-06") -> list[str]:
    return [one.message for one in alerts(followed_plan(*activities), until=until)]


def test_money_spent_with_nothing_done_is_told() -> None:
    (message,) = said(followed([5], [0], budget=[2000], spent=[1234.5]))
    assert message == (
        "En AEI.01.01.1 se gastaron $1,234.50 hasta junio y no se hizo nada de lo planeado."
    )


def test_money_spent_with_nothing_planned_is_no_such_alert() -> None:
    assert said(followed({9: 5}, [0], budget=[10], spent=[10])) == []


def test_money_without_budget_is_told() -> None:
    (message,) = said(followed([5], [5], spent=[10]))
    assert "sin presupuesto programado" in message


def test_more_spent_than_the_budget_of_the_whole_year_is_told() -> None:
    (message,) = said(followed([5], [5], budget=[2003.25], spent=[135907.03]))
    assert message == (
        "En AEI.01.01.1 se gastaron $135,907.03 hasta junio, más que el presupuesto del año."
    )


def test_what_is_spent_ahead_within_the_budget_of_the_year_is_no_alert() -> None:
    assert said(followed([5], [5], budget=[10, 0, 0, 0, 0, 0, 0, 0, 90], spent=[100])) == []
    assert said(followed([5], [5], budget=[100], spent=[110])) == []


def test_twice_the_plan_or_more_is_told() -> None:
    assert said(followed([10], [19])) == []
    (message,) = said(followed([10], [25]))
    assert message == "En AEI.01.01.1 se hizo 2.5 veces lo programado hasta junio."


def test_how_many_times_the_plan_is_rounded_half_up() -> None:
    (message,) = said(followed([3], [8]))
    assert message == "En AEI.01.01.1 se hizo 2.667 veces lo programado hasta junio."


def test_twice_the_plan_is_told_of_what_the_report_reckons() -> None:
    activity = followed([100, 40], [90, 120], aggregation="monthly")
    (found,) = alerts(followed_plan(activity), until="2027-02")
    assert found.message == "En AEI.01.01.1 se hizo 3 veces lo programado hasta febrero."
    assert found.reason.startswith("Se hicieron 120 de 40.")
    assert said(followed([10, 30], [90, 40], aggregation="monthly")) == []


def test_of_what_is_not_accumulated_the_mean_of_its_months_is_told() -> None:
    activity = followed([1, 10], [8, 5], aggregation="none")
    (found,) = alerts(followed_plan(activity))
    assert found.message == "En AEI.01.01.1 se hizo 4.25 veces lo programado hasta junio."
    assert found.reason.startswith("Es el promedio de sus meses.")


def test_what_comes_after_the_cut_off_is_not_looked_at() -> None:
    assert said(followed([5], [5, 0, 90], spent={3: 10}), until="2027-02") == []


def test_identical_amounts_across_a_cost_centre_are_told_once() -> None:
    same = [followed([1], [1], budget=[90], spent=[10, 20], cost_centre="Rentas") for _ in range(3)]
    (message,) = said(*same)
    assert message == ("AEI.01.01.1, AEI.01.01.2 y AEI.01.01.3 gastaron lo mismo en cada mes.")


def test_equal_amounts_of_two_cost_centres_or_of_one_month_are_chance() -> None:
    assert (
        said(
            followed([1], [1], budget=[90], spent=[10, 20], cost_centre="Rentas"),
            followed([1], [1], budget=[90], spent=[10, 20], cost_centre="Caja"),
            followed([1], [1], budget=[90], spent=[30], cost_centre="Caja"),
            followed([1], [1], budget=[90], spent=[30], cost_centre="Caja"),
        )
        == []
    )


def test_alerts_stand_in_the_review_with_a_jump_to_follow_up() -> None:
    activity = followed([10], [25])
    found = [one for one in findings(followed_plan(activity)) if one.step == "tracking"]
    assert [(one.table, one.id, one.field) for one in found] == [("activity", activity.id, "done")]


def test_a_plan_without_records_has_no_alerts_of_follow_up() -> None:
    plan = followed_plan(followed([5], budget=[10]))
    assert last_recorded(plan) == ""
    assert [one for one in findings(plan) if one.step == "tracking"] == []


def commented(text: str, month: str = "2027-06") -> Plan:
    comment = GoalComment(id=new_id(), month=month, text=text)
    return followed_plan(action(followed([10], [6]), comments=(comment,)))


def test_a_percentage_typed_by_hand_that_the_table_denies_is_told() -> None:
    (found,) = alerts(commented("Se llegó al 75 % por falta de personal."))
    assert found.message == "El comentario de AEI.01.01 no dice el porcentaje que da su tabla."
    assert (found.table, found.field, found.step) == ("goal", "comments", "reports")


def test_a_typed_percentage_that_agrees_is_fine() -> None:
    assert alerts(commented("Se llegó al 60% en total; el 20 % en mayo.")) == []
    assert alerts(commented("Sin números.")) == []
    assert alerts(commented("Antes, el 75 %.", month="2027-03")) == []


def test_a_unit_written_in_two_ways_is_told() -> None:
    plan = followed_plan(followed([1], [1]), unit="Gestión de Cobranza")
    other = replace(plan, id=new_id(), unit="GESTION  DE COBRANZA", objectives=())
    (found,) = alerts(plan, other)
    assert found.message == (
        "“Gestión de Cobranza” y “GESTION DE COBRANZA” parecen la misma unidad."
    )
    assert found.id == other.id
