"""The search: opened, walked and left with keys; replacing is one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from typing_keys import CONTROL, SHIFT, Key, button, click, focused, press, type_words

from poadesk.desktop.find_popup import FindPopup
from poadesk.plan.model import Activity, Goal, Indicator, Objective, Plan, StrategicLine, SwotItem
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.notice import Notice
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.example import example_plan

LONG = "Palabras que no dicen nada. " * 30


def plan() -> Plan:
    activities = (
        Activity(id="a1", text="Ofrecer planes de pago", responsible="Ventanilla"),
        Activity(id="a2", position=1, text="Firmar un <b>convenio</b> & sellarlo"),
    )
    indicators = (Indicator(id="i", text="Convenios al día", formula="pagados ÷ firmados"),)
    goal = Goal(id="g", text="Cobrar convenios", activities=activities, indicators=indicators)
    return Plan(
        id="plan",
        entity="Alcaldía de Río Claro",
        unit="Cobros",
        year_label="2027",
        introduction=f"{LONG}El convenio 😀 va aquí. {LONG}",
        strategy_source="Estrategia del municipio",
        strategic_lines=(StrategicLine(id="l", name="Finanzas al día"),),
        swot_items=(SwotItem(id="s", quadrant="threat", text="Sequía prolongada"),),
        objectives=(Objective(id="o", text="Bajar la deuda", goals=(goal,)),),
    )


@pytest.fixture
def path(plan_file):
    return plan_file(plan())


@pytest.fixture
def window(open_window, path):
    return open_window(path, 1024, 700)


def stored(path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def search(words: str, key: Key = Key.Key_K) -> FindPopup:
    press(key, CONTROL)
    popup = focused().parentWidget()
    assert isinstance(popup, FindPopup)
    press(Key.Key_A, CONTROL)
    press(Key.Key_Backspace)
    type_words(words)
    return popup


def shown(popup: FindPopup) -> list[str]:
    return [popup.list.rows.spoken(row) for row in popup.list.rows.entries]


def what_is_chosen_in(editor) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.textCursor().selectedText()
    assert isinstance(editor, QLineEdit)
    return editor.selectedText()


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_F])
def test_the_search_opens_from_the_keyboard_and_finds_while_typing(window, key):
    popup = search("CONVENIO", key)
    assert [row.split(", ")[-1] for row in shown(popup)] == [
        "Introducción · Datos generales",
        "Meta",
        "Actividad",
        "Indicador de la meta 1.1",
    ]
    assert popup.words._count == "4 lugares"
    type_words(" no está")
    assert shown(popup) == []


def test_the_field_in_the_menu_row_opens_it_too(window):
    click(window.menus.find_field)
    assert isinstance(focused().parentWidget(), FindPopup)


def test_esc_gives_the_focus_back_to_where_it_was(window):
    editor = focused()
    popup = search("cobrar")
    press(Key.Key_Escape)
    assert not popup.isVisible()
    assert focused() is editor


def test_a_click_beside_it_closes_it(window):
    popup = search("cobrar")
    QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, pos=QPoint(20, 600))
    assert not popup.isVisible()
    focused()


def test_a_click_in_it_does_not_close_it(window):
    popup = search("cobrar")
    click(popup.words)
    assert popup.isVisible()


@pytest.mark.parametrize(
    ("words", "step", "text", "chosen"),
    [
        ("ALCALDIA", "general", "Alcaldía de Río Claro", "Alcaldía"),
        ("convenio 😀", "general", None, "convenio 😀"),
        ("sequia", "swot", "Sequía prolongada", "Sequía"),
        ("estrategia del", "lines", "Estrategia del municipio", "Estrategia del"),
        ("finanzas", "lines", "Finanzas al día", "Finanzas"),
        ("deuda", "objectives", "Bajar la deuda", "deuda"),
        ("cobrar conv", "goals", "Cobrar convenios", "Cobrar conv"),
        ("planes de", "goals", "Ofrecer planes de pago", "planes de"),
        ("ventanilla", "goals", "Ventanilla", "Ventanilla"),
        ("convenios al", "resources", "Convenios al día", "Convenios al"),
        ("firmados", "resources", "pagados ÷ firmados", "firmados"),
    ],
)
def test_enter_goes_to_the_field_itself_with_the_words_chosen(window, words, step, text, chosen):
    popup = search(words)
    press(Key.Key_Return)
    assert not popup.isVisible()
    assert window.view.step == step
    editor = focused()
    if text is not None:
        shown_text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()
        assert shown_text == text
    assert what_is_chosen_in(editor) == chosen


def test_the_number_of_a_row_finds_it(window):
    search("1.1.2")
    press(Key.Key_Return)
    assert window.view.step == "goals"
    assert "sellarlo" in focused().toPlainText()


def test_arrows_walk_in_the_list_and_stop_at_its_ends(window):
    popup = search("convenio")
    press(Key.Key_Up)
    assert popup.list.chosen() == 0
    for row in (1, 2, 3, 3):
        press(Key.Key_Down)
        assert popup.list.chosen() == row
    assert focused() is popup.words
    assert popup.words.accessibleDescription() == "1.1, Convenios al día, Indicador de la meta 1.1"
    press(Key.Key_PageUp)
    press(Key.Key_Return)
    assert focused().property("field") == "introduction"


def test_the_words_of_the_last_search_are_there_again(window):
    search("deuda")
    press(Key.Key_Escape)
    press(Key.Key_F, CONTROL)
    assert (focused().text(), focused().selectedText()) == ("deuda", "deuda")


def test_words_chosen_in_a_field_are_looked_for(window):
    press(Key.Key_Home)
    for _ in range(8):
        press(Key.Key_Right, SHIFT)
    press(Key.Key_F, CONTROL)
    assert focused().text() == "Alcaldía"


def test_what_was_just_typed_is_found(window):
    press(Key.Key_A, CONTROL)
    type_words("Ayuntamiento")
    popup = search("ayuntam")
    assert len(shown(popup)) == 1


def test_nothing_found_says_so_and_offers_what_the_plan_says(window):
    popup = search("conbenios")
    assert popup.nothing._sentence.text() == "Nada dice “conbenios”"
    offer = button(popup, "Buscar “convenios”")
    click(offer)
    assert len(shown(popup)) == 2
    assert focused() is popup.words
    assert not popup.nothing.isVisible()


def test_the_panel_shows_all_of_what_it_says(window):
    popup = search("conbenios")
    QApplication.processEvents()
    how = popup.nothing._how
    assert how.height() >= how.heightForWidth(how.width())
    assert popup.height() == popup.column.totalHeightForWidth(popup.width())


def test_the_words_of_the_plan_are_never_markup(window):
    popup = search("sellarlo")
    [row] = popup.list.rows.entries
    assert row.text == "Firmar un <b>convenio</b> & sellarlo"
    press(Key.Key_Return)
    assert window.view.step == "goals"


def test_all_places_are_replaced_in_one_step_and_the_notice_takes_it_back(window, path):
    search("convenio")
    press(Key.Key_R, CONTROL)
    type_words("acuerdo")
    press(Key.Key_Return, CONTROL)
    changed = stored(path)
    [goal] = changed.goals()
    assert goal.text == "Cobrar acuerdos"
    assert goal.activities[1].text == "Firmar un <b>acuerdo</b> & sellarlo"
    assert goal.indicators[0].text == "Acuerdos al día"
    assert "El acuerdo 😀 va" in changed.introduction
    undo = window.menus.actions_by_words["Deshacer"]
    assert undo.text() == "Deshacer “Reemplazar “convenio” por “acuerdo” en 4 lugares”"
    [notice] = [one for one in window.findChildren(Notice) if one.isVisible()]
    assert notice.sentence.text() == "Se reemplazó “convenio” por “acuerdo” en 4 lugares"
    click(notice.undo)
    assert stored(path) == plan()


def test_capitals_alone_are_replaced_as_they_are_typed(window, path):
    search("convenio")
    press(Key.Key_R, CONTROL)
    type_words("CONVENIO")
    press(Key.Key_Return, CONTROL)
    [goal] = stored(path).goals()
    assert goal.text == "Cobrar CONVENIOs"
    search("CONVENIO")
    press(Key.Key_R, CONTROL)
    type_words("convenio")
    press(Key.Key_Return, CONTROL)
    [goal] = stored(path).goals()
    assert (goal.text, goal.indicators[0].text) == ("Cobrar convenios", "convenios al día")


def test_where_nothing_becomes_another_text_no_replacement_is_told(window, path):
    before = stored(path)
    popup = search("Firmar")
    press(Key.Key_R, CONTROL)
    type_words("Firmar")
    press(Key.Key_Return, CONTROL)
    assert popup.isVisible()
    assert popup._hints.accessibleDescription() == "No cambió nada: ya dice “Firmar”."
    assert stored(path) == before
    type_words("á")
    assert popup._hints.accessibleDescription() == ""
    assert not [one for one in window.findChildren(Notice) if one.isVisible()]


def test_the_chosen_place_alone_is_replaced_and_the_next_one_is_chosen(window, path):
    popup = search("convenio")
    press(Key.Key_Down)
    press(Key.Key_R, CONTROL)
    assert focused() is popup.by
    type_words("pacto")
    press(Key.Key_Return)
    [goal] = stored(path).goals()
    assert goal.text == "Cobrar pactos"
    assert "convenio" in goal.activities[1].text
    assert [row.split(", ")[-1] for row in shown(popup)] == [
        "Introducción · Datos generales",
        "Actividad",
        "Indicador de la meta 1.1",
    ]
    assert popup.list.chosen_place().id == "a2"
    press(Key.Key_Return)
    [goal] = stored(path).goals()
    assert goal.activities[1].text == "Firmar un <b>pacto</b> & sellarlo"
    assert "convenio" in stored(path).introduction


def test_tab_stays_in_the_panel(window):
    popup = search("convenio")
    press(Key.Key_R, CONTROL)
    names = []
    for _ in range(4):
        press(Key.Key_Tab)
        names.append(focused().accessibleName())
    assert names == ["Reemplazar este", "Reemplazar los 4", "Qué buscar", "Por qué reemplazarlo"]
    press(Key.Key_Backtab, SHIFT)
    assert focused() is popup.words


def test_ctrl_r_opens_and_closes_the_line_for_replacing(window):
    press(Key.Key_R, CONTROL)
    popup = focused().parentWidget()
    assert isinstance(popup, FindPopup)
    assert popup.is_replacing()
    press(Key.Key_R, CONTROL)
    assert not popup.is_replacing()
    assert focused() is popup.words


def test_words_apart_can_be_found_but_not_replaced(window, path):
    popup = search("pago ofrecer")
    press(Key.Key_R, CONTROL)
    assert len(shown(popup)) == 1
    assert not popup.one.isEnabled()
    assert not popup.all.isEnabled()
    press(Key.Key_Return, CONTROL)
    assert stored(path) == plan()


def test_a_plan_only_to_read_is_searched_but_not_replaced(open_window, path):
    window = open_window(None)
    window.show_plan(OpenPlan(PlanFile.open(path, read_only=True)))
    window.menus.actions_by_words["Reemplazar…"].trigger()
    popup = focused().parentWidget()
    assert isinstance(popup, FindPopup)
    assert not popup.is_replacing()
    type_words("convenio")
    assert len(shown(popup)) == 4


def test_closing_the_plan_closes_the_search(window):
    popup = search("convenio")
    press(Key.Key_W, CONTROL)
    assert window.open_plan is None
    assert popup.isHidden()
    assert not window.menus.actions_by_words["Buscar en el plan…"].isEnabled()
    assert not window.menus.find_field.isVisible()


def test_the_list_is_a_sound_model(window):
    popup = search("a")
    QAbstractItemModelTester(popup.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    type_words("l")
    press(Key.Key_Backspace)


def test_more_places_than_anybody_reads_are_counted_but_not_listed(open_window, plan_file):
    activities = tuple(Activity(id=f"a{n}", position=n, text=f"Igual {n}") for n in range(250))
    goal = Goal(id="g", activities=activities)
    big = Plan(id="plan", unit="Cobros", objectives=(Objective(id="o", goals=(goal,)),))
    open_window(plan_file(big))
    popup = search("igual")
    assert len(shown(popup)) == 200
    assert popup.words._count == "200 de 250 lugares"
    assert popup.height() < popup.window().height()


def test_the_field_gone_to_can_be_seen_whole(open_window, plan_file, qtbot):
    window = open_window(plan_file(example_plan()), 1024, 600)
    search(example_plan().quadrant("threat")[-1].text)
    press(Key.Key_Return)
    editor = focused()
    assert window.view.step == "swot"
    qtbot.waitUntil(lambda: editor.visibleRegion().boundingRect() == editor.rect())


def test_the_search_leaves_the_menus_all_their_room(window):
    bar = window.menus.bar
    for _ in range(2):
        QApplication.processEvents()
        assert bar.width() >= bar.sizeHint().width()
        window.resize(960, 600)
