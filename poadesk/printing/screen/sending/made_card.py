"""What was handed over last: the code to read aloud, the two files, and their folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QVBoxLayout

from poadesk.plan.model import Delivery
from poadesk.planfile.sending import Sent
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label

_EXPLAINED = (
    "Está en cada hoja del PDF. Planificación lo compara con el del archivo: si una sola letra "
    "cambia, el código es otro."
)


class MadeCard(QFrame):
    """Shows a delivery; where it lies is only known of those made since the plan was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "quiet-card")
        self._folder: Path | None = None
        self._title = label("", "objective")
        self._files = label("", "grid", "text2")
        self.code = label("", "big", "text")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._advice = label("", "grid", "text2")
        self.open = button("Abrir la carpeta", "normal", "folder-open", self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._files)
        column.addSpacing(6)
        column.addWidget(label("Código de verificación", "label", "text2"))
        column.addWidget(self.code)
        column.addWidget(label(_EXPLAINED, "small", "text3"))
        column.addSpacing(6)
        column.addWidget(self._advice)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_delivery(self, delivery: Delivery, made: Sent | None) -> None:
        """Show the last delivery, with its folder if it was made just now."""
        self.code.setText(delivery.code)
        self.code.setAccessibleName(f"Código de verificación: {' '.join(delivery.code)}")
        self._folder = made.folder if made is not None else None
        self.open.setVisible(made is not None)
        self._files.setVisible(made is not None)
        self._advice.setVisible(made is not None)
        if made is None:
            self._title.setText(f"Última entrega: revisión {delivery.revision}")
            return
        self._title.setText(f"La revisión {delivery.revision} está lista para entregar")
        self._files.setText(f"{made.file.name}\n{made.paper.name}")
        self._advice.setText(
            f"Lleve la carpeta “{made.folder.name}” a Planificación, o envíe los dos archivos por "
            "correo. Imprima el PDF para las firmas."
        )

    def _open(self) -> None:
        if self._folder is not None and self._folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
