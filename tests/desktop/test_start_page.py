"""The start page tells what the person wants."""

import pytest
from pytestqt.qtbot import QtBot

from poadesk.desktop.recent_rows import RecentPlan
from poadesk.desktop.start_page import StartPage

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_the_start_page_tells_what_the_person_wants(qtbot: QtBot) -> None:
    page = StartPage([RecentPlan("/plans/a.sqlite", "POA 2031", "Aseo", "USB", "ayer")])
    qtbot.addWidget(page)
    wanted: list[str] = []
    page.new_wanted.connect(lambda: wanted.append("new"))
    page.from_last_year_wanted.connect(lambda: wanted.append("last year"))
    page.open_wanted.connect(lambda: wanted.append("open"))
    page.example_wanted.connect(lambda: wanted.append("example"))
    page.open_path.connect(wanted.append)
    for action in page.actions_shown:
        action.click()
    page.recent_rows()[0].click()
    assert wanted == ["new", "last year", "open", "example", "/plans/a.sqlite"]
