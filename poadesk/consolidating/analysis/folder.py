"""The files of the export, written into a folder: unit by unit, so that memory stays flat."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from poadesk.consolidating.analysis.loading import loading_orders
from poadesk.plan.analysis.dictionary import HEADINGS, dictionary_rows
from poadesk.plan.analysis.spots import unit_of
from poadesk.plan.analysis.tables import TABLES
from poadesk.plan.model import Plan
from poadesk.plan.schedule import plan_months
from poadesk.resources import resource

README, DICTIONARY = "LEAME.txt", "diccionario.csv"
LOADING, QUERIES = "cargar.sql", "consultas.sql"
NAMES = (README, DICTIONARY, LOADING, QUERIES, *(f"{table.name}.csv" for table in TABLES))


def write_files(folder: Path, plans: Iterable[Plan]) -> int:
    """Write every file of the export into an empty folder; return how many units it has.

    `plans` are those of units alone, and each is forgotten before the next is asked for.
    """
    units = 0
    with ExitStack() as files:
        writers = [
            _begun(files, folder / f"{table.name}.csv", [one.name for one in table.columns])
            for table in TABLES
        ]
        for units, plan in enumerate(plans, 1):
            if units == 1:
                _write_words(folder, plan_months(plan)[-1])
            unit = unit_of(plan, units)
            for table, writer in zip(TABLES, writers, strict=True):
                writer.writerows(table.rows(unit))
    return units


def _write_words(folder: Path, until: str) -> None:
    """Write what people read: the dictionary, and how to load the tables and ask them."""
    with ExitStack() as files:
        _begun(files, folder / DICTIONARY, HEADINGS).writerows(dictionary_rows())
    queries = resource("analysis", QUERIES).read_text(encoding="utf-8")
    for name, text in (
        (README, resource("analysis", README).read_text(encoding="utf-8")),
        (LOADING, loading_orders()),
        (QUERIES, queries.replace("{corte}", until)),
    ):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _begun(files: ExitStack, path: Path, headings: Iterable[str]) -> Any:
    """Return what writes rows into a new file, with its headings written."""
    file = files.enter_context(path.open("x", encoding="utf-8", newline=""))
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(headings)
    return writer
