"""While a thread works on what the person asked for: how far it is, and the way to give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_WIDE = 460  # pixels at 100 % text size


class WaitingDialog(QDialog):
    """Stays until the work has ended; Esc and the button ask to give it up."""

    give_up_wanted = Signal()

    def __init__(self, parent: QWidget, doing: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("poadesk")
        self.setModal(True)
        self.setAccessibleName(doing)
        self._title = label(f"{doing}…", "objective")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName("Cuánto se ha hecho")
        self.cancel = button("Cancelar", "normal", None, self._give_up)
        foot = QHBoxLayout()
        foot.addWidget(label("Si cancela, nada cambia.", "small", "text3"), 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.bar)
        column.addLayout(foot)
        self.setFixedWidth(theme().px(_WIDE))

    def show_share(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.bar.setValue(round(share * 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_up()
        event.ignore()

    def _give_up(self) -> None:
        self.cancel.setEnabled(False)
        self._title.setText("Cancelando…")
        self.give_up_wanted.emit()
