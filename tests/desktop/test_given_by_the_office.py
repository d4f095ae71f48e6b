"""In the window what comes from the planning office is read, with a lock, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from typing_keys import CONTROL, Key, click, focused, press, type_words

from poadesk.plan.kit import plan_from_kit
from poadesk.plan.model import (
    Objective,
    ObjectiveLine,
    Plan,
    Programme,
    StrategicLine,
)
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.notice import Notice

KIT = Plan(
    id="kit",
    role="kit",
    entity="Alcaldía de Valle Claro",
    strategic_lines=(
        StrategicLine(id="a", name="Finanzas", programmes=(Programme(id="p", name="Cobro"),)),
        StrategicLine(id="b", position=1, name="Obras"),
    ),
    objectives=(
        Objective(id="o", text="Cobrar", lines=(ObjectiveLine(id="t", strategic_line_id="a"),)),
    ),
)


@pytest.fixture
def path(plan_file):
    return plan_file(plan_from_kit(KIT, "Catastro"))


@pytest.fixture
def window(open_window, path):
    return open_window(path)


def stored(path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def notices(window) -> list[str]:
    return [notice.sentence.text() for notice in window.view.findChildren(Notice)]


def has_lock(frame) -> bool:
    return frame._lock is not None and frame._lock.isVisible()


def test_given_fields_of_the_cover_take_no_letter_and_say_where_they_come_from(window, path):
    before = stored(path)
    screen = window.view.screen_of("general")
    editor = screen._frames["entity"].editor
    click(editor)
    type_words("Otra alcaldía")
    window.open_plan.save_waiting()
    assert stored(path) == before
    assert "Viene de Planificación" in editor.toolTip()
    assert editor.accessibleDescription() == "Viene de Planificación"
    locked = [field for field, frame in screen._frames.items() if has_lock(frame)]
    assert "entity" in locked
    assert "unit" not in locked
    assert not screen._first_month.isEnabled()
    assert not screen.kind.isEnabled()


def test_the_work_begins_in_the_first_field_that_is_the_units_own(window):
    assert focused().property("field") == "unit"
    press(Key.Key_A, CONTROL)
    type_words("Catastro Municipal")
    window.open_plan.save_waiting()
    assert window.open_plan.plan.unit == "Catastro Municipal"


def test_letters_on_a_given_objective_do_not_change_it_and_enter_goes_on_below(window, path):
    before = stored(path)
    window.view.show_step("objectives")
    screen = window.view.screen_of("objectives")
    screen.outline.go_to(before.objectives[0].id, write=False)
    type_words("zzz")
    window.open_plan.save_waiting()
    assert stored(path) == before
    press(Key.Key_Return)
    type_words("Objetivo propio")
    window.open_plan.save_waiting()
    assert [one.text for one in stored(path).objectives] == ["Cobrar", "Objetivo propio"]


def test_delete_on_a_given_row_says_why_not(window, path):
    before = stored(path)
    window.view.show_step("objectives")
    screen = window.view.screen_of("objectives")
    screen.outline.go_to(before.objectives[0].id, write=False)
    press(Key.Key_Delete)
    assert notices(window) == ["El objetivo 1 viene de Planificación y no se puede borrar."]
    assert stored(path) == before
    assert window.menus is not None
    assert window.open_plan.next_undo() is None


def test_a_given_programme_is_not_deleted_but_one_of_the_unit_is(window, path):
    window.view.show_step("lines")
    screen = window.view.screen_of("lines")
    line = stored(path).strategic_lines[0]
    screen.jump_to(line.programmes[0].id, "name")
    press(Key.Key_Delete, CONTROL)
    assert notices(window) == ["El programa viene de Planificación y no se puede borrar."]
    press(Key.Key_Return)
    type_words("Programa propio")
    window.open_plan.save_waiting()
    assert [one.name for one in stored(path).strategic_lines[0].programmes] == [
        "Cobro",
        "Programa propio",
    ]
    press(Key.Key_Delete, CONTROL)
    assert [one.name for one in stored(path).strategic_lines[0].programmes] == ["Cobro"]


def test_the_given_line_of_an_objective_cannot_be_unticked_and_another_can_be_added(window, path):
    window.view.show_step("objectives")
    screen = window.view.screen_of("objectives")
    screen.outline.go_to(stored(path).objectives[0].id, write=False)
    first, second = screen.details.page("objective")._lines._boxes.values()
    assert not first.isEnabled()
    click(second)
    assert len(stored(path).objectives[0].lines) == 2
    click(second)
    assert len(stored(path).objectives[0].lines) == 1


def test_replacing_everywhere_leaves_the_words_of_the_office(window, path):
    plan = stored(path)
    window.open_plan.set("plan", plan.id, "introduction", "Cobrar bien.")
    press(Key.Key_R, CONTROL)
    press(Key.Key_A, CONTROL)
    type_words("cobrar")
    press(Key.Key_Tab)
    by = focused()
    assert isinstance(by, QLineEdit)
    type_words("recaudar")
    press(Key.Key_Return, CONTROL)
    after = stored(path)
    assert (after.introduction, after.objectives[0].text) == ("Recaudar bien.", "Cobrar")


def test_in_the_office_the_plan_of_a_unit_is_only_read(open_window, tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    unit = Plan(id="u", position=1, unit="Catastro", objectives=(Objective(id="x", text="Medir"),))
    with PlanFile.create(path) as file:
        file.begin_with([KIT, unit])
    window = open_window(path)
    window.open_plan.choose("u")
    window.view.show_step("objectives")
    screen = window.view.screen_of("objectives")
    screen.outline.go_to("x", write=False)
    type_words("zzz")
    press(Key.Key_Delete)
    window.open_plan.save_waiting()
    with PlanFile.open(path, read_only=True) as file:
        assert file.read()[1] == unit
