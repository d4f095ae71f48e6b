"""The revisions of a plan, the newest first: when each came and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.consolidating.screen.delivery_words import ordinal
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.moments import day_said
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.buttons import button, set_small
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_EVENTS = {
    "sent": "Enviada",
    "received": "Recibida",
    "returned": "Devuelta",
    "approved": "Aprobada",
}
_LEFT = 22  # pixels of the line with its dots


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision: its number, when it came, what happened to it, and its kept content."""

    number: int
    at: str
    events: str
    digest: str


def revisions_of(plan: Plan) -> list[Revision]:
    """Return the revisions of a plan, the newest first."""
    numbers = sorted({one.revision for one in plan.deliveries}, reverse=True)
    return [_revision(number, plan.deliveries) for number in numbers]


def _revision(number: int, deliveries: Sequence[Delivery]) -> Revision:
    own = sorted((one for one in deliveries if one.revision == number), key=lambda one: one.at)
    arrived = [one for one in own if one.event == "received"] or own
    told = [one for one in own if one.event != "sent"] or own
    words = [
        f"{_EVENTS[one.event]} {day_said(one.at, datetime.now())}"
        for one in told
        if one is not arrived[-1]
    ]
    kept = [one.digest for one in own if one.event in ("received", "approved")]
    return Revision(number, arrived[-1].at, "; ".join(words), kept[-1] if kept else "")


class RevisionList(QWidget):
    """`compare_wanted` carries the digest of the revision that is compared with the one now."""

    compare_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_plan(self, plan: Plan) -> None:
        """Show the revisions of another plan."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        revisions = revisions_of(plan)
        if not revisions:
            self._column.addWidget(label("No se sabe cuándo llegó.", "grid", "text2"))
        for at, revision in enumerate(revisions):
            self._column.addWidget(self._row(revision, at, len(revisions)))

    def _row(self, revision: Revision, at: int, count: int) -> QWidget:
        row = _Row(is_newest=at == 0, goes_on=at < count - 1)
        when = day_said(revision.at, datetime.now())
        title = label(f"{ordinal(revision.number)} revisión · {when}", "strong")
        row.column.addWidget(title)
        line = QHBoxLayout()
        line.addWidget(label(revision.events, "grid", "text2"), 1)
        if at > 0 and revision.digest:
            ask = button("Comparar", "quiet", None, lambda: self._ask(revision.digest))
            set_small(ask)
            line.addWidget(ask, 0, Qt.AlignmentFlag.AlignTop)
        row.column.addLayout(line)
        return row

    def _ask(self, digest: str) -> None:
        self.compare_wanted.emit(digest)


class _Row(QWidget):
    """A dot on a line that goes on to the revision before."""

    def __init__(self, is_newest: bool, goes_on: bool) -> None:
        super().__init__()
        self._is_newest, self._goes_on = is_newest, goes_on
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_LEFT, 0, 0, 10)
        self.column.setSpacing(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, middle = theme().px(10), theme().line_height("strong") / 2
        if self._goes_on:
            painter.setPen(QPen(theme().color("line2"), 2))
            left = round(side / 2) + 2
            painter.drawLine(left, round(middle), left, self.height())
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.setBrush(theme().color("fill" if self._is_newest else "window"))
        dot = QRectF(2, middle - side / 2, side, side)
        painter.drawRoundedRect(dot, 4, 4)
