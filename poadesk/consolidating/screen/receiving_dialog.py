"""While a batch is received: how far it is, the file in hand, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from poadesk.consolidating.outcome import Progress
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_WIDE = 460


class ReceivingDialog(QDialog):
    """Stays until the batch has ended; Esc and the button ask to give it up."""

    give_up_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("poadesk")
        self.setModal(True)
        self.setAccessibleName("Recibiendo los planes")
        self._title = label("Recibiendo los planes…", "objective")
        self._file = label("", "grid", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("Cuánto se ha recibido")
        self.cancel = button("Cancelar", "normal", None, self._give_up)
        foot = QHBoxLayout()
        foot.addWidget(label("Si cancela, nada cambia.", "small", "text3"), 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for widget in (self._title, self._file, self.bar):
            column.addWidget(widget)
        column.addLayout(foot)
        self.setFixedWidth(theme().px(_WIDE))

    def show_progress(self, progress: Progress) -> None:
        """Show how far the batch is."""
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        if progress.total > 1:
            self._title.setText(f"Recibiendo los planes: {progress.done:,} de {progress.total:,}")
        self._file.setText(progress.file)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_up()
        event.ignore()

    def end(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def _give_up(self) -> None:
        self.cancel.setEnabled(False)
        self._file.setText("Cancelando…")
        self.give_up_wanted.emit()
