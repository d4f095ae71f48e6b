"""Below a field: what the planning office observes of it, and the way to answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from poadesk.plan.model import Remark
from poadesk.plan.remarks import ANSWERED
from poadesk.widgets.buttons import button, set_small
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme


class FieldRemarks(QFrame):
    """The first remark in full and how many more there are. `wanted` when all are asked for."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("tone", "warning")
        self._sign = picture()
        self.text = label("", "grid", "warn")
        self.more = label("", "small", "warn")
        self.open = button("Ver", "quiet", None, self.wanted.emit)
        set_small(self.open)
        below = QHBoxLayout()
        below.addWidget(self.more, 1)
        below.addStretch(1)
        below.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.text)
        said.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 2)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        self._dress()
        theme().changed.connect(self._dress)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these remarks; without any the field looks as always."""
        self.setVisible(bool(remarks))
        if not remarks:
            return
        first = remarks[0]
        self.text.setText(first.text)
        said = ["Respondida."] if first.state == ANSWERED else []
        if len(remarks) > 1:
            more = len(remarks) - 1
            said.append("Y 1 observación más." if more == 1 else f"Y {more} observaciones más.")
        self.more.setText(" ".join(said))
        self.more.setVisible(bool(said))
        self.setAccessibleName(f"Observación de Planificación: {first.text} {self.more.text()}")
        self.open.setAccessibleName(f"Ver la observación: {first.text}")

    def _dress(self) -> None:
        self._sign.setPixmap(pixmap("remark", "warn", 14, self.devicePixelRatioF()))
