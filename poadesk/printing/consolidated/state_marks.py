"""The state of a unit on paper: a mark that a photocopy keeps, and its word."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.consolidated.units import (
    APPROVED,
    DELIVERED,
    DRAFT,
    MISSING,
    OBSERVED,
    STATE_WORDS,
)
from poadesk.printing.cells import Cell
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.light_marks import draw_light
from poadesk.printing.styles import style
from poadesk.printing.text import NBSP, paragraph

# Names of `styles.LIGHTS`, each with a shape of its own.
LIGHTS = {APPROVED: "green", OBSERVED: "amber", DELIVERED: "blue", DRAFT: "blue", MISSING: "grey"}
BEFORE, _X, _UP = 10.0, 3.2, 7.0


# Words as wide as the word of any state with its mark, for measuring a column.
ROOM = f"{max(STATE_WORDS.values(), key=len)}{NBSP * 5}"


class StateMark(Flowable):
    """Mark and word of a state; the word takes as many lines as it needs."""

    def __init__(self, state: str) -> None:
        super().__init__()
        kind = "table-soft" if state == MISSING else "table-plain"
        self.state, self.words = state, paragraph(style(kind, BEFORE), STATE_WORDS[state])

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room of the word."""
        self.height = self.words.wrap(width, height)[1]
        return width, self.height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """Stay whole."""
        return []

    def draw(self) -> None:
        """Draw the mark beside the first line."""
        self.words.drawOn(self.canv, 0, 0)
        canvas: Canvas = self.canv
        draw_light(canvas, LIGHTS[self.state], _X, self.height - _UP)


def state_cell(state: str) -> Cell:
    """Return the cell of a state."""
    return Cell(lambda _width: [StateMark(state)])
