"""Offers names below a field of one line while it is written; any other can be written too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QListView, QStyledItemDelegate

from poadesk.plan.suggestions import matching

_MOST_SHOWN = 8


class NamePopup(QObject):
    """Names for a field: typing narrows them, Down opens all, Enter takes the chosen one.

    `names` are asked for when the focus comes; `taken` is called once a name stands in the field.
    """

    def __init__(
        self,
        editor: QLineEdit,
        names: Callable[[], Sequence[str]],
        taken: Callable[[], object],
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._ask = names
        self._taken = taken
        self._names: Sequence[str] = ()
        self._rows = QStringListModel(self)
        editor.installEventFilter(self)
        editor.textEdited.connect(self._narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            # The list has the focus of the window while it is open, and gives it back.
            is_back = event.reason() == Qt.FocusReason.PopupFocusReason
            if event.type() == QEvent.Type.FocusIn and not is_back:
                self._begin()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_down = event.key() == Qt.Key.Key_Down and not event.modifiers()
            return is_down and self._open_all()
        return False

    def _begin(self) -> None:
        self._names = () if self._editor.isReadOnly() else self._ask()
        self._rows.setStringList(list(self._names))
        if self._names and self._editor.completer() is None:
            self._editor.setCompleter(self._completer())

    def _narrow(self, typed: str) -> None:
        self._rows.setStringList(matching(self._names, typed) if typed.strip() else [])

    def _open_all(self) -> bool:
        completer = self._editor.completer()
        if not self._names or completer is None or self._editor.isReadOnly():
            return False
        popup = completer.popup()
        if popup is not None and popup.isVisible():
            return False
        self._rows.setStringList(list(self._names))
        completer.complete()
        return True

    def _completer(self) -> QCompleter:
        completer = _NothingChosen(self._rows, self)
        # What fits is found here, whatever its case and accents; Qt only shows it.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        popup = QListView()
        popup.setProperty("panel", "names")
        popup.setFrameShape(QFrame.Shape.NoFrame)
        popup.setAccessibleName("Nombres de la lista")
        completer.setPopup(popup)
        popup.setItemDelegate(QStyledItemDelegate(popup))
        # After the chosen name is in the editor, which is later than this signal.
        completer.activated.connect(lambda *_: QTimer.singleShot(0, self, self._taken))
        return completer


class _NothingChosen(QCompleter):
    """A list in which no name is chosen until a person does: Enter and Tab leave what is typed."""

    def splitPath(self, path: str) -> list[str]:
        return ["\0"]  # no name begins so
