"""The material of the planning office on the command line: handed out, and begun from."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from poadesk.consolidating.kit_file import hand_out
from poadesk.plan.kit import KitRefusedError, plan_from_kit, unit_named
from poadesk.plan.model import Plan
from poadesk.plan.office import is_office
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.received import read_kit
from poadesk.writing.templates import next_year


def begun_from(plans: Sequence[Plan], source: Path, unit: str | None) -> Plan:
    """Return the plan that begins with last year's, or with what the planning office gives."""
    if is_office(plans):
        kit = read_kit(source)
        return plan_from_kit(kit, *unit_named(kit, unit or ""))
    if unit:
        raise KitRefusedError(
            f"--unit solo sirve con el material de Planificación, y “{source.name}” es un plan."
        )
    return next_year(plans[0])


def add_kit(orders: Any) -> None:
    """Add the order that hands out the material."""
    words = "guarda el material de la oficina para que las unidades empiecen con él"
    order: argparse.ArgumentParser = orders.add_parser(
        "kit", help=words, description=f"{words[0].upper()}{words[1:]}."
    )
    order.add_argument(
        "file", metavar="CONSOLIDADO.sqlite", type=Path, help="el archivo de la oficina"
    )
    order.add_argument(
        "-o",
        dest="output",
        metavar="MATERIAL.sqlite",
        type=Path,
        required=True,
        help="el archivo que se hará, para las unidades",
    )
    order.set_defaults(follow=_follow_kit)


def _follow_kit(asked: argparse.Namespace) -> int:
    with PlanFile.open(asked.file) as file:
        kit = hand_out(file, asked.output, f"{datetime.now():%Y-%m-%d %H:%M}")
    print(f"Se guardó la versión {kit.revision} del material en “{asked.output.name}”.")
    return 0
