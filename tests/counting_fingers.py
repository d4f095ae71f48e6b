"""A person whose fingers are counted: each press of a key or of a mouse button but for text."""

from __future__ import annotations

from pathlib import Path

from effort import PARTS, Effort
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_keys import CONTROL, NONE, Key, choose_file, type_words, while_asked

_LEFT = Qt.MouseButton.LeftButton


class CountingFingers:
    """Keys go to what has the focus, clicks to what can be seen.

    Counted is each press of a key that writes no letter, alone or with Ctrl or Shift, and each
    press of the mouse button: a click is one, and so are a drag and a notch of the wheel. The
    characters of a text count as letters, the line breaks within it too.
    """

    def __init__(self, qtbot, window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.part = PARTS[0]
        self.spent = dict.fromkeys(PARTS, Effort())

    def go(self, step: int, part: str):
        """Go to a step with Ctrl and its number; what follows counts for `part`."""
        self.part = part
        self._count()
        QTest.keyClick(self.window, Key(Key.Key_0 + step), CONTROL)
        return self.window.view.screen_of(self.window.view.step)

    def _write(self, text: str) -> None:
        """Type a text where the focus is."""
        lines = text.split("\n")
        for at, line in enumerate(lines):
            if at:
                QTest.keyClick(_focused(), Key.Key_Return)
            for letter in line:
                type_words(letter)
                _let_completions_follow()
        self.spent[self.part] += Effort(letters=len(text))

    def write(self, *texts: str, between: Key = Key.Key_Tab) -> None:
        """Type texts with a key between them."""
        for at, text in enumerate(texts):
            if at:
                self.press(between)
            self._write(text)

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            self._count()
            QTest.keyClick(_focused(), key, modifiers)

    def click(self, widget: QWidget, area: QRect | None = None) -> None:
        """Click in the middle of a widget, or of an area of it; it must be in sight there."""
        at = (area or widget.rect()).center()
        assert widget.visibleRegion().contains(at), f"{widget.accessibleName()!r} is out of sight"
        self._count()
        QTest.mouseClick(widget, _LEFT, pos=at)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press the button at a point, let it go at another."""
        for at in (start, end):
            assert widget.visibleRegion().contains(at), "the drag leaves what can be seen"
        self._count()
        _mouse(widget, QEvent.Type.MouseButtonPress, start)
        for step in range(1, 9):
            _mouse(widget, QEvent.Type.MouseMove, start + (end - start) * step / 8)
        _mouse(widget, QEvent.Type.MouseButtonRelease, end)

    def turn_wheel(self, widget: QWidget, down: bool = True) -> None:
        """Turn the wheel by a notch over a widget, which counts as a press."""
        self._count()
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, -120 if down else 120),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def choose_file(self, path: Path) -> None:
        """Open a file dialog with Space, write the name of a file into it and press Enter."""
        self._count()  # the Enter in the dialog
        while_asked(lambda: self.press(Key.Key_Space), choose_file(path))
        self.spent[self.part] += Effort(letters=len(path.name))

    def _count(self) -> None:
        QApplication.processEvents()  # nobody presses before the window shows what came before
        self.spent[self.part] += Effort(presses=1)


def _focused() -> QWidget:
    popup = QApplication.activePopupWidget()
    found = popup.focusWidget() or popup if popup is not None else QApplication.focusWidget()
    assert found is not None, "the focus is lost"
    return found


def _let_completions_follow() -> None:
    """Let the list of completions open and close while its field is being written."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and field.completer() is not None:
        QApplication.processEvents()


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else _LEFT
    held = none if kind == QEvent.Type.MouseButtonRelease else _LEFT
    over = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), over, button, held, NONE))
