"""The order `poadesk export`: plans as JSON, as a workbook, or as tables for analysis."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from poadesk.orders.asking import DONE, RefusedError, add_order, add_output, plans_in
from poadesk.output import refuse_plan, write_whole
from poadesk.planfile.plan_file import PlanFile

Writer = Callable[[PlanFile, Path], object]


def follow_export(asked: argparse.Namespace) -> int:
    """Write what was asked for and return the exit status.

    Raises `RefusedError`, `OutputError` or `PlanFileError`, and then nothing was written.
    """
    write = _writer(asked.output)
    with PlanFile.open(asked.file, read_only=True) as file:
        write(file, asked.output)
    return DONE


def add_export(orders: Any) -> None:
    """Add the order: of which file, and where to."""
    order = add_order(
        orders,
        "export",
        follow_export,
        "lleva los planes a otros programas",
        "Lleva los planes a otros programas: a un archivo .json, a un libro de actividades .xlsx "
        "o, para analizarlos, a tablas con su diccionario de datos: en CSV dentro de un archivo "
        ".zip o de una carpeta nueva, o en una base de datos .db de SQLite.",
    )
    order.add_argument("file", metavar="PLAN.sqlite", type=Path, help="el archivo de los planes")
    name = "DESTINO.json|.xlsx|.zip|.db|CARPETA"
    add_output(order, name, "el archivo o la carpeta que se hará")


def _writer(target: Path) -> Writer:
    writers = {".json": _json, ".xlsx": _workbook, ".zip": _tables, ".db": _tables, "": _tables}
    try:
        return writers[target.suffix.casefold()]
    except KeyError:
        raise RefusedError(
            f"“{target.name}” no sirve para esto: elija un nombre que termine en .json, .xlsx, "
            ".zip o .db, o el de una carpeta nueva."
        ) from None


def _json(file: PlanFile, target: Path) -> None:
    from poadesk.plan.plan_json import to_json

    refuse_plan(target)
    write_whole(target, to_json(plans_in(file)).encode("utf-8"))


def _workbook(file: PlanFile, target: Path) -> None:
    # Local: openpyxl costs 110 ms, which the other orders need not wait for.
    from poadesk.printing.activities_workbook import build_activities_workbook

    refuse_plan(target)
    write_whole(target, build_activities_workbook(plans_in(file)))


def _tables(file: PlanFile, target: Path) -> None:
    from poadesk.consolidating.analysis.archive import export

    export(file.each(), target)
