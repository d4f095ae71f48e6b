"""The months beside an activity are only shown; a click on one leads to where they are written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from typing_keys import Key, press, type_words

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.screen.details.year import MonthCells

SWEEP, WASH = Activity(id="sweep", text="Barrer"), Activity(id="wash", position=1, text="Lavar")
PLAN = Plan(
    id="plan",
    year_label="2027",
    first_month="2027-01",
    objectives=(Objective(id="o", goals=(Goal(id="g", activities=(SWEEP, WASH)),)),),
)


def test_a_click_on_a_month_leads_to_it_in_the_schedule_ready_for_typing(
    qtbot, open_window, plan_file
):
    window = open_window(plan_file(PLAN), step="goals")
    window.view.screen_of("goals").jump_to("wash", "responsible")
    [cells] = [one for one in window.findChildren(MonthCells) if one.isVisible()]
    qtbot.waitUntil(lambda: cells.height() == cells.sizeHint().height())
    august = QPoint(cells.width() * 3 // 12, cells.height() * 3 // 4)
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, august)
    assert window.view.step == "schedule"
    type_words("25")
    press(Key.Key_Return)
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        first, second = file.read()[0].objectives[0].goals[0].activities
    assert (first.months, [one.month for one in second.months]) == ((), ["2027-08"])
