"""The plan year: its months from the plan's own first month, their names and quarters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

MONTH_NAMES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def months(first_month: str, count: int) -> tuple[str, ...]:
    """Return `count` months as `2027-01`, from the first one on."""
    return tuple(shifted(first_month, step) for step in range(count))


def shifted(month: str, by: int) -> str:
    """Return the month that lies `by` months later (or earlier, if negative)."""
    year, number = int(month[:4]), int(month[5:7])
    year, index = divmod(year * 12 + number - 1 + by, 12)
    return f"{year:04d}-{index + 1:02d}"


def has_ended(month: str, today: date) -> bool:
    """Say whether a month is over on a day."""
    return month < month_of(today)


def month_of(day: date) -> str:
    """Return the month of a day: the 5th of March 2027 -> `2027-03`."""
    return f"{day.year:04d}-{day.month:02d}"


def name(month: str) -> str:
    """Return the Spanish name of a month: `2027-03` -> `marzo`."""
    return MONTH_NAMES[int(month[5:7]) - 1]


def short_name(month: str) -> str:
    """Return the three letters that head a column: `2027-03` -> `MAR`."""
    return name(month)[:3].upper()


def year(month: str) -> str:
    """Return the year of a month, as text."""
    return month[:4]


def name_with_year(month: str) -> str:
    """Return a month as in a sentence: `2027-03` -> `marzo de 2027`."""
    return f"{name(month)} de {year(month)}"


def from_to(months_of_plan: Sequence[str]) -> str:
    """Say the first and the last of months: `enero a junio de 2027`, with both years if two."""
    first, last = months_of_plan[0], months_of_plan[-1]
    begins = name(first) if year(first) == year(last) else name_with_year(first)
    return f"{begins} a {name_with_year(last)}"


def years(months_of_plan: Iterable[str]) -> tuple[str, ...]:
    """Return the years that the months touch, in order."""
    return tuple(dict.fromkeys(year(month) for month in months_of_plan))


def label_of_years(months_of_plan: Iterable[str]) -> str:
    """Return the years as a plan's label: `2027`, or `2027-2028` where it spans two."""
    touched = years(months_of_plan)
    return touched[0] if len(touched) == 1 else f"{touched[0]}-{touched[-1]}"


def quarters(months_of_plan: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the months in threes, counted from the plan's first month."""
    return tuple(months_of_plan[at : at + 3] for at in range(0, len(months_of_plan), 3))


def same_month_within(month: str, window: tuple[str, ...]) -> str | None:
    """Return the month of `window` with the same name as `month`, if there is just one."""
    same = [candidate for candidate in window if candidate[5:] == month[5:]]
    return same[0] if len(same) == 1 else None


def span(marked: Iterable[str]) -> str:
    """Say from which month to which: `enero – diciembre`, `marzo`, or with years if two."""
    ordered = sorted(marked)
    if not ordered:
        return ""
    first, last = ordered[0], ordered[-1]
    if first == last:
        return name(first).capitalize()
    if year(first) == year(last):
        return f"{name(first).capitalize()} – {name(last)}"
    return f"{name(first).capitalize()} {year(first)} – {name(last)} {year(last)}"
