"""Imprimir: the pages are made beside the window, and what is seen is what is kept."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from typing_keys import (
    CONTROL,
    SHIFT,
    Key,
    button,
    choose_file,
    click,
    focused,
    replace_text,
    while_asked,
)

from poadesk.writing.example import example_plan

MOST = 20_000  # milliseconds that the pages may take on a slow machine


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(example_plan()), step="print")


@pytest.fixture
def screen(window):
    window.view.show_step("print")
    return window.view.screen_of("print")


@pytest.fixture
def built(screen, qtbot):
    wait_for_pages(screen, qtbot)
    return screen


def wait_for_pages(screen, qtbot) -> None:
    def is_idle() -> bool:
        return not screen.builder.is_busy and not screen._later.isActive()

    qtbot.waitUntil(is_idle, timeout=MOST)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_the_pages_are_made_beside_the_window(screen, qtbot):
    beats = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()
    assert screen.pdf == b""
    assert screen._progress.isVisible()
    wait_for_pages(screen, qtbot)
    assert beats
    assert not screen._progress.isVisible()
    assert len(pages(screen.pdf)) == screen.preview.document.pageCount()


def test_the_labels_say_which_page_how_many_and_how_large(built):
    count = built.preview.document.pageCount()
    assert built._pages.text() == f"1 de {count}"
    assert built._subtitle.text().startswith(f"{count} páginas en papel carta")
    built.preview.go_to_page(2)
    assert built._pages.text() == f"3 de {count}"
    before = built.preview.zoom_factor()
    click(built.header_buttons.itemAt(5).widget())
    assert built.preview.zoom_factor() > before
    assert built._size.text() == f"{round(built.preview.zoom_factor() * 100)} %"


def test_another_paper_makes_the_pages_anew(built, qtbot):
    built.options.paper._group.buttons()[2].click()
    wait_for_pages(built, qtbot)
    box = PdfReader(io.BytesIO(built.pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    assert "papel A4" in built._subtitle.text()


def test_only_the_parts_that_are_chosen_are_printed(built, qtbot):
    built.options.parts["swot"].click()
    wait_for_pages(built, qtbot)
    assert built.options.some.isChecked()
    assert len(pages(built.pdf)) == 1
    assert "Fortalezas" in pages(built.pdf)[0]
    built.options.whole.click()
    wait_for_pages(built, qtbot)
    assert len(pages(built.pdf)) > 1


def test_some_parts_without_a_choice_means_the_matrix(built, qtbot):
    built.options.some.click()
    assert built.options.options().parts == ("matrix",)


def test_the_newest_wish_wins(screen, qtbot):
    finished = []
    screen.builder.built.connect(finished.append)
    for at in (1, 2, 0, 1):
        screen.options.paper._group.buttons()[at].click()
    wait_for_pages(screen, qtbot)
    assert len(finished) == 1
    assert "papel oficio" in screen._subtitle.text()


def test_stop_gives_up_and_can_begin_again(screen, qtbot):
    click(button(screen, "Detener"))
    assert not screen.builder.is_busy
    assert "Se detuvo" in screen._band.accessibleName()
    qtbot.waitUntil(screen._band.action.isVisible)
    click(button(screen, "Prepararlas"))
    wait_for_pages(screen, qtbot)
    assert screen.pdf


def test_a_change_elsewhere_is_on_the_pages_when_the_person_comes_back(built, window, qtbot):
    window.view.show_step("general")
    replace_text("Alcaldía de Prueba Nueva")
    window.view.show_step("print")
    wait_for_pages(built, qtbot)
    assert "Alcaldía de Prueba Nueva" in pages(built.pdf)[0]


def test_leaving_the_screen_gives_up_and_coming_back_begins_again(screen, window, qtbot):
    window.view.show_step("general")
    assert not screen.builder.is_busy
    window.view.show_step("print")
    wait_for_pages(screen, qtbot)
    assert screen.pdf


def test_the_window_can_be_closed_while_the_pages_are_made(screen, window):
    assert screen.builder.is_busy
    window.close()
    assert not window.isVisible()


def test_another_plan_can_be_opened_while_the_pages_are_made(screen, window, plan_file):
    window.open_path(plan_file(example_plan(), "otro.sqlite"))
    assert window.view.step == "general"


def test_the_text_size_can_change_while_the_pages_are_made(screen, window, qtbot):
    QTest.keyClick(window, Key.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: window.view.screen_of("print") is not screen)
    wait_for_pages(window.view.screen_of("print"), qtbot)
    assert window.view.screen_of("print").pdf


def test_the_pdf_is_saved_where_the_person_says(built, window, tmp_path):
    target = tmp_path / "plan para imprimir"
    while_asked(
        lambda: QTest.keyClick(window, Key.Key_S, CONTROL | SHIFT),
        choose_file(target),
    )
    assert (tmp_path / "plan para imprimir.pdf").read_bytes() == built.pdf
    assert "Se guardó “plan para imprimir.pdf”" in built._band.accessibleName()


def test_the_offered_name_is_one_that_every_system_takes(built, window):
    plan = window.open_plan.plan
    words = 'Aseo/Ornato: "calles" \\ <ríos>?\x07\u202e' + "😀" * 200
    window.open_plan.set("plan", plan.id, "unit", words)
    offered = []

    def look(dialog) -> None:
        offered.append(dialog.selectedFiles()[0].rsplit("/", 1)[-1])
        dialog.reject()

    while_asked(lambda: QTest.keyClick(window, Key.Key_S, CONTROL | SHIFT), look)
    assert offered[0].startswith("POA 2027 Aseo Ornato calles ríos 😀")
    assert len(offered[0].encode()) < 255


def test_a_folder_that_refuses_is_told_in_words(built, tmp_path, qtbot):
    folder = tmp_path / "no existe"
    assert not built.save_pdf(folder / "plan.pdf")
    assert "No se pudo guardar el PDF" in built._band.accessibleName()
    qtbot.waitUntil(built._band.action.isVisible)
    while_asked(lambda: click(button(built, "Elegir otro lugar…")), choose_file(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == built.pdf


def test_the_number_of_copies_is_read_with_care(built):
    for text, copies in (("2", 2), ("0", None), ("dos", None), ("100", None)):
        built.options.printers.copies.setText(text)
        assert built.options.printers.number_of_copies() == copies


def test_without_a_printer_nothing_can_be_sent_to_one(built):
    from PySide6.QtPrintSupport import QPrinterInfo

    assert built.options.print_button.isEnabled() == bool(QPrinterInfo.availablePrinterNames())


def test_page_keys_turn_the_pages(built):
    assert focused() is built.preview.view
    QTest.keyClick(focused(), Key.Key_PageDown)
    QTest.keyClick(focused(), Key.Key_PageDown)
    assert built.preview.view.verticalScrollBar().value() > 0


def test_no_pages_are_made_of_a_plan_that_is_closed(built):
    built.builder.finish()
    built.build()
    assert not built.builder.is_busy
