"""What of the plan is printed and how: units, parts, rows, and what every paper lets choose."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from poadesk.plan.profiles import Profile
from poadesk.printing.options import PARTS, PrintOptions
from poadesk.printing.screen.choices import PaperChoices, beside, group, radio, titled
from poadesk.widgets.labels import label
from poadesk.widgets.segments import Segments

_PART_WORDS = {
    "cover": "Portada",
    "introduction": "Introducción",
    "swot": "FODA",
    "lines": "Líneas estratégicas",
    "matrix": "Matriz de {}",
    "schedule": "Cronograma",
    "signatures": "Firmas",
}


class OptionsPanel(PaperChoices):
    """The choices of the printed plan.

    With the plans of several units in the file one chooses between this one and all of them.
    """

    def __init__(self, words: Profile, unit_count: int = 1) -> None:
        super().__init__()
        self._unit_count = unit_count
        self.one_unit = radio("Solo esta unidad")
        self.all_units = radio(f"Todas las unidades ({unit_count:,})")
        self.whole, self.some = radio(f"Todo el {words.short}"), radio("Solo una parte")
        self._units = group(self, (self.one_unit, self.all_units))
        self._which = group(self, (self.whole, self.some))
        levels = words.goals_and_activities
        self.parts = {
            part: QCheckBox(name.format(levels[:1].lower() + levels[1:]))
            for part, name in _PART_WORDS.items()
        }
        rows = [(table, words.noun(table).brief) for table in ("goal", "objective")]
        self.rows = Segments(rows, "Filas por")
        self.tell_of(self.rows)
        self._units.buttonClicked.connect(lambda _: self.changed.emit())
        self._which.buttonClicked.connect(lambda _: self._on_part())
        for box in self.parts.values():
            box.setAccessibleName(box.text())
            box.clicked.connect(self._on_box)
        self.lay_out(beside(self.print_button, self.save_button))

    def options(self) -> PrintOptions:
        """Return what is chosen; a part has to be chosen for `some` to mean less than all."""
        chosen = tuple(part for part in PARTS if self.parts[part].isChecked())
        parts = chosen if self.some.isChecked() and chosen else PARTS
        return PrintOptions(parts, self.paper.value, self.rows.value, self.marks.value)

    def add_choices(self, column: QVBoxLayout) -> None:
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
        column.addWidget(titled("Papel", self.paper))
        column.addSpacing(4)
        column.addLayout(beside(titled("Filas por", self.rows), titled("Meses con", self.marks)))

    def _on_part(self) -> None:
        if self.some.isChecked() and not any(box.isChecked() for box in self.parts.values()):
            self.parts["matrix"].setChecked(True)
        self.changed.emit()

    def _on_box(self) -> None:
        self.some.setChecked(any(box.isChecked() for box in self.parts.values()))
        self.whole.setChecked(not self.some.isChecked())
        self.changed.emit()
