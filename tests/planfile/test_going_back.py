"""Going back several steps: one action, the same rows as so many undos, redone step by step."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from random_edits import Edit, actions, do, new_file
from writing_goals import redo_all, tables, text_of, write

from poadesk.planfile.changes import Change, merged
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.indexed_plan import indexed
from poadesk.planfile.plan_file import PlanFile

Drawn = list[list[tuple[Edit, int, str]]]


def test_several_steps_are_taken_back_as_one_and_redone_one_by_one(plan_path: Path) -> None:
    told: list[tuple[Change, ...]] = []
    with PlanFile.open(plan_path) as file:
        for text in ("uno", "dos", "tres", "cuatro"):
            write(file, text)
        steps = file.journal.steps()
        file.journal.on_change = told.append
        undone = file.journal.undo_until(steps[2].id)
        assert [done.id for done in undone] == [steps[0].id, steps[1].id]
        assert text_of(file) == "dos"
        assert told == [(Change("goal", "goal-1", {"text": "cuatro"}, {"text": "dos"}),)]
        assert [done.id for done in file.journal.undone_steps()] == [steps[1].id, steps[0].id]
        file.journal.redo()
        assert text_of(file) == "tres"
        file.journal.redo()
        assert text_of(file) == "cuatro"
        assert file.journal.steps() == steps


def test_undone_steps_are_done_again_up_to_the_one_chosen(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        for text in ("uno", "dos", "tres"):
            write(file, text)
        newest, middle, _ = file.journal.steps()[:3]
        file.journal.undo_until(0)
        assert file.journal.steps() == []
        file.journal.redo_until(middle.id)
        assert text_of(file) == "dos"
        assert file.journal.undone_steps() == [newest]


def test_going_back_to_where_the_plan_is_changes_and_tells_nothing(plan_path: Path) -> None:
    told: list[tuple[Change, ...]] = []
    with PlanFile.open(plan_path) as file:
        write(file, "uno")
        file.journal.on_change = told.append
        assert file.journal.undo_until(file.journal.steps()[0].id) == []
        assert file.journal.redo_until(10**6) == []
        assert told == []


def test_when_one_of_the_steps_cannot_be_taken_back_none_is(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno")
        write(file, "dos")
        broken = file.journal.steps()[1].id
        file._db.execute("UPDATE journal_change SET before = 'roto' WHERE step_id = ?", [broken])
        steps = file.journal.steps()
        with pytest.raises(CannotSaveError):
            file.journal.undo_until(0)
        assert text_of(file) == "dos"
        assert file.journal.steps() == steps


@given(st.lists(actions, min_size=1, max_size=8), st.integers(0, 8))
@hypothesis_settings(max_examples=40)
def test_any_edits_are_taken_back_to_any_step_and_told_as_they_are(drawn: Drawn, to: int) -> None:
    told: list[tuple[Change, ...]] = []
    with new_file() as file:
        states = {file.journal.steps()[0].id: tables(file.path)}
        for action in drawn:
            do(file, action)
            states[file.journal.steps()[0].id] = tables(file.path)
        ids = list(states)
        chosen = ids[to % len(ids)]
        for go, state in (
            (lambda: file.journal.undo_until(chosen), states[chosen]),
            (lambda: file.journal.redo_until(ids[-1]), states[ids[-1]]),
        ):
            before = indexed(file.read())
            told.clear()
            file.journal.on_change = told.append
            go()
            file.journal.on_change = None
            assert tables(file.path) == state
            followed = before.after(told[0]) if told else before
            assert followed is not None
            assert followed.plans == file.read()
        redo_all(file)


def test_changes_of_one_row_come_to_one_and_those_that_cancel_to_none() -> None:
    made = Change("goal", "new", None, {"id": "new", "text": "a"})
    written = Change("goal", "new", {"text": "a"}, {"text": "b", "code": "7"})
    gone = Change("goal", "new", {"id": "new", "text": "b", "code": "7"}, None)
    assert merged([made, written]) == (
        Change("goal", "new", None, {"id": "new", "text": "b", "code": "7"}),
    )
    assert merged([made, written, gone]) == ()
    assert merged([written, gone]) == (
        Change("goal", "new", {"id": "new", "text": "a", "code": "7"}, None),
    )
