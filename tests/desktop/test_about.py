"""Acerca de poadesk: the versions, to read and to copy."""

from __future__ import annotations

import sqlite3

import pytest
import reportlab
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, button, click, press, while_asked

from poadesk import __version__
from poadesk.desktop.about import Versions, show_about

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def about(open_window):
    """Show the dialog over the start page, and do something with it."""
    window = open_window(None)
    return lambda act: while_asked(lambda: show_about(window, "Cerrar"), act)


def test_the_versions_of_the_program_and_its_parts_are_told(about):
    def look(dialog):
        lines = dialog.findChild(Versions).words.toPlainText().splitlines()
        assert lines[0] == f"poadesk {__version__}"
        assert f"Qt {qVersion()}" in lines
        assert f"SQLite {sqlite3.sqlite_version}" in lines
        assert f"ReportLab {reportlab.__version__}" in lines
        click(button(dialog, "Cerrar"))

    about(look)


def test_a_button_copies_the_versions_and_says_so(about):
    def copy(dialog):
        shown = dialog.findChild(Versions)
        click(shown.copy)
        assert QApplication.clipboard().text() == shown.words.toPlainText()
        assert shown.copy.text() == "Versiones copiadas"
        click(button(dialog, "Cerrar"))

    about(copy)


def test_a_part_of_the_versions_is_chosen_and_copied_with_keys(about):
    def copy(dialog):
        words = dialog.findChild(Versions).words
        words.setFocus()
        press(Key.Key_A, CONTROL)
        press(Key.Key_C, CONTROL)
        assert QApplication.clipboard().text() == words.toPlainText()
        press(Key.Key_X, CONTROL)
        assert words.toPlainText().startswith("poadesk")
        click(button(dialog, "Cerrar"))

    about(copy)


def test_every_version_is_in_sight(about):
    def look(dialog):
        words = dialog.findChild(Versions).words
        assert not words.verticalScrollBar().isVisible()
        click(button(dialog, "Cerrar"))

    about(look)
