"""FODA: items are dragged, and taken from quadrant to quadrant with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, SHIFT, Key, click, focused, press, type_words

from poadesk.plan.model import Plan, SwotItem
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.swot_screen import SwotScreen

LEFT = Qt.MouseButton.LeftButton
PLAN = Plan(
    id="plan",
    swot_items=(
        SwotItem(id="truck", text="Camión propio"),
        SwotItem(id="crew", position=1, text="Cuadrilla con experiencia"),
        SwotItem(id="map", position=2, text="Mapa de rutas"),
        SwotItem(id="dump", quadrant="weakness", text="Botadero lejano"),
        SwotItem(id="rain", quadrant="threat", text="Lluvias"),
        SwotItem(id="price", position=1, quadrant="threat", text="Combustible caro"),
    ),
)


@pytest.fixture
def window(open_window, plan_file):
    window = open_window(plan_file(PLAN), step="swot")
    return window


@pytest.fixture
def screen(window):
    return window.view.screen_of("swot")


def ids(window, quadrant: str) -> list[str]:
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        return [item.id for item in file.read()[0].quadrant(quadrant)]


def undo_label(window) -> str:
    done = window.open_plan.next_undo()
    return done.label if done else ""


def written_in() -> str:
    return focused().toPlainText()


def caret_to(where: QTextCursor.MoveOperation) -> None:
    focused().moveCursor(where)


def row_of(screen, row_id: str):
    return next(
        row for q in screen.quadrants.values() for row in q.list.rows if row.row_id == row_id
    )


def hold(screen, row_id: str, over: QPoint):
    """Press on the handle of an item and move to a point of the board; return the handle."""
    handle = row_of(screen, row_id).handle
    QTest.mousePress(handle, LEFT, pos=handle.rect().center())
    board = screen.scroll_area.widget()
    for point in (over + QPoint(0, 3), over):
        QTest.mouseMove(handle, handle.mapFrom(board.window(), board.mapTo(board.window(), point)))
    return handle


def drop(handle) -> None:
    QTest.mouseRelease(handle, LEFT)


def upper_edge(screen, row_id: str) -> QPoint:
    row = row_of(screen, row_id)
    return row.mapTo(screen.scroll_area.widget(), QPoint(row.width() // 2, 2))


def lower_edge(screen, row_id: str) -> QPoint:
    return upper_edge(screen, row_id) + QPoint(0, row_of(screen, row_id).height() - 4)


def middle_of(screen, quadrant: str) -> QPoint:
    return screen.quadrants[quadrant].geometry().center()


def test_an_item_is_dragged_to_another_place_of_its_quadrant(window, screen):
    drop(hold(screen, "map", upper_edge(screen, "truck")))
    assert ids(window, "strength") == ["map", "truck", "crew"]
    assert undo_label(window) == "Mover la fortaleza"
    assert written_in() == "Mapa de rutas"
    drop(hold(screen, "map", upper_edge(screen, "crew")))
    assert ids(window, "strength") == ["truck", "map", "crew"]


def test_an_item_is_dragged_between_two_of_another_quadrant(window, screen):
    drop(hold(screen, "dump", upper_edge(screen, "price")))
    assert ids(window, "weakness") == []
    assert ids(window, "threat") == ["rain", "dump", "price"]
    assert undo_label(window) == "Mover la debilidad a Amenazas"
    assert written_in() == "Botadero lejano"
    window.open_plan.undo()
    assert ids(window, "weakness") == ["dump"]
    assert ids(window, "threat") == ["rain", "price"]
    assert written_in() == "Botadero lejano"
    window.open_plan.redo()
    assert written_in() == "Botadero lejano"


def test_an_item_is_dragged_into_an_empty_quadrant(window, screen):
    drop(hold(screen, "crew", middle_of(screen, "opportunity")))
    assert ids(window, "opportunity") == ["crew"]
    assert ids(window, "strength") == ["truck", "map"]
    assert not screen.quadrants["opportunity"].list.first_line.isVisible()


def test_esc_ends_a_drag_and_nothing_moves(window, screen):
    before = undo_label(window)
    handle = hold(screen, "dump", upper_edge(screen, "price"))
    press(Key.Key_Escape)
    assert not screen._dragging.is_under_way
    drop(handle)
    assert ids(window, "weakness") == ["dump"]
    assert undo_label(window) == before


def test_a_drag_ends_when_another_step_is_shown(window, screen):
    handle = hold(screen, "dump", upper_edge(screen, "price"))
    window.view.show_step("general")
    assert not screen._dragging.is_under_way
    drop(handle)
    assert ids(window, "weakness") == ["dump"]


def test_no_key_writes_while_an_item_is_held(window, screen):
    handle = hold(screen, "dump", upper_edge(screen, "price"))
    type_words("x")
    assert written_in() == "Camión propio"
    drop(handle)
    type_words("x")
    assert written_in() == "xBotadero lejano"


def test_an_item_dropped_outside_or_on_its_own_place_stays(window, screen):
    for point in (lower_edge(screen, "truck"), upper_edge(screen, "crew"), QPoint(3, 3)):
        handle = hold(screen, "truck", point)
        assert screen._dragging.is_under_way
        assert screen._dragging.place is None
        drop(handle)
    assert ids(window, "strength") == ["truck", "crew", "map"]
    assert undo_label(window) == ""


def test_only_the_quadrant_under_the_pointer_is_marked(screen):
    handle = hold(screen, "dump", middle_of(screen, "threat"))
    marked = [name for name, quadrant in screen.quadrants.items() if quadrant._is_target]
    assert marked == ["threat"]
    drop(handle)
    assert not any(quadrant._is_target for quadrant in screen.quadrants.values())


def test_the_line_is_drawn_in_the_accent_colour_where_the_item_would_stand(window, screen):
    handle = hold(screen, "dump", upper_edge(screen, "price"))
    board = screen.scroll_area.widget()
    QApplication.processEvents()
    line = screen._dragging.place.line
    at = QPoint(round(line.center().x()), round(line.top()))
    picture = board.grab()
    seen = picture.toImage().pixelColor(at * picture.devicePixelRatioF())
    assert seen == theme().color("accent")
    drop(handle)
    assert board.grab().toImage().pixelColor(at) != theme().color("accent")


def test_a_click_on_the_number_goes_into_the_text(screen):
    click(row_of(screen, "rain").handle)
    assert written_in() == "Lluvias"


def test_typing_that_waits_is_kept_when_the_item_is_dragged(window, screen):
    type_words("Un ")
    drop(hold(screen, "truck", middle_of(screen, "opportunity")))
    assert written_in() == "Un Camión propio"
    assert window.open_plan.row("truck").text == "Un Camión propio"


def test_the_grip_is_shown_at_the_item_that_is_written(screen):
    assert row_of(screen, "truck").handle.grip_is_shown
    press(Key.Key_Down)
    assert not row_of(screen, "truck").handle.grip_is_shown
    assert row_of(screen, "crew").handle.grip_is_shown


def test_the_board_scrolls_while_an_item_is_held_at_its_lower_edge(open_window, plan_file, qtbot):
    items = [SwotItem(id=f"item {at}", position=at, text=f"Punto {at}") for at in range(20)]
    window = open_window(
        plan_file(Plan(id="plan", swot_items=tuple(items))), 1024, 600, step="swot"
    )
    screen = window.view.screen_of("swot")
    bar = screen.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    edge = QPoint(200, screen.scroll_area.viewport().height() - 4)
    handle = hold(screen, "item 0", edge)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    press(Key.Key_Escape)
    drop(handle)
    assert ids(window, "strength") == [item.id for item in items]


def test_ctrl_right_at_the_end_of_the_text_takes_the_item_across_and_back(window):
    caret_to(QTextCursor.MoveOperation.End)
    press(Key.Key_Right, CONTROL)
    assert ids(window, "opportunity") == ["truck"]
    assert written_in() == "Camión propio"
    assert focused().textCursor().atEnd()
    assert undo_label(window) == "Mover la fortaleza a Oportunidades"
    press(Key.Key_Left, CONTROL)
    assert ids(window, "strength") == ["truck", "crew", "map"]
    assert ids(window, "opportunity") == []


def test_ctrl_arrows_go_by_words_within_a_text(window):
    press(Key.Key_Right, CONTROL)
    assert focused().textCursor().position() == len("Camión ")
    press(Key.Key_Left, CONTROL)
    assert focused().textCursor().atStart()
    assert undo_label(window) == ""


def test_after_other_keys_an_item_that_came_across_stays(window):
    caret_to(QTextCursor.MoveOperation.End)
    press(Key.Key_Right, CONTROL)
    type_words("s")
    press(Key.Key_Left, CONTROL)
    window.open_plan.save_waiting()
    assert ids(window, "opportunity") == ["truck"]
    assert focused().textCursor().position() == len("Camión ")


def test_a_chosen_text_is_not_taken_across(window):
    press(Key.Key_End, SHIFT)
    press(Key.Key_Right, CONTROL)
    assert ids(window, "opportunity") == []


def test_there_is_nothing_to_the_left_of_the_strengths(window):
    press(Key.Key_Left, CONTROL)
    assert ids(window, "strength") == ["truck", "crew", "map"]
    assert undo_label(window) == ""


def test_ctrl_down_at_the_last_goes_to_the_first_of_the_quadrant_below(window, screen):
    screen.jump_to("map", "text")
    press(Key.Key_Right)
    press(Key.Key_Down, CONTROL)
    assert ids(window, "weakness") == ["map", "dump"]
    assert written_in() == "Mapa de rutas"
    assert focused().textCursor().position() == 1
    press(Key.Key_Up, CONTROL)
    assert ids(window, "strength") == ["truck", "crew", "map"]
    assert written_in() == "Mapa de rutas"


def test_an_item_that_goes_below_is_scrolled_into_sight(open_window, plan_file, qtbot):
    items = [SwotItem(id=f"item {at}", position=at, text=f"Punto {at}") for at in range(20)]
    window = open_window(
        plan_file(Plan(id="plan", swot_items=tuple(items))), 1024, 600, step="swot"
    )
    screen = window.view.screen_of("swot")
    screen.jump_to("item 19", "text")
    screen.scroll_area.verticalScrollBar().setValue(0)
    press(Key.Key_Down, CONTROL)
    row = row_of(screen, "item 19")
    assert row.editor.hasFocus()
    view = screen.scroll_area.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(row.mapTo(view, row.rect().center())))


def test_ctrl_up_at_the_first_of_the_upper_quadrants_does_nothing(window):
    press(Key.Key_Up, CONTROL)
    assert ids(window, "strength") == ["truck", "crew", "map"]
    assert undo_label(window) == ""
    assert written_in() == "Camión propio"


def test_on_a_narrow_board_the_quadrants_follow_one_another(window, screen):
    screen._arrange(1)
    screen.jump_to("map", "text")
    press(Key.Key_Down, CONTROL)
    assert ids(window, "opportunity") == ["map"]


def test_a_plan_that_is_only_read_is_not_changed_by_dragging(themed_app, plan_file, qtbot):
    with PlanFile.open(plan_file(PLAN), read_only=True) as file:
        plan = OpenPlan(file)
        screen = SwotScreen(plan)
        qtbot.addWidget(screen)
        screen.resize(900, 700)
        screen.show()
        drop(hold(screen, "dump", upper_edge(screen, "price")))
        assert [item.id for item in plan.plan.quadrant("weakness")] == ["dump"]
        assert not row_of(screen, "dump").handle.grip_is_shown
