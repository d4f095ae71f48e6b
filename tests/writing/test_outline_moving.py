"""Rows of the outline added, moved, copied and deleted, each to be undone."""

import pytest
from outline_desk import CTRL, OutlineDesk
from PySide6.QtCore import Qt

from poadesk.writing.screen.goals_screen import GoalsScreen
from poadesk.writing.screen.outline.editor import RowText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen)
    yield desk
    desk.screen.hide()
    desk.file.close()


def below(desk, row_id, attribute):
    return [row.id for row in getattr(desk.row(row_id), attribute)]


def test_moving_down_goes_past_a_sibling_and_numbers_follow(desk):
    desk.choose("a1")
    desk.press(Qt.Key.Key_Down, CTRL)
    assert below(desk, "g1", "activities") == ["a2", "a1"]
    assert desk.open_plan.number("a1") == "1.1.2"
    assert desk.chosen == "a1"


def test_moving_goes_on_into_the_next_parents(desk):
    desk.choose("a2")
    desk.press(Qt.Key.Key_Down, CTRL)
    assert below(desk, "g2", "activities") == ["a2", "a3"]
    for _ in range(2):
        desk.press(Qt.Key.Key_Down, CTRL)
    assert below(desk, "g3", "activities") == ["a2", "a4"]
    for _ in range(3):
        desk.press(Qt.Key.Key_Up, CTRL)
    assert below(desk, "g1", "activities") == ["a1", "a2"]


def test_moving_stops_at_the_ends_of_the_plan(desk):
    before = desk.plan
    desk.choose("a1")
    desk.press(Qt.Key.Key_Up, CTRL)
    desk.choose("o2")
    desk.press(Qt.Key.Key_Down, CTRL)
    assert desk.plan == before


def test_moving_while_writing_keeps_the_text_and_the_caret(desk):
    desk.write_in("a2")
    desk.type(" hoy")
    desk.press(Qt.Key.Key_Left)
    caret = desk.view.caret
    desk.press(Qt.Key.Key_Down, CTRL)
    assert desk.row("a2").text == "Llamar por teléfono hoy"
    assert isinstance(desk.focus, RowText)
    assert desk.view.caret == caret
    assert below(desk, "g2", "activities") == ["a2", "a3"]


def test_a_closed_goal_stays_closed_when_it_moves_to_another_objective(desk):
    desk.view.collapse(desk.view.rows.index_of("g2"))
    desk.choose("g2")
    desk.press(Qt.Key.Key_Down, CTRL)
    assert below(desk, "o2", "goals") == ["g2", "g3"]
    assert not desk.view.isExpanded(desk.view.rows.index_of("g2"))
    assert desk.view.isExpanded(desk.view.rows.index_of("g3"))


def test_the_menu_moves_a_row_to_any_other_parent(desk):
    menu = desk.open_menu("a1")
    desk.pick(menu, "Mover a", "2.1")
    assert below(desk, "g3", "activities") == ["a4", "a1"]
    assert desk.chosen == "a1"
    assert desk.open_plan.number("a1") == "2.1.2"


def test_the_menu_of_moving_names_the_other_parents_alone(desk):
    menu = desk.open_menu("a1")
    inner = next(one.menu() for one in menu.actions() if one.text().startswith("Mover a"))
    assert [one.text() for one in inner.actions()] == [
        "1.2  “Firmar planes”",
        "2.1  “Atender”",
    ]
    menu.close()


def test_a_copy_stands_after_the_row_and_is_chosen(desk):
    desk.choose("g1")
    desk.press(Qt.Key.Key_D, CTRL)
    goals = desk.row("o1").goals
    assert [goal.text for goal in goals] == [
        "Cobrar lo atrasado",
        "Cobrar lo atrasado",
        "Firmar planes",
    ]
    assert desk.chosen == goals[1].id


def test_a_copy_has_what_was_just_typed(desk):
    desk.write_in("a2")
    desk.type(" ya")
    desk.press(Qt.Key.Key_D, CTRL)
    assert [row.text for row in desk.row("g1").activities][1:] == ["Llamar por teléfono ya"] * 2


