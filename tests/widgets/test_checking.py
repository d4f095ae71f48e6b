"""Checking in a thread: what is found belongs to the plan as it is, and typing does not wait."""

from __future__ import annotations

import sys

import pytest

from poadesk.plan.checks import findings
from poadesk.plan.model import Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.checking import PAUSE
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.short_turns import short_turns

PLAN = Plan(id="plan", unit="Aseo", objectives=(Objective(id="one", text="Barrer"),))
MOST = 5_000  # milliseconds


@pytest.fixture
def open_plan(qapp, plan_file):
    plan = OpenPlan(PlanFile.open(plan_file(PLAN)))
    yield plan
    plan.close()


def test_findings_are_at_hand_a_pause_after_a_change(open_plan, qtbot):
    with qtbot.waitSignal(open_plan.checking.checked, timeout=MOST):
        open_plan.set("objective", "one", "text", "")
        assert not open_plan.reading.has_findings
    assert open_plan.reading.has_findings
    assert open_plan.reading.findings == findings(open_plan.plan)


def test_what_was_found_before_a_change_is_not_said_of_the_plan_after_it(open_plan):
    assert open_plan.reading.findings
    open_plan.set("objective", "one", "text", "")
    assert not open_plan.reading.has_findings
    assert open_plan.reading.findings == findings(open_plan.plan)


def test_a_change_while_the_thread_is_at_work_is_checked_too(open_plan, qtbot):
    for text in ("Regar", "Podar", ""):
        open_plan.set("objective", "one", "text", text)
        qtbot.wait(PAUSE)
    qtbot.waitUntil(lambda: open_plan.reading.has_findings, timeout=MOST)
    assert open_plan.reading.findings == findings(open_plan.plan)


def test_findings_that_are_at_hand_are_told_again_to_who_asks(open_plan, qtbot):
    found = open_plan.reading.findings
    with qtbot.waitSignal(open_plan.checking.checked, timeout=MOST):
        open_plan.checking.begin_later()
    assert open_plan.reading.findings is found


def test_a_plan_that_is_closed_is_checked_no_more(qapp, plan_file, qtbot):
    plan = OpenPlan(PlanFile.open(plan_file(PLAN)))
    told = []
    plan.checking.checked.connect(lambda: told.append(True))
    plan.set("objective", "one", "text", "Regar")
    plan.close()
    qtbot.wait(PAUSE + 100)
    assert not told


def test_turns_are_as_long_as_before_in_whichever_order_the_threads_end():
    usual = sys.getswitchinterval()
    first, second = short_turns(), short_turns()
    first.__enter__()
    second.__enter__()
    assert sys.getswitchinterval() < usual
    first.__exit__(None, None, None)
    assert sys.getswitchinterval() < usual
    second.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual
