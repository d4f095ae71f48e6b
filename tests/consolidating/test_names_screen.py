"""The office chooses how a name is written in all plans, or leaves it as units wrote it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_keys import Key, click, focused, press

from poadesk.desktop.listed_steps import listed_steps
from poadesk.plan.model import Activity, CatalogueItem, Goal, Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.notice import Notice


def unit(plan_id: str, at: int, *names: str) -> Plan:
    activities = tuple(
        Activity(id=f"{plan_id}{place}", position=place, text="x", unit_of_measure=name)
        for place, name in enumerate(names)
    )
    goal = Goal(id=f"{plan_id}g", activities=activities)
    objectives = (Objective(id=f"{plan_id}o", goals=(goal,)),)
    return Plan(id=plan_id, position=at, unit=f"Unidad {plan_id}", objectives=objectives)


KIT = Plan(
    id="kit",
    role="kit",
    catalogue=(CatalogueItem(id="c", kind="unit_of_measure", name="visita"),),
)
PLANS = (KIT, unit("A", 1, "Visitas", "taller"), unit("B", 2, "visitas", "Talleres", "taller"))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(PLANS)
    return path


@pytest.fixture
def window(open_window, path):
    window = open_window(path, step="names")
    return window


def screen_of(window):
    return window.view.screen_of("names")


def names_in(path) -> list[str]:
    with PlanFile.open(path, read_only=True) as file:
        return [a.unit_of_measure for plan in file.read() for a in plan.activities()]


def test_the_way_of_the_catalogue_is_chosen_at_first_and_else_the_most_frequent(window):
    assert [card.chosen() for card in screen_of(window).cards] == ["taller", "visita"]


def test_nothing_is_changed_until_somebody_says_so(window, path):
    before = names_in(path)
    window.view.show_step("deliveries")
    window.view.show_step("names")
    assert names_in(path) == before == ["Visitas", "taller", "visitas", "Talleres", "taller"]


def test_unifying_writes_the_name_in_all_plans_as_one_step(window, path):
    before = names_in(path)
    click(screen_of(window).cards[1].unify_button)
    assert names_in(path) == ["visita", "taller", "visita", "Talleres", "taller"]
    (notice,) = window.view.findChildren(Notice)
    assert notice.sentence.text() == "Se escribió “visita” en 2 lugares"
    assert [card.chosen() for card in screen_of(window).cards] == ["taller"]
    window.open_plan.undo()
    assert names_in(path) == before
    assert len(screen_of(window).cards) == 2


def test_another_way_is_chosen_with_the_arrows_and_unified_with_the_keyboard(window, path):
    assert focused() is screen_of(window).cards[0].choices.checkedButton()
    press(Key.Key_Down)
    assert screen_of(window).cards[0].chosen() == "Talleres"
    press(Key.Key_Tab)
    assert focused() is screen_of(window).cards[0].unify_button
    press(Key.Key_Space)
    assert names_in(path) == ["Visitas", "Talleres", "visitas", "Talleres", "Talleres"]


def test_a_click_on_the_words_of_a_way_chooses_it(window):
    card = screen_of(window).cards[0]
    line = card.choices.button(1).parentWidget()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert card.chosen() == "Talleres"


def test_what_is_left_as_it_is_does_not_come_back_until_it_is_asked_for(window, path):
    before = names_in(path)
    click(screen_of(window).cards[0].leave_button)
    assert [card.group.key for card in screen_of(window).cards] == ["visita"]
    for plan_id in ("A", "kit"):  # screens are made anew
        window.open_plan.choose(plan_id)
    window.view.show_step("names")
    assert [card.group.key for card in screen_of(window).cards] == ["visita"]
    click(screen_of(window).again)
    assert len(screen_of(window).cards) == 2
    assert names_in(path) == before


def test_when_all_names_are_one_the_screen_says_so(window):
    while screen_of(window).cards:
        click(screen_of(window).cards[0].unify_button)
    assert screen_of(window).findChildren(EmptyState)


def badge(window) -> int:
    return next(one.badge for one in listed_steps(window.open_plan) if one.key == "names")


def test_the_list_of_steps_counts_the_names_that_are_still_open(window):
    assert badge(window) == 2
    click(screen_of(window).cards[0].unify_button)
    assert badge(window) == 1
    click(screen_of(window).cards[0].leave_button)
    assert badge(window) == 0


def test_names_are_not_compared_again_when_only_the_material_changes(window):
    before = window.open_plan.reading.same_names
    window.open_plan.set("plan", "kit", "entity", "Valle Claro")
    assert window.open_plan.reading.same_names is before
    window.open_plan.act("Quitar", lambda step, _: step.delete("catalogue_item", "c"))
    assert window.open_plan.reading.same_names is not before
