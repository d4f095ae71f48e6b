"""Moments as a person says them: `10:42`, `ayer, 8:20`, `12 nov, 8:20`."""

from __future__ import annotations

from datetime import datetime, timedelta

from poadesk.plan.calendar import MONTH_NAMES

_LENGTH = len("2026-11-20 10:42")


def said(at: str, now: datetime) -> str:
    """Say a moment kept as `2026-11-20 10:42`; what cannot be read is said as it is."""
    try:
        moment = _moment(at)
    except ValueError:
        return at
    time = f"{moment.hour}:{moment.minute:02d}"
    if moment.date() == now.date():
        return time
    if moment.date() == (now - timedelta(days=1)).date():
        return f"ayer, {time}"
    day = f"{moment.day} {MONTH_NAMES[moment.month - 1][:3]}"
    return f"{day}, {time}" if moment.year == now.year else f"{day} {moment.year}"


def day_said(at: str, now: datetime) -> str:
    """Say on which day something was: `hoy, 8:20`, `ayer`, `3 nov`, `3 nov 2025`."""
    try:
        moment = _moment(at[:16])
    except ValueError:
        return at
    if moment.date() == now.date():
        return f"hoy, {moment.hour}:{moment.minute:02d}"
    if moment.date() == (now - timedelta(days=1)).date():
        return "ayer"
    day = f"{moment.day} {MONTH_NAMES[moment.month - 1][:3]}"
    return day if moment.year == now.year else f"{day} {moment.year}"


def _moment(at: str) -> datetime:
    """Read a moment, without `strptime`, which the start page would have to load for one line."""
    if len(at) != _LENGTH:
        raise ValueError(f"no moment: {at}")
    return datetime.fromisoformat(at)
