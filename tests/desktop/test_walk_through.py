"""The main job from an empty file to the printed page, with nothing but keys and mouse."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from poadesk.desktop.main_window import MainWindow
from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import Plan
from poadesk.plan.numbering import numbers
from poadesk.plan.schedule import planned
from poadesk.planfile.plan_file import PlanFile

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Someone at the keyboard: everything goes to what has the focus, or is clicked."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def write(self, *lines: str, between: Key = Key.Key_Tab) -> None:
        """Type lines with a key between them."""
        for at, words in enumerate(lines):
            if at:
                self.press(between)
            for letter in words:
                self._letter(letter)

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focused(), key, modifiers)

    def go(self, step: int):
        """Go to a step with Ctrl and its number; return its screen."""
        QTest.keyClick(self.window, Key(Key.Key_0 + step), CONTROL)
        return self.window.view.screen_of(self.window.view.step)

    def click(self, words: str) -> None:
        """Click the visible button that says so."""
        buttons = [
            button
            for button in self.window.findChildren(QPushButton)
            if button.text() == words and button.isVisible()
        ]
        assert len(buttons) == 1, f"{len(buttons)} buttons say {words!r}"
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def _letter(self, letter: str) -> None:
        focused = self._focused()
        if letter.isascii():
            QTest.keyClick(focused, letter)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows no key for á
            QApplication.sendEvent(focused, QKeyEvent(kind, 0, NONE, letter))

    def _focused(self):
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is lost"
        return focused


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "POA 2027.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([empty_plan("poa", "2027-01")])
    return path


@pytest.fixture
def open_window(qtbot, themed_app):
    """Open the window on a plan; it is closed again at the end."""
    opened = []

    def open_on(path: Path) -> Person:
        window = MainWindow()
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.open_path(path)
        return Person(qtbot, window)

    yield open_on
    for window in opened:
        window.close()


def stored(path: Path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def write_general(person: Person) -> None:
    person.go(1)
    person.write("Alcaldía Municipal de Río Claro", "Unidad de Aseo Público")


def write_swot(person: Person) -> None:
    person.go(2)
    person.click("Agregar fortaleza")
    person.write("Cuadrilla con experiencia", "Ruta escrita", between=Key.Key_Return)
    person.click("Agregar amenaza")
    person.write("Botaderos a la orilla del río")


def write_lines(person: Person) -> None:
    person.go(3)
    person.write("Ciudad limpia")


def write_objectives(person: Person) -> None:
    person.go(4)
    person.write("Recoger la basura a tiempo", "Cuidar el río", between=Key.Key_Return)


def write_goals(person: Person) -> None:
    person.go(5)
    person.write("Pasar tres veces por semana")
    person.press(Key.Key_Return, CONTROL)
    person.write("Recoger por ruta", "Lavar los contenedores", between=Key.Key_Return)


def write_resources(person: Person) -> None:
    person.go(6)
    person.click("Agregar recurso")
    person.write("Combustible", "Diésel (galón)", "100", "4.15")
    person.click("Agregar indicador")
    person.write("Rutas cumplidas")


def write_schedule(person: Person) -> None:
    person.go(7)
    person.press(Key.Key_Space)
    person.press(Key.Key_Right)
    person.press(Key.Key_Space)
    person.press(Key.Key_Down)
    person.write("25")
    person.press(Key.Key_Return)


def write_everything(person: Person) -> None:
    for part in (
        write_general,
        write_swot,
        write_lines,
        write_objectives,
        write_goals,
        write_resources,
        write_schedule,
    ):
        part(person)
    person.go(8)


def printed(person: Person) -> list[str]:
    """Go to the last step and return the text of each page that is shown there."""
    screen = person.go(9)
    person.qtbot.waitUntil(lambda: bool(screen.pdf), timeout=20_000)
    return [page.extract_text() for page in PdfReader(io.BytesIO(screen.pdf)).pages]


def test_nine_steps_by_keyboard_and_mouse_fill_the_file(open_window, path):
    write_everything(open_window(path))
    plan = stored(path)
    assert (plan.entity, plan.unit) == (
        "Alcaldía Municipal de Río Claro",
        "Unidad de Aseo Público",
    )
    assert [item.text for item in plan.quadrant("strength")] == [
        "Cuadrilla con experiencia",
        "Ruta escrita",
    ]
    assert [item.text for item in plan.quadrant("threat")] == ["Botaderos a la orilla del río"]
    assert [line.name for line in plan.strategic_lines] == ["Ciudad limpia"]
    numbered = numbers(plan)
    written = {
        numbered[row.id]: row.text
        for row in (*plan.objectives, *plan.goals(), *plan.activities())
        if row.text
    }
    assert written == {
        "1": "Recoger la basura a tiempo",
        "1.1": "Pasar tres veces por semana",
        "1.1.1": "Recoger por ruta",
        "1.1.2": "Lavar los contenedores",
        "2": "Cuidar el río",
    }
    goal = plan.objectives[0].goals[0]
    resource = goal.resources[0]
    assert (resource.kind, resource.text) == ("Combustible", "Diésel (galón)")
    assert (resource.quantity_thousandths, resource.unit_cost_cents) == (100_000, 415)
    assert [indicator.text for indicator in goal.indicators] == ["Rutas cumplidas"]
    assert [planned(activity) for activity in goal.activities] == [
        {"2027-01": 1000, "2027-02": 1000},
        {"2027-02": 25_000},
    ]


def test_what_was_written_is_on_the_pages_that_are_shown(open_window, path):
    person = open_window(path)
    write_everything(person)
    pages = printed(person)
    whole = " ".join(" ".join(pages).split())
    for words in (
        "Alcaldía Municipal de Río Claro",
        "Cuadrilla con experiencia",
        "Botaderos a la orilla del río",
        "Ciudad limpia",
        "Pasar tres veces por semana",
        "Lavar los contenedores",
        "100 × $ 4.15 = $ 415.00",
        "Rutas cumplidas",
    ):
        assert words in whole
    assert len(pages) == 6
    assert f"Página {len(pages)} de {len(pages)}" in pages[-1]


def test_a_step_is_undone_after_the_plan_was_closed_and_opened_again(open_window, path):
    person = open_window(path)
    write_everything(person)
    person.window.close()
    again = open_window(path)
    again.press(Key.Key_Z, CONTROL)
    months = [planned(activity) for activity in stored(path).objectives[0].goals[0].activities]
    assert months == [{"2027-01": 1000, "2027-02": 1000}, {}]
    again.press(Key.Key_Y, CONTROL)
    months = [planned(activity) for activity in stored(path).objectives[0].goals[0].activities]
    assert months[1] == {"2027-02": 25_000}


def test_every_step_undone_leaves_the_empty_plan(open_window, path):
    empty = stored(path)
    person = open_window(path)
    write_everything(person)
    while person.window.open_plan.file.journal.next_undo() is not None:
        person.press(Key.Key_Z, CONTROL)
    assert stored(path) == empty


def test_the_pages_are_saved_as_they_are_shown(open_window, path, tmp_path):
    person = open_window(path)
    write_everything(person)
    printed(person)
    target = tmp_path / "el plan.pdf"
    QTimer.singleShot(400, lambda: _answer_file_dialog(target))
    person.click("Guardar PDF…")
    assert target.read_bytes() == person.window.view.screen_of("print").pdf


def _answer_file_dialog(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    name = dialog.findChild(QLineEdit)
    name.setText("")
    QTest.keyClicks(name, str(path))
    QTest.keyClick(name, Key.Key_Return)
