"""The cronograma with real keys and a real mouse, on a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from schedule_desk import CONTROL, SHIFT, ScheduleDesk
from schedule_plans import activity, plan_of

from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.columns import Cell

# The platform without a display says so whenever a window or a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LETTERS = {
    "unit_of_measure": "cartas",
    "annual_target_thousandths": 480_000,
    "text": "Repartir cartas por los barrios y recoger la firma de quien las recibe. " * 3,
}


@pytest.fixture
def dressed(qapp):
    theme().apply(qapp)


@pytest.fixture
def desk(qtbot, tmp_path, dressed):
    """Return what puts a plan on the desk; without a plan, two activities."""
    desks = []

    def put(plan=None, **how):
        plan = plan or plan_of(activity("a"), activity("b", position=1, **LETTERS))
        desks.append(ScheduleDesk(qtbot, tmp_path, plan, **how))
        return desks[-1]

    yield put
    for each in desks:
        each.file.close()


def test_a_click_marks_a_month_and_another_clears_it(desk):
    d = desk()
    d.click("a", "2027-03")
    assert d.months() == {"2027-03": 1000}
    assert d.last_step() == "Marcar marzo en 1.1.1"
    assert d.model.index_of(Cell("a", "2027-03")).data() == "X"
    d.click("a", "2027-03")
    assert d.months() == {}
    assert d.last_step() == "Vaciar marzo de 1.1.1"


def test_a_click_does_not_take_a_typed_quantity_away(desk):
    d = desk(plan_of(activity("a", {"2027-03": 240_000}, unit_of_measure="cartas")))
    d.click("a", "2027-03")
    assert d.months() == {"2027-03": 240_000}
    assert d.current() == ("a", "2027-03")


def test_the_space_bar_marks_and_clears_the_month_with_the_focus(desk):
    d = desk()
    d.go("a", "2027-05")
    d.press(Qt.Key.Key_Space)
    assert d.months() == {"2027-05": 1000}
    d.press(Qt.Key.Key_Space)
    assert d.months() == {}


def test_typed_digits_are_a_quantity_and_enter_goes_down(desk):
    d = desk(plan_of(activity("a", unit_of_measure="cartas"), activity("b", position=1)))
    d.go("a", "2027-03")
    d.type("240")
    d.press(Qt.Key.Key_Return)
    assert d.months() == {"2027-03": 240_000}
    assert d.last_step() == "Escribir 240 en marzo de 1.1.1"
    assert d.current() == ("b", "2027-03")
    assert QApplication.focusWidget() is d.view


def test_tab_saves_and_goes_to_the_next_month_and_then_to_the_next_activity(desk):
    d = desk()
    d.go("a", "2027-11")
    d.type("7")
    d.press(Qt.Key.Key_Tab)
    assert d.current() == ("a", "2027-12")
    d.type("2.5")
    d.press(Qt.Key.Key_Tab)
    assert d.current() == ("b", "2027-01")
    assert d.months() == {"2027-11": 7000, "2027-12": 2500}
    d.press(Qt.Key.Key_Backtab)
    assert d.current() == ("a", "2027-12")


def test_tab_leaves_the_grid_after_its_last_cell(desk):
    d = desk()
    d.go("b", "2027-12")
    d.press(Qt.Key.Key_Tab)
    assert d.current() == ("b", "2027-12")
    assert QApplication.focusWidget() is not d.view


def test_arrows_save_what_is_being_typed(desk):
    d = desk()
    d.go("a", "2027-03")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        d.type("5")
        d.press(key)
    assert d.months("a") == {"2027-03": 5000, "2027-04": 5000}
    assert d.months("b") == {"2027-03": 5000}
    assert d.current() == ("a", "2027-03")


def test_escape_leaves_the_cell_as_it_was(desk):
    d = desk(plan_of(activity("a", {"2027-03": 9000})))
    d.go("a", "2027-03")
    d.type("12")
    d.press(Qt.Key.Key_Escape)
    assert d.months() == {"2027-03": 9000}
    assert QApplication.focusWidget() is d.view
    assert d.view.typing.editor is None


def test_what_cannot_be_read_stays_in_the_cell_with_a_sentence(desk):
    d = desk()
    d.go("a", "2027-03")
    d.type("12x")
    d.press(Qt.Key.Key_Return)
    editor = d.view.typing.editor
    assert editor.text() == "12x"
    assert editor.property("wrong") is True
    assert "“12x” no es un número" in editor.accessibleDescription()
    assert d.months() == {}
    d.click("b", "2027-01")
    assert (d.months("b"), QApplication.focusWidget()) == ({}, editor)
    d.press(Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert d.months() == {"2027-03": 12_000}


def test_a_quantity_is_saved_when_another_step_asks_for_it(desk):
    d = desk()
    d.go("a", "2027-03")
    d.type("8")
    d.open_plan.save_waiting()
    assert d.months() == {"2027-03": 8000}
    assert QApplication.focusWidget() is d.view


def test_f2_goes_on_with_the_present_quantity(desk):
    d = desk(plan_of(activity("a", {"2027-03": 1_240_000}, unit_of_measure="cartas")))
    d.go("a", "2027-03")
    d.press(Qt.Key.Key_F2)
    assert d.view.typing.editor.text() == "1,240"
    d.press(Qt.Key.Key_Backspace)
    d.type("5")
    d.press(Qt.Key.Key_Return)
    assert d.months() == {"2027-03": 1_245_000}


def test_an_emptied_or_zero_quantity_clears_the_month(desk):
    d = desk(plan_of(activity("a", {"2027-03": 9000, "2027-04": 9000})))
    d.go("a", "2027-03")
    d.type("0")
    d.press(Qt.Key.Key_Tab)
    d.press(Qt.Key.Key_F2, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert d.months() == {}


def test_delete_clears_a_typed_quantity(desk):
    d = desk(plan_of(activity("a", {"2027-03": 240_000}, unit_of_measure="cartas")))
    d.go("a", "2027-03")
    d.press(Qt.Key.Key_Delete)
    assert d.months() == {}
    assert d.last_step() == "Vaciar marzo de 1.1.1"


def test_a_range_is_marked_and_cleared_as_one_step(desk):
    d = desk()
    d.go("a", "2027-02")
    d.press(Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=SHIFT)
    assert d.screen.status == "3 meses elegidos · suma 0"
    d.press(Qt.Key.Key_Space)
    assert d.months() == {"2027-02": 1000, "2027-03": 1000, "2027-04": 1000}
    assert d.last_step() == "Marcar 3 meses en 1.1.1"
    assert d.screen.status == "3 meses elegidos · suma 3"
    d.press(Qt.Key.Key_Delete)
    assert d.months() == {}
    assert d.last_step() == "Vaciar 3 meses de 1.1.1"


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        (Qt.Key.Key_Home, 5),
        (Qt.Key.Key_Left, 5),
        (Qt.Key.Key_End, 8),
        (Qt.Key.Key_Right, 8),
    ],
)
def test_control_and_shift_choose_up_to_the_first_or_the_last_month(desk, key, chosen):
    d = desk()
    d.go("a", "2027-05")
    d.press(key, modifier=CONTROL | SHIFT)
    assert d.screen.status == f"{chosen} meses elegidos · suma 0"
    d.press(Qt.Key.Key_Space)
    assert list(d.months("a")) == [
        f"2027-{month:02d}" for month in (range(1, 6) if chosen == 5 else range(5, 13))
    ]
    assert d.months("b") == {}


def test_control_and_shift_keep_the_rows_that_are_chosen(desk):
    d = desk()
    d.go("a", "2027-11")
    d.press(Qt.Key.Key_Down, modifier=SHIFT)
    d.press(Qt.Key.Key_End, modifier=CONTROL | SHIFT)
    d.press(Qt.Key.Key_Space)
    assert d.months("a") == d.months("b") == {"2027-11": 1000, "2027-12": 1000}


def test_a_range_over_two_goals_leaves_the_headings_alone(desk):
    plan = plan_of(activity("a"), activity("b", position=1))
    d = desk(plan)
    d.go("a", "2027-02")
    d.press(Qt.Key.Key_Down, Qt.Key.Key_Right, modifier=SHIFT)
    d.press(Qt.Key.Key_Space)
    assert d.last_step() == "Marcar 4 meses en 2 actividades"
    assert d.months("a") == d.months("b") == {"2027-02": 1000, "2027-03": 1000}


def test_the_space_bar_fills_the_gaps_of_a_range_and_keeps_quantities(desk):
    d = desk(plan_of(activity("a", {"2027-03": 50_000}, unit_of_measure="cartas")))
    d.go("a", "2027-02")
    d.press(Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=SHIFT)
    d.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert d.months() == {"2027-02": 1000, "2027-03": 50_000, "2027-04": 1000}


def test_arrows_pass_over_headings(desk):
    d = desk()
    d.go("b", "2027-06")
    d.press(Qt.Key.Key_Up)
    assert d.current() == ("a", "2027-06")
    d.press(Qt.Key.Key_Up)
    assert d.current() == ("a", "2027-06")


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_no_key_ends_on_a_heading(desk, key):
    d = desk(plan_of(*[activity(f"a{at}", position=at) for at in range(40)]))
    d.go("a20", "2027-06")
    for _ in range(4):
        d.press(key, modifier=Qt.KeyboardModifier.ControlModifier)
        assert d.current() is not None


def test_the_menu_of_a_cell_does_what_its_keys_do(desk):
    d = desk()
    d.go("a", "2027-02")
    d.press(Qt.Key.Key_Right, modifier=SHIFT)
    place = d.view.visualRect(d.view.currentIndex()).center()
    QApplication.sendEvent(
        d.view.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place),
    )
    menu = d.view.findChild(QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Marcar los meses elegidos\tEspacio",
        "Corregir la cantidad\tF2",
        "Rellenar",
        "Cortar\tCtrl+X",
        "Copiar para pegar en Excel\tCtrl+C",
        "Pegar\tCtrl+V",
        "Vaciar los meses elegidos\tSupr",
    ]
    menu.actions()[0].trigger()
    assert d.months() == {"2027-02": 1000, "2027-03": 1000}
    menu.close()


def test_headings_cannot_be_chosen(desk):
    d = desk()
    kinds = [row.kind for row in d.model.rows]
    assert kinds == ["objective", "goal", "activity", "activity"]
    for line in (0, 1):
        assert d.model.flags(d.model.index(line, 3)) == Qt.ItemFlag.NoItemFlags
        place = d.view.visualRect(d.model.index(line, 3)).center()
        d.qtbot.mouseClick(d.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert d.last_step() == "Empezar"


def test_works_from_july_to_june_have_their_months_in_that_order(desk):
    d = desk(plan_of(activity("a"), first_month="2027-07"))
    names = [
        d.model.headerData(column, Qt.Orientation.Horizontal)
        for column in range(d.model.columnCount())
    ]
    assert (names[0], names[5], names[6], names[11]) == (
        "julio de 2027",
        "diciembre de 2027",
        "enero de 2028",
        "junio de 2028",
    )
    d.click("a", "2028-06")
    assert d.months() == {"2028-06": 1000}


def test_a_plan_kept_by_weeks_marks_weeks(desk):
    d = desk(plan_of(activity("a"), schedule_step="week"))
    assert d.model.columnCount() == 48
    d.click("a", "2027-02", 3)
    d.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert d.weeks() == [("2027-02", 3), ("2027-02", 4)]
    d.click("a", "2027-02", 3)
    assert d.weeks() == [("2027-02", 4)]
    assert d.last_step() == "Vaciar la semana 3 de febrero de 1.1.1"


def test_the_last_week_of_a_typed_quantity_is_only_taken_by_delete(desk):
    before = activity("a", {"2027-02": 80_000}, weeks=[("2027-02", 1)], unit_of_measure="cartas")
    d = desk(plan_of(before, schedule_step="week"))
    d.click("a", "2027-02", 1)
    assert d.months() == {"2027-02": 80_000}
    d.press(Qt.Key.Key_Delete)
    assert (d.months(), d.weeks()) == ({}, [])


def test_digits_do_nothing_by_weeks_and_the_screen_says_why(desk):
    d = desk(plan_of(activity("a"), schedule_step="week"))
    d.go("a", "2027-02", 3)
    d.type("5")
    assert d.view.typing.editor is None
    assert d.screen.hints == [("0–9", "Por semanas solo se marca; las cantidades van por meses.")]
    d.press(Qt.Key.Key_Right)
    assert ("Espacio", "marcar la semana") in d.screen.hints
    assert (d.months(), d.weeks()) == ({}, [])


def test_going_to_weeks_and_back_is_one_step_each_and_loses_nothing(desk):
    d = desk(plan_of(activity("a", {"2027-02": 80_000}, unit_of_measure="cartas")))
    d.go("a", "2027-02")
    months, weeks = d.screen.steps.findChildren(QToolButton)
    d.qtbot.mouseClick(weeks, Qt.MouseButton.LeftButton)
    assert d.last_step() == "Llevar el cronograma por semanas"
    assert len(d.weeks()) == 4
    assert d.current() == ("a", "2027-02")
    d.qtbot.mouseClick(months, Qt.MouseButton.LeftButton)
    assert d.months() == {"2027-02": 80_000}
    d.open_plan.undo()
    d.open_plan.undo()
    assert (d.last_step(), d.screen.steps.value, d.weeks()) == ("Empezar", "month", [])


def test_an_undo_from_elsewhere_shows_at_once_and_the_cell_stays(desk):
    d = desk()
    d.go("a", "2027-03")
    d.type("240")
    d.press(Qt.Key.Key_Return)
    d.go("a", "2027-03")
    resets = []
    d.model.modelReset.connect(lambda: resets.append(1))
    d.open_plan.undo()
    assert d.model.index_of(Cell("a", "2027-03")).data() == ""
    d.open_plan.redo()
    assert d.model.index_of(Cell("a", "2027-03")).data() == "240"
    assert (d.current(), resets) == (("a", "2027-03"), [])


def test_only_the_changed_row_is_shown_anew(desk):
    d = desk()
    lines = []
    d.model.dataChanged.connect(lambda first, last: lines.append((first.row(), last.row())))
    d.click("b", "2027-03")
    assert lines == [(3, 3)]


def test_the_cell_and_the_scroll_survive_a_new_activity(desk):
    rows = [activity(f"a{at}", position=at) for at in range(40)]
    d = desk(plan_of(*rows))
    d.go("a30", "2027-04")
    before = d.view.verticalScrollBar().value()
    assert before > 0
    with d.file.step("Agregar") as step:
        step.put_row(activity("z", position=99), "goal")
    assert d.current() == ("a30", "2027-04")
    assert d.view.verticalScrollBar().value() == before


def test_a_line_being_typed_goes_away_with_its_activity(desk):
    d = desk()
    d.go("a", "2027-03")
    d.type("5x")
    with d.file.step("Borrar") as step:
        step.delete("activity", "a")
    assert d.view.typing.editor is None


def test_the_sum_follows_the_quantities(desk):
    d = desk()
    d.go("b", "2027-01")
    d.type("240")
    d.press(Qt.Key.Key_Tab)
    assert d.sum("b").spoken == "240 cartas, faltan 240 para 480"
    assert d.says(
        "0 de 2 actividades listas · una suma no coincide con su meta anual · una no tiene meses"
    )
    d.type("240")
    d.press(Qt.Key.Key_Tab)
    assert d.sum("b").spoken == "480 cartas, igual a la meta anual"


def test_the_counts_below_are_those_of_active_activities(desk):
    d = desk(
        plan_of(
            activity("a", {"2027-01": 1000, "2027-02": 1000}),
            activity("b", {"2027-02": 5000}, position=1),
            activity("c", {"2027-02": 5000}, position=2, active=0),
        )
    )
    assert d.model.at_work() == [1, 2] + [0] * 10


def test_rows_grow_with_their_text_and_with_the_text_size(desk):
    d = desk()
    short, long = d.view.rowHeight(2), d.view.rowHeight(3)
    assert long > short == theme().px(44)
    theme().set_scale(1.5)
    try:
        assert d.view.rowHeight(2) == theme().px(44) > short
    finally:
        theme().set_scale(1.0)


def test_names_and_sums_keep_their_width_while_weeks_scroll(desk):
    d = desk(plan_of(activity("a"), schedule_step="week"))
    bar = d.view.horizontalScrollBar()
    assert bar.maximum() > 0
    names = d.view.names.width()
    d.go("a", "2027-12", 4)
    assert bar.value() == bar.maximum()
    assert d.view.names.width() == names
    assert d.view.viewport().x() == names


def test_months_do_not_scroll_in_a_narrow_window(desk):
    d = desk()
    d.screen.resize(808, 600)
    assert d.view.horizontalScrollBar().maximum() == 0
    assert d.view.measures.column >= 32


def test_a_long_quantity_has_room_in_its_column(desk):
    d = desk(plan_of(activity("a", {"2027-03": 1_250_000_000}, unit_of_measure="dólares")))
    needed = d.view.fontMetrics().horizontalAdvance("1,250,000")
    assert d.view.columnWidth(2) >= needed * 0.9


def test_a_plan_to_be_read_only_is_not_changed(desk):
    plan = plan_of(activity("a", {"2027-03": 1000}))
    d = desk(plan, read_only=True)
    d.click("a", "2027-03")
    d.press(Qt.Key.Key_Space, Qt.Key.Key_Delete)
    d.type("5")
    assert d.view.typing.editor is None
    assert d.months() == {"2027-03": 1000}
    assert d.screen.hints == [("Solo lectura", "Este plan está abierto solo para leer.")]
    assert not d.screen.steps.isEnabled()


def test_a_jump_puts_the_focus_on_the_first_month_of_the_activity(desk):
    rows = [activity(f"a{at}", {"2027-05": 1000}, position=at) for at in range(40)]
    d = desk(plan_of(*rows))
    d.screen.jump_to("a35", "months")
    assert d.current() == ("a35", "2027-05")
    assert QApplication.focusWidget() is d.view
    assert d.view.viewport().rect().contains(d.view.visualRect(d.view.currentIndex()))
    d.screen.jump_to("goal", "text")
    assert d.current() == ("a0", "2027-05")


def test_a_cronograma_without_activities_leads_to_the_goals(desk):
    d = desk(plan_of())
    button = d.screen.findChild(EmptyState).findChild(QPushButton)
    with d.qtbot.waitSignal(d.screen.go_to_step) as asked:
        d.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["goals"]
    with d.file.step("Agregar") as step:
        step.put_row(activity("a"), "goal")
    assert d.view.isVisible()


def test_goals_without_text_have_no_heading(desk):
    plan = plan_of(activity("a"))
    d = desk(plan)
    d.open_plan.set("goal", "goal", "text", "")
    assert [row.kind for row in d.model.rows] == ["objective", "activity"]


def test_hostile_text_and_numbers_are_painted_whole(desk):
    words = "<b>&amp; 🌳 \u202eהפוך\u202c " + "largo" * 400
    d = desk(plan_of(activity("a", text=words, code="código\na mano de veras largo")))
    painted = "".join(d.view.measures.lines(d.model.rows[2])).replace(" ", "")
    assert painted == words.replace(" ", "")
    assert d.screen.grab().width() > 0


def test_cells_and_rows_are_read_aloud(desk):
    d = desk(plan_of(activity("a", {"2027-03": 1000, "2027-04": 1000}, text="Regar")))
    index = d.at("a", "2027-03")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(role) == "marzo, X, dentro de una barra de marzo a abril"
    spoken = d.model.headerData(2, Qt.Orientation.Vertical, role)
    assert spoken == "1.1.1 Regar: 2 meses, marcada con X"
    assert d.view.accessibleName() == "Cronograma"
