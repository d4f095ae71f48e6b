"""Ctrl+M: the remarks of the field or row in which a person is, at that place."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from poadesk.plan.model import Row, declared_fields
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import Overlay
from poadesk.widgets.remark_place import RemarkPlace

# In these steps the row itself stands in the grid, and its months are what is looked at.
_FIELD_OF_STEP = {"schedule": "months"}


class RemarksHere(QObject):
    """Opens the remarks of a place over an open plan, and knows the row in sight of each step."""

    def __init__(self, view: QWidget, open_plan: OpenPlan) -> None:
        super().__init__(view)
        self._view = view
        self._open_plan = open_plan
        self._rows: dict[str, str] = {}
        self.step = ""
        self._shortcut = QShortcut(QKeySequence("Ctrl+M"), view)
        self._shortcut.activated.connect(self.open_here)
        open_plan.remark_wanted.connect(self.open_at)
        open_plan.chosen.connect(self._rows.clear)

    def follow_step(self, step: str) -> None:
        """Another step is in sight."""
        self.step = step
        # The planning office's own screens take the keys themselves.
        self._shortcut.setEnabled(self._open_plan.plan.role != "kit")

    def follow_row(self, step: str, row_id: str) -> None:
        """Another row of a step is edited, or a field of the plan itself, by its name."""
        self._rows[step] = row_id

    def open_here(self) -> None:
        """Open the remarks of what has the focus."""
        self._open_plan.save_waiting()
        place = _place_of(QApplication.focusWidget())
        if place is not None and place.row_id:
            self.open_at(place.row_id, place.field)
            return
        row_id = self._rows.get(self.step, "")
        row = self._open_plan.row(row_id)
        if row is not None:
            self.open_at(row_id, _FIELD_OF_STEP.get(self.step) or _text_field(row))
        else:
            self.open_at(self._open_plan.plan.id, row_id)

    def open_at(self, row_id: str, field: str) -> None:
        """Open the remarks of a field of a row."""
        # Local: the first screen is ready sooner without it.
        from poadesk.desktop.remark_popup import RemarkPopup, place_in

        window = self._view.window()
        at = place_in(window, QApplication.focusWidget())
        for other in window.findChildren(Overlay):
            other.leave()
        popup = RemarkPopup(window, self._open_plan, row_id, field, at)
        popup.left.connect(popup.deleteLater)
        self._open_plan.closing.connect(popup.leave)
        self._open_plan.chosen.connect(popup.leave)
        popup.show_here()


def _text_field(row: Row) -> str:
    """Return the field with the text of a row; "" is the whole plan."""
    return next((name for name in ("text", "name") if name in declared_fields(row.TABLE)), "")


def _place_of(widget: QWidget | None) -> RemarkPlace | None:
    return widget.findChild(RemarkPlace) if widget is not None else None
