"""What the matrix and the schedule say, before anything is drawn."""

from dataclasses import replace

from sample_plans import activity, full_plan, goal, objective, plan, resource, weekly

from poadesk.plan.model import SwotItem, SwotObjective
from poadesk.printing.schedule_table import schedule_blocks, schedule_windows
from poadesk.printing.tables import (
    Entry,
    cost_of_plan,
    matrix,
    specific_objectives,
    strategic_lines,
    swot,
    year_of,
)

NBSP = "\u00a0"


def test_a_row_per_goal_carries_numbers_notes_and_costs():
    first, second = matrix(full_plan())
    row = first.rows[0]
    assert first.objective.number == "1"
    assert first.objective.notes == ("Línea estratégica 1",)
    assert first.objective.cost == f"${NBSP}1,369.50"
    assert [entry.number for entry in row.activities] == ["1.1.1", "1.1.2"]
    assert row.activities[0].notes == ("Responsable: Técnico forestal",)
    assert row.resources[0].cost == f"2 × ${NBSP}415.50 = ${NBSP}831.00"
    assert row.resources[0].notes == ("Tipo: Equipo",)
    assert row.resources[2].cost == "Cantidad: 4"
    assert row.cost == f"${NBSP}1,086.00"
    assert row.period == "Enero – mayo"
    assert [block.rows[0].cost for block in (second,)] == [""]


def test_a_goal_with_one_costed_resource_has_no_sum_of_its_own():
    assert matrix(full_plan())[0].rows[1].cost == ""
    assert cost_of_plan(full_plan()) == f"${NBSP}1,369.50"
    assert cost_of_plan(plan()) == ""


def test_a_cost_without_quantity_is_still_said():
    one = replace(resource("Viáticos"), unit_cost_cents=1250)
    written = plan(objectives=(objective("O", goal("M", (), (one,))),))
    (entry,) = matrix(written)[0].rows[0].resources
    assert entry.cost == f"Costo por unidad: ${NBSP}12.50"


def test_an_indicator_says_how_it_is_measured():
    (entry,) = matrix(full_plan())[0].rows[0].indicators
    assert entry.notes == (
        "Cómo se calcula: fichas completas ÷ árboles contados × 100",
        "Punto de partida: 12 %",
        "Se quiere llegar a: 100 %",
        "Dónde se comprueba: Archivo de fichas",
    )


def test_a_row_per_objective_lists_goals_beside_common_activities():
    block = matrix(full_plan(), "objective")[0]
    (row,) = block.rows
    assert [entry.number for entry in row.goals] == ["1.1", "1.2"]
    assert [entry.number for entry in row.activities] == ["", "", ""]
    assert row.period == "Enero – mayo\nÉpoca lluviosa"


def test_a_row_per_objective_keeps_codes_written_by_hand():
    row = activity("Podar.", code="AO-7")
    written = plan(objectives=(objective("O", goal("M", (row,))),))
    assert matrix(written, "objective")[0].rows[0].activities == (Entry("AO-7", "Podar."),)


def test_empty_objectives_and_goals_say_nothing_but_keep_what_they_hold():
    written = plan(objectives=(objective("", goal("", (activity("Podar."),))),))
    (block,) = matrix(written)
    assert block.objective == Entry("", "")
    assert block.rows[0].goals == ()
    assert block.rows[0].activities == (Entry("1.1.1", "Podar."),)
    assert specific_objectives(written) == []


def test_an_objective_without_goals_still_has_a_row():
    (block,) = matrix(plan(objectives=(objective("Solo."),)))
    assert len(block.rows) == 1


def test_the_schedule_says_x_or_quantities():
    first, second = schedule_blocks(full_plan())
    counted, marked, _ = first.rows
    assert counted.months == {
        "2027-01": "300",
        "2027-02": "300",
        "2027-03": "400",
        "2027-04": "400",
        "2027-05": "400",
    }
    assert (counted.unit, counted.target, counted.total) == ("Ficha", "1,800", "1,800")
    assert set(marked.months.values()) == {"X"}
    assert second.rows[0].total == "12"


def test_quantities_without_a_unit_are_said_too():
    row = activity("Contar.", quantities={3: 40})
    (block,) = schedule_blocks(plan(objectives=(objective("O", goal("M", (row,))),)))
    assert block.rows[0].months == {"2027-03": "40"}


def test_weeks_are_those_of_their_month():
    row = weekly("Regar.", {5: (4, 2)})
    (block,) = schedule_blocks(plan(objectives=(objective("O", goal("M", (row,))),)))
    assert block.rows[0].weeks == {"2027-05": (2, 4)}


def test_objectives_without_activities_are_not_on_the_schedule():
    assert schedule_blocks(plan(objectives=(objective("O", goal("M")),))) == []


def test_a_later_year_without_anything_planned_has_no_table():
    long = plan(month_count=36, objectives=(objective("O", goal("M", (activity("A", "X"),))),))
    assert len(schedule_windows(long)) == 1


def test_swot_items_name_the_objectives_that_answer_them():
    said = swot(full_plan())
    assert said["strength"][0].notes == ("Objetivo 1",)
    assert said["threat"] == (Entry("", "Veranos cada vez más largos."),)


def test_strategic_lines_carry_their_programmes():
    (line, purpose, programmes), _ = strategic_lines(full_plan())
    assert line == Entry("1", "Municipio verde")
    assert purpose.startswith("Ampliar")
    assert [entry.number for entry in programmes] == ["1.1", "1.2"]


def test_the_year_comes_from_the_months_when_it_is_not_written():
    assert year_of(plan(year_label="", first_month="2027-07")) == "2027–2028"
    assert year_of(plan(year_label="2030")) == "2030"


def test_objectives_that_answer_stand_in_the_order_of_the_plan():
    first, second = objective("Barrer"), objective("Recoger")
    ties = tuple(SwotObjective(id=f"tie {row.id}", objective_id=row.id) for row in (second, first))
    item = SwotItem(id="item", quadrant="threat", text="Lluvias", objectives=ties)
    board = swot(plan(objectives=(first, second), swot_items=(item,)))
    assert "Objetivos 1 y 2" in str(board["threat"][0])
