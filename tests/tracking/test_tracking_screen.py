"""The tracking screen with real keys and a real mouse, on a real file."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tracking_desk import CONTROL, SHIFT, TrackingDesk
from tracking_plans import activity, plan_of

from poadesk.tracking.edits import CAUSE, CORRECTIVE_ACTION
from poadesk.tracking.screen.missing_panel import MissingPanel
from poadesk.tracking.screen.settings_panel import SettingsPanel
from poadesk.widgets.grid_text import text_width
from poadesk.widgets.theme import theme

# The platform without a display says so whenever a window or a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NINE = " ".join(["10"] * 9)
KEY = Qt.Key


@pytest.fixture
def dressed(qapp):
    theme().apply(qapp)


@pytest.fixture
def desk(qtbot, tmp_path, dressed):
    """Return what puts plans on the desk; without a plan, one of three activities."""
    desks = []

    def put(*plans, **how):
        plans = plans or (
            plan_of(
                activity("a", NINE, "10 10 - 10 10 10 10 10 -"),
                activity("b", "- - - 20 20 20 20 20 20", "- - - 20 20 0 5 5 5", position=1),
                activity("c", NINE, NINE, position=2),
            ),
        )
        desks.append(TrackingDesk(qtbot, tmp_path, *plans, **how))
        return desks[-1]

    yield put
    for each in desks:
        each.file.close()


def money_plan():
    return plan_of(activity("a", NINE, NINE, budget="100 200 -", spent="90 - -"), activity("b"))


def test_typed_digits_are_what_was_done_and_enter_goes_down(desk):
    d = desk()
    d.go("a", 9)
    d.type("64")
    d.press(KEY.Key_Return)
    assert d.done()[9] == 64_000
    assert d.last_step() == "Registrar hecho 64 en septiembre de 1.1.1"
    assert d.current() == ("b", 9, "done")
    assert QApplication.focusWidget() is d.view


def test_tab_saves_and_goes_right_and_shift_tab_back(desk):
    d = desk()
    d.go("a", 3)
    d.type("7")
    d.press(KEY.Key_Tab)
    assert d.done()[3] == 7000
    assert d.current() == ("a", 4, "done")
    d.press(KEY.Key_Backtab)
    assert d.current() == ("a", 3, "done")


def test_zero_is_recorded_and_delete_leaves_not_recorded(desk):
    d = desk()
    d.go("a", 3)
    d.type("0")
    d.press(KEY.Key_Return)
    assert d.done()[3] == 0
    assert d.aloud("a", 3) == "1.1.1, marzo, hecho 0 de 10"
    d.go("a", 3)
    d.press(KEY.Key_Delete)
    assert 3 not in d.done()
    assert d.aloud("a", 3) == "1.1.1, marzo, programado 10, sin registrar y vencido"


def test_zero_fills_a_whole_range_at_once(desk):
    d = desk()
    d.go("a", 7)
    d.press(KEY.Key_Right, KEY.Key_Right, modifier=SHIFT)
    d.type("0")
    assert [d.done()[month] for month in (7, 8, 9)] == [0, 0, 0]
    d.open_plan.undo()
    assert d.done()[7] == 10_000
    assert 9 not in d.done()


def test_not_recorded_looks_unlike_zero_and_unlike_overdue(desk):
    d = desk(plan_of(activity("a", "- - - - 10 10 10 10 10", "- - - - 0 - 1 1 -")))
    empty, zero, overdue, due = (d.picture("a", month) for month in (1, 5, 6, 9))
    assert len({bytes(one.constBits()) for one in (empty, zero, overdue, due)}) == 4


def test_unreadable_text_stays_in_its_cell_marked_and_unsaved(desk):
    d = desk()
    d.go("a", 3)
    d.type("1..")
    d.press(KEY.Key_Return)
    editor = d.view.typing.editor
    assert editor is not None
    assert editor.text() == "1.."
    assert editor.property("wrong") is True
    assert "no es un número" in d.refusal()
    assert 3 not in d.done()
    d.press(KEY.Key_Escape)
    assert d.view.typing.editor is None
    assert d.current() == ("a", 3, "done")


def test_what_was_planned_is_not_changed_here(desk):
    d = desk()
    d.click("a", 3, is_upper=True)
    d.type("5")
    assert d.view.typing.editor is None
    assert "cronograma" in d.refusal()


def test_the_arrows_stay_among_what_was_done(desk):
    d = desk()
    d.go("a", 5)
    d.press(KEY.Key_Down)
    assert d.current() == ("b", 5, "done")
    d.click("b", 5, is_upper=True)
    d.press(KEY.Key_Down)
    assert d.current() == ("b", 5, "done")


def test_with_money_both_lines_are_walked_and_written(desk):
    d = desk(money_plan())
    d.choose_money()
    d.go("a", 3)
    d.press(KEY.Key_Up)
    assert d.current() == ("a", 3, "budget")
    d.type("1,250.50")
    d.press(KEY.Key_Down)
    assert d.money("budget")[3] == 125_050
    d.go("a", 3)
    d.press(KEY.Key_Down)
    assert d.current() == ("b", 3, "budget")


def test_as_planned_records_the_chosen_cells_that_are_open(desk):
    d = desk()
    d.go("a", 2)
    d.press(KEY.Key_Right, modifier=SHIFT)
    d.press(KEY.Key_J, modifier=CONTROL)
    assert (d.done()[2], d.done()[3]) == (10_000, 10_000)
    assert d.last_step() == "Registrar como se programó marzo de 1.1.1"
    d.press(KEY.Key_J, modifier=CONTROL)
    assert d.refusal() == "Lo elegido ya está registrado."


def test_as_planned_never_goes_beyond_the_cut_off(desk):
    d = desk(plan_of(activity("a", " ".join(["10"] * 12))))
    d.go("a", 8)
    d.press(*[KEY.Key_Right] * 4, modifier=SHIFT)
    d.press(KEY.Key_J, modifier=CONTROL)
    assert sorted(d.done()) == [8, 9]


def test_the_menu_fills_the_month_of_the_cut_off_or_all_that_is_missing(desk):
    d = desk()
    header = d.screen.header
    header.fills.aboutToShow.emit()
    column, everything = header.fills.actions()[:2]
    assert column.text() == "Toda la columna de septiembre: 1 sin registrar"
    assert everything.text() == "Todo lo que falta hasta septiembre: 2 sin registrar"
    everything.trigger()
    assert (d.done()[3], d.done()[9]) == (10_000, 10_000)
    d.open_plan.undo()
    assert not {3, 9} & set(d.done())


def test_as_planned_spends_the_budget(desk):
    d = desk(money_plan())
    d.choose_money()
    d.go("a", 2)
    d.press(KEY.Key_J, modifier=CONTROL)
    assert d.money("spent") == {1: 9000, 2: 20_000}


def test_a_block_from_excel_is_pasted_below_and_beside(desk):
    d = desk()
    d.go("a", 8)
    d.paste("1\t0\n\t3\n")
    assert (d.done("a")[8], d.done("a")[9]) == (1000, 0)
    assert 8 not in d.done("b")
    assert d.done("b")[9] == 3000
    d.open_plan.undo()
    assert d.done("b")[8] == 5000


def test_a_word_in_a_pasted_block_changes_nothing_and_says_where(desk):
    d = desk()
    before = d.done("a"), d.done("b")
    d.go("a", 8)
    d.paste("1\t2\n3\tdoce\n")
    assert (d.done("a"), d.done("b")) == before
    assert "septiembre de 1.1.2 dice “doce”" in d.refusal()


def test_a_copied_block_comes_back_the_same(desk):
    d = desk()
    d.go("a", 2)
    d.press(KEY.Key_Right, KEY.Key_Right, modifier=SHIFT)
    d.press(KEY.Key_C, modifier=CONTROL)
    assert QApplication.clipboard().text() == "10\t\t10\n"


def test_undo_gives_the_state_and_the_counts_back(desk):
    d = desk()
    assert d.counts() == {
        "": 3,
        "late": 1,
        "at_risk": 0,
        "on_track": 1,
        "missing": 1,
        "unplanned": 0,
    }
    d.go("a", 3)
    d.type("10")
    d.press(KEY.Key_Return)
    assert d.counts()["missing"] == 0
    d.open_plan.undo()
    assert d.counts()["missing"] == 1


def test_another_cut_off_counts_anew_and_is_kept(desk):
    d = desk()
    d.choose_cut_off("2027-02")
    assert d.counts()["missing"] == 0
    assert d.counts()["unplanned"] == 1
    assert d.model.past == 2
    assert d.screen.foot == ("3 de 3 al corriente", 1.0)


def test_a_pill_shows_only_its_activities_under_their_heading(desk):
    d = desk()
    d.screen.pills.choose("late")
    assert d.names() == ["b"]
    assert d.model.rows[0].activity is None
    d.screen.pills.choose("")
    assert d.names() == ["a", "b", "c"]


def test_what_leaves_the_filter_by_being_corrected_stays_in_sight(desk):
    d = desk()
    d.screen.pills.choose("missing")
    d.go("a", 3)
    d.type("10")
    d.press(KEY.Key_Return)
    assert d.names() == ["a"]


def test_the_cause_is_asked_and_saved_for_the_cut_off(desk):
    d = desk()
    d.go("b", 9)
    details = d.screen.details
    assert details.title.text() == "Actividad 1.1.2"
    assert details.asked.isVisible()
    assert details.asked.words.text().startswith("Se pide cuando el avance es menor que 75")
    for field, words in ((CAUSE, "No hubo bus"), (CORRECTIVE_ACTION, "Ir a pie")):
        details.focus_field(field)
        d.type(words)
    d.open_plan.save_waiting()
    (said,) = d.open_plan.row("b").deviations
    assert (said.month, said.cause, said.corrective_action) == (
        "2027-09",
        "No hubo bus",
        "Ir a pie",
    )
    assert d.last_step() == "Escribir lo que se hará de 1.1.2 hasta septiembre"
    d.choose_cut_off("2027-08")
    assert details.frames[CAUSE].editor.toPlainText() == ""


def test_what_is_typed_about_one_activity_never_reaches_another(desk):
    d = desk()
    d.go("b", 9)
    d.screen.details.focus_field(CAUSE)
    d.type("No hubo bus")
    d.go("c", 9)
    assert d.open_plan.row("c").deviations == ()
    assert d.open_plan.row("b").deviations[0].cause == "No hubo bus"
    assert d.screen.details.frames[CAUSE].editor.toPlainText() == ""


def test_before_the_year_begins_no_activity_is_called_late(desk):
    d = desk(plan_of(activity("a", NINE), activity("b", NINE)), today=date(2026, 11, 28))
    d.choose_cut_off("2027-01")
    assert (d.counts()["late"], d.counts()["not_begun"]) == (0, 2)
    assert d.screen.legend.missing.text() == "No falta nada"
    details = d.screen.details
    assert details.card.state.text() == "Por empezar"
    assert not details.frames[CAUSE].isVisible()
    d.go("a", 1)
    d.type("4")
    d.press(KEY.Key_Return)
    d.go("a", 1)
    assert (d.counts()["late"], d.counts()["not_begun"]) == (1, 1)
    assert details.frames[CAUSE].isVisible()


def test_the_list_of_what_is_missing_jumps_to_the_cell_and_to_the_cause(desk):
    d = desk()
    d.screen.pills.choose("on_track")
    d.screen.show_missing()
    panel = d.panel(MissingPanel)
    assert panel.sentence.text() == (
        "1 mes vencido, 1 mes por registrar y 1 causa sin escribir, hasta septiembre."
    )
    d.press(KEY.Key_Return)
    assert d.current() == ("a", 3, "done")
    d.screen.show_missing()
    d.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert QApplication.focusWidget() is d.screen.details.frames[CAUSE].editor
    assert d.current()[0] == "b"


def test_a_setting_changes_the_light_in_every_plan_of_the_file(desk):
    other = replace(plan_of(id="other", position=1), objectives=())
    d = desk(plan_of(activity("a", NINE, " ".join(["7"] * 9))), other)
    assert d.counts()["late"] == 1
    d.screen._panels.show_settings()
    editor = d.panel(SettingsPanel).frames["red_below_hundredths"].editor
    editor.setFocus()
    editor.selectAll()
    d.type("60")
    d.press(KEY.Key_Escape)
    assert [plan.red_below_hundredths for plan in d.file.read()] == [6000, 6000]
    assert (d.counts()["late"], d.counts()["at_risk"]) == (0, 1)


def test_limits_that_cross_are_refused_and_stay_in_their_field(desk):
    d = desk()
    d.screen._panels.show_settings()
    frame = d.panel(SettingsPanel).frames["red_below_hundredths"]
    frame.editor.setFocus()
    frame.editor.selectAll()
    d.type("99")
    d.open_plan.save_waiting()
    assert "por encima del verde" in frame.error()
    assert d.file.read()[0].red_below_hundredths == 7500


def test_with_all_months_to_be_recorded_unplanned_ones_are_missing_too(desk):
    d = desk()
    d.screen._panels.show_settings()
    d.panel(SettingsPanel).months.changed.emit("all")
    assert d.file.read()[0].recorded_months == "all"
    assert d.counts()["missing"] == 2


def test_a_plan_to_be_read_shows_everything_and_writes_nothing(desk):
    d = desk(read_only=True)
    d.go("a", 3)
    d.type("5")
    d.press(KEY.Key_Delete)
    assert d.view.typing.editor is None
    assert ("Solo lectura", "Este plan está abierto solo para leer.") in d.screen.hints
    assert not d.screen.header.fill.isEnabled()


def test_without_activities_one_action_leads_to_where_they_are_written(desk, qtbot):
    d = desk(plan_of())
    with qtbot.waitSignal(d.screen.go_to_step) as asked:
        d.press(KEY.Key_Return)
    assert asked.args == ["goals"]


def test_changes_made_out_of_sight_are_seen_when_the_screen_comes_back(desk):
    d = desk()
    d.screen.hide()
    d.open_plan.set("activity", "a", "text", "Otro texto")
    d.screen.show()
    assert d.model.rows[d.model.line_of("a")].text == "Otro texto"


def test_a_small_window_shows_every_month_and_the_details_only_when_asked(desk):
    d = desk(size=(776, 620))
    assert d.view.horizontalScrollBar().maximum() == 0
    assert d.screen.details.isHidden()
    d.screen._toggle_side()
    assert d.screen.details.isVisible()


def test_the_heading_makes_room_for_the_details_that_a_finding_opens(desk):
    d = desk(size=(776, 620))
    assert d.screen.header.fill.text() == "Como se programó"
    d.screen.jump_to("a", "cause")
    assert d.screen.details.isVisible()
    d.qtbot.waitUntil(lambda: d.screen.header.fill.text() != "Como se programó")
    buttons = d.screen.header.buttons()
    assert all(one.width() >= one.sizeHint().width() for one in buttons)


def test_a_jump_from_a_finding_about_money_shows_the_money(desk):
    d = desk(money_plan())
    d.screen.jump_to("a", "spent")
    assert d.current() == ("a", 9, "spent")


def test_long_texts_are_wrapped_and_never_cut(desk):
    text = "Visitar cada barrio y dejar la carta firmada por quien la recibe. " * 4
    d = desk(plan_of(activity("a", NINE, text=text.strip())))
    row = d.model.rows[d.model.line_of("a")]
    lines = d.view.measures.lines(row)
    assert " ".join(lines) == text.strip()
    assert d.view.rowHeight(d.model.line_of("a")) >= len(lines) * theme().line_height("grid")


def test_a_plan_of_a_poi_shows_its_actions_as_headings_too(desk):
    d = desk(plan_of(activity("a", NINE), profile="poi"))
    assert [row.kind for row in d.model.rows] == ["objective", "goal", "activity"]


@pytest.mark.parametrize("size", [(760, 640), (1192, 800)])
def test_an_amount_and_its_sum_are_whole_as_soon_as_they_are_entered(desk, size):
    it = desk(plan_of(activity("a", NINE, NINE), activity("b", position=1)), size=size)
    it.choose_money()
    it.go("a", 1)
    for amount in ("12000", "450.25", "1234567.89"):
        it.type(amount)
        it.press(KEY.Key_Tab)
    line, measures = it.at("a", 1).row(), it.view.measures
    shown = [it.model.shown(line, column, is_upper=False) for column in range(3)]
    assert shown == ["12,000", "450.25", "1,234,567.89"]
    assert max(text_width(words, "label") for words in shown) < measures.column
    assert text_width("1,247,018.14", "strong") < measures.sum
    assert it.view.viewport().rect().contains(it.view.visualRect(it.view.currentIndex()))


def test_the_words_of_an_activity_are_not_broken(desk):
    it = desk(plan_of(activity("a", text="Definir las responsabilidades")), size=(700, 640))
    it.choose_money()
    [line] = [row for row in it.model.rows if row.activity]
    assert "responsabilidades" in " ".join(it.view.measures.lines(line)).split()
