"""The panel at the right of the grid: the chosen activity, its state, its year, its delay."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from poadesk.tracking.edits import CAUSE, CORRECTIVE_ACTION, deviation_at
from poadesk.tracking.screen.chart import YearChart
from poadesk.tracking.screen.fields import DeviationField, deviation_frame
from poadesk.tracking.screen.rows import FINANCIAL, Kind, TrackingRow
from poadesk.tracking.screen.words import (
    STATE_WORDS,
    figure,
    missing_short,
    percent_words,
    until_words,
)
from poadesk.tracking.standing import (
    AT_RISK,
    INACTIVE,
    LATE,
    MISSING,
    NOT_BEGUN,
    ON_TRACK,
)
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.light_sign import SIDE, paint_light, word_color
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme

_TONES = {LATE: "failure", AT_RISK: "warning", ON_TRACK: "done", MISSING: "warning"}


class TrackingDetails(QWidget):
    """What is known of one activity at the cut-off, and what is said of its delay."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(theme().px(240))
        self.title = label("", "strong")
        self._text = label("", "goal")
        self.card = StateCard()
        self.chart = YearChart()
        self.frames = {name: deviation_frame(name) for name in (CAUSE, CORRECTIVE_ACTION)}
        self._bound = [
            DeviationField(frame, open_plan, name) for name, frame in self.frames.items()
        ]
        self.asked = AskedLine()
        self._scroll = ScrolledPage(self)
        self._content = self._scroll.page
        self._content.hide()
        self._lay_out()

    def show_row(self, row: TrackingRow | None, kind: Kind) -> None:
        """Show an activity, or nothing."""
        self._content.setVisible(row is not None)
        if row is None:
            self.title.setText("")
            return
        self.title.setText(f"{self._open_plan.words.noun('activity').title} {row.number}")
        self._text.setText(row.text or "Sin escribir")
        self.card.show_row(row, kind, self._open_plan.plan.currency)
        self.chart.show_row(row, kind)
        for bound in self._bound:
            bound.bind_at(row.id, row.scope.period.until)
        self._ask(row)

    def renew(self, row: TrackingRow, kind: Kind) -> None:
        """Show the same activity after a change; what is being typed stays."""
        self.card.show_row(row, kind, self._open_plan.plan.currency)
        self.chart.show_row(row, kind)
        self._ask(row)

    def focus_field(self, field: str) -> None:
        """Put the focus on the cause (or what will be done)."""
        self.frames[field].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, row: TrackingRow) -> None:
        limit = percent_words(row.scope.limits.cause_below, row.scope.limits)
        self.asked.say(f"Se pide cuando el avance es menor que {limit}.", row.standing.asks_cause)
        self.asked.setVisible(row.standing.is_delayed)
        has_delay = row.standing.state != NOT_BEGUN or self._is_explained(row)
        for frame in self.frames.values():
            frame.setVisible(has_delay)

    def _is_explained(self, row: TrackingRow) -> bool:
        assert row.activity is not None
        return deviation_at(row.activity, row.scope.period.until) is not None

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("panel", "line")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 6)
        head.addStrut(theme().px(32))
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addWidget(self._scroll, 1)
        self._fill_content()

    def _fill_content(self) -> None:
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = self._scroll.column
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self._text, self.card, self.chart):
            column.addWidget(widget)
        column.addSpacing(4)
        for frame in self.frames.values():
            frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            column.addWidget(frame)
        column.addWidget(self.asked)
        column.addStretch(1)


class StateCard(QFrame):
    """The state of an activity with its sign, and how far it has come."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign()
        self.state = label("", "strong")
        self.reached = label("", "grid")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.state)
        words.addWidget(self.reached)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)

    def show_row(self, row: TrackingRow, kind: Kind, currency: str) -> None:
        """Say how an activity stands."""
        state = INACTIVE if kind is FINANCIAL else row.standing.state  # money has no light
        tone = _TONES.get(state, "")
        self.setProperty("tone", tone)
        self.setProperty("panel", "" if tone else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        color = "text2" if state == INACTIVE else word_color(state)
        for one in (self.state, self.reached):
            one.set_color(color)
        self.state.setText(_state_words(row, kind))
        self.reached.setText(until_words(row, kind, currency))
        self._sign.show_state(state)


class Sign(QWidget):
    """The sign of a state."""

    def __init__(self) -> None:
        super().__init__()
        self._state = INACTIVE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str) -> None:
        """Draw another state; what is not active has no sign."""
        self._state = state
        self.setVisible(state != INACTIVE)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(SIDE + 2), theme().px(SIDE + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state != INACTIVE:
            paint_light(QPainter(self), QRectF(self.rect()), self._state)


class AskedLine(QWidget):
    """When the cause of a delay is asked for, with a sign while it is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = picture()
        self.words = label("", "small", "warn")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self._missing = False
        theme().changed.connect(self._dress)

    def say(self, sentence: str, missing: bool) -> None:
        """Say when it is asked; amber while it is `missing`."""
        self.words.setText(sentence)
        self._missing = missing
        self._dress()

    def _dress(self) -> None:
        self.words.set_color("warn" if self._missing else "text3")
        self._sign.setPixmap(
            pixmap(
                "warning" if self._missing else "check",
                "warn" if self._missing else "ok",
                14,
                self.devicePixelRatioF(),
            )
        )


def _state_words(row: TrackingRow, kind: Kind) -> str:
    state = row.standing.state
    if kind is FINANCIAL:
        return f"Gastado: {figure(row, kind)}"
    if state == MISSING:
        return f"{missing_short(row.standing.overdue)}: {figure(row, kind)}"
    if state in _TONES:
        return f"{STATE_WORDS[state]}: {figure(row, kind)}"
    return STATE_WORDS[state]
