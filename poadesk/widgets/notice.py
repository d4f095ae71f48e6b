"""Notice after deleting: says what was done and offers to undo it, then goes away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from poadesk.widgets.buttons import Button
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme

_SHOWN_MS = 8000
_SHADOW = 10


def show_notice(
    parent: QWidget, sentence: str, on_undo: Callable[[], object] | None = None, sign: str = "trash"
) -> "Notice":
    """Show a notice at the bottom of `parent` in place of the one that may be there."""
    for old in parent.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.leave()
    notice = Notice(parent, sentence, on_undo, sign)
    notice.show()
    return notice


class Notice(QFrame):
    """Inverted bar over the bottom of its parent for eight seconds; never takes the focus."""

    def __init__(
        self,
        parent: QWidget,
        sentence: str,
        on_undo: Callable[[], object] | None = None,
        sign: str = "trash",
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(sentence)
        self._over = parent
        self._sign_name = sign
        self._sign = picture()
        self.sentence = label(sentence, "grid", "window", wrap=True)
        self.undo = Button("Deshacer", "notice")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if on_undo is None:
            self.undo.hide()
        self._on_undo = on_undo
        self.undo.clicked.connect(self._undo)
        self._lay_out()
        self._dress()
        theme().changed.connect(self._dress)
        parent.installEventFilter(self)
        QTimer.singleShot(_SHOWN_MS, self, self.leave)

    def leave(self) -> None:
        """Go away now."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 3))
            grown = body.adjusted(-step, -step + 3, step, step * 0.6 + 2)
            painter.drawRoundedRect(grown, 8 + step, 8 + step)
        painter.setBrush(theme().color("text"))
        painter.drawRoundedRect(body, 8, 8)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        # Without its button the sentence needs the room that the button has around it.
        right, above = (14, 11) if self.undo.isHidden() else (6, 4)
        layout.setContentsMargins(_SHADOW + 14, _SHADOW + above, _SHADOW + right, _SHADOW + above)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.undo)

    def _dress(self) -> None:
        self._sign.setPixmap(pixmap(self._sign_name, "window", 16, self.devicePixelRatioF()))
        self._place()

    def _place(self) -> None:
        parent = self._over
        room = parent.width() - 32
        width = min(self.sizeHint().width(), room)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - 12, width, height)
        self.raise_()

    def _undo(self) -> None:
        self.leave()
        if self._on_undo is not None:
            self._on_undo()
