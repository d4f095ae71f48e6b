"""Files that want to do harm, or came to harm: built from a sound plan by a few lines each."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from handing_over import file_with, kit, unit_plan

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
HUGE = "hex(zeroblob(400000000))"
MOST = 2**63 - 1


def by_sql(*statements: str) -> Callable[[Path], None]:
    """Return what runs statements on a file as any program would, with every guard off."""

    def run(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                raw.execute(statement)

    return run


def loosely(*statements: str) -> Callable[[Path], None]:
    """Return what runs statements while the tables are not STRICT, and makes them so again."""

    def run(path: Path) -> None:
        for old, new in ((") STRICT", ")"), (")", ") STRICT")):
            with closing(sqlite3.connect(path, isolation_level=None)) as raw:
                raw.execute("PRAGMA writable_schema = ON")
                raw.execute(
                    "UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - ?) || ?"
                    " WHERE name IN ('goal', 'activity')",
                    [len(old), new],
                )
            if old == ") STRICT":
                by_sql(*statements)(path)

    return run


def bytes_at(offset: int, new: bytes) -> Callable[[Path], None]:
    """Return what overwrites bytes; a negative offset counts from the end."""

    def write(path: Path) -> None:
        content = bytearray(path.read_bytes())
        at = offset % len(content)
        content[at : at + len(new)] = new
        path.write_bytes(content)

    return write


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def zipped(path: Path) -> None:
    inner = path.read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("plan.sqlite", inner)


def with_many_tables(path: Path) -> None:
    """Name tables that all lie on one page; to make each of them would take a minute."""
    by_sql(
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_schema WITH RECURSIVE n (i) AS"
        " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        " SELECT 'table', 't' || i, 't' || i, 2, 'CREATE TABLE t' || i || ' (a)' FROM n",
    )(path)


def with_bent_tree(path: Path) -> None:
    """Break the first byte of every page but the first, which says what a page is."""
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at] ^= 0x55
    path.write_bytes(content)


def letter(path: Path) -> None:
    path.write_text("Estimados señores:\n" * 99, encoding="utf-8")


def foreign(path: Path) -> None:
    path.unlink()
    by_sql("CREATE TABLE plan (id TEXT)", "INSERT INTO plan VALUES ('1')")(path)


def many_rows(path: Path) -> None:
    by_sql(
        "INSERT INTO remark (id, plan_id, text) WITH RECURSIVE n (i) AS"
        " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)"
        " SELECT 'r' || i, (SELECT id FROM plan), hex(randomblob(20)) FROM n"
    )(path)


def only_kit(path: Path) -> None:
    path.unlink()
    file_with(path, kit("Catastro"))


def without_plan(path: Path) -> None:
    path.unlink()
    file_with(path)


def in_place_of(make: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return what removes the file and makes something else of its name."""

    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


