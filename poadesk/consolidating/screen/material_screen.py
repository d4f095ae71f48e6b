"""Material para las unidades: what every unit begins its plan with, and the file of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from poadesk.consolidating.kit_file import hand_out
from poadesk.consolidating.screen.catalogue_field import CatalogueField, catalogue_frame
from poadesk.consolidating.screen.material_words import parts, version_sentence
from poadesk.plan.file_names import safe_name
from poadesk.plan.kit import next_version
from poadesk.plan.model import Plan
from poadesk.plan.office import kit_of
from poadesk.plan.profiles import profile_of
from poadesk.planfile.errors import PlanFileError
from poadesk.widgets.band import Band
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.buttons import Button, button
from poadesk.widgets.dialogs import tell
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.file_questions import ask_where
from poadesk.widgets.labels import Label, heading, label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme

_LISTS = {
    "unit_of_measure": ("Unidades de medida", "visita"),
    "cost_centre": ("Centros de costo", "0201 Rentas"),
    "category": ("Categorías", "Operativa"),
}
_FILES = "Material para las unidades (*.sqlite)"


class MaterialScreen(Screen):
    """What the material holds and where each part is written, its lists, and its file."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(
            "Material para las unidades",
            "Con esto empieza cada unidad su plan. Lo que viene de aquí, en su plan no se cambia.",
            parent=parent,
        )
        self._open_plan = open_plan
        self.frames: dict[str, FieldFrame] = {}
        self._told: dict[str, Label] = {}
        self.save_button = button("Guardar el material…", "primary", "download", self._save)
        self.save_button.setEnabled(not open_plan.file.read_only)
        self.header_buttons.addWidget(self.save_button)
        self.set_hints([("Tab", "siguiente"), ("Ctrl+Z", "deshacer")])
        self._version = label("", "grid", "text2")
        self.content.addWidget(self._version)
        self._parts = QGridLayout()
        self._ways: list[Button] = []
        self._section("Qué lleva", self._parts)
        self._add_parts()
        self._section("Cuándo se entrega", self._due_on())
        self._section("Nombres que todos escriben igual", self._lists())
        self.content.addStretch(1)
        open_plan.changed.connect(self._show)
        self._show()

    @property
    def kit(self) -> Plan:
        """Return the office's material as it is in the file."""
        return kit_of(self._open_plan.plans) or self._open_plan.plan

    def arrive(self) -> None:
        self._ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, row_id: str, field: str) -> None:
        """Go to a list, or to the date."""
        frame = self.frames.get(field, self.frames["due_on"])
        frame.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_area.ensureWidgetVisible(frame.editor, 0, 48)

    def _section(self, title: str, inside: QVBoxLayout | QGridLayout) -> None:
        line = QFrame()
        line.setProperty("panel", "line")
        self.content.addWidget(line)
        self.content.addWidget(heading(title))
        self.content.addLayout(inside)

    def _add_parts(self) -> None:
        """Add a line for each part: what there is, and the way to where it is written."""
        middle = Qt.AlignmentFlag.AlignVCenter
        self._parts.setHorizontalSpacing(24)
        self._parts.setVerticalSpacing(4)
        self._parts.setColumnStretch(1, 1)
        for at, (step, title, _) in enumerate(parts(self.kit)):
            self._told[step] = label("", "grid", "text2")
            way = button("Escribir", "quiet", "pencil", self._going(step))
            way.setAccessibleName(f"Escribir {title.lower()}")
            self._ways.append(way)
            self._parts.addWidget(label(title, "strong", wrap=False), at, 0, middle)
            self._parts.addWidget(self._told[step], at, 1, middle)
            self._parts.addWidget(way, at, 2, middle)

    def _going(self, step: str) -> Callable[[], object]:
        return lambda: self.go_to_step.emit(step)

    def _due_on(self) -> QVBoxLayout:
        frame = self.frames["due_on"] = field_editor("plan", "due_on")
        frame.setMaximumWidth(theme().px(360))
        BoundField(frame, self._open_plan, "plan", "due_on").bind(self.kit.id)
        column = QVBoxLayout()
        column.addWidget(frame)
        return column

    def _lists(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        words = "Un nombre en cada línea; puede pegarlos de Excel. Se ofrecen mientras se escribe."
        grid.addWidget(label(words, "small", "text3"), 0, 0, 1, len(_LISTS))
        for column, (kind, (title, example)) in enumerate(_LISTS.items()):
            frame = self.frames[kind] = catalogue_frame(title, example)
            CatalogueField(frame, self._open_plan, self.kit, kind)
            grid.addWidget(frame, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return grid

    def _show(self) -> None:
        for step, _, told in parts(self.kit):
            if step in self._told:
                self._told[step].setText(told or "Todavía no hay nada")
        self._version.setText(version_sentence(self.kit, datetime.now()))

    def _save(self) -> None:
        """Ask where the material goes, and write it there."""
        self._open_plan.save_waiting()
        target = ask_where(self, "Guardar el material para las unidades", self._offered(), _FILES)
        if target is None:
            return
        try:
            made = hand_out(self._open_plan.file, target, f"{datetime.now():%Y-%m-%d %H:%M}")
        except PlanFileError as error:
            tell(self, "No se guardó el material", str(error), button="Entendido", icon="warning")
            return
        sentence = (
            f"Se guardó la versión {made.revision} en “{target.name}”. "
            "Envíelo a las unidades: con él empiezan su plan o lo ponen al día."
        )
        self.show_band(Band("done", sentence))

    def _offered(self) -> Path:
        kit = self.kit
        words = f"Material {profile_of(kit.profile).short} {kit.year_label} v{next_version(kit)}"
        return self._open_plan.file.path.parent / f"{safe_name(words)}.sqlite"
