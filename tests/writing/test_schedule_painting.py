"""Painting rows of the cronograma with the mouse, choosing rows, and repeating by the handle."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from schedule_desk import ScheduleDesk
from schedule_plans import activity, plan_of

from poadesk.widgets.theme import theme

# The platform without a display says so whenever a window or a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LETTERS = {"unit_of_measure": "cartas"}


@pytest.fixture
def desk(qtbot, tmp_path, qapp):
    theme().apply(qapp)
    desks = []

    def put(*activities, **how):
        activities = activities or (activity("a"), activity("b", position=1))
        read_only = how.pop("read_only", False)
        desks.append(ScheduleDesk(qtbot, tmp_path, plan_of(*activities, **how), read_only))
        return desks[-1]

    yield put
    for each in desks:
        each.file.close()


def test_a_stroke_over_empty_months_marks_them_in_one_step(desk):
    d = desk()
    d.drag(("a", "2027-02"), ("a", "2027-03"), ("a", "2027-05"))
    assert d.plan_of_months() == dict.fromkeys((2, 3, 4, 5), 1000)
    assert d.last_step() == "Marcar 4 meses en 1.1.1"
    assert d.screen.status == "4 meses elegidos · suma 4"
    d.open_plan.undo()
    assert (d.months(), d.last_step()) == ({}, "Empezar")


def test_a_stroke_that_begins_on_a_mark_clears(desk):
    d = desk(activity("a", {"2027-03": 1000, "2027-05": 1000, "2027-08": 1000}))
    d.drag(("a", "2027-03"), ("a", "2027-06"))
    assert d.months() == {"2027-08": 1000}
    assert d.last_step() == "Vaciar 2 meses de 1.1.1"


def test_a_stroke_runs_backwards_too(desk):
    d = desk()
    d.drag(("a", "2027-05"), ("a", "2027-03"))
    assert list(d.plan_of_months()) == [3, 4, 5]


def test_a_stroke_that_comes_back_takes_back_what_it_showed(desk):
    d = desk()
    d.drag(("a", "2027-02"), ("a", "2027-06"), ("a", "2027-03"))
    assert list(d.plan_of_months()) == [2, 3]


def test_a_stroke_keeps_typed_quantities_when_it_marks(desk):
    d = desk(activity("a", {"2027-03": 50_000}, **LETTERS))
    d.drag(("a", "2027-02"), ("a", "2027-04"))
    assert d.plan_of_months() == {2: 1000, 3: 50_000, 4: 1000}


def test_a_stroke_keeps_typed_quantities_when_it_clears(desk):
    d = desk(activity("a", {"2027-02": 1000, "2027-03": 50_000}, **LETTERS))
    d.drag(("a", "2027-02"), ("a", "2027-04"))
    assert d.plan_of_months() == {3: 50_000}


def test_dragging_from_a_typed_quantity_only_chooses(desk):
    d = desk(activity("a", {"2027-02": 40_000, "2027-03": 50_000}, **LETTERS))
    d.drag(("a", "2027-02"), ("a", "2027-04"))
    assert d.last_step() == "Empezar"
    assert d.screen.status == "3 meses elegidos · suma 90"


def test_dragging_over_rows_only_chooses(desk):
    d = desk()
    d.drag(("a", "2027-02"), ("a", "2027-04"), ("b", "2027-04"))
    assert d.last_step() == "Empezar"
    assert d.screen.status == "6 meses elegidos · suma 0"


def test_the_marks_show_while_the_button_is_held(desk):
    d = desk()
    d.drag_to(d.middle("a", "2027-02"), d.middle("a", "2027-03"), let_go=False)
    assert d.painted() == {1: 1000, 2: 1000}
    assert d.last_step() == "Empezar"
    d.drag_to(d.middle("b", "2027-03"), let_go=False)
    d.mouse(QEvent.Type.MouseButtonRelease, d.middle("b", "2027-03"))


def test_escape_gives_a_stroke_up(desk):
    d = desk()
    d.drag_to(d.middle("a", "2027-02"), d.middle("a", "2027-03"), let_go=False)
    d.press(Qt.Key.Key_Escape)
    d.mouse(QEvent.Type.MouseButtonRelease, d.middle("a", "2027-03"))
    assert (d.painted(), d.last_step()) == ({}, "Empezar")


def test_a_new_row_from_elsewhere_gives_a_stroke_up(desk):
    d = desk()
    d.drag_to(d.middle("a", "2027-02"), d.middle("a", "2027-03"), let_go=False)
    with d.file.step("Agregar") as step:
        step.put_row(activity("z", position=9), "goal")
    d.mouse(QEvent.Type.MouseButtonRelease, d.middle("a", "2027-03"))
    assert (d.painted(), d.months()) == ({}, {})


def test_weeks_are_painted_like_months(desk):
    d = desk(schedule_step="week")
    d.drag(("a", "2027-01", 3), ("a", "2027-02", 2))
    assert d.weeks() == [("2027-01", 3), ("2027-01", 4), ("2027-02", 1), ("2027-02", 2)]
    assert d.last_step() == "Marcar 4 semanas en 1.1.1"
    d.drag(("a", "2027-01", 3), ("a", "2027-02", 2))
    assert (d.weeks(), d.months()) == ([], {})


def test_a_stroke_over_weeks_keeps_the_month_that_has_a_typed_quantity(desk):
    before = activity("a", {"2027-02": 80_000}, weeks=[("2027-01", 4), ("2027-02", 1)], **LETTERS)
    d = desk(before, schedule_step="week")
    d.drag(("a", "2027-01", 4), ("a", "2027-02", 4))
    assert d.weeks() == [("2027-02", 1)]
    assert d.months() == {"2027-02": 80_000}


def test_a_plan_to_be_read_only_is_not_painted(desk):
    d = desk(read_only=True)
    d.drag(("a", "2027-02"), ("a", "2027-05"))
    assert (d.months(), d.painted()) == ({}, {})
    assert d.view.handle_rect().isEmpty()


def test_a_copy_of_a_plan_to_be_read_only_is_painted(desk, tmp_path):
    d = desk(read_only=True)
    d.open_plan.move_to(tmp_path / "copy.poa")
    d.file = d.open_plan.file
    d.drag(("a", "2027-02"), ("a", "2027-03"))
    assert d.plan_of_months() == {2: 1000, 3: 1000}


def test_the_handle_repeats_a_quantity_along_the_row(desk):
    d = desk(activity("a", {"2027-02": 50_000}, **LETTERS))
    d.go("a", "2027-02")
    d.drag_to(d.view.handle_rect().center(), d.middle("a", "2027-03"), d.middle("a", "2027-05"))
    assert d.plan_of_months() == dict.fromkeys((2, 3, 4, 5), 50_000)
    assert d.last_step() == "Repetir en 3 meses de 1.1.1"
    assert d.screen.status == "4 meses elegidos · suma 200"


def test_the_handle_repeats_a_pattern_with_its_gaps(desk):
    d = desk(activity("a", {"2027-05": 50_000}, **LETTERS))
    d.go("a", "2027-04")
    d.press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    d.drag_to(d.view.handle_rect().center(), d.middle("a", "2027-09"))
    assert d.plan_of_months() == dict.fromkeys((5, 7, 9), 50_000)


def test_the_handle_repeats_backwards_and_down(desk):
    d = desk(activity("a", {"2027-05": 50_000}, **LETTERS), activity("b", position=1))
    d.go("a", "2027-05")
    d.drag_to(d.view.handle_rect().center(), d.middle("a", "2027-03"))
    assert d.plan_of_months() == dict.fromkeys((3, 4, 5), 50_000)
    d.drag_to(d.view.handle_rect().center(), d.middle("b", "2027-03"))
    assert d.plan_of_months("b") == dict.fromkeys((3, 4, 5), 1000)


def test_the_handle_that_is_let_go_at_once_changes_nothing(desk):
    d = desk(activity("a", {"2027-02": 50_000}, **LETTERS))
    d.go("a", "2027-02")
    corner = d.view.handle_rect().center()
    d.drag_to(corner, corner + QPoint(-3, -3))
    assert d.last_step() == "Empezar"
    assert d.current() == ("a", "2027-02")