# {what is wrong: (how it is made of a sound file, the kind of refusal)}
HARMFUL: dict[str, tuple[Callable[[Path], None], str]] = {
    "view that never ends": (by_sql(f"CREATE VIEW seen AS {ENDLESS}"), "not_a_plan"),
    "view of great size": (by_sql(f"CREATE VIEW seen AS SELECT {HUGE}"), "not_a_plan"),
    "view instead of a table": (
        by_sql("DROP TABLE kit_part", f"CREATE VIEW kit_part AS {ENDLESS}"),
        "not_a_plan",
    ),
    "generated column": (
        by_sql(f"ALTER TABLE goal ADD COLUMN more TEXT AS ({HUGE})"),
        "not_a_plan",
    ),
    "trigger": (
        by_sql("CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM plan; END"),
        "not_a_plan",
    ),
    "index on an expression": (by_sql("CREATE INDEX more ON goal (hex(text))"), "not_a_plan"),
    "fts5": (by_sql("CREATE VIRTUAL TABLE words USING fts5 (text)"), "not_a_plan"),
    "20,000 tables": (with_many_tables, "not_a_plan"),
    "text of 120 MB": (by_sql("UPDATE goal SET text = hex(zeroblob(60000000))"), "too_big"),
    "text of 20 MB": (by_sql("UPDATE goal SET text = hex(zeroblob(10000000))"), "damaged"),
    "text of 2 MB": (by_sql("UPDATE goal SET text = hex(zeroblob(1000000))"), "damaged"),
    "150,000 rows": (many_rows, "too_big"),
    "text that is no UTF-8": (by_sql("UPDATE goal SET text = CAST(x'C3FF' AS TEXT)"), "damaged"),
    "moment that is no UTF-8": (
        by_sql(
            "INSERT INTO journal_step (label, at)"
            " VALUES ('x', CAST(x'323032372D31312D32302031303AFFFF' AS TEXT))"
        ),
        "damaged",
    ),
    "NUL in a text": (by_sql("UPDATE goal SET text = 'a' || char(0) || 'b'"), "damaged"),
    "bytes in a text": (loosely("UPDATE goal SET text = x'00FF'"), "damaged"),
    "letters in a number": (
        loosely("UPDATE activity SET annual_target_thousandths = 'abc'"),
        "damaged",
    ),
    "infinity in a number": (
        loosely("UPDATE activity SET annual_target_thousandths = 9e999"),
        "damaged",
    ),
    "greatest number": (
        by_sql(f"UPDATE activity SET annual_target_thousandths = {MOST}"),
        "damaged",
    ),
    "least position": (by_sql(f"UPDATE goal SET position = -{MOST} - 1"), "damaged"),
    "negative quantity": (by_sql("UPDATE month_record SET planned_thousandths = -1"), "damaged"),
    "month 13": (by_sql("UPDATE month_record SET month = '2027-13'"), "damaged"),
    "unknown choice": (by_sql("UPDATE plan SET profile = 'otro'"), "damaged"),
    "picture that is none": (by_sql("UPDATE plan SET logo = x'3C737667'"), "damaged"),
    "goal below itself": (by_sql("UPDATE goal SET objective_id = id"), "damaged"),
    "activity below nothing": (by_sql("UPDATE activity SET goal_id = 'nowhere'"), "damaged"),
    "one id for two rows": (
        by_sql(
            "UPDATE activity SET goal_id = (SELECT id FROM objective)",
            "UPDATE goal SET id = (SELECT id FROM objective)",
        ),
        "damaged",
    ),
    "version 999": (by_sql("PRAGMA user_version = 999"), "newer"),
    "version 0": (by_sql("PRAGMA user_version = 0"), "not_a_plan"),
    "negative version": (by_sql("PRAGMA user_version = -1"), "newer"),
    "version of before": (by_sql("PRAGMA user_version = 1"), "not_a_plan"),
    "mark of another program": (by_sql("PRAGMA application_id = 1"), "not_a_plan"),
    "WAL": (bytes_at(18, b"\x02\x02"), "damaged"),
    "WAL made by SQLite": (by_sql("PRAGMA journal_mode = WAL"), "damaged"),
    "cut in half": (cut, "damaged"),
    "bent tree": (with_bent_tree, "damaged"),
    "page size of nothing": (bytes_at(16, b"\x00\x03"), "damaged"),
    "more pages than there are": (bytes_at(28, b"\x7f\xff\xff\xff"), "damaged"),
    "zip": (zipped, "not_a_plan"),
    "nothing in it": (in_place_of(Path.touch), "empty"),
    "letter": (
        in_place_of(lambda path: path.write_bytes(b"Estimados\n" * 99) and None),
        "not_a_plan",
    ),
    "database of another program": (foreign, "not_a_plan"),
    "folder": (in_place_of(Path.mkdir), "not_a_plan"),
    "pipe": (in_place_of(os.mkfifo), "not_a_plan"),
    "endless device": (in_place_of(lambda path: path.symlink_to("/dev/zero")), "not_a_plan"),
    "link into a circle": (in_place_of(lambda path: path.symlink_to(path)), "damaged"),
    "link to nothing": (in_place_of(lambda path: path.symlink_to("nada")), "missing"),
    "file that cannot be read": (
        in_place_of(lambda path: path.symlink_to("/proc/self/mem")),
        "damaged",
    ),
    "material of the office": (only_kit, "kit"),
    "no plan": (without_plan, "no_plan"),
}


def sound_file(folder: Path) -> Path:
    """Write the plan from which the harmful files are made."""
    return file_with(folder / "sano.sqlite", unit_plan("Catastro", "Medir", "Dibujar"))


def build(folder: Path) -> dict[str, Path]:
    """Make every harmful file in a folder; return {what is wrong: its path}."""
    folder.mkdir(parents=True, exist_ok=True)
    sound = sound_file(folder.parent / "sano")
    made = {}
    for number, (wrong, (make, _)) in enumerate(HARMFUL.items()):
        path = folder / f"{number:02d} {wrong}.sqlite"
        shutil.copy(sound, path)
        make(path)
        made[wrong] = path
    return made
