"""Replacing words: one step that writes the chosen texts and nothing else."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poadesk.plan.model import Goal, Objective, Plan, Row, StrategicLine, SwotItem, rows_under
from poadesk.plan.searching import places_of, replaceable, replaced
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.replacing import named, replace

TEXTS = st.text(alphabet="aáAñ é1%\\<&", max_size=6)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    goals = tuple(
        Goal(id=f"g{at}", position=at, text=draw(TEXTS), code=draw(TEXTS)) for at in range(2)
    )
    return Plan(
        id="plan",
        unit=draw(TEXTS),
        introduction=draw(TEXTS),
        strategic_lines=(StrategicLine(id="l", name=draw(TEXTS), objective=draw(TEXTS)),),
        swot_items=(SwotItem(id="s", text=draw(TEXTS)),),
        objectives=(Objective(id="o", text=draw(TEXTS), goals=goals),),
    )


def values(plan: Plan) -> dict[tuple[str, str], object]:
    """Return every stored value of a plan by row and field."""
    rows: list[Row] = [plan, *(row for _, row in rows_under(plan))]
    return {
        (row.id, field.name): getattr(row, field.name)
        for row in rows
        for field in fields(row)
        if "field" in field.metadata or field.name == "position"
    }


@given(plans(), st.sampled_from("aAñé1% "), TEXTS)
@settings(max_examples=40)
def test_only_the_texts_that_hold_the_words_are_written(plan: Plan, words: str, by: str) -> None:
    with TemporaryDirectory() as folder, PlanFile.create(Path(folder) / "p.sqlite") as file:
        file.begin_with([plan])
        [before] = file.read()
        places = replaceable(places_of(before, words))
        with file.step("Reemplazar") as step:
            replace(step, places, words, by)
        old, new = values(before), values(file.read()[0])
        touched = {place.spot for place in places}
        assert {spot for spot in old if old[spot] != new[spot]} <= touched
        for place in places:
            assert new[place.spot] == replaced(place.text, words, by)
        while file.journal.undo():
            pass
        assert file.read() == (before,)


@pytest.mark.parametrize(
    ("words", "by", "count", "infinitive", "expected"),
    [
        ("a", "b", 5, True, "Reemplazar “a” por “b” en 5 lugares"),
        ("a", "b", 1, False, "Se reemplazó “a” por “b” en 1 lugar"),
        ("a", "", 2, True, "Quitar “a” en 2 lugares"),
        ("x" * 40, "b", 2, True, f"Reemplazar “{'x' * 30}…” por “b” en 2 lugares"),
    ],
)
def test_the_step_is_named_by_what_it_does(
    words: str, by: str, count: int, infinitive: bool, expected: str
) -> None:
    assert named(words, by, count, infinitive) == expected
