"""Paints a difference in the list: check box, sign, which row it is, what happened, its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from poadesk.plan.comparing import CHANGED, Difference
from poadesk.plan.excerpt import excerpt
from poadesk.plan.folding import Span
from poadesk.printing.screen.compare.model import ENTRY, KIND_ICONS, Differences, Entry, Index, said
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import height_of, paint_wrapped

_LEFT, _RIGHT, _PAD, _SIDE, _GAP = 16, 12, 8, 16, 8  # pixels at 100 % text size


@dataclass(frozen=True, slots=True)
class _Lines:
    """The words of a row, from above: each with its letter, its colour and what is marked."""

    title: str
    before: str
    said: str
    words: str
    spans: tuple[Span, ...]


class DifferenceDelegate(QStyledItemDelegate):
    """Paints the rows of `Differences`; heights are kept for each width and letter."""

    def __init__(self, view: QListView, model: Differences) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._heights: dict[tuple[str, int, float, bool], int] = {}
        model.modelReset.connect(self._heights.clear)

    def check_box(self, place: QRectF) -> QRectF:
        """Return where the check box of a row stands."""
        side = theme().px(_SIDE)
        return QRectF(
            place.left() + theme().px(_LEFT), place.top() + theme().px(_PAD) + 2, side, side
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        width = self._view.viewport().width()
        name = entry.difference.key if entry.difference else f"section {entry.section.key}"
        key = (name, width, theme().scale, self._model.can_choose)
        if key not in self._heights:
            self._heights[key] = self._height(entry, width)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.difference is None:
            self._paint_section(painter, place, entry)
        else:
            self._paint_ground(painter, place, option.state)
            self._paint_difference(painter, place, entry, entry.difference)
        painter.restore()

    def _height(self, entry: Entry, width: float) -> int:
        if entry.difference is None:
            return height_of(_heading(entry), "label", width - 2 * theme().px(_LEFT)) + theme().px(
                20
            )
        lines, room = _lines(entry.difference), width - self._text_left() - theme().px(_RIGHT)
        title = room - self._before_width(lines)
        height = height_of(lines.title, "goal", title) + height_of(lines.said, "grid", room)
        if lines.words:
            height += height_of(lines.words, "grid", room, lines.spans)
        return height + 2 * theme().px(_PAD)

    def _paint_section(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        painter.fillRect(place, theme().color("window"))
        side = theme().px(_LEFT)
        words = place.adjusted(side, theme().px(11), -side, 0)
        paint_wrapped(painter, words, _heading(entry), "label", "text2")

    def _paint_ground(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme().color("soft" if selected else "hover"))
        if selected and self._view.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(2, 1, -2, -2), 6, 6)
        line = QRectF(place.left(), place.bottom() - 1, place.width(), 1)
        painter.fillRect(line, theme().color("line"))

    def _paint_difference(
        self, painter: QPainter, place: QRectF, entry: Entry, one: Difference
    ) -> None:
        box = self.check_box(place)
        if self._model.can_choose:
            _paint_check(painter, box, entry)
            box.translate(theme().px(_SIDE + _GAP), 0)
        name, color = KIND_ICONS[one.kind]
        paint_icon(painter, box, name, color)
        self._paint_words(painter, place, _lines(one))

    def _paint_words(self, painter: QPainter, place: QRectF, lines: _Lines) -> None:
        left, top = place.left() + self._text_left(), place.top() + theme().px(_PAD)
        room = place.width() - self._text_left() - theme().px(_RIGHT)
        before = self._before_width(lines)
        title = QRectF(left, top, room - before, 1)
        paint_wrapped(painter, title, lines.title, "goal", "text")
        right = QRectF(left, top + 2, room, 1)
        paint_wrapped(painter, right, lines.before, "small", "text3", Qt.AlignmentFlag.AlignRight)
        top += height_of(lines.title, "goal", room - before)
        paint_wrapped(painter, QRectF(left, top, room, 1), lines.said, "grid", "text2")
        top += height_of(lines.said, "grid", room)
        words = QRectF(left, top, room, 1)
        paint_wrapped(painter, words, lines.words, "grid", "text", marks=lines.spans)

    def _text_left(self) -> float:
        signs = 2 if self._model.can_choose else 1
        return float(theme().px(_LEFT) + signs * theme().px(_SIDE + _GAP))

    def _before_width(self, lines: _Lines) -> float:
        if not lines.before:
            return 0.0
        metrics = QFontMetricsF(theme().font("small"))
        return metrics.horizontalAdvance(lines.before) + theme().px(_GAP)


def _heading(entry: Entry) -> str:
    words, _ = excerpt(entry.section.text, ())
    return f"{entry.section.title} · {words}" if words else entry.section.title


def _lines(one: Difference) -> _Lines:
    is_renumbered = bool(one.old_number and one.new_number) and one.old_number != one.new_number
    before = f"antes {one.old_number}" if is_renumbered else ""
    if one.kind == CHANGED and not one.is_text_apart and not one.months:
        words, spans = excerpt(one.new or one.old, one.new_spans if one.new else ())
    else:
        words, spans = excerpt(one.text, ())
    return _Lines(one.title, before, said(one), words, spans)


def _paint_check(painter: QPainter, box: QRectF, entry: Entry) -> None:
    if entry.why_not:
        paint_icon(painter, box, "lock", "text3")
        return
    line, ground = ("fill", "fill") if entry.is_chosen else ("field", "surface")
    painter.setPen(QPen(theme().color(line), 1))
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if entry.is_chosen:
        paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", "on_fill")
