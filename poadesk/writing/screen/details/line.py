"""The fields of a strategic line and its programmes, beside the lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from poadesk.plan.model import Plan, Row
from poadesk.plan.phrases import quoted
from poadesk.planfile.journal import Step
from poadesk.widgets.bound_field import BoundField, cell_editor
from poadesk.widgets.buttons import icon_button, set_small
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_list import Destinations, RowEditor, RowList
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.screen.details.panel import DetailsPage

_CODE_WIDTH = 56


class ProgrammeRow(RowEditor):
    """Code and name of a programme, with its menu."""

    def __init__(self, open_plan: OpenPlan, row_id: str, menu: Callable[[], QMenu]) -> None:
        super().__init__(row_id)
        self._menu = menu
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, theme().px(4))
        line.setSpacing(4)
        for field, stretch in (("name", 1), ("code", 0)):
            frame = cell_editor("programme", field)
            frame.editor.setProperty("cell", False)
            BoundField(frame, open_plan, "programme", field).bind(row_id)
            self.editors.append(frame.editor)
            line.insertWidget(0, frame, stretch, Qt.AlignmentFlag.AlignTop)
            if field == "code":
                frame.setFixedWidth(theme().px(_CODE_WIDTH))
        is_given = open_plan.reading.is_given(row_id)
        words = "Viene de Planificación" if is_given else "Qué hacer con este programa"
        sign = "lock" if is_given else "more"
        self._more = set_small(icon_button(sign, words, self._show))
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def _show(self) -> None:
        menu = self._menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


class LinePage(DetailsPage):
    """Objective, code and programmes of a strategic line."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan, "strategic_line")
        self.add_field("objective")
        self.add_field("code")
        self.programmes = RowList(open_plan, "programme", self._row, "Agregar programa")
        self.programmes.destinations = self._destinations
        self.editors["programmes"] = self.programmes
        programmes = QVBoxLayout()
        programmes.setSpacing(4)
        programmes.addWidget(label("Programas", "label", "text2"))
        programmes.addWidget(self.programmes)
        self.column.addLayout(programmes)
        self.add_advice()

    def bind(self, row_id: str) -> None:
        super().bind(row_id)
        self.programmes.show_rows_of(row_id)

    def _row(self, row_id: str) -> RowEditor:
        return ProgrammeRow(self.open_plan, row_id, lambda: self.programmes.menu_for(row_id))

    def _destinations(self, row: Row) -> Destinations:
        """Return the other lines below which a programme can stand."""
        return [
            (f"Mover a la línea {self.open_plan.number(line.id)}: {quoted(line.name)}", move)
            for line in self.open_plan.plan.strategic_lines
            if line.id != self.row_id
            for move in [self._moving(row.id, line.id)]
        ]

    def _moving(self, row_id: str, line_id: str) -> Callable[[Step, Plan], object]:
        def move(step: Step, plan: Plan) -> None:
            row, line = self.open_plan.row(row_id), self.open_plan.row(line_id)
            assert row is not None
            assert line is not None
            below = line.programmes  # type: ignore[attr-defined]
            edits.move(step, row, self.open_plan.parent_of(row_id), line, len(below))

        return move
