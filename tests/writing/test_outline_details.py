"""The details beside the outline: tied to the row, reached with Tab, and what follows from them."""

from dataclasses import replace

import pytest
from outline_desk import SHIFT, OutlineDesk, full_plan
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from poadesk.plan.model import Activity, MonthRecord
from poadesk.plan.schedule import MARK
from poadesk.widgets.labels import Label
from poadesk.writing.screen.details.panel import DetailsPage
from poadesk.writing.screen.details.sums import sum_words, year_words
from poadesk.writing.screen.details.year import MonthCells, YearOfActivity
from poadesk.writing.screen.goals_screen import GoalsScreen
from poadesk.writing.screen.lines_screen import LinesScreen
from poadesk.writing.screen.objectives_screen import ObjectivesScreen
from poadesk.writing.screen.outline.editor import RowText
from poadesk.writing.screen.outline.levels import ACTIVITY
from poadesk.writing.screen.outline.shape import RowWords, shape_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def goals(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen)
    yield desk
    desk.screen.hide()
    desk.file.close()


@pytest.fixture
def objectives(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, ObjectivesScreen)
    yield desk
    desk.screen.hide()
    desk.file.close()


@pytest.fixture
def lines(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, LinesScreen)
    yield desk
    desk.screen.hide()
    desk.file.close()


def field_of(widget):
    return widget.property("field")


def pages_of(desk):
    return desk.screen.details.findChildren(DetailsPage)


def clear_and_type(desk, text):
    desk.focus.selectAll()
    desk.type(text)
    desk.open_plan.save_waiting()


def test_the_page_of_a_table_is_made_when_its_first_row_is_chosen(goals):
    goals.choose("o1")
    assert [page.table for page in pages_of(goals)] == ["objective"]
    goals.choose("a1")
    goals.choose("o2")
    goals.choose("a2")
    assert [page.table for page in pages_of(goals)] == ["objective", "activity"]
    assert [page.table for page in pages_of(goals) if page.isVisible()] == ["activity"]


def test_tab_goes_through_the_details_in_reading_order_and_on_to_the_next_row(goals):
    goals.write_in("a1")
    seen = []
    for _ in range(7):
        goals.press(Qt.Key.Key_Tab)
        seen.append(field_of(goals.focus))
    assert seen == [
        "unit_of_measure",
        "annual_target_thousandths",
        "responsible",
        "priority",
        "code",
        "category",
        "cost_centre",
    ]
    goals.press(Qt.Key.Key_Tab)
    assert isinstance(goals.focus, RowText)
    assert goals.view.writing.row_id == "a2"


def test_shift_tab_goes_back_to_the_text_and_to_the_row_before(goals):
    goals.write_in("a2")
    goals.press(Qt.Key.Key_Tab)
    goals.press(Qt.Key.Key_Backtab, SHIFT)
    assert goals.view.writing.row_id == "a2"
    goals.press(Qt.Key.Key_Backtab, SHIFT)
    assert goals.chosen == "a1"
    assert field_of(goals.focus) == "cost_centre"


def test_details_are_saved_in_the_row_they_were_typed_for(goals):
    goals.write_in("a2")
    goals.press(Qt.Key.Key_Tab)
    clear_and_type(goals, "llamada")
    goals.press(Qt.Key.Key_Tab)
    clear_and_type(goals, "1,200")
    goals.choose("a1")
    assert goals.row("a2").unit_of_measure == "llamada"
    assert goals.row("a2").annual_target_thousandths == 1_200_000
    assert goals.row("a1").unit_of_measure == "visita"


def test_a_number_that_cannot_be_read_stays_and_is_not_saved(goals):
    goals.screen.jump_to("a1", "annual_target_thousandths")
    clear_and_type(goals, "muchas")
    assert goals.focus.text() == "muchas"
    assert goals.row("a1").annual_target_thousandths == 48_000
    shown = [
        label.text() for label in goals.screen.details.findChildren(QLabel) if label.isVisible()
    ]
    assert any("muchas" in words for words in shown)


def test_units_already_used_are_offered(goals):
    goals.screen.jump_to("a2", "unit_of_measure")
    completer = goals.focus.completer()
    assert completer.model().stringList() == ["visita"]


