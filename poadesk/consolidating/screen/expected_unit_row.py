"""One unit that the office expects a plan of: its code and its name, with its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu

from poadesk.widgets.bound_field import BoundField, cell_editor
from poadesk.widgets.buttons import icon_button, set_small
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_list import RowEditor
from poadesk.widgets.theme import theme

_CODE, _NUMBER = 96, 32  # pixels at 100 % text size


class ExpectedUnitRow(RowEditor):
    """Number, name and code of a unit; the name takes the focus first."""

    def __init__(self, open_plan: OpenPlan, row_id: str, menu: Callable[[], QMenu]) -> None:
        super().__init__(row_id)
        self._menu = menu
        self._number = label("", "grid", "text3", wrap=False)
        self._number.setFixedWidth(theme().px(_NUMBER))
        self._number.setContentsMargins(0, theme().px(6), 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, theme().px(4))
        line.setSpacing(theme().px(6))
        line.addWidget(self._number, 0, top)
        for field, name, lines in (("name", "Nombre de la unidad", 1), ("code", "Código", 1)):
            frame = cell_editor("catalogue_item", field, name, lines)
            frame.editor.setProperty("cell", False)
            BoundField(frame, open_plan, "catalogue_item", field).bind(row_id)
            self.editors.append(frame.editor)
            line.addWidget(frame, 1 if field == "name" else 0, top)
            if field == "code":
                frame.setFixedWidth(theme().px(_CODE))
                assert isinstance(frame.editor, QLineEdit)
                frame.editor.setPlaceholderText(name)  # no heading says what it is
        self._more = set_small(icon_button("more", "Qué hacer con esta unidad", self._show))
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line.addWidget(self._more, 0, top)

    def show_number(self, number: int) -> None:
        self._number.setText(f"{number:,}")

    def _show(self) -> None:
        menu = self._menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
