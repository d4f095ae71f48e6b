"""Rows on pages: no word lost, none twice, nothing over the edge, whatever the rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, GridPart
from poadesk.printing.paging import fill
from poadesk.printing.placing import Page, Shape
from poadesk.printing.styles import style
from poadesk.printing.text import paragraph

WIDTHS = (90.0, 110.0, 70.0)
ROOM = 260.0

lengths = st.one_of(st.integers(0, 12), st.integers(0, 60), st.integers(100, 500))
stacks = st.lists(lengths, max_size=3)
units = st.tuples(
    stacks, st.lists(st.tuples(stacks, stacks, st.booleans()), min_size=1, max_size=5)
)


class _Words:
    """Hands out words, each only once."""

    def __init__(self) -> None:
        self.count = 0

    def cell(self, sizes: Sequence[int], again: bool = False) -> Cell:
        texts = [" ".join(self._next() for _ in range(size)) for size in sizes if size]
        made: list[Flowable] = [paragraph(style("cell"), text) for text in texts]
        repeat = (lambda _width: [paragraph(style("cell"), "continues")]) if again else None
        return Cell(lambda _width: made, repeat)

    def _next(self) -> str:
        self.count += 1
        return f"w{self.count}"


def _rows(drawn: list[tuple[list[int], list[tuple[list[int], list[int], bool]]]]):
    words, rows = _Words(), []
    for merged_sizes, row_sizes in drawn:
        band = words.cell([3])
        repeated = text_cell(paragraph(style("cell"), "band"))
        rows.append(Row([band], span=True, keep=True))
        merged = words.cell(merged_sizes, again=True)
        for left, right, keep in row_sizes:
            cells = [merged, words.cell(left), words.cell(right)]
            rows.append(Row(cells, keep=keep, band=repeated, least=15))
    rows.append(Row([words.cell([2])], span=True))
    rows[-2].keep = True
    return words, rows


def _all_pages(rows: Sequence[Row], shape: Shape) -> list[Page]:
    found, carried = [], {}
    while rows:
        page = fill(rows, carried, shape, ROOM)
        assert page.rows, "a whole page must take something"
        rows, carried = page.rest, page.carried
        found.append(page)
        assert len(found) < 500, "rows that never end"
    return found


def _text(cell: Cell, width: float) -> list[str]:
    found: list[str] = []
    for flowable in cell._measure(width):
        found += [
            word
            for line in flowable.blPara.lines
            for word in (line[1] if isinstance(line, tuple) else _joined(line.words))
        ]
    return found


def _joined(fragments: Sequence[object]) -> list[str]:
    return "".join(getattr(piece, "text", "") for piece in fragments).split()


@settings(max_examples=50, deadline=None)
@given(st.lists(units, min_size=1, max_size=4))
def test_no_word_is_lost_and_none_is_printed_twice(drawn):
    words, rows = _rows(drawn)
    shape = Shape(WIDTHS, ROOM)
    counted: Counter[str] = Counter()
    for page in _all_pages(rows, shape):
        for found in page.cells:
            if found.cell is not None:
                counted.update(_text(found.cell, shape.inner(found.row, found.column)))
    assert {word: counted[word] for word in counted if word.startswith("w")} == {
        f"w{number}": 1 for number in range(1, words.count + 1)
    }


@settings(max_examples=50, deadline=None)
@given(st.lists(units, min_size=1, max_size=4))
def test_rows_follow_each_other_and_hold_their_cells(drawn):
    _, rows = _rows(drawn)
    shape = Shape(WIDTHS, ROOM)
    for page in _all_pages(rows, shape):
        assert page.height <= ROOM + 0.01
        tops = [placed.top for placed in page.rows]
        assert tops == [0.0, *[placed.bottom for placed in page.rows[:-1]]]
        for found in page.cells:
            if found.cell is None:
                continue
            height = found.cell.height(shape.inner(found.row, found.column)) + shape.pads
            assert found.top + height <= _end_of(page, found.row, found.column) + 0.01


def _end_of(page: Page, row: Row, column: int) -> float:
    """Where the cell of a row may end: below its last row on this page."""
    cell, bottom = row.cells[column], 0.0
    for placed in page.rows:
        same_row = placed.row is row
        merged = not placed.row.span and not row.span and placed.row.cells[column] is cell
        if same_row or (merged and cell is not None):
            bottom = max(bottom, placed.bottom)
    return bottom


def test_a_band_never_ends_a_page():
    _, rows = _rows([([2], [([6], [1], False)] * 3)] * 12)
    for page in _all_pages(rows, Shape(WIDTHS, ROOM))[:-1]:
        assert not page.rows[-1].row.keep


def test_a_row_that_fits_on_the_next_page_is_not_cut():
    one = Row([None, text_cell(paragraph(style("cell"), "uno " * 30)), None])
    rows = [Row(list(one.cells)) for _ in range(9)]
    found = _all_pages(rows, Shape(WIDTHS, ROOM))
    assert not any(page.cut for page in found)
    assert sum(len(page.rows) for page in found) == 9


def test_a_part_takes_the_whole_room_so_that_the_rest_begins_overleaf():
    _, rows = _rows([([5], [([200], [3], False)] * 3)])
    grid = Grid(rows, Shape(WIDTHS, ROOM))
    assert grid.wrap(sum(WIDTHS), ROOM)[1] > ROOM
    part, rest = grid.split(sum(WIDTHS), ROOM)
    assert isinstance(part, GridPart)
    assert part.wrap(sum(WIDTHS), ROOM)[1] == ROOM
    assert rest.split(sum(WIDTHS), 5.0) == []
