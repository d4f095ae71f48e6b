"""Informes: the three reports to sort, filter, open and keep, as a person does it in the window."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from follow_up_plans import followed, followed_plan
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from reading import joined
from typing_keys import (
    CONTROL,
    SHIFT,
    Key,
    choose_file,
    click,
    focused,
    press,
    replace_text,
    type_words,
    while_asked,
)

from poadesk.desktop.leaving import end_work
from poadesk.plan.model import find
from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.screen.reports.month_chart import marks_of
from poadesk.printing.screen.reports.row_panel import show_money
from poadesk.printing.screen.reports.sections import ACTIONS, ALERTS, AREAS, LEFT_OUT, ROWS, SUMMARY
from poadesk.tracking.example import with_follow_up
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan

MOST = 20_000  # milliseconds that a report may take on a slow machine
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """Informes of the example, whose cut-off is June, and the fingers of a person."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        window.view.show_step("reports")
        self.screen = window.view.screen_of("reports")
        self.model, self.grid = self.screen.body.model, self.screen.body.grid
        QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.screen
        )
        self.wait()

    def wait(self):
        """Let the report that is wanted come."""
        screen = self.screen
        self.qtbot.waitUntil(
            lambda: not screen.maker.is_busy and not screen._later.isActive(), timeout=MOST
        )
        for _ in range(3):
            QApplication.processEvents()

    def choose(self, kind, section=ROWS):
        """Click on a report and on one of its sections."""
        segments = self.screen.head.kind
        click(segments._group.button(segments._values.index(kind)))
        self.wait()
        sections = self.screen.filters.sections[kind]
        click(sections._group.button(sections._values.index(section)))
        self.wait()

    def column(self, heading):
        found = range(self.model.columnCount())
        return next(at for at in found if heading in self.model.heading(at))

    def shown(self, heading):
        """Return what a column says, without the closing row."""
        column = self.column(heading)
        return [self.model.text(row, column) for row in range(self.model.found)]

    def click_heading(self, heading):
        """Click on a heading where it is in sight: the first columns lie over the others."""
        column = self.column(heading)
        table = self.grid.fixed if column < self.model.fixed else self.grid
        bar = table.heading
        self.grid.scrollTo(self.model.index(0, column))
        place = QPoint(bar.sectionViewportPosition(column) + 12, bar.height() - 6)
        QTest.mouseClick(bar.viewport(), LEFT, pos=place)

    def filter(self, words):
        self.screen.filters.field.setFocus()
        replace_text(words)
        self.qtbot.wait(200)

    def pill(self, word):
        return next(one for one in self.screen.filters.pills.buttons if one.words.word == word)

    def keep(self, words, target):
        """Choose an entry below Guardar and a place, and wait for the file."""
        entry = next(one for one in self.screen.head._menu.actions() if one.text() == words)
        while_asked(entry.trigger, choose_file(target))
        self.qtbot.waitUntil(target.exists, timeout=MOST)


@pytest.fixture
def desk(open_window, plan_file, qtbot):
    path = plan_file(with_follow_up(example_plan()))
    return Desk(open_window(path, 1280, 800, step="reports"), qtbot)


def test_the_example_has_something_to_tell_in_every_report(desk):
    assert desk.screen.section == ROWS
    assert desk.model.found > 20
    assert {"Atrasada", "En riesgo", "Al día"} <= set(desk.shown("Estado"))
    for kind in (EXECUTION, EVALUATION):
        desk.choose(kind, ROWS if kind == EXECUTION else AREAS)
        assert desk.model.found > 3


def test_the_focus_is_on_the_report_that_was_pressed_though_its_pills_go_away(desk):
    click(desk.pill("En riesgo"))
    assert focused() is desk.pill("En riesgo")
    segments = desk.screen.head.kind
    for kind in (EXECUTION, TRACKING):
        click(segments._group.button(segments._values.index(kind)))
        desk.wait()
        assert focused() is segments._group.checkedButton()


def test_the_focus_is_on_the_section_that_was_pressed(desk):
    desk.screen.filters.field.setFocus()
    desk.choose(TRACKING, SUMMARY)
    assert focused() is desk.screen.filters.sections[TRACKING]._group.checkedButton()


def test_a_click_on_a_heading_sorts_numbers_as_numbers_and_sp_at_the_end(desk):
    desk.click_heading("Avance")
    figures = [text for text in desk.shown("Avance") if text not in ("S.P.", "S.I.")]
    assert figures == sorted(figures, key=float)
    letters = desk.shown("Avance")[len(figures) :]
    assert set(letters) <= {"S.P.", "S.I."}
    desk.click_heading("Avance")
    turned = [text for text in desk.shown("Avance") if text not in ("S.P.", "S.I.")]
    assert turned == sorted(figures, key=float, reverse=True)
    assert desk.shown("Avance")[len(turned) :] == letters


