"""What is undone in another step is told, and what is in sight needs no words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_keys import Key, focused, press, replace_text

from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan, Resource, SwotItem
from poadesk.widgets.editor_text import text_of
from poadesk.widgets.notice import Notice

CONTROL = Qt.KeyboardModifier.ControlModifier
MONTH = MonthRecord(id="m", month="2027-03", planned_thousandths=2_000)
ACTIVITY = Activity(id="a", text="Entregar avisos", unit_of_measure="aviso", months=(MONTH,))
PLAN = Plan(
    id="plan",
    entity="Alcaldía",
    first_month="2027-01",
    swot_items=(SwotItem(id="s", quadrant="strength", text="Personal con experiencia"),),
    objectives=(
        Objective(
            id="o",
            text="Cobrar mejor",
            goals=(Goal(id="g", text="Reducir la mora", activities=(ACTIVITY,)),),
        ),
    ),
)


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(PLAN))


def told(window) -> list[str]:
    return [notice.sentence.text() for notice in window.findChildren(Notice) if notice.isVisible()]


def go(window, key: Key) -> None:
    QTest.keyClick(window, key, CONTROL)


def set_field(window, table: str, row_id: str, field: str, value: object) -> None:
    window.open_plan.set(table, row_id, field, value)
    window.open_plan.file.journal.end_typing()


def test_what_is_undone_on_another_step_is_told_with_its_name(window):
    replace_text("Alcaldía de Río Seco")
    press(Key.Key_Tab)
    go(window, Key.Key_2)
    go(window, Key.Key_Z)
    assert told(window) == ["Se deshizo “Escribir en el plan”, en el paso Datos generales."]
    assert window.open_plan.plan.entity == "Alcaldía"
    go(window, Key.Key_Y)
    assert told(window) == ["Se rehizo “Escribir en el plan”, en el paso Datos generales."]
    assert window.open_plan.plan.entity == "Alcaldía de Río Seco"


def test_what_is_undone_in_sight_needs_no_words(window):
    replace_text("Alcaldía de Río Seco")
    press(Key.Key_Tab)
    go(window, Key.Key_Z)
    assert told(window) == []
    assert window.open_plan.plan.entity == "Alcaldía"


@pytest.mark.parametrize(
    ("change", "shown_on", "told_as"),
    [
        (("swot_item", "s", "text", "Otra"), Key.Key_5, "FODA"),
        (("plan", "plan", "strategy_source", "PDM"), Key.Key_2, "Líneas estratégicas"),
        (("goal", "g", "text", "Otra meta"), Key.Key_2, "Metas y actividades"),
        (("goal", "g", "text", "Otra meta"), Key.Key_6, ""),
        (("activity", "a", "text", "Otra cosa"), Key.Key_7, ""),
        (("month_record", "m", "planned_thousandths", 5_000), Key.Key_5, "Cronograma"),
        (("month_record", "m", "planned_thousandths", 5_000), Key.Key_0, ""),
        (("month_record", "m", "done_thousandths", 1_000), Key.Key_5, "Seguimiento"),
        (("month_record", "m", "done_thousandths", 1_000), Key.Key_7, ""),
    ],
)
def test_the_step_in_which_it_is_written_is_named(window, change, shown_on, told_as):
    set_field(window, *change)
    go(window, shown_on)
    go(window, Key.Key_Z)
    assert [words.rpartition(" el paso ")[2] for words in told(window)] == (
        [f"{told_as}."] if told_as else []
    )


def test_what_waits_to_be_saved_is_undone_and_only_that_is_told(window):
    set_field(window, "swot_item", "s", "text", "Otra")
    replace_text("Alcaldía de Río Seco")
    go(window, Key.Key_5)
    go(window, Key.Key_Z)
    assert told(window) == ["Se deshizo “Escribir en el plan”, en el paso Datos generales."]
    assert window.open_plan.plan.swot_items[0].text == "Otra"


def test_nothing_is_told_where_there_is_nothing_to_undo(window):
    go(window, Key.Key_2)
    go(window, Key.Key_Z)
    assert told(window) == []


@pytest.fixture
def two_goals(open_window, plan_file):
    resources = tuple(Resource(id=f"r{n}", position=n, text=f"Recurso {n}") for n in range(2))
    goals = (
        Goal(id="g1", text="Una", resources=resources),
        Goal(id="g2", position=1, text="Otra", activities=(Activity(id="a2", text="Podar"),)),
    )
    plan = Plan(id="plan", objectives=(Objective(id="o", text="Limpiar", goals=goals),))
    return open_window(plan_file(plan))


def test_what_is_undone_of_another_goal_is_brought_in_sight(two_goals):
    window = two_goals
    window.view.show_step("resources")
    screen = window.view.screen_of("resources")
    set_field(window, "resource", "r0", "text", "Escobas")
    screen.goals.choose("g2")
    go(window, Key.Key_Z)
    assert screen.goals.goal_id() == "g1"
    assert focused().property("field") == "text"
    assert text_of(focused()) == "Recurso 0"


def test_a_resource_that_comes_back_or_goes_again_is_brought_in_sight(two_goals):
    window = two_goals
    window.view.go_to_field("resources", "r1", "text")
    press(Key.Key_Delete, CONTROL)
    assert window.open_plan.row("r1") is None
    screen = window.view.screen_of("resources")
    screen.goals.choose("g2")
    go(window, Key.Key_Z)
    assert screen.goals.goal_id() == "g1"
    assert text_of(focused()) == "Recurso 1"
    screen.goals.choose("g2")
    go(window, Key.Key_Y)
    assert window.open_plan.row("r1") is None
    assert screen.goals.goal_id() == "g1"


def test_a_row_of_the_outline_is_chosen_when_it_is_undone(two_goals):
    window = two_goals
    window.view.show_step("goals")
    screen = window.view.screen_of("goals")
    set_field(window, "activity", "a2", "responsible", "Aseo")
    screen.outline.go_to("g1")
    go(window, Key.Key_Z)
    assert screen.outline.current_row() == "a2"
