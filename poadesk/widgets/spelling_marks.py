"""Red waves under the words that the dictionary does not know, in an editor of several lines.

Words are looked up in a pause, never while a key is handled, and the word being typed is left in
peace until the caret leaves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from poadesk.widgets.editing_menu import Correction, give_line_menu, open_editing_menu
from poadesk.widgets.spelling import spelling
from poadesk.widgets.spelling_waves import places_of, wave
from poadesk.widgets.theme import theme
from poadesk.writing.words import words_of

PAUSE_BEFORE_CHECKING = 350  # milliseconds without a key
Edit = Callable[[], object]


def watch_spelling(editor: QWidget, as_one_step: Callable[[Edit], object]) -> None:
    """Mark unknown words in an editor of several lines; one of a line only gets our menu.

    `as_one_step` is given what puts a right word in place of a wrong one, to keep it as a step.
    """
    if isinstance(editor, QPlainTextEdit):
        SpellingMarks(editor, as_one_step)
    elif isinstance(editor, QLineEdit):
        give_line_menu(editor)


def correct_next(widget: QWidget | None) -> bool:
    """Go to the next marked word of an editor; False where there is none, or no such editor."""
    if not isinstance(widget, QPlainTextEdit):
        return False
    marks = widget.document().findChild(SpellingMarks)
    return marks is not None and marks.go_to_next()


class SpellingMarks(QSyntaxHighlighter):
    """The waves of one editor, and the menu that corrects the word under one."""

    def __init__(self, editor: QPlainTextEdit, as_one_step: Callable[[Edit], object]) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._as_one_step = as_one_step
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_BEFORE_CHECKING)
        self._pause.timeout.connect(self._begin_checking)
        editor.textChanged.connect(self._pause.start)
        editor.cursorPositionChanged.connect(self._pause.start)
        spelling().changed.connect(self._pause.start)
        theme().changed.connect(self.rehighlight)
        editor.installEventFilter(self)
        # Not by watching its viewport: to say what that is, PySide learns every class of widgets.
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._open_menu_at)

    def highlightBlock(self, text: str) -> None:
        for start, length in self._wrong_words(self.currentBlock(), text):
            self.setFormat(start, length, wave())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and _is_by_key(event):
            self._open_menu_at_caret()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self._pause.start()
        return False

    def marked(self) -> list[str]:
        """Return the words that carry a wave, in order."""
        return [cursor.selectedText() for cursor in self._marked_places()]

    def go_to_next(self) -> bool:
        """Select the next marked word and open its menu; False when none is marked."""
        places = list(self._marked_places())
        caret = self._editor.textCursor().position()
        later = [place for place in places if place.selectionStart() >= caret]
        for wrong in (later or places)[:1]:
            self._editor.setTextCursor(wrong)
            self._open_menu_at_caret()
        return bool(places)

    def _marked_places(self) -> Iterator[QTextCursor]:
        block = self.document().begin()
        while block.isValid():
            for start, length in _shown(block):
                yield _selection(block, start, length)
            block = block.next()

    def _begin_checking(self) -> None:
        spelling().do_in_pauses(self, self._check())

    def _check(self) -> Iterator[None]:
        text = self._editor.toPlainText()
        dictionary = spelling().dictionary
        if spelling().is_on and dictionary is not None:
            for start, end in words_of(text):
                dictionary.knows(text[start:end])
                yield
        for number in range(self.document().blockCount()):
            # Found anew each time, because it may have been taken away during the pause.
            block = self.document().findBlockByNumber(number)
            if block.isValid() and _shown(block) != self._wrong_words(block, block.text()):
                self.rehighlightBlock(block)
            yield

    def _wrong_words(self, block: QTextBlock, text: str) -> list[tuple[int, int]]:
        """Return (start, length) of the words known to be wrong, in the letters of Qt."""
        dictionary = spelling().dictionary
        if dictionary is None or not spelling().is_on or self._editor.isReadOnly():
            return []
        cursor = self._editor.textCursor()
        is_writing = self._editor.hasFocus() and not cursor.hasSelection()
        caret = cursor.position() if is_writing else -1
        return [
            (start, length)
            for start, length, word in places_of(text)
            if dictionary.verdict(word) is False and block.position() + start + length != caret
        ]

    def _open_menu_at(self, point: QPoint) -> None:
        """Open the menu at a point of what scrolls in the editor."""
        place = self._editor.cursorForPosition(point)
        at = self._editor.viewport().mapToGlobal(point)
        open_editing_menu(self._editor, at, self._correction(place))

    def _open_menu_at_caret(self) -> None:
        caret = self._editor.textCursor()
        below = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        open_editing_menu(self._editor, below, self._correction(caret))

    def _correction(self, place: QTextCursor) -> Correction | None:
        """Return what can be done with the word at a place; None where it is right."""
        dictionary = spelling().dictionary
        if dictionary is None or not spelling().is_on or self._editor.isReadOnly():
            return None
        for start, length, word in places_of(place.block().text()):
            if start <= place.positionInBlock() <= start + length and not dictionary.knows(word):
                wrong = _selection(place.block(), start, length)
                suggestions = dictionary.suggestions(word)
                return Correction(word, suggestions, self._replacing(wrong), spelling().add)
        return None

    def _replacing(self, wrong: QTextCursor) -> Callable[[str], None]:
        word = wrong.selectedText()

        def replace(right: str) -> None:
            if wrong.selectedText() == word:  # otherwise the text has changed under the menu
                self._as_one_step(lambda: wrong.insertText(right))

        return replace


def _shown(block: QTextBlock) -> list[tuple[int, int]]:
    return [(one.start, one.length) for one in block.layout().formats()]


def _is_by_key(event: QContextMenuEvent) -> bool:
    return event.reason() == QContextMenuEvent.Reason.Keyboard


def _selection(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor
