"""How a plan file gets its tables, version by version.

`application_id` and `user_version` in the header tell what the file is before a table is read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from poadesk.planfile.database import Database
from poadesk.planfile.versions import VERSION_1, VERSION_2, VERSION_3
from poadesk.resources import resource

APPLICATION_ID = 0x504F4144  # "POAD"
_BETWEEN = ";\n\n"

Migration = Callable[[Database], None]


def create_version_1(db: Database) -> None:
    """Create every table of the first release."""
    for statement in VERSION_1:
        db.execute(statement)


def follow_up_version_2(db: Database) -> None:
    """Add what is said of the execution, and the limits by which it is judged."""
    for statement in VERSION_2:
        db.execute(statement)


def planning_office_version_3(db: Database) -> None:
    """Add what goes between a unit and the planning office, and what the office keeps of it."""
    for statement in VERSION_3:
        db.execute(statement)


# Named functions, frozen once released; the file's `user_version` counts those that were applied.
MIGRATIONS: tuple[Migration, ...] = (
    create_version_1,
    follow_up_version_2,
    planning_office_version_3,
)


def migrate(db: Database, version: int, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring a file from `version` to the newest one; each step is one transaction."""
    for number, migration in enumerate(migrations[version:], start=version + 1):
        with db.atomic():
            migration(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number}")


def fill_new(db: Database) -> None:
    """Give an empty file the newest tables in one transaction: a copy of those made before."""
    newest = Database(":memory:", isolation_level=None)
    try:
        newest.deserialize(_newest())
        newest.backup(db)
    finally:
        newest.close()


@cache
def _newest() -> bytes:
    """Return an empty file as all migrations make it, one after the other."""
    db = Database(":memory:", isolation_level=None)
    migrate(db, 0)
    content = db.serialize()
    db.close()
    return content


def version_in(db: Database) -> int:
    """Return the schema version of an open file, after an interrupted change was taken back."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def statements(db: Database) -> frozenset[str]:
    """Return the SQL of everything that is in a file: tables, indexes and what is not ours."""
    found = db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return frozenset(sql for (sql,) in found)


@cache
def expected_statements(version: int) -> frozenset[str]:
    """Return the SQL of the tables and indexes that a file of this version has, and no other.

    Those of the newest version stand in `resources`, as the migrations leave them: to run these
    takes longer than all else that is asked of a plan when it is opened.
    """
    if version == len(MIGRATIONS):
        written = resource("tables.sql").read_text(encoding="utf-8")
        return frozenset(written.rstrip(";\n").split(_BETWEEN))
    db = Database(":memory:", isolation_level=None)
    migrate(db, 0, MIGRATIONS[:version])
    expected = statements(db)
    db.close()
    return expected


def newest_tables() -> str:
    """Return `resources/tables.sql`, out of the migrations."""
    db = Database(":memory:", isolation_level=None)
    db.deserialize(_newest())
    found = db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    written = _BETWEEN.join(sql for (sql,) in found)
    db.close()
    return f"{written};\n"


if __name__ == "__main__":
    resource("tables.sql").write_text(newest_tables(), encoding="utf-8")
