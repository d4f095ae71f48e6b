"""A module that was put off is the module itself as soon as something of it is used."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from poadesk.widgets.put_off import put_off

NAME = "seldom_used"


@pytest.fixture(autouse=True)
def seldom_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A module that leaves a word in `sys` when it is loaded."""
    (tmp_path / f"{NAME}.py").write_text("import sys\nsys.has_been_loaded = True\nanswer = 42\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "has_been_loaded", False, raising=False)
    yield
    sys.modules.pop(NAME, None)


def imported() -> ModuleType:
    return importlib.import_module(NAME)


def is_loaded() -> bool:
    return bool(vars(sys)["has_been_loaded"])


def test_it_is_not_loaded_while_nobody_uses_it() -> None:
    with put_off(NAME):
        late = imported()
    assert not is_loaded()
    assert late.answer == 42
    assert is_loaded()


def test_it_can_be_used_inside_too() -> None:
    with put_off(NAME):
        assert imported().answer == 42
    assert imported().answer == 42


def test_whoever_imports_it_afterwards_gets_the_module_itself() -> None:
    with put_off(NAME):
        late = imported()
    itself = imported()
    assert is_loaded()
    assert itself.__file__ is not None
    itself.answer = 43
    assert late.answer == 43


def test_what_was_loaded_before_stays() -> None:
    before = imported()
    with put_off(NAME):
        assert imported() is before
    assert imported() is before


def test_what_a_module_has_not_is_told_as_ever() -> None:
    with put_off(NAME):
        late = imported()
    with pytest.raises(AttributeError, match="'seldom_used' has no attribute 'question'"):
        _ = late.question


def test_it_steps_aside_when_something_fails() -> None:
    with pytest.raises(RuntimeError), put_off(NAME):
        raise RuntimeError
    assert NAME not in sys.modules
