"""The order `poadesk check`: what is worth correcting, in words or in JSON."""

from __future__ import annotations

import argparse
import json
from typing import Any

from poadesk.orders.asking import DONE, WITH_FINDINGS, add_order, add_plan, read_units
from poadesk.orders.findings import in_words
from poadesk.plan.checks import findings

_JSON_KEYS = ("severity", "number", "table", "id", "field", "message")


def add_check(orders: Any) -> None:
    """Add the order."""
    order = add_order(orders, "check", _check, "dice qué conviene corregir")
    add_plan(order)
    order.add_argument("--json", action="store_true", help="escribe los avisos en JSON")


def _check(asked: argparse.Namespace) -> int:
    found = [(plan, findings(plan)) for plan in read_units(asked.file)]
    if asked.json:
        rows = [{key: getattr(one, key) for key in _JSON_KEYS} for _, some in found for one in some]
        print(json.dumps({"findings": rows}, ensure_ascii=False, indent=1))
    else:
        for plan, some in found:
            print("\n".join(in_words(plan, some, several=len(found) > 1)))
    return WITH_FINDINGS if any(some for _, some in found) else DONE
