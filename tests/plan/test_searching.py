"""Searching: what is found really says so, whatever the case and the accents, and where."""

from __future__ import annotations

import pytest
from generated_plans import TEXTS, plans
from hypothesis import example, given, settings
from hypothesis import strategies as st

from poadesk.plan.excerpt import excerpt
from poadesk.plan.fields import Text
from poadesk.plan.folding import folded, sought
from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    GoalComment,
    Indicator,
    Objective,
    ObjectiveComment,
    Plan,
    Programme,
    Resource,
    StrategicLine,
    SwotItem,
    declared_fields,
    rows_under,
    text_fields,
)
from poadesk.plan.searching import (
    places_of,
    replaceable,
    replaced,
    suggestions,
)
from poadesk.plan.step_names import step_of

ANY = st.text(max_size=30) | st.sampled_from(
    ("Straße ñandú", "AÑO año ano", "n\u0303", "ﬁn del Código", "İstanbul", "a\u0301b\u0301", "ǅ")
)


def small_plan() -> Plan:
    activity = Activity(id="a", text="Firmar un convenio", responsible="Síndica", cost_centre="07")
    goal = Goal(
        id="g",
        text="Formalizar convenios de pago",
        activities=(activity,),
        resources=(Resource(id="r", text="Formularios de convenio", kind="Papelería"),),
        indicators=(Indicator(id="i", text="Cuotas al día", formula="convenios / cuotas"),),
    )
    line = StrategicLine(id="l", name="Finanzas", programmes=(Programme(id="p", name="Cobro"),))
    return Plan(
        id="plan",
        introduction="Pagar por convenio es posible.",
        strategy_source="Plan de la ciudad",
        strategic_lines=(line,),
        swot_items=(SwotItem(id="s", quadrant="threat", text="Sequía y menos pagos"),),
        objectives=(Objective(id="o", text="Bajar la mora", goals=(goal,)),),
    )


def told(words: str) -> list[tuple[str, str, str]]:
    return [(place.number, place.kind, place.field) for place in places_of(small_plan(), words)]


def test_every_text_with_the_word_is_found_in_the_order_of_the_plan() -> None:
    assert told("CONVENIO") == [
        ("", "Introducción · Datos generales", "introduction"),
        ("1.1", "Meta", "text"),
        ("1.1.1", "Actividad", "text"),
        ("1.1", "Recurso de la meta 1.1", "text"),
        ("1.1", "Cómo se calcula · Indicador de la meta 1.1", "formula"),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("sindica", "Responsable · Actividad"),
        ("sequia", "Amenaza"),
        ("finanzas", "Línea estratégica"),
        ("cobro", "Programa de la línea estratégica 1"),
        ("mora", "Objetivo"),
        ("papeleria", "Tipo · Recurso de la meta 1.1"),
        ("ciudad", "De dónde salen las líneas estratégicas · Líneas estratégicas"),
    ],
)
def test_what_a_place_is_stands_beside_it(words: str, kind: str) -> None:
    assert [place.kind for place in places_of(small_plan(), words)] == [kind]


def test_a_phrase_comes_before_the_same_words_apart() -> None:
    activities = (
        Activity(id="apart", text="Pagar el convenio"),
        Activity(id="phrase", text="Convenio  de\npagar"),
        Activity(id="apart2", text="de pagar convenio"),
    )
    plan = Plan(
        id="plan", objectives=(Objective(id="o", goals=(Goal(id="g", activities=activities),)),)
    )
    found = places_of(plan, "convenio de pagar")
    assert [(place.id, place.is_phrase) for place in found] == [("phrase", True), ("apart2", False)]
    assert [place.id for place in places_of(plan, "convenio pagar")] == [
        "apart",
        "phrase",
        "apart2",
    ]


@pytest.mark.parametrize(
    ("words", "number", "kind"),
    [
        (
            "taller",
            "1.1.1",
            "¿Por qué se atrasó? · Desviación de la actividad 1.1.1, junio de 2027",
        ),
        ("prestado", "1.1.1", "¿Qué se hará? · Desviación de la actividad 1.1.1, junio de 2027"),
        ("conformes", "1.1", "Comentario de la meta 1.1, marzo de 2027"),
        ("crecer", "1", "Comentario del objetivo 1, diciembre de 2027"),
    ],
)
def test_what_was_said_of_the_execution_is_found(words: str, number: str, kind: str) -> None:
    june, march, december = (f"2027-{month}" for month in ("06", "03", "12"))
    said = Deviation(id="d", month=june, cause="En el taller", corrective_action="Uno prestado")
    goal = Goal(
        id="g",
        activities=(Activity(id="a", deviations=(said,)),),
        comments=(GoalComment(id="gc", month=march, text="Todos conformes"),),
    )
    comments = (ObjectiveComment(id="oc", month=december, text="Falta crecer"),)
    plan = Plan(id="plan", objectives=(Objective(id="o", goals=(goal,), comments=comments),))
    [place] = places_of(plan, words)
    assert (place.number, place.kind) == (number, kind)
    assert step_of(place.table, place.field) in ("tracking", "reports")


def test_a_row_is_found_by_its_number() -> None:
    [place] = places_of(small_plan(), "1.1.1")
    assert (place.id, place.field, place.spans) == ("a", "text", ())
    assert replaceable([place]) == []


