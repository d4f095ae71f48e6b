"""The notice after a deletion takes back that deletion, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, click, press, replace_text, type_words

from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.notice import Notice
from poadesk.writing.example import example_plan


@pytest.fixture
def path(plan_file):
    return plan_file(example_plan())


@pytest.fixture
def window(open_window, path):
    return open_window(path)


def stored(path):
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def notices(window) -> list[Notice]:
    return [notice for notice in window.view.findChildren(Notice) if notice.isVisible()]


@pytest.fixture
def deleted(window):
    """Delete the first strength, and return how many there were."""
    count = len(window.open_plan.plan.swot_items)
    window.view.show_step("swot")
    press(Key.Key_Delete, CONTROL)
    assert len(window.open_plan.plan.swot_items) == count - 1
    return count


def test_it_takes_back_what_was_deleted(window, path, deleted):
    [notice] = notices(window)
    click(notice.undo)
    assert len(stored(path).swot_items) == deleted


def test_what_was_recorded_is_told_without_the_sign_of_a_deletion(window):
    window.view.show_step("tracking")
    header = window.view.screen_of("tracking").header
    header.fills.aboutToShow.emit()
    header.fills.actions()[0].trigger()
    [notice] = notices(window)
    assert notice.sentence.text().startswith("Se registraron")
    assert notice._sign_name == "check"


def test_it_goes_away_with_the_next_step(window, path, deleted):
    window.view.go_to_field("general", window.open_plan.plan.id, "place")
    replace_text("Puerto Nuevo")
    press(Key.Key_Tab)
    QApplication.processEvents()
    assert notices(window) == []
    press(Key.Key_Z, CONTROL)
    press(Key.Key_Z, CONTROL)
    assert len(stored(path).swot_items) == deleted


def test_it_goes_away_when_the_deletion_was_taken_back_by_a_key(window, path, deleted):
    press(Key.Key_Z, CONTROL)
    assert len(stored(path).swot_items) == deleted
    assert all(notice.undo.isHidden() for notice in notices(window))


def test_what_is_being_typed_is_not_taken_back_with_it(window, path, deleted):
    [notice] = notices(window)
    window.view.go_to_field("general", window.open_plan.plan.id, "place")
    replace_text("Puerto ")
    type_words("Viejo")
    click(notice.undo)
    assert stored(path).place == "Puerto Viejo"
    assert len(stored(path).swot_items) == deleted - 1
    assert [one.sentence.text() for one in notices(window)] == [
        "Después escribió algo más. Con Ctrl+Z se deshace paso por paso."
    ]
