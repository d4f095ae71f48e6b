"""What units hand over, received with every guard, against a plain copy of the same rows.

The plain copy trusts its files: it opens each with sqlite3, reads every row and writes it into one
file of the same tables, in one transaction. It looks at nothing and keeps nothing besides.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.growth import plan_of
from poadesk.bench.timing import Measured, alternating, at_most, seconds
from poadesk.consolidating.batch import consolidate
from poadesk.plan.model import ROW_CLASSES, Plan, Row, child_attributes
from poadesk.planfile.plan_file import PlanFile

UNITS, ACTIVITIES = 50, 288
FEW_FILES, FILES, ACTIVITIES_OF_A_FILE = 100, 1_000, 30
RUNS_OF_UNITS, RUNS_OF_FILES = 3, 1


def measure_units() -> Measured:
    """Measure fifty units of 288 activities."""
    return _measured(UNITS, ACTIVITIES, RUNS_OF_UNITS)


def measure_files() -> Measured:
    """Measure a thousand small files, of which the guards of each file are the greater part."""
    return _measured(FILES, ACTIVITIES_OF_A_FILE, RUNS_OF_FILES)


def measure_growth() -> Measured:
    """Measure whether each of a thousand files takes as long as each of a hundred."""
    with TemporaryDirectory() as few, TemporaryDirectory() as many:
        _hand_over(Path(few), FEW_FILES, ACTIVITIES_OF_A_FILE)
        _hand_over(Path(many), FILES, ACTIVITIES_OF_A_FILE)
        of_few, of_many = alternating(
            lambda: _received(Path(few)) / FEW_FILES,
            lambda: _received(Path(many)) / FILES,
            RUNS_OF_FILES,
        )
    return at_most(f"receiving a file, of {FILES:,} against of {FEW_FILES}", of_few, of_many, 1.2)


def measure_memory() -> Measured:
    """Measure the most memory that a hundred and a thousand files need, each in a new process."""
    with TemporaryDirectory() as few, TemporaryDirectory() as many:
        _hand_over(Path(few), FEW_FILES, ACTIVITIES_OF_A_FILE)
        _hand_over(Path(many), FILES, ACTIVITIES_OF_A_FILE)
        of_few, of_many = _most_memory(Path(few)), _most_memory(Path(many))
    title = f"memory for receiving {FILES:,} files, against {FEW_FILES}"
    return replace(at_most(title, of_few, of_many, 1.2), unit="MB")


def tell_memory(folder: Path) -> None:
    """Receive the files of a folder and print the most memory needed, in megabytes."""
    _received(folder)
    # Not what the system counted of this process: that begins with the memory of its parent.
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    print(int(kilobytes) / 1000)


def _measured(files: int, activities: int, runs: int) -> Measured:
    with TemporaryDirectory() as name:
        folder = Path(name)
        _hand_over(folder, files, activities)
        plain, ours = alternating(
            lambda: seconds(lambda: _copy_trusting(folder)), lambda: _received(folder), runs
        )
    title = f"receiving {files:,} files of {activities} activities, against a plain copy"
    return at_most(title, plain, ours, 4)


def _received(folder: Path) -> float:
    """Return how long receiving takes; the office's file is thrown away."""
    with TemporaryDirectory() as office:
        target = Path(office) / "office.sqlite"
        return seconds(lambda: _require_all(consolidate(target, [folder]).rejected))


def _require_all(rejected: Sequence[object]) -> None:
    if rejected:
        raise RuntimeError(f"not received: {rejected[0]}")


def _copy_trusting(folder: Path) -> None:
    tables = [cls.TABLE for cls in ROW_CLASSES]
    with TemporaryDirectory() as office:
        target = Path(office) / "copy.sqlite"
        PlanFile.create(target).close()
        with closing(sqlite3.connect(target)) as into, into:
            for path in sorted(folder.iterdir()):
                with closing(sqlite3.connect(path)) as source:
                    for table in tables:
                        _copy_rows(source, into, table)


def _copy_rows(source: sqlite3.Connection, into: sqlite3.Connection, table: str) -> None:
    rows = source.execute(f"SELECT * FROM {table}").fetchall()
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        into.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _hand_over(folder: Path, files: int, activities: int) -> None:
    """Write the file of each unit, with ids of its own."""
    plan = plan_of(activities)
    for number in range(files):
        path = folder / f"unit {number:04d}.sqlite"
        with PlanFile.create(path) as file, file.whole_plans() as plans:
            plans.write(replace(_of_another(plan, number), unit=f"Unidad {number}"))


def _of_another(plan: Plan, number: int) -> Plan:
    """Return the plan with the ids of another unit."""

    def renamed(row: Row) -> Row:
        below = {
            name: tuple(map(renamed, getattr(row, name)))
            for name in child_attributes(row.TABLE).values()
        }
        own_id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{number} {row.TABLE} {row.id}"))
        return replace(row, **{"id": own_id, **below})  # type: ignore[arg-type]

    named = renamed(plan)
    assert isinstance(named, Plan)
    return named


def _most_memory(folder: Path) -> float:
    code = (
        "import sys; from pathlib import Path; from poadesk.bench.consolidate import tell_memory; "
        "tell_memory(Path(sys.argv[1]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(folder)], check=True, capture_output=True, text=True
    )
    return float(told.stdout)
