"""Plans as JSON: nothing is lost on the way, and nothing wrong gets in."""

import json
from decimal import Decimal

import pytest
from generated_plans import plans
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_plans import plan as small_plan

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Objective, ObjectiveLine, Plan, StrategicLine, find
from poadesk.plan.plan_json import from_json, to_json


def document(*plan_objects, **others):
    return json.dumps({"format": "poadesk-plan", "version": 1, "plans": plan_objects} | others)


def with_activity(**values):
    activity = {"text": "Barrer", **values}
    return document({"objectives": [{}, {"goals": [{"activities": [activity]}]}]})


def with_deviations(*deviations):
    return with_activity(deviations=deviations)


def with_comments(*comments):
    goal = {"comments": comments}
    return document({"objectives": [{"comments": comments, "goals": [goal]}]})


def refusal(text):
    with pytest.raises(UnreadableError) as caught:
        from_json(text)
    return str(caught.value)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(plans())
def test_a_plan_comes_back_as_it_was(plan):
    text = to_json([plan])
    assert from_json(text) == (plan,)
    assert to_json(from_json(text)) == text
    assert from_json(text.encode()) == (plan,)


def test_several_plans_keep_their_order():
    one, two = small_plan(unit="Mercados"), small_plan(unit="Catastro")
    found = from_json(to_json([one, two]))
    assert [(plan.unit, plan.position) for plan in found] == [("Mercados", 0), ("Catastro", 1)]


def test_what_is_missing_is_empty():
    (plan,) = from_json(document({"objectives": [{"goals": [{"activities": [{}]}]}]}))
    activity = next(plan.activities())
    assert (plan.entity, plan.title, plan.year_label) == ("", "", "")
    assert (plan.profile, plan.currency, plan.month_count) == ("poa", "$", 12)
    assert activity.annual_target_thousandths is None
    assert activity.months == ()
    assert activity.active == 1
    assert len(activity.id) == 36


def test_the_first_month_follows_the_year_when_it_is_missing():
    assert from_json(document({"year_label": "2018"}))[0].first_month == "2018-01"


def test_a_poi_without_currency_has_soles():
    assert from_json(document({"profile": "poi"}))[0].currency == "S/"


def test_numbers_are_exact_and_never_floats():
    text = with_activity(annual_target=Decimal("0.1").__float__())
    (plan,) = from_json(text)
    assert next(plan.activities()).annual_target_thousandths == 100
    assert '"annual_target": 0.1,' in to_json([plan])
    big = with_activity(annual_target=999999999999).replace("999999999999", "999999999999.999")
    assert next(from_json(big)[0].activities()).annual_target_thousandths == 999_999_999_999_999


def test_nothing_planned_and_nothing_recorded_stay_apart():
    (plan,) = from_json(with_activity(months={"2027-01": {"done": 0}, "2027-02": {}}))
    (record,) = next(plan.activities()).months
    assert (record.planned_thousandths, record.done_thousandths) == (None, 0)


def test_weeks_are_read_with_their_month():
    (plan,) = from_json(with_activity(months={"2027-05": {"weeks": [3, 1]}}))
    activity = next(plan.activities())
    assert [(mark.month, mark.week, mark.position) for mark in activity.weeks] == [
        ("2027-05", 1, 0),
        ("2027-05", 3, 1),
    ]
    assert activity.months == ()


def test_lines_are_tied_by_code_or_by_number():
    (plan,) = from_json(
        document(
            {
                "strategic_lines": [{"name": "Una"}, {"code": "B", "name": "Otra"}],
                "objectives": [{"strategic_lines": [1, "B"]}],
            }
        )
    )
    ids = [tie.strategic_line_id for tie in plan.objectives[0].lines]
    assert [find(plan, row_id).name for row_id in ids] == ["Una", "Otra"]


def test_swot_items_may_name_the_objectives_that_answer_them():
    weakness = {"text": "Poco personal", "objectives": ["2"]}
    (plan,) = from_json(
        document({"swot": {"weaknesses": [weakness, "Otra"]}, "objectives": [{}, {}]})
    )
    first, second = plan.quadrant("weakness")
    assert first.objectives[0].objective_id == plan.objectives[1].id
    assert (second.text, second.position, second.objectives) == ("Otra", 1, ())


def test_numbers_are_taken_where_a_text_belongs():
    (plan,) = from_json(document({"year_label": 2018, "objectives": [{"code": 1.10}]}))
    assert plan.year_label == "2018"
    assert plan.objectives[0].code == "1.1"


def test_halves_of_characters_are_replaced():
    (plan,) = from_json(document({"entity": "\ud800"}))
    assert plan.entity == "\ufffd"