def test_the_ids_that_tie_rows_are_no_text() -> None:
    assert text_fields("objective_line") == text_fields("swot_objective") == ()
    assert text_fields("month_record") == ()


def test_nothing_typed_finds_nothing() -> None:
    assert places_of(small_plan(), " \u0301\t") == []


def test_an_n_finds_an_enye_but_an_enye_only_itself() -> None:
    plan = Plan(id="plan", introduction="Cada año la niña y el ano")
    assert [place.spans for place in places_of(plan, "ano")] == [((5, 8), (22, 25))]
    assert [place.spans for place in places_of(plan, "AÑO")] == [((5, 8),)]
    assert [place.spans for place in places_of(plan, "an\u0303o")] == [((5, 8),)]


@settings(max_examples=40)  # whole plans take long to draw
@given(plans(), TEXTS)
def test_every_place_says_the_words_where_it_is_marked(plan: Plan, words: str) -> None:
    wanted = folded(words).split()
    rows = {row.id: row for _, row in rows_under(plan)} | {plan.id: plan}
    for place in places_of(plan, words):
        text = getattr(rows[place.id], place.field)
        assert place.text == text
        assert type(declared_fields(place.table)[place.field]) is Text
        marked = [folded(text[begin:end]) for begin, end in place.spans]
        if place.is_phrase:
            assert {tuple(one.split()) for one in marked} == {tuple(wanted)}
        elif marked:
            assert all(any(word in one for one in marked) for word in wanted)


@given(ANY | TEXTS, st.data())
@example("ſß", None)
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject | None) -> None:
    begin = data.draw(st.integers(0, len(text))) if data else 1
    end = data.draw(st.integers(begin, len(text))) if data else len(text)
    wanted = sought(text[begin:end])
    if wanted is not None:
        assert wanted.as_phrase(text)
        assert wanted.in_any_order(text)


@given(ANY, ANY)
@example("ß", "s")
@example("ﬁn", "f")
@example("n\u0303o", "n")
def test_spans_are_in_order_apart_and_never_cut_a_character(text: str, words: str) -> None:
    wanted = sought(words)
    if wanted is None:
        return
    for spans in (wanted.as_phrase(text), wanted.in_any_order(text)):
        flat = [place for span in spans for place in span]
        assert flat == sorted(flat)
        assert all(begin < end <= len(text) for begin, end in spans)
    for begin, end in wanted.as_phrase(text):
        assert wanted.phrase.fullmatch(folded(text[begin:end], wanted.keeps_enye))


@given(ANY, ANY, ANY)
def test_replacing_leaves_all_that_is_not_a_phrase(text: str, words: str, by: str) -> None:
    wanted = sought(words)
    spans = wanted.as_phrase(text) if wanted else []
    new = replaced(text, words, by)
    places = [0, *(place for span in spans for place in span), len(text)]
    kept = [text[a:b] for a, b in zip(places[::2], places[1::2], strict=True)]
    for piece in kept:
        assert piece in new
        new = new[new.index(piece) + len(piece) :] if piece else new
    if not spans:
        assert replaced(text, words, by) == text


@pytest.mark.parametrize(
    ("text", "words", "by", "expected"),
    [
        ("Convenio, convenio y CONVENIO", "convenio", "acuerdo", "Acuerdo, acuerdo y ACUERDO"),
        ("la alcaldia de aquí", "alcaldía", "Municipalidad", "la Municipalidad de aquí"),
        ("convenio  de\npago", "convenio de pago", "acuerdo", "acuerdo"),
        ("Avisos de cobro", " de cobro", "", "Avisos "),
        ("un 5 % más", "5 %", r"\1 %", r"un \1 % más"),
        ("Catastro y CATASTRO", "Catastro", "catastro", "catastro y catastro"),
        ("Direccion", "direccion", "dirección", "Dirección"),
    ],
)
def test_what_is_written_instead(text: str, words: str, by: str, expected: str) -> None:
    assert replaced(text, words, by) == expected


def test_a_misspelt_word_brings_what_the_plan_says() -> None:
    assert suggestions(small_plan(), "conbenios") == ["convenios"]
    assert suggestions(small_plan(), "conbenios pagho") == ["convenios pago", "convenios"]
    assert suggestions(small_plan(), "xylófono") == []


@settings(max_examples=40)  # whole plans take long to draw
@given(plans(), TEXTS)
def test_every_suggestion_finds_something(plan: Plan, words: str) -> None:
    for other in suggestions(plan, words):
        assert places_of(plan, other)


def test_a_long_text_is_shown_around_what_was_found() -> None:
    text = "inicio " * 40 + "AQUÍ " + "final " * 40
    begin = text.index("AQUÍ")
    shown, [(a, b)] = excerpt(text, ((begin, begin + 4),))
    assert shown[a:b] == "AQUÍ"
    assert shown.startswith("…inicio ")
    assert shown.endswith(" final…")
    assert len(shown) < 170


@given(st.text(max_size=400), st.data())
def test_an_excerpt_marks_the_same_letters(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    shown, spans = excerpt(text, ((begin, end),))
    [(a, b)] = spans
    same = "".join(" " if c.isspace() else c for c in text[begin:end])
    assert shown[a:b] == same
    assert "\n" not in shown
