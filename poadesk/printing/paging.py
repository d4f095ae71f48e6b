"""Which rows of a grid stand on a page, how high they are, and what goes on to the next page.

Heights are points, counted downwards from the upper edge of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poadesk.printing.cells import Cell, Row
from poadesk.printing.placing import Carried, Drawn, Page, Placed, Shape

# Less room than this at the foot of a page is not worth beginning a row that has to be cut.
LEAST_CUT = 42.0
_FUZZ = 1e-6


def runs_on(rows: Sequence[Row], at: int, column: int) -> bool:
    """Say whether the cell of row `at` goes on in the row below."""
    if at + 1 >= len(rows) or rows[at].span or rows[at + 1].span:
        return False
    cell = rows[at].cells[column]
    return cell is not None and cell is rows[at + 1].cells[column]


def fill(rows: Sequence[Row], carried: Carried, shape: Shape, room: float) -> Page:
    """Return the page that `room` points give; its `rows` are empty when nothing fits.

    `carried` says what now stands for each merged cell that began on a page before.
    """
    return _Filling(rows, carried, shape, room).page()


class _Filling:
    """The state of a page while rows are added to it."""

    def __init__(self, rows: Sequence[Row], carried: Carried, shape: Shape, room: float) -> None:
        self.rows, self.carried, self.shape, self.room = rows, carried, shape, room
        self.placed: list[Placed] = []
        self.drawn: list[Drawn] = []
        # Merged cells that began on this page and have not ended, by column.
        self.open: dict[int, Drawn] = {}
        self.y = 0.0

    def page(self) -> Page:
        self._repeat_band()
        repeated = len(self.placed)
        at, tail = self._add_rows()
        if len(self.placed) == repeated:
            return Page(rest=self.rows)
        rest = [*([tail] if tail else ()), *self.rows[at:]]
        self._pad_last_row()
        return Page(self.placed, self.drawn, rest, self._close_merged(), tail is not None)

    def _repeat_band(self) -> None:
        band = self.rows[0].band
        if band is not None:
            row = Row((band,), span=True, tint=True)
            self.drawn.append(Drawn(band, row, 0, 0.0))
            self._close_row(row, self._height_of(row, 0))

    def _add_rows(self) -> tuple[int, Row | None]:
        at = 0
        while at < len(self.rows):
            end = self._chain_end(at)
            need = self._need(at, end)
            if need <= self.room + _FUZZ:
                for index in range(at, end):
                    self._place(index)
                at = end
            elif self._worth_cutting(at, need):
                return self._add_cut_chain(at, end)
            else:
                break
        return at, None

    def _chain_end(self, at: int) -> int:
        while at + 1 < len(self.rows) and self.rows[at].keep:
            at += 1
        return at + 1

    def _worth_cutting(self, at: int, need: float) -> bool:
        left, page = self.room - self.y, self.shape.page
        if at == 0 and self.room > 0.8 * page:
            return True
        return left >= LEAST_CUT and (need - self.y > page or left > self.shape.waste * page)

    def _add_cut_chain(self, at: int, end: int) -> tuple[int, Row | None]:
        """Add the rows of a chain one by one until one has to be cut."""
        before = (at, len(self.placed), len(self.drawn), dict(self.open), self.y)
        while at < end and self._need(at, at + 1, alone=True) <= self.room + _FUZZ:
            self._place(at)
            at += 1
        if at == end:
            return at, None
        tail = self._cut(at)
        if tail is not None:
            return at + 1, tail
        if before[0] > 0:
            at, placed, drawn, self.open, self.y = before
            del self.placed[placed:], self.drawn[drawn:]
        return at, None

    def _need(self, start: int, end: int, alone: bool = False) -> float:
        """Return where these rows would end, with the merged cells that end in them.

        Unless `alone`, merged cells that begin in them count too, so that they stay whole.
        """
        y, farthest = self.y, 0.0
        tops = {column: drawn.top for column, drawn in self.open.items()}
        for at in range(start, end):
            top = y
            y += self._own_height(at)
            for column in self._merged_columns(at):
                begins = column not in tops
                bottom = tops.setdefault(column, top) + self._height_of(self.rows[at], column)
                if not runs_on(self.rows, at, column):
                    y = max(y, bottom)
                    del tops[column]
                elif begins and not alone:
                    farthest = max(farthest, bottom)
        return max(y, farthest)

    def _place(self, at: int) -> None:
        row, top = self.rows[at], self.y
        bottom = top + self._own_height(at)
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            drawn = self._begin(at, column)
            if drawn.merged and not runs_on(self.rows, at, column):
                bottom = max(bottom, drawn.top + self._height_of(row, column))
                del self.open[column]
        self._close_row(row, bottom)

    def _begin(self, at: int, column: int) -> Drawn:
        """Return the cell as it stands on this page, new unless it is a merged one gone on."""
        if column in self.open:
            return self.open[column]
        row = self.rows[at]
        drawn = Drawn(self._current(row, column), row, column, self.y)
        drawn.merged = column in self._merged_columns(at)
        if drawn.merged:
            self.open[column] = drawn
        self.drawn.append(drawn)
        return drawn

    def _cut(self, at: int) -> Row | None:
        """Place as much of a row as fits and return the rest; None if nothing of it fits."""
        row, merged = self.rows[at], self._merged_columns(at)
        # What is painted beside the words of a row is never cut.
        if self.room - self.y < min(row.least, self.shape.page / 2):
            return None
        heads, tails = self._cut_cells(row, merged)
        if not heads and (tails or not merged):
            return None
        cells = [
            cell if column in merged else self._cell_of_rest(cell, column, tails)
            for column, cell in enumerate(row.cells)
        ]
        self._place_cut(at, merged, heads)
        return replace(row, cells=cells, line="", least=0, paint=None, goes_on=True)

    def _cut_cells(
        self, row: Row, merged: Sequence[int]
    ) -> tuple[dict[int, Cell], dict[int, Cell]]:
        heads, tails = {}, {}
        room = self.room - self.y - self.shape.pads
        for column, cell in enumerate(row.cells):
            if cell is None or column in merged:
                continue
            head, tail = cell.cut(self.shape.inner(row, column), room)
            if head:
                heads[column] = head
            if tail:
                tails[column] = tail
        return heads, tails

    def _cell_of_rest(self, cell: Cell | None, column: int, tails: dict[int, Cell]) -> Cell | None:
        if cell is None or not tails:
            return None
        return tails.get(column) or cell.repeated()

    def _place_cut(self, at: int, merged: Sequence[int], heads: dict[int, Cell]) -> None:
        row, bottom = self.rows[at], self.y
        for column, head in heads.items():
            self.drawn.append(Drawn(head, row, column, self.y))
            height = head.height(self.shape.inner(row, column)) + self.shape.pads
            bottom = max(bottom, self.y + height)
        for column in merged:
            self._begin(at, column)
        self._close_row(row, max(bottom, min(self.room, self.y + row.least)))

    def _pad_last_row(self) -> None:
        """Give merged cells that go on the room that is left on this page."""
        ends = [
            drawn.top + self._height_of(drawn.row, drawn.column) for drawn in self.open.values()
        ]
        last = self.placed[-1]
        last.bottom = self.y = max(last.bottom, min(self.room, max(ends, default=0.0)))

    def _close_merged(self) -> Carried:
        """Cut the merged cells at the end of the page; return what stands for them then."""
        carried: Carried = {}
        for column, drawn in self.open.items():
            original, cell = drawn.row.cells[column], drawn.cell
            assert original is not None
            carried[original] = None
            if cell is not None:
                room = self.y - drawn.top - self.shape.pads
                drawn.cell, tail = cell.cut(self.shape.inner(drawn.row, column), room)
                carried[original] = tail or cell.repeated()
        return carried

    def _close_row(self, row: Row, bottom: float) -> None:
        self.placed.append(Placed(row, self.y, bottom))
        self.y = bottom

    def _current(self, row: Row, column: int) -> Cell | None:
        cell = row.cells[column]
        return self.carried.get(cell, cell) if cell is not None else None

    def _merged_columns(self, at: int) -> list[int]:
        """Return the columns whose cell has more rows than this one, before or after it."""
        row = self.rows[at]
        return [
            column
            for column, cell in enumerate(row.cells)
            if cell is not None
            and (
                cell in self.carried
                or runs_on(self.rows, at, column)
                or (at > 0 and runs_on(self.rows, at - 1, column))
            )
        ]

    def _own_height(self, at: int) -> float:
        row, merged = self.rows[at], self._merged_columns(at)
        heights = [
            self._height_of(row, column) for column in range(len(row.cells)) if column not in merged
        ]
        return max([row.least, *heights])

    def _height_of(self, row: Row, column: int) -> float:
        cell = self._current(row, column)
        if cell is None:
            return 0.0
        return cell.height(self.shape.inner(row, column)) + self.shape.pads
