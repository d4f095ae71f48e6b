"""POA consolidado and Cronograma general, as a person of the planning office uses them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from office_plans import UNITS, kit, office
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from reading import joined, pages
from typing_keys import CONTROL, SHIFT, Key, button, choose_file, click, focused, press, while_asked
from visible_words import words_of

from poadesk.planfile.plan_file import PlanFile

MOST = 30_000  # milliseconds that a document may take on a slow machine
FEW = office(UNITS[:3])


@pytest.fixture
def open_office(open_window, tmp_path):
    def open_on(*plans, **how):
        path = tmp_path / "Consolidado 2027.sqlite"
        with PlanFile.create(path) as file:
            file.begin_with(plans or FEW)
        return open_window(path, **how)

    return open_on


@pytest.fixture
def screen_of(open_office, qtbot):
    def show(step, *plans):
        window = open_office(*plans, step=step)
        screen = window.view.screen_of(step)
        wait(screen, qtbot)
        return screen

    return show


def wait(screen, qtbot):
    def is_idle():
        busy = screen.builder.is_busy or screen.workbooks.is_busy
        return not busy and not screen._later.isActive()

    qtbot.waitUntil(is_idle, timeout=MOST)


def test_the_consolidated_plan_is_shown_as_it_will_be_printed(screen_of):
    screen = screen_of("consolidated")
    assert screen.preview.document.pageCount() == len(pages(screen.pdf))
    text = joined(screen.pdf)
    for name in UNITS[:3]:
        assert name in text
    assert f"{len(pages(screen.pdf))} páginas en papel carta" in screen._subtitle.text()
    assert screen.panel.all_units.text() == "Todas las que entregaron (3)"
    assert screen.panel.approved.text() == "Solo las aprobadas (1)"


def test_another_order_puts_the_units_under_their_lines(screen_of, qtbot):
    screen = screen_of("consolidated")
    assert "por línea estratégica" not in joined(screen.pdf)
    click(screen.panel.order._group.buttons()[1])
    wait(screen, qtbot)
    assert "por línea estratégica" in joined(screen.pdf)


def test_only_the_approved_units_are_printed_when_so_chosen(screen_of, qtbot):
    screen = screen_of("consolidated")
    click(screen.panel.approved)
    wait(screen, qtbot)
    text = joined(screen.pdf)
    assert "Plan consolidado de 1 unidad" in text
    assert UNITS[1] in text
    assert UNITS[0] not in text
    assert "aprobó la institución" in text


def test_the_list_of_units_is_the_other_document(screen_of, qtbot):
    screen = screen_of("consolidated")
    click(screen.panel.documents["units"])
    wait(screen, qtbot)
    assert "Mercados" in joined(screen.pdf)
    assert not screen.panel._order_box.isVisible()


def test_the_pages_that_are_seen_are_saved(screen_of, tmp_path):
    screen, target = screen_of("consolidated"), tmp_path / "poa.pdf"
    while_asked(lambda: press(Key.Key_S, CONTROL | SHIFT), choose_file(target))
    assert target.read_bytes() == screen.pdf
    assert screen._band.accessibleName() == "Se guardó “poa.pdf”."


def test_the_workbook_is_made_beside_the_window(screen_of, qtbot, tmp_path):
    screen, target = screen_of("consolidated"), tmp_path / "poa.xlsx"
    while_asked(lambda: click(screen.panel.workbook_button), choose_file(target))
    wait(screen, qtbot)
    assert load_workbook(BytesIO(target.read_bytes())).sheetnames == [
        "Resumen",
        "Unidades",
        "Actividades",
        "Cronograma",
    ]
    assert screen._band.accessibleName() == "Se guardó “poa.xlsx”."


def test_the_focus_is_on_the_button_again_when_the_workbook_is_made(screen_of, qtbot, tmp_path):
    screen = screen_of("consolidated")
    screen.panel.workbook_button.setFocus()
    while_asked(lambda: press(Key.Key_Return), choose_file(tmp_path / "poa.xlsx"))
    assert focused() is button(screen, "Detener")
    wait(screen, qtbot)
    assert focused() is screen.panel.workbook_button
    while_asked(lambda: press(Key.Key_Return), choose_file(tmp_path / "otra.xlsx"))
    press(Key.Key_Return)  # stops it
    wait(screen, qtbot)
    assert focused() is screen.panel.workbook_button
    assert not (tmp_path / "otra.xlsx").exists()


def test_a_workbook_that_cannot_hold_the_plans_says_why(screen_of, qtbot, tmp_path):
    other = replace(FEW[2], first_month="2027-07")
    screen = screen_of("consolidated", *FEW[:2], other)
    target = tmp_path / "poa.xlsx"
    while_asked(lambda: click(screen.panel.workbook_button), choose_file(target))
    wait(screen, qtbot)
    assert "mismos meses" in screen._band.accessibleName()
    assert not (tmp_path / "poa.xlsx").exists()


def test_long_work_can_be_stopped_and_begun_again(open_office, qtbot):
    window = open_office()
    window.view.show_step("consolidated")
    screen = window.view.screen_of("consolidated")
    assert screen._progress.isVisible()
    click(button(screen, "Detener"))
    assert not screen.builder.is_busy
    assert "Se detuvo" in screen._band.accessibleName()
    qtbot.waitUntil(screen._band.action.isVisible)
    click(button(screen, "Prepararlas"))
    wait(screen, qtbot)
    assert screen.pdf


@pytest.mark.parametrize("step", ["consolidated", "general_schedule"])
def test_an_office_that_received_nothing_is_told_where_to_begin(screen_of, step):
    screen = screen_of(step, kit(UNITS[:3]))
    assert screen.body.currentWidget() is screen._nothing
    assert screen.pdf == b""
    press(Key.Key_S, CONTROL | SHIFT)  # there is nothing to save, and nothing is asked
    wanted = []
    screen.go_to_step.connect(wanted.append)
    click(button(screen, "Ir a Entregas"))
    assert wanted == ["deliveries"]


def test_the_cronograma_counts_the_activities_of_each_unit_and_month(screen_of):
    screen = screen_of("general_schedule")
    model = screen.model
    assert model.rowCount() == 4
    first = [model.text(0, column) for column in range(model.columnCount())]
    assert first[:5] == ["01", UNITS[0], "8", "5", "6"]
    assert model.text(3, 1) == "TOTAL"
    assert model.text(3, 2) == str(sum(int(model.text(row, 2)) for row in range(3)))


def test_the_table_is_copied_and_sorted_with_keys(screen_of):
    screen = screen_of("general_schedule")
    screen.grid.setFocus()
    screen.grid.go_to_row(0, 2)
    press(Key.Key_Space)
    press(Key.Key_Space)
    assert screen.model.text(0, 1) == UNITS[2]
    screen.grid.go_to_row(0, 1)
    press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == UNITS[2]


def test_the_cronograma_is_seen_on_paper_with_its_options(screen_of, qtbot):
    screen = screen_of("general_schedule")
    assert not screen.panel.isVisible()
    click(screen.choice._group.buttons()[1])
    assert screen.preview.isVisible()
    assert screen.panel.isVisible()
    assert not screen.keep.isVisible()
    click(screen.panel.approved)
    wait(screen, qtbot)
    assert UNITS[0] not in joined(screen.pdf)
    assert screen.model.rowCount() == 2


def test_a_long_document_draws_only_the_small_pages_in_sight(screen_of, qtbot):
    screen = screen_of("consolidated")
    small = screen.preview._small
    qtbot.waitUntil(lambda: bool(screen.preview._drawn))
    assert len(screen.preview._drawn) < small.count()
    small.verticalScrollBar().setValue(small.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: small.count() - 1 in screen.preview._drawn)


def test_the_office_itself_is_no_unit_of_its_documents(screen_of):
    named = (replace(FEW[0], unit="NO ES UNIDAD"), *FEW[1:])
    screen = screen_of("general_schedule", *named)
    assert "NO ES UNIDAD" not in joined(screen.pdf)
    assert "NO ES UNIDAD" not in " ".join(words_of(screen))
