"""A step opens quickly because its widgets are dressed in the style sheet once, or nearly so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from poadesk.plan.step_names import ALL_STEPS
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan

# How often a widget that is dressed may be dressed again, as a mean. Qt does so with everything in
# a widget that is moved to another parent, which took half of the time of opening a step.
MOST = 1.2


class Dressing(QObject):
    """Counts the widgets that are dressed anew."""

    def __init__(self) -> None:
        super().__init__()
        self.again = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.again += watched.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        return False


@pytest.mark.parametrize("step", [step.key for step in ALL_STEPS if step.key != "general"])
def test_the_widgets_of_a_step_are_hardly_dressed_again(open_window, plan_file, step):
    window = open_window(plan_file(with_follow_up(example_plan())), 1280, 800)
    dressing = Dressing()
    QApplication.instance().installEventFilter(dressing)
    window.view.show_step(step)
    QApplication.instance().removeEventFilter(dressing)
    widgets = len(window.view.screen_of(step).findChildren(QWidget))
    assert widgets > 0
    assert dressing.again <= MOST * widgets
