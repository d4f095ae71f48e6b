"""What is printed and how: parts, paper, rows, marks, printer and copies."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from poadesk.plan.profiles import Profile
from poadesk.printing.options import PARTS, PrintOptions
from poadesk.printing.screen.printer_choice import PrinterChoice
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

_PART_WORDS = {
    "cover": "Portada",
    "introduction": "Introducción",
    "swot": "FODA",
    "lines": "Líneas estratégicas",
    "matrix": "Matriz de {}",
    "schedule": "Cronograma",
    "signatures": "Firmas",
}


class OptionsPanel(QWidget):
    """The options at the right; `changed` tells that the pages have to be made anew.

    With the plans of several units in the file one chooses between this one and all of them.
    """

    changed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, words: Profile, unit_count: int = 1) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme().px(332))
        self.whole = QRadioButton(f"Todo el {words.short}")
        self.some = QRadioButton("Solo una parte")
        self.whole.setChecked(True)
        self._which = QButtonGroup(self)
        for choice in (self.whole, self.some):
            self._which.addButton(choice)
        self._unit_count = unit_count
        self.one_unit = QRadioButton("Solo esta unidad")
        self.all_units = QRadioButton(f"Todas las unidades ({unit_count:,})")
        self.one_unit.setChecked(True)
        self._units = QButtonGroup(self)
        for choice in (self.one_unit, self.all_units):
            self._units.addButton(choice)
            choice.setAccessibleName(choice.text())
        levels = words.goals_and_activities
        self.parts = {
            part: QCheckBox(name.format(levels[:1].lower() + levels[1:]))
            for part, name in _PART_WORDS.items()
        }
        for box in (self.whole, self.some, *self.parts.values()):
            box.setAccessibleName(box.text())
        self.paper = Segments([("carta", "Carta"), ("oficio", "Oficio"), ("a4", "A4")], "Papel")
        rows = [(table, words.noun(table).brief) for table in ("goal", "objective")]
        self.rows = Segments(rows, "Filas por")
        self.marks = Segments([("bars", "Barras"), ("x", "X")], "Meses con")
        self.printers = PrinterChoice()
        self.print_button = button("Imprimir", "primary", "printer", self.print_wanted.emit)
        self.save_button = button("Guardar PDF…", "normal", "download", self.save_wanted.emit)
        self.print_button.setEnabled(self.printers.has_printers)
        self._lay_out()
        self._which.buttonClicked.connect(lambda _: self._on_part())
        self._units.buttonClicked.connect(lambda _: self.changed.emit())
        for part_box in self.parts.values():
            part_box.clicked.connect(self._on_box)
        for segments in (self.paper, self.rows, self.marks):
            segments.changed.connect(lambda _: self.changed.emit())

    def options(self) -> PrintOptions:
        """Return what is chosen; a part has to be chosen for `some` to mean less than all."""
        chosen = tuple(part for part in PARTS if self.parts[part].isChecked())
        parts = chosen if self.some.isChecked() and chosen else PARTS
        return PrintOptions(parts, self.paper.value, self.rows.value, self.marks.value)

    def _on_part(self) -> None:
        if self.some.isChecked() and not any(box.isChecked() for box in self.parts.values()):
            self.parts["matrix"].setChecked(True)
        self.changed.emit()

    def _on_box(self) -> None:
        self.some.setChecked(any(box.isChecked() for box in self.parts.values()))
        self.whole.setChecked(not self.some.isChecked())
        self.changed.emit()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page())
        line = QFrame()
        line.setProperty("line", True)
        foot = _beside(self.print_button, self.save_button)
        foot.setContentsMargins(16, 12, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(line)
        column.addLayout(foot)

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("page", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        if self._unit_count > 1:
            column.addWidget(label("Qué unidades", "label", "text2"))
            column.addWidget(self.one_unit)
            column.addWidget(self.all_units)
            column.addSpacing(8)
        column.addWidget(label("Qué imprimir", "label", "text2"))
        column.addWidget(self.whole)
        column.addWidget(self.some)
        boxes = QVBoxLayout()
        boxes.setContentsMargins(26, 0, 0, 8)
        boxes.setSpacing(2)
        for box in self.parts.values():
            boxes.addWidget(box)
        column.addLayout(boxes)
        column.addWidget(label("Papel", "label", "text2"))
        column.addWidget(self.paper)
        column.addSpacing(4)
        column.addLayout(_beside(_titled("Filas por", self.rows), _titled("Meses con", self.marks)))
        column.addSpacing(4)
        column.addWidget(self.printers)
        column.addStretch(1)
        return page


def _titled(words: str, widget: QWidget) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(words, "label", "text2"))
    column.addWidget(widget)
    return result


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    return row
