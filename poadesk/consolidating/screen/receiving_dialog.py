"""While a batch is received: how far it is, the file in hand, and the way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from poadesk.consolidating.outcome import Progress
from poadesk.widgets.labels import label
from poadesk.widgets.waiting_dialog import WaitingDialog


class ReceivingDialog(WaitingDialog):
    """Counts the files; until the first is told, the bar only says that something goes on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Recibiendo los planes")
        self._file = label("", "grid", "text2")
        self.column.insertWidget(1, self._file)
        self.bar.setRange(0, 0)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the batch is."""
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        if not self.cancel.isEnabled():  # it has been given up, and says so
            return
        if progress.total > 1:
            self._title.setText(f"Recibiendo los planes: {progress.done:,} de {progress.total:,}")
        self._file.setText(progress.file)

    def end(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()
