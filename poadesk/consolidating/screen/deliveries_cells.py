"""Draws the cells of Entregas: name, state, revision, arrival, findings and remarks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from poadesk.consolidating.screen.deliveries_model import (
    FINDINGS,
    NAME,
    REMARKS,
    REVISION,
    STATE,
    DeliveriesModel,
    Index,
)
from poadesk.consolidating.screen.delivery_words import STATE_CHIPS
from poadesk.plan.office_units import REFUSED, UnitRow
from poadesk.widgets.chips import chip_size, paint_chip
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import height_of, paint_wrapped

ROW, PAD = 40, 8  # pixels at 100 % text size
WHY = "Ver por qué"
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def row_height(row: UnitRow, name_width: int) -> int:
    """Return the height of a row, in which the whole name can be read."""
    words = height_of(row.name, "goal", max(40, name_width))
    return max(theme().px(ROW), words + theme().px(20))


class DeliveryCells(QStyledItemDelegate):
    """`left` is the margin of the first column; `focused` shows the chosen row with a frame."""

    def __init__(self, model: DeliveriesModel) -> None:
        super().__init__(model)
        self._model = model
        self.left = 24
        self.focused = False
        self.width_of: Callable[[int], int] = lambda column: 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = self._model.rows[index.row()], index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "soft" if chosen else "hover" if hovered else "surface"
        painter.fillRect(option.rect, theme().color(ground))
        line = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        painter.fillRect(line, theme().color("line"))
        painter.setClipRect(option.rect)
        if chosen and self.focused:
            painter.fillRect(
                option.rect.adjusted(0, 0, 0, 1 - option.rect.height()), theme().color("accent")
            )
            painter.fillRect(line, theme().color("accent"))
            if column == NAME:
                painter.fillRect(
                    0, option.rect.top(), 3, option.rect.height(), theme().color("accent")
                )
        self._paint_cell(painter, QRectF(option.rect), row, column, chosen)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, place: QRectF, row: UnitRow, column: int, chosen: bool
    ) -> None:
        if column == NAME:
            self._paint_name(painter, place, row)
        elif column == STATE:
            self._paint_state(painter, place, row, chosen)
        elif row.state == REFUSED:
            self._paint_reason(painter, place, row, column)
        elif column == FINDINGS:
            _paint_findings(painter, place, row)
        elif column == REMARKS:
            _paint_remarks(painter, place, self._model.text(row, column), row)
        else:
            _paint_words(painter, place, self._model.text(row, column))

    def _paint_name(self, painter: QPainter, place: QRectF, row: UnitRow) -> None:
        words = place.adjusted(self.left, 0, -theme().px(PAD), 0)
        high = height_of(row.name, "goal", words.width())
        words.setTop(words.top() + (words.height() - high) / 2)
        paint_wrapped(painter, words, row.name, "goal", "text" if row.plan_id else "text2")

    def _paint_state(self, painter: QPainter, place: QRectF, row: UnitRow, chosen: bool) -> None:
        word, chip = STATE_CHIPS[row.state]
        size = chip_size(word, chip)
        spot = QRectF(
            place.left(), place.center().y() - size.height() / 2, size.width(), size.height()
        )
        is_lost = chosen and chip == "received"
        paint_chip(painter, spot, word, "received-chosen" if is_lost else chip)

    def _paint_reason(self, painter: QPainter, place: QRectF, row: UnitRow, column: int) -> None:
        """Draw the reason over the columns that have nothing to say."""
        if column == REMARKS:
            _paint_words(painter, place, WHY, "accent", "button")
            return
        before = sum(self.width_of(at) for at in range(REVISION, column))
        room = sum(self.width_of(at) for at in range(REVISION, REMARKS)) - theme().px(PAD)
        painter.setFont(theme().font("grid"))
        cut = painter.fontMetrics().elidedText(row.reason, Qt.TextElideMode.ElideRight, room)
        _paint_words(painter, place.adjusted(-before, 0, room, 0), cut)


def _paint_words(
    painter: QPainter, place: QRectF, words: str, color: str = "text2", role: str = "grid"
) -> None:
    painter.setFont(theme().font(role))
    painter.setPen(theme().color(color))
    painter.drawText(place, _FLAGS, words)


def _paint_findings(painter: QPainter, place: QRectF, row: UnitRow) -> None:
    if row.errors is None or row.warnings is None:
        _paint_words(painter, place, "—" if row.plan_id else "", "text3")
        return
    if not row.errors and not row.warnings:
        _paint_signed(painter, place, "check", "bien", "ok")
        return
    if row.errors:
        wide = _paint_signed(painter, place, "error", f"{row.errors:,}", "bad")
        place = place.adjusted(wide + theme().px(12), 0, 0, 0)
    if row.warnings:
        _paint_signed(painter, place, "warning", f"{row.warnings:,}", "warn")


def _paint_remarks(painter: QPainter, place: QRectF, words: str, row: UnitRow) -> None:
    if row.remarks.open:
        _paint_words(painter, place, words, "warn", "strong")
    elif row.remarks.answered:
        _paint_words(painter, place, words, "accent", "strong")
    else:
        _paint_words(painter, place, words)


def _paint_signed(painter: QPainter, place: QRectF, sign: str, words: str, color: str) -> float:
    """Draw a sign with its words; return how wide both are."""
    side = theme().px(14)
    spot = QRectF(place.left(), place.center().y() - side / 2, side, side)
    paint_icon(painter, QRectF(spot.topLeft().toPoint(), spot.size()), sign, color)
    left = side + theme().px(5)
    _paint_words(painter, place.adjusted(left, 0, 0, 0), words, color)
    return left + QFontMetricsF(theme().font("grid")).horizontalAdvance(words)
