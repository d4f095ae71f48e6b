"""What is kept of a revision comes back whole, and its digest tells each change of its content."""

import json
import zlib
from dataclasses import replace

import pytest
from generated_plans import plans
from hypothesis import given, settings
from small_plans import activity, goal, objective, plan

from poadesk.plan.frozen import BrokenRevisionError, digest, frozen, thawed
from poadesk.plan.model import Delivery, Plan, Remark

SMALL = plan(objective(goal(activity({3: 2}), text="Meta"), text="Objetivo"))


@given(plans(most=2))
@settings(max_examples=40)
def test_a_plan_comes_back_as_it_was_kept(generated: Plan) -> None:
    assert thawed(frozen(generated)) == generated


@given(plans(most=1), plans(most=1))
@settings(max_examples=40)
def test_only_equal_plans_have_the_same_digest(one: Plan, other: Plan) -> None:
    on_its_way = {name: getattr(one, name) for name in ("position", "state", "revision")}
    same = replace(other, **on_its_way, deliveries=one.deliveries) == one
    assert (digest(one) == digest(other)) == same


def test_the_digest_tells_a_changed_letter_a_changed_id_and_an_answer() -> None:
    (first,) = SMALL.objectives
    changed = replace(SMALL, objectives=(replace(first, text="objetivo"),))
    renamed = replace(SMALL, objectives=(replace(first, id="other"),))
    answered = replace(SMALL, remarks=(Remark(id="r", text="¿Cuántos?", answer="Doce"),))
    assert len({digest(one) for one in (SMALL, changed, renamed, answered)}) == 4


def test_the_way_of_a_plan_between_the_offices_changes_no_digest() -> None:
    sent = replace(SMALL, state="delivered", revision=3, deliveries=(Delivery(id="d"),))
    assert digest(sent) == digest(SMALL)


def test_a_field_that_was_not_known_when_a_plan_was_kept_has_its_default() -> None:
    document = json.loads(zlib.decompress(frozen(SMALL)))
    document["tables"]["plan"].pop("unit", None)
    assert thawed(zlib.compress(json.dumps(document).encode())) == replace(SMALL, unit="")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no",
        frozen(SMALL)[:-9],
        zlib.compress(b"[]"),
        zlib.compress(b'{"format": "poadesk-revision", "tables": {"plan": {"id": []}}}'),
        zlib.compress(b'{"format": "poadesk-revision", "tables": {"plan": 3}}'),
        zlib.compress(b'{"format": "poadesk-revision", "tables": []}'),
        zlib.compress(b"[" * 100_000),
    ],
    ids=[
        "nothing",
        "no zlib",
        "cut off",
        "another document",
        "no plan",
        "no columns",
        "no tables",
        "too deep",
    ],
)
def test_what_is_no_revision_is_told_to_be_none(content: bytes) -> None:
    with pytest.raises(BrokenRevisionError):
        thawed(content)
