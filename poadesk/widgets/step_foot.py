"""Foot of the step list: how far the work is, in words and as segments or one bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from poadesk.widgets.labels import label
from poadesk.widgets.step_painting import paint_segment
from poadesk.widgets.theme import theme

# How much of a segment is filled, and in which colour.
_SEGMENTS = {
    "empty": (0.0, "fill"),
    "started": (0.5, "fill"),
    "complete": (1.0, "fill"),
    "attention": (1.0, "warn_sign"),
}


def progress_sentence(states: Sequence[str]) -> str:
    """For example "5 de 9 pasos completos"; without states the plan is still being checked."""
    if not states:
        return "Revisando el plan…"
    return f"{list(states).count('complete')} de {len(states)} pasos completos"


class ProgressSegments(QWidget):
    """One short bar for each step: empty, half, full, or amber where something is wrong.

    Or one long bar, filled by the share of the work that is done.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[tuple[float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_states(self, states: Sequence[str]) -> None:
        """States of the steps in their order: empty, started, complete or attention."""
        self._show(progress_sentence(states), *(_SEGMENTS[state] for state in states))

    def set_share(self, words: str, share: float) -> None:
        """One bar filled by `share` (0 to 1), with what it says in words."""
        self._show(words, (min(1.0, max(0.0, share)), "fill"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shares:
            return
        painter = QPainter(self)
        gap = 3.0
        width = (self.width() + gap) / len(self._shares) - gap
        for place, (share, token) in enumerate(self._shares):
            rect = QRectF(place * (width + gap), 0, width, self.height())
            paint_segment(painter, rect, share, token)

    def _show(self, words: str, *shares: tuple[float, str]) -> None:
        self._shares = shares
        self.setAccessibleName(words)
        self.update()


class StepFoot(QWidget):
    """ "5 de 9 pasos completos" above its segments, or other words above one bar."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = label("", "grid", "text2", wrap=False)
        self._segments = ProgressSegments()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 10, 18, 12)
        layout.setSpacing(6)
        layout.addWidget(self._sentence)
        layout.addWidget(self._segments)

    def set_states(self, states: Sequence[str]) -> None:
        """States of the steps in their order: empty, started, complete or attention."""
        self._sentence.setText(progress_sentence(states))
        self._segments.set_states(states)

    def set_share(self, words: str, share: float) -> None:
        """Say how far other work is: words, and the share (0 to 1) of a bar."""
        self._sentence.setText(words)
        self._segments.set_share(words, share)
