"""The journal: every edit can be taken back and done again, and nothing is half done."""

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from random_edits import EDITS, Edit, actions, do, hostile_text, new_file

from poadesk.plan.model import BY_TABLE, Activity, Goal, Plan
from poadesk.planfile.changes import Change
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.journal import STEPS_KEPT
from poadesk.planfile.plan_file import PlanFile

Tables = dict[str, list[tuple[object, ...]]]


def tables(path: Path) -> Tables:
    """Return every row of the plan as it is on the disk, journal apart."""
    connection = sqlite3.connect(path)
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in BY_TABLE}
    connection.close()
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def write(file: PlanFile, text: str, row_id: str = "goal-1", typing: str = "") -> None:
    with file.step("Escribir la meta", typing) as step:
        step.put("goal", row_id, text=text)


def break_off(file: PlanFile) -> None:
    with file.step("Romper") as step:
        step.put("goal", "goal-1", text="nunca")
        step.put_row(Goal(id="goal-3"), "objective-1")
        raise ZeroDivisionError


def text_of(file: PlanFile, row_id: str = "goal-1") -> str:
    return next(goal.text for goal in file.read()[0].goals() if goal.id == row_id)


def undo_all(file: PlanFile, down_to: int) -> None:
    while len(file.journal.steps()) > down_to:
        assert file.journal.undo() is not None


def redo_all(file: PlanFile) -> None:
    while file.journal.redo() is not None:
        pass


@given(st.lists(actions, max_size=12))
@hypothesis_settings(max_examples=60)
def test_edits_and_as_many_undos_leave_the_rows_as_before_and_redos_bring_the_edits_back(
    drawn: list[list[tuple[Edit, int, str]]],
) -> None:
    with new_file() as file:
        states = [tables(file.path)]
        for action in drawn:
            steps = len(file.journal.steps())
            do(file, action)
            if len(file.journal.steps()) > steps:
                states.append(tables(file.path))
        for state in reversed(states[:-1]):
            file.journal.undo()
            assert tables(file.path) == state
        for state in states[1:]:
            file.journal.redo()
            assert tables(file.path) == state
        assert file.journal.redo() is None


@given(st.lists(st.tuples(actions, st.integers(0, 3), st.integers(0, 3)), max_size=8))
@hypothesis_settings(max_examples=40)
def test_edits_mixed_with_undos_and_redos_still_lead_back_to_the_beginning(
    drawn: list[tuple[list[tuple[Edit, int, str]], int, int]],
) -> None:
    with new_file() as file:
        beginning = tables(file.path)
        for action, undos, redos in drawn:
            do(file, action)
            for _ in range(min(undos, len(file.journal.steps()) - 1)):
                file.journal.undo()
            for _ in range(redos):
                file.journal.redo()
        redo_all(file)
        edited = tables(file.path)
        undo_all(file, down_to=1)
        assert tables(file.path) == beginning
        redo_all(file)
        assert tables(file.path) == edited


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_the_random_edits_do_change_something(edit: Edit) -> None:
    changed = 0
    with new_file() as file:
        for number in range(1, 40, 4):
            before = tables(file.path)
            do(file, [(edit, number, f"texto {number}")])
            changed += tables(file.path) != before
    assert changed >= 1


@given(hostile_text)
@example("NUL \x00 en medio\x00")
@example("".join(map(chr, range(32))))
@example("👩‍👩‍👧 emoji 🇸🇻, \u202eal revés\u202c, \ufeff, \uffff, é")
@example("<b>&amp;</b>'; DROP TABLE goal; --")
@example("largo " * 5_000)
def test_any_text_reads_back_equal_also_after_undo_and_redo(text: str) -> None:
    with new_file() as file:
        write(file, text, "g0")
        assert text_of(file, "g0") == text
        if text:
            file.journal.undo()
            assert text_of(file, "g0") == ""
            file.journal.redo()
        assert text_of(file, "g0") == text


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


def test_there_is_nothing_to_undo_in_a_new_file_nor_to_redo_at_the_end(tmp_path: Path) -> None:
    with PlanFile.create(tmp_path / "nuevo.sqlite") as file:
        assert file.journal.next_undo() is None
        assert file.journal.undo() is None
        assert file.journal.redo() is None


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
        assert file.read()[0].logo == b"\x89PNG\x00\xff"
        file.journal.redo()
        assert file.read()[0].logo == logo


def test_old_steps_are_forgotten_and_the_newest_stay(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        for number in range(STEPS_KEPT + 250):
            write(file, f"texto {number}")
        kept = len(file.journal.steps())
        assert STEPS_KEPT <= kept <= STEPS_KEPT + 100
        undo_all(file, down_to=0)
        assert text_of(file) == f"texto {STEPS_KEPT + 250 - kept - 1}"


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
