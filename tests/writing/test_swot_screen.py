"""FODA: items are written, moved, tied and deleted in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from swot_board import PLAN, stored
from typing_keys import CONTROL, Key, click, focused, press, replace_text, type_words

from poadesk.plan.model import QUADRANTS, Plan, SwotItem
from poadesk.widgets.notice import Notice


@pytest.fixture
def window_on(open_window, plan_file):
    def show(plan: Plan):
        window = open_window(plan_file(plan), step="swot")
        return window

    return show


@pytest.fixture
def window(window_on):
    return window_on(PLAN)


@pytest.fixture
def screen(window):
    return window.view.screen_of("swot")


def texts(window, quadrant: str = "strength") -> list[str]:
    return [item.text for item in stored(window).quadrant(quadrant)]


def written_in() -> str:
    return focused().toPlainText()


def test_enter_adds_an_item_below_and_goes_to_it(window):
    press(Key.Key_Return)
    type_words("Ruta escrita")
    press(Key.Key_Tab)
    assert texts(window) == ["Camión propio", "Ruta escrita", "Cuadrilla con experiencia"]


def test_where_nothing_is_written_a_person_can_simply_type(window_on):
    window = window_on(Plan(id="plan"))
    type_words("Señal clara")
    press(Key.Key_Return)
    type_words("Otra")
    press(Key.Key_Tab)
    assert texts(window) == ["Señal clara", "Otra"]


def test_tab_leads_from_one_quadrant_to_the_next_while_they_are_filled(window_on):
    window = window_on(Plan(id="plan"))
    for words in ("Fuerte", "Oportuno", "Débil", "Amenazante"):
        type_words(words)
        press(Key.Key_Tab)
        assert focused().accessibleName().startswith("Agregar")
        press(Key.Key_Tab)
    for quadrant, words in zip(
        QUADRANTS, ("Fuerte", "Oportuno", "Débil", "Amenazante"), strict=True
    ):
        assert texts(window, quadrant) == [words]


def test_an_empty_quadrant_asks_and_gives_an_example(window_on):
    window = window_on(Plan(id="plan"))
    for quadrant in window.view.screen_of("swot").quadrants.values():
        assert quadrant._meaning.text().startswith("¿")
        assert quadrant.list.first_line.isVisible()
        assert quadrant.list.first_line.placeholderText().startswith("Ej.: ")


def test_the_example_gives_way_to_the_first_item(screen):
    strengths, opportunities = screen.quadrants["strength"], screen.quadrants["opportunity"]
    assert not strengths.list.first_line.isVisible()
    assert not strengths._meaning.text().startswith("¿")
    assert opportunities.list.first_line.isVisible()


def test_backspace_takes_a_blank_item_away_and_keeps_the_focus(window):
    press(Key.Key_Return)
    press(Key.Key_Backspace)
    assert texts(window) == ["Camión propio", "Cuadrilla con experiencia"]
    assert written_in() == "Cuadrilla con experiencia"


def test_backspace_that_erases_the_last_letter_leaves_the_item(window):
    replace_text("")
    press(Key.Key_A, CONTROL)
    press(Key.Key_Backspace)
    window.open_plan.save_waiting()
    assert texts(window) == ["", "Cuadrilla con experiencia"]


def test_ctrl_arrows_move_an_item_and_the_focus_goes_with_it(window):
    press(Key.Key_Down, CONTROL)
    assert texts(window) == ["Cuadrilla con experiencia", "Camión propio"]
    assert written_in() == "Camión propio"
    press(Key.Key_Up, CONTROL)
    assert texts(window) == ["Camión propio", "Cuadrilla con experiencia"]


def test_ctrl_d_copies_an_item(window):
    press(Key.Key_D, CONTROL)
    assert texts(window) == ["Camión propio", "Camión propio", "Cuadrilla con experiencia"]
    assert written_in() == "Camión propio"


def test_deleting_is_told_and_can_be_taken_back_there(window):
    press(Key.Key_Delete, CONTROL)
    assert texts(window) == ["Cuadrilla con experiencia"]
    assert written_in() == "Cuadrilla con experiencia"
    notice = window.view.findChild(Notice)
    assert notice.sentence.text() == "Se borró la fortaleza"
    click(notice.undo)
    assert texts(window) == ["Camión propio", "Cuadrilla con experiencia"]
    assert written_in() == "Camión propio"


def test_deleting_the_last_item_leaves_the_focus_where_one_begins(window):
    press(Key.Key_Delete, CONTROL)
    press(Key.Key_Delete, CONTROL)
    assert texts(window) == []
    assert written_in() == ""
    window.open_plan.undo()
    assert written_in() == "Cuadrilla con experiencia"


def test_undo_of_an_added_item_keeps_the_focus_in_the_list(window):
    press(Key.Key_Return)
    press(Key.Key_Z, CONTROL)
    assert written_in() == "Cuadrilla con experiencia"


def test_arrows_walk_from_item_to_item(window):
    press(Key.Key_Down)
    assert written_in() == "Cuadrilla con experiencia"
    press(Key.Key_Up)
    assert written_in() == "Camión propio"


def test_tab_goes_from_item_to_item(window):
    press(Key.Key_Tab)
    assert written_in() == "Cuadrilla con experiencia"


def test_the_menu_moves_an_item_to_another_quadrant(window, screen):
    menu = screen.quadrants["strength"].list.menu_for("truck")
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == [
        "Subir",
        "Bajar",
        "Duplicar",
        "Objetivos que lo atienden…",
        "",
        "Pasar a Oportunidades",
        "Pasar a Debilidades",
        "Pasar a Amenazas",
        "",
        "Borrar",
    ]
    menu.actions()[words.index("Pasar a Debilidades")].trigger()
    assert texts(window) == ["Cuadrilla con experiencia"]
    assert texts(window, "weakness") == ["Camión propio"]
    assert written_in() == "Camión propio"
    assert window.open_plan.next_undo().label == "Mover la fortaleza a Debilidades"
    window.open_plan.undo()
    assert written_in() == "Camión propio"
    assert texts(window) == ["Camión propio", "Cuadrilla con experiencia"]
    assert texts(window, "weakness") == []


def test_an_example_is_shown_in_full_where_there_is_little_room(window_on):
    window = window_on(Plan(id="plan"))
    window.resize(1024, 700)
    screen = window.view.screen_of("swot")
    line = screen.quadrants["opportunity"].list.first_line
    one_line = line.height()
    line.setMinimumWidth(0)
    line.setFixedWidth(150)
    QApplication.processEvents()
    words = QFontMetrics(line.font()).boundingRect(
        QRect(0, 0, line.viewport().width() - 6, 0),
        Qt.TextFlag.TextWordWrap,
        line.placeholderText(),
    )
    assert words.height() > one_line
    assert line.height() >= words.height()


def test_the_counts_follow(screen):
    strengths = screen.quadrants["strength"]
    assert strengths._count.text() == "2"
    press(Key.Key_Return)
    assert strengths._count.text() == "3"


@pytest.mark.parametrize("field", ["text", "objectives"])
def test_a_jump_focuses_the_very_item(screen, field):
    screen.jump_to("crew", field)
    assert written_in() == "Cuadrilla con experiencia"


def test_a_jump_to_an_empty_quadrant_leaves_the_caret_ready(screen):
    screen.jump_to("plan", "opportunity")
    assert focused() is screen.quadrants["opportunity"].list.first_line


def test_typing_that_the_disk_does_not_take_stays_in_the_first_line(window_on):
    import sqlite3

    window = window_on(Plan(id="plan"))
    other = sqlite3.connect(window.open_plan.file.path)
    other.execute("UPDATE plan SET place = 'Otro'")
    other.commit()
    other.close()
    type_words("Ruta")
    assert written_in() == "Ruta"
    assert window.view.band is not None


def test_markup_in_an_item_stays_text(window_on):
    window = window_on(Plan(id="plan", swot_items=(SwotItem(id="a", text="<b>&amp;</b>"),)))
    assert written_in() == "<b>&amp;</b>"
    menu = window.view.screen_of("swot").quadrants["strength"].list.menu_for("a")
    assert menu.actions()[0].text().startswith("Subir")


def test_a_list_pasted_into_a_text_shows_its_first_line(window_on, qtbot):
    window = window_on(Plan(id="plan"))
    if not window.view.paper.is_open:
        window.view.paper.toggle()
    board = window.view.screen_of("swot")
    board.jump_to("", "weakness")
    board.quadrants["weakness"].list.focus_start()
    type_words("Equipo: ")
    lines = ("Solo hay un equipo GPS", "Las fichas de papel están deterioradas", "No hay vehículo")
    QApplication.clipboard().setText("\n".join(f"•\t{line}" for line in lines))
    press(Key.Key_V, CONTROL)
    editor = focused()
    assert editor.toPlainText().startswith("Equipo: •\tSolo hay")
    qtbot.waitUntil(lambda: editor.verticalScrollBar().maximum() == 0)
    assert editor.height() == editor.height_wanted()


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    press(Key.Key_V, CONTROL)


def test_a_pasted_list_becomes_an_item_for_each_line_in_one_step(window):
    press(Key.Key_Return)
    paste("•\tRuta escrita\n•\tMapa al día\n")
    assert texts(window) == [
        "Camión propio",
        "Ruta escrita",
        "Mapa al día",
        "Cuadrilla con experiencia",
    ]
    assert written_in() == "Mapa al día"
    press(Key.Key_Z, CONTROL)
    assert texts(window) == ["Camión propio", "", "Cuadrilla con experiencia"]


def test_a_list_pasted_where_there_is_no_item_yet_makes_them(window_on):
    window = window_on(Plan(id="plan"))
    paste("- Señal clara\n- Radio propia")
    assert texts(window) == ["Señal clara", "Radio propia"]
    assert written_in() == "Radio propia"
