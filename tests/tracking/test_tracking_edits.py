"""Records, causes and settings of follow-up, written to real files and taken back."""

from dataclasses import replace
from datetime import date

import pytest
from tracking_plans import activity, amounts, file_with, plan_of, read

from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.period import Period
from poadesk.tracking import edits
from poadesk.tracking.gaps import CAUSE, DUE, OVERDUE, gaps_of
from poadesk.tracking.standing import (
    AT_RISK,
    INACTIVE,
    LATE,
    MISSING,
    NOT_BEGUN,
    ON_TRACK,
    UNPLANNED,
    Scope,
    scope_of,
    standing_of,
)

MARCH, APRIL = "2027-03", "2027-04"
TODAY = date(2027, 5, 10)


@pytest.fixture
def file(tmp_path):
    plan = plan_of(activity("a", "10 10 10 10"), activity("b", "- - 5", "4", position=1))
    empty = replace(plan_of(id="other", position=1), objectives=())
    with file_with(tmp_path, plan, empty) as opened:
        yield opened


def write(file, name, month, field, value):
    with file.step("Registrar") as step:
        edits.record_month(step, read(file, name), month, field, value)


def done(file, name):
    return amounts(read(file, name), "done_thousandths")


def scope(today=TODAY, until="2027-03", **settings):
    return scope_of([plan_of(**settings)], until, today)


def test_nothing_done_and_not_recorded_are_not_the_same_in_the_file(file):
    write(file, "a", MARCH, edits.DONE, 0)
    assert done(file, "a") == {3: 0}
    write(file, "a", MARCH, edits.DONE, None)
    assert done(file, "a") == {}


def test_what_is_cleared_leaves_the_plan_of_its_month_alone(file):
    write(file, "a", MARCH, edits.DONE, 7000)
    write(file, "a", MARCH, edits.DONE, None)
    assert amounts(read(file, "a"), "planned_thousandths")[3] == 10_000


def test_a_month_without_any_amount_left_is_no_row_any_more(file):
    assert done(file, "b") == {1: 4000}
    write(file, "b", "2027-01", edits.DONE, None)
    assert [record.month for record in read(file, "b").months] == [MARCH]


def test_a_month_that_had_no_row_gets_one(file):
    write(file, "b", APRIL, edits.SPENT, 12_550)
    assert amounts(read(file, "b"), "spent_cents") == {4: 12_550}


def test_as_planned_fills_only_what_is_open_and_0_where_nothing_is_planned():
    row = activity("a", "10 - 30", "9")
    months = ["2027-01", "2027-02", MARCH]
    assert edits.as_planned(row, months, edits.DONE) == {"2027-02": 0, MARCH: 30_000}


def test_as_planned_spends_the_budget_and_leaves_months_without_one_alone():
    row = activity("a", budget="100 - 0", spent="- -")
    months = ["2027-01", "2027-02", MARCH]
    assert edits.as_planned(row, months, edits.SPENT) == {"2027-01": 10_000, MARCH: 0}


def test_the_cause_comes_with_its_first_word_and_goes_with_its_last(file):
    for text in ("Llovió", "Llovió tres semanas"):
        with file.step("Escribir") as step:
            edits.put_deviation(step, read(file, "a"), MARCH, edits.CAUSE, text)
    said = read(file, "a").deviations
    assert [(one.month, one.cause) for one in said] == [(MARCH, "Llovió tres semanas")]
    with file.step("Escribir") as step:
        edits.put_deviation(step, read(file, "a"), MARCH, edits.CAUSE, "")
    assert read(file, "a").deviations == ()


def test_each_cut_off_has_its_own_cause(file):
    for month, text in ((MARCH, "Llovió"), (APRIL, "Faltó papel")):
        with file.step("Escribir") as step:
            edits.put_deviation(step, read(file, "a"), month, edits.CORRECTIVE_ACTION, text)
    row = read(file, "a")
    said = edits.deviation_at(row, MARCH)
    assert said is not None
    assert said.corrective_action == "Llovió"
    assert edits.deviation_at(row, "2027-05") is None


def test_a_setting_is_written_into_every_plan_and_taken_back_in_one_step(file):
    with file.step("Cambiar") as step:
        edits.put_setting(step, file.read(), "red_below_hundredths", 6000)
    assert [plan.red_below_hundredths for plan in file.read()] == [6000, 6000]
    file.journal.undo()
    assert [plan.red_below_hundredths for plan in file.read()] == [7500, 7500]


