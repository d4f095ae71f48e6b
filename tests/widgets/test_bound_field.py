"""Fields tied to the file: nothing typed is lost, nothing that was only looked at is rewritten."""

from __future__ import annotations

import sqlite3
import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_keys import CONTROL, Key, press, replace_text, type_words

from poadesk.plan.model import Activity, Goal, Objective, Plan, Resource, SwotItem
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.bound_field import BoundField, cell_editor, field_editor
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.saving_pause import LONGEST_UNSAVED, PAUSE_BEFORE_SAVING

PLAN = Plan(
    id="plan",
    entity="Alcaldía",
    unit="Aseo",
    introduction="Primera línea\r\nsegunda\u2029tercera",
    year_label="2027",
    objectives=(
        Objective(
            id="objective",
            goals=(
                Goal(
                    id="goal",
                    activities=(Activity(id="activity", text="Barrer", priority="high"),),
                    resources=(
                        Resource(id="one", text="Escobas", quantity_thousandths=12_000),
                        Resource(id="two", position=1, text="Palas"),
                    ),
                ),
            ),
        ),
    ),
    swot_items=(SwotItem(id="item", text="Camión propio"),),
)


class Desk(QWidget):
    """A few fields of one plan, one under the other."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self.open_plan = open_plan
        self.frames = {}
        self.fields = {}
        self._column = QVBoxLayout(self)

    def add(self, table: str, field: str, row_id: str, make=field_editor):
        frame = self.frames[field] = make(table, field)
        bound = self.fields[field] = BoundField(frame, self.open_plan, table, field)
        self._column.addWidget(frame)
        bound.bind(row_id)
        return frame.editor


@pytest.fixture
def path(plan_file):
    return plan_file(PLAN)


@pytest.fixture
def desk_on(qtbot, themed_app):
    made = []

    def make(path, read_only: bool = False) -> Desk:
        desk = Desk(OpenPlan(PlanFile.open(path, read_only=read_only)))
        made.append(desk)
        qtbot.addWidget(desk)
        desk.add("plan", "entity", "plan")
        desk.add("plan", "unit", "plan")
        with qtbot.waitActive(desk):
            desk.show()
            desk.activateWindow()
        desk.frames["entity"].editor.setFocus()
        return desk

    yield make
    for desk in made:
        desk.open_plan.close()


@pytest.fixture
def desk(desk_on, path):
    return desk_on(path)


def stored(path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def steps(desk: Desk) -> list[str]:
    return [done.label for done in desk.open_plan.file.journal.steps()]


def write_from_elsewhere(path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE plan SET place = 'Otro lugar', unit = 'Aseo Urbano'")
    other.commit()
    other.close()


def test_typing_is_saved_after_a_pause_without_leaving_the_field(desk, qtbot, path):
    with qtbot.waitSignal(desk.open_plan.saved):
        replace_text("Alcaldía de Río Hondo")
    assert stored(path).entity == "Alcaldía de Río Hondo"


def test_who_types_without_a_pause_is_saved_all_the_same(desk, qtbot, path):
    begun = time.monotonic()
    saved: list[float] = []
    desk.open_plan.saved.connect(lambda: saved.append(time.monotonic()))
    while not saved and time.monotonic() < begun + 3 * LONGEST_UNSAVED / 1000:
        type_words("a")
        qtbot.wait(PAUSE_BEFORE_SAVING // 4)
    assert saved
    assert stored(path).entity.startswith("a")
    type_words("b")
    assert "b" not in stored(path).entity, "the next letters wait for their own pause"


def test_typing_is_saved_when_the_focus_leaves(desk, path):
    replace_text("Alcaldía de Añil")
    press(Key.Key_Tab)
    assert stored(path).entity == "Alcaldía de Añil"


@pytest.mark.parametrize("field", ["entity", "introduction"])
def test_a_field_that_is_deleted_with_the_focus_in_it_breaks_nothing(desk, field, path, qtbot):
    if field not in desk.frames:
        desk.add("plan", field, "plan")
    editor = desk.frames[field].editor
    editor.setFocus()
    assert editor.hasFocus()
    desk.frames[field].deleteLater()
    qtbot.wait(10)
    assert stored(path) == PLAN


def test_what_was_just_typed_is_saved_when_the_field_is_hidden_and_deleted(desk, path, qtbot):
    replace_text("Alcaldía de Añil")
    desk.hide()
    desk.frames["entity"].deleteLater()
    qtbot.wait(10)
    assert stored(path).entity == "Alcaldía de Añil"


def test_typing_is_saved_when_saving_is_wanted(desk, path):
    replace_text("Ya")
    desk.open_plan.save_waiting()
    assert stored(path).entity == "Ya"


def test_typing_in_one_field_is_one_step(desk):
    before = len(steps(desk))
    for words in ("uno", " dos", " tres"):
        type_words(words)
        desk.open_plan.save_waiting()
    assert len(steps(desk)) == before + 1
    desk.open_plan.undo()
    assert desk.frames["entity"].editor.text() == "Alcaldía"


def test_ctrl_z_first_takes_back_typing_that_is_not_saved(desk):
    type_words("X")
    press(Key.Key_Z, CONTROL)
    assert desk.frames["entity"].editor.text() == "Alcaldía"
    assert steps(desk) == []


def test_undo_and_redo_show_the_field_again(desk):
    replace_text("Otra")
    press(Key.Key_Tab)
    desk.open_plan.undo()
    assert desk.frames["entity"].editor.text() == "Alcaldía"
    desk.open_plan.redo()
    assert desk.frames["entity"].editor.text() == "Otra"


def test_two_editors_of_one_field_show_the_same(desk):
    second = field_editor("plan", "entity")
    BoundField(second, desk.open_plan, "plan", "entity").bind("plan")
    replace_text("La misma")
    desk.open_plan.save_waiting()
    assert second.editor.text() == "La misma"


@pytest.mark.parametrize(
    ("table", "field", "row_id", "text"),
    [("resource", "quantity_thousandths", "one", "doce"), ("plan", "year_label", "plan", "dos 27")],
)
def test_unreadable_text_stays_marked_and_unsaved(desk, path, table, field, row_id, text):
    editor = desk.add(table, field, row_id)
    editor.setFocus()
    replace_text(text)
    press(Key.Key_Tab)
    assert editor.text() == text
    assert "Aún no se guardó" in desk.frames[field].error()
    assert stored(path) == desk.open_plan.plan
    assert steps(desk) == []


def test_what_can_be_read_again_loses_its_mark(desk, path):
    editor = desk.add("resource", "quantity_thousandths", "one")
    editor.setFocus()
    replace_text("doce")
    desk.open_plan.save_waiting()
    replace_text("2400")
    press(Key.Key_Tab)
    assert desk.frames["quantity_thousandths"].error() == ""
    assert editor.text() == "2,400"
    assert desk.open_plan.row("one").quantity_thousandths == 2_400_000
    assert desk.open_plan.unsaved == {}


def test_typing_back_what_the_file_holds_takes_the_mark_away(desk):
    editor = desk.add("resource", "quantity_thousandths", "one")
    editor.setFocus()
    replace_text("doce")
    desk.open_plan.save_waiting()
    replace_text("12")
    press(Key.Key_Tab)
    assert desk.frames["quantity_thousandths"].error() == ""
    assert desk.open_plan.unsaved == {}


def test_unreadable_text_comes_back_with_its_row(desk):
    editor = desk.add("resource", "quantity_thousandths", "one")
    field = desk.fields["quantity_thousandths"]
    editor.setFocus()
    replace_text("doce")
    field.bind("two")
    assert editor.text() == ""
    assert desk.frames["quantity_thousandths"].error() == ""
    field.bind("one")
    assert editor.text() == "doce"
    assert desk.frames["quantity_thousandths"].error()


def test_unreadable_text_comes_back_in_another_editor_of_its_row(desk):
    editor = desk.add("resource", "quantity_thousandths", "one", cell_editor)
    editor.setFocus()
    replace_text("doce")
    desk.open_plan.save_waiting()
    later = cell_editor("resource", "quantity_thousandths")
    BoundField(later, desk.open_plan, "resource", "quantity_thousandths").bind("one")
    assert later.editor.text() == "doce"


def test_unreadable_text_outlives_an_undo_of_its_field(desk):
    editor = desk.add("resource", "quantity_thousandths", "one")
    editor.setFocus()
    replace_text("15")
    desk.open_plan.save_waiting()
    replace_text("quince")
    desk.open_plan.undo()
    assert editor.text() == "quince"
    assert desk.open_plan.row("one").quantity_thousandths == 12_000


@pytest.mark.parametrize("field", ["introduction", "unit"])
def test_a_field_that_was_only_looked_at_is_not_rewritten(desk, path, field):
    editor = desk.add("plan", field, "plan")
    editor.setFocus()
    press(Key.Key_Tab)
    desk.open_plan.save_waiting()
    assert steps(desk) == []
    assert stored(path) == PLAN


def test_a_choice_is_saved_at_once(desk, path):
    editor = desk.add("activity", "priority", "activity")
    editor.setFocus()
    press(Key.Key_Down)
    assert stored(path).objectives[0].goals[0].activities[0].priority == "medium"


def test_a_wheel_turned_in_passing_changes_no_choice(desk, path):
    editor = desk.add("activity", "priority", "activity")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(editor.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor, wheel)
    assert stored(path).objectives[0].goals[0].activities[0].priority == "high"


def test_a_plan_opened_to_read_takes_no_typing(desk_on, path):
    desk = desk_on(path, read_only=True)
    type_words("nada")
    choice = desk.add("activity", "priority", "activity")
    press(Key.Key_Tab)
    assert desk.frames["entity"].editor.text() == "Alcaldía"
    assert not choice.isEnabled()
    assert stored(path) == PLAN


def test_text_that_the_disk_does_not_take_stays_and_is_told(desk, path, qtbot):
    write_from_elsewhere(path)
    replace_text("Alcaldía Nueva")
    with qtbot.waitSignal(desk.open_plan.save_failed) as failed:
        desk.open_plan.save_waiting()
    assert failed.args[0].kind == "changed"
    assert desk.frames["entity"].editor.text() == "Alcaldía Nueva"
    assert desk.frames["entity"].error()
    assert stored(path).entity == "Alcaldía"


def test_a_full_disk_leaves_the_text_and_another_place_takes_it(desk, path, tmp_path, qtbot):
    editor = desk.add("plan", "introduction", "plan")
    database = desk.open_plan.file._db
    [pages] = database.execute("PRAGMA page_count").fetchone()
    database.execute(f"PRAGMA max_page_count = {pages}")
    editor.setFocus()
    words = "Una introducción muy larga. " * 2_000
    editor.insertPlainText(words)
    with qtbot.waitSignal(desk.open_plan.save_failed) as failed:
        press(Key.Key_Tab)
    assert failed.args[0].kind == "full"
    assert words in editor.toPlainText()
    desk.open_plan.move_to(tmp_path / "otro.sqlite")
    assert words in stored(tmp_path / "otro.sqlite").introduction
    assert desk.frames["introduction"].error() == ""


def test_in_another_place_everything_typed_is_saved_and_work_goes_on(desk, path, tmp_path):
    editor = desk.add("resource", "text", "one")
    write_from_elsewhere(path)
    replace_text("Alcaldía Nueva")
    editor.setFocus()
    replace_text("Escobas de palma")
    desk.fields["text"].bind("two")  # the row goes out of sight before it could be saved
    target = tmp_path / "otro.sqlite"
    desk.open_plan.move_to(target)
    plan = stored(target)
    assert plan.entity == "Alcaldía Nueva"
    assert plan.objectives[0].goals[0].resources[0].text == "Escobas de palma"
    assert desk.open_plan.unsaved == {}
    desk.frames["entity"].editor.setFocus()
    replace_text("Sigue")
    press(Key.Key_Tab)
    assert stored(target).entity == "Sigue"


def test_in_another_place_what_somebody_else_wrote_is_shown(desk, path, tmp_path):
    write_from_elsewhere(path)
    replace_text("Alcaldía Nueva")
    desk.open_plan.save_waiting()
    desk.open_plan.move_to(tmp_path / "otro.sqlite")
    assert desk.frames["unit"].editor.text() == "Aseo Urbano"
    assert desk.open_plan.plan.place == "Otro lugar"


def test_an_example_in_a_field_says_that_it_is_one(qtbot):
    frame = field_editor("activity", "unit_of_measure")
    qtbot.addWidget(frame)
    assert frame.editor.placeholderText() == "Ej.: aviso"
    without = field_editor("plan", "place")
    qtbot.addWidget(without)
    assert without.editor.placeholderText() == ""
