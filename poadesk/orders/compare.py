"""The order `poadesk compare`: how two revisions of a plan differ, as PDF or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from poadesk.orders.asking import DONE, RefusedError, add_order, add_output, add_plan
from poadesk.output import refuse_plan, write_whole
from poadesk.plan.comparing import Comparison, compared
from poadesk.plan.comparing.revisions import (
    APPROVED,
    CURRENT_NAME,
    KeptRevision,
    approved_among,
    compared_at_first,
    kept_revisions,
)
from poadesk.plan.file_names import shown_name
from poadesk.plan.folding import folded
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.options import PAPERS

Named = tuple[Plan, str]


def add_compare(orders: Any) -> None:
    """Add the order: what is compared with what, and on which paper."""
    order = add_order(orders, "compare", _compare, "muestra qué cambió entre dos revisiones")
    add_plan(order)
    order.add_argument(
        "--old",
        metavar="REVISIÓN|approved",
        help="el número de la revisión de antes, o approved por la aprobada; "
        "si no se dice, la aprobada o la última entregada",
    )
    order.add_argument(
        "--with",
        dest="other",
        type=Path,
        metavar="OTRO.sqlite",
        help="otro archivo con el mismo plan, que se muestra como lo de ahora",
    )
    order.add_argument("--unit", metavar="UNIDAD", help="cuál unidad, si el archivo tiene varias")
    order.add_argument("--paper", choices=PAPERS, default="carta", help="el tamaño del papel")
    add_output(order, "DESTINO.pdf|.json")


def _compare(asked: argparse.Namespace) -> int:
    refuse_plan(asked.output)
    write_whole(asked.output, _comparison_bytes(asked))
    return DONE


def _comparison_bytes(asked: argparse.Namespace) -> bytes:
    """Return the comparison that was asked for, in the form that the name of its file tells."""
    write = _writer(asked.output)
    with PlanFile.open(asked.file, read_only=True, with_plans=True) as file:
        plan = _chosen(file, asked.file, asked.unit)
        if asked.other is None:
            old, new = _kept(file, plan, asked.old or ""), (plan, CURRENT_NAME)
        else:
            own = _kept(file, plan, asked.old) if asked.old else (plan, _name_of(asked.file))
            old, new = own, _from(asked.other, plan, asked.unit)
    return write(compared(old[0], new[0]), (old[1], new[1]), asked)


def _chosen(file: PlanFile, path: Path, unit: str | None) -> Plan:
    """Return the plan that is compared: the only one of the file, or that of the unit."""
    plans = plans_of_units(file.read())
    if not plans:
        raise RefusedError(f"El archivo “{path.name}” no tiene el plan de ninguna unidad.")
    if unit is None and len(plans) > 1:
        raise RefusedError(
            f"“{path.name}” tiene los planes de {len(plans)} unidades: "
            "diga cuál con --unit y su nombre."
        )
    found = [one for one in plans if unit is None or folded(one.unit) == folded(unit)]
    if not found:
        raise RefusedError(f"“{path.name}” no tiene ninguna unidad “{unit}”.")
    return found[0]


def _kept(file: PlanFile, plan: Plan, asked: str) -> Named:
    """Return a kept revision of a plan with its name."""
    wanted = _wanted(kept_revisions(plan, file.kept_digests()), asked)
    content = file.revision(wanted.digest)
    if content is None:
        raise RefusedError(f"El archivo ya no guarda la {wanted.name}: elija otra revisión.")
    return content, wanted.name


def _wanted(kept: Sequence[KeptRevision], asked: str) -> KeptRevision:
    if not kept:
        raise RefusedError(
            "Este plan todavía no se ha entregado, así que no hay una revisión de antes: "
            "entréguelo, o diga otro archivo con --with."
        )
    if asked == APPROVED:
        found = approved_among(kept)
        if found is None:
            raise RefusedError("Este plan todavía no ha sido aprobado.")
        return found
    if not asked:
        return compared_at_first(kept) or kept[0]
    if not asked.isdecimal():
        raise RefusedError(f"“{asked}” no es una revisión: escriba su número, o approved.")
    match = [one for one in kept if one.revision == int(asked)]
    if not match:
        numbers = ", ".join(sorted({str(one.revision) for one in kept}))
        raise RefusedError(f"No hay una revisión {asked}. Las que hay: {numbers}.")
    return match[0]


def _from(path: Path, plan: Plan, unit: str | None) -> Named:
    """Return the plan of another file that is the same, or else its only one, with its name."""
    with PlanFile.open(path, read_only=True, with_plans=True) as file:
        same = [one for one in file.read() if one.id == plan.id]
        return (same[0] if same else _chosen(file, path, unit)), _name_of(path)


def _name_of(path: Path) -> str:
    return f"el archivo “{shown_name(path.name)}”"


_Write = Callable[[Comparison, tuple[str, str], argparse.Namespace], bytes]


def _writer(target: Path) -> _Write:
    writers: dict[str, _Write] = {".json": _json, ".pdf": _pdf}
    try:
        return writers[target.suffix.casefold()]
    except KeyError:
        raise RefusedError(
            f"“{target.name}” debe terminar en .pdf o .json para saber qué hacer."
        ) from None


def _json(found: Comparison, names: tuple[str, str], asked: argparse.Namespace) -> bytes:
    from poadesk.plan.comparison_json import comparison_json

    return comparison_json(found, names).encode("utf-8")


def _pdf(found: Comparison, names: tuple[str, str], asked: argparse.Namespace) -> bytes:
    from poadesk.printing.comparison_paper import build_comparison
    from poadesk.printing.report_options import ReportOptions

    return build_comparison(found, names, ReportOptions(asked.paper))
