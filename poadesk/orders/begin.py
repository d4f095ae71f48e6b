"""The orders `poadesk example` and `poadesk new`: a plan file that was not there before."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from poadesk.orders.asking import (
    DONE,
    RefusedError,
    add_order,
    add_plan,
    month,
    read_plans,
    write_new,
)
from poadesk.plan.beginning import empty_plan
from poadesk.plan.kit import KitRefusedError, plan_from_kit, unit_named
from poadesk.plan.model import Plan
from poadesk.plan.office import is_office
from poadesk.plan.profiles import PROFILES
from poadesk.planfile.received import read_kit
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan
from poadesk.writing.templates import next_year


def add_example(orders: Any) -> None:
    """Add the order that makes an example."""
    add_plan(add_order(orders, "example", _example, "hace un plan de ejemplo, completo"))


def add_new(orders: Any) -> None:
    """Add the order that begins a plan, and with what it may begin."""
    order = add_order(orders, "new", _new, "empieza un plan")
    add_plan(order)
    order.add_argument("--profile", choices=tuple(PROFILES), help="la clase de plan")
    order.add_argument(
        "--first-month",
        type=month("Primer mes"),
        metavar="AÑO-MES",
        help="el primer mes, como 2027-07",
    )
    order.add_argument(
        "--from",
        dest="last_year",
        type=Path,
        metavar="ANTERIOR.sqlite",
        help="el plan del año pasado, o el material de Planificación, para partir de él",
    )
    order.add_argument("--unit", metavar="UNIDAD", help="la unidad, con el material de --from")


def _example(asked: argparse.Namespace) -> int:
    write_new(asked.file, [with_follow_up(example_plan())])
    return DONE


def _new(asked: argparse.Namespace) -> int:
    if asked.last_year is None:
        if asked.unit:
            raise RefusedError(
                "--unit solo sirve con el material de Planificación: agregue --from y su archivo."
            )
        first_month = asked.first_month or f"{date.today().year + 1}-01"
        plans = [empty_plan(asked.profile or "poa", first_month)]
    elif asked.first_month or asked.profile:
        raise RefusedError("--from ya trae el primer mes y el perfil: quite las otras opciones.")
    else:
        plans = _begun_from(read_plans(asked.last_year), asked.last_year, asked.unit)
    write_new(asked.file, plans)
    return DONE


def _begun_from(plans: Sequence[Plan], source: Path, unit: str | None) -> list[Plan]:
    """Return the plans that begin with last year's, or the one with what the office gives."""
    if is_office(plans):
        kit = read_kit(source)
        return [plan_from_kit(kit, *unit_named(kit, unit or ""))]
    if unit:
        raise KitRefusedError(
            f"--unit solo sirve con el material de Planificación, y “{source.name}” es un plan."
        )
    return [next_year(plan) for plan in plans]
