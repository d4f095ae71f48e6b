"""What can wait begins to wait when the window has come to rest."""

from __future__ import annotations

from time import sleep

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from poadesk.widgets.later import later

PAUSE = 300  # milliseconds


def test_the_time_in_which_a_screen_is_made_does_not_count(qtbot: QtBot) -> None:
    owner, called = QObject(), []
    later(owner, PAUSE, lambda: called.append(True))
    sleep(PAUSE * 1.2 / 1000)  # a slow computer makes the screen
    QApplication.processEvents()
    assert not called
    qtbot.waitUntil(lambda: bool(called))
    qtbot.wait(PAUSE * 2)
    assert called == [True]


@pytest.mark.parametrize("rested", [False, True])
def test_nothing_is_called_for_what_is_gone(rested: bool, qtbot: QtBot) -> None:
    owner, called = QObject(), []
    later(owner, PAUSE, lambda: called.append(True))
    if rested:
        QApplication.processEvents()
    owner.deleteLater()
    qtbot.wait(PAUSE * 2)
    assert called == []
