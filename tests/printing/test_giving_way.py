"""Whoever types goes first: what is made beside the window waits while a key is answered."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import Key, focused

from poadesk.printing.giving_way import give_way, hold_up, let_go_on
from poadesk.printing.options import PrintOptions
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.writing.example import example_plan


@pytest.fixture(autouse=True)
def nothing_waits_afterwards():
    yield
    let_go_on()


def test_a_thread_waits_until_the_key_is_answered():
    hold_up()
    beside = threading.Thread(target=give_way)
    beside.start()
    beside.join(0.1)
    assert beside.is_alive()
    let_go_on()
    beside.join()


def test_nothing_waits_where_no_key_is_answered():
    beside = threading.Thread(target=give_way)
    beside.start()
    beside.join()


def test_the_window_itself_never_waits():
    hold_up()
    give_way()  # in this thread; a wait would end the test run


def test_pages_are_built_although_keys_hold_them_up(qtbot):
    builder = PdfBuilder()
    with qtbot.waitSignal(builder.built, timeout=20_000):
        builder.build(example_plan(), PrintOptions())
        for _ in range(20):
            builder.give_way()
            qtbot.wait(2)


def test_a_plan_is_closed_at_once_although_a_key_holds_its_pages_up(qtbot):
    builder = PdfBuilder()
    builder.build(example_plan(), PrintOptions())
    builder.give_way()
    builder.finish()
    assert not builder.is_busy


def press_a():
    QTest.keyClick(focused(), Key.Key_A)


def compose_an_accent():
    accent = QInputMethodEvent()
    accent.setCommitString("á")
    QApplication.sendEvent(focused(), accent)


@pytest.mark.parametrize("type_one", [press_a, compose_an_accent])
def test_a_letter_in_a_field_holds_up_the_paper_until_it_is_painted(
    open_window, plan_file, qtbot, type_one
):
    window = open_window(plan_file(example_plan()), 1280, 800)
    if not window.view.paper.is_open:
        window.view.paper.toggle()
    builder = window.view.paper.panel.builder
    qtbot.waitUntil(lambda: builder.is_busy)
    type_one()
    beside = threading.Thread(target=give_way)
    beside.start()
    beside.join(0.1)
    waited = beside.is_alive()
    qtbot.waitUntil(lambda: not beside.is_alive())
    assert waited
    qtbot.waitUntil(lambda: not builder.is_busy, timeout=20_000)
