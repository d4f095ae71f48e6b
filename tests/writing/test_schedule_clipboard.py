"""Copying and pasting in the cronograma, with the real clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from schedule_desk import CONTROL, SHIFT, ScheduleDesk
from schedule_plans import activity, plan_of

from poadesk.plan.model import Goal, Objective, Plan
from poadesk.widgets.theme import theme

# The platform without a display says so whenever a window or a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LETTERS = {"unit_of_measure": "cartas"}


@pytest.fixture
def desk(qtbot, tmp_path, qapp):
    theme().apply(qapp)
    desks = []

    def put(plan, read_only=False):
        desks.append(ScheduleDesk(qtbot, tmp_path, plan, read_only))
        return desks[-1]

    yield put
    for each in desks:
        each.file.close()
    QApplication.clipboard().clear()


def copied(text=None):
    """Return what is on the clipboard, after putting `text` there."""
    if text is not None:
        QApplication.clipboard().setText(text)
    return QApplication.clipboard().text()


def press_control(d, key):
    d.press(key, modifier=CONTROL)


def two_rows():
    return plan_of(
        activity("a", {"2027-02": 1_150_000, "2027-04": 1000}, **LETTERS),
        activity("b", {"2027-03": 1000}, position=1),
    )


def test_a_block_is_copied_as_excel_reads_it(desk):
    d = desk(two_rows())
    d.go("a", "2027-02")
    d.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=SHIFT)
    press_control(d, Qt.Key.Key_C)
    assert copied() == "1150\t\t1\n\tX\t\n"
    assert d.last_step() == "Empezar"


def test_a_block_from_excel_is_pasted_from_the_current_cell_on(desk):
    d = desk(two_rows())
    copied("12\t1,150\r\nx\t✓\r\n")
    d.go("a", "2027-03")
    press_control(d, Qt.Key.Key_V)
    assert d.plan_of_months("a") == {2: 1_150_000, 3: 12_000, 4: 1_150_000}
    assert d.plan_of_months("b") == {3: 1000, 4: 1000}
    assert d.last_step() == "Pegar 3 meses en 2 actividades"
    assert d.screen.status == "4 meses elegidos · suma 1,164"
    d.open_plan.undo()
    assert d.last_step() == "Empezar"


def test_empty_cells_clear(desk):
    d = desk(two_rows())
    copied("\t7\t")
    d.go("a", "2027-02")
    press_control(d, Qt.Key.Key_V)
    assert d.plan_of_months("a") == {3: 7000}


def test_a_block_passes_over_headings(desk):
    goals = tuple(
        Goal(id=f"g{at}", text="Meta", position=at, activities=(activity(name),))
        for at, name in enumerate("ab")
    )
    d = desk(Plan(id="plan", objectives=(Objective(id="o", text="Objetivo", goals=goals),)))
    copied("X\nX\n")
    d.go("a", "2027-02")
    press_control(d, Qt.Key.Key_V)
    assert d.plan_of_months("a") == d.plan_of_months("b") == {2: 1000}
    press_control(d, Qt.Key.Key_C)
    assert copied() == "X\nX\n"


def test_one_copied_cell_fills_the_chosen_ones(desk):
    d = desk(two_rows())
    copied("25\n")
    d.go("a", "2027-10")
    d.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=SHIFT)
    press_control(d, Qt.Key.Key_V)
    for name in "ab":
        assert {m: v for m, v in d.plan_of_months(name).items() if m > 9} == dict.fromkeys(
            (10, 11, 12), 25_000
        )


def test_an_unreadable_cell_changes_nothing_and_is_named(desk):
    d = desk(two_rows())
    copied("5\t6\n7\tdoce\n")
    d.go("a", "2027-03")
    press_control(d, Qt.Key.Key_V)
    assert d.last_step() == "Empezar"
    assert d.refusal() == "No se pegó nada: en abril de 1.1.2 dice “doce”, que no es una cantidad."
    assert d.view.accessibleDescription() == d.refusal()
    d.press(Qt.Key.Key_Escape)
    assert (d.refusal(), d.view.accessibleDescription()) == ("", "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "1\t2\t3",
            "No se pegó nada: lo copiado tiene 3 columnas y desde noviembre solo hay 2.",
        ),
        ("1\n2\n3", "No se pegó nada: lo copiado tiene 3 filas y desde 1.1.1 solo hay 2."),
    ],
)
def test_what_does_not_fit_changes_nothing(desk, text, sentence):
    d = desk(two_rows())
    copied(text)
    d.go("a", "2027-11")
    press_control(d, Qt.Key.Key_V)
    assert (d.refusal(), d.last_step()) == (sentence, "Empezar")


def test_an_empty_clipboard_changes_nothing(desk):
    d = desk(two_rows())
    QApplication.clipboard().clear()
    d.go("a", "2027-02")
    press_control(d, Qt.Key.Key_V)
    assert d.last_step() == "Empezar"


def test_cutting_copies_and_clears_in_one_step(desk):
    d = desk(two_rows())
    d.go("a", "2027-02")
    d.press(Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=SHIFT)
    press_control(d, Qt.Key.Key_X)
    assert copied() == "1150\t\t1\n"
    assert d.months() == {}
    assert d.last_step() == "Cortar 2 meses de 1.1.1"
    d.go("b", "2027-06")
    press_control(d, Qt.Key.Key_V)
    assert d.plan_of_months("b") == {3: 1000, 6: 1_150_000, 8: 1000}


def test_weeks_are_copied_and_pasted_as_marks(desk):
    d = desk(plan_of(activity("a", weeks=[("2027-01", 2)]), schedule_step="week"))
    d.go("a", "2027-01", 1)
    d.press(Qt.Key.Key_Right, modifier=SHIFT)
    press_control(d, Qt.Key.Key_C)
    assert copied() == "\tX\n"
    d.go("a", "2027-03", 3)
    press_control(d, Qt.Key.Key_V)
    assert d.weeks() == [("2027-01", 2), ("2027-03", 4)]


def test_quantities_are_not_pasted_into_weeks(desk):
    d = desk(plan_of(activity("a"), schedule_step="week"))
    copied("12")
    d.go("a", "2027-01", 2)
    press_control(d, Qt.Key.Key_V)
    assert d.refusal() == (
        "No se pegó nada: en la semana 2 de enero de 1.1.1 dice “12”,"
        " que no es una marca; por semanas solo se marca con X."
    )
    assert d.last_step() == "Empezar"


def test_a_plan_to_be_read_only_is_copied_but_not_pasted_into(desk):
    d = desk(two_rows(), read_only=True)
    d.go("a", "2027-02")
    press_control(d, Qt.Key.Key_X)
    copied("7")
    press_control(d, Qt.Key.Key_V)
    assert d.plan_of_months("a") == {2: 1_150_000, 4: 1000}
    press_control(d, Qt.Key.Key_C)
    assert copied() == "1150\n"
