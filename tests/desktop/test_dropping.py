"""A plan file that is let go over the window is opened, wherever in the window that is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame
from typing_keys import choose, focused, while_asked

from poadesk.desktop.dropping import PlanDrop, plan_dropped
from poadesk.plan.model import Plan

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def path(plan_file):
    return plan_file(Plan(id="plan", entity="Alcaldía", unit="Aseo"))


@pytest.fixture
def other(plan_file):
    return plan_file(Plan(id="other", unit="Parques"), "otro.sqlite")


@pytest.fixture
def painted_window(open_window, qtbot):
    """Open the window and wait until it has been seen: then it takes files."""

    def open_on(path):
        window = open_window(path)
        qtbot.waitUntil(lambda: window.findChild(PlanDrop) is not None)
        return window

    return open_on


def files(*paths: object) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


def carry(window, content: QMimeData, at: QPoint) -> bool:
    """Bring something over the window, as the desktop does; say whether it may be let go."""
    handle = window.windowHandle()
    enter = QDragEnterEvent(QPointF(at), COPY, content, LEFT, NONE)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(QPointF(at), COPY, content, LEFT, NONE)
    QApplication.sendEvent(handle, move)
    return move.isAccepted()


def let_go(window, content: QMimeData, at: QPoint) -> None:
    QApplication.sendEvent(
        window.windowHandle(), QDropEvent(QPointF(at), COPY, content, LEFT, NONE)
    )


def marks(window) -> list[str]:
    return [
        mark.findChild(QFrame).text()
        for mark in window.findChildren(QFrame)
        if mark.parent() is window and mark.property("panel") == "drop" and mark.isVisible()
    ]


def over_field(window) -> QPoint:
    """Return the middle of the field with the focus, which takes words that are dropped."""
    field = focused()
    return field.mapTo(window, field.rect().center())


def test_a_plan_let_go_over_a_field_is_opened_and_not_written_down(
    painted_window, path, other, qtbot
):
    window = painted_window(path)
    field, at = focused(), over_field(window)
    assert carry(window, files(other), at)
    assert marks(window) == ["Suelte aquí para abrir “otro.sqlite”"]
    let_go(window, files(other), at)
    assert marks(window) == []
    assert field.text() == "Alcaldía"
    qtbot.waitUntil(lambda: window.open_plan.file.path == other)
    assert window.open_plan.plan.unit == "Parques"


def test_a_plan_let_go_over_the_start_page_is_opened(painted_window, path, qtbot):
    window = painted_window(None)
    at = QPoint(10, 300)
    assert carry(window, files(path), at)
    let_go(window, files(path), at)
    qtbot.waitUntil(lambda: window.view is not None)
    assert window.open_plan.file.path == path


def test_the_mark_goes_when_the_file_is_carried_away(painted_window, path):
    window = painted_window(None)
    carry(window, files(path), QPoint(10, 300))
    assert marks(window)
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert marks(window) == []


def test_what_cannot_be_opened_is_told_and_the_plan_stays(painted_window, path, tmp_path, qtbot):
    window = painted_window(path)
    bad = tmp_path / "roto.sqlite"
    bad.write_text("no es un plan")
    at = over_field(window)
    carry(window, files(bad), at)

    def let_it_go() -> None:
        let_go(window, files(bad), at)
        qtbot.wait(300)

    while_asked(let_it_go, choose("Entendido"))
    assert window.open_plan.file.path == path


@pytest.mark.parametrize("names", [("plan.pdf",), ("a.sqlite", "b.sqlite")])
def test_anything_else_is_not_taken_by_the_window(painted_window, path, names):
    window = painted_window(path)
    content = files(*(path.with_name(name) for name in names))
    assert not carry(window, content, QPoint(20, 300))
    assert marks(window) == []
    let_go(window, content, QPoint(20, 300))
    assert window.open_plan.file.path == path


def test_words_can_still_be_dropped_into_a_field(painted_window, path):
    window = painted_window(path)
    field, at = focused(), over_field(window)
    words = QMimeData()
    words.setText("Nueva ")
    assert carry(window, words, at)
    let_go(window, words, at)
    assert "Nueva " in field.text()


def test_only_one_plan_file_can_be_dropped() -> None:
    assert plan_dropped(files("/plans/a.sqlite")) == "/plans/a.sqlite"
    assert plan_dropped(files("/plans/a.sqlite", "/plans/b.sqlite")) == ""
    assert plan_dropped(files("/plans/a.pdf")) == ""
    assert plan_dropped(files()) == ""
    far = QMimeData()
    far.setUrls([QUrl("https://ejemplo.org/a.sqlite")])
    assert plan_dropped(far) == ""
