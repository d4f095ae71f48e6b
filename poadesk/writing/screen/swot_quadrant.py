"""One quadrant of the FODA board: its letter, its title and its list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from poadesk.plan.model import QUADRANTS
from poadesk.widgets.first_line import FirstLine
from poadesk.widgets.labels import label
from poadesk.widgets.list_paste import ListTaker
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import RowEditor, add_entry
from poadesk.widgets.row_list import RowList
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.screen.swot_row import SwotRow
from poadesk.writing.screen.swot_words import WORDS


def _between(one: QColor, other: QColor) -> QColor:
    """Return the colour half way between two."""
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )


class ItemList(RowList):
    """The items of a quadrant.

    `beyond`: an item is to go on past the last (1) or the first (-1). `wanted_in`: an item is
    to go to a quadrant.
    """

    beyond = Signal(str, int)
    wanted_in = Signal(str, str)

    def __init__(self, *what: Any, **values: Any) -> None:
        super().__init__(*what, **values)
        if self.first_line is not None:
            self._take_lists(self.first_line, "")

    def _new_row(self, row_id: str) -> RowEditor:
        row = super()._new_row(row_id)
        self._take_lists(row.editors[0], row_id)
        return row

    def _take_lists(self, editor: QWidget, row_id: str) -> None:
        assert isinstance(editor, ListTaker)
        editor.takes_lists = True
        editor.list_pasted.connect(partial(self._add_list, row_id))

    def _add_list(self, row_id: str, lines: list[str]) -> None:
        """Write pasted lines as items, from an empty one on, as one step."""
        each = [{**self._new_values, "text": line} for line in lines]
        made = self._open_plan.act(
            f"Pegar {len(lines)} {WORDS[self._new_values['quadrant']].title.lower()}",
            lambda step, plan: edits.write_list(step, plan, "swot_item", row_id, each),
        )
        if made:
            self.focus_row(made[-1])

    def menu_for(self, row_id: str) -> QMenu:
        menu = super().menu_for(row_id)
        deleting = menu.actions()[-2:]
        for action in deleting:
            menu.removeAction(action)
        writable = not self._open_plan.read_only
        row = self.item(row_id)
        titles = self._open_plan.words.noun("objective").titles
        add_entry(menu, f"{titles} que lo atienden…", "Ctrl+L", row.open_objectives, True, writable)
        menu.addSeparator()
        for name in QUADRANTS:
            if name != self._new_values["quadrant"]:
                self._offer(menu, row_id, name, writable)
        menu.addActions(deleting)
        return menu

    def item(self, row_id: str) -> SwotRow:
        """Return the widget of an item of this quadrant."""
        row = self.rows[self._place_of(row_id)]
        assert isinstance(row, SwotRow)
        return row

    def _offer(self, menu: QMenu, row_id: str, quadrant: str, writable: bool) -> None:
        words = f"Pasar a {WORDS[quadrant].title}"
        add_entry(menu, words, "", lambda: self.wanted_in.emit(row_id, quadrant), True, writable)

    def _move(self, row_id: str, by: int) -> None:
        if 0 <= self._place_of(row_id) + by < len(self.rows):
            super()._move(row_id, by)
        else:
            self.beyond.emit(row_id, by)


class Quadrant(QFrame):
    """One quadrant; `new_row` makes the widget of an item."""

    def __init__(
        self, open_plan: OpenPlan, name: str, new_row: Callable[[str, Quadrant], SwotRow]
    ) -> None:
        super().__init__()
        self.name = name
        self._is_target = False
        self.setProperty("panel", "quiet-card")
        self._asks = not open_plan.read_only
        self._words = WORDS[name]
        self._count = label("", "grid", "text3", wrap=False)
        self._meaning = label(self._words.meaning, "small", "text2")
        self.list = ItemList(
            open_plan,
            "swot_item",
            lambda row_id: new_row(row_id, self),
            self._words.add,
            FirstLine(self._words.example, self._words.add),
            quadrant=name,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.list)
        layout.addStretch(1)
        self.list.show_rows_of(open_plan.plan.id)

    def show_count(self) -> None:
        """Show how many items the quadrant has."""
        count = len(self.list.rows)
        self._count.setText(str(count or ""))
        asks = self._asks and not count
        self._meaning.setText(self._words.question if asks else self._words.meaning)

    def mark(self, is_target: bool) -> None:
        """Mark the quadrant softly while an item is held over it."""
        if is_target != self._is_target:
            self._is_target = is_target
            self.update()

    def ground(self) -> QColor:
        """Return the colour on which the items stand now."""
        quiet = theme().color("window")
        return _between(quiet, theme().color("soft")) if self._is_target else quiet

    def gaps(self) -> list[QRectF]:
        """Return where an item can be dropped, as lines in pixels of the quadrant."""
        rows = [self._area(row) for row in self.list.rows]
        if not rows and self.list.first_line is not None:
            start = self._area(self.list.first_line)
            return [QRectF(start.left(), start.top(), start.width(), 0)]
        tops = [*(row.top() for row in rows), rows[-1].bottom()]
        return [QRectF(rows[0].left(), top, rows[0].width(), 0) for top in tops]

    def _area(self, widget: QWidget) -> QRectF:
        return QRectF(widget.mapTo(self, widget.rect().topLeft()), widget.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_target:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("accent"), 1))
            painter.setBrush(self.ground())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self._words.title, "objective"))
        words.addWidget(self._meaning)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Letter(self._words.letter), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        return head


class _Letter(QWidget):
    """The letter of a quadrant on its soft square."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setFixedSize(theme().px(32), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("soft"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setPen(theme().color("accent"))
        painter.setFont(theme().font("objective"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
