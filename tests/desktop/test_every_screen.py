"""What holds on every screen of the example: names, plain text, room for the words, one window."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from office_plans import UNITS, office
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from typing_keys import CONTROL, Key, focused, press

from poadesk.desktop.find_line import FindLine
from poadesk.desktop.overlay_list import Entries
from poadesk.plan.beginning import empty_plan
from poadesk.plan.step_names import ALL_STEPS, OFFICE_STEPS
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.widgets.bound_field import ChoiceBox
from poadesk.widgets.field_frame import LineField
from poadesk.widgets.grid_model import GridModel
from poadesk.widgets.growing_text import GrowingText
from poadesk.widgets.labels import Label
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan

KEYS = [step.key for step in ALL_STEPS]
# Those with pages are looked at where paper is tested.
OFFICE_KEYS = [step.key for step in OFFICE_STEPS if step.key not in ("consolidated", "reports")]
PLANS = {"example": example_plan, "empty": lambda: empty_plan("poa", "2027-01")}
LEAST = (1024, 700)
QUIET = 3  # rounds of events after which nothing more is put off
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def window_on(open_window, plan_file):
    def show(plan, size=LEAST):
        return open_window(plan_file(plan), *size)

    return show


def shown(window, step: str) -> QWidget:
    """Show a step and let it be laid out, which takes rounds; pages of paper are not waited for.

    Pages that are ready meanwhile bring new words, which have their room a round later.
    """
    window.view.show_step(step)
    screen = window.view.screen_of(step)
    rounds = [_picture(screen)]
    while len(rounds) <= QUIET or rounds[-1] != rounds[-1 - QUIET]:
        assert len(rounds) < 100, f"{step} never comes to rest"
        QApplication.processEvents()
        rounds.append(_picture(screen))
    return screen


def _picture(screen: QWidget) -> list[tuple[str, QRect]]:
    return [
        (one.text() if isinstance(one, QLabel) else "", one.geometry())
        for one in visible(screen, QWidget)
    ]


def visible(screen: QWidget, kind: type) -> list:
    return [widget for widget in screen.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("plan", PLANS)
def test_every_control_that_takes_the_focus_has_a_name(window_on, plan):
    window = window_on(PLANS[plan]())
    nameless = []
    for step in KEYS:
        screen = shown(window, step)
        nameless += [
            (step, type(widget).__name__, widget.property("field"))
            for widget in visible(screen, QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not isinstance(widget, QScrollArea)
        ]
    assert nameless == []


@pytest.mark.parametrize("plan", PLANS)
def test_every_label_shows_its_text_literally(window_on, plan):
    window = window_on(PLANS[plan]())
    for step in KEYS:
        shown(window, step)
    labels = window.findChildren(QLabel)
    marked = [one.text() for one in labels if one.textFormat() != Qt.TextFormat.PlainText]
    assert marked == []


def cut_labels(screen: QWidget) -> list[str]:
    """Return the words that have less room than they need."""
    cut = []
    for one in visible(screen, Label):
        if one.wordWrap():
            needed = one.heightForWidth(one.width())
            if one.height() < needed:
                cut.append(f"{one.text()!r}: {one.height()} of {needed} high")
        elif one.text() and one.width() < one.sizeHint().width():
            cut.append(f"{one.text()!r}: {one.width()} of {one.sizeHint().width()} wide")
    for one in visible(screen, QPushButton):
        if one.text() and one.width() < one.minimumSizeHint().width():
            cut.append(f"button {one.text()!r}")
    return cut


def overlapping(screen: QWidget) -> list[str]:
    """Return pairs of labels, buttons and fields of one parent that cover each other."""
    found = []
    for parent in visible(screen, QWidget):
        children = [
            child
            for child in parent.children()
            if isinstance(child, Label | QPushButton | QLineEdit) and child.isVisible()
        ]
        for at, one in enumerate(children):
            for other in children[at + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    found.append(f"{one.accessibleName() or one.text()} / {other.text()}")
    return found


def sticking_out(screen: QWidget) -> list[str]:
    """Return what reaches beyond the side of the screen, where nobody can see it."""
    room = screen.rect()
    found = []
    for one in [*visible(screen, Label), *visible(screen, QPushButton)]:
        area = QRect(one.mapTo(screen, QPoint(0, 0)), one.size())
        if area.left() < room.left() or area.right() > room.right():
            found.append(f"{one.text()!r}: {area.left()} to {area.right()} of {room.width()}")
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("plan", PLANS)
def test_everything_has_its_room_in_the_least_window(window_on, plan, scale):
    window = window_on(PLANS[plan]())
    theme().set_scale(scale)
    QApplication.processEvents()
    wrong = {}
    for step in KEYS:
        screen = shown(window, step)
        found = cut_labels(screen) + overlapping(screen) + sticking_out(screen)
        if found:
            wrong[step] = found
    assert wrong == {}


def test_all_of_this_holds_where_the_system_draws_everything_twice_as_large():
    """A screen of 200 % is another platform to Qt, and needs a program of its own."""
    room = f"{__file__}::test_everything_has_its_room_in_the_least_window[example-1.0]"
    sharp = f"{__file__}::test_pictures_are_as_dense_as_the_screen"
    wanted = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", room, sharp]
    twice = {**os.environ, "QT_SCALE_FACTOR": "2"}
    ran = subprocess.run(wanted, env=twice, capture_output=True, text=True, timeout=110)
    assert "2 passed" in ran.stdout, ran.stdout + ran.stderr


def test_pictures_are_as_dense_as_the_screen(window_on):
    window = window_on(example_plan())
    density = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    assert window.grab().devicePixelRatio() == density
    blurred = [
        (step, one.text() or one.accessibleName())
        for step in KEYS
        for one in visible(shown(window, step), QLabel)
        if not one.pixmap().isNull() and one.pixmap().devicePixelRatio() != density
    ]
    assert blurred == []


def our_models() -> set[type]:
    """Return the models of lists, trees and tables that the program has, all screens loaded."""
    found, waiting = set(), [QAbstractItemModel]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found |= {one for one in below if one.__module__.startswith("poadesk.")}
    return found


def watch_models(window, steps) -> set[type]:
    """Show steps, change the plan and show them again, each model under Qt's own tester."""
    watched = {}
    for step in steps:
        screen = shown(window, step)
        if step == "tracking":
            screen.show_missing()
        for model in {view.model() for view in window.findChildren(QAbstractItemView)}:
            if type(model) in our_models() and model not in watched:
                watched[model] = QAbstractItemModelTester(model, FATAL)
    window.open_plan.set("plan", window.open_plan.plan.id, "entity", "Otra municipalidad")
    window.open_plan.undo()
    for step in steps:
        shown(window, step)
    return {type(model) for model in watched}


