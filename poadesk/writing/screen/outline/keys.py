"""The keys of the outline, by the name of what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_IGNORED = Qt.KeyboardModifier.KeypadModifier

# In the text and on a chosen row alike.
_ALWAYS = {
    (Qt.Key.Key_Return, _NONE): "next",
    (Qt.Key.Key_Enter, _NONE): "next",
    (Qt.Key.Key_Return, _CTRL): "below",
    (Qt.Key.Key_Enter, _CTRL): "below",
    (Qt.Key.Key_Up, _CTRL): "up",
    (Qt.Key.Key_Down, _CTRL): "down",
    (Qt.Key.Key_D, _CTRL): "duplicate",
}
_CHOSEN = {
    (Qt.Key.Key_Delete, _NONE): "delete",
    (Qt.Key.Key_F2, _NONE): "write",
}
_WRITING = {
    (Qt.Key.Key_Escape, _NONE): "stop",
}


def action_of(event: QKeyEvent, writing: bool) -> str:
    """Return what a key does in the outline, or "" when it does nothing special there."""
    pressed = (Qt.Key(event.key()), event.modifiers() & ~_IGNORED)
    return (_ALWAYS | (_WRITING if writing else _CHOSEN)).get(pressed, "")


def is_letter(event: QKeyEvent) -> bool:
    """Say whether a key writes something."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | _IGNORED)
    # AltGr arrives as Control and Alt on some systems, and writes letters such as @.
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    typed = event.text()
    return bool(typed) and typed.isprintable() and not typed.isspace() and plain in (_NONE, alt_gr)
