"""Rows of the outline chosen together, and dragged with a mouse that really moves."""

import pytest
from outline_desk import CTRL, NONE, SHIFT, OutlineDesk, full_plan
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.writing.screen.goals_screen import GoalsScreen
from poadesk.writing.screen.objectives_screen import ObjectivesScreen
from poadesk.writing.screen.outline.editor import RowText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen)
    yield desk
    desk.screen.hide()
    desk.file.close()


def below(desk, row_id, attribute="activities"):
    return [row.id for row in getattr(desk.row(row_id), attribute)]


def edge(desk, row_id, end=False) -> QPoint:
    """Return a point at the upper edge of a row, or at its lower edge."""
    area = desk.view.visualRect(desk.view.rows.index_of(row_id))
    return QPoint(area.center().x(), area.bottom() - 2 if end else area.top() + 2)


def adding(desk, row_id) -> QPoint:
    """Return a point at the upper edge of the row that adds below a row."""
    above = desk.view.rows.index_of(row_id)
    last = desk.view.rows.index(desk.view.rows.rowCount(above) - 1, 0, above)
    area = desk.view.visualRect(last)
    return QPoint(area.center().x(), area.top() + 2)


def lift(desk, row_id, to: QPoint, part="grip"):
    """Press a row and move the mouse in small steps."""
    board, begin = desk.view.viewport(), desk.point(row_id, part)
    QTest.mousePress(board, LEFT, NONE, begin)
    for step in range(1, 6):
        QTest.mouseMove(board, begin + (to - begin) * step / 5)


def drag(desk, row_id, to: QPoint, part="grip"):
    lift(desk, row_id, to, part)
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, to)


def ctrl_click(desk, row_id):
    desk.qtbot.mouseClick(desk.view.viewport(), LEFT, CTRL, desk.point(row_id))


def shift_click(desk, row_id):
    desk.qtbot.mouseClick(desk.view.viewport(), LEFT, SHIFT, desk.point(row_id))


def steps(desk):
    return [done.label for done in desk.file.journal.steps()]


def test_a_row_is_dragged_past_its_sibling_and_numbers_follow(desk):
    drag(desk, "a1", adding(desk, "g1"))
    assert below(desk, "g1") == ["a2", "a1"]
    assert desk.open_plan.number("a1") == "1.1.2"
    assert desk.chosen == "a1"
    assert desk.focus is desk.view


def test_a_row_is_dragged_to_another_parent_and_back_with_one_undo(desk):
    before = desk.plan
    drag(desk, "a1", edge(desk, "a4"))
    assert below(desk, "g3") == ["a1", "a4"]
    assert below(desk, "g1") == ["a2"]
    assert steps(desk)[0] == "Mover la actividad 1.1.1"
    desk.open_plan.undo()
    assert desk.plan == before
    assert desk.chosen == "a1"


def test_a_row_can_be_dragged_by_its_text_without_being_written_in(desk):
    drag(desk, "a1", adding(desk, "g2"), part="text")
    assert below(desk, "g2") == ["a3", "a1"]
    assert not desk.view.writing.is_open


def test_a_goal_takes_its_activities_along(desk):
    drag(desk, "g1", adding(desk, "o2"))
    assert below(desk, "o2", "goals") == ["g3", "g1"]
    assert below(desk, "g1") == ["a1", "a2"]
    assert desk.open_plan.number("a2") == "2.2.2"


def test_a_row_dropped_on_a_closed_parent_stands_at_its_end(desk):
    desk.view.collapse(desk.view.rows.index_of("g3"))
    drag(desk, "a1", edge(desk, "g3", end=True))
    assert below(desk, "g3") == ["a4", "a1"]


def test_several_rows_are_dragged_together_and_stay_chosen(desk):
    desk.choose("a1")
    ctrl_click(desk, "a3")
    assert desk.view.chosen_rows() == ["a1", "a3"]
    drag(desk, "a3", adding(desk, "g3"))
    assert below(desk, "g3") == ["a4", "a1", "a3"]
    assert below(desk, "g1") == ["a2"]
    assert below(desk, "g2") == []
    assert desk.view.chosen_rows() == ["a1", "a3"]
    assert steps(desk)[0] == "Mover 2 actividades"


def test_undoing_a_drag_of_several_rows_is_one_step(desk):
    before = desk.plan
    desk.choose("a1")
    ctrl_click(desk, "a3")
    drag(desk, "a1", adding(desk, "g3"))
    desk.open_plan.undo()
    assert desk.plan == before
    assert desk.view.chosen_rows() == ["a1", "a3"]


