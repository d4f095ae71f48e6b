"""How the width of the window is shared among the columns of the tracking grid; row heights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from poadesk.quick_dataclass import dataclass
from poadesk.tracking.screen.rows import Kind, TrackingRow
from poadesk.tracking.screen.words import amount_words
from poadesk.widgets.grid_text import longest_number, text_width, wrapped
from poadesk.widgets.theme import theme

ROLES = {"objective": "strong", "goal": "button", "activity": "grid"}
_LEAST_NAMES, _LEAST_NAMES_NARROW, _MOST_NAMES = 298, 214, 520
_NARROW = 860
_LEAST_MONTH, _MOST_MONTH = 32, 49
_TIGHT = 36
_LEAST_SUM, _PROGRESS, _PROGRESS_NARROW = 60, 119, 108
_MOST_NUMBER, _MOST_WORD = 120, 150
_BEFORE_LINE_WORDS = 8
_LEAST_HEIGHT = {"objective": 32, "goal": 30, "activity": 55}
_ROOM = {"objective": 12, "goal": 10, "activity": 10}


@dataclass(frozen=True, slots=True)
class Measures:
    """Widths in pixels: names, one month, sums and progress; where texts begin in the names."""

    names: int = _LEAST_NAMES
    column: int = _LEAST_MONTH
    sum: int = _LEAST_SUM
    progress: int = _PROGRESS
    total: int = 800
    margin: int = 24
    text_left: int = 68
    word_left: int = 240

    @property
    def right(self) -> int:
        """Return the width of sums and progress together."""
        return self.sum + self.progress

    @property
    def tight(self) -> bool:
        """Say whether a month is so narrow that its numbers take smaller letters."""
        return self.column < theme().px(_TIGHT)

    def text_width(self, kind: str) -> int:
        """Return the room for the text of a row; headings run on over the whole grid."""
        before_words = self.word_left - theme().px(_BEFORE_LINE_WORDS)
        end = before_words if kind == "activity" else self.total - self.margin
        return max(40, end - self.text_left)

    def lines(self, row: TrackingRow) -> tuple[str, ...]:
        """Return the lines in which the text of a row is painted."""
        return wrapped(row.text or "Sin escribir", ROLES[row.kind], self.text_width(row.kind))

    def number_lines(self, row: TrackingRow) -> tuple[str, ...]:
        """Return the lines of a row's number; only long codes given by hand take more than one."""
        return wrapped(row.number, ROLES[row.kind], self.text_left - self.margin - theme().px(6))

    def height(self, row: TrackingRow) -> int:
        """Return how high a row must be for all of its text."""
        count = max(len(self.lines(row)), len(self.number_lines(row)))
        least = theme().px(_LEAST_HEIGHT[row.kind])
        text = count * theme().line_height(ROLES[row.kind])
        return least if text < least else text + theme().px(_ROOM[row.kind])


@dataclass(frozen=True, slots=True)
class Longest:
    """The widths in pixels of the longest amount of a month, sum, number and word of the lines."""

    month: int
    sum: int
    number: int
    word: int

    def or_wider(self, other: Longest) -> Longest:
        """Return what has room for both."""
        return Longest(
            max(self.month, other.month),
            max(self.sum, other.sum),
            max(self.number, other.number),
            max(self.word, other.word),
        )


def longest_of(kind: Kind, rows: Sequence[TrackingRow]) -> Longest:
    """Return how wide the contents of the columns are, whatever room the grid has."""
    number = longest_number((row.number, ROLES[row.kind]) for row in rows)
    month = round(_longest(kind, rows)) + 6
    return Longest(month, _sum_width(kind, rows), round(number), _longest_word(rows))


def measured(total: int, margin: int, months: int, kind: Kind, longest: Longest) -> Measures:
    """Share `total` pixels: months shrink from 49 to 32 pixels before anything scrolls.

    A month is never narrower than the longest amount of the plan, nor the names than its longest
    word, unless that is no word of a language.
    """
    px = theme().px
    is_narrow = total < px(_NARROW)
    text_left = margin + min(max(px(42), longest.number + px(10)), px(_MOST_NUMBER))
    words = max(text_width(word, "label") for word in (kind.upper_word, kind.lower_word))
    after_text = px(_BEFORE_LINE_WORDS) + round(words) + px(9)
    least_names = max(
        px(_LEAST_NAMES_NARROW if is_narrow else _LEAST_NAMES),
        text_left + min(longest.word, px(_MOST_WORD)) + after_text,
    )
    progress = px(_PROGRESS_NARROW if is_narrow else _PROGRESS)
    sums, months = longest.sum, max(1, months)
    room = total - sums - progress
    least = max(px(_LEAST_MONTH), longest.month)
    column = max(min((room - least_names) // months, px(_MOST_MONTH)), least)
    names = min(max(room - column * months, least_names), px(_MOST_NAMES))
    column = max(column, (room - names) // months)
    # What a whole number of months leaves over goes to the names, so that the sums end flush.
    names = max(names, room - column * months)
    word_left = names - round(words) - px(9)
    return Measures(names, column, sums, progress, total, margin, text_left, word_left)


def _longest_word(rows: Sequence[TrackingRow]) -> int:
    role = ROLES["activity"]
    words = {word for row in rows if row.activity is not None for word in row.text.split()}
    return ceil(max((text_width(word, role) for word in words), default=0))


def _longest(kind: Kind, rows: Sequence[TrackingRow]) -> float:
    longest = 0.0
    for field in (kind.upper, kind.lower):
        values: set[int] = set()
        values.update(*(row.amounts(field).values() for row in rows if row.activity is not None))
        longest = max(longest, _widest(values, field, "label"))
    return longest


def _sum_width(kind: Kind, rows: Sequence[TrackingRow]) -> int:
    sums = {value for row in rows if row.activity is not None for value in row.sums(kind)}
    longest = _widest(sums, kind.lower, "strong")
    return max(theme().px(_LEAST_SUM), round(longest) + theme().px(20))


def _widest(values: Iterable[int | None], field: str, role: str) -> float:
    """Return the width of the longest amount: the largest of those with as many decimals."""
    largest: dict[int, int] = {}
    for value in values:
        if value is not None:
            decimals = (value % 1000 > 0) + (value % 100 > 0) + (value % 10 > 0)
            largest[decimals] = max(value, largest.get(decimals, 0))
    return longest_number((amount_words(value, field), role) for value in largest.values())
