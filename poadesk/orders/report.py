"""The order `poadesk report`: one of the three reports as PDF, workbook or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from poadesk.orders.asking import (
    DONE,
    RefusedError,
    add_order,
    add_output,
    add_plan,
    month,
    units_in,
)
from poadesk.output import refuse_plan, write_whole
from poadesk.plan.model import Plan
from poadesk.plan.reports.kinds import TITLES, Report, report_of
from poadesk.plan.reports.period import GROUPS
from poadesk.planfile.approved import approved_plans
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.options import PAPERS


def add_report(orders: Any) -> None:
    """Add the order: which report, up to which month, seen from which day."""
    order = add_order(orders, "report", _report, "hace un reporte de lo planeado y lo hecho")
    order.add_argument("kind", choices=tuple(TITLES), help="cuál de los reportes")
    add_plan(order)
    order.add_argument(
        "--until", type=month("Corte"), required=True, metavar="AÑO-MES", help="el corte"
    )
    order.add_argument(
        "--today",
        type=_day,
        default=date.today(),
        metavar="AÑO-MES-DÍA",
        help="el día en que se mira qué plazos vencieron; hoy, si no se dice",
    )
    order.add_argument(
        "--by", choices=tuple(GROUPS), default="quarter", help="los grupos de meses de la ejecución"
    )
    order.add_argument("--paper", choices=PAPERS, help="el tamaño del papel del PDF")
    add_output(order, "DESTINO.pdf|.xlsx|.json")


def _report(asked: argparse.Namespace) -> int:
    refuse_plan(asked.output)
    with PlanFile.open(asked.file, read_only=True, with_plans=True) as file:
        plans = units_in(file)
        approved = approved_plans(file, plans)
    write = _writer(asked.output)
    report = report_of(asked.kind, plans, asked.until, asked.today, asked.by, approved)
    write_whole(asked.output, write(report, plans, asked))
    return DONE


def _writer(
    target: Path,
) -> Callable[[Report, Sequence[Plan], argparse.Namespace], bytes]:
    writers = {".json": _json, ".xlsx": _workbook, ".pdf": _pdf}
    try:
        return writers[target.suffix.casefold()]
    except KeyError:
        raise RefusedError(
            f"“{target.name}” debe terminar en .pdf, .xlsx o .json para saber qué hacer."
        ) from None


def _json(report: Report, plans: Sequence[Plan], asked: argparse.Namespace) -> bytes:
    from poadesk.plan.reports.report_json import report_json

    return report_json(report).encode("utf-8")


def _workbook(report: Report, plans: Sequence[Plan], asked: argparse.Namespace) -> bytes:
    from poadesk.printing.report_workbook import build_report_workbook

    return build_report_workbook(report, plans)


def _pdf(report: Report, plans: Sequence[Plan], asked: argparse.Namespace) -> bytes:
    from poadesk.printing.report_options import ReportOptions
    from poadesk.printing.report_paper import build_report

    return build_report(report, plans, ReportOptions(asked.paper) if asked.paper else None)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("el día se escribe con números: 2027-07-31") from error
