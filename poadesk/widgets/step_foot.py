"""Foot of the step list: how many steps are complete, in words and as segments."""

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
    """For example "5 de 9 pasos completos"."""
    return f"{list(states).count('complete')} de {len(states)} pasos completos"


class ProgressSegments(QWidget):
    """One short bar for each step: empty, half, full, or amber where something is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._states: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_states(self, states: Sequence[str]) -> None:
        """States of the steps in their order: empty, started, complete or attention."""
        self._states = tuple(states)
        self.setAccessibleName(progress_sentence(states))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._states:
            return
        painter = QPainter(self)
        gap = 3.0
        width = (self.width() + gap) / len(self._states) - gap
        for place, state in enumerate(self._states):
            rect = QRectF(place * (width + gap), 0, width, self.height())
            paint_segment(painter, rect, *_SEGMENTS[state])


class StepFoot(QWidget):
    """ "5 de 9 pasos completos" above its segments."""

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
