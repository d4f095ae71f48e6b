"""Where the words of a plan stand on its printed pages."""

from __future__ import annotations

from typing import NamedTuple

# Points between two pieces of the same row, one under the other, that are marked as one.
_NEAR = 12.0


class PaperPlace(NamedTuple):
    """A rectangle on a page (from 1), in points from the lower left corner of the sheet."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class PaperPlaces:
    """Collects, while a plan is drawn, where its rows stand and where its parts begin.

    `rows` is {id of a row, or name of a field of the plan itself: its places in the order of the
    pages}, `parts` is {name of a part: its first page}.
    """

    def __init__(self) -> None:
        self.rows: dict[str, list[PaperPlace]] = {}
        self.parts: dict[str, int] = {}

    def add(self, row_id: str, place: PaperPlace) -> None:
        """Note a place of a row; what continues the place before it makes that one larger."""
        places = self.rows.setdefault(row_id, [])
        if places and _goes_on(places[-1], place):
            places[-1] = places[-1]._replace(bottom=min(places[-1].bottom, place.bottom))
        else:
            places.append(place)

    def in_part(self, row_id: str, part: str) -> list[PaperPlace]:
        """Return the places of a row within a part, or all of them where it has none there."""
        places = self.rows.get(row_id, [])
        first = self.parts.get(part, 0)
        after = [page for page in self.parts.values() if page > first]
        last = min(after, default=0) - 1
        return [p for p in places if first <= p.page and (last < 0 or p.page <= last)] or places


def _goes_on(above: PaperPlace, below: PaperPlace) -> bool:
    same_column = above.page == below.page and above.left == below.left
    return same_column and abs(above.bottom - below.top) <= _NEAR
