"""A name is written in one way in all plans, as one step that can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poadesk.consolidating.names import unify
from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.plan.same_names import key_of, same_names
from poadesk.planfile.plan_file import PlanFile

WAYS = ["visita", "Visitas", " visita", "taller", "talleres"]


def plans_of(units: list[list[str]]) -> list[Plan]:
    return [Plan(id="kit", role="kit")] + [
        Plan(
            id=f"p{at}",
            position=at + 1,
            unit=f"Unidad {at}",
            objectives=(Objective(id=f"o{at}", goals=(_goal(at, names),)),),
        )
        for at, names in enumerate(units)
    ]


def _goal(at: int, names: list[str]) -> Goal:
    activities = tuple(
        Activity(id=f"a{at}-{place}", position=place, text="x", unit_of_measure=name)
        for place, name in enumerate(names)
    )
    return Goal(id=f"g{at}", activities=activities)


@pytest.fixture
def unified(tmp_path):
    """Unify the first group of a file with these plans as often as told; return all plans."""

    def unify_in_file(plans, which: int, times: int = 1):
        path = tmp_path / "office.sqlite"
        path.unlink(missing_ok=True)
        with PlanFile.create(path) as file:
            file.begin_with(plans)
            before = file.read()
            group = same_names(before)[0]
            name = group.ways[which % len(group.ways)].name
            for _ in range(times):
                with file.step("Unificar") as step:
                    unify(step, group, name)
            after = file.read()
            if file.journal.undo():
                assert file.read() == before
        return name, after

    return unify_in_file


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(WAYS), max_size=3), max_size=3), st.integers(0, 3))
def test_unifying_again_changes_nothing_and_only_the_group_is_touched(unified, units, which):
    plans = plans_of(units)
    if not same_names(plans):
        return
    name, once = unified(plans, which)
    _, twice = unified(plans, which, times=2)
    assert once == twice
    for before, after in zip(plans, once, strict=True):
        for was, now in zip(before.activities(), after.activities(), strict=True):
            is_same = key_of(was.unit_of_measure) == key_of(name)
            assert now.unit_of_measure == (name if is_same else was.unit_of_measure)
    assert key_of(name) not in {group.key for group in same_names(once)}
