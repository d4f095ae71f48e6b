"""Out of the live paper: the whole plan as a PDF or on a printer, with mouse or keys."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from typing_keys import (
    CONTROL,
    Key,
    button,
    choose,
    choose_file,
    click,
    focused,
    press,
    replace_text,
    type_words,
    while_asked,
)

from poadesk.plan.model import Plan
from poadesk.printing.annual_plan import build
from poadesk.printing.screen.live_paper import LivePaper
from poadesk.printing.screen.print_question import PrintQuestion
from poadesk.writing.example import example_plan

MOST = 20_000  # milliseconds that the pages may take on a slow machine


@pytest.fixture
def plan() -> Plan:
    return example_plan()


@pytest.fixture
def window(open_window, plan_file, plan):
    return open_window(plan_file(plan), 1440, 900)


@pytest.fixture
def panel(window) -> LivePaper:
    return window.view.paper.panel


def go_to_the_paper(window) -> None:
    """Come into the paper with the keyboard alone."""
    for _ in range(5):
        if window.view.paper.panel.isAncestorOf(focused()):
            return
        QTest.keyClick(window, Key.Key_F6)
    raise AssertionError("F6 does not lead into the paper")


def choose_entry(window, panel: LivePaper, downs: int) -> None:
    """Open the menu of the paper and choose its n-th entry, with the keyboard alone."""
    go_to_the_paper(window)
    while focused() is not panel._more:
        press(Key.Key_Tab)
        assert panel.isAncestorOf(focused())
    press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is panel.menu
    for _ in range(downs):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)


def wait_until_said(panel: LivePaper, qtbot) -> str:
    qtbot.waitUntil(
        lambda: panel.output.band is not None and panel.output.band.isVisible(), timeout=MOST
    )
    return panel.output.band.accessibleName()


def test_the_pdf_saved_from_the_paper_is_the_whole_plan(window, panel, plan, tmp_path, qtbot):
    target = tmp_path / "desde el papel.pdf"
    while_asked(lambda: choose_entry(window, panel, 1), choose_file(target))
    assert wait_until_said(panel, qtbot) == "Se guardó “desde el papel.pdf”."
    assert target.read_bytes() == build([plan])


def test_the_pdf_has_what_was_typed_a_moment_ago(window, panel, tmp_path, qtbot):
    target = tmp_path / "ahora.pdf"
    replace_text("Alcaldía de Peña Blanca")
    while_asked(lambda: click_entry(panel, "Guardar PDF…"), choose_file(target))
    wait_until_said(panel, qtbot)
    assert "Alcaldía de Peña Blanca" in PdfReader(target).pages[0].extract_text()
    assert target.read_bytes() == build([window.open_plan.plan])


def click_entry(panel: LivePaper, words: str) -> None:
    click(panel._more)
    entry = next(action for action in panel.menu.actions() if action.text() == words)
    QTest.mouseClick(
        panel.menu, Qt.MouseButton.LeftButton, pos=panel.menu.actionGeometry(entry).center()
    )


def test_of_a_long_plan_all_parts_are_saved_though_one_is_shown(
    open_window, plan_file, plan, tmp_path, qtbot
):
    goal = plan.objectives[0].goals[0]
    row = next(plan.activities())
    many = tuple(replace(row, id=f"many-{at}", months=(), weeks=()) for at in range(301))
    goals = (replace(goal, activities=many),)
    long = replace(plan, objectives=(replace(plan.objectives[0], goals=goals),), swot_items=())
    window = open_window(plan_file(long), 1440, 900)
    panel, target = window.view.paper.panel, tmp_path / "largo.pdf"
    assert panel.is_long
    while_asked(lambda: choose_entry(window, panel, 1), choose_file(target))
    wait_until_said(panel, qtbot)
    assert target.read_bytes() == build([long])


def test_a_folder_that_refuses_is_told_and_another_can_be_chosen(window, panel, tmp_path, qtbot):
    panel.output._build(lambda pdf: panel.output._save_in(tmp_path / "no existe" / "a.pdf", pdf))
    assert "No se pudo guardar el PDF" in wait_until_said(panel, qtbot)
    target = tmp_path / "b.pdf"
    again = button(panel, "Elegir otro lugar…")
    while_asked(lambda: click(again), choose_file(target))
    qtbot.waitUntil(target.exists, timeout=MOST)
    assert "Se guardó" in wait_until_said(panel, qtbot)


def test_the_whole_plan_comes_out_of_the_printer_page_by_page(panel, plan, tmp_path, qtbot):
    printer, target = QPrinter(), tmp_path / "impreso.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    panel.output.print_on(printer, 1)
    assert "ya están en la impresora" in wait_until_said(panel, qtbot)
    printed, made = PdfReader(target).pages, PdfReader(io.BytesIO(build([plan]))).pages
    assert [_size(page) for page in printed] == [_size(page) for page in made]
    assert len(printed) > 5


def _size(page) -> tuple[int, int]:
    return round(page.mediabox.width), round(page.mediabox.height)


def test_a_printer_is_asked_for_before_anything_is_printed(window, panel):
    asked = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PrintQuestion)
        asked.append("print" in dialog.buttons)
        choose("Cancelar" if asked[0] else "Entendido", "Imprimir en papel")(dialog)

    while_asked(lambda: choose_entry(window, panel, 2), look)
    assert asked == [bool(QPrinterInfo.availablePrinterNames())]
    assert not panel.output.builder.is_busy


def test_what_was_said_goes_with_the_pages_it_was_said_of(window, panel, tmp_path, qtbot):
    while_asked(lambda: choose_entry(window, panel, 1), choose_file(tmp_path / "a.pdf"))
    wait_until_said(panel, qtbot)
    window.view.go_to_field("general", "", "entity")
    press(Key.Key_End, CONTROL)
    type_words(" Nueva")
    qtbot.waitUntil(lambda: panel.output.band is None, timeout=MOST)


def test_a_click_on_the_menu_of_the_paper_takes_no_focus(window, panel):
    editor = focused()
    click(panel._more)
    QTest.keyClick(panel.menu, Key.Key_Escape)
    assert focused() is editor
