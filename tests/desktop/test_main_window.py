"""The window around a plan: menus, keys, what is remembered and what is told."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import subprocess
import sys
import textwrap
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_keys import (
    CONTROL,
    Key,
    choose,
    choose_file,
    click,
    focused,
    press,
    replace_text,
    type_words,
    while_asked,
)

from poadesk.desktop.error_report import ErrorReport
from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.places import log_path
from poadesk.desktop.recent import recent_plans
from poadesk.plan.model import Plan
from poadesk.plan.step_names import STEPS
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.dialogs import tell
from poadesk.widgets.theme import DARK, theme
from poadesk.writing.example import example_plan

PLAN = Plan(id="plan", entity="Alcaldía", unit="Aseo & Ornato", year_label="2027")


@pytest.fixture
def path(plan_file):
    return plan_file(PLAN)


@pytest.fixture
def window(open_window, path):
    return open_window(path)


def stored(path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def write_from_elsewhere(path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE plan SET place = 'Otro lugar'")
    other.commit()
    other.close()


def action(window, words: str):
    return window.menus.actions_by_words[words]


@pytest.mark.parametrize("number", range(1, 10))
def test_ctrl_and_a_number_shows_the_step(window, number):
    QTest.keyClick(window, Key(Key.Key_0 + number), CONTROL)
    assert window.view.step == STEPS[number - 1].key
    assert window.view.step_list.selected() == window.view.step
    assert window.isAncestorOf(focused())


@pytest.mark.parametrize(("key", "step"), [(Key.Key_0, "tracking"), (Key.Key_I, "reports")])
def test_the_steps_of_the_year_that_runs_have_keys_of_their_own(window, key, step):
    QTest.keyClick(window, key, CONTROL)
    assert window.view.step == window.view.step_list.selected() == step
    assert window.isAncestorOf(focused())


def test_the_steps_of_the_year_that_runs_are_not_counted_among_the_nine(window, qtbot):
    rows = [row for row in window.view.step_list._steps.rows if not isinstance(row, str)]
    follow = [row.spoken() for row in rows[len(STEPS) :]]
    assert follow == ["Entregar", "Seguimiento", "Informes"]
    window.show_step("tracking")
    foot = window.view._foot._segments
    counted = re.compile(r"\d de 9 pasos completos")
    qtbot.waitUntil(lambda: counted.fullmatch(foot.accessibleName()) is not None)


def test_a_screen_may_say_at_the_foot_how_far_its_own_work_is(window, qtbot):
    window.view.screen_of("reports").set_foot("27 de 30 al corriente", 0.9)
    foot = window.view._foot._segments
    qtbot.waitUntil(lambda: "pasos completos" in foot.accessibleName())
    window.show_step("reports")
    assert foot.accessibleName() == "27 de 30 al corriente"
    window.show_step("swot")
    assert "pasos completos" in foot.accessibleName()


def test_the_menus_speak_spanish(window):
    titles = [entry.text() for entry in window.menus.bar.actions()]
    assert titles == ["&Archivo", "&Editar", "&Ver", "&Ir", "A&yuda"]
    english = re.compile(r"\b(file|open|save|undo|redo|print|view|help|quit)\b", re.IGNORECASE)
    assert [words for words in window.menus.actions_by_words if english.search(words)] == []


def test_no_two_entries_have_the_same_keys(window):
    keys = [key.toString() for a in window.menus.actions_by_words.values() for key in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_undo_and_redo_are_named_and_work_from_the_keyboard(window, path):
    replace_text("Alcaldía de Río Claro")
    press(Key.Key_Tab)
    undo = action(window, "Deshacer")
    assert undo.text() == "Deshacer “Escribir en el plan”"
    press(Key.Key_Z, CONTROL)
    assert stored(path).entity == "Alcaldía"
    assert action(window, "Rehacer").text() == "Rehacer “Escribir en el plan”"
    press(Key.Key_Y, CONTROL)
    assert stored(path).entity == "Alcaldía de Río Claro"


def test_the_window_says_when_it_was_saved(window):
    assert window.menus._saved.text() == "Todo está guardado"
    replace_text("Otra")
    press(Key.Key_Tab)
    assert re.fullmatch(r"Guardado \d\d:\d\d", window.menus._saved.text())


def test_what_needs_a_plan_is_greyed_out_without_one(open_window):
    window = open_window(None)
    needing = ("Guardar una copia…", "Imprimir…", "Cerrar el plan", "Deshacer", "FODA")
    assert [words for words in needing if action(window, words).isEnabled()] == []
    assert action(window, "Nuevo plan…").isEnabled()


def test_ctrl_w_closes_the_plan_and_saves_what_was_typed(window, path):
    replace_text("Antes de cerrar")
    press(Key.Key_W, CONTROL)
    assert window.open_plan is None
    assert stored(path).entity == "Antes de cerrar"
    with PlanFile.open(path):
        pass  # nobody holds it any more


def test_closing_the_window_saves_what_was_typed(window, path):
    replace_text("Antes de salir")
    window.close()
    assert stored(path).entity == "Antes de salir"


def test_the_title_names_the_plan(window):
    assert window.windowTitle() == "POA 2027 Aseo & Ornato — poadesk"


def test_the_title_follows_the_unit_as_it_is_written(window):
    press(Key.Key_Tab)
    replace_text("Parques")
    press(Key.Key_Tab)
    assert window.windowTitle() == "POA 2027 Parques — poadesk"
    window.show_start()
    assert recent_plans()[0].unit == "Parques"


def test_text_size_colours_and_place_are_remembered(window, open_window, path, qtbot):
    QTest.keyClick(window, Key.Key_Plus, CONTROL)
    action(window, "Colores oscuros").trigger()
    window.resize(960, 650)
    qtbot.waitUntil(lambda: window.view is not None and window.view.isVisible())
    scale = theme().scale
    assert scale > 1.0
    window.close()
    theme().set_scale(1.0)
    theme().set_dark(None)
    again = MainWindow()
    qtbot.addWidget(again)
    assert theme().scale == scale
    assert theme().tokens is DARK
    assert (again.width(), again.height()) == (960, 650)
    assert action(again, "Colores oscuros").isChecked()


def test_settings_that_cannot_be_read_count_as_none(qtbot, themed_app):
    from poadesk.desktop.places import settings

    settings().setValue("look/scale", "enorme")
    settings().setValue("look/colors", "azul")
    settings().setValue("window/geometry", "aquí")
    settings().sync()
    window = MainWindow()
    qtbot.addWidget(window)
    assert theme().scale == 1.0


def test_another_text_size_keeps_the_step_and_what_was_typed(window, path, qtbot):
    QTest.keyClick(window, Key.Key_2, CONTROL)
    old = window.view
    QTest.keyClick(window, Key.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: window.view is not old)
    assert window.view.step == "swot"
    assert window.isAncestorOf(focused())


def test_the_disk_that_refuses_is_told_and_everything_goes_to_another_place(
    window, path, tmp_path, qtbot
):
    write_from_elsewhere(path)
    replace_text("No se pierde")
    press(Key.Key_Tab)
    assert focused().accessibleName() == "Unidad"
    assert "no se guardó" in window.view.band.accessibleName()
    assert window.menus._saved.text() == "Sin guardar"
    target = tmp_path / "rescate.sqlite"
    qtbot.waitUntil(window.view.band.action.isVisible)
    while_asked(lambda: click(window.view.band.action), choose_file(target))
    assert stored(target).entity == "No se pierde"
    assert window.view.band is None
    assert window.open_plan.file.path == target
    replace_text("Y se sigue")
    press(Key.Key_Tab)
    assert stored(target).unit == "Y se sigue"


def test_a_plan_with_something_unsaved_is_not_left_without_asking(window, path):
    QTest.keyClick(window, Key.Key_Tab)
    window.view.go_to_field("general", "plan", "year_label")
    replace_text("dos mil 27")
    while_asked(window.close, choose("Volver al plan", "dos mil 27"))
    assert window.isVisible()
    while_asked(window.close, choose("Ir al campo"))
    assert focused().property("field") == "year_label"
    while_asked(window.close, choose("Cerrar sin guardarlo"))
    assert not window.isVisible()
    assert stored(path).year_label == "2027"


def test_what_the_disk_refuses_can_be_saved_elsewhere_while_closing(window, path, tmp_path):
    write_from_elsewhere(path)
    replace_text("No se pierde")
    target = tmp_path / "rescate.sqlite"
    while_asked(window.close, choose("Guardar en otro lugar…"), choose_file(target))
    assert not window.isVisible()
    assert stored(target).entity == "No se pierde"


def test_a_failure_is_told_once_and_written_down(window, path, monkeypatch):
    report = ErrorReport(log_path(), lambda what, means: tell(window, what, means))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    report.install()
    report.keep_log()
    [added] = logging.getLogger("poadesk").handlers

    def fail() -> None:
        raise RuntimeError("algo inesperado")

    action(window, "FODA").triggered.connect(fail)
    go = partial(QTest.keyClick, window, Key.Key_2, CONTROL)
    while_asked(go, choose("Seguir trabajando", "su plan está a salvo"))
    while_asked(go)  # the same failure is not told again
    logging.getLogger("poadesk").removeHandler(added)
    added.close()
    written = log_path().read_text(encoding="utf-8")
    assert written.count("RuntimeError: algo inesperado") == 2
    assert window.view.step == "swot"
    QTest.keyClick(window, Key.Key_1, CONTROL)
    replace_text("Se sigue escribiendo")
    press(Key.Key_Tab)
    assert stored(path).entity == "Se sigue escribiendo"


PROGRAM = textwrap.dedent(
    """
    import runpy, sys, threading, time
    from PySide6.QtCore import QMetaObject, Qt
    from PySide6.QtWidgets import QApplication

    def close_when_open():
        until = time.monotonic() + 20
        while time.monotonic() < until:
            time.sleep(0.05)
            app = QApplication.instance()
            windows = app.topLevelWidgets() if app else []
            if any(getattr(w, "view", None) is not None for w in windows):
                break
        time.sleep(0.2)
        QMetaObject.invokeMethod(app, "closeAllWindows", Qt.ConnectionType.QueuedConnection)

    threading.Thread(target=close_when_open, daemon=True).start()
    runpy.run_module("poadesk", run_name="__main__")
    """
)


@pytest.mark.parametrize("plan", [PLAN, example_plan()], ids=["small", "example"])
def test_the_program_opens_a_plan_and_ends_well(plan_file, tmp_path, plan):
    path = plan_file(plan, "programa.sqlite")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        env=surroundings,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_program_says_what_it_is(window):
    while_asked(
        action(window, "Acerca de poadesk").trigger, choose("Volver al plan", "plan operativo")
    )


def test_a_button_of_the_row_undoes(window, path):
    replace_text("Otra")
    press(Key.Key_Tab)
    click(window.menus._undo)
    assert stored(path).entity == "Alcaldía"
    assert window.menus._undo.accessibleName() == "Deshacer"


class EditorOnX11(QLineEdit):
    """Takes the keys with which an editor deletes on X11, as one on this platform does not."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_U])
def test_the_keys_of_menus_never_delete_what_is_written(window, key):
    editor = EditorOnX11(window)
    editor.show()
    editor.setFocus()
    assert focused() is editor
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    override.ignore()
    QApplication.sendEvent(editor, override)
    assert not override.isAccepted()
    other = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_A, CONTROL)
    other.ignore()
    QApplication.sendEvent(editor, other)
    assert other.isAccepted()


@pytest.mark.parametrize("step", ["goals", "objectives"])
def test_after_a_menu_writing_goes_on_in_sight(open_window, plan_file, qtbot, step):
    window = open_window(plan_file(example_plan()), step=step)
    outline = window.view.screen_of(step).outline
    objective = window.open_plan.plan.objectives[0]
    outline.go_to(objective.id, write=True)
    bar = window.menus.bar
    edit = next(one for one in bar.actions() if one.text().replace("&", "") == "Editar")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(edit).center())
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    press(Key.Key_Escape)  # from the row of menus back to the text
    assert focused().isVisible()
    assert outline.writing.editor is focused()
    type_words("Bien")
    qtbot.waitUntil(lambda: window.open_plan.plan.objectives[0].text == f"{objective.text}Bien")
