"""The order `poadesk kit`: the material of the planning office, handed out to the units."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from poadesk.consolidating.kit_file import hand_out
from poadesk.orders.asking import DONE, add_order, add_output
from poadesk.planfile.plan_file import PlanFile


def add_kit(orders: Any) -> None:
    """Add the order that hands out the material."""
    words = "guarda el material de la oficina para que las unidades empiecen con él"
    order = add_order(orders, "kit", _follow_kit, words)
    order.add_argument(
        "file", metavar="CONSOLIDADO.sqlite", type=Path, help="el archivo de la oficina"
    )
    add_output(order, "MATERIAL.sqlite", "el archivo que se hará, para las unidades")


def _follow_kit(asked: argparse.Namespace) -> int:
    with PlanFile.open(asked.file) as file:
        kit = hand_out(file, asked.output, f"{datetime.now():%Y-%m-%d %H:%M}")
    print(f"Se guardó la versión {kit.revision} del material en “{asked.output.name}”.")
    return DONE
