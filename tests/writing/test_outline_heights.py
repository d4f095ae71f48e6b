"""Rows that are measured without being drawn are as high as those that are drawn."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outline_desk import CTRL, OutlineDesk
from PySide6.QtCore import Qt

from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.goals_screen import GoalsScreen
from poadesk.writing.screen.outline.lines import line_count, text_width, wrapped

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WORDS = (
    "cobro",
    "contribuyentes,",
    "¿Cuántos?",
    "(antigüedad)",
    "$1,200.50",
    "75\u00a0%",
    "2.4.1",
    "31/12/2027",
    "técnico-administrativo",
    "“Barrio",
    "Nuevo”",
    "A.",
    "y",
    "—",
    "...",
    "",
    "ñandú;",
    "electroencefalografistasdelaalcaldía",
    "市政",
    "e\u0301",
)


@given(
    st.lists(st.sampled_from(WORDS), max_size=25),
    st.integers(80, 700),
    st.sampled_from(["text", "goal", "objective", "small"]),
)
def test_lines_are_counted_as_they_are_drawn(themed_app, words, width, role):
    text = " ".join(words)
    assert line_count(text, role, width) == max(1, wrapped(text, role, width).lineCount())


@given(st.text(max_size=60), st.integers(80, 300))
def test_lines_of_any_text_are_counted_as_they_are_drawn(themed_app, text, width):
    assert line_count(text, "text", width) == max(1, wrapped(text, "text", width).lineCount())


@given(st.from_regex(r"[0-9]{1,2}(\.[0-9]{1,2}){0,2}", fullmatch=True))
def test_a_number_finds_room_in_the_width_that_is_measured(themed_app, number):
    assert wrapped(number, "goal", text_width(number, "goal")).lineCount() == 1


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen)
    yield desk
    theme().set_scale(1.0)
    desk.screen.hide()
    desk.file.close()


def assert_heights(desk):
    for index in all_indexes(desk.view):
        node = desk.view.rows.node(index)
        shape = desk.view.shapes.shape(node)
        assert desk.view.shapes.measure(node) == shape.height
        assert desk.view.visualRect(index).height() == shape.height


def all_indexes(view):
    index, found = view.rows.index(0, 0), []
    while index.isValid():
        found.append(index)
        index = view.indexBelow(index)
    return found


LONG = "Llevar la cuenta de todos los avisos entregados, con fecha, firma y sello. " * 6


def test_heights_follow_what_is_written_and_undone(desk):
    desk.open_plan.set("activity", "a1", "text", LONG)
    assert_heights(desk)
    desk.open_plan.undo()
    assert_heights(desk)


def test_heights_follow_numbers_that_grow(desk):
    desk.open_plan.set("activity", "a2", "text", LONG)
    desk.open_plan.set("goal", "g1", "code", "Programa 2027-2031/A-17")
    assert desk.open_plan.number("a2") == "Programa 2027-2031/A-17.2"
    assert_heights(desk)


def test_heights_follow_rows_that_move_and_go(desk):
    desk.open_plan.set("goal", "g2", "text", LONG)
    desk.choose("g2")
    desk.press(Qt.Key.Key_Up, CTRL)
    assert_heights(desk)
    desk.press(Qt.Key.Key_Delete)
    assert_heights(desk)


def test_heights_follow_the_width_of_the_window(desk):
    desk.open_plan.set("goal", "g2", "text", LONG)
    before = desk.view.viewport().width()
    desk.screen.resize(800, 600)
    desk.qtbot.waitUntil(lambda: desk.view.viewport().width() < before)
    assert_heights(desk)


def test_heights_follow_the_size_of_the_letters(desk):
    desk.open_plan.set("goal", "g2", "text", LONG)
    theme().set_scale(1.3)
    desk.qtbot.wait(1)
    assert_heights(desk)


def test_heights_follow_the_text_that_is_being_typed(desk):
    desk.write_in("a2")
    desk.type(" y volver a llamar" * 12)
    assert_heights(desk)
    assert (
        desk.view.writing.editor.height()
        == desk.view.shapes.shape(desk.view.rows.node_of("a2")).text.height()
    )


def test_heights_follow_any_text_that_is_being_typed(desk):
    desk.write_in("a2")

    @settings(max_examples=20)
    @given(st.lists(st.sampled_from((*WORDS, " ", "   ", "\n", "\u2028", "𝄞")), max_size=40))
    def any_text(pieces):
        desk.focus.clear()
        for piece in pieces:
            desk.focus.insertPlainText(piece + " ")
            at = desk.view.currentIndex()
            shape = desk.view.shapes.shape(desk.view.rows.node(at))
            assert desk.view.visualRect(at).height() == shape.height
            assert desk.focus.height() == shape.text.height()

    any_text()


def test_heights_follow_what_is_typed_after_the_window_was_widened(desk):
    desk.write_in("a2")
    desk.type(" y volver a llamar" * 5)
    lines = desk.focus.height()
    desk.screen.resize(1600, 760)
    desk.qtbot.waitUntil(lambda: desk.focus.height() < lines)
    desk.type(" a la hora que convenga" * 3)
    assert desk.focus.height() >= lines
    assert_heights(desk)


def test_heights_follow_a_warning_that_takes_room(desk):
    desk.open_plan.set("activity", "a1", "text", LONG)
    # 48 are the target and 12 are planned: the row shows a sign, once it is checked.
    desk.qtbot.waitUntil(lambda: desk.view.is_warned(desk.view.rows.node_of("a1")))
    assert_heights(desk)


def test_heights_follow_another_kind_of_plan(desk):
    desk.open_plan.set("plan", "plan", "profile", "poi")
    assert_heights(desk)


@pytest.fixture
def long_desk(qtbot, tmp_path):
    goals = tuple(
        Goal(
            id=f"g{at}",
            position=at,
            text=LONG,
            activities=(Activity(id=f"a{at}", text=LONG[: 30 + at]),),
        )
        for at in range(120)
    )
    plan = Plan(id="plan", objectives=(Objective(id="o", text="Llegar", goals=goals),))
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, plan)
    yield desk
    desk.screen.hide()
    desk.file.close()


def test_rows_in_sight_of_a_long_outline_are_measured_before_all_others(long_desk):
    view = long_desk.view
    view.shapes.forget_heights()
    view.lay_out_again()
    assert view.is_guessing()
    for node, area in view.in_sight():
        assert area.height() == view.shapes.shape(node).height
    long_desk.qtbot.waitUntil(lambda: not view.is_guessing())
    assert_heights(long_desk)


def test_heights_follow_many_warnings_at_once(qtbot, tmp_path):
    mark = MonthRecord(id="m", month="2027-03", planned_thousandths=1000)
    activities = tuple(
        Activity(
            id=f"a{at}",
            position=at,
            text=LONG,
            unit_of_measure="visita",
            annual_target_thousandths=9000,
            months=(replace(mark, id=f"m{at}"),),
        )
        for at in range(320)
    )
    goal = Goal(id="g", text="Visitar", activities=activities)
    plan = Plan(id="plan", objectives=(Objective(id="o", text="Llegar", goals=(goal,)),))
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, plan)
    with qtbot.waitSignal(desk.open_plan.checking.checked):
        pass
    assert desk.view.is_warned(desk.view.rows.node_of("a319"))
    assert desk.view.is_guessing()
    qtbot.waitUntil(lambda: not desk.view.is_guessing())
    assert_heights(desk)
    desk.screen.hide()
    desk.file.close()


def test_a_row_gone_to_stays_in_sight_while_others_are_measured(long_desk):
    view = long_desk.view
    view.shapes.forget_heights()
    view.lay_out_again()
    long_desk.write_in("a90")
    assert view.is_guessing()
    long_desk.qtbot.waitUntil(lambda: not view.is_guessing())
    area = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(area)
    text = view.shapes.shape(view.rows.node_of("a90")).text.translated(area.topLeft())
    assert view.writing.editor.parent().geometry() == text


def test_rows_added_and_deleted_while_others_are_measured_are_measured_too(long_desk):
    view = long_desk.view
    view.shapes.forget_heights()
    view.lay_out_again()
    long_desk.choose("g40")
    long_desk.press(Qt.Key.Key_Delete)
    long_desk.open_plan.undo()
    assert view.is_guessing()
    long_desk.qtbot.waitUntil(lambda: not view.is_guessing())
    assert_heights(long_desk)


def test_heights_follow_what_changed_while_the_outline_was_out_of_sight(desk):
    desk.screen.hide()
    desk.open_plan.set("activity", "a2", "text", LONG)
    desk.screen.resize(900, 700)
    with desk.qtbot.waitExposed(desk.screen):
        desk.screen.show()
    assert_heights(desk)


def test_a_long_outline_shown_again_keeps_its_place(long_desk):
    view = long_desk.view
    long_desk.qtbot.waitUntil(lambda: not view.is_guessing())
    long_desk.choose("a90")
    before = view.visualRect(view.currentIndex()).top()
    long_desk.screen.hide()
    long_desk.open_plan.set("activity", "a1", "text", "")
    with long_desk.qtbot.waitExposed(long_desk.screen):
        long_desk.screen.show()
    assert_heights(long_desk)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert abs(view.visualRect(view.currentIndex()).top() - before) < 200
