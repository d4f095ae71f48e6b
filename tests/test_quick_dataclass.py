"""A class made quickly is a dataclass as the standard library makes it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poadesk.quick_dataclass import dataclass


def pair_made_by(make: Any) -> tuple[type, type]:
    """Return a class and one that follows from it, made by one of both decorators."""

    @make(frozen=True, slots=True, kw_only=True)
    class Row:
        id: str
        position: int = 0

    @make(frozen=True, slots=True)
    class Goal(Row):
        text: str
        amount: int | None = None
        shown: str = field(default="", compare=False, repr=False)
        below: dict[str, int] = field(default_factory=dict)

    return Row, Goal


QUICK, STANDARD = pair_made_by(dataclass), pair_made_by(dataclasses.dataclass)
WORDS = st.sampled_from(["", "a", "b"])
GIVEN = st.fixed_dictionaries(
    {"id": WORDS, "text": WORDS},
    optional={
        "position": st.integers(0, 1),
        "amount": st.none() | st.integers(0, 1),
        "shown": WORDS,
    },
)


@given(GIVEN, GIVEN)
def test_both_are_equal_told_and_changed_in_the_same_way(first: Any, second: Any) -> None:
    quick, other = (QUICK[1](**values) for values in (first, second))
    standard, its_other = (STANDARD[1](**values) for values in (first, second))
    assert asdict(quick) == asdict(standard)
    assert repr(quick) == repr(standard)
    assert (quick == other) == (standard == its_other)
    assert repr(replace(quick, text="c")) == repr(replace(standard, text="c"))


@pytest.mark.parametrize("at", [0, 1])
def test_both_have_the_same_fields_in_the_same_order(at: int) -> None:
    names = [[one.name for one in fields(made[at])] for made in (QUICK, STANDARD)]
    assert names[0] == names[1]
    assert QUICK[at].__match_args__ == STANDARD[at].__match_args__
    assert QUICK[at].__slots__ == STANDARD[at].__slots__


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {"id": "a"}),
        (("a",), {}),
        (("a", 1, "", {}, "too many"), {"id": "a"}),
        (("a",), {"id": "a", "colour": "red"}),
        (("a",), {"id": "a", "text": "twice"}),
    ],
)
def test_both_refuse_what_they_were_not_asked_for(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    for _, goal in (QUICK, STANDARD):
        with pytest.raises(TypeError):
            goal(*values, **named)


def test_each_object_has_a_default_of_its_own() -> None:
    first, second = (QUICK[1]("a", id="a") for _ in range(2))
    assert first.below == {}
    assert first.below is not second.below


def test_nothing_of_it_can_be_changed_nor_added() -> None:
    goal = QUICK[1]("a", id="a")
    for name in ("text", "id", "colour"):
        with pytest.raises(FrozenInstanceError):
            setattr(goal, name, "b")
    with pytest.raises(FrozenInstanceError):
        del goal.text
    assert goal == QUICK[1]("a", id="a")


def test_equal_ones_have_the_same_hash_and_stand_once_in_a_set() -> None:
    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        number: int

    assert len({Place("a", 1), Place("a", 1), Place("a", 2)}) == 2


def test_a_class_is_never_equal_to_one_that_follows_from_it() -> None:
    row, goal = QUICK

    class Named(goal):  # type: ignore[misc,valid-type]
        pass

    assert Named("a", id="a") == Named("a", id="a")
    assert Named("a", id="a") != goal("a", id="a")
    assert row(id="a") != goal("", id="a")


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    sums: dict[str, int] = field(default_factory=dict)
    shown: str = field(default="", compare=False, repr=False)


def pickled(month: Month) -> Any:
    return pickle.loads(pickle.dumps(month))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_has_all_that_the_first_has(copied: Any) -> None:
    month = Month("ENE", {"done": 3}, "enero")
    assert asdict(copied(month)) == asdict(month)


def test_a_copy_in_depth_shares_nothing() -> None:
    month = Month("ENE", {"done": 3})
    assert copy.deepcopy(month).sums is not month.sums


def test_what_a_class_says_itself_is_kept() -> None:
    @dataclass(frozen=True, slots=True)
    class Sum:
        part: int
        parts: int

        def __post_init__(self) -> None:
            if self.part > self.parts:
                raise ValueError("more than all")

        def __repr__(self) -> str:
            return f"{self.part}/{self.parts}"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Sum) and self.part * other.parts == other.part * self.parts

        def __hash__(self) -> int:
            return hash(self.part / self.parts)

    assert repr(Sum(1, 2)) == "1/2"
    assert Sum(1, 2) == Sum(2, 4)
    assert len({Sum(1, 2), Sum(2, 4)}) == 1
    with pytest.raises(ValueError, match="more than all"):
        Sum(3, 2)


def test_a_class_that_can_change_is_not_made_here() -> None:
    with pytest.raises(TypeError):
        dataclass(frozen=False, slots=True)
