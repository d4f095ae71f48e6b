"""A list that was copied elsewhere: its lines, without the marks and numbers before them."""

from __future__ import annotations

import re

# Also those of word processors, which keep them in the private area of their own symbol fonts.
_BULLET = re.compile("\\s*(?:[•●▪◦‣·○■□►➢✓✔*–—\uf0b7\uf0a7\uf0d8-]\\s*|o\t)")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|[a-zA-Z][.)])\s+", re.ASCII)


def lines_of(text: str) -> list[str]:
    """Return the lines of a list; numbers go away where every line has one.

    A number before some of the lines only belongs to their words: `1.5 toneladas de basura`.
    """
    lines = [line for line in (_BULLET.sub("", one, 1) for one in _written(text)) if line.strip()]
    if all(map(_NUMBER.match, lines)):
        lines = [_NUMBER.sub("", line, 1) for line in lines]
    return [" ".join(line.split()) for line in lines if line.strip()]


def _written(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
