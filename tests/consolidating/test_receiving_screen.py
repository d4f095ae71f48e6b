"""Plans received in the window: chosen, dropped, given up; and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office_plans import kit, unit_plan
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, choose, choose_file, click, press, while_asked

from poadesk.consolidating.screen.receiving_dialog import ReceivingDialog
from poadesk.desktop.dropping import PlanDrop
from poadesk.planfile.plan_file import PlanFile

NAMES = ("Contabilidad", "Informática", "Mercados")
MOST = 30_000


@pytest.fixture
def office_path(tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([kit(NAMES)])
    return path


@pytest.fixture
def deliveries(tmp_path):
    folder = tmp_path / "entregas"
    folder.mkdir()
    for at, name in enumerate(NAMES[:2]):
        write(folder / f"POA 2027 {name}.sqlite", sent(name, at))
    return folder


@pytest.fixture
def screen(open_window, office_path):
    window = open_window(office_path, 1440, 900)
    settle()
    return window.view.screen_of("deliveries")


def sent(name: str, at: int, **fields):
    plan = unit_plan(name, at, state="delivered", remarks=(), revision=1, **fields)
    return replace(plan, deliveries=())


def write(path, plan) -> None:
    path.unlink(missing_ok=True)
    with PlanFile.create(path) as file:
        file.begin_with([plan])


def settle():
    for _ in range(3):
        QApplication.processEvents()


def receive(screen, qtbot, *paths) -> None:
    screen.receiver.receive(list(paths))
    wait(screen, qtbot)


def wait(screen, qtbot) -> None:
    qtbot.waitUntil(lambda: not screen.receiver.is_busy, timeout=MOST)
    window = screen.window()
    QTest.qWait(10)  # the dialog is deleted a moment after it has gone
    window.activateWindow()  # as a window manager does then
    QTest.qWaitForWindowActive(window)
    settle()


def states(screen) -> dict[str, str]:
    return {row.name: row.state for row in screen.table.rows.rows}


def test_a_folder_is_received_and_the_table_shows_it(screen, qtbot, deliveries, office_path):
    entry = screen.take_in.menu().actions()[1]
    while_asked(entry.trigger, choose_file(deliveries))
    wait(screen, qtbot)
    assert states(screen)["Contabilidad"] == states(screen)["Informática"] == "delivered"
    assert states(screen)["Mercados"] == "missing"
    assert screen._band.sentence.text() == "Llegaron 2 planes: 2 nuevos."
    with PlanFile.open(office_path, read_only=True) as file:
        assert [plan.unit for plan in file.read()][1:] == ["Contabilidad", "Informática"]


def test_ctrl_o_receives_here_and_opens_nothing(screen, qtbot, deliveries):
    screen.table.setFocus()
    chosen = deliveries / "POA 2027 Contabilidad.sqlite"
    while_asked(lambda: press(Key.Key_O, CONTROL), choose_file(chosen))
    wait(screen, qtbot)
    assert states(screen)["Contabilidad"] == "delivered"
    assert screen.window().open_plan.file.path.name == "Consolidado.sqlite"


def test_what_is_dropped_on_the_window_is_received(screen, qtbot, deliveries):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(deliveries))])
    handle = screen.window().windowHandle()
    qtbot.waitUntil(lambda: screen.window().findChild(PlanDrop) is not None)
    drop = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, drop)
    qtbot.waitUntil(lambda: states(screen)["Contabilidad"] == "delivered", timeout=MOST)
    wait(screen, qtbot)


def test_what_cannot_be_received_stands_in_the_table_with_its_reason(
    screen, qtbot, deliveries, tmp_path
):
    write(deliveries / "POA 2025 Mercados.sqlite", sent("Mercados", 3, year_label="2025"))
    (deliveries / "foto.sqlite").write_bytes(b"not a plan at all")
    receive(screen, qtbot, deliveries)
    assert states(screen)["Mercados"] == "refused"
    assert states(screen)["foto.sqlite"] == "refused"
    assert screen._band.sentence.text().endswith("2 no se recibieron.")
    at = [row.name for row in screen.table.rows.rows].index("Mercados")
    screen.table.choose(at)
    screen.table.setFocus()
    while_asked(
        lambda: press(Key.Key_Return), choose("Entendido", "No se recibió el plan de Mercados")
    )
    assert screen._open_plan.plan.role == "kit"


def test_an_older_plan_is_shown_and_taken_only_when_asked(screen, qtbot, deliveries):
    receive(screen, qtbot, deliveries)
    newer = replace(sent("Contabilidad", 0, title="Otro título"), revision=2)
    write(deliveries / "segunda.sqlite", newer)
    receive(screen, qtbot, deliveries / "segunda.sqlite")
    assert "1 actualizado" in screen._band.sentence.text()
    old = deliveries / "POA 2027 Contabilidad.sqlite"
    receive(screen, qtbot, old)
    assert "1 más antiguo" in screen._band.sentence.text()
    plan_id = newer.id
    assert screen._open_plan.row(plan_id).title == "Otro título"
    while_asked(lambda: click(screen._band.action), choose("Tomar el más antiguo"))
    wait(screen, qtbot)
    assert screen._open_plan.row(plan_id).title == "Plan Operativo Anual"


def test_a_batch_that_is_given_up_leaves_the_file_as_it_was(screen, qtbot, deliveries, office_path):
    before = office_path.read_bytes()
    for at in range(3, 43):
        write(deliveries / f"{at}.sqlite", sent(f"Unidad {at}", at))
    screen.receiver.receive([deliveries])
    [dialog] = [one for one in screen.window().findChildren(ReceivingDialog) if one.isVisible()]
    QTest.keyClick(dialog, Key.Key_Escape)
    wait(screen, qtbot)
    assert screen._band.sentence.text().startswith("Se canceló")
    assert office_path.read_bytes() == before
    assert set(states(screen).values()) == {"missing"}


def test_the_office_goes_on_writing_after_a_batch(screen, qtbot, deliveries):
    receive(screen, qtbot, deliveries)
    at = [row.name for row in screen.table.rows.rows].index("Contabilidad")
    screen.table.choose(at)
    screen.table.setFocus()
    press(Key.Key_M, CONTROL)
    screen.details.editor.field.setPlainText("Falta la portada")
    click(screen.details.editor.done)
    settle()
    assert [card.text.text() for card in screen.details.cards] == ["Falta la portada"]
