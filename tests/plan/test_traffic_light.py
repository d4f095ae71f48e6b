"""The traffic light at its boundaries, and the efficacy label at its own."""

from __future__ import annotations

from fractions import Fraction

import pytest

from poadesk.plan.reports.efficacy import (
    ACCEPTABLE,
    INSUFFICIENT,
    REACHED,
    UNDERVALUED,
    label_of,
    shown_efficacy,
)
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.traffic_light import (
    AMBER,
    GREEN,
    GREY,
    RED,
    LightCount,
    counted_lights,
    light,
)

HAIR = Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        (Fraction(0), RED),
        (75 - HAIR, RED),
        (Fraction(75), AMBER),
        (Fraction(95), AMBER),
        (95 + HAIR, GREEN),
        (Fraction(100), GREEN),
        (None, GREY),
    ],
)
def test_red_is_below_75_and_green_above_95(value: Fraction | None, colour: str) -> None:
    assert light(value, Limits()) == colour


def test_the_limits_of_the_light_are_settings() -> None:
    limits = Limits(red_below=Fraction(50), green_above=Fraction(60))
    assert [light(Fraction(one), limits) for one in (49, 50, 60, 61)] == [RED, AMBER, AMBER, GREEN]


def test_lights_are_counted_by_colour_with_grey_apart() -> None:
    assert counted_lights([RED, GREEN, GREEN, GREY]) == LightCount(1, 0, 2, 1)


@pytest.mark.parametrize(
    ("value", "label", "text"),
    [
        (Fraction(0), INSUFFICIENT, "0"),
        (75 - HAIR, INSUFFICIENT, "74.999999999"),
        (Fraction(75), ACCEPTABLE, "75"),
        (Fraction(962, 10), ACCEPTABLE, "96"),
        (100 - HAIR, ACCEPTABLE, "99.999999999"),
        (Fraction(100), REACHED, "100"),
        (100 + HAIR, UNDERVALUED, "100.000000001"),
        (Fraction(11343, 100), UNDERVALUED, "113"),
    ],
)
def test_the_label_follows_the_exact_value_and_the_figure_agrees(
    value: Fraction, label: str, text: str
) -> None:
    assert label_of(value, Limits()) == label
    assert shown_efficacy(value, Limits()) == text


def test_the_cut_of_the_acceptable_label_is_a_setting() -> None:
    limits = Limits(efficacy_cut=Fraction(90))
    assert label_of(Fraction(89), limits) == INSUFFICIENT
    assert label_of(Fraction(90), limits) == ACCEPTABLE


def test_nothing_planned_has_no_label() -> None:
    assert label_of(None, Limits()) is None
