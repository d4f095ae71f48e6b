"""Typing on in one field is one step; leaving it in any way begins another."""

from pathlib import Path

from writing_goals import text_of, write

from poadesk.planfile.plan_file import PlanFile


def test_typing_on_in_one_field_is_one_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        before = text_of(file)
        for text in ("P", "Po", "Podar"):
            write(file, text, typing="goal-1.text")
        assert len(file.journal.steps()) == 2
        file.journal.undo()
        assert text_of(file) == before
        file.journal.redo()
        assert text_of(file) == "Podar"


def test_typing_in_another_field_is_another_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno", "goal-1", typing="goal-1.text")
        write(file, "dos", "goal-2", typing="goal-2.text")
        write(file, "tres", "goal-1", typing="goal-1.text")
        assert len(file.journal.steps()) == 4
        file.journal.undo()
        assert (text_of(file), text_of(file, "goal-2")) == ("uno", "dos")


def test_edits_that_are_not_typing_are_never_joined(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno", typing="goal-1.text")
        write(file, "dos")
        write(file, "tres")
        write(file, "cuatro", typing="goal-1.text")
        assert len(file.journal.steps()) == 5


def test_typing_after_an_undo_is_a_new_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno", typing="goal-1.text")
        file.journal.end_typing()
        write(file, "dos", typing="goal-1.text")
        file.journal.undo()
        write(file, "tres", typing="goal-1.text")
        assert len(file.journal.steps()) == 3
        file.journal.undo()
        assert text_of(file) == "uno"


def test_typing_after_a_redo_is_a_new_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno", typing="goal-1.text")
        file.journal.undo()
        file.journal.redo()
        write(file, "dos", typing="goal-1.text")
        file.journal.undo()
        assert text_of(file) == "uno"


def test_typing_after_the_field_was_left_is_a_new_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno", typing="goal-1.text")
        file.journal.end_typing()
        write(file, "dos", typing="goal-1.text")
        file.journal.undo()
        assert text_of(file) == "uno"


def test_typing_after_reopening_is_a_new_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno", typing="goal-1.text")
    with PlanFile.open(plan_path) as file:
        write(file, "dos", typing="goal-1.text")
        file.journal.undo()
        assert text_of(file) == "uno"


def test_words_typed_and_taken_away_again_leave_no_step(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        before = text_of(file)
        write(file, before + "x", typing="goal-1.text")
        write(file, before, typing="goal-1.text")
        assert len(file.journal.steps()) == 1
        write(file, "otra", typing="goal-1.text")
        file.journal.undo()
        assert text_of(file) == before


def test_typing_that_starts_a_row_is_not_joined_with_what_follows_in_another_column(
    plan_path: Path,
) -> None:
    with PlanFile.open(plan_path) as file:
        for values in ({"text": "a"}, {"code": "1"}):
            with file.step("Escribir", "same") as step:
                step.put("goal", "goal-1", **values)
        assert len(file.journal.steps()) == 3
