"""Draws the rows of the outline: number, text in full, and the year of an activity."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from poadesk.plan.model import Activity, Row
from poadesk.plan.schedule import planned
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.widgets.year_strip import paint_strip
from poadesk.writing.screen.details.sums import year_words
from poadesk.writing.screen.outline.levels import Level, placeholder
from poadesk.writing.screen.outline.lines import paint_text
from poadesk.writing.screen.outline.model import Node, OutlineModel
from poadesk.writing.screen.outline.shape import (
    PAD,
    RowShape,
    RowWords,
    ghost_shape,
    height_of,
    number_role,
    shape_of,
    year_strip_area,
    year_words_area,
)

AnyIndex = QModelIndex | QPersistentModelIndex
_RADIUS = 8
_LETTER, _YEAR = 7, 120  # pixels of a usual letter, and of the year with what is around it
_ANY_WIDTH = 200  # rows are as wide as their view


@dataclass(frozen=True, slots=True)
class _Measured:
    """The height of a row in pixels, and what it showed: number, being the first, a sign."""

    row: Row | None
    seen: tuple[str, bool, bool]
    height: int


class Look(Protocol):
    """What a delegate asks of its view."""

    def width_for_rows(self) -> int:
        """Return the width of a row in pixels."""

    def is_current(self, node: Node) -> bool:
        """Say whether a row is the current one."""

    def is_chosen(self, node: Node) -> bool:
        """Say whether a row is the current one, or one of several that are chosen."""

    def is_open(self, node: Node) -> bool:
        """Say whether the rows below a row are shown."""

    def has_ring(self) -> bool:
        """Say whether the chosen row shows that it has the focus."""

    def live_text(self, node: Node) -> str | None:
        """Return what is being written in a row, or None when nobody writes in it."""

    def kept_text(self, node: Node) -> str | None:
        """Return what was written in a row and could not be saved, or None."""

    def is_warned(self, node: Node) -> bool:
        """Say whether something about a row contradicts itself."""

    def is_observed(self, node: Node) -> bool:
        """Say whether the planning office has observed something of a row."""

    def is_locked(self, node: Node) -> bool:
        """Say whether the text of a row comes from the planning office."""

    def is_wrong(self) -> bool:
        """Say whether what is being written could not be saved."""

    def is_guessing(self) -> bool:
        """Say whether heights out of sight are still guessed."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws rows, and says how high they are and where their parts stand."""

    def __init__(
        self, open_plan: OpenPlan, model: OutlineModel, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._model = model
        self._look = look
        self._heights: dict[int, _Measured] = {}

    def forget_heights(self) -> None:
        """Measure every row again, because all of them may look another way."""
        self._heights.clear()

    @property
    def has_heights(self) -> bool:
        """Say whether any row is measured."""
        return bool(self._heights)

    def is_measured(self, node: Node) -> bool:
        """Say whether the height of a row is known and not guessed."""
        return node.key in self._heights

    def measure(self, node: Node) -> int:
        """Return the height of a row in pixels, measured again only when what it shows changed."""
        if self._look.live_text(node) is not None or self._look.kept_text(node) is not None:
            return self.shape(node).height
        reading = self._open_plan.reading
        row = reading.places.row(node.row_id)
        number = reading.numbers.get(node.row_id or node.above, "")
        seen = (number, node.is_first, self._has_sign(node))
        known = self._heights.get(node.key)
        if known is None or known.row is not row or known.seen != seen:
            known = self._heights[node.key] = _Measured(row, seen, self._height(node))
        return known.height

    def _height(self, node: Node) -> int:
        assert node.level is not None
        if not node.row_id:
            return self.shape(node).height
        words, width = self._words(node, node.level, None), self._look.width_for_rows()
        return height_of(node.level, words, width, self.gap(node), self._has_sign(node))

    def _has_sign(self, node: Node) -> bool:
        look = self._look
        return look.is_observed(node) or look.is_warned(node) or look.is_locked(node)

    def _guess(self, node: Node) -> int:
        """Return a height by the count of letters alone."""
        assert node.level is not None
        in_a_line, line, around = _line_of(node.level, self._look.width_for_rows(), theme().scale)
        letters = len(getattr(node.shown, node.level.field, ""))
        return self.gap(node) + (1 + letters // in_a_line) * line + around

    def shape(self, node: Node) -> RowShape:
        """Return where the parts of a row stand, from its top left corner."""
        assert node.level is not None
        width = self._look.width_for_rows()
        live = self._look.live_text(node)
        if not node.row_id and live is None:
            return ghost_shape(node.level, self._model.text_of(node), width, self.gap(node))
        words = self._words(node, node.level, live)
        return shape_of(node.level, words, width, self.gap(node), self._has_sign(node))

    def gap(self, node: Node) -> int:
        """Return the free pixels above a row; the first goal of an objective stands closer."""
        assert node.level is not None
        if node.parent is None or (node.is_first and node.parent.level is None):
            return 0
        is_near = node.is_first or not node.row_id
        return theme().px(node.level.gap // 2 if is_near else node.level.gap)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        node = self._model.node(index)
        if node is None or node.level is None:
            return QSize(_ANY_WIDTH, 0)
        guesses = self._look.is_guessing() and not self.is_measured(node)
        return QSize(_ANY_WIDTH, self._guess(node) if guesses else self.measure(node))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        node = self._model.node(index)
        if node is None or node.level is None:
            return
        shape = self.shape(node)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_band(painter, node, shape, hover)
        if node.row_id or self._look.live_text(node) is not None:
            self._paint_row(painter, node, node.level, shape)
        else:
            self._paint_ghost(painter, node, shape)
        painter.restore()

    def _paint_band(self, painter: QPainter, node: Node, shape: RowShape, hover: bool) -> None:
        chosen = self._look.is_chosen(node)
        if not chosen and not hover:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("soft" if chosen else "hover"))
        painter.drawRoundedRect(shape.band, _RADIUS, _RADIUS)
        if self._look.is_current(node) and self._look.has_ring():
            _ring(painter, shape.band, "accent", "soft")
        if node.row_id and not self._open_plan.read_only:
            paint_icon(painter, QRectF(shape.grip), "grip", "text2")

    def _paint_ghost(self, painter: QPainter, node: Node, shape: RowShape) -> None:
        color = "accent" if self._look.is_current(node) else "text3"
        side = theme().px(16)
        top = shape.number.center().y() - side / 2 + 0.5
        paint_icon(painter, QRectF(shape.number.left() - 1, top, side, side), "plus", color)
        paint_text(painter, shape.text, self._model.text_of(node), "text", color)

    def _paint_row(self, painter: QPainter, node: Node, level: Level, shape: RowShape) -> None:
        live = self._look.live_text(node)
        words = self._words(node, level, live)
        current = self._look.is_chosen(node)
        accented = current or level.role == "objective"
        role = number_role(level) if current else level.role
        paint_text(painter, shape.number, words.number, role, _number_color(level, accented))
        if node.children:
            name = "chevron-down" if self._look.is_open(node) else "chevron-right"
            paint_icon(painter, QRectF(shape.chevron), name, "text3")
        if self._look.is_observed(node):
            paint_icon(painter, QRectF(shape.sign), "remark", "warn")
        elif self._look.is_warned(node):
            paint_icon(painter, QRectF(shape.sign), "warning", "warn")
        elif self._look.is_locked(node):
            paint_icon(painter, QRectF(shape.sign), "lock", "text3")
        if level.has_year:
            self._paint_year(painter, node, words.year, shape)
        if live is not None:
            _ring(
                painter, writing_box(shape), "bad" if self._look.is_wrong() else "accent", "surface"
            )
        elif words.text:
            paint_text(painter, shape.text, words.text, level.role, "text", spelled=True)
        else:
            ghost = placeholder(level.table, self._open_plan.plan)
            paint_text(painter, shape.text, ghost, level.role, "text3")

    def _paint_year(self, painter: QPainter, node: Node, words: str, shape: RowShape) -> None:
        activity = self._model.row_of(node)
        if not isinstance(activity, Activity):
            return
        paint_text(painter, year_words_area(shape.year), words, "small", "text2", right=True)
        marked = planned(activity)
        flags = [month in marked for month in self._open_plan.reading.months]
        paint_strip(painter, year_strip_area(shape.year), flags)

    def _words(self, node: Node, level: Level, live: str | None) -> RowWords:
        kept = self._look.kept_text(node) if live is None else live
        text = self._model.text_of(node) if kept is None else kept
        row = self._model.row_of(node)
        year = year_words(row) if isinstance(row, Activity) else ""
        return RowWords(self._open_plan.number(node.row_id) or "1", text, year)


def writing_box(shape: RowShape) -> QRect:
    """Return the field drawn around a text that is being written."""
    side, above = theme().px(8), theme().px(5)
    return shape.text.adjusted(-side, -above, side, above)


@lru_cache(maxsize=100)
def _line_of(level: Level, width: int, scale: float) -> tuple[int, int, int]:
    """Return about how many letters a line takes, its height, and the pixels around the text."""
    px = theme().px
    room = max(width - px(level.text_left + _YEAR), px(_YEAR))
    return room // px(_LETTER), theme().line_height(level.role), 2 * px(PAD)


def _number_color(level: Level, accented: bool) -> str:
    if accented:
        return "accent"
    return "text2" if level.has_year else "text"


def _ring(painter: QPainter, area: QRect, line: str, fill: str) -> None:
    painter.setPen(QPen(theme().color(line), 2))
    painter.setBrush(theme().color(fill))
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 6, 6)
