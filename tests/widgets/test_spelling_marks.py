"""Waves under unknown words in real editors, the menu that corrects them, and one undo for each."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from typing_keys import CONTROL, NONE, Key, focused, press, type_words

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.spelling import Spelling, spelling
from poadesk.widgets.spelling_marks import SpellingMarks, correct_next
from poadesk.widgets.theme import theme

ACTIVITY = Activity(id="activity", text="Podar los árboles")
PLAN = Plan(
    id="plan",
    unit="Parques",
    objectives=(Objective(id="objective", goals=(Goal(id="goal", activities=(ACTIVITY,)),)),),
)


@pytest.fixture
def own_words(qtbot, themed_app, tmp_path):
    """The dictionary is loaded, and nobody has added a word to it yet."""
    path = tmp_path / "data" / "diccionario.txt"
    spelling().begin(path)
    qtbot.waitUntil(lambda: spelling().is_on, timeout=20_000)
    yield path
    spelling().want(True)


@pytest.fixture
def open_plan(plan_file):
    opened = OpenPlan(PlanFile.open(plan_file(PLAN)))
    yield opened
    opened.close()


@pytest.fixture
def editor(qtbot, own_words, open_plan):
    """The introduction of a plan, with the focus."""
    return shown(qtbot, open_plan, "plan", "introduction", "plan")


def shown(qtbot, open_plan, table: str, field: str, row_id: str):
    frame = field_editor(table, field)
    frame.resize(420, 160)
    qtbot.addWidget(frame)
    bound = BoundField(frame, open_plan, table, field)
    bound.bind(row_id)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    frame.editor.setFocus()
    return frame.editor


def marks(editor) -> SpellingMarks:
    return editor.document().findChild(SpellingMarks)


def waves(editor) -> list[str]:
    return marks(editor).marked()


def until_marked(qtbot, editor, *words: str) -> None:
    qtbot.waitUntil(lambda: waves(editor) == list(words))


def open_menu(editor: QPlainTextEdit, word: str) -> QMenu:
    """Click with the right button in the middle of a word."""
    cursor = editor.document().find(word)
    assert not cursor.isNull(), f"{word!r} is not there"
    middle = QTextCursor(editor.document())
    middle.setPosition(cursor.selectionStart() + len(word) // 2)
    at = editor.cursorRect(middle).center()
    send_menu_event(editor, at, QContextMenuEvent.Reason.Mouse)
    return opened_menu()


def send_menu_event(editor, at: QPoint, reason) -> None:
    target = editor.viewport() if reason == QContextMenuEvent.Reason.Mouse else editor
    event = QContextMenuEvent(reason, at, target.mapToGlobal(at))
    QApplication.sendEvent(target, event)


def opened_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [a.text().split("\t")[0] for a in menu.actions() if not a.isSeparator()]


def choose(menu: QMenu, words: str) -> None:
    action = next(a for a in menu.actions() if a.text().split("\t")[0] == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, NONE, menu.actionGeometry(action).center())


def test_a_wrong_word_gets_a_wave_after_a_pause_and_loses_it_when_corrected(qtbot, editor):
    type_words("Dar constansia de todo.")
    assert waves(editor) == []  # nothing is looked up while keys are handled
    until_marked(qtbot, editor, "constansia")
    at = editor.document().find("sia")
    at.setPosition(at.selectionStart() + 1)
    editor.setTextCursor(at)
    press(Key.Key_Backspace)
    type_words("c")
    until_marked(qtbot, editor)
    assert editor.toPlainText() == "Dar constancia de todo."


def test_the_wave_is_a_wave_in_the_red_of_the_theme(qtbot, editor):
    type_words("una constansia hoy")
    until_marked(qtbot, editor, "constansia")
    [found] = editor.document().firstBlock().layout().formats()
    assert found.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert found.format.underlineColor() == theme().color("bad_sign")
    try:
        theme().set_dark(True)
        [found] = editor.document().firstBlock().layout().formats()
        assert found.format.underlineColor() == theme().color("bad_sign")
    finally:
        theme().set_dark(None)


def test_the_word_being_typed_is_left_in_peace_until_the_caret_leaves_it(qtbot, editor):
    type_words("analisis y constansia")
    until_marked(qtbot, editor, "analisis")
    qtbot.wait(600)
    assert waves(editor) == ["analisis"]
    type_words(" ")
    until_marked(qtbot, editor, "analisis", "constansia")


def test_the_last_word_is_marked_when_the_focus_leaves(qtbot, editor):
    type_words("constansia")
    editor.clearFocus()
    until_marked(qtbot, editor, "constansia")


def test_waves_stand_right_after_signs_that_count_twice(qtbot, editor):
    editor.insertPlainText("🏛️🏛️ constansia ")
    until_marked(qtbot, editor, "constansia")


def test_a_suggestion_replaces_the_word_with_one_undo(qtbot, editor, open_plan):
    type_words("Dar constansia siempre")
    until_marked(qtbot, editor, "constansia")
    choose(open_menu(editor, "constansia"), "constancia")
    assert editor.toPlainText() == "Dar constancia siempre"
    assert open_plan.plan.introduction == "Dar constancia siempre"
    type_words(", sí")
    open_plan.undo()
    assert editor.toPlainText() == "Dar constancia siempre"
    open_plan.undo()
    assert editor.toPlainText() == "Dar constansia siempre"
    open_plan.undo()
    assert editor.toPlainText() == ""
    open_plan.redo()
    open_plan.redo()
    assert editor.toPlainText() == "Dar constancia siempre"


def test_the_menu_offers_words_and_the_dictionary_before_cut_and_paste(qtbot, editor):
    type_words("la constansia fue")
    until_marked(qtbot, editor, "constansia")
    menu = open_menu(editor, "constansia")
    assert entries(menu) == [
        "constancia",
        "Agregar “constansia” a mi diccionario",
        "Cortar",
        "Copiar",
        "Pegar",
        "Seleccionar todo",
    ]
    menu.close()
    menu = open_menu(editor, "fue")
    assert entries(menu) == ["Cortar", "Copiar", "Pegar", "Seleccionar todo"]
    menu.close()


def test_a_word_without_anything_near_it_says_so(qtbot, editor):
    type_words("el xqzwkjx va")
    until_marked(qtbot, editor, "xqzwkjx")
    menu = open_menu(editor, "xqzwkjx")
    assert entries(menu)[0] == "No hay palabras parecidas"
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_an_added_word_loses_its_wave_everywhere_and_stays_known(
    qtbot, editor, open_plan, own_words
):
    other = shown(qtbot, open_plan, "plan", "general_objective", "plan")
    type_words("xilote aquí")
    with qtbot.waitActive(editor.window()):
        editor.window().activateWindow()
    type_words("xilote allá")
    until_marked(qtbot, editor, "xilote")
    until_marked(qtbot, other, "xilote")
    choose(open_menu(editor, "xilote"), "Agregar “xilote” a mi diccionario")
    until_marked(qtbot, editor)
    until_marked(qtbot, other)
    assert own_words.read_text(encoding="utf-8") == "xilote\n"


def test_the_keyboard_corrects_too(qtbot, editor):
    type_words("una constansia y otra constansia más")
    until_marked(qtbot, editor, "constansia", "constansia")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert correct_next(focused())
    assert editor.textCursor().selectedText() == "constansia"
    QTest.keyClick(opened_menu(), Key.Key_Down)
    QTest.keyClick(opened_menu(), Key.Key_Return)
    assert editor.toPlainText() == "una constancia y otra constansia más"
    assert correct_next(focused())
    assert editor.textCursor().selectionStart() > 20
    opened_menu().close()


def test_there_is_nothing_to_go_to_where_every_word_is_right(qtbot, editor):
    type_words("Todo está bien")
    qtbot.wait(600)
    assert not correct_next(editor)
    assert not correct_next(None)


def test_cut_and_paste_work_from_the_menu(qtbot, editor):
    type_words("barrer")
    press(Key.Key_A, CONTROL)
    choose(open_menu(editor, "barrer"), "Cortar")
    assert editor.toPlainText() == ""
    send_menu_event(editor, QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)
    choose(opened_menu(), "Pegar")
    assert editor.toPlainText() == "barrer"


def test_turned_off_nothing_is_marked(qtbot, editor):
    type_words("constansia ")
    until_marked(qtbot, editor, "constansia")
    spelling().want(False)
    until_marked(qtbot, editor)
    menu = open_menu(editor, "constansia")
    assert entries(menu)[0] == "Cortar"
    menu.close()
    spelling().want(True)
    until_marked(qtbot, editor, "constansia")


def test_a_plan_open_for_reading_only_is_not_marked(qtbot, own_words, plan_file):
    path = plan_file(dataclasses.replace(PLAN, introduction="La constansia"))
    opened = OpenPlan(PlanFile.open(path, read_only=True))
    editor = shown(qtbot, opened, "plan", "introduction", "plan")
    editor.clearFocus()
    qtbot.wait(600)
    assert waves(editor) == []
    menu = open_menu(editor, "constansia")
    assert [a.isEnabled() for a in menu.actions() if a.text().startswith(("Cortar", "Pegar"))] == [
        False,
        False,
    ]
    menu.close()
    opened.close()


def test_fields_of_one_line_are_not_checked_but_have_the_same_menu(qtbot, own_words, open_plan):
    editor = shown(qtbot, open_plan, "plan", "responsible", "plan")
    type_words("Xwyz Constansia ")
    assert not isinstance(editor, QPlainTextEdit)
    assert not correct_next(editor)
    send_menu_event(editor, QPoint(20, 10), QContextMenuEvent.Reason.Keyboard)
    assert entries(opened_menu()) == ["Cortar", "Copiar", "Pegar", "Seleccionar todo"]
    choose(opened_menu(), "Seleccionar todo")
    assert editor.selectedText() == "Xwyz Constansia "
    send_menu_event(editor, QPoint(20, 10), QContextMenuEvent.Reason.Keyboard)
    choose(opened_menu(), "Cortar")
    assert editor.text() == ""


def test_without_a_dictionary_writing_goes_on_and_the_log_says_why(
    qtbot, themed_app, tmp_path, caplog
):
    lame = Spelling()
    with qtbot.waitSignal(lame.changed, timeout=20_000):
        lame.begin(tmp_path / "words.txt", folder=tmp_path)
    assert not lame.is_on
    assert len(caplog.records) == 1


def test_marks_do_not_count_as_writing(qtbot, editor, open_plan):
    type_words("constansia ")
    qtbot.waitUntil(lambda: open_plan.plan.introduction == "constansia ")
    step = open_plan.next_undo()
    until_marked(qtbot, editor, "constansia")
    qtbot.wait(600)
    assert open_plan.next_undo() == step
