"""One edit saved through the journal, against a raw UPDATE with the same settings."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.growth import plan_of
from poadesk.bench.timing import Measured, alternating, at_most, seconds
from poadesk.planfile.connecting import connect
from poadesk.planfile.plan_file import PlanFile

RUNS = 200
ACTIVITIES = 100


def measure() -> Measured:
    """Measure on two equal files on the same disk; each run is one commit."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.sqlite"
        activity = _make_file(path)
        raw_path = path.with_name("raw.sqlite")
        shutil.copy(path, raw_path)
        raw = connect(raw_path, "rw")
        numbers = count()

        def raw_update() -> None:
            text = f"text {next(numbers)}"
            raw.execute("UPDATE activity SET text = ? WHERE id = ?", [text, activity])

        with PlanFile.open(path) as file:

            def edit() -> None:
                with file.step("Escribir") as step:
                    step.put("activity", activity, text=f"text {next(numbers)}")

            bare, ours = alternating(lambda: seconds(raw_update), lambda: seconds(edit), RUNS)
        raw.close()
    return at_most("one edit saved, against a raw UPDATE", bare, ours, 2)


def _make_file(path: Path) -> str:
    """Make a plan file; return the id of an activity."""
    plan = plan_of(ACTIVITIES)
    with PlanFile.create(path) as file, file.step("Empezar") as step:
        step.put_tree(plan)
    return next(plan.activities()).id
