"""Every way in which opening can end, and that none of them costs the person anything."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile

ENGLISH = r"\b(the|file|error|database|sqlite\w*|locked|lock|open|malformed|disk|read-only)\b"

HOLD_OPEN = """
import sys
from pathlib import Path
from poadesk.planfile.plan_file import PlanFile
file = PlanFile.open(Path(sys.argv[1]))
print("abierto", flush=True)
sys.stdin.read()
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


def require_plain_spanish(sentence: str) -> None:
    assert sentence.endswith(".")
    assert "\n" not in sentence
    words = re.sub("“.*?”", "", sentence)
    assert not re.search(ENGLISH, words, re.IGNORECASE), sentence


def refusal(path: Path, *, read_only: bool = False) -> CannotOpenError:
    """Open, and return the refusal after proving that it left the folder as it was."""
    before = contents(path.parent)
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.open(path, read_only=read_only)
    assert contents(path.parent) == before
    require_plain_spanish(str(caught.value))
    return caught.value


def refusals(path: Path) -> set[str]:
    """Return the kinds of refusal, to write and only to read."""
    return {refusal(path).kind, refusal(path, read_only=True).kind}


@contextmanager
def opened_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "abierto\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def overwrite(path: Path, offset: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(new)


def page_size(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[16:18], "big")


def page_of(raw: sqlite3.Connection, name: str) -> int:
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()
    return int(page)


def alter_schema(raw: sqlite3.Connection, old: str, new: str) -> None:
    """Change the text of a table behind SQLite's back."""
    raw.execute("PRAGMA writable_schema = ON")
    cursor = raw.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE instr(sql, ?)", [old, new, old]
    )
    assert cursor.rowcount == 1
    raw.execute("PRAGMA writable_schema = OFF")


def test_a_plan_that_was_closed_opens_and_reads_as_it_was_written(
    plan_path: Path, plan: Plan
) -> None:
    with PlanFile.open(plan_path) as file:
        assert not file.read_only
        assert file.read() == (plan,)


def test_nothing_but_the_plan_is_left_in_the_folder_after_closing(plan_path: Path) -> None:
    before = contents(plan_path.parent)
    PlanFile.open(plan_path).close()
    assert list(before) == [plan_path.name]
    assert contents(plan_path.parent) == before


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "no está.sqlite"
    assert refusals(path) == {"missing"}
    assert not path.exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.open(tmp_path / "memoria USB" / "plan.sqlite")
    assert caught.value.kind == "missing"


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "vacío.sqlite"
    path.touch()
    assert refusals(path) == {"empty"}


def test_a_text_file_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "carta.sqlite"
    path.write_text("Estimados señores:\n" * 20, encoding="utf-8")
    assert refusals(path) == {"not_a_plan"}


def test_a_zip_file_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "comprimido.sqlite"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("plan.sqlite", "x" * 1000)
    assert refusals(path) == {"not_a_plan"}


def test_a_database_of_another_program_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "ajena.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE plan (id TEXT)")
    connection.close()
    assert refusals(path) == {"not_a_plan"}


def test_a_database_with_our_mark_but_without_our_tables_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "casi.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 0x504F4144")
    connection.execute("CREATE TABLE plan (id TEXT)")
    connection.commit()
    for version in (0, 1):
        connection.execute(f"PRAGMA user_version = {version}")
        assert refusals(path) == {"not_a_plan"}
    connection.close()


def test_an_empty_database_with_our_mark_is_not_filled_with_tables(tmp_path: Path) -> None:
    path = tmp_path / "marca.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 0x504F4144")
    connection.close()
    assert refusals(path) == {"not_a_plan"}


def test_a_folder_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "carpeta.sqlite"
    path.mkdir()
    assert refusals(path) == {"not_a_plan"}


def test_a_pipe_is_not_a_plan_and_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "tubo.sqlite"
    os.mkfifo(path)
    for read_only in (False, True):
        with pytest.raises(CannotOpenError) as caught:
            PlanFile.open(path, read_only=read_only)
        assert caught.value.kind == "not_a_plan"


@pytest.mark.parametrize("left", [16, 60, 99])
def test_a_file_of_which_only_a_piece_of_the_header_is_left_is_damaged(
    plan_path: Path, left: int
) -> None:
    os.truncate(plan_path, left)
    assert refusals(plan_path) == {"damaged"}


@pytest.mark.parametrize("left", [100, 4096, 5000, 3 * 4096])
def test_a_file_that_was_cut_off_is_damaged(plan_path: Path, left: int) -> None:
    os.truncate(plan_path, left)
    assert refusals(plan_path) == {"damaged"}


def test_a_broken_page_in_the_middle_is_damaged(plan_path: Path, raw: sqlite3.Connection) -> None:
    start = (page_of(raw, "activity") - 1) * page_size(plan_path)
    overwrite(plan_path, start, b"\xff")
    assert refusals(plan_path) == {"damaged"}


