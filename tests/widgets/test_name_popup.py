"""Names that are offered below a field: narrowed by typing, taken with Enter, never forced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_keys import type_words

from poadesk.plan.model import Activity, CatalogueItem, Goal, Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.field_frame import LineField
from poadesk.widgets.open_plan import OpenPlan

Key = Qt.Key
NAMES = ("visita", "inspección", "plan de pago")
CATALOGUE = tuple(
    CatalogueItem(id=name, position=at, kind="unit_of_measure", name=name)
    for at, name in enumerate(NAMES)
)


class Desk:
    """A field for the unit of measure of an activity, and another field to go to."""

    def __init__(self, qtbot, path, catalogue):
        activities = (
            Activity(id="a"),
            Activity(id="b", position=1, unit_of_measure="taller"),
        )
        objective = Objective(id="o", goals=(Goal(id="g", activities=activities),))
        with PlanFile.create(path) as file:
            file.begin_with([Plan(id="p", objectives=(objective,), catalogue=catalogue)])
        self.open_plan = OpenPlan(PlanFile.open(path))
        self.window = QWidget()
        frame = field_editor("activity", "unit_of_measure")
        self.editor, self.other = frame.editor, LineField()
        BoundField(frame, self.open_plan, "activity", "unit_of_measure").bind("a")
        layout = QVBoxLayout(self.window)
        layout.addWidget(frame)
        layout.addWidget(self.other)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.editor.setFocus()

    def key(self, key):
        """Press a key in the list, which takes them while it is open, or else in the field."""
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)
        QApplication.processEvents()

    def offered(self) -> list[str]:
        popup = self.editor.completer().popup() if self.editor.completer() else None
        if popup is None or not popup.isVisible():
            return []
        return popup.model().data(popup.model().index(0, 0)) and [
            popup.model().index(row, 0).data() for row in range(popup.model().rowCount())
        ]

    def stored(self) -> str:
        self.open_plan.save_waiting()
        return self.open_plan.row("a").unit_of_measure


@pytest.fixture
def desk(qtbot, themed_app, tmp_path):
    made = []

    def make(catalogue=CATALOGUE) -> Desk:
        made.append(Desk(qtbot, tmp_path / "p.sqlite", catalogue))
        return made[-1]

    yield make
    for one in made:
        one.open_plan.close()


def test_typing_narrows_the_names_whatever_case_and_accents(desk):
    one = desk()
    type_words("INSPECCION")
    assert one.offered() == ["inspección"]


def test_down_opens_all_names_the_offices_before_those_of_the_plan(desk):
    one = desk()
    one.key(Key.Key_Down)
    assert one.offered() == [*NAMES, "taller"]


def test_a_name_is_chosen_with_the_arrows_and_enter_and_saved(desk):
    one = desk()
    type_words("pago")
    one.key(Key.Key_Down)
    one.key(Key.Key_Return)
    assert one.editor.text() == "plan de pago"
    QTest.qWait(20)
    assert one.open_plan.row("a").unit_of_measure == "plan de pago"


def test_another_name_can_be_written_and_stays_as_it_was_typed(desk):
    one = desk()
    type_words("vis")
    assert one.offered() == ["visita"]
    one.key(Key.Key_Tab)
    assert one.stored() == "vis"


def test_enter_takes_nothing_that_was_not_chosen(desk):
    one = desk()
    type_words("vis")
    one.key(Key.Key_Return)
    assert one.stored() == "vis"


def test_escape_closes_the_names_and_keeps_what_was_typed(desk):
    one = desk()
    type_words("vis")
    one.key(Key.Key_Escape)
    assert one.offered() == []
    assert one.stored() == "vis"


def test_without_names_there_is_no_list(desk):
    one = desk(catalogue=())
    one.open_plan.act("Quitar", lambda step, _: step.put("activity", "b", unit_of_measure=""))
    one.other.setFocus()
    one.editor.setFocus()
    one.key(Key.Key_Down)
    type_words("vis")
    assert one.offered() == []
    assert one.stored() == "vis"
