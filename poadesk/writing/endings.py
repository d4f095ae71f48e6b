"""The endings of a Hunspell dictionary, looked up in its lines.

spylls makes an object with two patterns of each of the seven thousand endings, which takes a
quarter of a second and ten megabytes. Here it makes those of the words it is asked about.
"""

from __future__ import annotations

import io
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spylls.hunspell.data.aff import Aff, Suffix
from spylls.hunspell.readers.aff import make_affix, read_aff
from spylls.hunspell.readers.file_reader import BaseReader

from poadesk.writing.sorted_lines import SortedLines

_SUFFIX = "SFX"


class Lines(BaseReader):
    """Lines for spylls to read, which leaves open the files that it reads by itself."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._text = "\n".join(lines)
        super().__init__(io.StringIO(self._text))

    def reset_encoding(self, encoding: str) -> None:
        self.reset_io(io.StringIO(self._text))


class Endings:
    """Stands for the suffixes of a `.aff` file where `Lookup` asks for those of a word."""

    def __init__(self, lines: Iterable[str], context: Any) -> None:
        self._context = context
        self._joins: dict[str, str] = {}
        self._made: dict[str, list[Suffix]] = {}
        found: list[str] = []
        for line in lines:
            _, flag, first, *rest = line.split()
            if flag in self._joins:
                found.append(f"{_letters(rest[0])}/{line}")
            else:  # the first line of a flag says whether its words may have a prefix too
                self._joins[flag] = first
        self._lines = SortedLines("\n".join(sorted(found)).encode())
        # Of each ending only its hash, which takes a tenth of the room: most are not asked for.
        self._known = array("q", sorted({hash(line.partition("/")[0]) for line in found}))

    def lookup(self, backwards: str) -> Iterator[Suffix]:
        """Yield the suffixes that a word may have, the shortest first; it is told backwards."""
        word = backwards[::-1]
        for at in range(len(word), -1, -1):
            yield from self._with(word[at:])

    def _with(self, ending: str) -> list[Suffix]:
        if not self._may_be_known(hash(ending)):
            return []
        if ending not in self._made:
            lines = self._lines.of(ending.encode())
            self._made[ending] = [self._suffix(line.decode()) for line in lines]
        return self._made[ending]

    def _may_be_known(self, hashed: int) -> bool:
        at = bisect_left(self._known, hashed)
        return at < len(self._known) and self._known[at] == hashed

    def _suffix(self, line: str) -> Suffix:
        kind, flag, *rest = line.partition("/")[2].split()
        return make_affix(kind, flag, self._joins[flag], flag, *rest, context=self._context)


def read_affixes(path: Path) -> tuple[Aff, Any]:
    """Return what a `.aff` file in UTF-8 holds, and what its flags are.

    Raises OSError and ValueError.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    affixes, context = read_aff(Lines(line for line in lines if not line.startswith(_SUFFIX)))
    affixes.suffixes_index = Endings((one for one in lines if one.startswith(_SUFFIX)), context)
    return affixes, context


def _letters(ending: str) -> str:
    """Return what is written of an ending: `0` stands for nothing, a stroke begins its flags."""
    letters = ending.partition("/")[0]
    return "" if letters == "0" else letters
