"""The words of a Hunspell dictionary, looked up in its sorted lines.

spylls makes an object of each of the seventy thousand words, which takes most of a second and
sixty megabytes. Here it is given the few lines that a question is about, to read as it reads all.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spylls.hunspell.data.dic import Dic, Word
from spylls.hunspell.readers import read_dic
from spylls.hunspell.readers.file_reader import BaseReader

_NOT_THE_COUNT = 2  # spylls takes what stands in the first line for the number of words


class WholeFile(BaseReader):
    """A file read at once, for spylls leaves open the files that it reads by itself."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        super().__init__(self._decoded("utf-8"))

    def reset_encoding(self, encoding: str) -> None:
        self.reset_io(self._decoded(encoding))

    def _decoded(self, encoding: str) -> io.StringIO:
        return io.StringIO(self._bytes.decode(encoding, "surrogateescape"))


class WordList(Dic):
    """Stands for the words in a `.dic` file where `Lookup` asks for them."""

    def __init__(self, path: Path, affixes: Any, context: Any) -> None:
        super().__init__(words=[])
        self._affixes, self._context = affixes, context
        _, *lines = path.read_bytes().splitlines()
        self._lines = sorted(line.strip() for line in lines)
        self._by_lower = self._shouted()

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[Word]:
        """Return the words with this stem, or with `ignorecase` those that are it in small."""
        if ignorecase:
            return self._read(self._by_lower.get(stem, ()))
        return self._read(list(self._lines_of(stem.encode("utf-8", "surrogateescape"))))

    def _lines_of(self, stem: bytes) -> Iterator[bytes]:
        for beginning, is_whole in ((stem, True), (stem + b"/", False)):
            at = bisect_left(self._lines, beginning)
            while at < len(self._lines) and (
                self._lines[at] == stem if is_whole else self._lines[at].startswith(beginning)
            ):
                yield self._lines[at]
                at += 1

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
        for line in self._lines:
            stem = line.partition(b"/")[0].decode("utf-8", "surrogateescape")
            if stem[1:] != stem[1:].lower():
                found[stem.lower()].append(line)
        return dict(found)
