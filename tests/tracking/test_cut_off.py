"""The cut-off that is offered at first, and what a person reads of a year long past."""

from datetime import date

import pytest
from follow_up_plans import followed, followed_plan

from poadesk.tracking.screen.words import deadline_words
from poadesk.tracking.standing import scope_of
from poadesk.widgets.cut_off import usual_cut_off

PLAN = followed_plan(followed([10] * 12))


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 11, 27), "2027-01"),
        (date(2027, 1, 31), "2027-01"),
        (date(2027, 7, 1), "2027-06"),
        (date(2027, 12, 31), "2027-11"),
        (date(2028, 1, 1), "2027-12"),
        (date(2031, 5, 5), "2027-12"),
    ],
)
def test_the_last_month_that_has_ended_is_offered_or_the_first_of_a_year_to_come(today, month):
    assert usual_cut_off([PLAN], today) == month


def test_what_was_recorded_ahead_of_time_is_within_the_cut_off():
    early = followed_plan(followed([10] * 12, {3: 4}))
    assert usual_cut_off([early], date(2026, 12, 1)) == "2027-03"


def test_the_deadline_of_a_year_long_past_is_said_with_its_year():
    past = scope_of([PLAN], "2027-12", date(2031, 5, 5))
    assert (
        deadline_words(past) == "El plazo para registrar diciembre terminó el 31 de enero de 2028."
    )
    present = scope_of([PLAN], "2027-06", date(2027, 7, 1))
    assert deadline_words(present) == "Junio se registra hasta el 31 de julio."
    assert deadline_words(present, short=True) == "Junio: hasta el 31 de julio"


def test_of_a_year_that_has_not_begun_nothing_is_said_to_be_late():
    ahead = scope_of([PLAN], "2027-01", date(2026, 11, 28))
    assert deadline_words(ahead) == "Enero todavía no empieza."


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 5, 31), "Junio todavía no empieza"),
        (date(2027, 6, 1), "Junio todavía no termina"),
        (date(2027, 6, 30), "Junio todavía no termina"),
    ],
)
def test_of_a_month_that_has_not_ended_it_is_said_why_so_much_is_late(today, words):
    scope = scope_of([PLAN], "2027-06", today)
    assert deadline_words(scope) == f"{words}: lo que falta hacer se ve como atraso."
    assert deadline_words(scope, short=True) == words
