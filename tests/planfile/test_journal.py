"""The journal: every edit is whole, told and taken back as one, or not done at all."""

from pathlib import Path

import pytest
from writing_goals import tables, text_of, write

from poadesk.plan.model import Activity, Goal, Plan
from poadesk.planfile.changes import Change
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile


def break_off(file: PlanFile) -> None:
    with file.step("Romper") as step:
        step.put("goal", "goal-1", text="nunca")
        step.put_row(Goal(id="goal-3"), "objective-1")
        raise ZeroDivisionError


def test_half_a_character_is_refused_and_changes_nothing(plan_path: Path) -> None:
    before = tables(plan_path)
    with PlanFile.open(plan_path) as file:
        with pytest.raises(CannotSaveError):
            write(file, "roto \ud83d")
        with pytest.raises(CannotSaveError):
            write(file, "bien", row_id="\udc00")
        assert tables(plan_path) == before
        write(file, "entero")
        assert text_of(file) == "entero"


def test_a_number_that_is_too_large_is_refused_and_changes_nothing(plan_path: Path) -> None:
    before = tables(plan_path)
    with PlanFile.open(plan_path) as file:
        with pytest.raises(CannotSaveError), file.step("Mover") as step:
            step.put("goal", "goal-1", position=2**70)
        assert tables(plan_path) == before


def test_there_is_nothing_to_undo_in_a_new_file_nor_to_redo_at_the_end(tmp_path: Path) -> None:
    with PlanFile.create(tmp_path / "nuevo.sqlite") as file:
        assert file.journal.next_undo() is None
        assert file.journal.undo() is None
        assert file.journal.redo() is None


def test_a_new_edit_after_an_undo_forgets_the_redo(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno")
        write(file, "dos")
        file.journal.undo()
        file.journal.undo()
        write(file, "tres")
        assert file.journal.next_redo() is None
        assert file.journal.redo() is None
        assert text_of(file) == "tres"


def test_an_edit_that_changes_nothing_is_no_step_and_keeps_the_redo(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno")
        file.journal.undo()
        write(file, text_of(file))
        assert len(file.journal.steps()) == 1
        file.journal.redo()
        assert text_of(file) == "uno"


def test_an_exception_in_a_step_changes_nothing(plan_path: Path) -> None:
    before = tables(plan_path)
    told: list[tuple[Change, ...]] = []
    with PlanFile.open(plan_path) as file:
        file.journal.on_change = told.append
        with pytest.raises(ZeroDivisionError):
            break_off(file)
        assert tables(plan_path) == before
        assert len(file.journal.steps()) == 1
        assert told == []
        write(file, "después")
        assert text_of(file) == "después"


def test_a_row_without_its_parent_is_refused_and_changes_nothing(plan_path: Path) -> None:
    before = tables(plan_path)
    with PlanFile.open(plan_path) as file:
        with pytest.raises(CannotSaveError), file.step("Romper") as step:
            step.put_tree(Goal(id="goal-3", activities=(Activity(id="activity-3"),)), "nobody")
        assert tables(plan_path) == before


def test_a_parent_that_is_deleted_alone_is_refused_and_changes_nothing(plan_path: Path) -> None:
    before = tables(plan_path)
    with PlanFile.open(plan_path) as file:
        with pytest.raises(CannotSaveError), file.step("Borrar") as step:
            step.delete("objective", "objective-1")
        assert tables(plan_path) == before


def test_a_step_inside_a_step_is_a_mistake_of_the_program(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        with file.step("Fuera") as step:
            step.put("goal", "goal-1", text="fuera")
            with pytest.raises(RuntimeError), file.step("Dentro"):
                pass
            with pytest.raises(RuntimeError):
                file.journal.undo()
        assert text_of(file) == "fuera"


def test_a_plan_opened_only_to_read_takes_no_edit(plan_path: Path) -> None:
    before = plan_path.read_bytes()
    with PlanFile.open(plan_path, read_only=True) as file:
        with pytest.raises(CannotSaveError) as caught:
            write(file, "nunca")
        assert caught.value.kind == "read_only"
        with pytest.raises(CannotSaveError):
            file.journal.undo()
    assert plan_path.read_bytes() == before


def test_listeners_are_told_exactly_what_changed(plan_path: Path) -> None:
    told: list[tuple[Change, ...]] = []
    with PlanFile.open(plan_path) as file:
        before = text_of(file)
        file.journal.on_change = told.append
        with file.step("Cambiar") as step:
            step.put("goal", "goal-1", text="nueva", code="")
            step.put("goal", "goal-3", objective_id="objective-1")
            step.delete("indicator", "indicator-1")
        file.journal.undo()
        file.journal.redo()
    edit = Change("goal", "goal-1", {"text": before}, {"text": "nueva"})
    insert = Change("goal", "goal-3", None, {"id": "goal-3", "objective_id": "objective-1"})
    done, undone, redone = told
    assert done[:2] == (edit, insert)
    assert (done[2].table, done[2].id, done[2].after) == ("indicator", "indicator-1", None)
    assert done[2].before is not None
    assert done[2].before["text"] == "Árboles podados"
    assert undone == tuple(change.reversed() for change in reversed(done))
    assert redone == done


def test_listeners_are_told_after_the_edit_is_on_the_disk(plan_path: Path) -> None:
    seen: list[bool] = []
    with PlanFile.open(plan_path) as file:
        before = tables(plan_path)
        file.journal.on_change = lambda changes: seen.append(tables(plan_path) != before)
        write(file, "en el disco")
    assert seen == [True]


def test_a_tree_put_instead_of_the_old_one_deletes_what_is_missing(
    plan_path: Path, plan: Plan
) -> None:
    objective = plan.objectives[0]
    goal = objective.goals[1]
    smaller = type(objective)(id=objective.id, text="Menos", goals=(goal,))
    before = tables(plan_path)
    with PlanFile.open(plan_path) as file:
        with file.step("Reducir") as step:
            step.put_tree(smaller, plan.id, instead_of=objective)
        assert file.read()[0].objectives == (smaller,)
        file.journal.undo()
    assert tables(plan_path) == before


def test_a_whole_plan_is_deleted_and_brought_back(plan_path: Path, plan: Plan) -> None:
    with PlanFile.open(plan_path) as file:
        with file.step("Borrar todo") as step:
            step.delete_tree(plan)
        assert file.read() == ()
        file.journal.undo()
        assert file.read() == (plan,)


def test_the_logo_survives_undo_and_redo(plan_path: Path) -> None:
    logo = bytes(range(256)) * 4
    with PlanFile.open(plan_path) as file:
        with file.step("Cambiar el escudo") as step:
            step.put("plan", "plan-1", logo=logo)
        file.journal.undo()
        assert file.read()[0].logo == b"\x89PNG\r\n\x1a\n\x00\xff"
        file.journal.redo()
        assert file.read()[0].logo == logo
