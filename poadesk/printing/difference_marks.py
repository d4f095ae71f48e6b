"""The marks of a comparison on paper, told apart by their shapes: plus, minus, arrows, pencil."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from poadesk.plan.comparing import ADDED, CHANGED, MOVED, REMOVED
from poadesk.plan.comparing.difference import KIND_WORDS
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.styles import LIGHTS, NAVY, style
from poadesk.printing.text import paragraph

COLOURS = {ADDED: LIGHTS["green"], REMOVED: LIGHTS["red"], MOVED: NAVY, CHANGED: LIGHTS["amber"]}
SIDE, _WIDTH, _GAP, _APART = 6.4, 1.1, 4.0, 16.0
Point = tuple[float, float]


def draw_mark(canvas: Canvas, kind: str, x: float, y: float) -> None:
    """Draw the mark of a kind of difference around (x, y)."""
    canvas.saveState()
    canvas.setStrokeColor(COLOURS[kind])
    canvas.setFillColor(COLOURS[kind])
    canvas.setLineWidth(_WIDTH)
    canvas.translate(x, y)
    _DRAW[kind](canvas)
    canvas.restoreState()


class Marked(Flowable):
    """The word of a kind of difference behind its mark."""

    def __init__(self, kind: str, words: str = "") -> None:
        super().__init__()
        self.kind = kind
        self.words = paragraph(style("difference"), words or KIND_WORDS[kind])

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the room of the words and, before them, of the mark."""
        _, high = self.words.wrap(max(1.0, width - SIDE - _GAP), height)
        self.width, self.height = width, high
        return width, high

    def draw(self) -> None:
        """Draw the mark beside the first line of the words."""
        middle = self.height - style("difference").leading / 2 - 0.4
        draw_mark(self.canv, self.kind, SIDE / 2, middle)
        self.words.drawOn(self.canv, SIDE + _GAP, 0)


class Legend(Flowable):
    """What each mark means and how many there are, in as many lines as they need."""

    def __init__(self, counts: dict[str, int]) -> None:
        super().__init__()
        self.marks = [
            Marked(kind, f"{words}: {counts.get(kind, 0):,}") for kind, words in KIND_WORDS.items()
        ]
        self.spaceAfter = 6.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take one line; four short words always fit."""
        self.width, self.height = width, style("difference").leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the marks beside each other."""
        x = 0.0
        for mark in self.marks:
            mark.wrap(1e4, 1e4)
            mark.drawOn(self.canv, x, 0)
            x += SIDE + _GAP + mark.words.minWidth() + _APART * 3


def _plus(canvas: Canvas) -> None:
    _minus(canvas)
    canvas.line(0, -SIDE / 2, 0, SIDE / 2)


def _minus(canvas: Canvas) -> None:
    canvas.line(-SIDE / 2, 0, SIDE / 2, 0)


def _arrows(canvas: Canvas) -> None:
    half, tip = SIDE / 2, 1.6
    for y, to in ((1.6, half), (-1.6, -half)):
        canvas.line(-half, y, half, y)
        back = to - tip if to > 0 else to + tip
        _lines(canvas, ((back, y + tip), (to, y), (back, y - tip)))


def _pencil(canvas: Canvas) -> None:
    half = SIDE / 2
    _shape(canvas, ((-half, -half), (-half + 0.6, -half + 2.2), (-half + 2.2, -half + 0.6)))
    _shape(canvas, ((-1.9, -0.3), (1.7, half), (half, 1.7), (-0.3, -1.9)))


def _lines(canvas: Canvas, points: Sequence[Point]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def _shape(canvas: Canvas, points: Sequence[Point]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


_DRAW: dict[str, Callable[[Canvas], None]] = {
    ADDED: _plus,
    REMOVED: _minus,
    MOVED: _arrows,
    CHANGED: _pencil,
}
