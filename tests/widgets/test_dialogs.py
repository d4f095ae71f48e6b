"""Questions give back the choice, and the safe one when nobody chooses."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from poadesk.widgets.dialogs import Question, ask
from poadesk.widgets.labels import Label
from poadesk.widgets.theme import SCALES, theme

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

_CHOICES = [("stay", "Dejar así"), ("copy", "Guardar una copia…"), ("go", "Borrar la meta")]


def _answer(key: Qt.Key | None = None, choice: str = "") -> str:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Question)
        if choice:
            dialog.buttons[choice].click()
        else:
            QTest.keyClick(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(50, act)
    return ask(None, "¿Se borra la meta?", "Tiene dos actividades.", _CHOICES)


def test_a_question_gives_back_the_choice_that_was_clicked(qtbot: QtBot) -> None:
    assert _answer(choice="copy") == "copy"


def test_escape_chooses_the_safe_answer(qtbot: QtBot) -> None:
    assert _answer(Qt.Key.Key_Escape) == "stay"


def test_enter_chooses_the_primary_answer(qtbot: QtBot) -> None:
    assert _answer(Qt.Key.Key_Return) == "go"


def test_a_question_cuts_no_words_at_any_text_size(qtbot: QtBot, qapp: QApplication) -> None:
    theme().apply(qapp)
    for scale in SCALES:
        theme().set_scale(scale)
        dialog = Question(None, "Queda poco sitio", "Una frase que sigue. " * 12, _CHOICES)
        qtbot.addWidget(dialog)
        dialog.show()
        for part in dialog.buttons.values():
            assert part.width() >= part.sizeHint().width()
        for words in dialog.findChildren(Label):
            assert words.height() >= words.heightForWidth(words.width())
    theme().set_scale(1.0)
