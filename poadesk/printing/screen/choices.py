"""The panel at the right of pages: choices that scroll, and under them the ways to keep them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from poadesk.printing.options import PAPERS
from poadesk.printing.screen.printer_choice import PrinterChoice
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

_WIDTH = 332  # pixels at 100 % text size
_PAPER_WORDS = {"carta": "Carta", "oficio": "Oficio", "a4": "A4"}
assert set(_PAPER_WORDS) == set(PAPERS)


class PaperChoices(QWidget):
    """Paper, marks, printer and copies; `changed` tells that the pages have to be made anew.

    A subclass makes its own choices and then calls `lay_out`.
    """

    changed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme().px(_WIDTH))
        self.paper = Segments(list(_PAPER_WORDS.items()), "Papel")
        self.marks = Segments([("bars", "Barras"), ("x", "X")], "Meses con")
        self.printers = PrinterChoice()
        self.print_button = button("Imprimir", "primary", "printer", self.print_wanted.emit)
        self.save_button = button("Guardar PDF…", "normal", "download", self.save_wanted.emit)
        self.print_button.setEnabled(self.printers.has_printers)
        self.tell_of(self.paper, self.marks)

    def set_ready(self, is_ready: bool) -> None:
        """Let the document be saved, or not while it is being made."""
        self.save_button.setEnabled(is_ready)

    def tell_of(self, *segments: Segments) -> None:
        """Tell when one of these choices changes."""
        for each in segments:
            each.changed.connect(lambda _: self.changed.emit())

    def lay_out(self, foot: QLayout) -> None:
        """Put the choices over the buttons in `foot`, which stay in sight."""
        area = ScrolledPage(self)
        column = area.column
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        self.add_choices(column)
        column.addSpacing(4)
        column.addWidget(self.printers)
        column.addStretch(1)
        line = QFrame()
        line.setProperty("panel", "line")
        foot.setContentsMargins(16, 12, 16, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(line)
        whole.addLayout(foot)

    def add_choices(self, column: QVBoxLayout) -> None:
        """Put every choice but the printer into a column."""
        raise NotImplementedError


def radio(words: str) -> QRadioButton:
    """Return one of several choices, with its words spoken."""
    choice = QRadioButton(words)
    choice.setAccessibleName(words)
    return choice


def group(parent: QWidget, choices: Sequence[QRadioButton]) -> QButtonGroup:
    """Let one of several choices be chosen at a time, the first to begin with."""
    result = QButtonGroup(parent)
    for choice in choices:
        result.addButton(choice)
    choices[0].setChecked(True)
    return result


def titled(words: str, widget: QWidget) -> QWidget:
    """Return a choice under its title."""
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(words, "label", "text2"))
    column.addWidget(widget)
    return result


def beside(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets in one line, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    return row