def test_undoing_a_move_among_siblings_chooses_one_row(desk):
    desk.choose("a1")
    desk.press(DOWN, CTRL)
    desk.open_plan.undo()
    assert len(desk.view.chosen_rows()) == 1


def test_the_line_begins_at_the_indent_that_the_row_will_get(desk):
    lift(desk, "a1", adding(desk, "g2"))
    place = desk.view.dragging.place
    assert (place.parent_id, place.at) == ("g2", 1)
    assert place.left == desk.point("a3", "number").x() - 4
    desk.press(Qt.Key.Key_Escape)
    lift(desk, "g1", adding(desk, "o2"))
    assert desk.view.dragging.place.left == desk.point("g3", "number").x() - 4


def test_the_line_is_drawn_in_the_accent_colour(desk):
    lift(desk, "a1", adding(desk, "g2"))
    place = desk.view.dragging.place
    picture = desk.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    at = QPoint(int((place.left + 60) * ratio), int(place.top * ratio))
    from poadesk.widgets.theme import theme

    assert picture.pixelColor(at) == theme().color("accent")


def test_escape_leaves_everything_as_it_was(desk):
    before = desk.plan
    lift(desk, "a1", edge(desk, "a4"))
    desk.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, "a4"))
    assert desk.plan == before
    assert not desk.view.writing.is_open


def test_a_row_dropped_where_it_stands_leaves_no_step(desk):
    before = steps(desk)
    lift(desk, "a1", edge(desk, "a2"))
    assert desk.view.dragging.place is None
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, "a2"))
    assert steps(desk) == before
    assert below(desk, "g1") == ["a1", "a2"]


def test_a_row_dropped_outside_of_the_outline_stays_where_it_was(desk):
    before = desk.plan
    lift(desk, "a1", QPoint(desk.view.viewport().width() + 120, 200))
    assert desk.view.dragging.place is None
    assert desk.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, QPoint(2000, 200))
    assert desk.plan == before


def test_a_goal_cannot_be_dropped_among_its_own_activities(desk):
    lift(desk, "g2", edge(desk, "a3"))
    assert desk.view.dragging.place is None


def test_an_objective_stands_only_beside_objectives(desk):
    lift(desk, "o2", edge(desk, "a2"))
    place = desk.view.dragging.place
    assert (place.parent_id, place.at) == ("plan", 0)
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, "a2"))
    assert [row.id for row in desk.plan.objectives] == ["o2", "o1"]


def test_the_row_that_adds_cannot_be_dragged(desk):
    before = desk.plan
    begin = adding(desk, "g1")
    board = desk.view.viewport()
    QTest.mousePress(board, LEFT, NONE, begin)
    QTest.mouseMove(board, edge(desk, "a4"))
    assert not desk.view.dragging.is_under_way
    QTest.mouseRelease(board, LEFT, NONE, edge(desk, "a4"))
    assert desk.plan == before


def test_a_plan_opened_to_read_moves_nothing(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, read_only=True)
    lift(desk, "a1", edge(desk, "a4"))
    assert not desk.view.dragging.is_under_way
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, "a4"))
    assert below(desk, "g1") == ["a1", "a2"]
    desk.screen.hide()
    desk.file.close()


def test_what_is_being_typed_is_saved_before_the_row_moves(desk):
    desk.write_in("a1")
    desk.type(" ya")
    drag(desk, "a2", edge(desk, "a1"))
    assert [row.text for row in desk.row("g1").activities] == [
        "Llamar por teléfono",
        "Visitar negocios con deuda ya",
    ]


def test_dragging_near_the_edge_scrolls(qtbot, tmp_path):
    goals = tuple(
        Goal(id=f"g{at}", position=at, text="Medir", activities=(Activity(id=f"a{at}", text="Ir"),))
        for at in range(30)
    )
    plan = Plan(id="plan", objectives=(Objective(id="o", text="Llegar", goals=goals),))
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, plan)
    desk.choose("a0")
    bar = desk.view.verticalScrollBar()
    assert bar.value() == 0
    lift(desk, "a0", QPoint(200, desk.view.viewport().height() - 4))
    qtbot.waitUntil(lambda: bar.value() > 200)
    place = desk.view.dragging.place
    QTest.mouseRelease(
        desk.view.viewport(), LEFT, NONE, QPoint(200, desk.view.viewport().height() - 4)
    )
    assert place.parent_id != "g0"
    assert "a0" in below(desk, place.parent_id)
    desk.screen.hide()
    desk.file.close()