def test_an_index_that_does_not_fit_its_table_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    start = (page_of(raw, "goal_of") - 1) * page_size(plan_path)
    page = plan_path.read_bytes()[start : start + page_size(plan_path)]
    overwrite(plan_path, start + page.index(b"objective-1"), b"objective-9")
    assert refusals(plan_path) == {"damaged"}


def test_a_reference_to_nothing_is_damaged(plan_path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE goal SET objective_id = 'nobody' WHERE id = 'goal-1'")
    assert refusals(plan_path) == {"damaged"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET first_month = 'enero'",
        "UPDATE plan SET month_count = 1000000000000",
        "UPDATE week_mark SET week = 9",
        "UPDATE month_record SET planned_thousandths = -1",
    ],
)
def test_a_value_that_breaks_a_rule_of_its_table_is_damaged(
    plan_path: Path, raw: sqlite3.Connection, statement: str
) -> None:
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute(statement)
    assert refusals(plan_path) == {"damaged"}


def test_words_that_are_no_unicode_are_damaged(plan_path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE goal SET text = CAST(X'FFFE41' AS TEXT)")
    assert refusals(plan_path) == {"damaged"}


def test_a_step_whose_label_is_no_unicode_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("UPDATE journal_step SET label = CAST(X'FFFE41' AS TEXT)")
    assert refusals(plan_path) == {"damaged"}


def test_a_value_longer_than_any_plan_needs_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("UPDATE plan SET logo = zeroblob(60000000)")
    assert refusals(plan_path) == {"damaged"}


def test_a_newer_plan_asks_for_the_newer_program(plan_path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA user_version = 999")
    assert refusals(plan_path) == {"newer"}


def test_a_plan_that_another_program_split_in_two_files_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    assert refusals(plan_path) == {"damaged"}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW seen AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT i FROM n",
        "CREATE VIEW sqlitexview AS SELECT 1",
        "CREATE TRIGGER fired AFTER UPDATE ON goal BEGIN DELETE FROM indicator; END",
        "CREATE TRIGGER sqlitextrigger AFTER UPDATE ON goal BEGIN DELETE FROM indicator; END",
        "CREATE VIRTUAL TABLE words USING fts5 (text)",
        "CREATE TABLE more (a TEXT, b AS (hex(zeroblob(400000000))))",
        "CREATE TABLE more (a TEXT)",
        "CREATE INDEX more ON goal (hex(text))",
        "ALTER TABLE goal ADD COLUMN more TEXT AS (hex(zeroblob(400000000)))",
        "ALTER TABLE goal ADD COLUMN more TEXT",
        "DROP INDEX goal_of",
    ],
)
def test_a_file_with_more_or_less_than_our_tables_is_not_a_plan(
    plan_path: Path, raw: sqlite3.Connection, statement: str
) -> None:
    raw.execute(statement)
    assert refusals(plan_path) == {"not_a_plan"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CHECK (week BETWEEN 1 AND 4)", "CHECK (week BETWEEN 1 AND 9)"),
        ("CHECK (week BETWEEN 1 AND 4)", "CHECK (length(zeroblob(9)) > 0)"),
        ("'weakness', 'threat'", "'weakness', 'other'"),
    ],
)
def test_a_file_with_an_altered_check_is_not_a_plan(
    plan_path: Path, raw: sqlite3.Connection, old: str, new: str
) -> None:
    alter_schema(raw, old, new)
    assert refusals(plan_path) == {"not_a_plan"}


@pytest.fixture
def write_protected(plan_path: Path) -> Path:
    plan_path.chmod(0o444)
    return plan_path


@pytest.fixture
def in_protected_folder(plan_path: Path) -> Iterator[Path]:
    plan_path.parent.chmod(0o555)
    yield plan_path
    plan_path.parent.chmod(0o755)


def test_a_write_protected_plan_is_not_opened_to_write(write_protected: Path) -> None:
    assert refusal(write_protected).kind == "read_only"


def test_a_write_protected_plan_is_read_without_writing(write_protected: Path, plan: Plan) -> None:
    before = contents(write_protected.parent)
    with PlanFile.open(write_protected, read_only=True) as file:
        assert file.read_only
        assert file.read() == (plan,)
        assert contents(write_protected.parent) == before
    assert contents(write_protected.parent) == before


def test_a_plan_in_a_protected_folder_is_not_opened_to_write(in_protected_folder: Path) -> None:
    assert refusal(in_protected_folder).kind == "folder"


def test_a_plan_in_a_protected_folder_can_be_read(in_protected_folder: Path, plan: Plan) -> None:
    with PlanFile.open(in_protected_folder, read_only=True) as file:
        assert file.read() == (plan,)


def test_no_plan_is_made_in_a_protected_folder(in_protected_folder: Path) -> None:
    path = in_protected_folder.with_name("otro.sqlite")
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.create(path)
    assert caught.value.kind == "folder"
    assert not path.exists()


