"""The order `poadesk report`: one of the three reports as PDF, workbook or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from poadesk.plan.fields import Month, UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.reports.kinds import TITLES, Report, report_of
from poadesk.plan.reports.period import GROUPS
from poadesk.printing.options import PAPERS


class CannotReportError(Exception):
    """The order cannot be followed; `str(error)` is one Spanish sentence."""


def report_bytes(
    asked: argparse.Namespace, plans: Sequence[Plan], approved: Mapping[str, Plan]
) -> bytes:
    """Return the report that was asked for, in the form that the name of its file tells.

    `approved` has {plan id: the plan as it was approved}.
    Raises `CannotReportError` or `UnreadableError`.
    """
    write = _writer(asked.output)
    report = report_of(asked.kind, plans, asked.until, asked.today, asked.by, approved)
    return write(report, plans, asked)


def add_report(order: argparse.ArgumentParser) -> None:
    """Add the options of the order, besides its file and its output."""
    order.add_argument("--until", type=_month, required=True, metavar="AÑO-MES", help="el corte")
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


def kinds() -> tuple[str, ...]:
    """Return the names of the reports."""
    return tuple(TITLES)


def _writer(
    target: Path,
) -> Callable[[Report, Sequence[Plan], argparse.Namespace], bytes]:
    writers = {".json": _json, ".xlsx": _workbook, ".pdf": _pdf}
    try:
        return writers[target.suffix.casefold()]
    except KeyError:
        raise CannotReportError(
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


def _month(text: str) -> str:
    try:
        return Month("Corte").read(text)
    except UnreadableError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".").lower()) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("el día se escribe con números: 2027-07-31") from error
