"""Small edits of the goals of the test plan, and what is on the disk after them."""

import sqlite3
from pathlib import Path

from poadesk.plan.model import BY_TABLE
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


def text_of(file: PlanFile, row_id: str = "goal-1") -> str:
    return next(goal.text for goal in file.read()[0].goals() if goal.id == row_id)


def undo_all(file: PlanFile, down_to: int) -> None:
    while len(file.journal.steps()) > down_to:
        assert file.journal.undo() is not None


def redo_all(file: PlanFile) -> None:
    while file.journal.redo() is not None:
        pass
