"""Comparar: two revisions beside each other, and taking from one, as a person does it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from follow_up_plans import followed, followed_plan
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from reading import joined
from typing_keys import (
    CONTROL,
    SHIFT,
    Key,
    button,
    choose_file,
    click,
    focused,
    press,
    while_asked,
)

from poadesk.plan.comparing import compared
from poadesk.plan.kit import plan_from_kit
from poadesk.plan.model import Delivery, Plan, StrategicLine
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing import edits
from poadesk.writing.example import example_plan

MOST = 20_000  # milliseconds that a file may take on a slow machine
LEFT = Qt.MouseButton.LeftButton
FIRST = example_plan()


def written(path: Path, *plans: Plan) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with(plans)
    return path


def keep(path: Path, event: str = "sent", at: int = 0) -> None:
    """Keep every plan of a file as it is now, as sending and receiving do."""
    with PlanFile.open(path) as file, file.step("Entregar") as step:
        for plan in file.read():
            if plan.role == "kit":
                continue
            told = Delivery(
                id=f"{event}-{at}-{plan.id}",
                position=at,
                event=event,
                revision=at + 1,
                at=f"2026-11-{12 + at} 08:20",
                digest=step.keep(plan),
            )
            step.put_row(told, plan.id)


def read(path: Path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The example, sent, and then changed in five places."""
    path = written(tmp_path / "POA 2027.sqlite", FIRST)
    keep(path)
    with PlanFile.open(path) as file:
        for edit in (_words, _month, _removed, _moved, _added):
            (plan,) = file.read()
            with file.step("Escribir") as step:
                edit(step, plan)
    return path


def _words(step, plan):
    step.put("plan", plan.id, place="Santa Elena")


def _month(step, plan):
    record = plan.objectives[1].goals[1].activities[0].months[2]
    step.put("month_record", record.id, planned_thousandths=999_000)


def _removed(step, plan):
    goal = plan.objectives[0].goals[0]
    edits.delete(step, plan, goal, goal.activities[0])


def _moved(step, plan):
    goal = plan.objectives[1].goals[0]
    edits.move(step, goal.activities[-1], goal, goal, 0)


def _added(step, plan):
    copy = replace(
        plan.objectives[2].goals[0],
        id="new-goal",
        position=len(plan.objectives[2].goals),
        text="Meta nueva",
        activities=(
            replace(plan.objectives[2].goals[0].activities[0], id="new-activity", months=()),
        ),
        resources=(),
        indicators=(),
    )
    step.put_tree(copy, plan.objectives[2].id)


