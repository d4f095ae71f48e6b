"""The head of a screen: the title stays on one line where the buttons can go below it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from poadesk.widgets.buttons import button
from poadesk.widgets.heading import Heading
from poadesk.widgets.labels import label


@pytest.fixture
def page(themed_app, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    title, subtitle = label("Metas y actividades", "title"), label("4 objetivos · 13 metas", "grid")
    column = QVBoxLayout(page)
    column.addWidget(Heading(title, subtitle))
    column.addStretch(1)
    return page


def heading_at(page: QWidget, width: int) -> Heading:
    page.resize(width, 300)
    page.show()
    for _ in range(3):
        QApplication.sendPostedEvents()
    return page.findChild(Heading)


def lines_of(words) -> int:
    return round(words.height() / words.fontMetrics().lineSpacing())


def test_in_a_wide_screen_the_buttons_stand_beside_the_title(page):
    made = button("Agregar")
    page.findChild(Heading).buttons.addWidget(made)
    heading = heading_at(page, 900)
    assert made.geometry().right() > 800
    assert made.geometry().center().y() == pytest.approx(heading.height() / 2, abs=2)
    assert lines_of(heading._title) == 1


def test_where_the_title_would_break_the_buttons_go_below_it(page):
    made = button("Agregar")
    page.findChild(Heading).buttons.addWidget(made)
    heading = heading_at(page, 300)
    assert lines_of(heading._title) == 1
    assert made.geometry().top() > heading._title.geometry().bottom()
    assert made.geometry().right() <= heading.width()
    assert not made.geometry().intersects(heading._subtitle.geometry())
    heading_at(page, 900)
    assert made.geometry().top() < heading._title.geometry().bottom()


def test_a_button_that_comes_later_finds_its_place(page):
    heading = heading_at(page, 300)
    late = button("Agregar")
    heading.buttons.addWidget(late)
    heading_at(page, 301)
    assert late.geometry().top() > heading._title.geometry().bottom()


def test_a_title_wider_than_the_screen_breaks_and_is_not_cut(page):
    heading = heading_at(page, 130)
    assert lines_of(heading._title) > 1
    assert heading._title.height() >= heading._title.heightForWidth(heading._title.width())


def test_a_subtitle_that_comes_later_does_not_lie_under_the_buttons(page):
    made = button("Agregar")
    page.findChild(Heading).buttons.addWidget(made)
    subtitle = page.findChild(Heading)._subtitle
    subtitle.hide()
    heading = heading_at(page, 300)
    subtitle.show()
    heading_at(page, 300)
    assert not heading._subtitle.geometry().intersects(made.geometry())


def test_a_subtitle_is_not_broken_into_many_lines_beside_the_buttons(page):
    made = button("Agregar una meta o una actividad")
    page.findChild(Heading).buttons.addWidget(made)
    heading = heading_at(page, made.sizeHint().width() + 60)
    assert lines_of(heading._subtitle) == 1
    assert made.geometry().top() > heading._subtitle.geometry().bottom()
    heading_at(page, 900)
    assert made.geometry().top() < heading._title.geometry().bottom()
