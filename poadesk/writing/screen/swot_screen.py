"""FODA: the four quadrants as on paper, each a list that is written in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from poadesk.plan.model import QUADRANTS, SwotItem
from poadesk.planfile.journal import Change
from poadesk.widgets.band import Band
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import holds_focus
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme
from poadesk.writing.screen.swot_dragging import ItemDragging
from poadesk.writing.screen.swot_moves import beside, beyond, move_item
from poadesk.writing.screen.swot_quadrant import Quadrant
from poadesk.writing.screen.swot_row import SwotRow

_ROOM_FOR_TWO = 560  # pixels of width


def _is_move(change: Change) -> bool:
    """Say whether an item has gone to another quadrant, also by undoing."""
    before, after = change.before or {}, change.after or {}
    key = "quadrant"
    return key in before and key in after and before[key] != after[key]


class SwotScreen(Screen):
    """The board of the four quadrants."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(
            "FODA",
            "Lo que ayuda y lo que dificulta el trabajo de la unidad, por dentro y por fuera.",
            parent=parent,
        )
        self._open_plan = open_plan
        self.set_hints(
            [
                ("Enter", "otro punto"),
                ("Ctrl+L", f"{open_plan.words.objectives} que lo atienden"),
                ("Ctrl+→", "al final, otro cuadrante"),
                ("Ctrl+Supr", "borrar"),
            ]
        )
        self.quadrants: dict[str, Quadrant] = {}
        self._dragging = ItemDragging(self.scroll_area, self.quadrants.values())
        self._dragging.dropped.connect(self._move)
        for name in QUADRANTS:
            self.quadrants[name] = Quadrant(open_plan, name, self._new_row)
        self._board = QGridLayout()
        self._board.setSpacing(12)
        self._columns = 0
        self._arrange(2)
        for quadrant in self.quadrants.values():
            quadrant.list.notice.connect(self.notice)
            quadrant.list.entered.connect(self.row_shown)
            quadrant.list.beyond.connect(self._move_beyond)
            quadrant.list.wanted_in.connect(self._move_to_end)
        self.content.addLayout(self._board)
        open_plan.changed.connect(self._on_changed)
        self._refresh()

    def arrive(self) -> None:
        for quadrant in self.quadrants.values():
            if quadrant.list.rows:
                quadrant.list.rows[0].editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.quadrants["strength"].list.focus_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().px(_ROOM_FOR_TWO) else 1)

    def _arrange(self, columns: int) -> None:
        """Put the quadrants in two columns as on paper, or one under the other."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, quadrant in enumerate(self.quadrants.values()):
            self._board.removeWidget(quadrant)
            self._board.addWidget(quadrant, at // columns, at % columns)
        for column in range(2):
            self._board.setColumnStretch(column, int(column < columns))

    def jump_to(self, row_id: str, field: str) -> None:
        if field in self.quadrants:
            self.quadrants[field].list.focus_start()
        elif not any(q.list.focus_row(row_id, field) for q in self.quadrants.values()):
            self.arrive()

    def _new_row(self, row_id: str, quadrant: Quadrant) -> SwotRow:
        row = SwotRow(self._open_plan, row_id, quadrant.list.open_menu)
        row.sideways.connect(self._move_sideways)
        row.objectives_wanted.connect(self._go_to_objectives)
        self._dragging.watch(row, quadrant)
        return row

    def _go_to_objectives(self) -> None:
        self.go_to_step.emit("objectives")

    def _move(self, item_id: str, quadrant: str, at: int) -> bool:
        """Move an item and go to it, with the caret where it was; say whether it stands there."""
        caret = self._item(item_id).editor.textCursor().position()
        moved = move_item(self._open_plan, item_id, quadrant, at)
        if moved:
            self._item(item_id).take_caret(caret)
            # Only once the quadrants have been laid out anew is it known where the item is.
            QTimer.singleShot(0, self, self._show_caret)
        return moved

    def _show_caret(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.scroll_area.ensureWidgetVisible(focused, 0, theme().px(40))

    def _move_to_end(self, item_id: str, quadrant: str) -> None:
        self._move(item_id, quadrant, len(self.quadrants[quadrant].list.rows))

    def _move_beyond(self, item_id: str, by: int) -> None:
        target = beyond(self._quadrant_of(item_id), by, self._columns)
        if target is not None:
            self._move(item_id, target, 0 if by > 0 else len(self.quadrants[target].list.rows))

    def _move_sideways(self, item_id: str, by: int) -> None:
        """Move an item to the quadrant beside it, as near as can be to where it stood."""
        source = self._quadrant_of(item_id)
        target = beside(source, by)
        if target is None:
            return
        at = self.quadrants[source].list.rows.index(self._item(item_id))
        if self._move(item_id, target, min(at, len(self.quadrants[target].list.rows))):
            self._item(item_id).may_go_on_sideways()

    def _item(self, item_id: str) -> SwotRow:
        return self.quadrants[self._quadrant_of(item_id)].list.item(item_id)

    def _quadrant_of(self, item_id: str) -> str:
        item = self._open_plan.row(item_id)
        assert isinstance(item, SwotItem)
        return item.quadrant

    def _on_changed(self, changes: tuple[Change, ...], origin: object) -> None:
        self._refresh()
        moved = [change.id for change in changes if _is_move(change)]
        if len(moved) == 1 and holds_focus(self):
            self.quadrants[self._quadrant_of(moved[0])].list.focus_row(moved[0])

    def _refresh(self) -> None:
        for quadrant in self.quadrants.values():
            quadrant.show_count()
        self._show_unanswered()

    def _show_unanswered(self) -> None:
        """Say how many weaknesses and threats no objective answers, once there are objectives."""
        plan = self._open_plan.plan
        items = [*plan.quadrant("weakness"), *plan.quadrant("threat")]
        open_items = [item for item in items if not item.objectives]
        if not open_items or not plan.objectives:
            self.show_band(None)
            return
        words = self._open_plan.words.noun("objective")
        if len(open_items) == len(items):
            sentence = f"Todavía no se dice qué {words.one} atiende las debilidades y amenazas."
        elif len(open_items) == 1:
            sentence = f"A una de las debilidades y amenazas no la atiende {words.no}."
        else:
            sentence = (
                f"A {len(open_items)} de las {len(items)} debilidades y amenazas "
                f"no las atiende {words.no}."
            )
        first = open_items[0].id
        self.show_band(
            Band("warning", sentence, "Ver la siguiente", lambda: self.jump_to(first, ""))
        )
