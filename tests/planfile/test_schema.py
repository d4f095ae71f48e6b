"""The tables say the same as the model, and files of every release open."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from poadesk.plan.fields import Flag, Money, Percent, Picture, Quantity, Whole
from poadesk.plan.model import BY_TABLE, Plan, declared_fields
from poadesk.planfile.connecting import connect
from poadesk.planfile.database import Database
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.rows import columns
from poadesk.planfile.schema import (
    APPLICATION_ID,
    MIGRATIONS,
    expected_statements,
    migrate,
    newest_tables,
    statements,
)
from poadesk.resources import resource

FILES = Path(__file__).parent / "files"
JOURNAL_TABLES = {"journal_step", "journal_change"}
BESIDE_THE_MODEL = JOURNAL_TABLES | {"kept_revision"}
STORED_AS = dict.fromkeys((Quantity, Money, Percent, Whole, Flag), "INTEGER")


def test_the_file_has_a_table_for_each_class_of_the_model_the_journal_and_kept_revisions(
    raw: sqlite3.Connection,
) -> None:
    found = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert found == set(BY_TABLE) | BESIDE_THE_MODEL


@pytest.mark.parametrize("table", BY_TABLE)
def test_a_table_has_the_fields_of_the_model_in_their_order(
    raw: sqlite3.Connection, table: str
) -> None:
    found = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    assert found == list(columns(table))


@pytest.mark.parametrize("table", BY_TABLE)
def test_a_table_stores_numbers_as_integers_and_pictures_as_bytes(
    raw: sqlite3.Connection, table: str
) -> None:
    found = {row[1]: row[2] for row in raw.execute(f"PRAGMA table_info({table})")}
    for name, kind in declared_fields(table).items():
        expected = "BLOB" if isinstance(kind, Picture) else STORED_AS.get(type(kind), "TEXT")
        assert found[name] == expected, name


@pytest.mark.parametrize("table", sorted(set(BY_TABLE) | BESIDE_THE_MODEL))
def test_a_table_is_strict(raw: sqlite3.Connection, table: str) -> None:
    (strict,) = raw.execute(
        "SELECT strict FROM pragma_table_list WHERE name = ?", [table]
    ).fetchone()
    assert strict == 1


@pytest.mark.parametrize("table", sorted(set(BY_TABLE) | BESIDE_THE_MODEL))
def test_every_reference_is_indexed_and_never_cascades(raw: sqlite3.Connection, table: str) -> None:
    indexed = {
        raw.execute(f"PRAGMA index_info({row[1]})").fetchone()[2]
        for row in raw.execute(f"PRAGMA index_list({table})")
    }
    for reference in raw.execute(f"PRAGMA foreign_key_list({table})"):
        column, on_update, on_delete = reference[3], reference[5], reference[6]
        assert column in indexed, column
        assert (on_update, on_delete) == ("NO ACTION", "NO ACTION")


def test_every_row_but_the_plan_refers_to_its_parent(raw: sqlite3.Connection) -> None:
    for table, cls in BY_TABLE.items():
        referred = {row[2] for row in raw.execute(f"PRAGMA foreign_key_list({table})")}
        assert not cls.PARENT or cls.PARENT in referred


def test_the_header_of_the_file_says_what_it_is_and_of_which_version(plan_path: Path) -> None:
    header = plan_path.read_bytes()[:100]
    assert header[68:72] == b"POAD"
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == len(MIGRATIONS)
    assert header[18:20] == b"\x01\x01"  # one file, no write-ahead log


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
    ],
)
def test_a_plan_is_written_with_the_settings_that_survive_a_power_cut(
    plan_path: Path, setting: str, value: object
) -> None:
    db = connect(plan_path, "rw")
    found = db.execute(f"PRAGMA {setting}").fetchone()
    db.close()
    assert found == (value,)


def test_a_new_file_has_what_all_migrations_make_one_after_the_other(
    raw: sqlite3.Connection,
) -> None:
    one_by_one = Database(":memory:", isolation_level=None)
    migrate(one_by_one, 0)
    found = raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    assert {sql for (sql,) in found} == statements(one_by_one)
    one_by_one.close()


def test_the_tables_written_down_are_those_that_the_migrations_make() -> None:
    written = resource("tables.sql").read_text(encoding="utf-8")
    assert written == newest_tables(), "python -m poadesk.planfile.schema writes them anew"
    made = Database(":memory:", isolation_level=None)
    migrate(made, 0)
    assert expected_statements(len(MIGRATIONS)) == statements(made)
    made.close()


@pytest.mark.parametrize("month", ["2027-00", "2027-13", "2027-1", "27-01", "", "2027-01-01"])
def test_a_month_that_is_none_is_not_stored(raw: sqlite3.Connection, month: str) -> None:
    for statement in ("UPDATE plan SET first_month = ?", "UPDATE month_record SET month = ?"):
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(statement, [month])


def add_and_fail(db: Database) -> None:
    db.execute("ALTER TABLE goal ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE goal SET colour = 'verde'")
    db.execute("INSERT INTO no_such_table VALUES (1)")


def add_colour(db: Database) -> None:
    db.execute("ALTER TABLE goal ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def migrated(path: Path, *migrations: Callable[[Database], None]) -> None:
    db = connect(path, "rw")
    try:
        migrate(db, len(MIGRATIONS), (*MIGRATIONS, *migrations))
    finally:
        db.close()


def test_a_migration_that_fails_half_way_leaves_the_old_version(
    plan_path: Path, plan: Plan
) -> None:
    before = plan_path.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        migrated(plan_path, add_and_fail)
    assert plan_path.read_bytes() == before
    with PlanFile.open(plan_path) as file:
        assert file.read() == (plan,)


def test_a_second_migration_that_fails_keeps_the_first(plan_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrated(plan_path, add_colour, add_and_fail)
    assert plan_path.read_bytes()[60:64] == (len(MIGRATIONS) + 1).to_bytes(4, "big")


def test_a_file_of_every_version_before_the_newest_is_kept_here() -> None:
    kept = {path.name for path in FILES.glob("version-*.sqlite")}
    assert kept >= {f"version-{number}.sqlite" for number in range(1, len(MIGRATIONS))}


@pytest.mark.parametrize("released", sorted(FILES.glob("version-*.sqlite")), ids=lambda p: p.stem)
def test_a_file_of_a_released_version_opens_and_reads(released: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(released, tmp_path))
    path.chmod(0o644)
    with PlanFile.open(path) as file:
        (plan,) = file.read()
        assert plan.unit == "Biblioteca Municipal"
        assert [goal.text for goal in plan.goals()] == ["Prestar 3,000 libros en el año"]
        (activity,) = plan.activities()
        assert [record.planned_thousandths for record in activity.months] == [250_000] * 12
        assert file.journal.undo() is not None
        assert file.read()[0].objectives[0].text == ""
