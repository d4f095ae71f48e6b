"""Names that differ only in how they are written are found, in any order of the plans."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from poadesk.plan.model import Activity, CatalogueItem, Goal, Objective, Plan
from poadesk.plan.phrases import plain, plural
from poadesk.plan.same_names import key_of, same_names


def unit(plan_id: str, *units_of_measure: str, name: str = "", **fields: str) -> Plan:
    activities = tuple(
        Activity(id=f"{plan_id}{at}", position=at, unit_of_measure=one, **fields)
        for at, one in enumerate(units_of_measure)
    )
    goal = Goal(id=f"{plan_id}g", activities=activities)
    objective = Objective(id=f"{plan_id}o", goals=(goal,))
    return Plan(id=plan_id, unit=name or plan_id, objectives=(objective,))


def kit(*names: str) -> Plan:
    items = tuple(
        CatalogueItem(id=f"c{at}", position=at, kind="unit_of_measure", name=name)
        for at, name in enumerate(names)
    )
    return Plan(id="kit", role="kit", catalogue=items)


def test_accents_case_plural_spaces_and_punctuation_make_no_difference() -> None:
    for other in ("Visitas", "VISITA ", "visita.", "visíta", " visitas"):
        assert key_of(other) == key_of("visita"), other
    assert key_of("informes técnicos") == key_of("Informe Técnico")
    assert key_of("post venta") == key_of("Post-Venta") == key_of("postventa")
    assert key_of("luces") == key_of("luz")
    assert key_of("m²") == key_of("M2")


def test_different_names_are_not_taken_for_one() -> None:
    names = ("visita", "vista", "informe", "inspección", "taller", "persona", "plan", "plano")
    assert len({key_of(name) for name in names}) == len(names)


def test_each_way_says_how_often_and_in_which_units_it_is_written() -> None:
    plans = [unit("Aseo", "visita", "visita", "Visitas"), unit("Catastro", "visita", "taller")]
    (group,) = same_names(plans)
    assert (group.kind, group.table) == ("unit_of_measure", "activity")
    told = [(way.name, way.count, way.units) for way in group.ways]
    assert told == [("visita", 3, ("Aseo", "Catastro")), ("Visitas", 1, ("Aseo",))]


def test_the_way_of_the_catalogue_is_offered_first_even_when_nobody_writes_so() -> None:
    (group,) = same_names([kit("Visita"), unit("Aseo", "visitas", "visitas")])
    assert [way.name for way in group.ways] == ["Visita", "visitas"]
    assert [way.count for way in group.ways] == [0, 2]


def test_a_name_that_all_write_as_in_the_catalogue_is_no_group() -> None:
    assert same_names([kit("visita"), unit("Aseo", "visita")]) == []


def test_units_and_who_is_responsible_are_compared_too() -> None:
    plans = [
        unit("a", "x", name="Catastro", responsible="Jefa de Aseo"),
        unit("b", "x", name="CATASTRO", responsible="jefa de aseo"),
    ]
    assert [group.kind for group in same_names(plans)] == ["responsible", "unit"]


NAMES = st.sampled_from(
    ["visita", "Visitas", "visita ", "Visíta.", "taller", "talleres", "m2", "m²", "—", "km", "Km."]
)
PLANS = st.lists(st.lists(NAMES, max_size=4), max_size=4).map(
    lambda units: [unit(f"p{at}", *names) for at, names in enumerate(units)]
)


@given(PLANS, st.randoms())
def test_the_order_of_the_plans_makes_no_difference(plans, chance) -> None:
    shuffled = list(plans)
    chance.shuffle(shuffled)
    assert same_names(shuffled) == same_names(plans)


@given(PLANS)
def test_names_are_together_exactly_when_their_keys_are_the_same(plans) -> None:
    groups = [one for one in same_names(plans) if one.kind == "unit_of_measure"]
    for group in groups:
        assert {key_of(way.name) for way in group.ways} == {group.key}
    names = {a.unit_of_measure for plan in plans for a in plan.activities()}
    for one in names:
        for other in names - {one}:
            together = any({one, other} <= {way.name for way in group.ways} for group in groups)
            assert together == (key_of(one) == key_of(other))


def without_accents(name: str) -> str:
    apart = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


WAYS = st.sampled_from(
    [
        str.upper,
        str.title,
        without_accents,
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: name.replace(" ", " \u00a0"),
        lambda name: f" {name}. ",
    ]
)
LETTERS = st.text("abcdeéfghiíjlmnñoópqrstuúüz 27²%.-", max_size=16).filter(plain)


@given(LETTERS, st.lists(WAYS, max_size=4))
def test_any_name_is_found_without_case_accents_spaces_or_punctuation(name, ways) -> None:
    other = name
    for way in ways:
        other = way(other)
    assert key_of(other) == key_of(name)


MEASURES = st.lists(
    st.sampled_from(["visita", "informe", "inspección", "taller", "luz", "red", "mes", "técnico"]),
    min_size=1,
    max_size=3,
    unique=True,
)


@given(MEASURES, MEASURES)
def test_a_plural_is_the_same_name_and_other_words_are_another(words, others) -> None:
    name, other = " ".join(words), " ".join(others)
    assert key_of(plural(name)) == key_of(name)
    assert (key_of(other) == key_of(plural(name))) == (other == name)
