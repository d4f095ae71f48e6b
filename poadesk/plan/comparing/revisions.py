"""The revisions of a plan that its file has kept, and what they are called."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import datetime

from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.model import Delivery, Plan
from poadesk.quick_dataclass import dataclass

CURRENT_NAME = "el plan como está ahora"
APPROVED = "approved"
# What happened to a revision; of the same content the later word in this order is told.
_EVENTS = {"sent": "enviada", "received": "recibida", "returned": "devuelta", APPROVED: "aprobada"}


@dataclass(frozen=True, slots=True)
class KeptRevision:
    """A revision of which the file keeps the content: `name` says which it is in a few words."""

    digest: str
    revision: int
    event: str
    name: str


def kept_revisions(plan: Plan, kept: Container[str]) -> tuple[KeptRevision, ...]:
    """Return the revisions of a plan whose digests are `kept`, the latest first, each once."""
    told: dict[str, Delivery] = {}
    for one in sorted(plan.deliveries, key=lambda one: (one.position, one.at)):
        if one.digest in kept and one.event in _EVENTS:
            before = told.pop(one.digest, None)
            told[one.digest] = one if before is None or _rank(one) >= _rank(before) else before
    return tuple(_kept(one) for one in reversed(told.values()))


def approved_among(revisions: Iterable[KeptRevision]) -> KeptRevision | None:
    """Return the revision that was approved last, or None."""
    return next((one for one in revisions if one.event == APPROVED), None)


def compared_at_first(revisions: Sequence[KeptRevision]) -> KeptRevision | None:
    """Return the revision with which a plan is compared unless another is asked for."""
    return approved_among(revisions) or next(iter(revisions), None)


def _rank(one: Delivery) -> int:
    return list(_EVENTS).index(one.event)


def _kept(one: Delivery) -> KeptRevision:
    day = _day(one.at)
    name = f"{one.revision}.ª revisión, {_EVENTS[one.event]}{f' el {day}' if day else ''}"
    return KeptRevision(one.digest, one.revision, one.event, name)


def _day(at: str) -> str:
    """Return `12 nov 2026`, or "" for what is no moment."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return f"{moment.day} {MONTH_NAMES[moment.month - 1][:3]} {moment.year}"
