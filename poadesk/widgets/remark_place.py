"""Ties a field to its remarks: they stand below it, and its menu and Ctrl+M lead to them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from poadesk.planfile.journal import Change
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.field_remarks import FieldRemarks
from poadesk.widgets.open_plan import OpenPlan


def remark_words(open_plan: OpenPlan, row_id: str, field: str) -> str:
    """Return what a menu calls the remarks of a field, or "" where there is nothing to do."""
    if not row_id:
        return ""
    if open_plan.reading.is_of_unit and not open_plan.file.read_only:
        return "Escribir una observación"
    return "Ver las observaciones" if open_plan.reading.remarks_at(row_id, field) else ""


class RemarkPlace(QObject):
    """The row and field that an editor shows, as a place of remarks. A child of the editor.

    `is_quiet` where the remarks stand elsewhere and not below the field.
    """

    def __init__(self, frame: FieldFrame, open_plan: OpenPlan, field: str) -> None:
        super().__init__(frame.editor)
        self._frame = frame
        self._open_plan = open_plan
        self._shown: FieldRemarks | None = None
        self.field = field
        self.row_id = ""
        self.is_quiet = False
        open_plan.changed.connect(self._follow)

    def bind(self, row_id: str) -> None:
        """Show the remarks of the field of another row."""
        self.row_id = row_id
        self._show()

    @property
    def words(self) -> str:
        """Return what the menu of the editor calls it, or "" where there is nothing to do."""
        return remark_words(self._open_plan, self.row_id, self.field)

    def open(self) -> None:
        """Ask for the remarks of the field."""
        self._open_plan.remark_wanted.emit(self.row_id, self.field)

    def _follow(self, changes: tuple[Change, ...], origin: object) -> None:
        if any(change.table == "remark" for change in changes):
            self._show()

    def _show(self) -> None:
        is_shown = bool(self.row_id) and not self.is_quiet
        remarks = self._open_plan.reading.remarks_at(self.row_id, self.field) if is_shown else ()
        if self._shown is None and remarks:
            self._shown = FieldRemarks()
            self._shown.wanted.connect(self.open)
            self._frame.add_below(self._shown)
        if self._shown is not None:
            self._shown.show_remarks(remarks)
