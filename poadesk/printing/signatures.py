"""The block where those who drafted, reviewed and authorized the plan sign it."""

from __future__ import annotations

from functools import partial

from poadesk.plan.model import Plan
from poadesk.printing.cells import Cell, Row
from poadesk.printing.engine import Canvas, Flowable, Spacer
from poadesk.printing.grid import Grid, Look
from poadesk.printing.page import Mark, Printout
from poadesk.printing.paper import Sheet
from poadesk.printing.placing import Shape
from poadesk.printing.styles import INK, style
from poadesk.printing.text import of_row, paragraph

ROOM_FOR_THE_PEN, GAP, ABOVE = 52.0, 25.0, 30.0
DATE = "Fecha: ____ / ____ / ________"

# The fields of the plan in which names and positions are written.
FIELDS = (
    ("responsible", "responsible_position"),
    ("reviewed_by", "reviewed_position"),
    ("authorized_by", "authorized_position"),
)


def story(printout: Printout, sheet: Sheet) -> list[Flowable]:
    """Return the three columns; they are moved to the next page together if they do not fit."""
    width = (sheet.frame_width - 2 * GAP) / 3
    shape = Shape(
        (width, GAP, width, GAP, width),
        sheet.frame_height,
        waste=1.0,
        pad_x=0,
        pad_top=0,
        pad_bottom=0,
        pad_right=0,
    )
    people = [
        Cell(partial(_signature, *person, *fields))
        for person, fields in zip(signers(printout.plan), FIELDS, strict=True)
    ]
    dates = [Cell(_date) for _ in people]
    # The dates are a row of their own, so that they stand at one height.
    rows = [
        Row(_apart(people), keep=True, line="", paint=partial(_mark, printout)),
        Row(_apart(dates), line=""),
    ]
    grid = Grid(rows, shape, Look(end="", last="", columns="", block=""))
    grid.spaceBefore = ABOVE
    return [grid]


def signers(plan: Plan) -> tuple[tuple[str, str, str], ...]:
    """Return (what they did, name, position) of the three who sign."""
    return (
        ("Elaborado por", plan.responsible, plan.responsible_position),
        ("Revisado por", plan.reviewed_by, plan.reviewed_position),
        ("Autorizado por", plan.authorized_by, plan.authorized_position),
    )


class PenLine(Flowable):
    """Room for a signature over a line."""

    def __init__(self) -> None:
        super().__init__()
        self.spaceAfter = 5.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = width
        return width, ROOM_FOR_THE_PEN

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 0, self.width, 0)


def _mark(printout: Printout, canvas: Canvas, *_place: object) -> None:
    """Note the page on which the block came to stand, which is known only now."""
    Mark(printout, "signatures").drawOn(canvas, 0, 0)


def _signature(
    label: str, name: str, position: str, name_field: str, position_field: str, _width: float
) -> list[Flowable]:
    stack: list[Flowable] = [paragraph(style("sign-label"), label), PenLine()]
    # Without a name there is room to write it by hand.
    words = paragraph(style("sign-name"), name if name.strip() else "\u00a0")
    stack += of_row(name_field, [words])
    if position.strip():
        stack += of_row(position_field, [paragraph(style("sign-position"), position)])
    return stack


def _date(_width: float) -> list[Flowable]:
    return [Spacer(0, 6), paragraph(style("sign-date"), DATE)]


def _apart(cells: list[Cell]) -> list[Cell | None]:
    """Return three cells with the gaps between them."""
    return [cells[0], None, cells[1], None, cells[2]]
