"""Reads a workbook for a test, and says its problems as the person sees them."""

from pathlib import Path
from typing import Any

from making_workbooks import HEADINGS, activity, written

from poadesk.plan.model import Activity, Plan
from poadesk.tracking.workbook.reading import read_workbook
from poadesk.tracking.workbook.updating import update_of


def said(path: Path, severity: str = "error", stored: tuple[Plan, ...] = ()) -> list[str]:
    """Return the problems of one severity, each with its cell."""
    found = read_workbook(path, stored).problems
    return [str(problem) for problem in found if problem.severity == severity]


def plans_of(path: Path, stored: tuple[Plan, ...] = ()) -> tuple[Plan, ...]:
    """Return the plans that a workbook makes."""
    return tuple(plan for plan, _ in update_of(stored, read_workbook(path, stored)).plans)


def only_activity(path: Path) -> Activity:
    """Return the one activity of a workbook."""
    (plan,) = plans_of(path)
    (found,) = plan.activities()
    return found


def one_row(path: Path, headings: tuple[str, ...] = HEADINGS, **changed: Any) -> Path:
    """Write a workbook of one activity with some cells changed; `Prog_ENE` stands for a heading."""
    words = {name.replace("_", " "): value for name, value in changed.items()}
    return written(path, [{**activity(0), **words}], headings)
