"""Steps live in the file: they outlast closing, grow old, and may be forged by somebody."""

import json
import sqlite3
from pathlib import Path

import pytest
from writing_goals import tables, text_of, undo_all, write

from poadesk.plan.model import Plan, new_id
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.journal import STEPS_KEPT
from poadesk.planfile.plan_file import PlanFile


@pytest.mark.parametrize(
    ("table", "before", "after"),
    [
        ("sqlite_schema", '{"sql": ""}', '{"sql": "x"}'),
        ("journal_step", '{"label": ""}', '{"label": "x"}'),
        ("goal; DROP TABLE goal", '{"text": ""}', '{"text": "x"}'),
        ("goal", '{"text\\" = 1; --": ""}', '{"text\\" = 1; --": ""}'),
        ("goal", '{"rowid": 7}', '{"rowid": 8}'),
        ("goal", "{}", "{}"),
        ("goal", "[1, 2]", "[1, 2]"),
        ("goal", '"text"', '"text"'),
        ("goal", "5", "5"),
        ("goal", "null", "null"),
        ("goal", "{broken", "{broken"),
        ("goal", "[" * 100_000, "[" * 100_000),
        ("goal", '{"text": [1]}', '{"text": [1]}'),
        ("goal", '{"text": {"base64": 5}}', '{"text": {"base64": 5}}'),
        ("goal", '{"text": {"base64": "á"}}', '{"text": {"base64": "á"}}'),
        ("goal", '{"text": null}', '{"text": null}'),
        ("goal", '{"position": "doce"}', '{"position": "doce"}'),
        ("goal", '{"position": 1e400}', '{"position": 1e400}'),
        ("goal", f'{{"position": {10**30}}}', f'{{"position": {10**30}}}'),
        ("goal", f'{{"position": {"9" * 5000}}}', f'{{"position": {"9" * 5000}}}'),
        ("goal", '{"text": "\\ud800"}', '{"text": "\\ud800"}'),
        ("goal", '{"objective_id": "nobody"}', '{"objective_id": "nobody"}'),
        ("goal", '{"id": "goal-2"}', '{"id": "goal-2"}'),
        ("objective", None, '{"id": "objective-1"}'),
    ],
)
@pytest.mark.parametrize("undone", [0, 1])
def test_a_forged_step_is_told_in_one_sentence_and_changes_nothing(
    plan_path: Path,
    raw: sqlite3.Connection,
    table: str,
    before: str | None,
    after: str,
    undone: int,
) -> None:
    raw.execute("INSERT INTO journal_step VALUES (99, 'Falso', '', ?)", [undone])
    row_id = f"{table}-1"
    raw.execute(
        "INSERT INTO journal_change VALUES (99, 99, ?, ?, ?, ?)", [table, row_id, before, after]
    )
    raw.close()
    rows = tables(plan_path)
    with PlanFile.open(plan_path) as file:
        with pytest.raises(CannotSaveError) as caught:
            file.journal.redo() if undone else file.journal.undo()
        assert str(caught.value).endswith(".")
        assert tables(plan_path) == rows
        write(file, "se puede seguir")
        assert text_of(file) == "se puede seguir"


def test_the_journal_keeps_words_as_they_are_and_not_as_codes(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "Señalización")
    (after,) = raw.execute("SELECT after FROM journal_change ORDER BY id DESC").fetchone()
    assert after == '{"text": "Señalización"}'
    assert json.loads(after) == {"text": "Señalización"}


def test_old_steps_are_forgotten_and_the_newest_stay(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        for number in range(STEPS_KEPT + 250):
            write(file, f"texto {number}")
        kept = len(file.journal.steps())
        assert STEPS_KEPT <= kept <= STEPS_KEPT + 100
        undo_all(file, down_to=0)
        assert text_of(file) == f"texto {STEPS_KEPT + 250 - kept - 1}"


def test_undo_and_redo_go_on_after_closing_and_opening(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "uno")
        write(file, "dos")
        file.journal.undo()
    with PlanFile.open(plan_path) as file:
        assert text_of(file) == "uno"
        redone = file.journal.redo()
        assert redone is not None
        assert redone.label == "Escribir la meta"
        assert text_of(file) == "dos"
        file.journal.undo()
        file.journal.undo()
        assert text_of(file) == "Cuidar cuarenta árboles"


def test_steps_are_listed_with_the_newest_first_and_without_the_undone(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        with file.step("Primero") as step:
            step.put("goal", "goal-1", text="1")
        with file.step("Segundo") as step:
            step.put("goal", "goal-1", text="2")
        labels = [done.label for done in file.journal.steps()]
        assert labels == ["Segundo", "Primero", "Empezar el plan"]
        file.journal.undo()
        assert [done.label for done in file.journal.steps()] == labels[1:]
        following = file.journal.next_redo()
        assert following is not None
        assert following.label == "Segundo"


def test_the_first_plan_of_a_file_cannot_be_undone(tmp_path):
    plan = Plan(id=new_id(), first_month="2027-01")
    with PlanFile.create(tmp_path / "plan.sqlite") as file:
        file.begin_with([plan])
        assert file.journal.undo() is None
        assert file.read() == (plan,)
