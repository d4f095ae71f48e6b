"""Lines in the order of their bytes, looked up by the word that stands before their first stroke.

They stay one piece of text: an object for each line would take several times the room.
"""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_TOGETHER = 32  # lines that are searched one by one
_AFTER_THE_STROKE = b"0"  # what follows `/` in the order of bytes


class SortedLines:
    """Lines such as `casa` and `cobrar/REGD`; what follows the stroke may be anything."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        # Every so many lines one of them, and where it begins.
        self._heads: list[bytes] = []
        self._begins: list[int] = []
        begin = 0
        for number, line in enumerate(self):
            if number % _TOGETHER == 0:
                self._heads.append(line.rstrip())
                self._begins.append(begin)
            begin += len(line)

    def __iter__(self) -> Iterator[bytes]:
        """Yield every line with its end."""
        return iter(io.BytesIO(self._text))

    def of(self, word: bytes) -> list[bytes]:
        """Return the lines of a word."""
        first = max(bisect_right(self._heads, word) - 1, 0)
        behind = bisect_left(self._heads, word + _AFTER_THE_STROKE)
        ends = [*self._begins[behind : behind + 1], len(self._text)]
        lines = self._text[self._begins[first] : ends[0]].splitlines()
        return [line for line in lines if line == word or line.startswith(word + b"/")]
