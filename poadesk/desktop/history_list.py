"""The steps of the journal as rows: which is the present one, what was done and when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen

from poadesk.desktop.overlay_list import Entries, EntryDelegate, OverlayList
from poadesk.plan.moments import said
from poadesk.planfile.journal import Done, Journal
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import height_of, paint_wrapped

UNDONE, NOW, BEFORE = "undone", "now", "before"
_BEGINNING = "Como estaba al principio"
_SPOKEN = {UNDONE: "deshecho", NOW: "así está el plan ahora", BEFORE: ""}
_PADDING = 8


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the plan: after the step `id`, or before all of them (0)."""

    id: int
    label: str
    when: str
    state: str


def moments(journal: Journal, now: datetime) -> list[Moment]:
    """Return the moments to which one can go, the latest first."""
    undone, done = journal.undone_steps(), journal.steps()
    result = [_moment(step, UNDONE, now) for step in reversed(undone)]
    result += [_moment(step, BEFORE if at else NOW, now) for at, step in enumerate(done)]
    return [*result, Moment(0, _BEGINNING, "", BEFORE if done else NOW)]


def _moment(step: Done, state: str, now: datetime) -> Moment:
    when = said(step.at, now)
    return Moment(step.id, step.label, f"deshecho · {when}" if state == UNDONE else when, state)


class _Moments(Entries[Moment]):
    """The rows of the list."""

    def spoken(self, entry: Moment) -> str:
        """Return label, time and whether the plan is there now."""
        return ", ".join(filter(None, (entry.label, entry.when, _SPOKEN[entry.state])))


class _Delegate(EntryDelegate[Moment]):
    """Draws a moment."""

    def height(self, entry: Moment, width: float) -> int:
        """Return the height of the label, which may take several lines."""
        words = self._words(QRectF(0, 0, width, 0), entry)
        return height_of(entry.label, "grid", words.width()) + 2 * theme().px(_PADDING)

    def draw(self, painter: QPainter, place: QRectF, entry: Moment, chosen: bool) -> None:
        """Draw a moment in its row."""
        self._draw_sign(painter, place, entry)
        quiet = "text3" if entry.state == UNDONE else "text"
        words = self._words(place, entry)
        paint_wrapped(painter, words, entry.label, "grid", "accent" if chosen else quiet)
        time = QRectF(words.right(), words.top(), place.right() - words.right(), 1)
        time.adjust(0, 0, -theme().px(10), 0)
        paint_wrapped(painter, time, entry.when, "grid", "text2", Qt.AlignmentFlag.AlignRight)

    def _draw_sign(self, painter: QPainter, place: QRectF, entry: Moment) -> None:
        radius = theme().px(4)
        middle = place.top() + theme().px(_PADDING) + theme().line_height("grid") / 2
        is_now = entry.state == NOW
        style = Qt.PenStyle.DotLine if entry.state == UNDONE else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme().color("accent" if is_now else "field"), 1.2, style))
        painter.setBrush(theme().color("accent") if is_now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(place.left() + theme().px(14), middle), radius, radius)

    def _words(self, place: QRectF, entry: Moment) -> QRectF:
        left = place.left() + theme().px(28)
        time = QFontMetricsF(theme().font("grid")).horizontalAdvance(entry.when) + theme().px(26)
        top = place.top() + theme().px(_PADDING)
        return QRectF(left, top, place.right() - time - left, 1)


class HistoryList(OverlayList):
    """The list of moments. `picked` carries the one to which the person goes."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Historial de cambios")
        self.rows = _Moments()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self, self.rows))
        self.clicked.connect(lambda _: self._pick())

    def show_moments(self, shown: list[Moment]) -> None:
        """Show these moments with the present one chosen."""
        self.rows.show_entries(shown)
        self.choose(next(at for at, moment in enumerate(shown) if moment.state == NOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick()
        else:
            super().keyPressEvent(event)

    def _pick(self) -> None:
        if self.chosen() >= 0:
            self.picked.emit(self.rows.entries[self.chosen()])
