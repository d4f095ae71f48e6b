"""Another kind of plan: title and currency follow while they are those of the old kind."""

from __future__ import annotations

import pytest
from typing_keys import Key, press

from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.plan_kind import make_kind

POA_TITLE, POI_TITLE = "Plan Operativo Anual", "Plan Operativo Institucional"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "POA 2027.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(
            [
                Plan(id="first", unit="Rentas"),
                Plan(id="second", position=1, unit="Catastro", title="Plan 2027", currency="US$"),
            ]
        )
    return path


def kinds(path) -> list[tuple[str, str, str]]:
    with PlanFile.open(path, read_only=True) as file:
        return [(plan.profile, plan.title, plan.currency) for plan in file.read()]


def test_what_the_person_wrote_stays(path):
    with PlanFile.open(path) as file, file.step("Cambiar la clase de plan") as step:
        for plan in file.read():
            make_kind(step, plan, "poi")
    assert kinds(path) == [("poi", POI_TITLE, "S/"), ("poi", "Plan 2027", "US$")]


def test_there_and_back_is_the_plan_as_it_was(path):
    before = kinds(path)
    with PlanFile.open(path) as file:
        for kind in ("poi", "poa"):
            with file.step("Cambiar la clase de plan") as step:
                for plan in file.read():
                    make_kind(step, plan, kind)
    assert kinds(path) == before


def test_all_units_of_a_file_become_of_the_kind_that_is_chosen_in_one_step(open_window, path):
    window = open_window(path)
    window.view.screen_of("general").kind.focus_chosen()
    press(Key.Key_Right)
    press(Key.Key_Space)
    assert [kind for kind, _, _ in kinds(path)] == ["poi", "poi"]
    window.open_plan.undo()
    assert [kind for kind, _, _ in kinds(path)] == ["poa", "poa"]


def test_a_plan_opened_to_read_keeps_its_kind(open_window, path):
    from poadesk.widgets.open_plan import OpenPlan

    window = open_window(None)
    window.show_plan(OpenPlan(PlanFile.open(path, read_only=True)))
    assert not window.view.screen_of("general").kind.isEnabled()
