"""Band above the content: one sentence and at most one action."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from poadesk.widgets.buttons import Button
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme

_TONES = {
    "warning": ("warning", "warn"),
    "done": ("done", "ok"),
    "read-only": ("lock", "accent"),
    "failure": ("error", "bad"),
}


class Band(QFrame):
    """One sentence on a coloured ground. `tone`: warning, done, read-only or failure."""

    def __init__(
        self,
        tone: str,
        sentence: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._tone = tone
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.sign = picture()
        self.sentence = label(sentence, "button", _TONES[tone][1])
        self.action = Button(action, "band")
        self.action.setProperty("tone", tone)
        if not action:
            self.action.hide()
        if on_action is not None:
            self.action.clicked.connect(lambda: on_action())
        self._lay_out()
        self.setAccessibleName(sentence)
        self._dress()
        theme().changed.connect(self._dress)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self.sentence.setText(sentence)
        self.sentence.updateGeometry()
        self.setAccessibleName(sentence)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 4, 4)
        layout.setSpacing(12)
        layout.addWidget(self.sign)
        layout.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.action)
        layout.setAlignment(self.action, Qt.AlignmentFlag.AlignVCenter)

    def _dress(self) -> None:
        sign, color = _TONES[self._tone]
        self.sign.setPixmap(pixmap(sign, color, 16, self.devicePixelRatioF()))
        self.setMinimumHeight(theme().px(36))
