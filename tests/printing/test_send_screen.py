"""Entregar as a department head uses it: one button, one folder, one code."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sample_plans import full_plan

from poadesk.plan.model import Remark
from poadesk.plan.verification import verification_code
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.screen.sending.words import standing, told_of

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def usb(tmp_path):
    folder = tmp_path / "memoria"
    folder.mkdir()
    return folder


@pytest.fixture
def window(open_window, plan_file):
    window = open_window(plan_file(full_plan()), step="send")
    return window


@pytest.fixture
def screen(window, usb):
    screen = window.view.screen_of("send")
    screen.folder = usb
    screen.arrive()
    return screen


def prepare(qtbot, screen):
    QTest.mouseClick(screen.prepare, LEFT)
    qtbot.waitUntil(lambda: not screen.builder.is_busy, timeout=20_000)


def subtitle(screen):
    return screen._subtitle.text()


def test_one_click_makes_the_folder_and_shows_its_code_large(qtbot, window, screen, usb):
    code = verification_code(window.open_plan.plan)
    prepare(qtbot, screen)
    (folder,) = usb.iterdir()
    assert sorted(one.suffix for one in folder.iterdir()) == [".pdf", ".sqlite"]
    assert screen.card.isVisible()
    assert screen.card.code.text() == code
    assert screen.card.open.hasFocus()
    assert window.open_plan.plan.state == "delivered"


def test_it_is_taken_back_with_one_undo(qtbot, window, screen):
    prepare(qtbot, screen)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.open_plan.plan.state == "draft"
    assert window.open_plan.plan.deliveries == ()
    qtbot.waitUntil(lambda: not screen.card.isVisible())


def test_the_keys_ctrl_and_e_lead_here_also_from_a_field(qtbot, window):
    window.show_step("general")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E, CONTROL)
    assert window.view.step == "send"


def test_a_change_afterwards_is_said_and_makes_the_next_revision(qtbot, window, screen, usb):
    prepare(qtbot, screen)
    plan = window.open_plan.plan
    window.open_plan.set("plan", plan.id, "introduction", "Otra cosa")
    qtbot.waitUntil(lambda: "lo próximo será la revisión 2" in subtitle(screen))
    assert not screen.card.isVisible()
    assert "revisión 2" in screen.where.text()
    prepare(qtbot, screen)
    assert len(list(usb.iterdir())) == 2
    assert [one.revision for one in window.open_plan.plan.deliveries] == [1, 2]


def test_what_is_left_to_correct_is_said_and_leads_to_revisar(qtbot, window, screen):
    window.open_plan.set("plan", window.open_plan.plan.id, "unit", "")
    qtbot.waitUntil(lambda: "por corregir" in screen.review.text())
    QTest.mouseClick(screen._to_review, LEFT)
    assert window.view.step == "review"


def test_a_folder_that_takes_nothing_is_told_and_nothing_has_changed(qtbot, window, screen, usb):
    (usb / "archivo").write_bytes(b"x")
    screen.folder = usb / "archivo"
    before = window.open_plan.plan
    prepare(qtbot, screen)
    assert "no se cambió nada" in screen._band.sentence.text()
    assert window.open_plan.plan == before
    assert not screen.card.isVisible()


def test_what_is_typed_and_not_saved_yet_is_part_of_the_delivery(qtbot, window, screen, usb):
    window.show_step("general")
    general = window.view.screen_of("general")
    general.jump_to("", "introduction")
    QTest.keyClicks(window.focusWidget(), "Hoy mismo. ")
    window.show_step("send")
    prepare(qtbot, screen)
    (path,) = usb.rglob("*.sqlite")
    with PlanFile.open(path, read_only=True) as file:
        assert "Hoy mismo." in file.read()[0].introduction


def test_a_plan_that_may_only_be_read_cannot_be_handed_over(qtbot, open_window, plan_file):
    path = plan_file(full_plan())
    path.chmod(0o444)
    from poadesk.widgets.open_plan import OpenPlan

    window = open_window(None)
    window.show_plan(OpenPlan(PlanFile.open(path, read_only=True)))
    window.show_step("send")
    screen = window.view.screen_of("send")
    assert not screen.prepare.isEnabled()
    assert "solo para leer" in screen._band.sentence.text()


def test_the_history_says_each_delivery(qtbot, window, screen):
    prepare(qtbot, screen)
    assert screen.history.isVisible()
    (delivery,) = window.open_plan.plan.deliveries
    what, _, rest = told_of(delivery, datetime.now())
    assert what == "Revisión 1 · Entregada"
    assert delivery.code in rest


def test_what_came_back_is_said_with_what_is_left_to_answer(qtbot, window, screen):
    prepare(qtbot, screen)
    now = datetime.now()
    observed = replace(window.open_plan.plan, state="observed")
    one = replace(observed, remarks=(Remark(id="r1"), Remark(id="r2", state="answered")))
    assert "queda 1 observación por responder" in standing(one, now)
    assert "La próxima será la revisión 2." in standing(one, now)
    assert "ya respondió sus observaciones" in standing(observed, now)


def test_an_approved_plan_says_so_and_whether_it_has_changed_since(qtbot, window, screen):
    prepare(qtbot, screen)
    plan = window.open_plan.plan
    (sent,) = plan.deliveries
    approved = replace(sent, id="a", position=1, event="approved")
    plan = replace(plan, state="approved", deliveries=(sent, approved))
    assert "Nada de lo impreso ha cambiado" in standing(plan, datetime.now())
    changed = replace(plan, introduction="Otra cosa")
    assert "El plan cambió desde entonces" in standing(changed, datetime.now())


def test_where_a_plan_stands_is_said_with_its_day(qtbot, window, screen):
    prepare(qtbot, screen)
    plan = window.open_plan.plan
    now = datetime.strptime(plan.deliveries[0].at, "%Y-%m-%d %H:%M")
    said = standing(plan, now)
    assert said.startswith(f"La revisión 1 se preparó para entregar el {now.day} ")
    assert f"a las {now.hour}:{now.minute:02d}. El plan no ha cambiado" in said
