"""One finding: its sign, what is true, why, and the jump to its field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.profiles import Profile
from poadesk.plan.review import SEVERITIES, Finding
from poadesk.plan.step_names import ALL_STEPS
from poadesk.widgets.buttons import button
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_SIGNS = {"error": ("error", "bad"), "warning": ("warning", "warn"), "hint": ("info", "accent")}
_LEFT = 44


class FindingRow(QWidget):
    """Takes the focus; Enter or a click on the jump goes to the field.

    `reached` tells the row that it speaks of when the focus has come.
    """

    wanted = Signal(object)
    reached = Signal(str)
    step_wanted = Signal(object, int)

    def __init__(self, finding: Finding, words: Profile) -> None:
        super().__init__()
        self.finding = finding
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        severity = SEVERITIES[finding.severity]
        self.setAccessibleName(f"{severity}: {finding.message} {finding.reason}")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(label(finding.message, "goal"))
        if finding.reason:
            said.addWidget(label(finding.reason, "grid", "text2"))
        self.jump = button(_jump_words(finding, words), "quiet", "arrow-right", self._go)
        self.jump.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 10, 8, 10)
        row.setSpacing(16)
        row.addLayout(said, 1)
        row.addWidget(self.jump, 0, Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(self, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.finding.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(theme().color("soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        else:
            area = self.rect()
            painter.fillRect(_LEFT, area.bottom(), area.width(), 1, theme().color("line"))
        sign, color = _SIGNS[self.finding.severity]
        side = theme().px(18)
        paint_icon(painter, QRectF(14, 11, side, side), sign, color)

    def _go(self) -> None:
        self.wanted.emit(self.finding)


def _jump_words(finding: Finding, words: Profile) -> str:
    if finding.number:
        return f"Ir a {finding.number}"
    titles = {step.key: step.title for step in ALL_STEPS} | words.step_titles
    return f"Ir a {titles[finding.step]}"
