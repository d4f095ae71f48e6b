"""Changes to the structure of a plan, on real files."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    GoalComment,
    MonthRecord,
    Objective,
    ObjectiveComment,
    Plan,
    Programme,
    StrategicLine,
    SwotItem,
    WeekMark,
    child_attributes,
    find,
    rows_under,
)
from poadesk.plan.places import places
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing import edits

QUADRANTS = ("strength", "weakness")


def a_plan() -> Plan:
    """Two objectives, three goals, four activities, two lines and three items."""
    first = Goal(
        id="g1",
        text="Cobrar",
        activities=(
            Activity(id="a1", text="Avisar", months=(MonthRecord(id="m1", month="2027-01"),)),
            Activity(id="a2", position=1, text="Llamar"),
        ),
    )
    second = Goal(id="g2", position=1, activities=(Activity(id="a3", text="Citar"),))
    third = Goal(id="g3", activities=(Activity(id="a4", text="Visitar"),))
    return Plan(
        id="plan",
        strategic_lines=(
            StrategicLine(id="l1", name="Finanzas", programmes=(Programme(id="p1"),)),
            StrategicLine(id="l2", position=1, name="Servicios"),
        ),
        swot_items=(
            SwotItem(id="s1", text="Equipo"),
            SwotItem(id="s2", position=1, text="Local"),
            SwotItem(id="w1", quadrant="weakness", text="Fichas"),
        ),
        objectives=(
            Objective(id="o1", text="Recuperar", goals=(first, second)),
            Objective(id="o2", position=1, text="Atender", goals=(third,)),
        ),
    )


class Desk:
    """A plan file and the changes that a person makes to it, one step each."""

    def __init__(self, folder: Path) -> None:
        self.file = PlanFile.create(folder / "plan.poa")
        with self.file.step("Empezar") as step:
            step.put_tree(a_plan())

    @property
    def plan(self) -> Plan:
        return self.file.read()[0]

    def row(self, row_id):
        row = find(self.plan, row_id)
        assert row is not None
        return row

    def parent(self, row_id):
        return places(self.plan)[row_id].parent

    def do(self, change, *args, **named):
        with self.file.step("Cambiar") as step:
            return change(step, *args, **named)

    def move(self, row_id, new_parent, at):
        row, parent = self.row(row_id), self.parent(row_id)
        self.do(edits.move, row, parent, self.row(new_parent), at)

    def delete(self, row_id):
        self.do(edits.delete, self.plan, self.parent(row_id), self.row(row_id))

    def tie(self, objective, line, tied=True):
        self.do(edits.tie_to_line, self.row(objective), self.row(line), tied)

    def ids(self, parent_id, attribute):
        return [row.id for row in getattr(self.row(parent_id), attribute)]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.file.close()


def assert_positions_count_from_zero(plan):
    for parent in [plan, *(row for _, row in rows_under(plan))]:
        for attribute in child_attributes(parent.TABLE).values():
            rows = getattr(parent, attribute)
            if attribute == "swot_items":
                for quadrant in {item.quadrant for item in rows}:
                    of_quadrant = [item.position for item in rows if item.quadrant == quadrant]
                    assert of_quadrant == list(range(len(of_quadrant)))
            elif attribute not in ("months", "weeks"):
                assert [row.position for row in rows] == list(range(len(rows)))


def test_a_row_is_added_between_its_siblings(desk):
    made = desk.do(edits.add, desk.row("g1"), "activity", 1, text="Escribir")
    assert desk.ids("g1", "activities") == ["a1", made, "a2"]
    assert desk.row(made).text == "Escribir"
    assert_positions_count_from_zero(desk.plan)


@pytest.mark.parametrize("at", [99, -3])
def test_a_row_added_far_outside_still_counts_among_its_siblings(desk, at):
    desk.do(edits.add, desk.row("g1"), "activity", at)
    assert_positions_count_from_zero(desk.plan)


def test_a_copy_stands_right_after_and_has_ids_of_its_own(desk):
    copy = desk.do(edits.duplicate, desk.row("o1"), desk.row("g1"))
    assert desk.ids("o1", "goals") == ["g1", copy, "g2"]
    assert [row.text for row in desk.row(copy).activities] == ["Avisar", "Llamar"]
    ids = [row.id for _, row in rows_under(desk.plan)]
    assert len(ids) == len(set(ids))
    assert_positions_count_from_zero(desk.plan)


def test_a_copy_is_planned_like_the_first_but_nothing_of_it_is_done(desk):
    recorded = {"done_thousandths": 2000, "spent_cents": 5}
    planned = MonthRecord(
        id="m2", month="2027-02", planned_thousandths=3000, budget_cents=9, **recorded
    )
    only_done = MonthRecord(id="m3", month="2027-03", **recorded)
    with desk.file.step("Ejecutar") as step:
        for record in (planned, only_done):
            step.put_row(record, "a1")
        step.put_row(WeekMark(id="w", month="2027-02", week=2), "a1")
        step.put_row(Deviation(id="d", month="2027-06", cause="Lluvia"), "a1")
        step.put_row(GoalComment(id="gc", month="2027-06", text="Mal"), "g1")
        step.put_row(ObjectiveComment(id="oc", month="2027-06", text="Mal"), "o1")
    copy = desk.row(desk.do(edits.duplicate, desk.plan, desk.row("o1")))
    activity = copy.goals[0].activities[0]
    (month,) = activity.months
    assert (month.month, month.planned_thousandths, month.budget_cents) == ("2027-02", 3000, 9)
    assert (month.done_thousandths, month.spent_cents) == (None, None)
    assert [mark.week for mark in activity.weeks] == [2]
    assert activity.deviations == copy.goals[0].comments == copy.comments == ()
    assert desk.row("m3").done_thousandths == 2000


def test_a_copy_of_an_objective_keeps_its_strategic_lines(desk):
    desk.tie("o1", "l2")
    copy = desk.do(edits.duplicate, desk.plan, desk.row("o1"))
    assert [tie.strategic_line_id for tie in desk.row(copy).lines] == ["l2"]


def test_deleting_takes_all_below_and_closes_the_gap(desk):
    desk.delete("g1")
    assert desk.ids("o1", "goals") == ["g2"]
    assert find(desk.plan, "a1") is None
    assert_positions_count_from_zero(desk.plan)


def test_deleting_a_strategic_line_unties_the_objectives(desk):
    desk.tie("o1", "l1")
    desk.tie("o1", "l2")
    desk.delete("l1")
    assert [tie.strategic_line_id for tie in desk.row("o1").lines] == ["l2"]
    assert_positions_count_from_zero(desk.plan)


def test_deleting_an_objective_unties_what_it_answered(desk):
    for objective in ("o1", "o2"):
        desk.do(edits.tie_to_objective, desk.row("w1"), desk.row(objective), True)
    desk.delete("o1")
    assert [tie.objective_id for tie in desk.row("w1").objectives] == ["o2"]
    assert_positions_count_from_zero(desk.plan)


def test_tying_twice_ties_once_and_untying_closes_the_gap(desk):
    desk.tie("o1", "l1")
    desk.tie("o1", "l1")
    desk.tie("o1", "l2")
    desk.tie("o1", "l1", tied=False)
    assert [tie.strategic_line_id for tie in desk.row("o1").lines] == ["l2"]
    assert_positions_count_from_zero(desk.plan)


def test_moving_to_another_parent_takes_everything_along(desk):
    desk.move("g1", "o2", 0)
    assert desk.ids("o2", "goals") == ["g1", "g3"]
    assert desk.ids("g1", "activities") == ["a1", "a2"]
    assert [record.id for record in desk.row("a1").months] == ["m1"]
    assert_positions_count_from_zero(desk.plan)


def test_a_row_is_blank_until_something_is_written_in_it_or_below(desk):
    assert edits.is_blank(Goal(id="x"))
    assert not edits.is_blank(Goal(id="x", code="A"))
    assert not edits.is_blank(desk.row("g2"))


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "duplicate", "delete", "move", "tie", "quadrant"]),
        st.integers(0, 40),
        st.integers(0, 40),
        st.integers(0, 6),
    ),
    max_size=12,
)
TABLES_BELOW = {
    "plan": "objective",
    "objective": "goal",
    "goal": "activity",
    "strategic_line": "programme",
}


def chosen(rows, number):
    return rows[number % len(rows)]


def edit(desk, kind, first, second, at):
    """Do one edit on rows picked by number, if the plan has such rows."""
    plan = desk.plan
    rows = [row for _, row in rows_under(plan) if row.TABLE in {"goal", "activity", "objective"}]
    if kind == "add":
        parent = chosen([plan, *(row for row in rows if row.TABLE in TABLES_BELOW)], first)
        desk.do(edits.add, parent, TABLES_BELOW[parent.TABLE], at)
    elif kind == "quadrant":
        item = chosen(plan.swot_items, first)
        desk.do(edits.move_to_quadrant, plan, item, chosen(QUADRANTS, second), at)
    elif kind == "tie" and plan.objectives:
        objective = chosen(plan.objectives, first)
        line = chosen(plan.strategic_lines, second)
        desk.do(edits.tie_to_line, objective, line, at % 2 == 0)
    elif kind in ("duplicate", "delete", "move") and rows:
        change(desk, kind, chosen(rows, first), second, at)


def change(desk, kind, row, second, at):
    parent = desk.parent(row.id)
    if kind == "duplicate":
        desk.do(edits.duplicate, parent, row)
    elif kind == "delete":
        desk.delete(row.id)
    else:
        same = [p.row for p in places(desk.plan).values() if p.row.TABLE == parent.TABLE]
        desk.do(edits.move, row, parent, chosen(same, second), at)


@settings(max_examples=50)
@given(EDITS)
def test_any_edits_keep_the_order_whole_and_as_many_undos_bring_the_plan_back(sequence):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        try:
            before = desk.plan
            done = len(desk.file.journal.steps())
            for one in sequence:
                edit(desk, *one)
                assert_positions_count_from_zero(desk.plan)
            edited = desk.plan
            steps = len(desk.file.journal.steps()) - done
            for _ in range(steps):
                desk.file.journal.undo()
            assert desk.plan == before
            for _ in range(steps):
                desk.file.journal.redo()
            assert desk.plan == edited
        finally:
            desk.file.close()
