"""The order `poadesk consolidate`: the plans of units into the file of the planning office."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from poadesk.consolidating.batch import consolidate
from poadesk.consolidating.outcome import Accepted, Outcome
from poadesk.orders.asking import DONE, WITH_FINDINGS, add_order
from poadesk.planfile.plan_file import COPIES_BESIDE

_HEADINGS = {
    "new": "Nuevos",
    "updated": "Actualizados",
    "unchanged": "Sin cambios",
    "older": "Más antiguos que lo recibido",
}


def follow_consolidate(asked: argparse.Namespace) -> int:
    """Receive what was named and tell what became of it; return the exit status.

    Raises `CannotConsolidateError` or `PlanFileError`, and then the office's file is as it was.
    """
    copies = asked.file.absolute().parent / COPIES_BESIDE
    outcome = consolidate(asked.file, asked.sources, take_older=asked.take_older, copies=copies)
    if asked.json:
        print(json.dumps(as_json(outcome), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_in_words(outcome)))
    return DONE if outcome.is_clean else WITH_FINDINGS


def add_consolidate(orders: Any) -> None:
    """Add the order: the office's file, what goes into it and the options."""
    words = "junta los planes de las unidades en un archivo"
    order = add_order(orders, "consolidate", follow_consolidate, words)
    order.add_argument(
        "file",
        metavar="CONSOLIDADO.sqlite",
        type=Path,
        help="el archivo de la oficina, o uno nuevo",
    )
    order.add_argument(
        "sources",
        metavar="ARCHIVO_O_CARPETA",
        type=Path,
        nargs="+",
        help="lo que entregaron las unidades: planes, o carpetas con planes",
    )
    order.add_argument("--json", action="store_true", help="dice en JSON qué pasó con cada archivo")
    order.add_argument(
        "--take-older",
        action="store_true",
        help="toma también un plan más antiguo que el que ya se recibió",
    )


def as_json(outcome: Outcome) -> dict[str, list[dict[str, Any]]]:
    """Return what became of each file as other people's programs read it."""
    accepted = [
        {
            "file": _name(one.file),
            "unit": one.unit,
            "state": one.state,
            "taken": one.taken,
            "revision": one.revision,
            "code": one.code,
            "notes": list(one.notes),
        }
        for one in outcome.accepted
    ]
    rejected = [
        {"file": _name(one.file), "kind": one.kind, "reason": one.reason}
        for one in outcome.rejected
    ]
    return {"accepted": accepted, "rejected": rejected}


def _in_words(outcome: Outcome) -> Iterator[str]:
    for state, heading in _HEADINGS.items():
        group = [one for one in outcome.accepted if one.state == state]
        if group:
            yield f"{heading} ({len(group)})"
            for one in group:
                yield from _told(one)
    if outcome.rejected:
        yield f"No se recibieron ({len(outcome.rejected)})"
        for refused in outcome.rejected:
            yield f"  - {_name(refused.file)}"
            yield f"    {_shown(refused.reason)}"
    if not outcome.accepted:
        yield "No se recibió ningún plan."


def _told(one: Accepted) -> Iterator[str]:
    unit = one.unit.strip() or "Plan sin unidad"
    yield f"  - {_shown(unit)}, revisión {one.revision}, código {one.code}"
    yield f"    {_name(one.file)}"
    for note in one.notes:
        yield f"    {_shown(note)}"


def _name(path: Path) -> str:
    """Return a path as text that every terminal takes: not every system names in UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _shown(text: str) -> str:
    """Return words from a foreign file in one line, without signs that steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
