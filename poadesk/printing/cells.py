"""A cell of a grid: a stack of flowables, measured once, that can be cut at a height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from poadesk.printing.engine import Canvas, Flowable

Stack = Sequence[Flowable]
Paint = Callable[[Canvas, Sequence[float], float, float], None]
_TALL = 1e7
_FUZZ = 1e-6


class Cell:
    """Content of one column; the same cell in neighbouring rows is one merged cell.

    `make(width)` gives the stack when it is first needed. `again(width)` is what stands on the
    next page when the content has ended and its row goes on, `resumed(width)` what stands above
    the rest when it was cut.
    """

    __slots__ = ("_heights", "_make", "_stack", "again", "resumed")

    def __init__(
        self,
        make: Callable[[float], Stack],
        again: Callable[[float], Stack] | None = None,
        resumed: Callable[[float], Stack] | None = None,
    ) -> None:
        self._make = make
        self._stack: list[Flowable] | None = None
        self._heights: list[float] = []
        self.again = again
        self.resumed = resumed

    def height(self, width: float) -> float:
        """Return the height of the stack at this width, in points."""
        self._measure(width)
        return sum(self._heights)

    def cut(self, width: float, room: float) -> tuple[Cell | None, Cell | None]:
        """Return what fits in `room` points, and the rest; either may be None."""
        stack = self._measure(width)
        at, used = 0, 0.0
        while at < len(stack) and used + self._heights[at] <= room + _FUZZ:
            used += self._heights[at]
            at += 1
        head, tail = list(stack[:at]), list(stack[at:])
        if tail:
            self._split_first(head, tail, width, room - used)
        while tail and len(head) > 1 and head[-1].getKeepWithNext():
            tail.insert(0, head.pop())
        return self._part(head, True), self._part(tail, False)

    def repeated(self) -> Cell | None:
        """Return what stands on the next page when the content has already ended."""
        return Cell(self.again, self.again) if self.again else None

    def draw(self, canvas: Canvas, left: float, top: float, width: float) -> None:
        """Draw the stack downwards from `top`."""
        stack = self._measure(width)
        for flowable, height in zip(stack, self._heights, strict=True):
            top -= height
            flowable.drawOn(canvas, left, top)

    def _measure(self, width: float) -> list[Flowable]:
        if self._stack is None:
            self._stack = list(self._make(width))
            self._heights = [
                flowable.wrap(width, _TALL)[1] + self._gap(at)
                for at, flowable in enumerate(self._stack)
            ]
        return self._stack

    def _gap(self, at: int) -> float:
        stack = self._stack or []
        if at == 0:
            return 0.0
        return float(max(stack[at].getSpaceBefore(), stack[at - 1].getSpaceAfter()))

    def _split_first(
        self, head: list[Flowable], tail: list[Flowable], width: float, room: float
    ) -> None:
        at = len(head)
        parts = tail[0].split(width, room - self._gap(at)) if room > self._gap(at) else []
        if len(parts) > 1:
            head.append(parts[0])
            tail[0:1] = parts[1:]
        else:
            # A paragraph that refuses to split forgets its lines, and could not be drawn.
            tail[0].wrap(width, _TALL)

    def _part(self, stack: list[Flowable], is_head: bool) -> Cell | None:
        if not stack:
            return None
        lead = self.resumed if not is_head else None
        return Cell(
            lambda width: [*(lead(width) if lead else ()), *stack], self.again, self.resumed
        )


@dataclass(slots=True, eq=False)
class Row:
    """One row of a grid: a cell or None per column, or one cell over all of them (`span`).

    `keep` chains it to the next row, `line` is drawn above it, `band` is repeated above it when
    it begins a page, `paint(canvas, edges, top, bottom)` draws what is no text, and `ground` what
    lies below all lines. `goes_on` marks the rest of a row that was cut. `row_id` is the row of
    the plan that all of it is about, or "".
    """

    cells: Sequence[Cell | None]
    span: bool = False
    keep: bool = False
    line: str = "hair"
    band: Cell | None = None
    tint: bool = False
    least: float = 0
    paint: Paint | None = None
    ground: Paint | None = None
    goes_on: bool = False
    row_id: str = ""


def text_cell(*flowables: Flowable) -> Cell:
    """Return a cell of flowables that are already made."""
    return Cell(lambda _width: flowables)