def test_a_new_plan_never_takes_the_place_of_a_file(plan_path: Path) -> None:
    before = contents(plan_path.parent)
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.create(plan_path)
    assert caught.value.kind == "exists"
    require_plain_spanish(str(caught.value))
    assert contents(plan_path.parent) == before


def test_a_plan_open_in_another_program_names_the_person_and_the_computer(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "marta.rivas")
    with opened_elsewhere(plan_path):
        found = refusal(plan_path)
    assert found.kind == "in_use"
    assert "marta.rivas" in str(found)
    assert os.uname().nodename in str(found)


def test_a_plan_open_in_another_program_can_be_read(plan_path: Path, plan: Plan) -> None:
    with opened_elsewhere(plan_path), PlanFile.open(plan_path, read_only=True) as file:
        assert file.read() == (plan,)


def test_a_plan_open_in_this_program_is_not_opened_twice(plan_path: Path) -> None:
    with PlanFile.open(plan_path):
        assert refusal(plan_path).kind == "in_use"
    PlanFile.open(plan_path).close()


def test_a_strange_lock_file_of_somebody_is_told_without_a_name(plan_path: Path) -> None:
    with PlanFile.open(plan_path):
        lock = next(entry for entry in plan_path.parent.iterdir() if entry != plan_path)
        lock.write_bytes(b" " + b"[" * 3000)
        assert refusal(plan_path).kind == "in_use"


def test_the_lock_of_a_killed_program_is_taken_over(plan_path: Path, plan: Plan) -> None:
    with opened_elsewhere(plan_path) as process:
        process.kill()
        process.wait()
        assert len(contents(plan_path.parent)) == 2
        with PlanFile.open(plan_path) as file:
            assert file.read() == (plan,)
    assert list(contents(plan_path.parent)) == [plan_path.name]


def test_a_lock_that_is_a_link_does_not_overwrite_what_it_points_to(
    plan_path: Path, tmp_path: Path
) -> None:
    precious = tmp_path / "fotos.txt"
    precious.write_text("recuerdos")
    plan_path.with_name(f".{plan_path.name}.abierto").symlink_to(precious)
    with pytest.raises(CannotOpenError):
        PlanFile.open(plan_path)
    assert precious.read_text() == "recuerdos"


def test_a_plan_that_another_program_is_writing_is_in_use_and_not_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("BEGIN EXCLUSIVE")
    found = refusal(plan_path, read_only=True)
    assert found.kind == "in_use"
    assert refusal(plan_path).kind == "in_use"


def interrupted(plan_path: Path) -> Path:
    """Return a copy of the plan as a power cut leaves it in the middle of saving."""
    copy = plan_path.with_name("corte") / plan_path.name
    copy.parent.mkdir()
    connection = sqlite3.connect(plan_path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE goal SET text = hex(randomblob(50000))")
    shutil.copy(plan_path, copy)
    shutil.copy(f"{plan_path}-journal", f"{copy}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    return copy


def test_a_plan_interrupted_while_saving_is_as_before_when_it_is_opened(
    plan_path: Path, plan: Plan
) -> None:
    copy = interrupted(plan_path)
    assert copy.read_bytes() != plan_path.read_bytes()
    with PlanFile.open(copy) as file:
        assert file.read() == (plan,)


def test_a_plan_interrupted_while_saving_is_not_called_damaged_when_only_read(
    plan_path: Path,
) -> None:
    found = refusal(interrupted(plan_path), read_only=True)
    assert found.kind == "read_only"


@pytest.mark.parametrize(
    "name",
    [
        "plan #1.sqlite",
        "¿plan?.sqlite",
        "100 % listo %20.sqlite",
        "año nuevo ñandú.sqlite",
        "a&b=c;d'e\"f.sqlite",
        "plan.sqlite?mode=memory",
        os.fsdecode(b"a\xf1o.sqlite"),
    ],
)
def test_any_name_opens_that_very_file(plan_path: Path, plan: Plan, name: str) -> None:
    path = plan_path.rename(plan_path.with_name(name))
    with PlanFile.open(path) as file:
        with file.step("Cambiar") as step:
            step.put("goal", "goal-2", text="Otra meta")
        assert {entry.name for entry in path.parent.iterdir()} == {name, f".{name}.abierto"}
    assert list(contents(path.parent)) == [name]


def test_a_changed_byte_opens_or_is_refused_but_never_breaks_the_program(plan_path: Path) -> None:
    whole = plan_path.read_bytes()
    outcomes = set()
    for offset in range(0, len(whole), 307):
        overwrite(plan_path, offset, bytes([whole[offset] ^ 0xA5]))
        outcomes.add(outcome(lambda: PlanFile.open(plan_path, read_only=True)))
        overwrite(plan_path, offset, whole[offset : offset + 1])
    assert {"opened", "damaged"} <= outcomes
    assert plan_path.read_bytes() == whole


def outcome(open_plan: Callable[[], PlanFile]) -> str:
    try:
        with open_plan() as file:
            file.read()
            file.journal.steps()
    except CannotOpenError as error:
        return error.kind
    return "opened"
