"""How wide the columns of words of a report are, beside its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poadesk.printing import faces

# Only the longest words by letters are measured, and no more of them than can stand on a page.
_MEASURED, _LONGEST = 40, 200


def longest_word(texts: Iterable[str], face: str, size: float) -> float:
    """Return the width of the widest word in points."""
    words = {word[:_LONGEST] for text in set(texts) for word in text.split()}
    longest = sorted(words, key=len)[-_MEASURED:]
    return max((faces.width(word, face, size) for word in longest), default=0.0)


def text_widths(shares: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    """Share `room` out, but give each column what it needs, as far as all needs fit."""
    whole = sum(shares)
    plain = [room * share / whole for share in shares]
    if sum(needs) > room:
        return plain
    short = [max(0.0, need - width) for need, width in zip(needs, plain, strict=True)]
    spare = [max(0.0, width - need) for need, width in zip(needs, plain, strict=True)]
    given = sum(short) / sum(spare) if any(short) else 0.0
    return [
        width + lack - rest * given for width, lack, rest in zip(plain, short, spare, strict=True)
    ]