def test_deleting_tells_what_went_and_can_be_undone(desk):
    before = desk.plan
    desk.choose("g1")
    with desk.qtbot.waitSignal(desk.screen.notice) as told:
        desk.press(Qt.Key.Key_Delete)
    assert told.args == ["Se borró la meta 1.1 con sus 2 actividades"]
    assert desk.row("g1") is None
    assert desk.chosen == "g2"
    assert desk.focus is desk.view
    desk.open_plan.undo()
    assert desk.plan == before
    assert desk.chosen == "g1"


@pytest.mark.parametrize(
    ("row_id", "then", "sentence"),
    [
        ("a2", "a1", "Se borró la actividad 1.1.2"),
        ("a3", "g2", "Se borró la actividad 1.2.1"),
        ("o1", "o2", "Se borró el objetivo 1 con sus 2 metas y sus 3 actividades"),
        ("o2", "o1", "Se borró el objetivo 2 con su meta y su actividad"),
    ],
)
def test_after_deleting_the_nearest_row_is_chosen(desk, row_id, then, sentence):
    desk.choose(row_id)
    with desk.qtbot.waitSignal(desk.screen.notice) as told:
        desk.press(Qt.Key.Key_Delete)
    assert told.args == [sentence]
    assert desk.chosen == then


def test_deleting_everything_leaves_the_caret_in_the_first_row(desk):
    for row_id in ("o1", "o2"):
        desk.choose(row_id)
        desk.press(Qt.Key.Key_Delete)
    assert isinstance(desk.focus, RowText)
    assert desk.plan.objectives == ()


def test_the_row_that_adds_says_where_and_adds_there(desk):
    index = desk.view.rows.index_of("g1")
    adding = desk.view.rows.index(2, 0, index)
    assert adding.data() == "Agregar actividad a la meta 1.1"
    place = desk.view.visualRect(adding).center()
    desk.qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.type("Escribir cartas")
    desk.open_plan.save_waiting()
    assert [row.text for row in desk.row("g1").activities][2:] == ["Escribir cartas"]


def test_the_row_that_adds_works_with_the_keyboard(desk):
    desk.choose("a2")
    desk.press(Qt.Key.Key_Down)
    desk.enter()
    desk.type("Notificar")
    desk.open_plan.save_waiting()
    assert [row.text for row in desk.row("g1").activities][2:] == ["Notificar"]


def test_the_menu_of_adding_offers_each_level_below_the_chosen_row(desk):
    desk.choose("a3")
    desk.screen.add_menu.aboutToShow.emit()
    words = [one.text() for one in desk.screen.add_menu.actions()]
    assert words == [
        "Agregar objetivo",
        "Agregar meta al objetivo 1",
        "Agregar actividad a la meta 1.2",
    ]
    desk.pick(desk.screen.add_menu, "Agregar meta")
    desk.type("Medir")
    desk.open_plan.save_waiting()
    assert [goal.text for goal in desk.row("o1").goals][2:] == ["Medir"]


def test_a_new_row_is_one_step_and_names_itself(desk):
    desk.choose("a1")
    desk.enter()
    assert desk.file.journal.next_undo().label == "Agregar una actividad"
    desk.open_plan.undo()
    assert below(desk, "g1", "activities") == ["a1", "a2"]


def test_a_click_on_the_chevron_closes_and_opens_a_row(desk):
    desk.click("g1", "chevron")
    assert not desk.view.isExpanded(desk.view.rows.index_of("g1"))
    desk.click("g1", "chevron")
    assert desk.view.isExpanded(desk.view.rows.index_of("g1"))


def test_the_outline_shows_as_many_levels_as_are_asked_for(desk):
    desk.choose("a1")
    desk.view.open_to(0)
    assert desk.chosen == "o1"
    assert not desk.view.isExpanded(desk.view.rows.index_of("o1"))
    desk.view.open_to(2)
    assert desk.view.isExpanded(desk.view.rows.index_of("g1"))


def test_words_follow_the_kind_of_plan(desk):
    desk.open_plan.set("plan", "plan", "profile", "poi")
    index = desk.view.rows.index_of("g1")
    assert desk.view.rows.index(2, 0, index).data() == (
        "Agregar actividad operativa a la acción estratégica 1.1"
    )
