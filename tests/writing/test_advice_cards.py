"""What a resource and an indicator are, said where a goal has none yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from typing_keys import button, click, press, type_words

from poadesk.plan.model import Goal, Objective, Plan, Resource, declared_fields
from poadesk.plan.profiles import PROFILES
from poadesk.writing.screen.details.card import advice_on

PLAN = Plan(
    id="plan",
    objectives=(
        Objective(
            id="objective",
            text="Partidas sin demora",
            goals=(
                Goal(
                    id="goal",
                    text="Entregar 95 de cada cien el mismo día",
                    resources=(Resource(id="paper", text="Papel"),),
                ),
            ),
        ),
    ),
)


@pytest.fixture
def detail(open_window, plan_file):
    window = open_window(plan_file(PLAN), step="resources")
    return window.view.screen_of("resources").detail


def test_a_goal_without_indicators_shows_what_an_indicator_is(detail):
    assert detail.advice["indicator"].isVisible()
    assert not detail.advice["resource"].isVisible(), "it has a resource"


def test_the_card_goes_with_the_first_indicator_and_comes_back_with_the_last(detail):
    click(button(detail, "Agregar indicador"))
    type_words("Partidas del mismo día")
    assert not detail.advice["indicator"].isVisible()
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert detail.advice["indicator"].isVisible()


@pytest.mark.parametrize("kind", PROFILES)
def test_every_card_has_a_question_a_good_and_a_poor_example(kind):
    for table in ("strategic_line", "objective", "goal", "activity", "resource", "indicator"):
        advice = advice_on(table, PROFILES[kind])
        assert advice.question.startswith("¿Qué es un")
        assert advice.good.startswith("“")
        assert advice.poor.startswith("“")
        assert advice.why_poor.endswith(".")


def test_the_fields_of_an_indicator_say_what_goes_in_them():
    fields = declared_fields("indicator")
    assert [name for name, field in fields.items() if not field.help] == ["text"]
