"""The command line: open, read, build, write. Every rule is somewhere else."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from poadesk.cli_compare import CannotCompareError, add_compare, comparison_bytes
from poadesk.cli_consolidate import add_consolidate
from poadesk.cli_documents import add_documents
from poadesk.cli_export import add_export
from poadesk.cli_findings import in_words
from poadesk.cli_kit import add_kit, begun_from
from poadesk.cli_report import CannotReportError, add_report, kinds, report_bytes
from poadesk.cli_send import add_send
from poadesk.cli_version import add_version
from poadesk.cli_words import SpanishParser, in_spanish
from poadesk.consolidating.outcome import CannotConsolidateError
from poadesk.output import OutputError, refuse_plan, write_whole
from poadesk.plan.beginning import empty_plan
from poadesk.plan.checks import findings
from poadesk.plan.fields import Month, UnreadableError
from poadesk.plan.kit import KitRefusedError
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units
from poadesk.plan.plan_json import from_json
from poadesk.plan.profiles import PROFILES
from poadesk.planfile.approved import approved_plans
from poadesk.planfile.errors import PlanFileError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.whole import new_plan_file
from poadesk.printing.options import MARKS, PAPERS, PARTS, ROWS, PrintOptions
from poadesk.tracking.example import with_follow_up
from poadesk.writing.bring_in import bring_in
from poadesk.writing.example import example_plan

DONE, WITH_FINDINGS, NOT_DONE = 0, 1, 2
_JSON_KEYS = ("severity", "number", "table", "id", "field", "message")


class RefusedError(Exception):
    """An order that cannot be followed; `str(error)` is one Spanish sentence."""


def run(arguments: Sequence[str]) -> int:
    """Follow one order and return its exit status; a refusal is one sentence on stderr."""
    try:
        with in_spanish():
            asked = _parser().parse_args(arguments)
        return int(asked.follow(asked))
    except SystemExit as done:
        return int(done.code or DONE)
    except (
        RefusedError,
        CannotCompareError,
        CannotReportError,
        CannotConsolidateError,
        OutputError,
        PlanFileError,
        UnreadableError,
        KitRefusedError,
    ) as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        return DONE  # whoever was reading has read enough
    except OSError as error:
        name = Path(error.filename or "").name
        print(f"No se pudo leer o escribir “{name}”: revise la carpeta.", file=sys.stderr)
    return NOT_DONE


def _example(asked: argparse.Namespace) -> int:
    _write_new(asked.file, [with_follow_up(example_plan())])
    return DONE


def _new(asked: argparse.Namespace) -> int:
    if asked.last_year is None:
        first_month = asked.first_month or f"{date.today().year + 1}-01"
        plan = empty_plan(asked.profile or "poa", first_month)
    elif asked.first_month or asked.profile:
        raise RefusedError("--from ya trae el primer mes y el perfil: quite las otras opciones.")
    else:
        plan = begun_from(_read(asked.last_year), asked.last_year, asked.unit)
    _write_new(asked.file, [plan])
    return DONE


def _check(asked: argparse.Namespace) -> int:
    found = [(plan, findings(plan)) for plan in _read_units(asked.file)]
    if asked.json:
        rows = [{key: getattr(one, key) for key in _JSON_KEYS} for _, some in found for one in some]
        print(json.dumps({"findings": rows}, ensure_ascii=False, indent=1))
    else:
        for plan, some in found:
            print("\n".join(in_words(plan, some, several=len(found) > 1)))
    return WITH_FINDINGS if any(some for _, some in found) else DONE


def _print(asked: argparse.Namespace) -> int:
    refuse_plan(asked.output)
    plans = _read_units(asked.file)
    # Local: ReportLab costs 110 ms, which the other orders need not wait for.
    from poadesk.printing.annual_plan import build

    parts = PARTS if asked.part == "all" else (asked.part,)
    options = PrintOptions(parts=parts, paper=asked.paper, rows=asked.rows, marks=asked.marks)
    write_whole(asked.output, build(plans, options))
    return DONE


def _report(asked: argparse.Namespace) -> int:
    refuse_plan(asked.output)
    plans = _read_units(asked.file)
    with PlanFile.open(asked.file, read_only=True) as file:
        approved = approved_plans(file, plans)
    write_whole(asked.output, report_bytes(asked, plans, approved))
    return DONE


def _compare(asked: argparse.Namespace) -> int:
    refuse_plan(asked.output)
    write_whole(asked.output, comparison_bytes(asked))
    return DONE


def _import(asked: argparse.Namespace) -> int:
    if asked.source.suffix.casefold() == ".xlsx":
        # Local: reading workbooks is of no use to the other orders.
        from poadesk.cli_workbook import bring_workbook

        return bring_workbook(asked.file, asked.source, asked.with_problems)
    _require_json(asked.source, "un libro de actividades .xlsx o un plan .json")
    plans = from_json(_bytes_of(asked.source))
    if not asked.file.exists():
        _write_new(asked.file, plans)
        return DONE
    with PlanFile.open(asked.file) as file:
        bring_in(file, plans)
    return DONE


def _read(path: Path) -> tuple[Plan, ...]:
    with PlanFile.open(path, read_only=True) as file:
        plans = file.read()
    if not plans:
        raise RefusedError(f"El archivo “{path.name}” todavía no tiene ningún plan.")
    return plans


def _read_units(path: Path) -> tuple[Plan, ...]:
    """Return the plans that units have written: what the office gives to all is none of them."""
    own = plans_of_units(_read(path))
    if not own:
        raise RefusedError(
            f"El archivo “{path.name}” todavía no tiene el plan de ninguna unidad: es el "
            "material de Planificación."
        )
    return own


def _write_new(path: Path, plans: Sequence[Plan]) -> None:
    """Make a file with these plans; nothing is left behind if it cannot be made whole."""
    with new_plan_file(path) as file:
        if not plans:
            raise UnreadableError("El archivo que se quiere traer no tiene ningún plan.")
        file.begin_with(plans)


def _bytes_of(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise RefusedError(f"No se pudo leer “{source.name}”: revise el nombre.") from error


def _require_json(path: Path, what: str) -> None:
    if path.suffix.casefold() != ".json":
        raise RefusedError(f"“{path.name}” no sirve para esto: elija {what}.")


def _parser() -> argparse.ArgumentParser:
    parser = SpanishParser(
        prog="poadesk",
        description="Escribe, revisa e imprime el plan operativo anual de una unidad municipal.",
        epilog="Sin ninguna orden, o solo con el nombre de un plan, abre la ventana.",
    )
    add_version(parser)
    orders = parser.add_subparsers(
        title="órdenes", metavar="ORDEN", dest="order", required=True, parser_class=SpanishParser
    )
    _add(orders, "example", _example, "hace un plan de ejemplo, completo")
    _add_new(_add(orders, "new", _new, "empieza un plan"))
    check = _add(orders, "check", _check, "dice qué conviene corregir")
    check.add_argument("--json", action="store_true", help="escribe los avisos en JSON")
    _add_print(_add(orders, "print", _print, "imprime el plan en un PDF"))
    _add_import(_add(orders, "import", _import, "trae un libro de actividades o un plan"))
    add_export(orders)
    add_send(orders)
    add_consolidate(orders)
    add_documents(orders)
    add_kit(orders)
    report = orders.add_parser("report", help="hace un reporte de lo planeado y lo hecho")
    report.add_argument("kind", choices=kinds(), help="cuál de los reportes")
    report.add_argument("file", metavar="PLAN.sqlite", type=Path, help="el archivo del plan")
    add_report(report)
    _add_output(report, "DESTINO.pdf|.xlsx|.json")
    report.set_defaults(follow=_report)
    compare = _add(orders, "compare", _compare, "muestra qué cambió entre dos revisiones")
    add_compare(compare)
    _add_output(compare, "DESTINO.pdf|.json")
    return parser


def _add(
    orders: Any, name: str, follow: Callable[[argparse.Namespace], int], help_text: str
) -> argparse.ArgumentParser:
    order: argparse.ArgumentParser = orders.add_parser(
        name, help=help_text, description=f"{help_text[0].upper()}{help_text[1:]}."
    )
    order.add_argument("file", metavar="PLAN.sqlite", type=Path, help="el archivo del plan")
    order.set_defaults(follow=follow)
    return order


def _add_new(order: argparse.ArgumentParser) -> None:
    order.add_argument("--profile", choices=tuple(PROFILES), help="la clase de plan")
    order.add_argument(
        "--first-month", type=_month, metavar="AÑO-MES", help="el primer mes, como 2027-07"
    )
    order.add_argument(
        "--from",
        dest="last_year",
        type=Path,
        metavar="ANTERIOR.sqlite",
        help="el plan del año pasado, o el material de Planificación, para partir de él",
    )
    order.add_argument("--unit", metavar="UNIDAD", help="la unidad, con el material de --from")


def _add_import(order: argparse.ArgumentParser) -> None:
    order.add_argument(
        "source", metavar="ORIGEN", type=Path, help="un libro de actividades .xlsx o un plan .json"
    )
    order.add_argument(
        "--with-problems",
        action="store_true",
        help="trae del libro lo que se entiende, aunque tenga celdas con problemas",
    )


def _add_print(order: argparse.ArgumentParser) -> None:
    _add_output(order, "DESTINO.pdf")
    order.add_argument("--part", choices=("all", *PARTS), default="all", help="qué parte")
    order.add_argument("--paper", choices=PAPERS, default="carta", help="el tamaño del papel")
    order.add_argument("--rows", choices=ROWS, default="goal", help="una fila por meta u objetivo")
    order.add_argument("--marks", choices=MARKS, default="bars", help="barras o X en los meses")


def _add_output(order: argparse.ArgumentParser, name: str) -> None:
    order.add_argument(
        "-o", dest="output", metavar=name, type=Path, required=True, help="el archivo que se hará"
    )


def _month(text: str) -> str:
    try:
        return Month("Primer mes").read(text)
    except UnreadableError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".").lower()) from error
