"""Any edits and as many undos leave nothing behind; any words read back as they were."""

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from random_edits import EDITS, Edit, actions, do, hostile_text, new_file
from writing_goals import redo_all, tables, text_of, undo_all, write


@given(st.lists(actions, max_size=12))
@hypothesis_settings(max_examples=60)
def test_edits_and_as_many_undos_leave_the_rows_as_before_and_redos_bring_the_edits_back(
    drawn: list[list[tuple[Edit, int, str]]],
) -> None:
    with new_file() as file:
        states = [tables(file.path)]
        for action in drawn:
            steps = len(file.journal.steps())
            do(file, action)
            if len(file.journal.steps()) > steps:
                states.append(tables(file.path))
        for state in reversed(states[:-1]):
            file.journal.undo()
            assert tables(file.path) == state
        for state in states[1:]:
            file.journal.redo()
            assert tables(file.path) == state
        assert file.journal.redo() is None


@given(st.lists(st.tuples(actions, st.integers(0, 3), st.integers(0, 3)), max_size=8))
@hypothesis_settings(max_examples=60)
def test_edits_mixed_with_undos_and_redos_still_lead_back_to_the_beginning(
    drawn: list[tuple[list[tuple[Edit, int, str]], int, int]],
) -> None:
    with new_file() as file:
        beginning = tables(file.path)
        for action, undos, redos in drawn:
            do(file, action)
            for _ in range(min(undos, len(file.journal.steps()) - 1)):
                file.journal.undo()
            for _ in range(redos):
                file.journal.redo()
        redo_all(file)
        edited = tables(file.path)
        undo_all(file, down_to=1)
        assert tables(file.path) == beginning
        redo_all(file)
        assert tables(file.path) == edited


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_the_random_edits_do_change_something(edit: Edit) -> None:
    changed = 0
    with new_file() as file:
        for number in range(1, 40, 4):
            before = tables(file.path)
            do(file, [(edit, number, f"texto {number}")])
            changed += tables(file.path) != before
    assert changed >= 1


@given(hostile_text)
@example("NUL \x00 en medio\x00")
@example("".join(map(chr, range(32))))
@example("👩‍👩‍👧 emoji 🇸🇻, \u202eal revés\u202c, \ufeff, \uffff, é")
@example("<b>&amp;</b>'; DROP TABLE goal; --")
@example("largo " * 5_000)
def test_any_text_reads_back_equal_also_after_undo_and_redo(text: str) -> None:
    with new_file() as file:
        write(file, text, "g0")
        assert text_of(file, "g0") == text
        if text:
            file.journal.undo()
            assert text_of(file, "g0") == ""
            file.journal.redo()
        assert text_of(file, "g0") == text