def test_the_sum_is_compared_with_the_target_in_words(goals):
    goals.choose("a1")
    year = goals.screen.details.findChild(YearOfActivity)
    assert year.words() == "Suma 12: faltan 36 para 48"
    goals.open_plan.set("activity", "a1", "annual_target_thousandths", 12_000)
    assert year.words() == "Suma 12: coincide con la meta anual"
    goals.open_plan.set("activity", "a1", "annual_target_thousandths", 11_000)
    assert year.words() == "Suma 12: sobra 1 de 11"
    goals.open_plan.set("activity", "a1", "annual_target_thousandths", None)
    assert year.words() == "Suma 12; falta escribir la meta anual"
    goals.open_plan.set("activity", "a1", "unit_of_measure", "")
    assert year.words() == "Suma 12, sin unidad de medida"


def test_months_without_a_unit_show_the_quantities_that_the_cronograma_shows(goals):
    goals.choose("a1")
    year = goals.screen.details.findChild(YearOfActivity)
    goals.open_plan.set("activity", "a1", "unit_of_measure", "")
    goals.open_plan.set("activity", "a1", "annual_target_thousandths", None)
    assert year.findChild(MonthCells).accessibleName() == "Cronograma: marzo 12"
    assert year_words(goals.row("a1")) == "12"


def test_months_with_1_and_no_unit_are_marked_with_x():
    months = [
        MonthRecord(id=f"m{at}", month=f"2027-0{at}", planned_thousandths=MARK) for at in (1, 3)
    ]
    marked = Activity(id="a", months=tuple(months))
    assert sum_words(marked) == ("2 meses marcados con X", "")
    assert year_words(marked) == "2 meses"


def test_the_year_at_the_right_of_a_row_is_in_words(goals):
    assert year_words(goals.row("a1")) == "48 visitas"
    assert year_words(goals.row("a2")) == ""
    assert sum_words(goals.row("a2")) == ("Todavía no hay meses marcados.", "")


@pytest.mark.parametrize(
    ("row_id", "field"),
    [("a1", "unit_of_measure"), ("a1", "responsible"), ("g1", "period_text"), ("o1", "code")],
)
def test_a_jump_puts_the_focus_on_the_very_field(goals, row_id, field):
    goals.screen.jump_to(row_id, field)
    assert goals.chosen == row_id
    assert field_of(goals.focus) == field


def test_a_jump_to_a_text_writes_in_it_even_when_its_goal_is_closed(goals):
    goals.view.collapse(goals.view.rows.index_of("g1"))
    goals.screen.jump_to("a2", "text")
    assert isinstance(goals.focus, RowText)
    assert goals.view.writing.row_id == "a2"


def test_a_jump_to_missing_activities_goes_to_the_row_that_adds_them(goals):
    goals.screen.jump_to("g2", "activities")
    assert goals.view.currentIndex().data() == "Agregar actividad a la meta 1.2"
    assert goals.focus is goals.view


@pytest.mark.parametrize(("kind", "asked"), [("poa", False), ("poi", True)])
def test_aggregation_is_asked_for_in_the_plan_of_the_poi_alone(qtbot, tmp_path, kind, asked):
    plan = replace(full_plan(), profile=kind)
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, plan=plan)
    desk.choose("a1")
    boxes = desk.screen.details.findChildren(QComboBox)
    assert any(field_of(box) == "aggregation" and box.isVisible() for box in boxes) is asked
    desk.screen.hide()
    desk.file.close()


def test_an_objective_is_tied_to_strategic_lines_with_boxes(objectives):
    objectives.choose("o2")
    boxes = objectives.screen.details.findChildren(QCheckBox)
    assert [box.accessibleName() for box in boxes] == ["1. Finanzas", "2. Servicios"]
    objectives.qtbot.mouseClick(boxes[1], Qt.MouseButton.LeftButton, pos=boxes[1].rect().center())
    assert [tie.strategic_line_id for tie in objectives.row("o2").lines] == ["l2"]
    assert objectives.file.journal.next_undo().label == (
        "Unir el objetivo 2 con la línea estratégica 2"
    )
    objectives.open_plan.undo()
    assert not boxes[1].isChecked()
    assert objectives.row("o2").lines == ()