def test_the_space_bar_sorts_by_the_column_of_the_current_cell(desk):
    before = desk.shown("Actividad")
    desk.grid.go_to_row(0, desk.column("Actividad"))
    desk.grid.setFocus()
    press(Key.Key_Space)
    assert desk.shown("Actividad") != before
    assert sorted(desk.shown("Actividad")) == sorted(before)


def test_words_and_pills_filter_and_the_light_is_told_in_words_and_shape(desk):
    everything = desk.model.found
    desk.filter("taller")
    assert 0 < desk.model.found < everything
    desk.filter("")
    click(desk.pill("Atrasadas"))
    assert set(desk.shown("Estado")) == {"Atrasada"}
    state = desk.column("Estado")
    assert {desk.model.sign(row, state) for row in range(desk.model.found)} == {"late"}
    assert desk.pill("Atrasadas").words.count == desk.model.found


def test_a_filter_that_leaves_nothing_says_so_and_is_taken_off(desk):
    desk.filter("zzzz")
    nothing = desk.screen.body._nothing
    assert desk.screen.body.currentWidget() is nothing
    assert nothing._meaning.text() == "Ninguna fila dice “zzzz”."
    click(desk.pill("En riesgo"))
    assert nothing._meaning.text() == (
        "Ninguna fila dice “zzzz” y tiene el estado “En riesgo” a la vez."
    )
    press(Key.Key_Tab)
    desk.screen.body.filter_off.emit()
    assert desk.model.found > 20


def test_enter_on_a_row_goes_to_its_activity_in_follow_up(desk):
    desk.grid.go_to_row(2)
    desk.grid.setFocus()
    press(Key.Key_Return)
    QApplication.processEvents()
    assert desk.window.view.step == "tracking"


def test_the_number_and_the_text_of_a_goal_have_headings_of_their_own(desk):
    desk.choose(TRACKING, ACTIONS)
    assert [desk.model.heading(at) for at in (0, 1)] == ["Código", "Meta"]


def test_actions_lead_to_their_activities(desk):
    desk.choose(TRACKING, ACTIONS)
    code = desk.model.text(0, 0)
    desk.grid.go_to_row(0)
    desk.grid.setFocus()
    press(Key.Key_Return)
    assert desk.screen.section == ROWS
    assert desk.screen.filters.field.text() == code


def test_an_alert_jumps_to_its_field(open_window, plan_file, qtbot):
    spent = followed([3, 3], [3, 3], spent=[120.5], text="Pagar sin presupuesto")
    desk = Desk(open_window(plan_file(followed_plan(spent)), step="reports"), qtbot)
    desk.choose(TRACKING, ALERTS)
    finding = desk.screen.body.alerts.rows[0].finding
    desk.screen.body.alerts.focus_row()
    press(Key.Key_Return)
    QApplication.processEvents()
    assert desk.window.view.step == finding.step == "tracking"
    place = desk.window.view.screen_of("tracking").view.place()
    assert place.activity_id == spent.id


def test_the_summary_draws_progress_and_money(desk):
    desk.choose(TRACKING, SUMMARY)
    page = desk.screen.body.summary
    assert desk.screen.body.currentWidget() is page
    words = [name.text() for name, _ in page._labels]
    assert any("Promedio" in word for word in words)
    assert "%" in page.progress.accessibleDescription()
    assert has_ink(page.progress)
    assert has_ink(page.money)


def has_ink(widget) -> bool:
    """Say whether a chart paints more than its ground."""
    picture = widget.grab().toImage()
    dots = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    return len(dots) > 3


def test_what_is_left_out_is_listed_or_said_to_be_nothing(desk):
    desk.choose(TRACKING, LEFT_OUT)
    assert desk.screen.body.currentWidget() is desk.screen.body._all_in


def test_a_comment_is_saved_for_the_action_and_its_cut_off(desk):
    desk.choose(EVALUATION, AREAS)
    desk.grid.go_to_row(0)
    row_id = desk.model.line(0).row_id
    desk.grid.setFocus()
    press(Key.Key_Return)
    desk.wait()
    assert focused() is desk.screen.body.evaluation_panel.comment.editor
    type_words("Se atraso por lluvia")
    press(Key.Key_Tab)
    with PlanFile.open(desk.window.open_plan.file.path, read_only=True) as file:
        goal = find(file.read()[0], row_id)
    assert [one.text for one in goal.comments if one.month == "2027-06"] == ["Se atraso por lluvia"]


