"""A planning office at work: a workbook of 43 units, and the way of three plans there and back."""

from __future__ import annotations

import json
import re

import pytest
from making_workbooks import workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import (
    CONTROL,
    Key,
    button,
    choose,
    choose_file,
    click,
    press,
    type_words,
    while_asked,
)

from poadesk.desktop.unit_popup import UnitPopup
from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING
from poadesk.planfile.plan_file import PlanFile

MOST = 60_000  # milliseconds that all of it may take on a slow machine


@pytest.fixture
def window(open_window, tmp_path):
    window = open_window(None, 1024, 700)
    bring = window.menus.actions_by_words["Traer un libro de Excel…"].trigger
    source = workbook(tmp_path / "libro.xlsx", units=43, activities=288)
    while_asked(bring, choose_file(source), choose_file(tmp_path / "planes.sqlite"))
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()


def choose_unit(window, name):
    QTest.keyClick(window, Key.Key_U, CONTROL)
    [popup] = [one for one in window.findChildren(UnitPopup) if one.isVisible()]
    type_words(name)
    press(Key.Key_Return)
    settle()
    assert not popup.isVisible()


def test_288_activities_of_43_units_are_brought_followed_and_reported(window, qtbot, tmp_path):
    assert len(window.open_plan.plans) == 43
    choose_unit(window, "Oficina 17")
    assert window.open_plan.plan.unit == "Oficina 17"

    QTest.keyClick(window, Key.Key_0, CONTROL)
    settle()
    follow = window.view.screen_of("tracking")
    place = follow.view.place()
    type_words("7")
    press(Key.Key_Return)
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        activity = next(
            one for plan in file.read() for one in plan.activities() if one.id == place.activity_id
        )
    assert 7000 in {month.done_thousandths for month in activity.months}

    QTest.keyClick(window, Key.Key_I, CONTROL)
    screen = window.view.screen_of("reports")
    rows = {}
    for kind in (EXECUTION, TRACKING, EVALUATION):
        segments = screen.head.kind
        click(segments._group.button(segments._values.index(kind)))
        qtbot.waitUntil(lambda: not screen.maker.is_busy, timeout=MOST)
        settle()
        rows[kind] = screen.body.model.found
        for words, ending in (("PDF…", "pdf"), ("Libro de Excel…", "xlsx"), ("JSON…", "json")):
            entry = next(one for one in screen.head._menu.actions() if one.text() == words)
            target = tmp_path / f"{kind}.{ending}"
            while_asked(entry.trigger, choose_file(target))
            qtbot.waitUntil(target.exists, timeout=MOST)
    assert rows[EXECUTION] == rows[TRACKING] == 288
    told = json.loads((tmp_path / f"{TRACKING}.json").read_text(encoding="utf-8"))
    assert len(told["rows"]) == 288


UNITS = ("Aseo", "Catastro", "Parques")
MENU_OFFICE = "Consolidado de Planificación…"
MENU_MATERIAL = "Empezar con el material de Planificación…"
MENU_RETURN = "Traer lo que devolvió Planificación…"


class Office:
    """The planning office at its window."""

    def __init__(self, open_window, qtbot, folder):
        self.qtbot = qtbot
        self.folder = folder
        self.path = folder / "Consolidado POA 2027.sqlite"
        self.window = open_window(None, 1440, 900)
        while_asked(self.menu(MENU_OFFICE), choose_file(self.path))
        activate(self.window)

    def menu(self, words):
        return self.window.menus.actions_by_words[words].trigger

    def screen(self, step):
        self.window.view.show_step(step)
        settle()
        return self.window.view.screen_of(step)

    def write_material(self):
        """Write who is expected and what all begin with, and hand it out."""
        self.screen("units")
        for at, name in enumerate(UNITS):
            if at:
                press(Key.Key_Return)
            type_words(name)
        material = self.screen("material")
        press(Key.Key_Space)  # Escribir los datos generales
        type_words("Valle Claro")
        material = self.screen("material")
        kit = self.folder / "Material 2027.sqlite"
        while_asked(lambda: click(material.save_button), choose_file(kit))
        assert kit.is_file()
        activate(self.window)
        return kit

    def receive(self, *paths):
        deliveries = self.screen("deliveries")
        deliveries.receiver.receive(list(paths))
        self.qtbot.waitUntil(lambda: not deliveries.receiver.is_busy, timeout=MOST)
        activate(self.window)
        return deliveries

    def choose(self, name):
        table = self.screen("deliveries").table
        table.choose([row.name for row in table.rows.rows].index(name))
        settle()
        return table.current()

    def state_of(self, name):
        rows = self.screen("deliveries").table.rows.rows
        return next(row.state for row in rows if row.name == name)


