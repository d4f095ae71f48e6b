"""Where a remark belongs, in words, and how far the remarks of a plan are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poadesk.plan.model import Remark
from poadesk.plan.numbering import numbers
from poadesk.plan.profiles import profile_of
from poadesk.plan.remarks import (
    GONE,
    counted,
    place_of,
    place_words,
    remarks_about,
    step_of_remark,
    waiting,
)
from poadesk.planfile import remark_edits
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.example import example_plan


def remark(about_id: str, field: str = "", state: str = "open") -> Remark:
    return Remark(
        id=f"{about_id}-{field}-{state}", about_id=about_id, about_field=field, state=state
    )


@pytest.fixture
def plan():
    return example_plan()


def words(plan, about_id: str, field: str) -> str:
    return place_words(plan, remark(about_id, field), numbers(plan), profile_of(plan.profile))


def test_a_remark_says_in_words_where_it_belongs(plan):
    goal = plan.objectives[1].goals[0]
    activity = goal.activities[0]
    assert words(plan, plan.id, "") == "Todo el plan"
    assert words(plan, plan.id, "introduction") == "Introducción"
    assert words(plan, goal.id, "text") == "Meta 2.1"
    assert words(plan, activity.id, "responsible") == "Actividad 2.1.1 · Responsable"
    assert words(plan, activity.id, "months") == "Actividad 2.1.1 · Cronograma"
    assert words(plan, plan.swot_items[0].id, "text").split()[0] in (
        "Fortaleza",
        "Oportunidad",
        "Debilidad",
        "Amenaza",
    )
    assert words(plan, goal.resources[0].id, "text").startswith("Recurso")
    assert words(plan, "taken away", "text") == GONE


def test_a_remark_leads_to_the_step_in_which_its_field_is_written(plan):
    goal = plan.objectives[0].goals[0]
    steps = {
        (plan.id, "introduction"): "general",
        (plan.id, "strategy_source"): "lines",
        (goal.id, "text"): "goals",
        (goal.activities[0].id, "months"): "schedule",
        (goal.resources[0].id, "text"): "resources",
        (plan.swot_items[0].id, "text"): "swot",
        ("taken away", "text"): "general",
    }
    assert {key: step_of_remark(plan, remark(*key)) for key in steps} == steps
    gone = place_of(plan, remark("taken away", "text"))
    assert (gone.id, gone.field) == (plan.id, "")


def test_remarks_are_counted_and_found_by_row_and_field(plan):
    states = ("open", "open", "answered", "resolved")
    about = plan.objectives[0].id
    made = tuple(
        replace(remark(about, field, state), id=str(at))
        for at, (field, state) in enumerate(zip(("text", "", "text", "code"), states, strict=True))
    )
    plan = replace(plan, remarks=made)
    counts = counted(plan.remarks)
    assert (counts.open, counts.answered, counts.resolved) == (2, 1, 1)
    assert (counts.waiting, counts.total) == (3, 4)
    assert [one.id for one in remarks_about(plan, about)] == ["0", "1", "2", "3"]
    assert [one.id for one in remarks_about(plan, about, "text")] == ["0", "2"]
    assert [one.id for one in waiting(plan.remarks)] == ["0", "1", "2"]


def test_a_remark_is_written_answered_resolved_opened_again_and_taken_back_in_the_file(
    plan, plan_file
):
    path = plan_file(plan)
    goal = next(plan.goals())
    with PlanFile.open(path) as file:

        def do(edit, *given):
            with file.step("Observar") as step:
                edit(step, *given)
            [now] = file.read()
            return now.remarks

        [one] = do(remark_edits.write, plan, goal.id, "text", " ¿Cuántos? ", "2026-11-20 10:00")
        assert (one.text, one.state, one.about_id, one.about_field) == (
            "¿Cuántos?",
            "open",
            goal.id,
            "text",
        )
        [one] = do(remark_edits.answer, one, "Catorce. ")
        assert (one.answer, one.state) == ("Catorce.", "answered")
        [one] = do(remark_edits.answer, one, " ")
        assert (one.answer, one.state) == ("", "open")
        [one] = do(remark_edits.resolve, one)
        assert one.state == "resolved"
        [one] = do(remark_edits.answer, one, "Ya está.")
        assert one.state == "resolved", "what the office has closed stays so"
        [one] = do(remark_edits.reopen, one)
        [one] = do(remark_edits.reword, one, "¿Cuántos barrios?")
        assert (one.text, one.state) == ("¿Cuántos barrios?", "open")
        assert do(remark_edits.delete, one) == ()
        for _ in range(8):
            file.journal.undo()
        assert file.read()[0].remarks == ()


def test_remarks_stand_in_the_order_in_which_they_were_written(plan, plan_file):
    with PlanFile.open(plan_file(plan)) as file:
        for text in ("primera", "segunda", "tercera"):
            with file.step("Observar") as step:
                remark_edits.write(step, file.read()[0], plan.id, "", text, "2026-11-20 10:00")
        assert [one.text for one in file.read()[0].remarks] == ["primera", "segunda", "tercera"]