@pytest.mark.parametrize("kind", [EXECUTION, TRACKING, EVALUATION])
def test_each_report_is_kept_as_pdf_workbook_and_json(desk, tmp_path, kind):
    desk.choose(kind, ROWS if kind != EVALUATION else AREAS)
    desk.keep("PDF…", tmp_path / "informe.pdf")
    assert "Cuentas Corrientes" in joined((tmp_path / "informe.pdf").read_bytes())
    desk.keep("Libro de Excel…", tmp_path / "informe.xlsx")
    assert load_workbook(BytesIO((tmp_path / "informe.xlsx").read_bytes())).sheetnames
    desk.keep("JSON…", tmp_path / "informe.json")
    told = json.loads((tmp_path / "informe.json").read_text(encoding="utf-8"))
    assert told["actions" if kind == EVALUATION else "rows"]
    QApplication.processEvents()
    assert desk.screen._band.sentence.text() == "Se guardó “informe.json”."


def test_a_report_is_never_kept_under_the_name_of_a_plan(desk, tmp_path):
    target = tmp_path / "otro.sqlite"
    entry = next(one for one in desk.screen.head._menu.actions() if one.text() == "JSON…")
    while_asked(entry.trigger, choose_file(target))
    desk.qtbot.waitUntil(lambda: desk.screen._band is not None, timeout=MOST)
    assert "es un plan y no se escribe encima" in desk.screen._band.sentence.text()
    assert not target.exists()


def test_what_is_recorded_later_is_in_the_report(desk):
    desk.grid.go_to_row(desk.shown("Avance").index("100"))
    desk.grid.setFocus()
    code = desk.model.text(desk.grid.currentIndex().row(), 0)
    press(Key.Key_Return)
    QApplication.processEvents()
    press(Key.Key_Home)
    type_words("0")
    press(Key.Key_Return)
    desk.window.view.show_step("reports")
    desk.wait()
    codes = desk.shown("Código")
    assert desk.shown("Avance")[codes.index(code)] != "100"


def test_cells_are_copied_with_tabs(desk):
    desk.grid.go_to_row(0, 0)
    desk.grid.setFocus()
    press(Key.Key_Right, SHIFT)
    press(Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text()
    assert copied == f"{desk.model.text(0, 0)}\t{desk.model.text(0, 1)}"


@pytest.mark.parametrize("width", [1024, 1280])
def test_the_names_of_the_reports_are_whole_and_stay_where_they_are(
    open_window, plan_file, qtbot, width
):
    desk = Desk(
        open_window(plan_file(with_follow_up(example_plan())), width, 700, "reports"), qtbot
    )
    assert focused() is desk.grid
    segments, places = desk.screen.head.kind, set()
    for kind in (EXECUTION, TRACKING, EVALUATION):
        desk.choose(kind, AREAS if kind == EVALUATION else ROWS)
        places.add(segments.mapTo(desk.screen, segments.rect().topLeft()).y())
        assert segments.width() >= segments.sizeHint().width()
    assert len(places) == 1


def large_letters(window, qtbot):
    """Return the desk with the tracking report in the largest letters."""
    theme().set_scale(1.5)
    QApplication.processEvents()  # the window is put together anew
    desk = Desk(window, qtbot)
    desk.screen.head._choose_kind(TRACKING)
    desk.wait()
    return desk


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1356, 730)])
def test_with_the_largest_letters_nothing_over_the_report_is_cut(
    open_window, plan_file, qtbot, width, height
):
    window = open_window(plan_file(with_follow_up(example_plan())), width, height, "reports")
    desk = large_letters(window, qtbot)
    bar = desk.screen.filters
    shown = [*bar.sections[TRACKING]._group.buttons(), bar.field]
    for one in (each for each in (*shown, *bar.pills.buttons) if each.isVisible()):
        assert one.width() >= one.minimumSizeHint().width()
        assert one.visibleRegion().boundingRect().size() == one.size()
    assert desk.grid.viewport().height() > 2 * theme().line_height("grid")


def test_a_list_offers_the_parts_that_have_no_room_beside_each_other(open_window, plan_file, qtbot):
    window = open_window(plan_file(with_follow_up(example_plan())), 1024, 700, "reports")
    desk = large_letters(window, qtbot)
    parts = desk.screen.filters.section_list
    assert parts.isVisible()
    assert parts.currentText() == "Actividades"
    parts.setFocus()
    press(Key.Key_Down)
    desk.wait()
    assert desk.screen.section == ACTIONS


def test_nothing_is_made_of_a_plan_that_is_closed(desk):
    desk.screen._finish()
    desk.screen._make()
    desk.screen.output.saver.prepare(lambda progress: b"")
    assert not desk.screen.maker.is_busy
    assert not desk.screen.output.saver.is_busy


def test_a_view_is_deleted_only_when_no_thread_of_it_is_at_work(desk):
    desk.screen._make()
    assert desk.screen.maker._pool.activeThreadCount() == 1
    assert end_work(desk.window.view, desk.window.open_plan) == "reports"
    assert desk.screen.maker._pool.activeThreadCount() == 0


def test_the_months_of_a_report_without_amounts_are_marked_with_one_0():
    assert marks_of(0, show_money) == [(0.0, "0")]
    assert marks_of(40_000, show_money) == [(0.0, "0"), (0.5, "200"), (1.0, "400")]
