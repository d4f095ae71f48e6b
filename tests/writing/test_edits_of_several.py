"""Several rows moved, copied and deleted in one step, on real files."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from test_edits import Desk, assert_positions_count_from_zero

from poadesk.plan.places import places
from poadesk.writing import edits


def placed(desk, row_ids):
    return [(desk.parent(row_id), desk.row(row_id)) for row_id in row_ids]


def move_all(desk, row_ids, parent_id, at):
    desk.do(edits.move_all, placed(desk, row_ids), desk.row(parent_id), at)


def test_rows_of_several_parents_are_moved_below_one_in_their_order(tmp_path):
    desk = Desk(tmp_path)
    move_all(desk, ["a2", "a3", "a4"], "g1", 0)
    assert desk.ids("g1", "activities") == ["a2", "a3", "a4", "a1"]
    assert desk.ids("g2", "activities") == desk.ids("g3", "activities") == []
    assert_positions_count_from_zero(desk.plan)
    desk.file.close()


def test_copies_stand_after_the_last_of_their_rows(tmp_path):
    desk = Desk(tmp_path)
    made = desk.do(edits.duplicate_all, desk.row("g1"), [desk.row("a1"), desk.row("a2")])
    assert desk.ids("g1", "activities") == ["a1", "a2", *made]
    assert [row.text for row in desk.row("g1").activities] == ["Avisar", "Llamar"] * 2
    assert_positions_count_from_zero(desk.plan)
    desk.file.close()


def test_deleting_all_objectives_unties_the_items_that_both_answered(tmp_path):
    desk = Desk(tmp_path)
    for objective in ("o1", "o2"):
        desk.do(edits.tie_to_objective, desk.row("w1"), desk.row(objective), True)
    desk.do(edits.delete_all, desk.plan, placed(desk, ["o1", "o2"]))
    assert desk.plan.objectives == ()
    assert desk.row("w1").objectives == ()
    desk.file.journal.undo()
    assert len(desk.row("w1").objectives) == 2
    desk.file.close()


ROWS = st.tuples(
    st.sampled_from(["goal", "activity", "objective"]), st.sets(st.integers(0, 6), min_size=1)
)


@settings(max_examples=50)
@given(st.lists(st.tuples(ROWS, st.sampled_from("mcd"), st.integers(0, 6)), max_size=6))
def test_any_edits_of_several_rows_keep_the_order_whole_and_can_be_undone(sequence):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        before, begun = desk.plan, len(desk.file.journal.steps())
        for (table, picked), kind, number in sequence:
            edit(desk, table, picked, kind, number)
            assert_positions_count_from_zero(desk.plan)
        for _ in range(len(desk.file.journal.steps()) - begun):
            desk.file.journal.undo()
        assert desk.plan == before
        desk.file.close()


def edit(desk, table, picked, kind, number):
    """Do one edit on the rows of a table that are picked by number, as far as there are any."""
    found = places(desk.plan)
    rows = [place for place in found.values() if table == place.row.TABLE]
    chosen = [(rows[at].parent, rows[at].row) for at in sorted(picked) if at < len(rows)]
    if not chosen:
        return
    if kind == "d":
        desk.do(edits.delete_all, desk.plan, chosen)
    elif kind == "c":
        beside = [row for parent, row in chosen if parent.id == chosen[0][0].id]
        desk.do(edits.duplicate_all, chosen[0][0], beside)
    else:
        above = [place.row for place in found.values() if place.row.TABLE == chosen[0][0].TABLE]
        desk.do(edits.move_all, chosen, above[number % len(above)], number)