def test_the_limits_of_the_follow_up_are_exact_percentages():
    (usual,) = from_json(document({}))
    assert (usual.red_below_hundredths, usual.green_above_hundredths) == (7500, 9500)
    assert (usual.efficacy_cut_hundredths, usual.cause_below_hundredths) == (7500, 7500)
    assert (usual.recording_months, usual.recorded_months) == (1, "all")
    (own,) = from_json(
        document({"red_below": 60, "green_above": 87.25, "recording_months": 0}).replace(
            "60", "60.10"
        )
    )
    assert (own.red_below_hundredths, own.green_above_hundredths) == (6010, 8725)
    assert own.recording_months == 0
    text = to_json([own])
    assert '"red_below": 60.1,' in text
    assert '"efficacy_cut": 75,' in text
    assert '"recorded_months": "all",' in text


def test_deviations_are_read_in_the_order_of_their_months():
    june = {"month": "2027-06", "cause": "Sin vehículo", "corrective_action": "Alquilar"}
    (plan,) = from_json(with_deviations(june, {"id": "d", "month": "2027-03"}))
    first, second = next(plan.activities()).deviations
    assert (first.id, first.month, first.cause, first.position) == ("d", "2027-03", "", 0)
    assert (second.cause, second.corrective_action) == ("Sin vehículo", "Alquilar")
    assert '{"id": "d", "month": "2027-03", "cause": null, "corrective_action": null}' in (
        to_json([plan])
    )


def test_objectives_and_goals_have_comments():
    (plan,) = from_json(with_comments({"month": "2027-06", "text": "Va bien"}))
    (objective,) = plan.objectives
    assert [(one.month, one.text) for one in objective.comments] == [("2027-06", "Va bien")]
    assert [one.text for one in objective.goals[0].comments] == ["Va bien"]
    assert objective.comments[0].id != objective.goals[0].comments[0].id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (with_deviations({}), "meta 1, actividad 1, desviación 1: falta el mes del corte"),
        (with_deviations({"month": "2027-13"}), "desviación 1, “Corte”: el mes se escribe"),
        (with_deviations({"month": "2027-01"}, {"month": "2027-01"}), "desviación 2: el corte"),
        (with_deviations({"month": "2027-01", "cause": []}), "“¿Por qué se atrasó?”: se esperaba"),
        (with_deviations("2027-01"), "desviación 1: se esperaba un objeto"),
        (with_activity(deviations={}), "actividad 1: “deviations” debe ser una lista"),
        (with_comments({"text": "Va bien"}), "En el objetivo 1, meta 1, comentario 1: falta"),
        (document({"objectives": [{"comments": [{}]}]}), "En el objetivo 1, comentario 1: falta"),
        (document({"red_below": "75 %"}), "datos generales, “Rojo, por debajo de”: se esperaba"),
        (document({"red_below": -1}), "no puede ser menor que cero"),
        (document({"green_above": 1000.01}), "no puede pasar de 1000 %"),
        (document({"efficacy_cut": 75.001}), "como máximo 2 decimales"),
        (document({"cause_below": True}), "se esperaba un número"),
        (document({"recording_months": 13}), "plazo para registrar”: escriba un número de 0 a 12"),
        (document({"recorded_months": "none"}), "no es una de las opciones"),
    ],
)
def test_what_was_said_of_the_execution_is_refused_with_its_place(text, words):
    message = refusal(text)
    assert words in message
    assert message.endswith(".")


