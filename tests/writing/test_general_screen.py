"""Datos generales: every field of the plan can be written, and the year moves the cronograma."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from typing_keys import Key, choose_file, focused, press, replace_text, while_asked

from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan, declared_fields
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.screen.logo_field import LARGEST_SIDE, SIDE_KEPT

# Written on another screen, or not by the person who writes the plan.
ELSEWHERE = {
    "strategy_source",
    "profile",
    "month_count",
    "schedule_step",
    "state",
    "revision",
    "first_month",
    "logo",
    "red_below_hundredths",
    "green_above_hundredths",
    "efficacy_cut_hundredths",
    "cause_below_hundredths",
    "recording_months",
    "recorded_months",
    "role",
    "kit_id",
    "kit_version",
    "due_on",
}
WRITTEN = [name for name in declared_fields("plan") if name not in ELSEWHERE]
PLAN = Plan(
    id="plan",
    year_label="2027",
    first_month="2027-01",
    objectives=(
        Objective(
            id="objective",
            goals=(
                Goal(
                    id="goal",
                    activities=(
                        Activity(
                            id="activity",
                            text="Podar",
                            months=(MonthRecord(id="month", month="2027-03"),),
                        ),
                    ),
                ),
            ),
        ),
    ),
)


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(PLAN))


@pytest.fixture
def screen(window):
    return window.view.screen_of("general")


def stored(window) -> Plan:
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        return file.read()[0]


def months(plan: Plan) -> list[str]:
    return [record.month for activity in plan.activities() for record in activity.months]


def picture(path, side: int = 40, form: str = "PNG"):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("seagreen"))
    assert image.save(str(path), form)
    return path


@pytest.mark.parametrize("field", WRITTEN)
def test_every_field_of_the_plan_can_be_written(window, screen, field):
    words = "2029" if field == "year_label" else "Ñandú & Cía."
    screen.jump_to("", field)
    assert focused().property("field") == field
    replace_text(words)
    press(Key.Key_Tab)
    assert getattr(stored(window), field) == words


def test_tab_goes_through_the_cover_in_reading_order(window):
    seen = []
    for _ in range(6):
        seen.append(focused().accessibleName())
        press(Key.Key_Tab)
    assert seen == ["Municipalidad", "Unidad", "Título", "Año", "Primer mes", "Escudo"]


def test_another_year_moves_the_schedule_in_one_step(window, screen):
    screen.jump_to("", "year_label")
    replace_text("2028")
    press(Key.Key_Tab)
    assert months(stored(window)) == ["2028-03"]
    window.open_plan.undo()
    assert stored(window) == PLAN
    assert screen._frames["year_label"].editor.text() == "2027"


def test_a_year_that_cannot_be_read_stays_and_moves_nothing(window, screen):
    screen.jump_to("", "year_label")
    replace_text("dos mil 27")
    press(Key.Key_Tab)
    assert screen._frames["year_label"].editor.text() == "dos mil 27"
    assert stored(window) == PLAN


def test_another_first_month_moves_the_schedule_in_one_step(window, screen):
    screen.jump_to("", "first_month")
    for _ in range(6):
        press(Key.Key_Down)
    plan = stored(window)
    assert plan.first_month == "2027-07"
    assert months(plan) != []
    for _ in range(6):
        window.open_plan.undo()
    assert stored(window) == PLAN
    assert focused().currentText() == "Enero"


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_becomes_the_coat_of_arms(window, screen, tmp_path, form):
    path = picture(tmp_path / f"escudo.{form.lower()}", 900, form)
    screen.jump_to("", "logo")
    while_asked(lambda: press(Key.Key_Return), choose_file(path))
    kept = QImage.fromData(stored(window).logo)
    assert (kept.width(), kept.height()) == (SIDE_KEPT, SIDE_KEPT)


def test_delete_takes_the_coat_of_arms_away_and_undo_brings_it_back(window, screen, tmp_path):
    screen._frames["logo"].take(picture(tmp_path / "escudo.png"))
    screen.jump_to("", "logo")
    press(Key.Key_Delete)
    assert stored(window).logo is None
    window.open_plan.undo()
    assert stored(window).logo is not None


@pytest.mark.parametrize("share", [1, 2])
def test_the_coat_of_arms_fills_its_place(window, screen, tmp_path, share):
    box = screen._frames["logo"].editor
    screen._frames["logo"].take(picture(tmp_path / "escudo.png", 900))
    box.grab()
    box.resize(box.width() // share, box.height() // share)
    seen = box.grab().toImage()
    middle = [seen.pixelColor(x, seen.height() // 2) for x in range(seen.width())]
    side = min(box.width(), box.height()) - 16
    assert abs(middle.count(QColor("seagreen")) - side) <= 1


def test_a_picture_can_be_dropped(window, screen, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "escudo.png")))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(5, 5), action, mime, button, Qt.KeyboardModifier.NoModifier)
    screen._frames["logo"].editor.dropEvent(drop)  # Qt delivers none without a pointer
    assert stored(window).logo is not None


def test_what_is_no_picture_is_refused_in_words(window, screen, tmp_path):
    path = tmp_path / "carta.png"
    path.write_text("esto no es una imagen", encoding="utf-8")
    screen._frames["logo"].take(path)
    assert "no es una imagen" in screen._frames["logo"].error()
    assert stored(window).logo is None


def test_a_picture_that_is_too_large_is_refused_in_words(window, screen, tmp_path):
    path = tmp_path / "grande.png"
    image = QImage(LARGEST_SIDE + 1, 2, QImage.Format.Format_Mono)
    image.fill(0)
    assert image.save(str(path))
    screen._frames["logo"].take(path)
    assert "demasiado grande" in screen._frames["logo"].error()
    assert stored(window).logo is None


def test_a_missing_picture_is_refused_in_words(screen, tmp_path):
    screen._frames["logo"].take(tmp_path / "no está.png")
    assert "No se pudo leer" in screen._frames["logo"].error()


def test_the_words_of_the_introduction_are_counted(screen):
    screen.jump_to("", "introduction")
    replace_text("uno dos tres")
    assert screen._frames["introduction"]._note.text() == "3 palabras"


def test_the_last_section_comes_a_moment_later_and_at_once_to_whoever_goes_there(
    open_window, plan_file, qtbot
):
    screen = open_window(plan_file(PLAN)).view.screen_of("general")
    assert "introduction" not in screen._frames
    screen.jump_to("", "currency")
    assert focused() is screen._frames["currency"].editor
    QApplication.processEvents()
    screen.jump_to("", "authorized_position")
    press(Key.Key_Tab)
    assert focused() is screen._frames["general_objective"].editor
    other = open_window(plan_file(PLAN, "otro.sqlite")).view.screen_of("general")
    qtbot.waitUntil(lambda: "introduction" in other._frames)


def test_a_plan_opened_to_read_cannot_be_changed(open_window, plan_file, qtbot):
    from poadesk.widgets.open_plan import OpenPlan

    path = plan_file(PLAN)
    window = open_window(None)
    window.show_plan(OpenPlan(PlanFile.open(path, read_only=True)))
    screen = window.view.screen_of("general")
    qtbot.waitUntil(lambda: "introduction" in screen._frames)
    for field in WRITTEN:
        assert screen._frames[field].editor.isReadOnly(), field
    for field in ("first_month", "logo"):
        assert not screen._frames[field].editor.isEnabled(), field
    assert "solo para leer" in window.view.band.accessibleName()


def test_a_plan_year_of_two_years_is_whole_beside_the_paper(open_window, plan_file, qtbot):
    window = open_window(plan_file(replace(PLAN, year_label="2027-2028")), step="general")
    if not window.view.paper.is_open:
        window.view.paper.toggle()
    editor = window.view.screen_of("general")._frames["year_label"].editor
    needed = editor.fontMetrics().horizontalAdvance("2027-2028") + 2 * 12
    qtbot.waitUntil(lambda: editor.width() >= needed)
