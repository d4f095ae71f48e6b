"""The words of a Hunspell dictionary, looked up in its sorted lines.

spylls makes an object of each of the seventy thousand words, which takes most of a second and
sixty megabytes. Here it is given the few lines that a question is about, to read as it reads all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spylls.hunspell.data.dic import Dic, Word
from spylls.hunspell.readers import read_dic

from poadesk.writing.sorted_lines import SortedLines

_NOT_THE_COUNT = 2  # spylls takes what stands in the first line for the number of words


class WordList(Dic):
    """Stands for the words in a `.dic` file where `Lookup` asks for them.

    The lines of the file stand in the order of their bytes.
    """

    def __init__(self, path: Path, affixes: Any, context: Any) -> None:
        super().__init__(words=[])
        self._affixes, self._context = affixes, context
        _, _, words = path.read_bytes().partition(b"\n")
        self._lines = SortedLines(words)
        self._by_lower = self._shouted()

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[Word]:
        """Return the words with this stem, or with `ignorecase` those that are it in small."""
        if ignorecase:
            return self._read(self._by_lower.get(stem, ()))
        return self._read(self._lines.of(stem.encode("utf-8", "surrogateescape")))

    def _read(self, lines: Sequence[bytes]) -> list[Word]:
        if not lines:
            return []
        numbered = ((_NOT_THE_COUNT, line.decode("utf-8", "surrogateescape")) for line in lines)
        return list(read_dic(numbered, aff=self._affixes, context=self._context).words)

    def _shouted(self) -> dict[str, list[bytes]]:
        """Return {in small letters: lines} of the words with a capital after their first letter.

        Others are found as they are: `Lookup` tries a word in capitals also in small letters, and
        with a capital at its head.
        """
        found = defaultdict(list)
        for line in map(bytes.rstrip, self._lines):
            stem = line.partition(b"/")[0].decode("utf-8", "surrogateescape")
            if stem[1:] != stem[1:].lower():
                found[stem.lower()].append(line)
        return dict(found)
