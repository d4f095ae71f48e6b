"""What the orders share: how they are asked for, how plans are read, and how they are refused."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from poadesk.plan.fields import Month, UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.whole import new_plan_file

DONE, WITH_FINDINGS, NOT_DONE = 0, 1, 2
Follow = Callable[[argparse.Namespace], int]


class RefusedError(Exception):
    """An order that cannot be followed; `str(error)` is one Spanish sentence."""


def add_order(
    orders: Any, name: str, follow: Follow, words: str, more: str = ""
) -> argparse.ArgumentParser:
    """Add an order and return its parser, for what it takes besides.

    `words` say what it does in the list of orders; `more` says it in its own help.
    """
    order: argparse.ArgumentParser = orders.add_parser(
        name, help=words, description=more or f"{words[0].upper()}{words[1:]}."
    )
    order.set_defaults(follow=follow)
    return order


def add_plan(order: argparse.ArgumentParser) -> None:
    """Add the file of the plan that an order is about."""
    order.add_argument("file", metavar="PLAN.sqlite", type=Path, help="el archivo del plan")


def add_output(
    order: argparse.ArgumentParser, name: str, words: str = "el archivo que se hará"
) -> None:
    """Add the file that an order makes; `name` shows how it may end."""
    order.add_argument("-o", dest="output", metavar=name, type=Path, required=True, help=words)


def month(label: str) -> Callable[[str], str]:
    """Return what reads a month as `2027-07`; `label` names it where it cannot be read."""

    def read(text: str) -> str:
        try:
            return Month(label).read(text)
        except UnreadableError as error:
            raise argparse.ArgumentTypeError(str(error).rstrip(".").lower()) from error

    return read


def read_plans(path: Path) -> tuple[Plan, ...]:
    """Return the plans of a file; raise `RefusedError` if it has none."""
    with PlanFile.open(path, read_only=True, with_plans=True) as file:
        return plans_in(file)


def read_units(path: Path) -> tuple[Plan, ...]:
    """Return the plans that units have written, as `units_in` does."""
    with PlanFile.open(path, read_only=True, with_plans=True) as file:
        return units_in(file)


def plans_in(file: PlanFile) -> tuple[Plan, ...]:
    """Return the plans of an open file; raise `RefusedError` if it has none."""
    plans = file.read()
    if not plans:
        raise RefusedError(f"El archivo “{file.path.name}” todavía no tiene ningún plan.")
    return plans


def units_in(file: PlanFile) -> tuple[Plan, ...]:
    """Return the plans that units have written: what the office gives to all is none of them."""
    own = plans_of_units(plans_in(file))
    if not own:
        raise RefusedError(
            f"El archivo “{file.path.name}” todavía no tiene el plan de ninguna unidad: es el "
            "material de Planificación."
        )
    return own


def write_new(path: Path, plans: Sequence[Plan]) -> None:
    """Make a file with these plans; nothing is left behind if it cannot be made whole."""
    with new_plan_file(path) as file:
        if not plans:
            raise UnreadableError("El archivo que se quiere traer no tiene ningún plan.")
        file.begin_with(plans)
