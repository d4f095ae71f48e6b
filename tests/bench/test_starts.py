"""The programs whose start is measured do tell what is measured: without that, all is skipped."""

from __future__ import annotations

import sys

import pytest

from poadesk.bench.bundle_start import until_painted
from poadesk.bench.first_key import BARE_WINDOW, OUR_WINDOW, TYPED, until_typed, written
from poadesk.bench.processes import new_home, until_said
from poadesk.bench.timing import SkippedError
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.example import example_plan


@pytest.fixture
def environment():
    with new_home() as made:
        made["QT_QPA_PLATFORM"] = "offscreen"
        yield made


def test_the_bare_window_and_the_start_page_tell_when_they_take_a_key(environment):
    assert until_typed(BARE_WINDOW, [], environment) > 0
    assert until_typed(OUR_WINDOW, [], environment) > 0


def test_the_letter_that_is_measured_goes_into_the_plan(environment, tmp_path):
    path = written(example_plan(), str(tmp_path))
    assert until_typed(OUR_WINDOW, [path], environment) > 0
    with PlanFile.open(tmp_path / "plan.sqlite", read_only=True) as file:
        (plan,) = file.read()
    assert plan.entity == f"x{example_plan().entity}"


def test_a_program_that_says_nothing_is_skipped_and_not_measured(environment):
    with pytest.raises(SkippedError, match="does not say"):
        until_said(TYPED, ["-c", "print('something else')"], environment)


def test_the_window_paints_empty_and_then_its_start_page(environment):
    assert until_painted([sys.executable, "-m", "poadesk"], environment, 2) > 0


def test_a_program_that_paints_too_seldom_is_skipped_and_not_measured(environment):
    with pytest.raises(SkippedError, match="does not paint 20 times"):
        until_painted([sys.executable, "-c", BARE_WINDOW, "0"], environment, 20)
