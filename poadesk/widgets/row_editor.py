"""One row of a list that is written in place, and what its list asks of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget

from poadesk.widgets.editor_text import text_of
from poadesk.widgets.labels import escaped

# Opens the menu of a row, given by its id, under a widget.
OpenMenu = Callable[[str, QWidget], None]


def is_blank(row: RowEditor) -> bool:
    """Say whether nothing is written in any editor of a row."""
    return not any(text_of(editor).strip() for editor in row.editors)


def at_edge(editor: QPlainTextEdit, by: int) -> bool:
    """Say whether the caret is in the first (-1) or last (1) line of an editor."""
    cursor = editor.textCursor()
    before = cursor.position()
    moves = cursor.MoveOperation
    cursor.movePosition(moves.Up if by < 0 else moves.Down)
    return cursor.position() == before


def holds_focus(widget: QWidget) -> bool:
    """Say whether the focus is somewhere in a widget."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def add_entry(
    menu: QMenu,
    words: str,
    keys: str,
    do: Callable[[], object],
    possible: bool = True,
    writable: bool = True,
) -> None:
    """Add an entry to the menu of a row; `keys` are only shown, the list answers to them."""
    action = menu.addAction(escaped(words) + (f"\t{keys}" if keys else ""))
    action.setEnabled(possible and writable)
    action.triggered.connect(lambda *_: do())


class RowEditor(QWidget):
    """The widget of one row; `editors` in reading order, the first one takes the focus."""

    def __init__(self, row_id: str) -> None:
        super().__init__()
        self.row_id = row_id
        self.editors: list[QWidget] = []

    def focused_field(self) -> str:
        """Return the field in whose editor the focus is; "" when it is not in the row."""
        return next((str(e.property("field")) for e in self.editors if e.hasFocus()), "")

    def show_number(self, number: int) -> None:
        """Show the place of the row in its list."""

    def refresh(self) -> None:
        """Show again what no bound field shows by itself."""