class Department:
    """The head of a department at a window of its own."""

    def __init__(self, open_window, qtbot, folder, name):
        self.qtbot = qtbot
        self.name = name
        self.folder = folder / name
        self.folder.mkdir()
        self.path = self.folder / f"{name}.sqlite"
        self.window = open_window(None, 1280, 800)

    def begin(self, kit):
        """Begin the plan of the unit with what the office gives."""
        trigger = self.window.menus.actions_by_words[MENU_MATERIAL].trigger
        while_asked(trigger, choose_file(kit), self.pick, choose_file(self.path))
        activate(self.window)
        assert self.window.open_plan.plan.unit == self.name
        assert self.window.open_plan.plan.entity == "Valle Claro"

    def pick(self, dialog):
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        type_words(self.name)
        press(Key.Key_Return)

    def write(self):
        """Write an objective, a goal and an activity, and paint its year."""
        QTest.keyClick(self.window, Key.Key_4, CONTROL)
        type_words(f"Servir mejor en {self.name}")
        QTest.keyClick(self.window, Key.Key_5, CONTROL)
        type_words("Atender doce barrios")
        press(Key.Key_Return, CONTROL)
        type_words("Visitar un barrio al mes")
        QTest.keyClick(self.window, Key.Key_7, CONTROL)
        press(Key.Key_Space)
        self.window.open_plan.save_waiting()

    def deliver(self):
        """Prepare the delivery; return the folder with the file and the paper."""
        self.window.view.show_step("send")
        settle()
        screen = self.window.view.screen_of("send")
        screen.folder = self.folder
        click(screen.prepare)
        self.qtbot.waitUntil(lambda: not screen.builder.is_busy, timeout=MOST)
        self.qtbot.waitUntil(lambda: screen.card.isVisible(), timeout=MOST)
        made = max(
            (one for one in self.folder.iterdir() if one.is_dir()),
            key=lambda one: one.stat().st_mtime,
        )
        assert {one.suffix for one in made.iterdir()} == {".sqlite", ".pdf"}
        return made

    def take(self, returned):
        """Take in what came back from the office."""
        trigger = self.window.menus.actions_by_words[MENU_RETURN].trigger
        while_asked(trigger, choose_file(returned), choose("Entendido"))
        activate(self.window)


def activate(window):
    QTest.qWait(10)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle()


def code_on(paper):
    """Return the verification code that stands on a page of a PDF."""
    text = " ".join(PdfReader(paper).pages[0].extract_text().split())
    [code] = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", text)
    return code


def plan_in(path, unit):
    with PlanFile.open(path, read_only=True) as file:
        return next(plan for plan in file.read() if plan.unit == unit)


def test_two_sides_from_the_material_to_the_consolidated_plan(open_window, qtbot, tmp_path):
    office = Office(open_window, qtbot, tmp_path)
    kit = office.write_material()

    departments = [Department(open_window, qtbot, tmp_path, name) for name in UNITS]
    sent = {}
    for department in departments:
        activate(department.window)
        department.begin(kit)
        department.write()
        sent[department.name] = department.deliver()

    activate(office.window)
    deliveries = office.receive(*sent.values())
    assert {row.name: row.state for row in deliveries.table.rows.rows} == dict.fromkeys(
        UNITS, "delivered"
    )

    # The office compares the code of the paper, observes a goal and gives the plan back.
    office.choose("Catastro")
    deliveries.details.code.field.setFocus()
    type_words(code_on(next(sent["Catastro"].glob("*.pdf"))))
    assert "coincide" in deliveries.details.code.answer.text()
    deliveries.table.setFocus()
    press(Key.Key_Return)
    settle()
    goal = next(office.window.open_plan.plan.goals())
    office.window.view.go_to_field("goals", goal.id, "text")
    settle()
    QTest.keyClick(office.window, Key.Key_M, CONTROL)
    type_words("Son catorce barrios.")
    press(Key.Key_Return, CONTROL)
    press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    office.choose("Catastro")
    back = tmp_path / "devuelto"
    back.mkdir()
    details = office.screen("deliveries").details
    while_asked(lambda: click(details.give_back), choose_file(back))
    activate(office.window)
    [returned] = back.glob("*.sqlite")
    assert office.state_of("Catastro") == "observed"

    # The unit takes it in, sees it at the goal, corrects, answers and delivers again.
    unit = departments[1]
    activate(unit.window)
    unit.take(returned)
    assert unit.window.open_plan.plan.state == "observed"
    review = unit.window.view
    review.show_step("review")
    settle()
    [card] = review.screen_of("review").remarks.list.cards
    click(button(card, "Responder"))
    type_words("Ya dice catorce.")
    press(Key.Key_Return, CONTROL)
    unit.window.open_plan.set("goal", goal.id, "text", "Atender catorce barrios")
    again = unit.deliver()
    assert plan_in(unit.path, "Catastro").state == "delivered"

    # The office receives the second revision, reads the answer, resolves and approves.
    activate(office.window)
    details = office.receive(again).details
    row = office.choose("Catastro")
    assert (row.revision, row.state, row.remarks.answered) == (2, "delivered", 1)
    [card] = details.cards
    assert card.answer.text() == "Ya dice catorce."
    click(button(card, "Resolver"))
    settle()
    for name in UNITS:
        office.choose(name)
        click(details.approve)
        settle()
    assert {office.state_of(name) for name in UNITS} == {"approved"}
    kept = plan_in(office.path, "Catastro")
    assert [one.event for one in kept.deliveries][-1] == "approved"
    assert next(kept.goals()).text == "Atender catorce barrios"
    assert office.window.view._foot._sentence.text() == "3 de 3 unidades entregaron"

    # The consolidated plan holds all three.
    documents = office.screen("consolidated")
    qtbot.waitUntil(lambda: bool(documents.pdf) and not documents.builder.is_busy, timeout=MOST)
    paper = tmp_path / "POA consolidado.pdf"
    assert documents.save_pdf(paper)
    text = " ".join(page.extract_text() for page in PdfReader(paper).pages)
    for name in UNITS:
        assert name in text
    assert "catorce barrios" in " ".join(text.split())
