"""One resource of a goal as a row of a table: kind, text, quantity, unit cost and total."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from poadesk.plan.fields import show_money
from poadesk.plan.model import Resource, declared_fields
from poadesk.plan.totals import cost_of_resource
from poadesk.widgets.bound_field import BoundField, cell_editor
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.grid_text import text_width
from poadesk.widgets.labels import Label, label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import OpenMenu, RowEditor
from poadesk.widgets.theme import theme

# Each column with its least width in pixels, and the most to which words widen it: amounts (0) are
# always shown whole. The text takes the room left.
_COLUMNS = {
    "kind": (72, 112),
    "text": (60, 110),
    "quantity_thousandths": (68, 0),
    "unit_cost_cents": (60, 0),
    "total": (56, 0),
    "menu": (30, 30),
}
_FIELDS = ("kind", "text", "quantity_thousandths", "unit_cost_cents")
_AROUND, _CARET = 16, 7  # pixels beside a text in its cell, and what caret and border take
_MARGINS, _BETWEEN = (0, 2, 0, 3), 2


class ResourceRow(RowEditor):
    """The widget of one resource."""

    def __init__(self, open_plan: OpenPlan, row_id: str, open_menu: OpenMenu) -> None:
        super().__init__(row_id)
        self._open_plan = open_plan
        self.cells: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        column.addLayout(row)
        for field in _FIELDS:
            frame = cell_editor("resource", field, lines=1)
            BoundField(frame, open_plan, "resource", field).bind(row_id)
            self.editors.append(frame.editor)
            if _is_amount(field) and isinstance(frame.editor, QLineEdit):
                frame.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            _place(row, self.cells, field, frame)
            frame.say_errors_in(column)
        self._total = label("", "grid", "text", wrap=False)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._total.setContentsMargins(0, 0, 8, 0)
        self._total.setMinimumHeight(theme().px(32))
        _place(row, self.cells, "total", self._total)
        more = icon_button("more", "Qué hacer con este recurso", lambda: open_menu(row_id, more))
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        _place(row, self.cells, "menu", more)

    def refresh(self) -> None:
        resource = self._open_plan.row(self.row_id)
        if isinstance(resource, Resource):
            cost = cost_of_resource(resource)
            currency = self._open_plan.plan.currency
            self._total.setText("—" if cost is None else show_money(cost, currency))

    def width_wanted(self, column: str) -> int:
        """Return the pixels in which the amount or the longest word of a column is whole."""
        if column not in _FIELDS:
            return self.cells[column].sizeHint().width()
        declared, resource = declared_fields("resource")[column], self._open_plan.row(self.row_id)
        shown = declared.show(getattr(resource, column, None)) or declared.example
        words = shown.split() if column == "text" else [shown]
        longest = max((text_width(word, "text") for word in words), default=0)
        return ceil(longest) + theme().px(_AROUND) + _CARET

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))


class ResourceHeadings(QWidget):
    """The headings of the table, as wide as its columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cells: dict[str, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(_BETWEEN)
        fields, others = declared_fields("resource"), {"total": "Total", "menu": ""}
        for column in _COLUMNS:
            heading = _heading(fields[column].label if column in fields else others[column])
            if _is_amount(column):
                heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            _place(row, self.cells, column, heading)

    def least_width(self) -> int:
        """Return the width of all columns where the text has no more than its least."""
        cells = self.cells.values()
        return sum(cell.minimumWidth() + _BETWEEN for cell in cells) - _BETWEEN

    def fit(self, rows: Sequence[ResourceRow]) -> None:
        """Make the columns here and in the rows as wide as their widest amount."""
        for column, (least, most) in _COLUMNS.items():
            width = max([theme().px(least), *(row.width_wanted(column) for row in rows)])
            width = min(width, theme().px(most)) if most else width
            for cells in (self.cells, *(row.cells for row in rows)):
                cells[column].setMinimumWidth(width)
                if column != "text":
                    cells[column].setMaximumWidth(width)


def _heading(words: str) -> Label:
    result = label(words, "small", "text2", wrap=False)
    result.setContentsMargins(8, 7, 8, 7)
    return result


def _place(row: QHBoxLayout, cells: dict[str, QWidget], column: str, cell: QWidget) -> None:
    cells[column] = cell
    row.addWidget(cell, 1 if column == "text" else 0, Qt.AlignmentFlag.AlignTop)


def _is_amount(column: str) -> bool:
    return column in ("quantity_thousandths", "unit_cost_cents", "total")
