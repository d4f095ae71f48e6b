"""Fields keep what was written, name themselves and grow."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from poadesk.widgets.field_frame import FieldFrame, GrowingText, LineField

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_an_error_keeps_what_was_written(qtbot: QtBot) -> None:
    editor = LineField()
    frame = FieldFrame("Año", editor, "Con cuatro cifras.")
    qtbot.addWidget(frame)
    qtbot.keyClicks(editor, "doce")
    frame.show_error("El año se escribe con números: 2031.")
    assert editor.text() == "doce"
    assert editor.property("wrong") is True
    assert frame.error() == "El año se escribe con números: 2031."
    assert editor.accessibleDescription() == "El año se escribe con números: 2031."
    frame.clear_error()
    assert editor.text() == "doce"
    assert editor.property("wrong") is False
    assert frame.error() == ""
    assert editor.accessibleDescription() == "Con cuatro cifras."


def test_a_field_is_named_by_its_label(qtbot: QtBot) -> None:
    editor = LineField()
    frame = FieldFrame("Municipalidad", editor)
    qtbot.addWidget(frame)
    assert editor.accessibleName() == "Municipalidad"


def test_a_text_grows_and_shrinks_with_what_is_written(qtbot: QtBot) -> None:
    text = GrowingText(2, name="Introducción")
    qtbot.addWidget(text)
    text.resize(300, 10)
    text.show()
    least = text.height()
    text.setPlainText("\n".join(["línea"] * 9))
    grown = text.height()
    assert grown > least
    assert grown - least == 7 * (grown - least) // 7
    text.setPlainText("palabra " * 200)
    assert text.height() > grown
    text.clear()
    assert text.height() == least


def test_no_line_of_a_growing_text_is_hidden(qtbot: QtBot) -> None:
    text = GrowingText(1, name="Introducción")
    qtbot.addWidget(text)
    text.resize(260, 10)
    text.show()
    text.setPlainText("palabra " * 60 + "\n\nfin")
    assert text.verticalScrollBar().maximum() == 0
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text.setTextCursor(cursor)
    assert text.cursorRect().bottom() <= text.viewport().height()


def test_a_click_in_a_growing_text_finds_its_line(qtbot: QtBot) -> None:
    text = GrowingText(1, name="Introducción")
    qtbot.addWidget(text)
    text.resize(260, 10)
    text.show()
    text.setPlainText("a\nb\nc\nd\ne")
    for number in range(5):
        place = QPoint(5, 3 + 20 * number + 10)
        assert text.cursorForPosition(place).blockNumber() == number


def test_tab_leaves_a_growing_text(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    text, after = GrowingText(name="Uno"), LineField(name="Dos")
    column.addWidget(text)
    column.addWidget(after)
    room.show()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    text.setFocus()
    left: list[bool] = []
    text.left.connect(lambda: left.append(True))
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert room.focusWidget() is after
    assert text.toPlainText() == ""
    assert left == [True]


def test_a_field_that_the_focus_leaves_shows_its_beginning(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    name, other = LineField(), LineField()
    for field in (name, other):
        column.addWidget(field)
    page.resize(120, 90)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    name.setFocus()
    qtbot.keyClicks(name, "Departamento de Cuentas Corrientes")
    name.event(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert name.cursorPosition() == len(name.text())  # a menu was opened, and writing goes on
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert name.cursorPosition() == 0
