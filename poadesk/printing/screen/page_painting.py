"""Paints a page as a sheet of paper, with marks over what is being edited."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from poadesk.printing.paper_places import PaperPlace
from poadesk.widgets.theme import theme

_AROUND = 2.5  # points of white between the words and the line of their mark
_LINE = 1.5  # pixels
# What a mark means: the colours of its background and of its line.
TONES = {"edited": ("mark", "mark_line"), "finding": ("finding", "finding_line")}


def on_screen(place: PaperPlace, sheet: QRectF, points: QSizeF) -> QRectF:
    """Return where a place is drawn when its page, `points` large, fills `sheet`."""
    scale = sheet.width() / points.width()
    left, top = place.left - _AROUND, points.height() - place.top - _AROUND
    width = place.right - place.left + 2 * _AROUND
    height = place.top - place.bottom + 2 * _AROUND
    return QRectF(
        sheet.left() + left * scale, sheet.top() + top * scale, width * scale, height * scale
    )


def paint_sheet(
    painter: QPainter,
    sheet: QRectF,
    picture: QImage | None,
    marks: Iterable[QRectF],
    tone: str = "edited",
) -> None:
    """Paint a page into `sheet`: shadow, paper, its picture if it is there, and the marks."""
    _paint_shadow(painter, sheet)
    painter.fillRect(sheet, theme().color("paper"))
    if picture is not None:
        painter.drawImage(sheet, picture)
    fill, line = (theme().color(name) for name in TONES[tone])
    for mark in marks:
        _paint_mark(painter, mark, fill, line)


def _paint_mark(painter: QPainter, mark: QRectF, fill: QColor, line: QColor) -> None:
    painter.save()
    # Multiplied, the words under it stay as dark as they are.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(mark, fill)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(mark)
    painter.restore()


def _paint_shadow(painter: QPainter, sheet: QRectF) -> None:
    for reach, strength in ((3, 8), (2, 12), (1, 18)):
        shade = QColor(0, 0, 0, strength)
        painter.fillRect(
            sheet.adjusted(-reach, -reach, reach, reach).translated(QPointF(0, 1)), shade
        )
