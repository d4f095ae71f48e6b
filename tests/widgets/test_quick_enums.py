"""An enumeration made quickly is the one that the library makes."""

from __future__ import annotations

import subprocess
import sys
from enum import Enum, EnumType, Flag, FlagBoundary, IntEnum, IntFlag
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from poadesk.widgets import quick_enums

KINDS: tuple[Any, ...] = (Enum, Flag, IntEnum, IntFlag)
PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 9)),
    min_size=1,
    unique_by=lambda pair: pair[0],
)
COUNT_WHAT_THE_LIBRARY_MAKES = """
import sys
import poadesk.desktop
made = 0
def count(frame, event, argument):
    global made
    made += event == "call" and frame.f_code.co_qualname == "_proto_member.__set_name__"
sys.setprofile(count)
from PySide6.QtCore import Qt
sys.setprofile(None)
print(made, len(Qt.Key))
"""


def library(kind: Any, pairs: list[tuple[str, int]]) -> Any:
    how = {"module": "somewhere", "qualname": "Outer.Made", "boundary": FlagBoundary.KEEP}
    return quick_enums._library(kind, "Made", pairs, **how)


def quick(kind: Any, pairs: list[tuple[str, int]]) -> Any:
    assert quick_enums.is_plain(kind, pairs)
    return quick_enums.made_quickly(kind, "Made", pairs, "somewhere", "Outer.Made")


def told(made: Any) -> dict[str, Any]:
    """Return all that a class and its members hold, without what differs between two classes."""
    return {name: _told(made, value) for name, value in vars(made).items()}


def _told(made: Any, value: Any) -> Any:
    if isinstance(value, made):
        held = {**vars(value)}
        return repr(value), held.pop("__objclass__") is made, list(held.items()), hash(value)
    if isinstance(value, dict):
        return [(key, _told(made, one)) for key, one in value.items()]
    if isinstance(value, classmethod | staticmethod) or hasattr(value, "__func__"):
        return value.__func__
    return value


def enums_of(module: ModuleType) -> list[Any]:
    """Return the enumerations of a module of Qt and of its classes."""
    return [
        one
        for owner in (
            module,
            *(value for value in vars(module).values() if isinstance(value, type)),
        )
        for one in vars(owner).values()
        if isinstance(one, EnumType)
    ]


def pairs_of(made: Any) -> list[tuple[str, int]]:
    return [(name, one.value) for name, one in made.__members__.items()]


@pytest.mark.parametrize("module", [QtCore, QtGui, QtWidgets])
def test_every_enumeration_of_qt_is_made_as_by_the_library(module: ModuleType) -> None:
    for name in dir(module):
        getattr(module, name)  # PySide makes a class, and its enumerations, when asked
    found = enums_of(module)
    assert len(found) > 100
    for one in found:
        pairs, kind = pairs_of(one), one.__bases__[0]
        if quick_enums.is_plain(kind, pairs):
            assert told(quick(kind, pairs)) == told(library(kind, pairs))
    plain = [one for one in found if quick_enums.is_plain(one.__bases__[0], pairs_of(one))]
    assert len(plain) > 0.9 * len(found)


@given(st.sampled_from(KINDS), PAIRS)
def test_any_plain_names_make_the_same_enumeration(kind: Any, pairs: list[tuple[str, int]]) -> None:
    assert told(quick(kind, pairs)) == told(library(kind, pairs))


@given(st.sampled_from([Flag, IntFlag]), PAIRS, st.integers(0, 15), st.integers(0, 15))
def test_flags_are_joined_taken_apart_and_turned_round_alike(
    kind: Any, pairs: list[tuple[str, int]], one: int, other: int
) -> None:
    def done_with(made: Any) -> str:
        try:
            return repr([made(one) | made(other), ~made(one), list(made(one))])
        except AttributeError as error:  # the library itself cannot go through some of them
            return str(error)

    assert done_with(quick(kind, pairs)) == done_with(library(kind, pairs))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Flag, [("a", -1)]),
        (Enum, [("name", 1)]),
        (IntEnum, [("real", 1)]),
        (Enum, [("mro", 1)]),
        (Enum, [("_order_", 1)]),
        (Enum, [("a", 1), ("a", 2)]),
        (Enum, [("a", "word")]),
        (Enum, [("a", True)]),
        (Enum, "a b"),
        (Enum, ["a", "b"]),
        (Enum, [("a", 1, 2)]),
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_the_library(kind: Any, names: Any) -> None:
    assert not quick_enums.is_plain(kind, names)


def test_an_enumeration_of_our_own_knows_its_module_and_keeps_no_unnamed_bits() -> None:
    assert Enum("Word", ["one", "two"]).__module__ == __name__
    with pytest.raises(ValueError, match="invalid value 4"):
        Flag("Sign", [("a", 1), ("b", 2)])(4)  # type: ignore[operator]


@pytest.mark.skipif(
    sys.version_info[:2] not in quick_enums._COMPARED, reason="left to the library here"
)
def test_the_start_does_not_wait_for_the_library_to_make_the_names_of_qt() -> None:
    run = subprocess.run(
        [sys.executable, "-c", COUNT_WHAT_THE_LIBRARY_MAKES], capture_output=True, text=True
    )
    made, keys = run.stdout.split()
    assert int(keys) > 400
    assert int(made) < 100
