"""The printers of the computer and the number of copies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from poadesk.plan.fields import UnreadableError, Whole
from poadesk.widgets.bound_field import ChoiceBox
from poadesk.widgets.field_frame import FieldFrame, LineField
from poadesk.widgets.theme import theme

MOST_COPIES = 99
_COPIES = 96  # pixels


class PrinterChoice(QWidget):
    """A list of the printers, with the usual one chosen, and how many copies."""

    def __init__(self) -> None:
        super().__init__()
        self._names = QPrinterInfo.availablePrinterNames()
        self.printers = ChoiceBox()
        self.printers.setMinimumContentsLength(6)
        self.printers.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.printers.addItems(self._names or ["No hay impresoras"])
        usual = QPrinterInfo.defaultPrinterName()
        if usual in self._names:
            self.printers.setCurrentText(usual)
        self.printers.setEnabled(self.has_printers)
        self.copies = LineField()
        self.copies.setText("1")
        self._copies_frame = FieldFrame("Copias", self.copies)
        self._copies_frame.setFixedWidth(theme().px(_COPIES))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(FieldFrame("Impresora", self.printers), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._copies_frame, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def has_printers(self) -> bool:
        """Say whether there is any printer to choose."""
        return bool(self._names)

    def printer(self) -> QPrinter:
        """Return the chosen printer."""
        return QPrinter(QPrinterInfo.printerInfo(self.printers.currentText()))

    def number_of_copies(self) -> int | None:
        """Return how many copies, 1 to 99; None when that is not readable, and say so."""
        try:
            count = int(Whole("Copias").read(self.copies.text()))
        except UnreadableError:
            count = 0
        if 1 <= count <= MOST_COPIES:
            self._copies_frame.clear_error()
            return count
        self._copies_frame.show_error("Escriba de 1 a 99.")
        return None
