"""The live paper: it follows the typing, marks what is edited, and leaves the focus alone."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, SHIFT, Key, click, focused, press, replace_text, type_words

from poadesk.desktop.places import settings
from poadesk.plan.model import Plan
from poadesk.widgets.bound_field import BoundField
from poadesk.widgets.theme import LIGHT, theme
from poadesk.writing.example import example_plan

MOST = 20_000  # milliseconds that the pages may take on a slow machine
WIDE = 1440


@pytest.fixture
def plan() -> Plan:
    return example_plan()


@pytest.fixture
def window(open_window, plan_file, plan):
    theme().set_dark(False)
    return open_window(plan_file(plan), WIDE, 900)


@pytest.fixture
def panel(window, qtbot):
    wait_for_paper(window.view.paper.panel, qtbot)
    return window.view.paper.panel


class Pages:
    """The pages that a panel was given last."""

    def __init__(self, panel) -> None:
        self.pdf = b""
        panel.builder.built.connect(self._keep)

    def _keep(self, pdf: bytes) -> None:
        self.pdf = pdf

    def say(self, words: str) -> bool:
        return bool(self.pdf) and any(
            words in " ".join(page.extract_text().split())
            for page in PdfReader(io.BytesIO(self.pdf)).pages
        )


def wait_for_paper(panel, qtbot) -> None:
    def is_there() -> bool:
        busy = panel.builder.is_busy or panel._later.isActive() or panel.pictures._wanted
        return bool(panel.pictures.count) and not busy

    qtbot.waitUntil(is_there, timeout=MOST)


def activity_of(plan: Plan, at: int):
    return list(plan.activities())[at]


def marks(panel) -> list:
    return [panel.pages.area_of(place) for place in panel.pages._places]


def color_at(widget, point: QPoint) -> QColor:
    picture = widget.grab().toImage()
    return picture.pixelColor(point * picture.devicePixelRatio())


def test_what_is_typed_comes_onto_the_pages_while_the_focus_stays(window, panel, plan, qtbot):
    pages = Pages(panel)
    window.view.go_to_field("goals", activity_of(plan, 6).id, "text")
    editor = focused()
    press(Key.Key_End, CONTROL)
    type_words(" Palabras frescas")
    qtbot.waitUntil(lambda: pages.say("Palabras frescas"), timeout=MOST)
    assert focused() is editor
    type_words(" y otras")
    qtbot.waitUntil(lambda: pages.say("Palabras frescas y otras"), timeout=MOST)
    assert focused() is editor
    wait_for_paper(panel, qtbot)
    assert (panel.pages.page - 1, panel.pages._width) in panel.pictures._fresh


def test_what_is_typed_is_on_the_pages_before_it_is_in_the_file(window, panel, plan, qtbot):
    pages, activity = Pages(panel), activity_of(plan, 6)
    window.view.go_to_field("goals", activity.id, "text")
    for field in window.findChildren(BoundField):
        field._pause.setInterval(MOST)  # a person who never pauses long enough for saving
    press(Key.Key_End, CONTROL)
    type_words(" Aún sin guardar")
    qtbot.waitUntil(lambda: pages.say("Aún sin guardar"), timeout=MOST)
    assert window.open_plan.row(activity.id).text == activity.text
    wait_for_paper(panel, qtbot)
    pages.pdf = b""
    window.open_plan.save_waiting()
    assert "Aún sin guardar" in window.open_plan.row(activity.id).text
    wait_for_paper(panel, qtbot)
    assert pages.pdf == b""  # the same pages are not made twice


def test_what_cannot_be_read_yet_leaves_the_pages_as_they_are(window, panel, qtbot):
    pages = Pages(panel)
    window.view.go_to_field("general", "", "year_label")
    replace_text("dos mil")
    wait_for_paper(panel, qtbot)
    assert pages.pdf == b""
    replace_text("2031")
    qtbot.waitUntil(lambda: pages.say("2031"), timeout=MOST)


def test_the_place_of_what_is_written_is_marked_in_its_colour(window, panel, plan, qtbot):
    window.view.go_to_field("goals", activity_of(plan, 6).id, "text")
    wait_for_paper(panel, qtbot)
    (mark,) = marks(panel)
    assert panel.pages.viewport().rect().contains(mark.toRect())
    corner = (mark.topRight() + mark.bottomRight()) / 2
    inside = color_at(panel.pages.viewport(), QPoint(int(corner.x()) - 3, int(mark.bottom()) - 3))
    assert inside == QColor(LIGHT.mark)
    outside = color_at(panel.pages.viewport(), QPoint(int(corner.x()) + 4, int(mark.bottom()) - 3))
    assert outside == QColor(LIGHT.paper)


def test_a_place_out_of_sight_is_scrolled_to_and_one_in_sight_is_not(window, panel, plan, qtbot):
    bar = panel.pages.verticalScrollBar()
    window.view.go_to_field("goals", activity_of(plan, 0).id, "text")
    wait_for_paper(panel, qtbot)
    first = bar.value()
    window.view.go_to_field("goals", activity_of(plan, 1).id, "text")
    assert bar.value() == first
    window.view.go_to_field("goals", activity_of(plan, 33).id, "text")
    assert bar.value() > first
    (mark,) = marks(panel)
    assert panel.pages.viewport().rect().contains(mark.toRect())


def test_the_scroll_is_kept_when_the_pages_are_made_anew(window, panel, plan, qtbot):
    pages = Pages(panel)
    window.view.go_to_field("goals", activity_of(plan, 6).id, "text")
    wait_for_paper(panel, qtbot)
    bar = panel.pages.verticalScrollBar()
    bar.setValue(bar.value() + 17)
    before = bar.value()
    press(Key.Key_End, CONTROL)
    type_words(" Otra cosa")
    qtbot.waitUntil(lambda: pages.say("Otra cosa"), timeout=MOST)
    wait_for_paper(panel, qtbot)
    assert bar.value() == before


def test_each_step_shows_its_part_of_the_plan(window, panel, qtbot):
    places = panel.builder.places
    for step, part in (("swot", "swot"), ("lines", "lines"), ("goals", "matrix")):
        window.view.show_step(step)
        assert panel.pages.page == places.parts[part], step
    window.view.show_step("general")
    assert panel.pages.page == 1
    assert f"Página 1 de {panel.pictures.count}" == panel.head.number.accessibleName()


def test_fields_items_resources_and_months_are_found_on_their_pages(window, panel, plan, qtbot):
    item, goal = plan.swot_items[5], next(g for g in plan.goals() if g.resources)
    window.view.paper.toggle()
    window.view.show_step("schedule")
    window.view.paper.toggle()
    for step, row_id, field, key in (
        ("general", "", "general_objective", "general_objective"),
        ("swot", item.id, "text", item.id),
        ("resources", goal.resources[0].id, "text", goal.resources[0].id),
        ("schedule", activity_of(plan, 3).id, "", activity_of(plan, 3).id),
    ):
        window.view.go_to_field(step, row_id, field)
        if not window.view.paper.is_open:
            window.view.paper.toggle()
        wait_for_paper(panel, qtbot)
        part = {"swot": "swot", "schedule": "schedule"}.get(step, "matrix")
        assert panel.pages._places == panel.builder.places.in_part(key, part) != [], step


def test_coming_back_to_a_step_shows_the_row_that_was_edited(window, panel, plan, qtbot):
    window.view.go_to_field("goals", activity_of(plan, 20).id, "text")
    wait_for_paper(panel, qtbot)
    standing = list(panel.pages._places)
    window.view.show_step("swot")
    window.view.show_step("goals")
    assert standing == list(panel.pages._places) != []


def test_a_finding_is_marked_in_the_colour_of_findings(open_window, plan_file, plan, qtbot):
    objective = plan.objectives[0]
    goals = (replace(objective.goals[0], indicators=()), *objective.goals[1:])
    plan = replace(plan, objectives=(replace(objective, goals=goals), *plan.objectives[1:]))
    window = open_window(plan_file(plan), WIDE, 900, step="review")
    panel = window.view.paper.panel
    wait_for_paper(panel, qtbot)
    assert panel.pages._tone == "finding"
    assert panel.pages._places == panel.builder.places.in_part(goals[0].id, "matrix") != []


def test_a_click_on_the_paper_takes_no_focus(window, panel, qtbot):
    window.view.show_step("general")
    editor = focused()
    for target in (panel.pages.viewport(), panel.pages.verticalScrollBar(), panel._magnifier):
        click(target)
        assert focused() is editor, target


def test_zoom_makes_the_pages_larger_and_back_to_the_width(panel):
    fits = panel.pages._width
    panel.pages.zoom_by(1)
    assert panel.pages._width > fits
    assert panel.pages.horizontalScrollBar().maximum() > 0
    panel.pages.zoom_by(-1)
    panel.pages.zoom_by(-1)
    assert panel.pages._width < fits
    panel.pages.zoom_by(0)
    assert panel.pages._width == fits


def test_the_loupe_shows_the_place_at_full_size_and_can_be_taken_away(window, panel, plan, qtbot):
    window.view.go_to_field("goals", activity_of(plan, 6).id, "text")
    wait_for_paper(panel, qtbot)
    glass = panel.loupe.glass
    assert panel.loupe.isVisible()
    sheet = glass._sheet(panel.pages._places[-1])
    assert sheet.width() == round(792 * glass.logicalDpiX() / 72)
    assert color_at(glass, QPoint(18, glass.height() // 2 - 8)) == QColor(LIGHT.mark)
    panel.loupe.close_wanted.emit()
    assert not panel.loupe.isVisible()
    assert not panel._magnifier.isChecked()
    panel._magnifier.click()
    assert panel.loupe.isVisible()


def test_the_button_the_menu_and_the_cross_open_and_close_the_paper(window, panel):
    button = window.menus._paper
    assert button.isChecked()
    click(button)
    assert not panel.isVisible()
    assert not button.isChecked()
    QTest.keyClick(window, Key.Key_P, CONTROL | SHIFT)
    assert panel.isVisible()
    assert window.menus.actions_by_words["Papel"].isChecked()
    panel.close_wanted.emit()
    assert not panel.isVisible()
    assert not button.isChecked()


def test_whether_it_is_open_is_remembered_for_each_screen(window, open_window, plan_file, plan):
    window.view.paper.toggle()
    window.view.show_step("swot")
    assert window.view.paper.is_open
    window.view.show_step("schedule")
    assert not window.view.paper.is_open
    window.view.paper.toggle()
    again = open_window(plan_file(plan, "otro.sqlite"), WIDE, 900)
    assert not again.view.paper.is_open
    for step, is_open in (("swot", True), ("schedule", True), ("print", False), ("general", False)):
        again.view.show_step(step)
        assert again.view.paper.is_open == is_open, step


def test_its_width_is_remembered(window, panel, open_window, plan_file, plan):
    splitter = window.view.splitter
    splitter.moveSplitter(WIDE - 500, 2)
    width = panel.width()
    assert settings().value("paper/width", type=int) == width > 450
    again = open_window(plan_file(plan, "otro.sqlite"), WIDE, 900)
    assert abs(again.view.paper.panel.width() - width) <= 2


def test_a_narrow_window_opens_it_only_when_asked_and_over_the_details(
    open_window, plan_file, plan, qtbot
):
    window = open_window(plan_file(plan), 1024, 700, step="goals")
    details = window.view.screen_of("goals").details
    assert not window.view.paper.is_open
    assert details.isVisible()
    window.view.paper.toggle()
    assert window.view.paper.is_open
    assert not details.isVisible()
    press(Key.Key_Tab)  # the details are not there to go to
    assert focused().isVisible()
    window.view.paper.toggle()
    assert details.isVisible()
    window.resize(WIDE, 900)
    qtbot.waitUntil(lambda: window.view.paper.is_open)


def test_of_a_long_plan_only_the_part_being_edited_is_made(open_window, plan_file, plan, qtbot):
    goal = plan.objectives[0].goals[0]
    many = tuple(
        replace(activity_of(plan, 0), id=f"many-{at}", months=(), weeks=()) for at in range(301)
    )
    goals = (replace(goal, activities=many),)
    long = replace(plan, objectives=(replace(plan.objectives[0], goals=goals),))
    window = open_window(plan_file(replace(long, swot_items=())), WIDE, 900)
    panel = window.view.paper.panel
    assert panel.is_long
    wait_for_paper(panel, qtbot)
    assert list(panel.builder.places.parts) == ["cover"]
    window.view.show_step("lines")
    qtbot.waitUntil(lambda: list(panel.builder.places.parts) == ["lines"], timeout=MOST)


def test_closed_it_builds_nothing_and_opened_again_it_shows_what_was_written(window, panel, qtbot):
    pages = Pages(panel)
    window.view.paper.toggle()
    replace_text("Alcaldía de Cerro Alto")
    window.view._open_plan.save_waiting()
    qtbot.wait(3 * panel._later.interval())
    assert pages.pdf == b""
    window.view.paper.toggle()
    qtbot.waitUntil(lambda: pages.say("Alcaldía de Cerro Alto"), timeout=MOST)


def test_the_window_can_be_closed_and_another_plan_opened_while_it_builds(
    window, plan_file, plan, qtbot
):
    window.open_path(plan_file(plan, "otro.sqlite"))
    assert window.view.paper.panel.isVisible()
    window.close()
    assert not window.isVisible()


def test_in_the_dark_the_paper_stays_light(window, panel, qtbot):
    theme().set_dark(True)
    wait_for_paper(panel, qtbot)
    sheet = panel.pages._in_view(0)
    inside = sheet.topLeft().toPoint() + QPoint(8, 8)
    assert color_at(panel.pages.viewport(), inside) == theme().color("paper")
    assert theme().color("paper").lightness() > 230


def test_every_control_of_the_paper_has_a_name_and_can_be_reached_by_tab(panel):
    from PySide6.QtWidgets import QAbstractButton

    controls = [*panel.findChildren(QAbstractButton), panel.pages]
    assert len(controls) >= 6
    for control in controls:
        assert control.accessibleName(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


def test_with_the_keyboard_the_pages_scroll_and_the_focus_is_seen(window, panel):
    panel.pages.setFocus(Qt.FocusReason.TabFocusReason)
    assert color_at(panel.pages.viewport(), QPoint(1, 200)) == theme().color("accent")
    press(Key.Key_PageDown)
    assert panel.pages.verticalScrollBar().value() > 0
    window.view.show_step("general")
    assert color_at(panel.pages.viewport(), QPoint(1, 200)) == theme().color("desk")


def test_the_chosen_row_stays_in_sight_when_the_paper_takes_its_room(open_window, plan_file, plan):
    window = open_window(plan_file(plan), 1024, 700)
    window.view.go_to_field("goals", activity_of(plan, 20).id, "text")
    editor = focused()
    window.view.paper.toggle()
    QApplication.processEvents()
    assert focused() is editor
    assert not editor.viewport().visibleRegion().isEmpty()


def test_the_loupe_is_sharp_once_the_pages_have_settled(window, panel, plan, qtbot):
    window.view.go_to_field("goals", activity_of(plan, 6).id, "text")
    wait_for_paper(panel, qtbot)
    place, glass = panel.pages._places[-1], panel.loupe.glass
    qtbot.waitUntil(
        lambda: (place.page - 1, round(glass._sheet(place).width())) in panel.pictures._fresh
    )


def test_the_page_in_sight_is_never_cut(window, panel, qtbot):
    number = panel.head.number
    for width in (panel.minimumWidth(), 370, 400, 480):
        panel.head.resize(width, panel.head.height())
        QApplication.sendPostedEvents()
        assert f"1 de {panel.pictures.count}" in number.text()
        assert number.width() >= number.fontMetrics().horizontalAdvance(number.text()), width
    assert number.text() == f"Página 1 de {panel.pictures.count}"


def test_beside_details_the_paper_waits_for_more_room_than_elsewhere(
    open_window, plan_file, plan, qtbot
):
    window = open_window(plan_file(plan), 1100, 760)
    assert window.view.paper.is_open
    window.view.show_step("goals")
    screen = window.view.screen_of("goals")
    assert not window.view.paper.is_open
    assert screen.details.isVisible()
    window.view.paper.toggle()
    assert not screen.details.isVisible()
    qtbot.waitUntil(lambda: screen.outline.width() > window.width() * 0.4)
    window.view.show_step("swot")
    assert window.view.paper.is_open


def test_the_paper_takes_its_room_at_once(window, panel, qtbot):
    window.view.paper.toggle()
    qtbot.wait(50)
    window.view.paper.toggle()
    at_once = window.view.splitter.sizes()
    qtbot.wait(50)
    assert window.view.splitter.sizes() == at_once
