"""One indicator of a goal as a card: what is measured, how, from where to where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.buttons import icon_button, set_small
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import OpenMenu, RowEditor

# Field, row, column and columns it takes.
_PLACES = (
    ("text", 0, 0, 2),
    ("formula", 1, 0, 1),
    ("means_of_verification", 1, 1, 1),
    ("baseline", 2, 0, 1),
    ("target", 2, 1, 1),
)


class IndicatorRow(RowEditor):
    """The card of one indicator."""

    def __init__(self, open_plan: OpenPlan, row_id: str, open_menu: OpenMenu) -> None:
        super().__init__(row_id)
        card = QFrame(self)
        card.setProperty("panel", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for field, row, column, columns in _PLACES:
            frame = field_editor("indicator", field, lines=1)
            BoundField(frame, open_plan, "indicator", field).bind(row_id)
            self.editors.append(frame.editor)
            grid.addWidget(frame, row, column, 1, columns, Qt.AlignmentFlag.AlignTop)
        more = icon_button("more", "Qué hacer con este indicador", lambda: open_menu(row_id, more))
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        set_small(more)
        grid.addWidget(more, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(card)
