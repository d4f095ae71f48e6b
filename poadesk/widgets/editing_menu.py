"""The menu of an editor: right words for a wrong one, and cut, copy and paste."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.icons import set_icon
from poadesk.widgets.labels import escaped
from poadesk.widgets.menus import menu
from poadesk.widgets.remark_place import RemarkPlace
from poadesk.widgets.theme import theme

_LONGEST_SHOWN = 30
Editor = QPlainTextEdit | QLineEdit


@dataclass(frozen=True, slots=True)
class Correction:
    """A wrong word, what may have been meant, and what to do with either."""

    word: str
    suggestions: list[str]
    replace: Callable[[str], object]
    keep: Callable[[str], object]


def give_line_menu(editor: QLineEdit) -> None:
    """Let an editor of one line open this menu in place of the one of Qt."""

    def open_it(at: QPoint) -> None:
        open_editing_menu(editor, editor.mapToGlobal(at), None)

    editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    editor.customContextMenuRequested.connect(open_it)


def open_editing_menu(editor: Editor, at: QPoint, correction: Correction | None) -> None:
    """Open the menu of an editor at a point of the screen; it goes away by itself."""
    opened = editing_menu(editor, correction)
    opened.aboutToHide.connect(opened.deleteLater)
    opened.popup(at)


def editing_menu(editor: Editor, correction: Correction | None) -> QMenu:
    """Return the menu of an editor, with the words for a wrong one first."""
    result = menu(parent=editor)
    result.setAccessibleName("Menú del texto")
    writable = not editor.isReadOnly()
    if correction is not None and writable:
        _add_words(result, correction)
    chosen, text = _chosen_and_whole(editor)
    _add(result, "Cortar\tCtrl+X", editor.cut, chosen and writable)
    set_icon(_add(result, "Copiar\tCtrl+C", editor.copy, chosen), "copy", "text")
    _add(
        result, "Pegar\tCtrl+V", editor.paste, writable and bool(QGuiApplication.clipboard().text())
    )
    result.addSeparator()
    _add(result, "Seleccionar todo\tCtrl+A", editor.selectAll, bool(text))
    place = editor.findChild(RemarkPlace)
    if place is not None and place.words:
        result.addSeparator()
        set_icon(_add(result, f"{place.words}\tCtrl+M", place.open), "remark", "text")
    return result


def _chosen_and_whole(editor: Editor) -> tuple[bool, str]:
    """Return whether something is selected, and all the text."""
    if isinstance(editor, QLineEdit):
        return editor.hasSelectedText(), editor.text()
    return editor.textCursor().hasSelection(), editor.toPlainText()


def _add_words(target: QMenu, correction: Correction) -> None:
    for word in correction.suggestions:
        action = _add(target, escaped(word), partial(correction.replace, word))
        action.setFont(theme().font("strong"))
    if not correction.suggestions:
        _add(target, "No hay palabras parecidas", lambda: None, False)
    target.addSeparator()
    word = correction.word
    shown = word if len(word) <= _LONGEST_SHOWN else word[:_LONGEST_SHOWN] + "…"
    words = f"Agregar “{escaped(shown)}” a mi diccionario"
    set_icon(_add(target, words, partial(correction.keep, word)), "plus", "text")
    target.addSeparator()


def _add(target: QMenu, words: str, do: Callable[[], object], enabled: bool = True) -> QAction:
    # Keys are only shown: the editor knows them already.
    action = target.addAction(words)
    action.setEnabled(enabled)
    action.triggered.connect(lambda: do())
    return action
