"""Patterns that fill a row of the cronograma: every so many months, or a target shared evenly.

A place is a column of the grid: a month, or a week where the plan is kept by weeks. What a fill
returns maps each place it changes to thousandths; 0 clears it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from poadesk.plan.schedule import MARK
from poadesk.quick_dataclass import dataclass

Filling = dict[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """What an activity has: {place: thousandths}, all it plans, and its annual target."""

    values: Mapping[int, int] = field(default_factory=dict)
    total: int = 0
    target: int | None = None
    has_unit: bool = False

    def missing(self, span: range) -> int:
        """Return the thousandths of the target that the places outside `span` leave over."""
        inside = sum(self.values.get(place, 0) for place in span)
        return (self.target or 0) - (self.total - inside)


def spread(total: int, count: int) -> tuple[int, ...]:
    """Share `total` thousandths among `count` places so that the shares add up to it exactly.

    They differ by one at most, the larger ones evenly among the others: by a whole unit when the
    total is whole, else by a thousandth. Raises ValueError without places or below zero.
    """
    if count < 1 or total < 0:
        raise ValueError(f"cannot share {total} among {count} places")
    unit = 1 if total % MARK else MARK
    units = total // unit
    return tuple((units * (at + 1) // count - units * at // count) * unit for at in range(count))


def places_every(period: int, span: range, whole: bool) -> tuple[int, ...]:
    """Return one place of each `period`: its last one in a whole row, its first in a range.

    So a whole year is filled at the end of its quarters, and a range from its own beginning.
    """
    if not whole:
        return tuple(span[::period])
    return tuple(span[period - 1 :: period]) or tuple(span[-1:])


def at_places(line: Line, span: range, places: Sequence[int]) -> Filling:
    """Fill these places and clear the rest of `span`.

    They share what is missing to the target where that is a whole unit or more for each of them;
    else each keeps its quantity, or is marked.
    """
    missing = line.missing(span)
    if line.has_unit and missing >= len(places) * MARK:
        shares = spread(missing, len(places))
    else:
        shares = tuple(line.values.get(place, MARK) for place in places)
    return {**dict.fromkeys(span, 0), **dict(zip(places, shares, strict=True))}


def places_to_share(line: Line, span: range, whole: bool) -> tuple[int, ...]:
    """Return where a target is shared: in all of a range; in a whole row, where it is marked.

    A single marked month says nothing yet: then the whole row is meant.
    """
    marked = tuple(place for place in span if place in line.values)
    return marked if whole and len(marked) > 1 else tuple(span)


def shared_target(line: Line, span: range, places: Sequence[int]) -> Filling:
    """Share among `places` of `span` what is missing to the target; empty if nothing is."""
    missing = line.missing(span)
    if missing <= 0:
        return {}
    shares = spread(missing, len(places))
    return {**dict.fromkeys(span, 0), **dict(zip(places, shares, strict=True))}


def copied(above: Line, line: Line, span: range) -> Filling:
    """Copy the row above; what has no unit of measure takes marks instead of its quantities."""
    return {
        place: (above.values[place] if line.has_unit else MARK) if place in above.values else 0
        for place in span
    }


def cleared(span: range) -> Filling:
    """Clear all of `span`."""
    return dict.fromkeys(span, 0)
