"""The menu "Rellenar", with real keys and clicks, on a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from schedule_desk import CONTROL, SHIFT, ScheduleDesk
from schedule_plans import activity, plan_of

from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.fill_menu import FillEntry

# The platform without a display says so whenever a window or a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LETTERS = {"unit_of_measure": "carta", "annual_target_thousandths": 2_400_000}


class MenuDesk(ScheduleDesk):
    """A desk on which the menu can be opened."""

    def open_menu(self):
        """Click on the button; return {words: action} of the menu."""
        button = next(b for b in self.screen.findChildren(QPushButton) if b.text() == "Rellenar")
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(self.screen.fills.isVisible)
        return {action.text(): action for action in self.screen.fills.actions() if action.text()}

    def fill(self, words):
        """Open the menu and click on a line of it."""
        action = self.open_menu()[words]
        assert action.isEnabled()
        self.qtbot.mouseClick(action.defaultWidget(), Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.screen.fills.isVisible())

    def line(self, words):
        """Open the menu and read what stands below the words; "" if nothing does."""
        action = self.open_menu()[words]
        said = action.defaultWidget().accessibleDescription()
        self.screen.fills.close()
        return (action.isEnabled(), said)

    def choose(self, name, month, count):
        self.go(name, month)
        self.press(*[Qt.Key.Key_Right] * (count - 1), modifier=SHIFT)


@pytest.fixture
def desk(qtbot, tmp_path, qapp):
    theme().apply(qapp)
    desks = []

    def put(*activities, **how):
        read_only = how.pop("read_only", False)
        desks.append(MenuDesk(qtbot, tmp_path, plan_of(*activities, **how), read_only))
        return desks[-1]

    yield put
    for each in desks:
        each.screen.fills.close()
        each.file.close()


def test_the_target_is_shared_among_the_chosen_months(desk):
    d = desk(activity("a", **LETTERS))
    d.choose("a", "2027-02", 10)
    assert d.line("Repartir la meta anual por igual") == (
        True,
        "2,400 cartas ÷ 10 meses = 240 al mes",
    )
    d.fill("Repartir la meta anual por igual")
    assert d.plan_of_months() == dict.fromkeys(range(2, 12), 240_000)
    assert d.last_step() == "Repartir la meta anual de 1.1.1"
    assert d.sum("a").spoken == "2,400 cartas, igual a la meta anual"
    assert d.view.hasFocus()
    d.open_plan.undo()
    assert (d.months(), d.last_step()) == ({}, "Empezar")


def test_a_painted_row_shares_its_target_without_choosing_again(desk):
    d = desk(activity("a", **LETTERS))
    d.drag(("a", "2027-03"), ("a", "2027-06"))
    d.fill("Repartir la meta anual por igual")
    assert d.plan_of_months() == dict.fromkeys((3, 4, 5, 6), 600_000)


def test_a_remainder_is_told_and_the_sum_is_the_target(desk):
    d = desk(activity("a", **{**LETTERS, "annual_target_thousandths": 2_405_000}))
    d.choose("a", "2027-02", 10)
    said = "2,405 cartas ÷ 10 meses = 240 o 241 al mes"
    assert d.line("Repartir la meta anual por igual") == (True, said)
    d.fill("Repartir la meta anual por igual")
    assert sum(d.plan_of_months().values()) == 2_405_000


def test_only_what_the_other_months_leave_over_is_shared(desk):
    d = desk(activity("a", {"2027-01": 400_000}, **LETTERS))
    d.choose("a", "2027-03", 5)
    said = "2,000 cartas que faltan ÷ 5 meses = 400 al mes"
    assert d.line("Repartir la meta anual por igual") == (True, said)
    d.fill("Repartir la meta anual por igual")
    assert sum(d.plan_of_months().values()) == 2_400_000


@pytest.mark.parametrize(
    ("fields", "plan", "reason"),
    [
        ({}, {}, "Escriba antes la meta anual, en Metas y actividades."),
        (
            LETTERS,
            {"schedule_step": "week"},
            "Por semanas solo se marca; las cantidades van por meses.",
        ),
        (
            {**LETTERS, "months": {"2027-09": 2_400_000}},
            {},
            "Los otros meses ya suman la meta anual.",
        ),
    ],
)
def test_what_cannot_be_shared_is_grey_and_says_why(desk, fields, plan, reason):
    d = desk(activity("a", **fields), **plan)
    d.view.choose(2, 2, range(0, 3))
    assert d.line("Repartir la meta anual por igual") == (False, reason)


def test_several_activities_share_their_own_targets_in_one_step(desk):
    d = desk(
        activity("a", **LETTERS),
        activity("b", position=1, unit_of_measure="visita", annual_target_thousandths=12_000),
        activity("c", position=2),
    )
    d.go("a", "2027-01")
    d.press(Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=SHIFT)
    said = "2 de 3 actividades; la otra no tiene qué repartir"
    assert d.line("Repartir las metas anuales por igual") == (True, said)
    d.fill("Repartir las metas anuales por igual")
    assert d.plan_of_months("a") == dict.fromkeys(range(1, 13), 200_000)
    assert d.plan_of_months("b") == dict.fromkeys(range(1, 13), 1000)
    assert d.plan_of_months("c") == {}
    assert d.last_step() == "Repartir las metas anuales de 3 actividades"


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("Todos los meses", range(1, 13)),
        ("Cada dos meses", (2, 4, 6, 8, 10, 12)),
        ("Cada trimestre", (3, 6, 9, 12)),
        ("Cada semestre", (6, 12)),
        ("Una sola vez", (5,)),
    ],
)
def test_a_pattern_fills_the_whole_row_of_the_current_cell(desk, words, months):
    d = desk(activity("a", {"2027-01": 1000}))
    d.go("a", "2027-05")
    d.fill(words)
    assert d.plan_of_months() == dict.fromkeys(months, 1000)
    assert d.last_step() == f"Rellenar 1.1.1: {words.lower()}"


def test_a_pattern_leaves_what_lies_outside_the_range(desk):
    d = desk(activity("a", {"2027-01": 1000, "2027-04": 1000}))
    d.choose("a", "2027-03", 7)
    d.fill("Cada trimestre")
    assert list(d.plan_of_months()) == [1, 3, 6, 9]


def test_the_menu_is_driven_by_keys_too(desk):
    d = desk(activity("a"))
    d.go("a", "2027-05")
    d.open_menu()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        d.qtbot.keyClick(d.screen.fills, key)
    assert d.last_step() == "Rellenar 1.1.1: cada dos meses"
    assert d.view.hasFocus()


def test_the_strips_show_where_the_marks_will_stand(desk):
    d = desk(activity("a"))
    d.choose("a", "2027-03", 4)
    shown = {action.text(): action.defaultWidget() for action in d.open_menu().values()}
    assert all(isinstance(entry, FillEntry) for entry in shown.values())
    assert [at for at, marked in enumerate(shown["Cada dos meses"].strip) if marked] == [2, 4]


def test_control_j_copies_the_row_above(desk):
    d = desk(
        activity("a", {"2027-02": 5000, "2027-07": 7000}, **LETTERS),
        activity("b", {"2027-01": 1000}, position=1, **LETTERS),
        activity("c", position=2),
    )
    d.go("b", "2027-04")
    d.press(Qt.Key.Key_J, modifier=CONTROL)
    assert d.plan_of_months("b") == {2: 5000, 7: 7000}
    assert d.last_step() == "Copiar la fila de arriba en 1.1.2"
    d.go("c", "2027-04")
    d.press(Qt.Key.Key_J, modifier=CONTROL)
    assert d.plan_of_months("c") == {2: 1000, 7: 1000}


def test_control_j_in_a_range_copies_only_its_months(desk):
    d = desk(activity("a", {"2027-02": 5000, "2027-07": 7000}), activity("b", position=1))
    d.choose("b", "2027-01", 3)
    d.press(Qt.Key.Key_J, modifier=CONTROL)
    assert d.plan_of_months("b") == {2: 1000}


def test_the_first_row_has_nothing_above_it(desk):
    d = desk(activity("a"))
    d.go("a", "2027-04")
    d.press(Qt.Key.Key_J, modifier=CONTROL)
    assert d.refusal() == "Esta es la primera fila."
    assert d.line("Copiar de la fila de arriba") == (False, "Esta es la primera fila.")
    d.press(Qt.Key.Key_Right)
    assert d.refusal() == ""


def test_a_row_or_a_range_is_cleared_from_the_menu(desk):
    d = desk(activity("a", {"2027-02": 5000, "2027-07": 7000}))
    d.choose("a", "2027-01", 3)
    d.fill("Vaciar los meses elegidos")
    assert d.plan_of_months() == {7: 7000}
    d.go("a", "2027-01")
    d.fill("Vaciar esta fila")
    assert d.months() == {}
    assert d.last_step() == "Vaciar 1.1.1"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Todas las semanas", 48),
        ("Cada dos semanas", 24),
        ("Una semana al mes", 12),
        ("Una semana al trimestre", 4),
        ("Una semana al semestre", 2),
        ("Una sola vez", 1),
    ],
)
def test_weeks_have_patterns_of_their_own(desk, words, count):
    d = desk(activity("a"), schedule_step="week")
    d.go("a", "2027-05", 2)
    d.fill(words)
    assert len(d.weeks()) == count
    assert d.sum("a").figure == str(len(d.plan_of_months()))


def test_weeks_are_copied_from_above(desk):
    above = activity("a", {"2027-02": 8000}, weeks=[("2027-02", 3), ("2027-04", 1)])
    d = desk(above, activity("b", weeks=[("2027-02", 1)], position=1), schedule_step="week")
    d.go("b", "2027-04", 1)
    d.press(Qt.Key.Key_J, modifier=CONTROL)
    assert sorted(d.weeks("b")) == [("2027-02", 3), ("2027-04", 1)]


def test_nothing_is_filled_in_a_plan_to_be_read_only(desk):
    d = desk(activity("a"), activity("b", position=1), read_only=True)
    assert not any(
        b.isEnabled() for b in d.screen.findChildren(QPushButton) if b.text() == "Rellenar"
    )
    d.go("b", "2027-04")
    d.press(Qt.Key.Key_J, modifier=CONTROL)
    assert d.screen.hints == [("Solo lectura", "Este plan está abierto solo para leer.")]


def test_a_filled_month_keeps_what_was_done_in_it(desk):
    d = desk(activity("a", {"2027-03": 1000}))
    with d.file.step("Registrar") as step:
        step.put("month_record", "a-2027-03", done_thousandths=4000)
    d.go("a", "2027-01")
    d.fill("Vaciar esta fila")
    assert d.months() == {"2027-03": None}


def paint(d):
    d.drag(("b", "2027-02"), ("b", "2027-05"))


def repeat(d):
    d.go("a", "2027-02")
    d.drag_to(d.view.handle_rect().center(), d.middle("a", "2027-06"))


def share(d):
    d.choose("a", "2027-02", 7)
    d.fill("Repartir la meta anual por igual")


def follow_pattern(d):
    d.go("a", "2027-02")
    d.fill("Cada semestre")


def copy_above(d):
    d.go("b", "2027-02")
    d.press(Qt.Key.Key_J, modifier=CONTROL)


def copy_and_paste(d):
    d.choose("a", "2027-02", 2)
    d.press(Qt.Key.Key_C, modifier=CONTROL)
    d.go("b", "2027-07")
    d.press(Qt.Key.Key_V, modifier=CONTROL)


@pytest.mark.parametrize("act", [paint, repeat, share, follow_pattern, copy_above, copy_and_paste])
def test_everything_done_to_the_grid_is_one_step_and_comes_back_whole(desk, act):
    months = {"2027-02": 7500, "2027-03": 1000}
    d = desk(activity("a", months, **LETTERS), activity("b", {"2027-09": 1000}, position=1))
    before = d.file.read()
    act(d)
    after = d.file.read()
    assert after != before
    d.open_plan.undo()
    assert (d.file.read(), d.last_step()) == (before, "Empezar")
    d.open_plan.redo()
    assert d.file.read() == after
