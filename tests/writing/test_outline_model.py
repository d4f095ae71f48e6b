"""The tree of the outline is the plan, after any edits and any undos."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outline_desk import full_plan
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from poadesk.plan.model import child_attributes
from poadesk.plan.places import places
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import edits
from poadesk.writing.screen.goals_screen import GoalsScreen
from poadesk.writing.screen.outline.levels import ACTIVITY, GOAL, OBJECTIVE
from poadesk.writing.screen.outline.model import OutlineModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEVELS = (OBJECTIVE, GOAL, ACTIVITY)
BELOW = {"plan": "objective", "objective": "goal", "goal": "activity"}
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "duplicate", "delete", "move", "write", "undo", "redo"]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.integers(0, 4),
    ),
    max_size=14,
)


def tree_of_model(model, parent=None):
    """Return [(text, what is below)] of the rows of the plan in a model, by what it shows."""
    parent = parent or QModelIndex()
    indexes = [model.index(at, 0, parent) for at in range(model.rowCount(parent))]
    return [
        (index.data(), tree_of_model(model, index)) for index in indexes if model.node(index).row_id
    ]


def tree_of_plan(row):
    """Return the same of the plan."""
    table = BELOW.get(row.TABLE)
    rows = getattr(row, child_attributes(row.TABLE)[table]) if table else ()
    return [(below.text, tree_of_plan(below)) for below in rows]


def act(open_plan, kind, first, second, at):
    """Do one thing to rows picked by number."""
    if kind == "redo" or (kind == "undo" and len(open_plan.file.journal.steps()) > 1):
        getattr(open_plan, kind)()  # the first step is the plan itself
        return
    if kind == "undo":
        return
    rows = [place for place in places(open_plan.plan).values() if place.row.TABLE in BELOW.values()]
    if kind == "add" or not rows:
        parents = [open_plan.plan, *(p.row for p in rows if p.row.TABLE in BELOW)]
        parent = parents[first % len(parents)]
        table = BELOW[parent.TABLE]
        open_plan.act("Agregar", lambda step, plan: edits.add(step, parent, table, at))
        return
    row, parent = rows[first % len(rows)].row, rows[first % len(rows)].parent
    same = [place.row for place in rows if place.row.TABLE == parent.TABLE] or [open_plan.plan]
    to = same[second % len(same)]
    open_plan.act(
        "Cambiar",
        {
            "duplicate": lambda step, plan: edits.duplicate(step, parent, row),
            "delete": lambda step, plan: edits.delete(step, plan, parent, row),
            "move": lambda step, plan: edits.move(step, row, parent, to, at),
            "write": lambda step, plan: step.put(row.TABLE, row.id, text=f"Texto {second}"),
        }[kind],
    )


@settings(max_examples=60)
@given(STEPS)
def test_the_tree_is_the_plan_after_any_edits_and_undos(qapp, steps):
    with tempfile.TemporaryDirectory() as folder:
        file = PlanFile.create(Path(folder) / "plan.poa")
        try:
            with file.step("Empezar") as step:
                step.put_tree(full_plan())
            open_plan = OpenPlan(file)
            model = OutlineModel(open_plan, LEVELS)
            mode = QAbstractItemModelTester.FailureReportingMode.Fatal
            tester = QAbstractItemModelTester(model, mode)
            open_plan.changed.connect(lambda changes, origin: model.follow(changes))
            for one in steps:
                act(open_plan, *one)
                assert tree_of_model(model) == tree_of_plan(open_plan.plan)
            del tester
        finally:
            file.close()


def test_a_screen_follows_a_plan_that_is_emptied_and_refilled(qtbot, tmp_path):
    file = PlanFile.create(tmp_path / "plan.poa")
    with file.step("Empezar") as step:
        step.put_tree(full_plan())
    open_plan = OpenPlan(file)
    screen = GoalsScreen(open_plan)
    qtbot.addWidget(screen)
    screen.show()
    for row_id in ("o1", "o2"):
        row = open_plan.row(row_id)
        open_plan.act("Borrar", lambda step, plan, row=row: edits.delete(step, plan, plan, row))
    assert tree_of_model(screen.outline.rows) == []
    for _ in range(2):
        open_plan.undo()
    assert tree_of_model(screen.outline.rows) == tree_of_plan(open_plan.plan)
    assert screen.outline.isExpanded(screen.outline.rows.index_of("g1"))
    screen.hide()
    file.close()
