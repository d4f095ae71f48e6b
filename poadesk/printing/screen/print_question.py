"""Asks on which printer the whole plan, or a report, comes out, and how many times."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.printing.screen.printer_choice import PrinterChoice
from poadesk.widgets.dialogs import Question

_WHOLE = "Sale todo el plan en papel carta. Para elegir partes u otro papel, vaya a Imprimir."
_NO_PRINTER = "Esta computadora no tiene impresoras. Guarde el PDF y llévelo a una que sí tenga."
_PRINTS = (("no", "Cancelar"), ("print", "Imprimir"))
_STAYS = (("no", "Entendido"),)


class PrintQuestion(Question):
    """`chosen` is "print" when the person wants it on paper; `what` says what comes out."""

    def __init__(self, parent: QWidget, what: str = _WHOLE) -> None:
        self.choice = PrinterChoice()
        has_printers = self.choice.has_printers
        sentence, choices = (what, _PRINTS) if has_printers else (_NO_PRINTER, _STAYS)
        super().__init__(parent, "Imprimir en papel", sentence, choices, "printer")
        if has_printers:
            self._add_choice()

    def _add_choice(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        room = QVBoxLayout()
        room.setContentsMargins(60, 0, 24, 18)  # under the words, beside the sign
        room.addWidget(self.choice)
        layout.insertLayout(1, room)
        self._fit(layout)

    def _choose(self, key: str) -> None:
        if key != "print" or self.choice.number_of_copies() is not None:
            super()._choose(key)
            return
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        self._fit(layout)  # a sentence has come under the copies
        self.choice.copies.setFocus()
