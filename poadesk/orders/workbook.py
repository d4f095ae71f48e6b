"""The order `poadesk import` for a workbook of activities: its plans, and a report by cell."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from poadesk.orders.asking import DONE, NOT_DONE, WITH_FINDINGS
from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.whole import new_plan_file
from poadesk.tracking.workbook.bringing import bring_in
from poadesk.tracking.workbook.reading import Workbook, read_workbook
from poadesk.tracking.workbook.updating import Update, update_of

_UNCHANGED = (
    "No se cambió nada: corrija estas celdas, o agregue --with-problems para traer lo demás."
)


def bring_workbook(path: Path, source: Path, with_problems: bool) -> int:
    """Bring a workbook into a new or an existing plan file; return the exit status.

    The file is not even opened for writing before the workbook is known to be good. Raises
    `UnreadableError` or `PlanFileError` for what cannot be brought or written.
    """
    stored = _plans_in(path)
    workbook = read_workbook(source, stored)
    if workbook.has_errors and not with_problems:
        print(*workbook.problems, _UNCHANGED, sep="\n", file=sys.stderr)
        return NOT_DONE
    if stored:
        update_of(stored, workbook)  # refuses what cannot be brought while nothing is touched yet
    with PlanFile.open(path) if path.exists() else new_plan_file(path) as file:
        update = bring_in(file, workbook, with_problems)
    return _told(workbook, update)


def _plans_in(path: Path) -> Sequence[Plan]:
    if not path.exists():
        return ()
    with PlanFile.open(path, read_only=True) as file:
        return file.read()


def _told(workbook: Workbook, update: Update) -> int:
    lines = (*workbook.problems, *update.remarks)
    print(*lines, update.summary, sep="\n")
    return WITH_FINDINGS if lines else DONE
