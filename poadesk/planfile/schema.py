"""The tables of a plan file, version by version; a released version is never edited.

`application_id` and `user_version` in the header tell what the file is before a table is read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x504F4144  # "POAD"


def _is_month(column: str) -> str:
    """Return the SQL that is true for `2027-01` to `2027-12` and the like."""
    return (
        f"{column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'"
        f" AND substr({column}, 6, 2) BETWEEN '01' AND '12'"
    )


_VERSION_1 = (
    f"""CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    profile TEXT NOT NULL DEFAULT 'poa',
    entity TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    unit_code TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    year_label TEXT NOT NULL DEFAULT '',
    first_month TEXT NOT NULL CHECK ({_is_month("first_month")}),
    month_count INTEGER NOT NULL DEFAULT 12 CHECK (month_count BETWEEN 1 AND 24),
    schedule_step TEXT NOT NULL DEFAULT 'month' CHECK (schedule_step IN ('month', 'week')),
    responsible TEXT NOT NULL DEFAULT '',
    responsible_position TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    drafted_on TEXT NOT NULL DEFAULT '',
    reviewed_by TEXT NOT NULL DEFAULT '',
    reviewed_position TEXT NOT NULL DEFAULT '',
    authorized_by TEXT NOT NULL DEFAULT '',
    authorized_position TEXT NOT NULL DEFAULT '',
    introduction TEXT NOT NULL DEFAULT '',
    general_objective TEXT NOT NULL DEFAULT '',
    strategy_source TEXT NOT NULL DEFAULT '',
    currency TEXT NOT NULL DEFAULT '$',
    logo BLOB,
    state TEXT NOT NULL DEFAULT 'draft',
    revision INTEGER NOT NULL DEFAULT 1
) STRICT""",
    """CREATE TABLE strategic_line (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    objective TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE programme (
    id TEXT PRIMARY KEY NOT NULL,
    strategic_line_id TEXT NOT NULL REFERENCES strategic_line (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE objective (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE objective_line (
    id TEXT PRIMARY KEY NOT NULL,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL DEFAULT 0,
    strategic_line_id TEXT NOT NULL REFERENCES strategic_line (id),
    UNIQUE (objective_id, strategic_line_id)
) STRICT""",
    """CREATE TABLE swot_item (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    quadrant TEXT NOT NULL
        CHECK (quadrant IN ('strength', 'opportunity', 'weakness', 'threat')),
    text TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE swot_objective (
    id TEXT PRIMARY KEY NOT NULL,
    swot_item_id TEXT NOT NULL REFERENCES swot_item (id),
    position INTEGER NOT NULL DEFAULT 0,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    UNIQUE (swot_item_id, objective_id)
) STRICT""",
    """CREATE TABLE goal (
    id TEXT PRIMARY KEY NOT NULL,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    period_text TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE activity (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    unit_of_measure TEXT NOT NULL DEFAULT '',
    annual_target_thousandths INTEGER CHECK (annual_target_thousandths >= 0),
    priority TEXT NOT NULL DEFAULT '',
    cost_centre TEXT NOT NULL DEFAULT '',
    aggregation TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT""",
    """CREATE TABLE resource (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    quantity_thousandths INTEGER CHECK (quantity_thousandths >= 0),
    unit_cost_cents INTEGER CHECK (unit_cost_cents >= 0)
) STRICT""",
    """CREATE TABLE indicator (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    formula TEXT NOT NULL DEFAULT '',
    baseline TEXT NOT NULL DEFAULT '',
    target TEXT NOT NULL DEFAULT '',
    means_of_verification TEXT NOT NULL DEFAULT ''
) STRICT""",
    f"""CREATE TABLE month_record (
    id TEXT PRIMARY KEY NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK ({_is_month("month")}),
    planned_thousandths INTEGER CHECK (planned_thousandths >= 0),
    done_thousandths INTEGER CHECK (done_thousandths >= 0),
    budget_cents INTEGER CHECK (budget_cents >= 0),
    spent_cents INTEGER CHECK (spent_cents >= 0),
    UNIQUE (activity_id, month)
) STRICT""",
    f"""CREATE TABLE week_mark (
    id TEXT PRIMARY KEY NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK ({_is_month("month")}),
    week INTEGER NOT NULL CHECK (week BETWEEN 1 AND 4),
    UNIQUE (activity_id, month, week)
) STRICT""",
    """CREATE TABLE journal_step (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT""",
    """CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES journal_step (id),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT""",
    "CREATE INDEX strategic_line_of ON strategic_line (plan_id, position)",
    "CREATE INDEX programme_of ON programme (strategic_line_id, position)",
    "CREATE INDEX objective_of ON objective (plan_id, position)",
    "CREATE INDEX objective_line_to ON objective_line (strategic_line_id)",
    "CREATE INDEX swot_item_of ON swot_item (plan_id, position)",
    "CREATE INDEX swot_objective_to ON swot_objective (objective_id)",
    "CREATE INDEX goal_of ON goal (objective_id, position)",
    "CREATE INDEX activity_of ON activity (goal_id, position)",
    "CREATE INDEX resource_of ON resource (goal_id, position)",
    "CREATE INDEX indicator_of ON indicator (goal_id, position)",
    "CREATE INDEX journal_change_of ON journal_change (step_id)",
)


def _percent(column: str, default: int) -> str:
    """Return the SQL that adds a limit of the plan, in hundredths of a percent up to 1,000 %."""
    return (
        f"ALTER TABLE plan ADD COLUMN {column} INTEGER NOT NULL DEFAULT {default}"
        f" CHECK ({column} BETWEEN 0 AND 100000)"
    )


_VERSION_2 = (
    _percent("red_below_hundredths", 7500),
    _percent("green_above_hundredths", 9500),
    _percent("efficacy_cut_hundredths", 7500),
    _percent("cause_below_hundredths", 7500),
    """ALTER TABLE plan ADD COLUMN recording_months INTEGER NOT NULL DEFAULT 1
    CHECK (recording_months BETWEEN 0 AND 12)""",
    """ALTER TABLE plan ADD COLUMN recorded_months TEXT NOT NULL DEFAULT 'all'
    CHECK (recorded_months IN ('all', 'planned'))""",
    f"""CREATE TABLE deviation (
    id TEXT PRIMARY KEY NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK ({_is_month("month")}),
    cause TEXT NOT NULL DEFAULT '',
    corrective_action TEXT NOT NULL DEFAULT '',
    UNIQUE (activity_id, month)
) STRICT""",
    f"""CREATE TABLE goal_comment (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK ({_is_month("month")}),
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (goal_id, month)
) STRICT""",
    f"""CREATE TABLE objective_comment (
    id TEXT PRIMARY KEY NOT NULL,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK ({_is_month("month")}),
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (objective_id, month)
) STRICT""",
)

Migration = Callable[["Database"], None]


def create_version_1(db: Database) -> None:
    """Create every table of the first release."""
    for statement in _VERSION_1:
        db.execute(statement)


def follow_up_version_2(db: Database) -> None:
    """Add what is said of the execution, and the limits by which it is judged."""
    for statement in _VERSION_2:
        db.execute(statement)


# Named functions, frozen once released; the file's `user_version` counts those that were applied.
MIGRATIONS: tuple[Migration, ...] = (create_version_1, follow_up_version_2)


def migrate(db: Database, version: int, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring a file from `version` to the newest one; each step is one transaction."""
    for number, migration in enumerate(migrations[version:], start=version + 1):
        with db.atomic():
            migration(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number}")


def version_in(db: Database) -> int:
    """Return the schema version of an open file, after an interrupted change was taken back."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def statements(db: Database) -> frozenset[str]:
    """Return the SQL of everything that is in a file: tables, indexes and what is not ours."""
    found = db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return frozenset(sql for (sql,) in found)


@cache
def expected_statements(version: int) -> frozenset[str]:
    """Return the SQL of the tables and indexes that a file of this version has, and no other."""
    from sqlite_utils import Database

    db = Database(memory=True, execute_plugins=False)
    migrate(db, 0, MIGRATIONS[:version])
    expected = statements(db)
    db.close()
    return expected
