"""The order `poadesk import`: a plan as JSON, or a workbook of activities."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from poadesk.orders.asking import DONE, RefusedError, add_order, add_plan, write_new
from poadesk.plan.plan_json import from_json
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.bring_in import bring_in

LARGEST_JSON = 64_000_000  # bytes; an institution with 20,000 activities and their months has less


def add_import(orders: Any) -> None:
    """Add the order: from where, and whether in spite of problems."""
    order = add_order(orders, "import", _import, "trae un libro de actividades o un plan")
    add_plan(order)
    order.add_argument(
        "source", metavar="ORIGEN", type=Path, help="un libro de actividades .xlsx o un plan .json"
    )
    order.add_argument(
        "--with-problems",
        action="store_true",
        help="trae del libro lo que se entiende, aunque tenga celdas con problemas",
    )


def _import(asked: argparse.Namespace) -> int:
    if asked.source.suffix.casefold() == ".xlsx":
        # Local: reading workbooks is of no use to the other orders.
        from poadesk.orders.workbook import bring_workbook

        return bring_workbook(asked.file, asked.source, asked.with_problems)
    plans = from_json(_json_in(asked.source))
    if not asked.file.exists():
        write_new(asked.file, plans)
        return DONE
    with PlanFile.open(asked.file) as file:
        bring_in(file, plans)
    return DONE


def _json_in(source: Path) -> bytes:
    if source.suffix.casefold() != ".json":
        raise RefusedError(
            f"“{source.name}” no sirve para esto: elija un libro de actividades .xlsx o "
            "un plan .json."
        )
    try:
        with source.open("rb") as file:
            content = file.read(LARGEST_JSON + 1)
    except OSError as error:
        raise RefusedError(f"No se pudo leer “{source.name}”: revise el nombre.") from error
    if len(content) > LARGEST_JSON:
        raise RefusedError(
            f"“{source.name}” pasa de {LARGEST_JSON // 1_000_000} megabytes, más de lo que se trae "
            "de una vez: tráigalo en varios archivos, cada uno con una parte de los planes."
        )
    return content
