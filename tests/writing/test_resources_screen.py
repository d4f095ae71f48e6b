"""Recursos e indicadores: rows below the chosen goal, with what they cost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from typing_keys import CONTROL, Key, button, click, focused, press, replace_text, type_words

from poadesk.plan.model import Goal, Indicator, Objective, Plan, Resource
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.labels import Label

ALT = Qt.KeyboardModifier.AltModifier
PLAN = Plan(
    id="plan",
    objectives=(
        Objective(
            id="objective",
            text="Calles limpias",
            goals=(
                Goal(
                    id="sweep",
                    text="Barrer a diario",
                    resources=(
                        Resource(
                            id="brooms",
                            kind="Materiales",
                            text="Escobas",
                            quantity_thousandths=10_000,
                            unit_cost_cents=250,
                        ),
                        Resource(id="crew", position=1, kind="Personal", text="Barrenderos"),
                    ),
                    indicators=(Indicator(id="blocks", text="Cuadras barridas"),),
                ),
                Goal(id="river", position=1, text="Cuidar el río"),
            ),
        ),
    ),
)


@pytest.fixture
def window(open_window, plan_file):
    window = open_window(plan_file(PLAN), step="resources")
    return window


@pytest.fixture
def screen(window):
    return window.view.screen_of("resources")


def goal(window, at: int = 0) -> Goal:
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        return file.read()[0].objectives[0].goals[at]


def resources(window, at: int = 0) -> list[str]:
    return [resource.text for resource in goal(window, at).resources]


def test_a_resource_is_written_from_field_to_field_with_tab(window, screen):
    click(button(screen, "Agregar recurso"))
    for words in ("Equipo", "Carretillas", "3", "41.50"):
        type_words(words)
        press(Key.Key_Tab)
    assert goal(window).resources[2] == Resource(
        id=goal(window).resources[2].id,
        position=2,
        kind="Equipo",
        text="Carretillas",
        quantity_thousandths=3_000,
        unit_cost_cents=4_150,
    )


def test_tab_leads_from_a_new_resource_to_the_indicators(window, screen):
    screen.jump_to("river", "")
    click(button(screen, "Agregar recurso"))
    for words in ("Equipo", "Lancha", "1", "900"):
        type_words(words)
        press(Key.Key_Tab)
    assert focused() is button(screen, "Agregar recurso")
    press(Key.Key_Tab)
    assert focused() is button(screen, "Agregar indicador")


def test_enter_adds_the_next_resource(window, screen):
    screen.jump_to("brooms", "text")
    press(Key.Key_Return)
    type_words("Materiales")
    press(Key.Key_Tab)
    type_words("Guantes")
    press(Key.Key_Tab)
    assert resources(window) == ["Escobas", "Guantes", "Barrenderos"]


def test_keys_move_copy_and_delete(window, screen):
    screen.jump_to("brooms", "text")
    press(Key.Key_Down, CONTROL)
    assert resources(window) == ["Barrenderos", "Escobas"]
    press(Key.Key_D, CONTROL)
    assert resources(window) == ["Barrenderos", "Escobas", "Escobas"]
    press(Key.Key_Delete, CONTROL)
    assert resources(window) == ["Barrenderos", "Escobas"]
    assert focused().property("field") == "kind"


@pytest.mark.parametrize("field", ["kind", "text", "quantity_thousandths", "unit_cost_cents"])
def test_the_focus_goes_with_a_moved_row_and_stays_in_its_field(window, screen, field):
    screen.jump_to("brooms", field)
    editor = focused()
    for key, texts in (
        (Key.Key_Down, ["Barrenderos", "Escobas"]),
        (Key.Key_Up, ["Escobas", "Barrenderos"]),
    ):
        press(key, CONTROL)
        assert resources(window) == texts
        assert focused() is editor
    assert editor.property("field") == field


def test_alt_and_an_arrow_go_to_the_same_list_of_the_next_goal(window, screen):
    screen.jump_to("brooms", "text")
    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert screen.goals.goal_id() != goal(window).id
    assert screen.detail.resources.isAncestorOf(focused())
    press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert screen.goals.goal_id() == goal(window).id
    assert screen.detail.resources.rows[0].isAncestorOf(focused())


def test_deleting_the_last_indicator_keeps_the_focus_and_undo_returns_to_it(window, screen):
    screen.jump_to("blocks", "formula")
    press(Key.Key_Delete, CONTROL)
    assert focused() is screen.detail.indicators.add_button
    window.open_plan.undo()
    assert focused().toPlainText() == "Cuadras barridas"


def test_backspace_spares_a_row_that_holds_unreadable_text(window, screen):
    click(button(screen, "Agregar recurso"))
    screen.detail.resources.rows[2].editors[2].setFocus()
    type_words("doce")
    screen.detail.resources.rows[2].editors[0].setFocus()
    press(Key.Key_Backspace)
    assert len(resources(window)) == 3
    assert screen.detail.resources.rows[2].editors[2].text() == "doce"


def test_unreadable_text_comes_back_with_its_goal(window, screen):
    screen.jump_to("crew", "quantity_thousandths")
    replace_text("doce")
    press(Key.Key_Down, ALT)
    assert screen.goals.goal_id() == "river"
    press(Key.Key_Up, ALT)
    editor = screen.detail.resources.rows[1].editors[2]
    assert editor.text() == "doce"
    assert goal(window).resources[1].quantity_thousandths is None


def test_totals_follow_what_is_typed(window, screen):
    assert screen.detail._total.text() == "Total de la meta  $25.00"
    assert "el plan cuesta $25.00" in screen._subtitle.text()
    screen.jump_to("crew", "quantity_thousandths")
    replace_text("2")
    press(Key.Key_Tab)
    replace_text("300")
    press(Key.Key_Tab)
    assert screen.detail.resources.rows[1]._total.text() == "$600.00"
    assert screen.detail._total.text() == "Total de la meta  $625.00"
    window.open_plan.undo()
    assert screen.detail._total.text() == "Total de la meta  $25.00"


def test_the_menu_moves_a_resource_to_another_goal(window, screen):
    menu = screen.detail.resources.menu_for("brooms")
    [move] = [action for action in menu.actions() if action.text() == "Pasar a la meta 1.2"]
    move.trigger()
    assert resources(window) == ["Barrenderos"]
    assert resources(window, 1) == ["Escobas"]
    window.open_plan.undo()
    assert resources(window) == ["Escobas", "Barrenderos"]


def test_an_indicator_is_written(window, screen):
    click(button(screen, "Agregar indicador"))
    type_words("Kilos recogidos")
    press(Key.Key_Tab)
    type_words("kilos ÷ días")
    press(Key.Key_Tab)
    written = goal(window).indicators[1]
    assert (written.text, written.formula) == ("Kilos recogidos", "kilos ÷ días")


@pytest.mark.parametrize(
    ("row_id", "field"),
    [("crew", "unit_cost_cents"), ("brooms", "text"), ("blocks", "means_of_verification")],
)
def test_a_jump_focuses_the_very_field(screen, row_id, field):
    screen.jump_to("river", "resources")
    screen.jump_to(row_id, field)
    assert focused().property("field") == field
    lists = (screen.detail.resources, screen.detail.indicators)
    row = next(row for rows in lists for row in rows.rows if row.row_id == row_id)
    assert row.isAncestorOf(focused())


def test_a_jump_to_what_is_missing_goes_where_it_is_added(screen):
    screen.jump_to("river", "indicators")
    assert screen.goals.goal_id() == "river"
    assert focused() is screen.detail.indicators.add_button


def test_arrows_in_the_list_choose_the_goal(window, screen):
    press(Key.Key_Down)
    assert screen.detail._text.text() == "Cuidar el río"
    assert screen.detail.resources.rows == []


def test_a_goal_deleted_elsewhere_is_followed_by_another(window, screen):
    from poadesk.writing import edits

    window.open_plan.act(
        "Borrar",
        lambda step, plan: edits.delete(
            step, plan, plan.objectives[0], plan.objectives[0].goals[0]
        ),
    )
    assert screen.goals.goal_id() == "river"
    assert screen.detail._text.text() == "Cuidar el río"


def test_without_goals_the_screen_leads_to_them(open_window, plan_file):
    window = open_window(plan_file(Plan(id="plan")), step="resources")
    screen = window.view.screen_of("resources")
    click(button(screen, "Ir a Metas y actividades"))
    assert window.view.step == "goals"


def test_the_state_of_a_goal_follows(window, screen):
    assert [entry.state for entry in screen.goals._model.rows] == ["", "complete", "empty"]
    screen.jump_to("river", "indicators")
    press(Key.Key_Space)
    assert [entry.state for entry in screen.goals._model.rows] == ["", "complete", "empty"]
    assert screen._subtitle.text().startswith("A una de las 2 metas le falta indicador")
    type_words("Metros limpios")
    window.open_plan.save_waiting()
    assert [entry.state for entry in screen.goals._model.rows] == ["", "complete", "started"]
    assert screen._subtitle.text().startswith("Todas las metas tienen indicador")


def test_what_is_wrong_in_a_narrow_cell_is_said_along_the_row(window, screen):
    screen.jump_to("brooms", "quantity_thousandths")
    cell = focused()
    replace_text("20 galones")
    press(Key.Key_Tab)
    [sentence] = [one for one in screen.findChildren(Label) if "no es un número" in one.text()]
    assert sentence.isVisible()
    assert sentence.width() > 3 * cell.width()


def test_the_heading_of_a_plan_with_one_goal_speaks_of_one(open_window, plan_file):
    alone = Objective(id="o", text="Calles", goals=(Goal(id="g", text="Barrer"),))
    window = open_window(plan_file(Plan(id="plan", objectives=(alone,))), step="resources")
    assert window.view.screen_of("resources")._subtitle.text().startswith("Falta el indicador")


def test_amounts_and_totals_are_shown_whole(window, screen, qtbot):
    screen.jump_to("crew", "quantity_thousandths")
    replace_text("12")
    press(Key.Key_Tab)
    replace_text("1234567.89")
    press(Key.Key_Tab)
    kind, _, _, cost = screen.detail.resources.rows[1].editors
    total = screen.detail.resources.rows[1]._total
    assert (cost.text(), total.text()) == ("1,234,567.89", "$14,814,814.68")
    qtbot.waitUntil(lambda: total.width() >= total.sizeHint().width())
    for editor in (kind, cost):
        assert room_in(editor) > editor.fontMetrics().horizontalAdvance(editor.text())
    heading = screen.detail._headings.cells["unit_cost_cents"]
    assert heading.mapToGlobal(QPoint()).x() == cost.mapToGlobal(QPoint()).x()


def test_where_amounts_leave_no_room_the_goals_stand_above(open_window, plan_file):
    window = open_window(plan_file(PLAN), width=1024, height=700, step="resources")
    screen = window.view.screen_of("resources")
    assert screen._split.orientation() == Qt.Orientation.Horizontal
    screen.jump_to("brooms", "unit_cost_cents")
    replace_text("999999999.99")
    press(Key.Key_Tab)
    assert screen._split.orientation() == Qt.Orientation.Vertical


def room_in(editor) -> int:
    option = QStyleOptionFrame()
    editor.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    return editor.style().subElementRect(part, option, editor).width() - 4  # Qt's own margin


def in_sight(screen, qtbot) -> None:
    def is_seen() -> bool:
        view, editor = screen.detail.viewport(), focused()
        area = QRect(editor.mapTo(view, QPoint(0, 0)), editor.size())
        return view.rect().contains(area)

    qtbot.waitUntil(is_seen)


def test_what_takes_the_focus_comes_into_sight(window, screen, qtbot):
    window.resize(1024, 700)
    screen.jump_to("blocks", "text")
    for _ in range(3):
        press(Key.Key_Return)
        in_sight(screen, qtbot)
    press(Key.Key_Down, ALT)
    in_sight(screen, qtbot)
    press(Key.Key_Up, ALT)
    in_sight(screen, qtbot)


def test_the_hints_name_what_enter_begins_here(window, screen):
    screen.jump_to("blocks", "text")
    assert screen.hints[0] == ("Enter", "otro indicador")
    screen.jump_to("brooms", "text")
    assert screen.hints[0] == ("Enter", "otro recurso")
    screen.detail.indicators.add_button.setFocus()
    assert screen.hints[0] == ("Enter", "agregar indicador")
    screen.goals.setFocus()
    assert "Enter" not in dict(screen.hints)
