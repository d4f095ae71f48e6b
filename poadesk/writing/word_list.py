"""The words of a Hunspell dictionary, looked up in its sorted lines.

spylls makes an object of each of the seventy thousand words, which takes most of a second and
sixty megabytes. Here it is given the few lines that a question is about, to read as it reads all.
"""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spylls.hunspell.data.dic import Dic, Word
from spylls.hunspell.readers import read_dic

_TOGETHER = 32  # lines that are searched one by one
_AFTER_THE_STROKE = b"0"  # what follows `/` in the order of bytes
_NOT_THE_COUNT = 2  # spylls takes what stands in the first line for the number of words


class WordList(Dic):
    """Stands for the words in a `.dic` file where `Lookup` asks for them.

    The lines of the file stand in the order of their bytes.
    """

    def __init__(self, path: Path, affixes: Any, context: Any) -> None:
        super().__init__(words=[])
        self._affixes, self._context = affixes, context
        _, _, self._text = path.read_bytes().partition(b"\n")
        # Every so many lines one of them, and where it begins.
        self._heads: list[bytes] = []
        self._begins: list[int] = []
        # {in small letters: lines} of the words with a capital after their first letter. Others
        # are found as they are: `Lookup` tries a word in capitals also in small letters, and with
        # a capital at its head.
        self._by_lower: dict[str, list[bytes]] = defaultdict(list)
        self._read_through()

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[Word]:
        """Return the words with this stem, or with `ignorecase` those that are it in small."""
        if ignorecase:
            return self._read(self._by_lower.get(stem, ()))
        return self._read(self._lines_of(stem.encode("utf-8", "surrogateescape")))

    def _lines_of(self, stem: bytes) -> list[bytes]:
        """Return the lines with a stem alone, or with its flags after a stroke."""
        first = bisect_right(self._heads, stem) - 1
        behind = bisect_left(self._heads, stem + _AFTER_THE_STROKE)
        begin = self._begins[max(first, 0)]
        end = self._begins[behind] if behind < len(self._begins) else len(self._text)
        lines = self._text[begin:end].splitlines()
        return [line for line in lines if line == stem or line.startswith(stem + b"/")]

    def _read(self, lines: Sequence[bytes]) -> list[Word]:
        if not lines:
            return []
        numbered = ((_NOT_THE_COUNT, line.decode("utf-8", "surrogateescape")) for line in lines)
        return list(read_dic(numbered, aff=self._affixes, context=self._context).words)

    def _read_through(self) -> None:
        begin = 0
        for number, line in enumerate(io.BytesIO(self._text)):
            if number % _TOGETHER == 0:
                self._heads.append(line.rstrip())
                self._begins.append(begin)
            begin += len(line)
            stem = line.rstrip().partition(b"/")[0].decode("utf-8", "surrogateescape")
            if stem[1:] != stem[1:].lower():
                self._by_lower[stem.lower()].append(line.rstrip())
