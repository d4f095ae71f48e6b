"""The part of a long text that shows what was found in it."""

from __future__ import annotations

from poadesk.plan.folding import Span

_LONGEST = 160
_BEFORE = 50  # characters that lead to what was found


def excerpt(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the text around its first span, in one line, with the spans that are in it.

    Begins and ends at a word, with "…" where something was left out; a short text is whole.
    """
    line = "".join(" " if c.isspace() else c for c in text)
    if len(line) <= _LONGEST:
        return line, spans
    begin, end = _part(line, spans[0] if spans else (0, 0))
    head = "…" if begin else ""
    tail = "…" if end < len(line) else ""
    by = len(head) - begin
    inside = tuple((a + by, b + by) for a, b in spans if begin <= a and b <= end)
    return head + line[begin:end] + tail, inside


def _part(line: str, first: Span) -> Span:
    begin = 0
    if first[0] > _BEFORE:
        begin = line.find(" ", first[0] - _BEFORE, first[0]) + 1 or first[0]
    end = max(begin + _LONGEST, first[1])
    if end >= len(line):
        return begin, len(line)
    space = line.rfind(" ", first[1], end)
    return begin, space if space > begin else end
