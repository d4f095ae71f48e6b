"""The FODA: four panels, two by two, that go on overleaf when they are long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from poadesk.printing.cells import Cell, Row
from poadesk.printing.engine import Flowable, Paragraph
from poadesk.printing.grid import Grid, Look
from poadesk.printing.page import Printout, title
from poadesk.printing.paper import upright
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import Entry, swot
from poadesk.printing.text import NBSP, continued, of_row, paragraph

CALM = "Todavía no se ha escrito el análisis FODA de esta unidad."
NAMES = {
    "strength": ("Fortalezas", "lo que nos ayuda, dentro de la unidad"),
    "opportunity": ("Oportunidades", "lo que nos ayuda, fuera de la unidad"),
    "weakness": ("Debilidades", "lo que nos frena, dentro de la unidad"),
    "threat": ("Amenazas", "lo que nos frena, fuera de la unidad"),
}
GAP, PAD_X, PAD_TOP, PAD_BOTTOM = 16.0, 13.0, 13.0, 16.0
TITLE_ROOM, BULLET_ROOM = 36.0, 12.0


def story(printout: Printout) -> list[Flowable]:
    """Return the heading and the four panels."""
    items = swot(printout.plan)
    head = title(printout, "swot")
    if not items:
        return [*head, paragraph(style("calm"), CALM)]
    sheet = upright(printout.options.paper)
    panel = (sheet.frame_width - GAP) / 2
    shape = Shape((panel, GAP, panel), sheet.frame_height, 0.34, PAD_X, PAD_TOP, PAD_BOTTOM, PAD_X)
    cells = {name: _panel(name, items.get(name, ())) for name in NAMES}
    height = _common_height(list(cells.values()), panel - 2 * PAD_X)
    if 2 * height + GAP > sheet.frame_height - TITLE_ROOM:
        height = 0
    rows = [
        Row((cells["strength"], None, cells["opportunity"]), keep=True, least=height, line=""),
        Row((None, None, None), least=GAP, line=""),
        Row((cells["weakness"], None, cells["threat"]), least=height, line=""),
    ]
    return [*head, Grid(rows, shape, Look(panels=True))]


def _common_height(cells: Sequence[Cell], width: float) -> float:
    return max(cell.height(width) for cell in cells) + PAD_TOP + PAD_BOTTOM


def _panel(name: str, items: Sequence[Entry]) -> Cell:
    return Cell(partial(_stack, name, items), resumed=partial(_resumed, name))


def _stack(name: str, items: Sequence[Entry], _width: float) -> list[Flowable]:
    words, hint = NAMES[name]
    stack: list[Flowable] = [_kept("swot-name", words), _kept("swot-hint", hint)]
    for item in items:
        stack += _item(item)
    return stack


def _resumed(name: str, _width: float) -> list[Flowable]:
    again = paragraph(style("swot-name"), NAMES[name][0], NBSP, continued())
    again.spaceAfter = 6
    return [again]


def _item(item: Entry) -> list[Flowable]:
    made: list[Flowable] = [
        paragraph(style("swot-item", BULLET_ROOM), item.text, number="•"),
        *(paragraph(style("note", BULLET_ROOM), note) for note in item.notes),
    ]
    for flowable in made[:-1]:
        flowable.keepWithNext = True
    return of_row(item.id, made)


def _kept(kind: str, words: str) -> Paragraph:
    made = paragraph(style(kind), words)
    made.keepWithNext = True
    return made