class Desk:
    """Comparar in the window, and the fingers of a person."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        window.menus.actions_by_words["Comparar con lo enviado…"].trigger()
        self.screen = window.view.screen_of("compare")
        self.body, self.bar = self.screen.body, self.screen.bar
        self.rows, self.list = self.body.rows, self.body.list
        QAbstractItemModelTester(
            self.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, self.screen
        )
        self.path = window.open_plan.file.path

    @property
    def titles(self):
        return [row.difference.title for row in self.rows.rows if row.difference is not None]

    def key(self, start):
        return next(key for key in sorted(self.screen.comparison.keys) if key.startswith(start))

    def go_to(self, start):
        """Go down with the arrow until a difference is reached."""
        key = self.key(start)
        self.list.setFocus()
        press(Key.Key_Home)
        for _ in range(50):
            if self.list.current() is not None and self.list.current().key == key:
                return
            press(Key.Key_Down)
        raise AssertionError(f"{key} was never reached")

    def mark(self, start):
        self.go_to(start)
        press(Key.Key_Space)

    def choose_source(self, side, name):
        """Choose a revision in one of the two lists with the keyboard."""
        box = self.bar.sides[side]
        box.setFocus()
        at = next(at for at in range(box.count()) if box.itemText(at).startswith(name))
        press(Key.Key_Home)
        for _ in range(at):
            press(Key.Key_Down)
        press(Key.Key_Return)


@pytest.fixture
def desk(sent, open_window, qtbot):
    return Desk(open_window(sent), qtbot)


def test_the_plan_is_compared_with_what_was_sent(desk):
    assert desk.titles == [
        "Lugar",
        "Actividad 1.1.1",
        "Actividad 2.1.1",
        "Actividad 2.2.1",
        "Meta 3.4",
        "Actividad 3.4.1",
    ]
    assert desk.bar.sides[0].currentText() == "1.ª revisión, enviada el 12 nov 2026"
    assert focused() is desk.list
    assert desk.list.current().title == "Lugar"


def test_the_words_of_both_revisions_stand_beside_each_other(desk):
    desk.go_to("changed:plan")
    details = desk.body.details
    assert details.old.words.accessibleName() == FIRST.place
    assert details.new.words.accessibleName() == "Santa Elena"
    assert details.old.name.text() == "Antes · 1.ª revisión, enviada el 12 nov 2026"


def test_the_months_that_changed_are_shown_as_cells(desk):
    desk.go_to("changed:activity")
    (cell,) = desk.body.details.months.cells
    assert cell.accessibleName().startswith("Programado, ")
    assert cell.accessibleName().endswith("ahora 999")


def test_what_is_marked_with_the_space_bar_is_taken_as_one_step(desk):
    before = read(desk.path)
    desk.mark("changed:plan")
    desk.mark("changed:activity")
    click(desk.screen.take)
    now = read(desk.path)
    assert now.place == FIRST.place
    assert now.objectives[1].goals[1] == FIRST.objectives[1].goals[1]
    assert desk.window.open_plan.next_undo().label == "Tomar 2 diferencias de otra revisión"
    QApplication.processEvents()
    assert "Lugar" not in desk.titles
    press(Key.Key_Z, CONTROL)
    assert read(desk.path) == before
    QApplication.processEvents()
    assert "Lugar" in desk.titles


def test_with_everything_taken_the_plan_is_as_it_was_sent(desk):
    click(desk.bar.all)
    click(desk.screen.take)
    assert compared(read(desk.path), FIRST).sections == ()
    QApplication.processEvents()
    assert desk.body.currentIndex() == 0
    assert not desk.screen.take.isVisible()


def test_a_click_on_a_box_marks_and_a_click_on_the_words_does_not(desk):
    row = desk.rows.place(desk.key("changed:plan"))
    place = desk.list.visualRect(desk.rows.index(row))
    box = desk.list._delegate.check_box(place).center().toPoint()
    QTest.mouseClick(desk.list.viewport(), LEFT, pos=place.topLeft() + QPoint(120, 20))
    assert desk.rows.chosen == set()
    QTest.mouseClick(desk.list.viewport(), LEFT, pos=box)
    assert desk.rows.chosen == {desk.key("changed:plan")}
    assert desk.screen.take.text() == "Tomar lo elegido (1)"


def test_leaving_a_goal_out_again_leaves_its_new_activity_out_too(desk):
    desk.mark("added:goal")
    assert desk.rows.chosen == {desk.key("added:goal"), "added:activity:new-activity"}
    assert "Se toma junto con: Actividad" in desk.body.details.note.text()
    press(Key.Key_Space)
    assert desk.rows.chosen == set()
    press(Key.Key_Space)
    click(desk.screen.take)
    assert "Meta nueva" not in [goal.text for goal in read(desk.path).goals()]


def test_only_one_kind_is_shown_when_its_pill_is_chosen(desk):
    pill = next(one for one in desk.bar.pills.buttons if one.words.word == "Movidas")
    click(pill)
    assert desk.titles == ["Actividad 2.1.1"]
    click(desk.bar.all)
    assert desk.rows.chosen == {desk.key("moved:activity")}


def test_the_sides_can_trade_places_and_then_words_are_brought_in(desk):
    click(desk.bar.swap)
    assert desk.bar.sides[1].currentText() == "1.ª revisión, enviada el 12 nov 2026"
    desk.mark("changed:plan")
    click(desk.screen.take)
    assert read(desk.path).place == FIRST.place
    assert [one.event for one in read(desk.path).deliveries] == ["sent"]


def test_of_two_kept_revisions_nothing_can_be_taken(sent, open_window, qtbot):
    keep(sent, at=1)
    desk = Desk(open_window(sent), qtbot)
    assert desk.titles == []
    desk.choose_source(0, "1.ª")
    assert "Lugar" in desk.titles
    assert desk.screen.take.isVisible()
    desk.choose_source(1, "2.ª")
    assert "Lugar" in desk.titles
    assert not desk.screen.take.isVisible()
    assert not desk.rows.can_choose


def test_another_file_is_compared_and_its_words_are_taken(desk, tmp_path):
    other = replace(read(desk.path), place="Otro pueblo", responsible="Otra persona")
    path = written(tmp_path / "de una colega.sqlite", other)
    while_asked(lambda: desk.choose_source(1, "Otro archivo"), choose_file(path))
    assert desk.bar.sides[1].currentText() == "Archivo “de una colega.sqlite”"
    desk.choose_source(0, "El plan")
    assert desk.titles == ["Elaborado por", "Lugar"]
    desk.mark("changed:plan:place")
    click(desk.screen.take)
    now = read(desk.path)
    assert (now.place, now.responsible) == ("Otro pueblo", FIRST.responsible)


def test_a_file_that_is_no_plan_is_refused_and_the_comparison_stays(desk, tmp_path):
    path = tmp_path / "carta.sqlite"
    path.write_bytes(b"Estimados colegas")
    titles = desk.titles
    while_asked(lambda: desk.choose_source(0, "Otro archivo"), choose_file(path))
    assert "carta.sqlite" in desk.screen._band.sentence.text()
    assert desk.titles == titles
    assert desk.bar.sides[0].currentText().startswith("1.ª revisión")


def test_a_plan_that_was_never_sent_says_so_and_offers_another_file(plan_file, open_window, qtbot):
    desk = Desk(open_window(plan_file(FIRST)), qtbot)
    state = desk.body.widget(0)
    assert "Todavía no hay con qué comparar" in state._sentence.text()
    assert not desk.screen.save.isEnabled()
    assert focused() is desk.bar.sides[0]


def test_the_comparison_is_kept_as_pdf_and_json(desk, tmp_path):
    for words, name in (("PDF…", "comparación.pdf"), ("JSON…", "comparación.json")):
        entry = next(one for one in desk.screen._menu.actions() if one.text() == words)
        target = tmp_path / name
        while_asked(entry.trigger, choose_file(target))
        desk.qtbot.waitUntil(lambda target=target: target.exists(), timeout=MOST)
    assert "Santa Elena" in joined((tmp_path / "comparación.pdf").read_bytes())
    document = json.loads((tmp_path / "comparación.json").read_text("utf-8"))
    assert document["old"]["name"] == "1.ª revisión, enviada el 12 nov 2026"


def test_the_paper_is_also_kept_with_the_keys(desk, tmp_path):
    desk.list.setFocus()
    while_asked(lambda: press(Key.Key_S, CONTROL | SHIFT), choose_file(tmp_path / "c.pdf"))
    desk.qtbot.waitUntil((tmp_path / "c.pdf").exists, timeout=MOST)


def test_a_jump_leads_to_the_row_in_its_step(desk):
    desk.go_to("changed:activity")
    click(desk.body.details.jump)
    assert desk.window.view.step == "goals"


def test_what_is_written_meanwhile_is_compared_anew(desk):
    with desk.window.open_plan.writing("Escribir") as step:
        step.put("plan", read(desk.path).id, unit="Otra unidad")
    desk.window.view.show_step("compare")
    assert "Unidad" in desk.titles


def test_what_the_office_gave_is_locked_and_says_why(tmp_path, open_window, qtbot):
    kit = Plan(
        id="kit", role="kit", entity="Valle", strategic_lines=(StrategicLine(id="l", name="A"),)
    )
    plan = plan_from_kit(kit, "Catastro")
    path = written(tmp_path / "catastro.sqlite", replace(plan, place="Aquí"))
    other = replace(plan, entity="Otra municipalidad", place="Allá")
    desk = Desk(open_window(path), qtbot)
    desk.screen.compare_with_file(written(tmp_path / "otro.sqlite", other))
    assert desk.rows.why_not("changed:plan:entity") == "Viene de Planificación: aquí no se cambia."
    click(desk.bar.all)
    assert desk.rows.chosen == {"changed:plan:place"}
    click(desk.screen.take)
    assert (read(path).entity, read(path).place) == ("Valle", "Allá")


def test_the_office_looks_at_the_revisions_of_a_unit_and_takes_nothing(
    tmp_path, open_window, qtbot
):
    units = [
        replace(followed_plan(followed([4], [4], text="Visitar")), id=f"plan-{name}", unit=name)
        for name in ("Cobros", "Mercados")
    ]
    path = written(tmp_path / "consolidado.sqlite", Plan(id="kit", role="kit"), *units)
    keep(path, "received")
    with PlanFile.open(path) as file, file.step("Recibir") as step:
        step.put("plan", "plan-Mercados", place="Allá")
    desk = Desk(open_window(path), qtbot)
    assert desk.titles == []
    assert [desk.bar.unit.itemText(at) for at in range(2)] == ["Cobros", "Mercados"]
    desk.bar.unit.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert desk.titles == ["Lugar"]
    assert not desk.screen.take.isVisible()
    assert not desk.rows.can_choose
    desk.screen.compare_with("plan-Cobros", "")
    assert desk.titles == []
    assert desk.bar.unit.currentText() == "Cobros"


def test_entregas_leads_to_a_revision_of_a_unit(tmp_path, open_window, qtbot):
    unit = replace(followed_plan(followed([4], [4], text="Visitar")), unit="Cobros")
    path = written(tmp_path / "consolidado.sqlite", Plan(id="kit", role="kit"), unit)
    keep(path, "received")
    with PlanFile.open(path) as file, file.step("Recibir") as step:
        step.put("plan", unit.id, place="Allá")
    keep(path, "received", at=1)
    window = open_window(path, step="deliveries")
    deliveries = window.view.screen_of("deliveries")
    click(button(deliveries.details.revisions, "Comparar"))
    screen = window.view.screen_of("compare")
    assert window.view.step == "compare"
    assert screen.bar.sides[0].currentText() == "1.ª revisión, recibida el 12 nov 2026"
    assert [one.title for one in screen.comparison.differences] == ["Lugar"]
    assert focused() is screen.body.list


def test_of_a_received_plan_the_revision_before_is_compared_at_first(tmp_path, open_window, qtbot):
    unit = replace(followed_plan(followed([4], [4], text="Visitar")), unit="Cobros")
    path = written(tmp_path / "consolidado.sqlite", Plan(id="kit", role="kit"), unit)
    for at, place in enumerate(("Allá", "Lejos")):
        keep(path, "received", at)
        with PlanFile.open(path) as file, file.step("Recibir") as step:
            step.put("plan", unit.id, place=place)
    keep(path, "received", at=2)
    desk = Desk(open_window(path), qtbot)
    assert desk.bar.sides[0].currentText().startswith("2.ª")
    assert desk.titles == ["Lugar"]


def test_a_revision_that_the_file_does_not_keep_is_not_offered(desk):
    with desk.window.open_plan.writing("Entregar") as step:
        told = Delivery(id="lost", position=5, event="sent", revision=9, digest="lost")
        step.put_row(told, FIRST.id)
    QApplication.processEvents()
    names = [desk.bar.sides[0].itemText(at) for at in range(desk.bar.sides[0].count())]
    assert not [name for name in names if name.startswith("9.ª")]


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1600, 1000)])
def test_nothing_is_cut_in_any_size(sent, open_window, qtbot, width, height):
    desk = Desk(open_window(sent, width, height), qtbot)
    desk.go_to("changed:activity")
    QApplication.processEvents()
    for widget in (desk.screen.take, desk.screen.save, desk.bar.all, desk.bar.swap):
        assert widget.width() >= widget.sizeHint().width()
        corner = widget.mapTo(desk.window, QPoint(widget.width(), widget.height()))
        assert corner.x() <= desk.window.width()
    assert desk.body.details.horizontalScrollBar().maximum() == 0