def test_objectives_are_dragged_on_their_own_screen(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, ObjectivesScreen)
    drag(desk, "o2", edge(desk, "o1"))
    assert [row.id for row in desk.plan.objectives] == ["o2", "o1"]
    desk.screen.hide()
    desk.file.close()


def test_shift_with_arrows_chooses_rows_of_the_same_level_alone(desk):
    desk.choose("a1")
    for _ in range(2):
        desk.press(DOWN, SHIFT)
    assert desk.view.chosen_rows() == ["a1", "a2", "a3"]
    desk.press(UP, SHIFT)
    assert desk.view.chosen_rows() == ["a1", "a2"]
    desk.press(Qt.Key.Key_Escape)
    assert desk.view.chosen_rows() == ["a2"]


def test_shift_and_click_chooses_all_rows_of_the_level_between(desk):
    desk.choose("a1")
    shift_click(desk, "a4")
    assert desk.view.chosen_rows() == ["a1", "a2", "a3", "a4"]
    assert not desk.view.writing.is_open


def test_a_row_of_another_level_is_not_chosen_beside_the_others(desk):
    desk.choose("a1")
    ctrl_click(desk, "a2")
    ctrl_click(desk, "g2")
    assert desk.view.chosen_rows() == ["g2"]


def test_a_click_on_one_of_several_chooses_it_alone_and_writes_in_it(desk):
    desk.choose("a1")
    ctrl_click(desk, "a2")
    desk.click("a1")
    assert desk.view.chosen_rows() == ["a1"]
    assert isinstance(desk.focus, RowText)


def test_several_rows_move_together_with_the_keyboard(desk):
    desk.choose("a1")
    desk.press(DOWN, SHIFT)
    desk.press(DOWN, CTRL)
    assert below(desk, "g2") == ["a1", "a2", "a3"]
    desk.press(DOWN, CTRL)
    assert below(desk, "g2") == ["a3", "a1", "a2"]
    assert desk.view.chosen_rows() == ["a1", "a2"]
    desk.press(UP, CTRL)
    desk.press(UP, CTRL)
    assert below(desk, "g1") == ["a1", "a2"]


def test_rows_of_several_parents_do_not_move_with_the_keyboard(desk):
    before = desk.plan
    desk.choose("a2")
    ctrl_click(desk, "a3")
    desk.press(DOWN, CTRL)
    assert desk.plan == before


def test_rows_apart_come_together_when_they_move(qtbot, tmp_path):
    activities = tuple(Activity(id=f"a{at}", position=at, text="Ir") for at in range(5))
    goal = Goal(id="g", text="Medir", activities=activities)
    plan = Plan(id="plan", objectives=(Objective(id="o", text="Llegar", goals=(goal,)),))
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, plan)
    desk.choose("a1")
    ctrl_click(desk, "a3")
    desk.press(UP, CTRL)
    assert below(desk, "g") == ["a1", "a3", "a0", "a2", "a4"]
    desk.screen.hide()
    desk.file.close()


def test_several_rows_are_deleted_and_told_together(desk):
    desk.choose("a1")
    ctrl_click(desk, "a3")
    with desk.qtbot.waitSignal(desk.screen.notice) as told:
        desk.press(Qt.Key.Key_Delete)
    assert told.args == ["Se borraron 2 actividades"]
    assert below(desk, "g1") == ["a2"]
    assert below(desk, "g2") == []
    desk.open_plan.undo()
    assert desk.plan == full_plan()


def test_deleting_several_goals_says_what_went_with_them(desk):
    desk.choose("g1")
    shift_click(desk, "g2")
    with desk.qtbot.waitSignal(desk.screen.notice) as told:
        desk.press(Qt.Key.Key_Delete)
    assert told.args == ["Se borraron 2 metas con sus 3 actividades"]
    assert desk.chosen == "o1"


def test_several_rows_are_copied_after_the_last_of_them(desk):
    desk.choose("a1")
    desk.press(DOWN, SHIFT)
    desk.press(Qt.Key.Key_D, CTRL)
    texts = [row.text for row in desk.row("g1").activities]
    assert texts == ["Visitar negocios con deuda", "Llamar por teléfono"] * 2
    assert desk.view.chosen_rows() == below(desk, "g1")[2:]
    assert steps(desk)[0] == "Duplicar 2 actividades"


def test_the_menu_acts_on_all_chosen_rows(desk):
    desk.choose("a1")
    ctrl_click(desk, "a2")
    desk.view.open_row_menu()
    from PySide6.QtWidgets import QApplication

    desk.pick(QApplication.activePopupWidget(), "Mover a", "2.1")
    assert below(desk, "g3") == ["a4", "a1", "a2"]
