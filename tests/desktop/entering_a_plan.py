"""How a person enters a whole plan, screen by screen, with as few keys and clicks as it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from counting_fingers import CountingFingers
from PySide6.QtCore import QPoint
from typing_keys import CONTROL, SHIFT, Key, button

from poadesk.plan.fields import show_money, show_quantity
from poadesk.plan.model import QUADRANTS, Activity, Goal, Indicator, Plan, Resource
from poadesk.plan.schedule import planned
from poadesk.writing.screen.swot_row import ObjectivesPopup
from PySide6.QtWidgets import QApplication

_QUARTERS = [2, 5, 8, 11]
_FIRST_OF_QUARTERS = [0, 3, 6, 9]


def enter_everything(fingers: CountingFingers, plan: Plan, logo: Path) -> None:
    """Enter a plan of twelve months into the empty one that is open.

    The objectives come before the FODA, whose items are tied to them.
    """
    enter_general(fingers, plan, logo)
    enter_lines(fingers, plan)
    enter_objectives(fingers, plan)
    enter_swot(fingers, plan)
    enter_goals(fingers, plan)
    enter_resources(fingers, plan)
    enter_schedule(fingers, plan)


def enter_general(fingers: CountingFingers, plan: Plan, logo: Path) -> None:
    """The fields of the cover, who signs, and the texts at the beginning."""
    fingers.go(1, "general")
    fingers.write_on(plan.entity, plan.unit)
    fingers.press(Key.Key_Tab, times=4)  # title, year and first month stand there already
    fingers.choose_file(logo)
    fingers.press(Key.Key_Tab)
    fingers.write_on(
        plan.responsible,
        plan.responsible_position,
        plan.place,
        plan.drafted_on,
        plan.reviewed_by,
        plan.reviewed_position,
        plan.authorized_by,
        plan.authorized_position,
        plan.general_objective,
        plan.introduction,
    )


def enter_lines(fingers: CountingFingers, plan: Plan) -> None:
    """Where the lines come from, the lines, and their programmes."""
    screen = fingers.go(3, "lines")
    source = screen.findChild(object, "")
    del source
    fingers.click(screen._source.editor)
    fingers.write(plan.strategy_source)
    for line in plan.strategic_lines:
        click_adding(fingers, screen, plan_id_of(screen))
        fingers.write_on(line.name, line.objective)
        fingers.click(screen.programmes.add_button)
        for at, programme in enumerate(line.programmes):
            if at:
                fingers.press(Key.Key_Return)
            fingers.write_on(programme.code, programme.name)