@pytest.mark.parametrize(
    ("done_words", "state"),
    [
        ("10 10 2.4", LATE),
        ("10 10 2.5", AT_RISK),
        ("10 10 8.5", AT_RISK),
        ("10 10 8.6", ON_TRACK),
        ("10 - 10", MISSING),
    ],
)
def test_the_state_follows_the_exact_progress(done_words, state):
    assert standing_of(activity("a", "10 10 10", done_words), scope()).state == state


@pytest.mark.parametrize("today", [date(2026, 11, 28), date(2027, 1, 31)])
@pytest.mark.parametrize("until", ["2027-01", "2027-06"])
def test_before_a_month_is_over_nothing_is_late_missing_or_asked_for(today, until):
    row, ahead = activity("a", "10 10 10"), scope(today, until, recorded_months="all")
    standing = standing_of(row, ahead)
    assert standing.state == NOT_BEGUN
    assert not standing.asks_cause
    assert list(gaps_of(row, "1.1.1", standing, ahead)) == []
    assert standing.missing  # the cells are still to be filled


def test_what_is_recorded_before_its_month_is_over_is_judged():
    early = standing_of(activity("a", "10", "2"), scope(date(2027, 1, 20), "2027-01"))
    assert (early.state, early.asks_cause) == (LATE, True)


def test_what_was_not_recorded_of_a_month_that_is_over_counts_as_late():
    row, after = activity("a", "10"), scope(date(2027, 2, 1), "2027-01")
    standing = standing_of(row, after)
    assert (standing.state, standing.due) == (LATE, ("2027-01",))
    assert [gap.kind for gap in gaps_of(row, "1.1.1", standing, after)] == [DUE, CAUSE]


def test_what_is_not_planned_or_not_active_lacks_nothing():
    idle = standing_of(activity("a", "- - - 10"), scope(recorded_months="all"))
    closed = standing_of(activity("b", "10 10 10", active=0), scope())
    assert (idle.state, closed.state) == (UNPLANNED, INACTIVE)
    assert idle.missing == closed.missing == ()


def test_a_missing_month_is_overdue_only_after_its_deadline():
    row = activity("a", "10 10 10", "10 10")
    on_the_day = standing_of(row, scope(today=date(2027, 4, 30)))
    a_day_later = standing_of(row, scope(today=date(2027, 5, 1)))
    assert on_the_day.missing == a_day_later.missing == (MARCH,)
    assert (on_the_day.overdue, a_day_later.overdue) == ((), (MARCH,))
    assert (on_the_day.state, a_day_later.state) == (LATE, MISSING)


def test_with_all_months_to_be_recorded_those_without_a_plan_are_missing_too():
    row = activity("a", "10 - 10", "10 - 10")
    assert standing_of(row, scope(recorded_months="all")).missing == ("2027-02",)
    assert standing_of(row, scope()).missing == ()


def test_the_cause_is_asked_under_the_limit_until_both_texts_are_written(file):
    row = activity("a", "10 10 10", "1 1 1")
    assert standing_of(row, scope()).asks_cause
    assert not standing_of(row, scope(cause_below_hundredths=500)).asks_cause
    said = edits.Deviation(id="d", month=MARCH, cause="Llovió")
    assert standing_of(replace(row, deviations=(said,)), scope()).asks_cause
    whole = replace(said, corrective_action="Ir en bus")
    assert not standing_of(replace(row, deviations=(whole,)), scope()).asks_cause


def test_gaps_tell_what_is_overdue_from_what_is_due():
    year = tuple(f"2027-{month:02d}" for month in range(1, 13))
    wide = Scope(Period(year, year[:4]), Limits(recorded_months="planned"), TODAY)
    row = activity("a", "10 10 10 10", "10 - 1")
    kinds = {gap.kind: gap.months for gap in gaps_of(row, "1.1.1", standing_of(row, wide), wide)}
    assert kinds == {OVERDUE: ("2027-02",), DUE: (APRIL,)}
    late = activity("a", "10 10 10", "1 1 1")
    assert [gap.kind for gap in gaps_of(late, "1", standing_of(late, scope()), scope())] == [CAUSE]
