"""What the planning office gave back comes into the open plan, by the menu and let go over it."""

from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import NONE, choose, choose_file, while_asked

from poadesk.consolidating.approving import approve
from poadesk.consolidating.batch import consolidate
from poadesk.consolidating.returning import give_back
from poadesk.desktop.dropping import PlanDrop
from poadesk.desktop.returns import take_own_return
from poadesk.plan.model import Goal, Objective, Plan, Remark
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.sending import send
from poadesk.widgets.open_plan import OpenPlan

NOW = datetime(2026, 11, 20, 10, 42)
MENU = "Traer lo que devolvió Planificación…"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def own(plan_file):
    goals = (Goal(id="goal", text="Cuidar cuarenta árboles"),)
    objectives = (Objective(id="objective", text="Cuidar", goals=goals),)
    return plan_file(Plan(id="parques", unit="Parques", year_label="2027", objectives=objectives))


@pytest.fixture
def returned(own, tmp_path):
    """Hand the plan over and return the file that comes back, with remarks or approved."""

    def make(*remarks, approved=False):
        office = tmp_path / "consolidado.sqlite"
        with PlanFile.open(own) as file:
            sent = send(file, file.read()[0], [], b"%PDF", tmp_path / "usb", NOW)
        consolidate(office, [sent.file])
        with PlanFile.open(office) as file:
            with file.step("Observar") as step:
                for at, text in enumerate(remarks):
                    step.put_row(Remark(id=f"r{at}", about_id="goal", text=text), "parques")
            plan = next(one for one in file.read() if one.id == "parques")
            if approved:
                with file.step("Aprobar") as step:
                    approve(step, plan, NOW)
                plan = next(one for one in file.read() if one.id == "parques")
            return give_back(file, plan, tmp_path / "devuelto", NOW).file

    return make


def by_menu(window, path, *answers):
    """Choose the file that came back in the menu, and meet what is said of it."""
    trigger = window.menus.actions_by_words[MENU].trigger
    while_asked(trigger, choose_file(path), *answers)


def let_go(window, path):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(500, 400), Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, NONE
    )
    QApplication.sendEvent(window.windowHandle(), event)
    QApplication.processEvents()


def test_remarks_come_by_the_menu_and_the_units_words_stay(open_window, own, returned):
    path = returned("¿Cuáles árboles?", "¿Con qué dinero?")
    window = open_window(own)
    window.open_plan.set("goal", "goal", "text", "Cuidar sesenta árboles")
    by_menu(window, path, choose("Entendido", "Llegaron 2 observaciones. Quedan 2 abiertas."))
    plan = window.open_plan.plan
    assert [one.text for one in plan.remarks] == ["¿Cuáles árboles?", "¿Con qué dinero?"]
    assert next(plan.goals()).text == "Cuidar sesenta árboles"
    assert plan.state == "observed"


def test_one_undo_takes_it_back(open_window, own, returned):
    path = returned("¿Cuáles árboles?")
    window = open_window(own)
    before = window.open_plan.plan
    by_menu(window, path, choose("Entendido", "Llegó 1 observación nueva."))
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.open_plan.plan == before


def test_a_file_let_go_over_its_own_plan_is_taken_in(qtbot, open_window, own, returned):
    path = returned(approved=True)
    window = open_window(own)
    qtbot.waitUntil(lambda: window.findChild(PlanDrop) is not None)
    said = choose("Entendido", "Planificación aprobó su plan")
    while_asked(lambda: let_go(window, path), said)
    assert window.open_plan.file.path == own
    assert window.open_plan.plan.state == "approved"


def test_let_go_over_another_plan_it_is_opened_by_itself(qtbot, open_window, plan_file, returned):
    path = returned("¿Cuáles árboles?")
    window = open_window(plan_file(Plan(id="aseo", unit="Aseo"), "aseo.sqlite"))
    qtbot.waitUntil(lambda: window.findChild(PlanDrop) is not None)
    let_go(window, path)
    qtbot.waitUntil(lambda: window.open_plan.file.path == path)


def test_what_belongs_to_another_plan_is_refused_by_the_menu(open_window, plan_file, returned):
    path = returned("¿Cuáles árboles?")
    window = open_window(plan_file(Plan(id="aseo", unit="Aseo"), "aseo.sqlite"))
    by_menu(window, path, choose("Entendido", "es de otro plan"))
    assert window.open_plan.plan.remarks == ()


def test_the_same_file_again_is_calm_and_changes_nothing(open_window, own, returned):
    path = returned("¿Cuáles árboles?")
    window = open_window(own)
    by_menu(window, path, choose("Entendido", "Llegó 1 observación"))
    before = own.read_bytes()
    by_menu(window, path, choose("Entendido", "Ya estaba todo aquí"))
    assert own.read_bytes() == before


def test_without_writing_nothing_is_taken(open_window, own, returned):
    path = returned("¿Cuáles árboles?")
    before = own.read_bytes()
    window = open_window(None)
    window.show_plan(OpenPlan(PlanFile.open(own, read_only=True)))
    plan = window.open_plan.plan
    trigger = window.menus.actions_by_words[MENU].trigger
    while_asked(trigger, choose("Seguir trabajando", "abierto para escribir"))
    assert window.open_plan.plan == plan
    assert not take_own_return(window, path)
    assert (window.open_plan.plan, plan.remarks) == (plan, ())
    assert own.read_bytes() == before
