"""A person whose fingers are counted: each press of a key or of a mouse button but for text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from effort import PARTS, Effort
from typing_keys import CONTROL, NONE, Key, choose_file, type_words, while_asked

_LEFT = Qt.MouseButton.LeftButton


class CountingFingers:
    """Keys go to what has the focus, clicks to what can be seen.

    Counted is each press of a key that writes no letter, alone or with Ctrl or Shift, and each
    press of the mouse button: a click is one, and so is a drag. A character of a text counts as
    a letter, a blank line within a text too.
    """

    def __init__(self, qtbot, window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.part = PARTS[0]
        self.spent = dict.fromkeys(PARTS, Effort())

    def total(self, *parts: str) -> Effort:
        """Return what these parts have cost."""
        return sum((self.spent[part] for part in parts), Effort())

    def go(self, step: int, part: str):
        """Go to a step with Ctrl and its number; what follows counts for `part`."""
        self.part = part
        self._count()
        QTest.keyClick(self.window, Key(Key.Key_0 + step), CONTROL)
        return self.window.view.screen_of(self.window.view.step)

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        lines = text.split("\n")
        for at, line in enumerate(lines):
            if at:
                QTest.keyClick(_focused(), Key.Key_Return)
            type_words(line)
        self.spent[self.part] += Effort(letters=len(text))

    def write_on(self, *texts: str, between: Key = Key.Key_Tab) -> None:
        """Type texts with a key between them."""
        for at, text in enumerate(texts):
            if at:
                self.press(between)
            self.write(text)

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

    def choose_file(self, path: object) -> None:
        """Open a file dialog with Space, write a path into it and press Enter."""
        self._count()  # the Enter in the dialog
        while_asked(lambda: self.press(Key.Key_Space), choose_file(path))
        self.spent[self.part] += Effort(letters=len(str(path)))

    def _count(self) -> None:
        self.spent[self.part] += Effort(presses=1)


def _focused() -> QWidget:
    popup = QApplication.activePopupWidget()
    found = popup.focusWidget() or popup if popup is not None else QApplication.focusWidget()
    assert found is not None, "the focus is lost"
    return found


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else _LEFT
    held = none if kind == QEvent.Type.MouseButtonRelease else _LEFT
    over = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), over, button, held, NONE))
