"""The menu Editar: undo, find, replace and history, with the panels that these open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from poadesk.desktop.menu_row import FIND, Item
from poadesk.plan.step_names import step_of
from poadesk.widgets.wrapped_text import units

if TYPE_CHECKING:
    from poadesk.desktop.find_popup import FindPopup
    from poadesk.desktop.main_window import MainWindow
    from poadesk.plan.searching import FoundPlace
    from poadesk.widgets.overlay import Overlay

_LONGEST_SELECTION = 60  # letters of chosen text that are looked for right away


class EditMenu:
    """The entries of the menu, and the panel that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._panel: Overlay | None = None
        self._words = ""

    def items(self, undo: Callable[[], object], redo: Callable[[], object]) -> list[Item]:
        """Return the entries of the menu."""
        return [
            Item("Deshacer", undo, "Ctrl+Z", sign="undo"),
            Item("Rehacer", redo, "Ctrl+Y; Ctrl+Shift+Z", sign="redo"),
            Item("Historial…", self.show_history, "Ctrl+Alt+Z", sign="clock"),
            Item(),
            Item(FIND, self.find, "Ctrl+K; Ctrl+F", sign="search"),
            Item("Reemplazar…", self.replace, "Ctrl+R", sign="repeat"),
        ]

    def find(self) -> None:
        """Open the search; there already, it is ready for other words."""
        popup = self._open_find()
        if popup is None:
            self._show_find(replacing=False)
        else:
            popup.words.setFocus()
            popup.words.selectAll()

    def replace(self) -> None:
        """Open the search with the line for replacing; there already, it opens or closes it."""
        popup = self._open_find()
        if popup is None:
            self._show_find(replacing=True)
        else:
            popup.show_replacing(not popup.is_replacing())

    def show_history(self) -> None:
        """Open the history of changes."""
        from poadesk.desktop.history_popup import HistoryPopup

        if self._window.open_plan is not None:
            popup = HistoryPopup(self._window, self._window.open_plan)
            popup.went.connect(self._tell_without_undo)
            self._use(popup)
            popup.show_history()

    def _show_find(self, replacing: bool) -> None:
        from poadesk.desktop.find_popup import FindPopup

        if self._window.open_plan is None:
            return
        words = chosen_words() or self._words
        popup = FindPopup(self._window, self._window.open_plan, self._go)
        popup.replaced.connect(self._tell)
        self._use(popup)
        popup.words.textChanged.connect(self._remember)
        popup.look_for(words, replacing)

    def _open_find(self) -> FindPopup | None:
        from poadesk.desktop.find_popup import FindPopup

        return self._panel if isinstance(self._panel, FindPopup) else None

    def _use(self, panel: Overlay) -> None:
        """Let this panel be the only one; it goes with its plan."""
        if self._panel is not None:
            self._panel.leave()
        self._panel = panel
        panel.left.connect(self._forget)
        assert self._window.open_plan is not None
        self._window.open_plan.closing.connect(panel.leave)

    def _forget(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    def _remember(self, words: str) -> None:
        self._words = words

    def _go(self, place: FoundPlace) -> None:
        view = self._window.view
        if view is not None:
            view.go_to_field(step_of(place.table, place.field), place.id, place.field)
            if place.spans:
                choose_in_editor(place.text, *place.spans[0])

    def _tell(self, sentence: str) -> None:
        from poadesk.desktop.undo_offer import offer_undo

        view, open_plan = self._window.view, self._window.open_plan
        if view is not None and open_plan is not None:
            offer_undo(view, open_plan, sentence, sign="repeat")

    def _tell_without_undo(self, sentence: str) -> None:
        from poadesk.widgets.notice import show_notice

        if self._window.view is not None:
            show_notice(self._window.view, sentence, sign="clock")


def chosen_words() -> str:
    """Return the words chosen in the editor with the focus, if they are few and in one line."""
    editor = QApplication.focusWidget()
    words = ""
    if isinstance(editor, QPlainTextEdit):
        words = editor.textCursor().selectedText()
    elif isinstance(editor, QLineEdit):
        words = editor.selectedText()
    is_short = len(words) <= _LONGEST_SELECTION and "\u2029" not in words
    return words.strip() if is_short else ""


def choose_in_editor(text: str, begin: int, end: int) -> None:
    """Choose part of a text in the editor with the focus, if it shows that text."""
    editor = QApplication.focusWidget()
    start, length = units(text[:begin]), units(text[begin:end])
    if isinstance(editor, QPlainTextEdit) and editor.toPlainText() == text:
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
    elif isinstance(editor, QLineEdit) and editor.text() == text:
        editor.setSelection(start, length)
