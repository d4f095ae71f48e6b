"""How a person enters a whole plan, screen by screen, with as few keys and clicks as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counting_fingers import CountingFingers
from entering_a_schedule import enter_schedule
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from typing_keys import CONTROL, Key, button

from poadesk.plan.fields import show_money, show_quantity
from poadesk.plan.model import (
    QUADRANTS,
    Activity,
    Goal,
    Objective,
    Plan,
    Resource,
    SwotItem,
    declared_fields,
)
from poadesk.writing.screen.outline.screen import OutlineScreen
from poadesk.writing.screen.swot_row import SwotRow

_ALT = Qt.KeyboardModifier.AltModifier


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
    fingers.write(plan.entity, plan.unit)
    fingers.press(Key.Key_Tab, times=4)  # title, year and first month stand there already
    fingers.choose_file(logo)
    fingers.press(Key.Key_Tab)
    fingers.write(
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
    fingers.click(_field(screen, "strategy_source"))
    fingers.write(plan.strategy_source)
    fingers.press(Key.Key_Tab)
    for at, line in enumerate(plan.strategic_lines):
        if at:
            _click_adding(fingers, screen, screen.open_plan.plan.id)
        fingers.write(line.name, line.objective)
        fingers.click(screen.programmes.add_button)
        for place, programme in enumerate(line.programmes):
            if place:
                fingers.press(Key.Key_Return)
            # The name comes first; its code stands to the left of it.
            fingers.write(programme.name, programme.code, between=Key.Key_Backtab)


def enter_objectives(fingers: CountingFingers, plan: Plan) -> None:
    """The objectives, each with the boxes of its lines ticked."""
    screen = fingers.go(4, "objectives")
    lines = [line.id for line in plan.strategic_lines]
    for at, objective in enumerate(plan.objectives):
        if at:
            fingers.press(Key.Key_Return)
        fingers.write(objective.text)
        boxes = screen.details.fields()
        for tie in objective.lines:
            fingers.click(boxes[lines.index(tie.strategic_line_id)])


def enter_swot(fingers: CountingFingers, plan: Plan) -> None:
    """The four quadrants, with the objectives that answer what stands in them."""
    screen = fingers.go(2, "swot")
    for name in QUADRANTS:
        rows = screen.quadrants[name].list
        for at, item in enumerate(plan.quadrant(name)):
            if at:
                fingers.press(Key.Key_Return)
            elif name != QUADRANTS[0]:
                fingers.click(rows.first_line)
            fingers.write(item.text)
            if item.objectives:
                _tie(fingers, rows.rows[at], item, plan.objectives)


def _tie(
    fingers: CountingFingers, row: SwotRow, item: SwotItem, objectives: Sequence[Objective]
) -> None:
    fingers.click(row.answers)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    boxes = popup.findChildren(QCheckBox)
    ids = [objective.id for objective in objectives]
    for tie in item.objectives:
        fingers.click(boxes[ids.index(tie.objective_id)])
    fingers.press(Key.Key_Escape)


def enter_goals(fingers: CountingFingers, plan: Plan) -> None:
    """The goals and the activities of every objective, with what is written beside them."""
    screen = fingers.go(5, "goals")
    written = screen.open_plan.plan.objectives
    for objective, to in zip(plan.objectives, written, strict=True):
        for at, goal in enumerate(objective.goals):
            if at:
                fingers.press(Key.Key_Return, times=2)  # an empty activity goes one level up
            elif objective is not plan.objectives[0]:
                _click_adding(fingers, screen, to.id)
            _enter_goal(fingers, screen, goal)


def _enter_goal(fingers: CountingFingers, screen: OutlineScreen, goal: Goal) -> None:
    fingers.write(goal.text)
    for at, activity in enumerate(goal.activities):
        if at:
            fingers.press(Key.Key_Return)
        else:
            fingers.press(Key.Key_Return, CONTROL)
        _enter_activity(fingers, screen, activity)


def _enter_activity(fingers: CountingFingers, screen: OutlineScreen, activity: Activity) -> None:
    fingers.write(activity.text)
    if activity.unit_of_measure:
        target = show_quantity(activity.annual_target_thousandths).replace(",", "")
        fingers.press(Key.Key_Tab)
        fingers.write(activity.unit_of_measure, target)
        fingers.press(Key.Key_Tab)
    else:
        fingers.click(_field(screen.details, "responsible"))
    fingers.write(activity.responsible)
    if activity.priority:
        options = [value for value, _ in declared_fields("activity")["priority"].options]
        fingers.press(Key.Key_Tab)
        fingers.press(Key.Key_Down, times=options.index(activity.priority))


def _field(parent: QWidget, field: str) -> QWidget:
    found = [widget for widget in parent.findChildren(QWidget) if widget.property("field") == field]
    return next(widget for widget in found if widget.isVisible())


def enter_resources(fingers: CountingFingers, plan: Plan) -> None:
    """The resources and the indicators of every goal."""
    screen = fingers.go(6, "resources")
    for at, goal in enumerate(plan.goals()):
        if at:
            fingers.press(Key.Key_Down, _ALT)
        fingers.click(button(screen, "Agregar recurso"))
        for place, resource in enumerate(goal.resources):
            if place:
                fingers.press(Key.Key_Return)
            fingers.write(*_cells(resource))
        for indicator in goal.indicators:
            fingers.click(button(screen, "Agregar indicador"))
            fingers.write(
                indicator.text,
                indicator.formula,
                indicator.means_of_verification,
                indicator.baseline,
                indicator.target,
            )


def _cells(resource: Resource) -> list[str]:
    cells = [resource.kind, resource.text]
    if resource.quantity_thousandths is not None:
        cells.append(show_quantity(resource.quantity_thousandths))
    if resource.unit_cost_cents is not None:
        cells.append(show_money(resource.unit_cost_cents, ""))
    return cells


def _click_adding(fingers: CountingFingers, screen: OutlineScreen, parent_id: str) -> None:
    """Click on the row that adds below a parent, after rolling it into sight."""
    view = screen.outline
    above = view.rows.index_of(parent_id)
    index = view.rows.index(view.rows.rowCount(above) - 1, 0, above)
    for _ in range(50):
        area = view.visualRect(index)
        if view.viewport().rect().contains(area.center()):
            break
        fingers.turn_wheel(view.viewport(), down=area.top() > 0)
    fingers.click(view.viewport(), area)
