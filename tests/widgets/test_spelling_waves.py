"""Waves in text that is painted, as in the rows of the outline, appear once words are looked up."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from poadesk.widgets.spelling import spelling
from poadesk.widgets.spelling_waves import places_of, waves_in
from poadesk.writing.example import example_plan


@pytest.fixture
def checking(qtbot, themed_app, tmp_path):
    """The dictionary is loaded and has not looked up any word yet."""
    spelling().begin(tmp_path / "diccionario.txt")
    qtbot.waitUntil(lambda: spelling().is_on, timeout=20_000)
    yield spelling()
    spelling().want(True)


def stretches(text: str) -> list[str]:
    encoded = text.encode("utf-16-le")
    return [
        encoded[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in waves_in(text)
    ]


def red_pixels(widget: QWidget) -> int:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colors = (
        QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height())
    )
    return sum(color.red() - max(color.green(), color.blue()) > 60 for color in colors)


def test_painting_does_not_wait_for_words_that_were_never_looked_up(qtbot, checking):
    text = "Un analisis 🏛️ y una constansia"
    with qtbot.waitSignal(checking.learned):
        assert stretches(text) == []
    assert stretches(text) == ["analisis", "constansia"]
    checking.add("analisis")
    with qtbot.waitSignal(checking.learned):
        stretches(text)
    assert stretches(text) == ["constansia"]


def test_turned_off_nothing_is_painted(qtbot, checking):
    with qtbot.waitSignal(checking.learned):
        waves_in("constansia")
    checking.want(False)
    assert waves_in("constansia") == []


def test_places_are_counted_as_qt_counts_them():
    assert list(places_of("🏛️ sí 🏛️🏛️ no")) == [(4, 2, "sí"), (14, 2, "no")]
    assert list(places_of("")) == []


def test_rows_of_the_outline_show_their_waves_while_nobody_writes_in_them(
    qtbot, open_window, plan_file
):
    plan = example_plan()
    wrong = dataclasses.replace(plan.objectives[0], text="Aser un analisis")
    window = open_window(
        plan_file(dataclasses.replace(plan, objectives=(wrong, *plan.objectives[1:])))
    )
    qtbot.waitUntil(lambda: spelling().is_on, timeout=20_000)
    window.view.show_step("goals")
    rows = window.view.screen_of("goals").outline.viewport()
    qtbot.waitUntil(lambda: red_pixels(rows) > 20, timeout=10_000)
    window.menus.actions_by_words["Revisar la ortografía"].trigger()
    qtbot.waitUntil(lambda: red_pixels(rows) == 0)
    window.menus.actions_by_words["Revisar la ortografía"].trigger()
