"""The legend of the tracking grid: what a number, a 0 and a hatched cell mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from poadesk.tracking.screen.delegate import paint_hatch
from poadesk.tracking.screen.rows import FINANCIAL, PHYSICAL, Kind
from poadesk.widgets.buttons import button, set_small
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.hint_bar import key_width, paint_key
from poadesk.widgets.theme import theme

_HATCH, _OVERDUE = "hatch", "overdue"
# Sample, words, and the words where there is little room.
_ENTRIES = {
    PHYSICAL: (
        ("12", "hecho", "hecho"),
        ("0", "registrado: nada hecho", "nada hecho"),
        (_HATCH, "sin registrar", "sin registrar"),
        (_OVERDUE, "sin registrar y vencido", "vencido"),
    ),
    FINANCIAL: (
        ("12", "gastado", "gastado"),
        ("0", "registrado: nada gastado", "nada gastado"),
        (_HATCH, "con presupuesto y sin registrar", "sin registrar"),
        (_OVERDUE, "vencido", "vencido"),
    ),
}
_HEIGHT, _SAMPLE, _GAP = 32, 26, 20


class Legend(QWidget):
    """Samples with their words in one line under the grid; at the right what is missing.

    `missing_wanted` when the person asks for the list of it.
    """

    missing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = PHYSICAL
        self.missing = button("Lo que falta", "quiet", "flag", self.missing_wanted.emit)
        set_small(self.missing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 8, 1)
        row.addStretch(1)
        row.addWidget(self.missing)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_kind(PHYSICAL)
        theme().changed.connect(self.updateGeometry)

    def show_kind(self, kind: Kind) -> None:
        """Explain the other amounts."""
        self._kind = kind
        spoken = "; ".join(words for _, words, _ in _ENTRIES[kind])
        self.setAccessibleName(f"Leyenda: {spoken}")
        self.update()

    def show_missing(self, count: int) -> None:
        """Say for how many things something is missing."""
        self.missing.set_words(f"Lo que falta: {count:,}" if count else "No falta nada")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = [(sample, words) for sample, _, words in _ENTRIES[self._kind]]
        beside = self.missing.sizeHint().width() + theme().px(8)
        self.missing.setVisible(self._wide(words) + beside <= self.width())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("window"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entries = [(sample, words) for sample, words, _ in _ENTRIES[self._kind]]
        if self._wide(entries) > self._room():
            entries = [(sample, words) for sample, _, words in _ENTRIES[self._kind]]
        left = float(theme().px(16))
        for sample, words in entries:
            left = self._paint_sample(painter, left, sample) + theme().px(7)
            top = (self.height() - theme().line_height("small")) / 2
            paint_lines(painter, (words,), "small", left, top, "text2")
            left += text_width(words, "small") + theme().px(_GAP)

    def _room(self) -> int:
        return self.width() if self.missing.isHidden() else self.missing.x()

    def _wide(self, entries: list[tuple[str, str]]) -> float:
        room = sum(self._sample_width(one) + text_width(words, "small") for one, words in entries)
        return room + theme().px(32) + len(entries) * theme().px(7 + _GAP)

    def _sample_width(self, sample: str) -> float:
        return theme().px(_SAMPLE) if sample in (_HATCH, _OVERDUE) else key_width(sample)

    def _paint_sample(self, painter: QPainter, left: float, sample: str) -> float:
        if sample not in (_HATCH, _OVERDUE):
            return paint_key(painter, QPointF(left, self.height() / 2), sample)
        height = theme().px(18)
        area = QRectF(left, (self.height() - height) / 2, theme().px(_SAMPLE), height)
        painter.setPen(theme().color("line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if sample == _OVERDUE:
            paint_hatch(painter, area.adjusted(-2, -2, 2, 2), overdue=True)
        else:
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            paint_hatch(painter, area.adjusted(1, 1, -1, -1), overdue=False)
        return area.right()