def test_every_model_of_every_screen_keeps_the_rules_of_models(window_on, open_window, tmp_path):
    watched = watch_models(window_on(with_follow_up(example_plan()), (1280, 800)), KEYS)
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(office(UNITS[:2]))
    watched |= watch_models(open_window(path, 1280, 800), OFFICE_KEYS)
    # The lists that open above the window are tested where they open. What both grids of months
    # share is shown nowhere by itself.
    beside = {model for model in our_models() if issubclass(model, Entries)} | {GridModel}
    assert our_models() - beside - watched == set()


class Shown(QObject):
    """Notes every window that is shown besides the main one."""

    def __init__(self, main: QWidget) -> None:
        super().__init__()
        self.main = main
        self.others: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self.main
        ):
            self.others.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


@pytest.mark.parametrize("plan", PLANS)
def test_no_other_window_is_ever_shown_while_walking_through_the_steps(window_on, plan):
    window = window_on(PLANS[plan]())
    watch = Shown(window)
    QApplication.instance().installEventFilter(watch)
    try:
        for step in [*KEYS, *reversed(KEYS)]:
            shown(window, step)
            assert window.isAncestorOf(focused()), step
        for step, key in (("swot", Key.Key_Return), ("resources", Key.Key_Space)):
            shown(window, step)
            press(key)
            QApplication.processEvents()
        press(Key.Key_Z, CONTROL)
        QApplication.processEvents()
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert watch.others == []


@pytest.mark.parametrize("step", ["general", "swot", "resources", "goals"])
def test_what_a_person_writes_has_its_letters_before_and_after_other_colours(
    open_window, plan_file, step
):
    window = open_window(plan_file(example_plan()), step=step)
    press(Key.Key_K, CONTROL)
    kinds = (LineField, GrowingText, ChoiceBox, FindLine)
    for dark in (None, True, False):
        theme().set_dark(dark)
        editors = [one for kind in kinds for one in window.findChildren(kind) if one.isVisible()]
        assert any(isinstance(one, FindLine) for one in editors)
        assert {one.font().pixelSize() for one in editors} == {14}
