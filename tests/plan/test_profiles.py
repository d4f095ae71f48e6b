"""The words of each kind of plan, with their gender, and what their fields are called."""

from __future__ import annotations

import pytest

from poadesk.plan.model import BY_TABLE, declared_fields
from poadesk.plan.profile_words import POI_FIELDS
from poadesk.plan.profiles import PROFILES, Noun, field_of, profile_of

POA, POI = PROFILES["poa"], PROFILES["poi"]


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        (
            POA.noun("goal"),
            "la meta, una meta, ninguna meta, otra meta, la primera meta, de la meta, a la meta, "
            "las metas, Meta, Metas",
        ),
        (
            POI.noun("objective"),
            "el objetivo estratégico, un objetivo estratégico, ningún objetivo estratégico, "
            "otro objetivo estratégico, el primer objetivo estratégico, "
            "del objetivo estratégico, al objetivo estratégico, los objetivos estratégicos, "
            "Objetivo estratégico, Objetivos estratégicos",
        ),
    ],
)
def test_a_word_goes_with_its_article(noun: Noun, said: str):
    forms = (noun.the, noun.a, noun.no, noun.other, noun.first, noun.of, noun.to, noun.all)
    assert ", ".join((*forms, noun.title, noun.titles)) == said


def test_what_is_counted_is_one_or_many():
    action = POI.noun("goal")
    assert [action.counted(count) for count in (0, 1, 1200)] == [
        "0 acciones estratégicas",
        "1 acción estratégica",
        "1,200 acciones estratégicas",
    ]


def test_short_names_stand_only_where_a_kind_of_plan_has_them():
    tables = ("objective", "goal", "activity")
    assert [POI.noun(table).brief for table in tables] == ["OEI", "AEI", "AO"]
    assert [POA.noun(table).brief for table in tables] == ["Objetivo", "Meta", "Actividad"]
    assert POI.noun("activity").counted_briefly(15) == "15 AO"
    assert POA.noun("activity").counted_briefly(15) == "15 actividades"


def test_a_field_is_called_as_its_kind_of_plan_calls_it_and_is_read_alike():
    assert field_of(POA, "activity", "category").label == "Categoría"
    assert field_of(POI, "activity", "category").label == "Actividad MEF"
    assert field_of(POI, "plan", "unit").label == "Unidad orgánica"
    target = field_of(POI, "activity", "annual_target_thousandths")
    assert target == declared_fields("activity")["annual_target_thousandths"]


def test_the_fields_with_other_words_exist():
    for table, name in POI_FIELDS:
        assert name in declared_fields(table)


@pytest.mark.parametrize("words", PROFILES.values(), ids=PROFILES)
def test_every_field_that_is_shown_or_printed_of_an_activity_exists(words):
    known = {*declared_fields("activity"), "months"}
    assert known >= {*words.activity_fields, *words.other_fields, *words.printed_fields}
    assert set(words.levels) <= set(BY_TABLE)


def test_a_profile_that_is_none_of_ours_counts_as_the_municipal_one():
    assert profile_of("pei") is POA
