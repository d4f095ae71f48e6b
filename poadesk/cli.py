"""The command line: which orders there are, and how one that is refused ends."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from poadesk.consolidating.outcome import CannotConsolidateError
from poadesk.orders.asking import DONE, NOT_DONE, RefusedError
from poadesk.orders.begin import add_example, add_new
from poadesk.orders.bring import add_import
from poadesk.orders.check import add_check
from poadesk.orders.compare import add_compare
from poadesk.orders.consolidate import add_consolidate
from poadesk.orders.documents import add_documents
from poadesk.orders.export import add_export
from poadesk.orders.kit import add_kit
from poadesk.orders.print_plan import add_print
from poadesk.orders.report import add_report
from poadesk.orders.send import add_send
from poadesk.orders.spanish import SpanishParser, in_spanish
from poadesk.orders.version import add_version
from poadesk.output import OutputError
from poadesk.plan.fields import UnreadableError
from poadesk.plan.kit import KitRefusedError
from poadesk.planfile.errors import PlanFileError

_ADD = (
    add_example,
    add_new,
    add_check,
    add_print,
    add_import,
    add_export,
    add_send,
    add_consolidate,
    add_documents,
    add_kit,
    add_report,
    add_compare,
)
_REFUSALS = (
    RefusedError,
    CannotConsolidateError,
    OutputError,
    PlanFileError,
    UnreadableError,
    KitRefusedError,
)
NO_ROOM = (
    "No se pudo leer o escribir todo: revise que el disco siga conectado y que quede espacio en él."
)


def run(arguments: Sequence[str]) -> int:
    """Follow one order and return its exit status; what keeps it from ending is one sentence."""
    try:
        return _followed(arguments)
    except BrokenPipeError:
        return NOT_DONE  # nobody reads why
    except Exception:  # noqa: BLE001 - the outermost place: whatever an order trips over
        from poadesk.orders.failure import tell_failure

        tell_failure()
        return NOT_DONE


def _followed(arguments: Sequence[str]) -> int:
    try:
        with in_spanish():
            asked = _parser().parse_args(arguments)
        return int(asked.follow(asked))
    except SystemExit as done:
        return int(done.code or DONE)
    except _REFUSALS as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        return DONE  # whoever was reading has read enough
    except OSError as error:
        print(_not_given(error), file=sys.stderr)
    return NOT_DONE


def _not_given(error: OSError) -> str:
    if not error.filename:
        return NO_ROOM
    name = Path(os.fsdecode(error.filename)).name
    return f"No se pudo leer o escribir “{name}”: revise la carpeta."


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
    for add in _ADD:
        add(orders)
    return parser
