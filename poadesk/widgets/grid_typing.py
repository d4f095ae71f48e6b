"""Typing of an amount in a grid: one line at a time, kept over its cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QAbstractItemView

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.grid_editor import AmountEditor
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.unsaved import Spot, Unsaved


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell in which an amount is typed: its name, how it is read and saved, and its `area`.

    `area` returns None once the cell is no longer shown.
    """

    spot: Spot
    name: str
    step: str
    read: Callable[[str], int | None]
    save: Callable[[int | None], bool]
    area: Callable[[], QRect | None]


class GridTyping(QObject):
    """`moved` carries how many rows and columns to go on after an amount was saved."""

    moved = Signal(int, int)

    def __init__(self, view: QAbstractItemView, open_plan: OpenPlan) -> None:
        super().__init__(view)
        self._view = view
        self._open_plan = open_plan
        self._cell: TypedCell | None = None
        self.editor: AmountEditor | None = None
        open_plan.saving_wanted.connect(self.commit)

    def type_in(self, cell: TypedCell, text: str) -> None:
        """Type in a cell, beginning with `text`."""
        editor = AmountEditor(cell.read, cell.save, cell.name, self._view.viewport())
        editor.setText(text)
        editor.moved.connect(self.moved)
        editor.refused.connect(self._keep)
        editor.ended.connect(self._ended)
        self._cell, self.editor = cell, editor
        self._view.setFocusProxy(editor)  # whoever comes back to the grid goes on with it
        self.follow()
        editor.show()
        editor.setFocus()
        editor.end(False)

    def commit(self) -> bool:
        """Save what is being typed; False when it must stay, and then it has the focus again."""
        if self.editor is None or self.editor.commit():
            return True
        self.editor.setFocus()
        return False

    def follow(self) -> None:
        """Keep the line over its cell; it goes away with it."""
        if self.editor is None or self._cell is None:
            return
        area = self._cell.area()
        if area is not None:
            self.editor.put_over(area)
        else:
            self.editor.end_typing()

    def _keep(self, is_readable: bool) -> None:
        if self.editor is not None and self._cell is not None:
            cell, (_, row_id, month) = self._cell, self._cell.spot
            way = (cell.step, row_id, month)
            kept = Unsaved(self.editor.text(), cell.name, way, is_readable)
            self._open_plan.unsaved[cell.spot] = kept

    def _ended(self, had_focus: bool) -> None:
        if self._cell is not None:
            self._open_plan.unsaved.pop(self._cell.spot, None)
        self.editor = self._cell = None
        self._view.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none as well
        if had_focus:
            self._view.setFocus()
