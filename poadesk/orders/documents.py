"""The order `poadesk documents`: the institution's documents out of the file of all units."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from poadesk.orders.asking import DONE, RefusedError, add_order, add_output
from poadesk.output import refuse_plan, write_whole
from poadesk.plan.consolidated.units import APPROVED, approved_alone
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.consolidated.options import BY_UNIT, DOCUMENTS, ORDERS, DocumentOptions
from poadesk.printing.options import MARKS, PAPERS

Writer = Callable[[argparse.Namespace, Sequence[Plan]], bytes]


def follow_documents(asked: argparse.Namespace) -> int:
    """Write the document that was asked for and return the exit status.

    Raises `RefusedError`, `OutputError` or `PlanFileError`, and then nothing was written.
    """
    refuse_plan(asked.output)
    write = _writer(asked.output)
    with PlanFile.open(asked.file, read_only=True, with_plans=True) as file:
        plans = file.read()
    if not plans_of_units(plans):
        raise RefusedError(
            f"El archivo “{asked.file.name}” todavía no tiene el plan de ninguna unidad: reciba "
            "primero lo que entregaron las unidades."
        )
    chosen = approved_alone(plans) if asked.units == APPROVED else plans
    if not plans_of_units(chosen):
        raise RefusedError(
            f"En “{asked.file.name}” todavía no hay ningún plan aprobado: quite --units."
        )
    write_whole(asked.output, write(asked, chosen))
    return DONE


def add_documents(orders: Any) -> None:
    """Add the order: which document, of which file, where to, and the options."""
    order = add_order(
        orders,
        "documents",
        follow_documents,
        "hace los documentos de la institución",
        "Hace los documentos de la institución con los planes de todas las unidades: el plan "
        "consolidado, el cronograma general o la lista de unidades con su estado.",
    )
    order.add_argument("kind", choices=DOCUMENTS, help="cuál de los documentos")
    order.add_argument(
        "file", metavar="CONSOLIDADO.sqlite", type=Path, help="el archivo con todas las unidades"
    )
    order.add_argument(
        "--by",
        choices=ORDERS,
        default=BY_UNIT,
        help="el orden del plan consolidado en PDF: por unidad, línea estratégica u objetivo",
    )
    order.add_argument(
        "--units",
        choices=("all", APPROVED),
        default="all",
        help="todas las unidades que entregaron, o solo las aprobadas",
    )
    order.add_argument("--paper", choices=PAPERS, default="carta", help="el tamaño del papel")
    order.add_argument("--marks", choices=MARKS, default="bars", help="barras o X en los meses")
    add_output(order, "DESTINO.pdf|.xlsx")


def _writer(target: Path) -> Writer:
    writers: dict[str, Writer] = {".pdf": _pdf, ".xlsx": _workbook}
    try:
        return writers[target.suffix.casefold()]
    except KeyError:
        raise RefusedError(
            f"“{target.name}” debe terminar en .pdf o .xlsx para saber qué hacer."
        ) from None


def _pdf(asked: argparse.Namespace, plans: Sequence[Plan]) -> bytes:
    # Local: ReportLab costs 110 ms, which the other orders need not wait for.
    from poadesk.printing.consolidated.paper import build_paper

    return build_paper(asked.kind, plans, DocumentOptions(asked.by, asked.paper, asked.marks))


def _workbook(asked: argparse.Namespace, plans: Sequence[Plan]) -> bytes:
    from poadesk.printing.consolidated.workbook import build_workbook

    return build_workbook(asked.kind, plans)
