"""A long outline opens its first rows at once and all others a little later, unnoticed."""

import pytest
from outline_desk import OutlineDesk
from PySide6.QtCore import Qt

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.goals_screen import GoalsScreen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def goal(name: str, position: int) -> Goal:
    below = tuple(Activity(id=f"{name}a{at}", position=at, text="Visitar") for at in range(3))
    return Goal(id=name, position=position, text="Cobrar la mora", activities=below)


@pytest.fixture
def desk(qtbot, tmp_path):
    objectives = tuple(
        Objective(
            id=f"o{at}",
            position=at,
            text="Recaudar",
            goals=tuple(goal(f"o{at}g{place}", place) for place in range(60)),
        )
        for at in range(3)
    )
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, Plan(id="plan", objectives=objectives))
    yield desk
    desk.screen.hide()
    desk.file.close()


def closed(desk) -> list[str]:
    """Return the rows that have others below them and do not show them."""
    nodes = desk.view.rows.all_nodes()
    return [node.row_id for node in nodes if node.children and not desk.view.is_open(node)]


@pytest.fixture
def fresh(desk):
    """The same rows in an outline that nobody has waited for."""
    screen = GoalsScreen(OpenPlan(desk.file))
    desk.qtbot.addWidget(screen)
    desk.screen.hide()
    desk.screen, desk.view = screen, screen.outline
    screen.resize(1000, 700)
    return desk


def test_rows_far_down_are_open_a_little_later(fresh):
    fresh.screen.show()
    assert "o2g59" in closed(fresh)
    fresh.qtbot.waitUntil(lambda: not closed(fresh))


def test_rows_in_sight_are_open_at_once(fresh):
    fresh.screen.show()
    for node, _ in fresh.view.in_sight():
        assert not node.children or fresh.view.is_open(node)


def test_the_end_key_leads_to_the_last_row_even_at_once(fresh):
    fresh.screen.show()
    fresh.screen.arrive()
    fresh.qtbot.keyClick(fresh.view, Qt.Key.Key_End)
    last = fresh.view.rows.all_nodes()[-1]
    assert fresh.view.is_current(last)
    assert not closed(fresh)


def test_whoever_scrolls_to_the_end_at_once_meets_open_rows(fresh):
    fresh.screen.show()
    bar = fresh.view.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
        fresh.view.executeDelayedItemsLayout()
    assert not closed(fresh)


def test_a_row_far_down_is_gone_to_at_once_and_stays_in_sight(fresh):
    fresh.screen.show()
    fresh.view.show_row("o2g59a2")
    assert fresh.view.current_row() == "o2g59a2"
    fresh.qtbot.waitUntil(lambda: not closed(fresh) and not fresh.view.is_guessing())
    area = fresh.view.visualRect(fresh.view.currentIndex())
    assert fresh.view.viewport().rect().contains(area)


def test_rows_folded_at_once_stay_folded(fresh):
    fresh.screen.show()
    fresh.view.open_to(0)
    fresh.qtbot.waitUntil(lambda: not fresh.view.is_guessing())
    assert len(closed(fresh)) == 3 + 3 * 60


def test_a_row_taken_away_meanwhile_is_not_looked_for(fresh):
    fresh.screen.show()
    fresh.view.doings.delete(["o2g58"])
    fresh.qtbot.waitUntil(lambda: not closed(fresh))
    assert fresh.view.rows.node_of("o2g58") is None