def test_the_place_of_a_problem_is_named_in_words():
    assert refusal(with_activity(annual_target="doce")) == (
        "En el objetivo 2, meta 1, actividad 1, “Meta anual”: se esperaba un número, sin comillas."
    )
    several = document({}, {"strategic_lines": [{"programmes": [{"name": []}]}]})
    assert refusal(several).startswith("En el plan 2, línea estratégica 1, programa 1, “Programa”:")
    threat = document({"swot": {"threats": ["Uno", 2.5, True]}})
    assert refusal(threat).startswith("En el FODA, amenaza 3, “Texto”:")


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ({"enero": {}}, "mes “enero”: un mes se escribe"),
        ({"2027-13": {}}, "un mes se escribe"),
        ({"٢٠٢٧-01": {}}, "un mes se escribe"),
        ({"2027-01": {"weeks": [5]}}, "van de 1 a 4"),
        ({"2027-01": {"weeks": [0]}}, "van de 1 a 4"),
        ({"2027-01": {"weeks": [1.5]}}, "van de 1 a 4"),
        ({"2027-01": {"weeks": [True]}}, "van de 1 a 4"),
        ({"2027-01": {"weeks": [2, 2]}}, "dos veces"),
        ({"2027-01": {"weeks": [2], "week_ids": ["a", "b"]}}, "No coinciden".lower()),
        ({"2027-01": {"planned": -1}}, "no puede ser menor que cero"),
        ({"2027-01": {"planned": 1e13}}, "demasiado grande"),
        ({"2027-01": {"planned": 0.0001}}, "como máximo 3 decimales"),
        ({"2027-01": {"budget": 0.001}}, "como máximo 2 decimales"),
        ({"2027-01": {"planned": float("nan")}}, "No se entiende".lower()),
        ({"2027-01": {"planned": float("inf")}}, "No se entiende".lower()),
        ({"2027-01": 5}, "entre llaves"),
    ],
)
def test_a_wrong_month_is_refused(months, words):
    message = refusal(with_activity(months=months))
    assert message.startswith("En el objetivo 2, meta 1, actividad 1")
    assert words in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "línea 1"),
        ('{"format": \n\n oops}', "línea 3"),
        (b"\xff\xfe\x00", "no es un plan de poadesk"),
        ("[]", "no es un plan de poadesk"),
        ('{"format": "otro", "version": 1}', "no es un plan de poadesk"),
        ('{"format": "poadesk-plan"}', "no es un plan de poadesk"),
        ('{"format": "poadesk-plan", "version": true}', "no es un plan de poadesk"),
        ('{"format": "poadesk-plan", "version": NaN}', "no es un plan de poadesk"),
        ('{"format": "poadesk-plan", "version": 2, "plans": []}', "más nueva"),
        ("[" * 100_000, "no es un plan de poadesk"),
        (document({"title": []}), "En los datos generales, “Título”"),
        (document({"schedule_step": "year"}), "no es una de las opciones"),
        (document({"month_count": 25}), "de 1 a 24 meses"),
        (document({"month_count": 0}), "de 1 a 24 meses"),
        (document({"first_month": "enero"}), "2027-01"),
        (document({"logo": "???"}), "no se puede leer"),
        (document({"logo": "aGVsbG8="}), "no es PNG ni JPEG"),
        (document({"objectives": {}}), "debe ser una lista"),
        (document({"objectives": [None]}), "En el objetivo 1: se esperaba un objeto"),
        (document({"id": "a"}, {"id": "a"}), "se repite"),
        (document({"id": "a", "objectives": [{"id": "a"}]}), "En el objetivo 1: la identificación"),
        (document({"id": ""}), "no es válida"),
        (document({"id": 7}), "no es válida"),
        (document({"id": "x" * 65}), "no es válida"),
        (document({"id": "línea"}), "no es válida"),
        (document({"objectives": [{"strategic_lines": ["9"]}]}), "“9”, que no está en el plan"),
        (document({"swot": {"threats": ["x"]}, "swot_rows": {"threats": [{}, {}]}}), "No coinc"),
        (with_activity(active="sí"), "true o false"),
        (with_activity(priority="urgentísima"), "no es una de las opciones"),
        ('{"format": "poadesk-plan", "version": 1, "plans": 1e9999999999999999999}', "lista"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(text, words):
    message = refusal(text)
    assert words.lower() in message.lower()
    assert "\n" not in message


def test_a_month_written_twice_is_refused():
    text = with_activity(months={"2027-01": {"planned": 1}, "2027-02": {"planned": 2}})
    assert "“2027-01” aparece dos veces" in refusal(text.replace("2027-02", "2027-01"))


def test_a_name_repeated_among_very_many_is_refused_without_comparing_each_with_each():
    names = "".join(f'"n{n}": 1, ' for n in range(200_000))
    document = f'{{"format": "poadesk-plan", "version": 1, "plans": [{{{names}"n199999": 2}}]}}'
    assert "“n199999” aparece dos veces" in refusal(document)


def test_an_exponent_of_many_digits_is_refused_at_once():
    for number in ("1e99999999999999999999", "1e-999999999", "1e999999999"):
        refusal(with_activity(annual_target=77).replace("77", number))


KEYS = (
    "objectives goals activities months weeks week_ids swot swot_rows threats text id code "
    "strategic_lines strategic_line_rows line objective 2027-01 planned logo active "
    "deviations comments month cause red_below recording_months recorded_months"
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(deadline=None, max_examples=100)
@given(json_values)
def test_any_json_is_read_or_refused(found):
    text = document(found)
    try:
        plans_read = from_json(text)
    except UnreadableError:
        plans_read = ()
    assert from_json(to_json(plans_read)) == plans_read


def test_ties_with_ids_lead_to_their_row_also_where_two_have_the_same_code() -> None:
    lines = tuple(StrategicLine(id=f"line-{n}", position=n, code="1.1") for n in range(2))
    tied = Objective(id="o", lines=(ObjectiveLine(id="t", strategic_line_id="line-1"),))
    plan = Plan(id="p", strategic_lines=lines, objectives=(tied,))
    assert from_json(to_json([plan])) == (plan,)