def test_objectives_are_one_level_and_enter_adds_another(objectives):
    objectives.write_in("o1")
    objectives.enter()
    objectives.type("Ordenar el archivo")
    objectives.open_plan.save_waiting()
    assert [row.text for row in objectives.plan.objectives] == [
        "Recuperar la mora",
        "Ordenar el archivo",
        "Atender sin demora",
    ]
    assert objectives.view.rows.rowCount(objectives.view.rows.index_of("o1")) == 0


def test_lines_are_written_with_their_source_and_objective(lines):
    lines.screen.jump_to("plan", "strategy_source")
    clear_and_type(lines, "Plan del municipio")
    lines.screen.jump_to("l1", "objective")
    clear_and_type(lines, "Ingresos que alcancen")
    assert lines.plan.strategy_source == "Plan del municipio"
    assert lines.row("l1").objective == "Ingresos que alcancen"


def test_programmes_are_added_written_and_ordered(lines):
    lines.screen.jump_to("p1", "name")
    lines.enter()
    new = lines.row("l1").programmes[1].id
    lines.screen.jump_to(new, "name")
    lines.type("Ventanilla nueva")
    lines.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert [row.name for row in lines.row("l1").programmes] == ["Ventanilla nueva", "Cobro justo"]
    lines.screen.jump_to("p1", "code")
    lines.type("1.2")
    lines.open_plan.save_waiting()
    assert lines.row("p1").code == "1.2"


def test_a_programme_moves_to_another_line_and_can_be_deleted(lines):
    lines.choose("l1")
    programmes = lines.screen.programmes
    menu = programmes.menu_for("p1")
    lines.pick(menu, "Mover a la línea 2")
    assert [row.id for row in lines.row("l2").programmes] == ["p1"]
    lines.choose("l2")
    with lines.qtbot.waitSignal(lines.screen.notice):
        lines.pick(programmes.menu_for("p1"), "Borrar")
    assert lines.row("l2").programmes == ()


def test_deleting_a_line_tells_of_its_programme(lines):
    lines.choose("l1")
    with lines.qtbot.waitSignal(lines.screen.notice) as told:
        lines.press(Qt.Key.Key_Delete)
    assert told.args == ["Se borró la línea estratégica 1 con su programa"]


def test_screens_tell_the_keys_that_work_on_the_chosen_row(goals):
    goals.choose("a1")
    assert ("Enter", "otra actividad") in goals.screen.hints
    goals.choose("o1")
    assert ("Ctrl+Enter", "meta dentro") in goals.screen.hints


def test_the_heading_counts_what_the_plan_has(goals):
    words = [label.text() for label in goals.screen.findChildren(QLabel)]
    assert "2 objetivos · 3 metas · 4 actividades" in words


def test_a_read_only_plan_keeps_its_boxes_and_fields_as_they_are(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, ObjectivesScreen, read_only=True)
    desk.choose("o1")
    assert not any(box.isEnabled() for box in desk.screen.details.findChildren(QCheckBox))
    assert all(field.isReadOnly() for field in desk.screen.details.findChildren(QLineEdit))
    desk.file.close()


@pytest.mark.parametrize("row_id", ["o1", "g1", "a1"])
def test_no_words_of_the_details_are_cut(goals, row_id):
    goals.choose(row_id)
    words = [
        label
        for label in goals.screen.details.findChildren(Label)
        if label.isVisible() and label.wordWrap()
    ]
    assert words
    goals.qtbot.waitUntil(
        lambda: all(label.height() >= label.heightForWidth(label.width()) for label in words)
    )


def test_a_row_whose_year_contradicts_itself_carries_a_sign(goals):
    node = goals.view.rows.node(goals.view.rows.index_of("a1"))
    goals.qtbot.waitUntil(lambda: goals.view.is_warned(node))
    goals.open_plan.set("activity", "a1", "annual_target_thousandths", 12_000)
    goals.qtbot.waitUntil(lambda: not goals.view.is_warned(node))


def test_in_a_narrow_window_the_year_stands_below_the_text(goals):
    words = RowWords("1.1.1", "Visitar negocios con deuda", "48 visitas")
    wide = shape_of(ACTIVITY, words, 600, 0, signed=False)
    narrow = shape_of(ACTIVITY, words, 330, 0, signed=False)
    assert wide.year.left() > wide.text.right()
    assert narrow.year.top() > narrow.text.bottom()
    assert narrow.text.width() > 180
    assert narrow.height > narrow.year.bottom()
