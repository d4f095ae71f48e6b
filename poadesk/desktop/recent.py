"""The plans opened lately, newest first, as the start page shows them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from poadesk.desktop.places import settings

_KEPT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan opened lately: where it is, its title with the year, its unit and when."""

    path: str
    title: str
    unit: str
    when: str


def recent_plans() -> list[Recent]:
    """Return the plans opened lately, newest first; an unreadable list counts as empty."""
    try:
        return [Recent(**entry) for entry in json.loads(str(settings().value("recent", "[]")))]
    except (ValueError, TypeError):
        return []


def remember(path: Path, title: str, unit: str) -> None:
    """Put a plan at the head of the list."""
    new = Recent(str(path), title, unit, datetime.now().strftime("%d/%m/%Y %H:%M"))
    others = [recent for recent in recent_plans() if recent.path != new.path]
    store = settings()
    store.setValue("recent", json.dumps([asdict(recent) for recent in [new, *others][:_KEPT]]))
    store.sync()
