"""The order `poadesk print`: the plan as a PDF, whole or by parts."""

from __future__ import annotations

import argparse
from typing import Any

from poadesk.orders.asking import DONE, add_order, add_output, add_plan, read_units
from poadesk.output import refuse_plan, write_whole
from poadesk.printing.options import MARKS, PAPERS, PARTS, ROWS, PrintOptions


def add_print(orders: Any) -> None:
    """Add the order: which part of the plan, and how."""
    order = add_order(orders, "print", _print, "imprime el plan en un PDF")
    add_plan(order)
    add_output(order, "DESTINO.pdf")
    order.add_argument("--part", choices=("all", *PARTS), default="all", help="qué parte")
    order.add_argument("--paper", choices=PAPERS, default="carta", help="el tamaño del papel")
    order.add_argument("--rows", choices=ROWS, default="goal", help="una fila por meta u objetivo")
    order.add_argument("--marks", choices=MARKS, default="bars", help="barras o X en los meses")


def _print(asked: argparse.Namespace) -> int:
    refuse_plan(asked.output)
    plans = read_units(asked.file)
    # Local: ReportLab costs 110 ms, which the other orders need not wait for.
    from poadesk.printing.annual_plan import build

    parts = PARTS if asked.part == "all" else (asked.part,)
    options = PrintOptions(parts=parts, paper=asked.paper, rows=asked.rows, marks=asked.marks)
    write_whole(asked.output, build(plans, options))
    return DONE
