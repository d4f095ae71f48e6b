"""The start page with recent plans has room for all of its words, however large they are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from poadesk.desktop.recent_list import RecentList
from poadesk.desktop.recent_rows import RecentPlan
from poadesk.desktop.start_page import StartPage
from poadesk.widgets.labels import Label
from poadesk.widgets.theme import SCALES, theme

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
STATES = ("complete",) * 5 + ("started", "attention", "empty", "empty")
UNIT = "Unidad Municipal de Desechos Sólidos, Aseo y Ornato de los Cantones"


@pytest.fixture
def page(qtbot, themed_app):
    plans = [
        RecentPlan(f"/no está/{n}.sqlite", f"POA 20{n}", UNIT, "Documentos › Planes", "hoy", STATES)
        for n in (27, 26, 25)
    ]
    page = StartPage(plans)
    qtbot.addWidget(page)
    yield page
    theme().set_scale(1.0)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", [(1024, 640), (1600, 900)])
def test_every_row_fits_its_words_and_its_column(page, qtbot, scale, size):
    theme().set_scale(scale)
    page.resize(*size)
    page.show()
    qtbot.waitUntil(lambda: all(row.is_missing for row in page.recent_rows()))
    for _ in range(3):
        QApplication.processEvents()
    plans = page.findChild(RecentList)
    assert plans.widget().width() <= plans.viewport().width()
    cut = [
        one.text()
        for one in page.findChildren(Label)
        if one.isVisible()
        and (
            one.height() < one.heightForWidth(one.width())
            if one.wordWrap()
            else one.width() < one.sizeHint().width()
        )
    ]
    assert cut == []
