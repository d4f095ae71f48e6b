"""Plans as JSON for other people's programs, in the shape of the README's exchange format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from poadesk.plan.fields import UnreadableError
from poadesk.plan.json_reading import read_plans
from poadesk.plan.json_values import Repeated
from poadesk.plan.json_writing import FORMAT, VERSION, plan_object, written
from poadesk.plan.model import Plan

_NOT_OURS = "Este archivo no es un plan de poadesk."


def to_json(plans: Sequence[Plan]) -> str:
    """Write plans with all their ids; equal plans give equal text."""
    objects = [plan_object(plan) for plan in plans]
    return written({"format": FORMAT, "version": VERSION, "plans": objects}) + "\n"


def from_json(text: str | bytes) -> tuple[Plan, ...]:
    """Read plans back, numbered 0, 1, 2 ... among their siblings; missing ids are made.

    Raises `UnreadableError` with one Spanish sentence that names the place in words.
    """
    document = _parsed(text)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadableError(_NOT_OURS)
    version = document.get("version")
    if not isinstance(version, Decimal) or not version.is_finite() or version < 1:
        raise UnreadableError(_NOT_OURS)
    if version > VERSION:
        raise UnreadableError(
            "Este archivo se hizo con una versión más nueva de poadesk: instálela para leerlo."
        )
    return read_plans(document)


def _parsed(text: str | bytes) -> Any:
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=lambda _: Decimal("NaN"),
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as error:
        raise UnreadableError(_NOT_OURS) from error
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"El archivo no se puede leer: algo está mal escrito en la línea {error.lineno}."
        ) from error
    except RecursionError as error:
        raise UnreadableError(_NOT_OURS) from error


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of many digits
        return Decimal("NaN")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    counts = Counter(key for key, _ in pairs)
    return Repeated(next(key for key, count in counts.items() if count > 1))
