"""What a person may choose about a printed plan; loads nothing heavy."""

from __future__ import annotations

from poadesk.quick_dataclass import dataclass

PARTS: tuple[str, ...] = (
    "cover",
    "introduction",
    "swot",
    "lines",
    "matrix",
    "schedule",
    "signatures",
)
PAPERS = ("carta", "oficio", "a4")
ROWS = ("goal", "objective")
MARKS = ("bars", "x")


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """The parts to print, in the order of `PARTS`, and how.

    `rows` is what a row of the matrix stands for; `marks` is how a planned month is drawn.
    Raises ValueError for a word that is none of the choices.
    """

    parts: tuple[str, ...] = PARTS
    paper: str = "carta"
    rows: str = "goal"
    marks: str = "bars"

    def __post_init__(self) -> None:
        chosen = ((self.paper, PAPERS), (self.rows, ROWS), (self.marks, MARKS))
        pairs = chosen + tuple((part, PARTS) for part in self.parts)
        for word, choices in pairs:
            if word not in choices:
                raise ValueError(f"{word!r} is none of {', '.join(choices)}")
        if not self.parts:
            raise ValueError("no part to print")

    @property
    def single_part(self) -> bool:
        """Say whether one part was asked for by itself."""
        return len(self.parts) == 1
