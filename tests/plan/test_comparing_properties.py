"""Comparing any two plans, and taking any part of what differs."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from generated_plans import plans
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from revisions import revisions

from poadesk.plan.comparing import applied, compared
from poadesk.plan.comparing.bringing import Bringing
from poadesk.plan.comparison_json import comparison_json
from poadesk.plan.frozen import digest
from poadesk.plan.model import Plan, rows_under

Pair = tuple[Plan, Plan]


def on_the_way_of(old: Plan, new: Plan) -> Plan:
    """Return the new plan with what happened to the old one on its way between the offices."""
    return replace(
        new,
        id=old.id,
        position=old.position,
        state=old.state,
        revision=old.revision,
        deliveries=old.deliveries,
    )


def faults_of(plan: Plan) -> list[str]:
    """Return what makes a plan unsound: ids and months twice, ties to nothing, wrong order."""
    rows = [row for _, row in rows_under(plan)]
    ids = Counter((row.TABLE, row.id) for row in rows)
    twice = [str(key) for key, count in ids.items() if count > 1]
    lines = {line.id for line in plan.strategic_lines}
    objectives = {objective.id for objective in plan.objectives}
    ties = [tie.strategic_line_id for one in plan.objectives for tie in one.lines]
    answers = [tie.objective_id for item in plan.swot_items for tie in item.objectives]
    lost = [tie for tie in ties if tie not in lines]
    lost += [tie for tie in answers if tie not in objectives]
    months = Counter(
        (parent, row.TABLE, row.month, getattr(row, "week", 0))
        for parent, row in rows_under(plan)
        if hasattr(row, "month")
    )
    return [*twice, *lost, *(str(key) for key, count in months.items() if count > 1)]


@given(plans(most=2))
@settings(max_examples=20)
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    assert compared(plan, plan).sections == ()


@given(revisions())
@settings(max_examples=50, deadline=None)
def test_with_every_difference_taken_the_old_plan_is_the_new_one(pair: Pair) -> None:
    old, new = pair
    keys = compared(old, new).keys
    if keys:
        made = applied(old, new, keys)
        assert made == on_the_way_of(old, new)
        assert digest(made) == digest(on_the_way_of(old, new))
    assert compared(applied(old, new, keys), new).sections == ()


@given(plans(most=2), plans(most=2))
@settings(max_examples=20, deadline=None)
def test_two_plans_that_share_nothing_can_be_compared_and_taken_whole(old: Plan, new: Plan) -> None:
    made = applied(old, new, compared(old, new).keys)
    assert made == on_the_way_of(old, new)


@given(revisions())
@settings(max_examples=20, deadline=None)
def test_with_nothing_taken_the_old_plan_stays(pair: Pair) -> None:
    old, new = pair
    assert applied(old, new, ()) == old
    assert applied(old, new, ("no such difference",)) == old


@given(revisions(), st.integers(0, 2**32))
@settings(max_examples=50, deadline=None)
def test_any_part_of_the_differences_makes_a_sound_plan(pair: Pair, seed: int) -> None:
    old, new = pair
    comparison, chance = compared(old, new), random.Random(seed)
    chosen = {key for key in sorted(comparison.keys) if chance.random() < 0.5}
    made = applied(old, new, chosen)
    assert faults_of(made) == []
    left = compared(made, new).keys
    assert not left & comparison.with_needed(chosen) - _of_order(left)


def _of_order(keys: frozenset[str]) -> set[str]:
    """Return the moves: which rows have to move depends on those that stay."""
    return {key for key in keys if key.startswith("moved:")}


@given(revisions())
@settings(max_examples=20, deadline=None)
def test_every_difference_can_be_taken_by_itself_with_what_it_needs(pair: Pair) -> None:
    old, new = pair
    comparison = compared(old, new)
    for key in sorted(comparison.keys)[:8]:
        assert faults_of(applied(old, new, [key])) == []


@given(revisions())
@settings(max_examples=20, deadline=None)
def test_all_that_differs_is_written_as_json(pair: Pair) -> None:
    comparison = compared(*pair)
    assert comparison_json(comparison).count('"key": ') == len(comparison.differences)


@given(revisions())
@settings(max_examples=20, deadline=None)
def test_marks_lie_within_their_words(pair: Pair) -> None:
    for one in compared(*pair).differences:
        for words, spans in ((one.old, one.old_spans), (one.new, one.new_spans)):
            ends = [0, *(at for span in spans for at in span), len(words)]
            assert ends == sorted(ends)


@given(revisions(), st.booleans())
@settings(max_examples=20, deadline=None, phases=[Phase.generate])
def test_all_that_is_brought_makes_the_plan_say_what_the_other_says(
    pair: Pair, into_new: bool
) -> None:
    bringing = Bringing(compared(*pair), into_new)
    kept_back = bringing.kept_back().keys()
    made = bringing.brought(bringing.comparison.keys - kept_back)
    left = compared(pair[0], made) if into_new else compared(made, pair[1])
    assert left.keys - _of_order(left.keys) <= kept_back


@given(revisions(), st.booleans(), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_whatever_is_brought_is_sound_and_leaves_the_plan_its_own(
    pair: Pair, into_new: bool, seed: int
) -> None:
    bringing, chance = Bringing(compared(*pair), into_new), random.Random(seed)
    made = bringing.brought(k for k in sorted(bringing.comparison.keys) if chance.random() < 0.4)
    assert faults_of(made) == []
    target = bringing.target
    own = ("id", "state", "revision", "remarks", "deliveries", "kit_id", "kit_parts")
    assert [getattr(made, name) for name in own] == [getattr(target, name) for name in own]
    assert bringing.brought(()) == target
