"""Informes and Imprimir over the file of the planning office: only units have plans."""

from __future__ import annotations

import pytest
from follow_up_plans import followed, followed_plan
from office_plans import UNITS, kit, office
from PySide6.QtWidgets import QApplication
from reading import joined
from typing_keys import CONTROL, SHIFT, Key, button, choose_file, click, press, while_asked
from visible_words import words_of

from poadesk.planfile.plan_file import PlanFile

MOST = 30_000  # milliseconds that a report may take on a slow machine
NAME = "NO ES UNIDAD"


@pytest.fixture
def open_office(open_window, tmp_path):
    def open_on(*plans):
        path = tmp_path / "Consolidado 2027.sqlite"
        with PlanFile.create(path) as file:
            file.begin_with(plans)
        return open_window(path)

    return open_on


def reports(window, qtbot):
    window.view.show_step("reports")
    screen = window.view.screen_of("reports")
    qtbot.waitUntil(lambda: not screen.maker.is_busy and screen.made is not None, timeout=MOST)
    for _ in range(3):
        QApplication.processEvents()
    return screen


def test_the_reports_are_of_the_units_alone(open_office, qtbot):
    plans = office(UNITS[:3], unit=NAME)
    screen = reports(open_office(*plans), qtbot)
    assert [plan.unit for plan in screen.made.wish.plans] == list(UNITS[:3])
    assert NAME not in " ".join(words_of(screen))
    units = screen.body.model.rowCount()
    assert units == sum(len(list(plan.activities())) for plan in plans[1:])


def test_an_office_that_received_nothing_reports_nothing(open_office, qtbot):
    screen = reports(open_office(kit(UNITS[:3])), qtbot)
    press(Key.Key_S, CONTROL | SHIFT)  # asks for no place: there is nothing to keep
    assert "ninguna unidad" in screen._band.accessibleName()
    wanted = []
    screen.go_to_step.connect(wanted.append)
    click(button(screen, "Ir a Entregas"))
    assert wanted == ["deliveries"]


def test_plans_of_other_months_are_told_and_no_report_is_kept_of_them(open_office, qtbot, tmp_path):
    window = open_office(
        followed_plan(followed([1]), unit="Cobros"),
        followed_plan(followed([1]), unit="Aseo", first_month="2027-07", position=1),
    )
    window.view.show_step("reports")
    screen = window.view.screen_of("reports")
    qtbot.waitUntil(lambda: screen._band is not None, timeout=MOST)
    assert "El plan de “Aseo” va de julio de 2027" in screen._band.sentence.text()
    target = tmp_path / "informe.pdf"
    while_asked(lambda: press(Key.Key_S, CONTROL | SHIFT), choose_file(target))
    qtbot.waitUntil(lambda: not screen.output.saver.is_busy, timeout=MOST)
    assert "El plan de “Aseo” va de julio de 2027" in screen._band.sentence.text()
    assert not target.exists()


def test_all_units_are_printed_without_the_office(open_office, qtbot):
    window = open_office(*office(UNITS[:2], unit=NAME))
    window.open_plan.choose(window.open_plan.plans[1].id)
    window.view.show_step("print")
    screen = window.view.screen_of("print")
    assert screen.options.all_units.text() == "Todas las unidades (2)"
    click(screen.options.all_units)
    qtbot.waitUntil(lambda: not screen.builder.is_busy and bool(screen.pdf), timeout=MOST)
    text = joined(screen.pdf)
    assert UNITS[0] in text
    assert UNITS[1] in text
    assert NAME not in text
