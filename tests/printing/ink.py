"""Where the text of a printed page stands: a box around every run of letters, for the tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

# Shares of the size of the letters: how far they reach above and below their line.
ABOVE, BELOW = 0.72, 0.2
INVISIBLE = 3

_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Box:
    """A run of visible letters: its page from 1, its place and its size in points."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def shares(self, other: Box) -> tuple[float, float]:
        """How wide and how high the ground is that both cover; not positive where there is none."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide, min(self.top, other.top) - max(self.bottom, other.bottom)


@dataclass(frozen=True)
class _State:
    """What the operators of a page have set so far."""

    page: _Matrix = _PLAIN
    line: _Matrix = _PLAIN
    text: _Matrix = _PLAIN
    font: Any = None
    size: float = 0.0
    leading: float = 0.0
    between_letters: float = 0.0
    between_words: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    mode: int = 0


def boxes(document: PdfReader) -> list[Box]:
    """Every run of letters that can be seen, in the order in which it was drawn."""
    found: list[Box] = []
    for number, page in enumerate(document.pages, 1):
        content = page.get_contents()
        if content is not None:
            pen = _Pen(number, document)
            found += pen.draw(content, page["/Resources"], _State())
    return found


def overlaps(found: Sequence[Box], least: float = 0.6) -> Iterator[tuple[Box, Box]]:
    """Yield the pairs of boxes on one page that cover each other by more than `least` points."""
    waiting = sorted(found, key=lambda box: (box.page, -box.top))
    for at, box in enumerate(waiting):
        for other in waiting[at + 1 :]:
            if other.page != box.page or other.top < box.bottom + least:
                break
            if min(box.shares(other)) > least:
                yield box, other


@dataclass
class _Pen:
    """Follows the operators of one page, and of the forms that it draws."""

    number: int
    document: PdfReader
    # The font is kept beside its widths, so that no other takes its place in memory.
    widths: dict[int, tuple[Any, dict[int, float]]] = field(default_factory=dict)

    def draw(self, content: Any, resources: Any, state: _State) -> list[Box]:
        found: list[Box] = []
        kept: list[_State] = []
        for operands, operator in ContentStream(content, self.document).operations:
            name = operator.decode("ascii")
            if name == "q":
                kept.append(state)
            elif name == "Q":
                state = kept.pop()
            elif name == "Do":
                found += self._form(resources["/XObject"][operands[0]], state)
            elif name in ("Tj", "TJ", "'"):
                if name == "'":
                    state = _moved(state, 0, -state.leading)
                box, state = self._written(operands[0], state)
                found += box
            else:
                state = self._set(name, operands, state, resources)
        return found

    def _form(self, form: Any, state: _State) -> list[Box]:
        form = form.get_object()
        if form["/Subtype"] != "/Form":
            return []
        inner = _times(_matrix(form.get("/Matrix", _PLAIN)), state.page)
        return self.draw(form, form["/Resources"], replace(_State(), page=inner))

    def _set(self, name: str, operands: Any, state: _State, resources: Any) -> _State:
        match name:
            case "cm":
                return replace(state, page=_times(_matrix(operands), state.page))
            case "BT":
                return replace(state, line=_PLAIN, text=_PLAIN)
            case "Tm":
                return replace(state, line=_matrix(operands), text=_matrix(operands))
            case "Td":
                return _moved(state, *map(float, operands))
            case "T*":
                return _moved(state, 0, -state.leading)
            case "Tf":
                font = resources["/Font"][operands[0]].get_object()
                return replace(state, font=font, size=float(operands[1]))
            case "TD" | '"':
                raise AssertionError(f"the papers were not known to use {name}")
        simple = {"TL": "leading", "Tc": "between_letters", "Tw": "between_words", "Ts": "rise"}
        if name in simple:
            return replace(state, **{simple[name]: float(operands[0])})
        if name == "Tz":
            return replace(state, stretch=float(operands[0]) / 100)
        return replace(state, mode=int(operands[0])) if name == "Tr" else state

    def _written(self, written: Any, state: _State) -> tuple[list[Box], _State]:
        parts = written if isinstance(written, list) else [written]
        codes, advance = b"", 0.0
        widths = self._widths_of(state.font)
        for part in parts:
            if isinstance(part, (int, float)):
                advance -= float(part) / 1000 * state.size * state.stretch
                continue
            raw = part if isinstance(part, bytes) else part.original_bytes
            codes += raw
            for code in raw:
                step = widths[code] / 1000 * state.size + state.between_letters
                step += state.between_words if code == 32 else 0.0
                advance += step * state.stretch
        place = _times(state.text, state.page)
        after = replace(state, text=_times((1, 0, 0, 1, advance, 0), state.text))
        if state.mode == INVISIBLE or not advance:
            return [], after
        return [self._box(codes, place, advance, state)], after

    def _box(self, codes: bytes, place: _Matrix, advance: float, state: _State) -> Box:
        assert place[1] == place[2] == 0, "the papers were not known to turn text"
        left, line = place[4], place[5] + state.rise * place[3]
        size = state.size * place[3]
        text = codes.decode("latin-1")
        top, bottom = line + ABOVE * size, line - BELOW * size
        return Box(self.number, text, left, bottom, left + advance * place[0], top, size)

    def _widths_of(self, font: Any) -> dict[int, float]:
        if id(font) not in self.widths:
            first = int(font["/FirstChar"])
            listed = font["/Widths"].get_object()
            found = {first + at: float(width) for at, width in enumerate(listed)}
            self.widths[id(font)] = (font, found)
        return self.widths[id(font)][1]


def _matrix(numbers: Any) -> _Matrix:
    a, b, c, d, e, f = (float(number) for number in numbers)
    return a, b, c, d, e, f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(state: _State, across: float, up: float) -> _State:
    line = _times((1, 0, 0, 1, across, up), state.line)
    return replace(state, line=line, text=line)
