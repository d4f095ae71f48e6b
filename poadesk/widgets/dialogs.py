"""Dialogs for when the person must decide: what happened, what it means, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.widgets.buttons import Button
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme

_COLORS = {"warning": "warn", "error": "bad", "lock": "accent", "trash": "text2"}


def ask(
    parent: QWidget | None,
    what_happened: str,
    what_it_means: str,
    choices: Sequence[tuple[str, str]],
    icon: str = "warning",
) -> str:
    """Key of the chosen one of `choices`, pairs (key, words on the button).

    The first choice is the safe one: Esc and closing the window choose it.
    The last one is the primary button, chosen with Enter.
    """
    dialog = Question(parent, what_happened, what_it_means, choices, icon)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen


def tell(
    parent: QWidget | None,
    what_happened: str,
    what_it_means: str,
    button: str = "Seguir trabajando",
    icon: str = "info",
) -> None:
    """Say something that needs no choice."""
    ask(parent, what_happened, what_it_means, [("done", button)], icon)


class Question(QDialog):
    """Bold sentence, one line, what there may be to read `inside`, and buttons named by what
    they do.
    """

    def __init__(
        self,
        parent: QWidget | None,
        what_happened: str,
        what_it_means: str,
        choices: Sequence[tuple[str, str]],
        icon: str = "warning",
        inside: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen = choices[0][0]
        self.buttons: dict[str, Button] = {}
        self.setWindowTitle("poadesk")
        self.setAccessibleName(what_happened)
        self.setAccessibleDescription(what_it_means)
        self.setModal(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._words(what_happened, what_it_means, icon), 1)
        if inside is not None:
            row = QHBoxLayout()
            row.setContentsMargins(24, 0, 24, 18)
            row.addWidget(inside)
            layout.addLayout(row)
        layout.addWidget(self._foot(choices))
        self._fit(layout)
        self.buttons[choices[-1][0]].setFocus()

    def _fit(self, layout: QVBoxLayout) -> None:
        # Left to itself Qt makes a dialog no wider than two thirds of the screen and cuts words.
        width = max(theme().px(400), min(theme().px(560), layout.totalSizeHint().width()))
        width = max(width, layout.totalMinimumSize().width())
        self.setFixedSize(width, layout.totalHeightForWidth(width))

    def _words(self, what_happened: str, what_it_means: str, icon: str) -> QHBoxLayout:
        sign = picture()
        sign.setPixmap(pixmap(icon, _COLORS.get(icon, "accent"), 24, self.devicePixelRatioF()))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label(what_happened, "objective"))
        if what_it_means:
            column.addWidget(label(what_it_means, "grid", "text2"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(22, 20, 24, 18)
        row.setSpacing(14)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _foot(self, choices: Sequence[tuple[str, str]]) -> QFrame:
        foot = QFrame()
        foot.setProperty("panel", "window")
        line = QFrame()
        line.setProperty("panel", "line")
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addStretch(1)
        for key, words in choices:
            row.addWidget(self._choice(key, words, primary=key == choices[-1][0]))
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)
        return foot

    def _choice(self, key: str, words: str, primary: bool) -> Button:
        result = Button(words, "primary" if primary else "normal")
        result.setDefault(primary)
        result.clicked.connect(lambda: self._choose(key))
        self.buttons[key] = result
        return result

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.accept()
