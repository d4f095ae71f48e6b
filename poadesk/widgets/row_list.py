"""Rows that are written one under the other: FODA items, resources, indicators.

A row is a widget with its editors. Enter begins the next row, Ctrl+Up and Ctrl+Down move one,
Ctrl+D copies one, and Backspace in a row where nothing is written takes it away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from poadesk.plan.model import BY_TABLE, Plan, Row, declared_fields
from poadesk.plan.places import named, siblings
from poadesk.planfile.journal import Step
from poadesk.widgets.buttons import button
from poadesk.widgets.first_line import FirstLine
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import RowEditor, add_entry, at_edge, holds_focus, is_blank
from poadesk.widgets.tab_order import lead_tab_through
from poadesk.writing import edits

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WANTED = (QEvent.Type.KeyPress, QEvent.Type.ContextMenu, QEvent.Type.FocusIn)
_CONTROL = Qt.KeyboardModifier.ControlModifier
# Words and the action of each destination a row may be moved to.
Destinations = Sequence[tuple[str, Callable[[Step, Plan], object]]]


class RowList(QWidget):
    """The rows of a table below one parent, kept in step with the plan.

    With `first_line` a person can simply type where no row is yet. `entered`: one has the focus.
    """

    notice = Signal(str)
    entered = Signal(str)

    def __init__(
        self,
        open_plan: OpenPlan,
        table: str,
        make_row: Callable[[str], RowEditor],
        add_words: str,
        first_line: FirstLine | None = None,
        **new_values: Any,
    ) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._table = table
        self._make_row = make_row
        self._new_values = new_values
        self._parent_id = ""
        self.destinations: Callable[[Row], Destinations] = lambda row: ()
        self.rows: list[RowEditor] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.add_button = button(add_words, "quiet", "plus", self.add_at_end)
        if open_plan.read_only:
            self.add_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._column)
        self.first_line = first_line
        if first_line is not None:
            layout.addWidget(first_line)
            first_line.begun.connect(self._begin)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        open_plan.changed.connect(self.refresh)

    def show_rows_of(self, parent_id: str) -> None:
        """Show the rows below another parent."""
        if parent_id != self._parent_id:
            self._parent_id = parent_id
            self.refresh()

    def refresh(self) -> None:
        """Bring the widgets in step with the plan; those of rows that stay are kept."""
        wanted = [row.id for row in self._stored()]
        if [row.row_id for row in self.rows] != wanted:
            self._arrange(wanted)
        for number, row in enumerate(self.rows, 1):
            row.show_number(number)
            row.refresh()
        self._show_start()

    def focus_start(self) -> None:
        """Put the focus where the next row would begin."""
        no_rows = self.first_line is not None and not self.rows
        start: QWidget = self.first_line if no_rows else self.add_button  # type: ignore[assignment]
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_row(self, row_id: str, field: str = "") -> bool:
        """Put the focus on a field of a row, or on its first; say whether the row is here."""
        for row in self.rows:
            if row.row_id == row_id:
                named_editors = [e for e in row.editors if e.property("field") == field]
                (named_editors or row.editors)[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _begin(self, text: str) -> None:
        """Make the first row of what was typed where there was none, and go on in it."""
        main = "text" if "text" in declared_fields(self._table) else "name"
        self._add(0, **{main: text})
        if self.rows and self.first_line is not None:
            self.first_line.clear()
            editor = self.rows[0].editors[0]
            assert isinstance(editor, QPlainTextEdit)
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def add_at_end(self) -> None:
        """Add an empty row under the others and go to it."""
        self._add(len(self.rows))

    def menu_for(self, row_id: str) -> QMenu:
        """Return the menu of what can be done with a row."""
        menu = QMenu(self)
        at, row = self._place_of(row_id), self._open_plan.row(row_id)
        entry = partial(add_entry, menu, writable=not self._open_plan.read_only)
        entry("Subir", "Ctrl+↑", lambda: self._move(row_id, -1), at > 0)
        entry("Bajar", "Ctrl+↓", lambda: self._move(row_id, 1), at < len(self.rows) - 1)
        entry("Duplicar", "Ctrl+D", lambda: self._duplicate(row_id))
        for words, action in self.destinations(row) if row else ():
            entry(words, "", self._going(row_id, action))
        menu.addSeparator()
        entry("Borrar", "Ctrl+Supr", lambda: self._delete(row_id))
        return menu

    def open_menu(self, row_id: str, below: QWidget) -> None:
        """Open the menu of a row under a widget, until something is chosen."""
        menu = self.menu_for(row_id)
        menu.exec(below.mapToGlobal(QPoint(0, below.height())))
        menu.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wanted = event.type() in _WANTED
        row = next((r for r in self.rows if watched in r.editors), None) if wanted else None
        if row is not None and event.type() == QEvent.Type.FocusIn:
            self.entered.emit(row.row_id)
        if row is None or self._open_plan.read_only:
            return False
        if isinstance(event, QKeyEvent):
            return self._key(row, watched, event)
        by_key = isinstance(event, QContextMenuEvent) and event.reason() == event.Reason.Keyboard
        if by_key:
            self.open_menu(row.row_id, row.editors[0])
        return by_key

    def _key(self, row: RowEditor, editor: QObject, event: QKeyEvent) -> bool:
        """Do what a key asks for; say whether it was a key of the list."""
        key, control = event.key(), event.modifiers() == _CONTROL
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._add(self._place_of(row.row_id) + 1)
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row.row_id, -1 if key == Qt.Key.Key_Up else 1)
        elif control and key == Qt.Key.Key_D:
            self._duplicate(row.row_id)
        elif control and key == Qt.Key.Key_Delete:
            self._delete(row.row_id)
        elif key == Qt.Key.Key_Backspace and is_blank(row):
            # Still held down from erasing the text, the key takes nothing more away.
            if not event.isAutoRepeat():
                self._delete(row.row_id, quietly=True)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            return self._walk(row, editor, -1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _walk(self, row: RowEditor, editor: QObject, by: int) -> bool:
        """Go to the same field of the row above or below, from the edge of the text."""
        if isinstance(editor, QPlainTextEdit) and not at_edge(editor, by):
            return False
        at = self._place_of(row.row_id) + by
        if not 0 <= at < len(self.rows):
            return False
        self.rows[at].editors[row.editors.index(editor)].setFocus()  # type: ignore[arg-type]
        return True

    def _arrange(self, wanted: list[str]) -> None:
        kept = {row.row_id: row for row in self.rows}
        had_focus = holds_focus(self)
        focused = next((i for i, row in enumerate(self.rows) if holds_focus(row)), 0)
        gone = [kept.pop(row_id) for row_id in set(kept) - set(wanted)]
        come = [row_id for row_id in wanted if row_id not in kept]
        self.rows = [kept.get(row_id) or self._new_row(row_id) for row_id in wanted]
        for at, row in enumerate(self.rows):
            self._column.insertWidget(at, row)
            if self.isVisible():
                row.show()  # the layout would only do so later, and Tab passes by what is hidden
        self._set_tab_order()
        self._show_start()
        if had_focus:
            self._keep_focus(come, focused, gone)
        for row in gone:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _keep_focus(self, come: list[str], at: int, gone: list[RowEditor]) -> None:
        """Go to the row that has come back, or to the one next to the row that is gone."""
        if come:
            self.focus_row(come[0])
        elif not self.rows:
            self.focus_start()
        elif any(holds_focus(row) for row in gone):
            self.rows[min(at, len(self.rows) - 1)].editors[0].setFocus()

    def _show_start(self) -> None:
        if self.first_line is not None:
            self.first_line.setVisible(not self.rows and not self._open_plan.read_only)

    def _new_row(self, row_id: str) -> RowEditor:
        row = self._make_row(row_id)
        for editor in row.editors:
            editor.installEventFilter(self)
        return row

    def _set_tab_order(self) -> None:
        start = [self.first_line] if self.first_line is not None else []
        editors = [editor for row in self.rows for editor in row.editors]
        lead_tab_through([*start, *editors], self.add_button, self)

    def _stored(self) -> Sequence[Row]:
        parent = self._open_plan.row(self._parent_id)
        if parent is None:
            return ()
        return siblings(parent, self._table, _like(self._table, self._new_values))

    def _place_of(self, row_id: str) -> int:
        return [row.row_id for row in self.rows].index(row_id)

    def _add(self, at: int, **values: Any) -> None:
        def add(step: Step, plan: Plan) -> str:
            return edits.add(
                step,
                self._open_plan.reading.places[self._parent_id].row,
                self._table,
                at,
                **self._new_values,
                **values,
            )

        words = named(_like(self._table, self._new_values), {}, self._open_plan.words)
        row_id = self._open_plan.act(f"Agregar {_indefinite(words)}", add)
        if row_id:
            self.focus_row(row_id)

    def _move(self, row_id: str, by: int) -> None:
        at = self._place_of(row_id) + by
        if 0 <= at < len(self.rows):
            field = self.rows[at - by].focused_field()
            self._act("Mover", row_id, lambda step, row, up: edits.move(step, row, up, up, at))
            self.focus_row(row_id, field)

    def _duplicate(self, row_id: str) -> None:
        copy = self._act("Duplicar", row_id, lambda step, row, up: edits.duplicate(step, up, row))
        if copy:
            self.focus_row(copy)

    def _delete(self, row_id: str, quietly: bool = False) -> None:
        row = self._open_plan.row(row_id)
        if row is None:
            return
        words, plan = self._open_plan.named(row), self._open_plan.plan
        self._act("Borrar", row_id, lambda step, row, up: edits.delete(step, plan, up, row))
        if not quietly and self._open_plan.row(row_id) is None:
            self.notice.emit(f"Se borró {words}")

    def _going(self, row_id: str, action: Callable[[Step, Plan], object]) -> Callable[[], object]:
        row = self._open_plan.row(row_id)
        words = self._open_plan.named(row) if row else ""
        return lambda: self._open_plan.act(f"Mover {words}", action)

    def _act(self, verb: str, row_id: str, action: Callable[[Step, Any, Row], Any]) -> Any:
        row = self._open_plan.row(row_id)
        assert row is not None
        label = f"{verb} {self._open_plan.named(row)}"
        return self._open_plan.act(
            label,
            lambda step, plan: action(
                step, self._open_plan.row(row_id), self._open_plan.parent_of(row_id)
            ),
        )


def _like(table: str, values: dict[str, Any]) -> Row:
    return BY_TABLE[table](id="", **values)


def _indefinite(words: str) -> str:
    """Turn `la fortaleza` into `una fortaleza`, `el recurso` into `un recurso`."""
    article, _, noun = words.partition(" ")
    return f"{'una' if article == 'la' else 'un'} {noun}"
