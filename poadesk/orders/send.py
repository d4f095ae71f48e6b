"""The order `poadesk send`: a plan is checked, and its folder for the planning office is made."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from poadesk.orders.asking import DONE, WITH_FINDINGS, add_order, add_output, add_plan
from poadesk.orders.findings import in_words
from poadesk.plan.checks import findings
from poadesk.plan.model import Plan
from poadesk.plan.office import is_office
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.sending import Sent, require_sendable, send
from poadesk.printing.options import PAPERS, PrintOptions


def follow_send(asked: argparse.Namespace) -> int:
    """Make the delivery of each plan of the file; return the exit status.

    What Revisar finds is told and does not stop it. Raises `PlanFileError`.
    """
    with PlanFile.open(asked.file) as file:
        plans = file.read()
        _require_unit(plans, asked.file)
        found = [_send_one(file, plan, asked, len(plans) > 1) for plan in plans]
    return WITH_FINDINGS if any(found) else DONE


def add_send(orders: Any) -> None:
    """Add the order: the plan, where its folder goes, and the paper."""
    order = add_order(
        orders,
        "send",
        follow_send,
        "prepara la carpeta que se entrega a Planificación",
        "Revisa el plan y prepara la carpeta que se entrega a Planificación.",
    )
    add_plan(order)
    add_output(order, "CARPETA", "dónde se hará la carpeta de la entrega")
    order.add_argument("--paper", choices=PAPERS, default="carta", help="el tamaño del papel")


def _require_unit(plans: tuple[Plan, ...], path: Path) -> None:
    if not plans:
        raise CannotSaveError(
            "other", f"El archivo “{path.name}” todavía no tiene ningún plan que entregar."
        )
    if is_office(plans):
        raise CannotSaveError(
            "other",
            f"“{path.name}” es un archivo de la oficina de planificación. "
            "Se entrega el plan de una unidad: indique ese archivo.",
        )
    for plan in plans:
        require_sendable(plan)


def _send_one(file: PlanFile, plan: Plan, asked: argparse.Namespace, several: bool) -> bool:
    """Make the delivery of one plan and tell of it; say whether Revisar found anything."""
    # Local: ReportLab costs 110 ms, which the other orders need not wait for.
    from poadesk.printing.annual_plan import build

    found = findings(plan)
    paper = build([plan], PrintOptions(paper=asked.paper))
    sent = send(file, plan, found, paper, asked.output, datetime.now())
    print("\n".join([*in_words(plan, found, several), "", *_told(sent)]))
    return bool(found)


def _told(sent: Sent) -> Iterator[str]:
    yield f"Entrega preparada: revisión {sent.delivery.revision}"
    yield f"  Carpeta: {sent.folder}"
    yield f"  Archivo: {sent.file.name}"
    yield f"  PDF: {sent.paper.name}"
    yield f"  Código de verificación: {sent.delivery.code}"
