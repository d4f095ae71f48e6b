"""What differs between two revisions of a plan, in the words of a person."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

from small_plans import activity, goal, objective, plan, weekly

from poadesk.plan.comparing import ADDED, CHANGED, MOVED, REMOVED, applied, compared
from poadesk.plan.comparison_json import comparison_json
from poadesk.plan.model import (
    Deviation,
    MonthRecord,
    Objective,
    ObjectiveLine,
    Plan,
    Remark,
    StrategicLine,
    SwotItem,
)

FIRST = activity({1: 1}, text="Atender consultas")
SECOND = activity({2: 40, 3: 40}, text="Entregar avisos de cobro a domicilio", unit="aviso")
THIRD = activity({4: 1}, text="Depurar el padrón")
GOAL = goal(FIRST, SECOND, THIRD, text="Notificar a todos")
OTHER = goal(activity(text="Limpiar el mercado"), text="Mercado limpio")
PLAN = plan(objective(GOAL, OTHER, text="Cobrar mejor"))


def with_activities(*activities: Any, plan: Plan = PLAN) -> Plan:
    """The plan with other activities in its first goal, numbered in this order."""
    numbered = tuple(replace(one, position=at) for at, one in enumerate(activities))
    first, *others = plan.objectives[0].goals
    goals = (replace(first, activities=numbered), *others)
    return replace(plan, objectives=(replace(plan.objectives[0], goals=goals),))


def only(old: Plan, new: Plan) -> Any:
    (one,) = compared(old, new).differences
    return one


def test_a_plan_without_differences_has_none():
    assert compared(PLAN, PLAN).differences == ()
    assert compared(PLAN, replace(PLAN, state="approved", revision=4, position=9)).sections == ()


def test_a_changed_text_tells_the_words_that_changed():
    changed = replace(SECOND, text="Entregar avisos de mora a domicilio")
    one = only(PLAN, with_activities(FIRST, changed, THIRD))
    assert (one.kind, one.field, one.label) == (CHANGED, "text", "Actividad")
    assert (one.name, one.old_number, one.new_number) == ("Actividad 1.1.2", "1.1.2", "1.1.2")
    assert [one.old[a:b] for a, b in one.old_spans] == ["cobro"]
    assert [one.new[a:b] for a, b in one.new_spans] == ["mora"]


def test_two_texts_without_anything_in_common_are_marked_whole():
    changed = replace(SECOND, text="Otra cosa muy distinta")
    one = only(PLAN, with_activities(FIRST, changed, THIRD))
    assert one.old_spans == ((0, len(SECOND.text)),)
    assert one.new_spans == ((0, len(changed.text)),)


def test_neighbouring_words_that_changed_are_marked_as_one():
    changed = replace(SECOND, text="Entregar avisos de mora vencida en la casa")
    one = only(PLAN, with_activities(FIRST, changed, THIRD))
    assert [one.new[a:b] for a, b in one.new_spans] == ["mora vencida en la casa"]


def test_a_change_of_spaces_alone_is_said_to_look_the_same():
    changed = replace(SECOND, text=SECOND.text.replace(" ", "  ", 1))
    assert only(PLAN, with_activities(FIRST, changed, THIRD)).looks_the_same


def test_the_months_that_changed_are_one_difference_of_their_activity():
    months = (
        replace(SECOND.months[0], planned_thousandths=55_500, done_thousandths=0),
        replace(SECOND.months[1], month="2027-12", planned_thousandths=40_000),
    )
    one = only(PLAN, with_activities(FIRST, replace(SECOND, months=months), THIRD))
    told = [(m.name, m.label, m.old, m.new) for m in one.months]
    assert told == [
        ("febrero", "Programado", "40", "55.5"),
        ("marzo", "Programado", "40", "—"),
        ("diciembre", "Programado", "—", "40"),
        ("febrero", "Ejecutado", "—", "0"),
    ]
    assert one.new == "Programado: febrero 55.5, marzo —, diciembre 40\nEjecutado: febrero 0"


def test_money_of_a_month_has_its_currency_and_months_of_two_years_their_year():
    months = (
        MonthRecord(id="a", month="2026-12", budget_cents=123_456),
        MonthRecord(id="b", month="2027-01", spent_cents=5),
    )
    without = replace(FIRST, months=())
    old = with_activities(without, SECOND, THIRD)
    one = only(old, with_activities(replace(FIRST, months=months), SECOND, THIRD))
    assert [(m.name, m.label, m.new) for m in one.months] == [
        ("diciembre de 2026", "Presupuesto", "$1,234.56"),
        ("enero de 2027", "Gasto", "$0.05"),
    ]


def test_marked_weeks_are_told_by_month():
    old = plan(objective(goal(weekly((3, 1), text="Barrer"))))
    (kept,) = old.objectives[0].goals[0].activities
    more = weekly((3, 1), (3, 4)).weeks
    one = only(old, with_activities(replace(kept, weeks=more), plan=old))
    assert [(m.name, m.label, m.old, m.new) for m in one.months] == [
        ("marzo", "Semanas", "1.ª", "1.ª y 4.ª")
    ]


def test_a_month_without_unit_of_measure_is_told_as_an_x():
    one = only(PLAN, with_activities(replace(FIRST, months=()), SECOND, THIRD))
    assert (one.months[0].old, one.months[0].new) == ("X", "—")


def test_a_month_recorded_as_nothing_at_all_is_no_difference():
    months = (*FIRST.months, MonthRecord(id="empty", month="2027-09"))
    assert (
        compared(PLAN, with_activities(replace(FIRST, months=months), SECOND, THIRD)).keys == set()
    )


def test_one_row_that_moved_among_many_is_one_difference():
    rows = [activity(text=f"Tarea {n}") for n in range(12)]
    old = with_activities(*rows)
    one = only(old, with_activities(*rows[1:], rows[0]))
    assert (one.kind, one.text) == (MOVED, "Tarea 0")
    assert (one.old_number, one.new_number) == ("1.1.1", "1.1.12")
    assert (one.old, one.new) == ("En la meta 1.1, en el lugar 1", "En la meta 1.1, en el lugar 12")


def test_a_row_below_another_one_has_moved_and_its_words_may_have_changed_too():
    without = with_activities(FIRST, THIRD)
    goals = without.objectives[0].goals
    moved = replace(SECOND, responsible="Gestores", position=1)
    there = replace(goals[1], activities=(*goals[1].activities, moved))
    new = replace(without, objectives=(replace(without.objectives[0], goals=(goals[0], there)),))
    kinds = [(one.kind, one.field) for one in compared(PLAN, new).differences]
    assert kinds == [(MOVED, ""), (CHANGED, "responsible")]
    assert compared(PLAN, new).differences[0].new_number == "1.2.2"


def test_an_item_of_the_foda_in_another_quadrant_has_moved():
    item, *others = PLAN.swot_items
    new = replace(PLAN, swot_items=(*others, replace(item, quadrant="threat", position=1)))
    one = only(PLAN, new)
    assert (one.kind, one.old, one.new) == (
        MOVED,
        "En las fortalezas, en el lugar 1",
        "En las amenazas, en el lugar 2",
    )
    assert applied(PLAN, new, [one.key]).quadrant("threat")[1].id == item.id


def test_what_was_added_and_removed_is_told_whole_where_it_stands():
    new = with_activities(FIRST, activity({5: 9}, text="Visitar", unit="visita", target=9), THIRD)
    removed, added = sorted(compared(PLAN, new).differences, key=lambda one: one.kind, reverse=True)
    assert (removed.kind, removed.old_number, removed.new_number) == (REMOVED, "1.1.2", "")
    assert removed.old.startswith("Entregar avisos de cobro a domicilio\nUnidad de medida: aviso")
    assert (added.kind, added.name) == (ADDED, "Actividad 1.1.2")
    assert added.new.split("\n") == [
        "Visitar",
        "Unidad de medida: visita",
        "Meta anual: 9",
        "Responsable: Jefatura",
        "Cronograma: Mayo",
    ]


def test_a_difference_is_told_in_the_section_of_its_objective():
    added = objective(goal(text="Otra meta"), text="Otro objetivo", position=1)
    new = replace(PLAN, unit="Mercado", objectives=(*PLAN.objectives, added))
    sections = [(section.title, section.text) for section in compared(PLAN, new).sections]
    assert sections == [("Datos generales", ""), ("Objetivo 2", "Otro objetivo")]
    assert [one.name for one in compared(PLAN, new).sections[1].differences] == [
        "Objetivo 2",
        "Meta 2.1",
        "Actividad 2.1.1",
        "Recurso de la meta 2.1",
        "Indicador de la meta 2.1",
    ]


def test_the_words_are_those_of_the_kind_of_plan():
    old, new = (replace(one, profile="poi") for one in (PLAN, with_activities(FIRST, SECOND)))
    assert only(old, new).name == "Actividad operativa 1.1.3"


def test_taking_an_activity_takes_the_goal_that_it_needs():
    added = objective(goal(activity(text="Nueva"), text="Meta nueva"), text="Nuevo", position=1)
    new = replace(PLAN, objectives=(*PLAN.objectives, added))
    comparison = compared(PLAN, new)
    of_activity = next(one.key for one in comparison.differences if one.table == "activity")
    made = applied(PLAN, new, [of_activity])
    assert [one.text for one in made.activities()][-1] == "Nueva"
    assert made.objectives[1].goals[0].resources == ()  # nobody asked for those
    assert len(comparison.with_needed([of_activity])) == 3


def test_leaving_an_objective_leaves_what_is_new_below_it():
    added = objective(goal(activity(text="Nueva")), text="Nuevo", position=1)
    comparison = compared(PLAN, replace(PLAN, objectives=(*PLAN.objectives, added)))
    assert comparison.with_dependent([f"added:objective:{added.id}"]) == comparison.keys


def test_taking_away_a_goal_takes_away_its_activities_but_not_those_that_moved():
    moved = replace(SECOND, position=1)
    there = replace(OTHER, activities=(*OTHER.activities, moved), position=0)
    new = replace(PLAN, objectives=(replace(PLAN.objectives[0], goals=(there,)),))
    made = applied(PLAN, new, [f"removed:goal:{GOAL.id}"])
    assert [one.text for one in made.activities()] == ["Limpiar el mercado", SECOND.text]


def test_a_tie_takes_the_line_to_which_it_leads():
    line = StrategicLine(id="line", name="Finanzas sanas")
    tied = replace(PLAN.objectives[0], lines=(ObjectiveLine(id="tie", strategic_line_id="line"),))
    new = replace(PLAN, strategic_lines=(line,), objectives=(tied,))
    tie = next(one for one in compared(PLAN, new).differences if one.field == "lines")
    assert (tie.old, tie.new) == ("", "1 Finanzas sanas")
    assert applied(PLAN, new, [tie.key]) == new


def test_a_line_that_goes_takes_the_ties_to_it_along():
    line = StrategicLine(id="line", name="Finanzas sanas")
    tied = replace(PLAN.objectives[0], lines=(ObjectiveLine(id="tie", strategic_line_id="line"),))
    old = replace(PLAN, strategic_lines=(line,), objectives=(tied,))
    assert applied(old, PLAN, ["removed:strategic_line:line"]) == PLAN


def test_some_rows_taken_stand_in_the_order_of_the_plan_they_come_from():
    rows = [activity(text=f"Tarea {n}") for n in range(6)]
    old, new = with_activities(*rows[::3]), with_activities(*rows)
    keys = [f"added:activity:{rows[n].id}" for n in (1, 5)]
    texts = [(one.text, one.position) for one in list(applied(old, new, keys).activities())[:4]]
    assert texts == [("Tarea 0", 0), ("Tarea 1", 1), ("Tarea 3", 2), ("Tarea 5", 3)]


def test_months_that_traded_activities_stay_with_one_id_each():
    old = with_activities(FIRST, SECOND)
    traded = replace(FIRST, months=SECOND.months), replace(SECOND, months=FIRST.months)
    new = with_activities(*traded)
    made = applied(old, new, [f"changed:activity:{FIRST.id}:months"])
    ids = [record.id for one in made.activities() for record in one.months]
    assert len(ids) == len(set(ids))
    first, second, *_ = made.activities()
    assert [m.planned_thousandths for m in first.months] == [40_000, 40_000]
    assert [m.planned_thousandths for m in second.months] == [40_000, 40_000]


def test_causes_and_comments_by_cut_off_are_told_with_their_month():
    late = (Deviation(id="d", month="2027-06", cause="Sin vehículo", corrective_action="Pedirlo"),)
    one = only(PLAN, with_activities(replace(FIRST, deviations=late), SECOND, THIRD))
    assert (one.label, one.new) == (
        "Causas y acciones",
        "junio de 2027: Sin vehículo → Pedirlo",
    )


def test_remarks_are_shown_and_left_to_their_own_place():
    new = replace(PLAN, remarks=(Remark(id="r", about_id=GOAL.id, text="¿Cuántos son?"),))
    one = only(PLAN, new)
    assert (one.name, one.can_be_taken) == ("Observación", False)


def test_an_id_that_names_rows_of_two_tables_confuses_nothing():
    old = replace(PLAN, swot_items=(SwotItem(id="same", text="Fortaleza"),))
    new = replace(PLAN, swot_items=(), objectives=(*PLAN.objectives, Objective(id="same")))
    comparison = compared(old, new)
    assert comparison.keys >= {"removed:swot_item:same", "added:objective:same"}
    assert applied(old, new, comparison.keys).objectives[1].id == "same"


def test_a_text_of_a_hundred_thousand_words_is_compared_in_a_moment():
    words = " ".join(f"palabra{n}" for n in range(100_000))
    old = replace(PLAN, introduction=words)
    new = replace(PLAN, introduction=" ".join(words.split()[::-1]))
    assert only(old, new).label == "Introducción"


def test_the_json_has_exact_values_beside_the_words():
    months = (replace(SECOND.months[0], planned_thousandths=55_125), SECOND.months[1])
    changed = replace(SECOND, months=months, annual_target_thousandths=95_125)
    document = json.loads(
        comparison_json(compared(PLAN, with_activities(FIRST, changed, THIRD))),
        parse_float=Decimal,
    )
    target, year = document["sections"][0]["differences"]
    assert (target["old"], target["new"], target["new_words"]) == (
        None,
        Decimal("95.125"),
        "95.125",
    )
    assert year["months"] == [
        {"month": "2027-02", "measure": "planned", "old": 40, "new": Decimal("55.125")}
    ]
    assert document["counts"] == {"changed": 2}
