"""One resource of a goal as a row of a table: kind, text, quantity, unit cost and total."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from poadesk.plan.fields import show_money
from poadesk.plan.model import Resource, declared_fields
from poadesk.plan.totals import cost_of_resource
from poadesk.widgets.bound_field import BoundField, cell_editor
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.labels import Label, label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import OpenMenu, RowEditor
from poadesk.widgets.theme import theme

# Field, its least and its greatest width in pixels (0: none), and its share of the room left.
_COLUMNS = (
    ("kind", 72, 112, 2),
    ("text", 60, 0, 3),
    ("quantity_thousandths", 68, 68, 0),
    ("unit_cost_cents", 76, 76, 0),
)
_TOTAL_WIDTH, _MENU_WIDTH = 88, 30
_MARGINS, _BETWEEN = (0, 2, 0, 3), 2


class ResourceRow(RowEditor):
    """The widget of one resource."""

    def __init__(self, open_plan: OpenPlan, row_id: str, open_menu: OpenMenu) -> None:
        super().__init__(row_id)
        self._open_plan = open_plan
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        column.addLayout(row)
        for field, *room in _COLUMNS:
            frame = cell_editor("resource", field, lines=1)
            BoundField(frame, open_plan, "resource", field).bind(row_id)
            self.editors.append(frame.editor)
            if field.endswith(("thousandths", "cents")) and isinstance(frame.editor, QLineEdit):
                frame.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            _place(row, frame, *room)
            frame.say_errors_in(column)
        self._total = label("", "grid", "text", wrap=False)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._total.setContentsMargins(0, 0, 8, 0)
        self._total.setMinimumHeight(theme().px(32))
        _place(row, self._total, _TOTAL_WIDTH, _TOTAL_WIDTH)
        more = icon_button("more", "Qué hacer con este recurso", lambda: open_menu(row_id, more))
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        _place(row, more, _MENU_WIDTH, _MENU_WIDTH)

    def refresh(self) -> None:
        resource = self._open_plan.row(self.row_id)
        if isinstance(resource, Resource):
            cost = cost_of_resource(resource)
            currency = self._open_plan.plan.currency
            self._total.setText("—" if cost is None else show_money(cost, currency))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))


def resource_headings() -> QWidget:
    """Return the headings of the table, as wide as its columns."""
    heading = QWidget()
    heading.setProperty("panel", "window")
    heading.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(heading)
    row.setContentsMargins(*_MARGINS)
    row.setSpacing(_BETWEEN)
    for field, *room in _COLUMNS:
        words = _heading(declared_fields("resource")[field].label)
        if field.endswith(("thousandths", "cents")):
            words.setAlignment(Qt.AlignmentFlag.AlignRight)
        _place(row, words, *room)
    total = _heading("Total")
    total.setAlignment(Qt.AlignmentFlag.AlignRight)
    _place(row, total, _TOTAL_WIDTH, _TOTAL_WIDTH)
    _place(row, QWidget(), _MENU_WIDTH, _MENU_WIDTH)
    return heading


def _heading(words: str) -> Label:
    result = label(words, "small", "text2", wrap=False)
    result.setContentsMargins(8, 7, 8, 7)
    return result


def _place(row: QHBoxLayout, widget: QWidget, least: int, most: int, share: int = 0) -> None:
    widget.setMinimumWidth(theme().px(least))
    if most:
        widget.setMaximumWidth(theme().px(most))
    row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
