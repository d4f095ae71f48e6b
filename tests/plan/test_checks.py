"""Findings: each says what is true, where, and only when it is."""

import pytest
from generated_plans import plans
from hypothesis import HealthCheck, given, settings
from small_plans import activity, goal, objective, plan, swot, weekly

from poadesk.plan.checks import SEVERITIES, findings
from poadesk.plan.model import (
    Indicator,
    KitPart,
    Plan,
    Programme,
    Resource,
    StrategicLine,
    SwotItem,
    new_id,
    rows_under,
)
from poadesk.plan.step_names import ALL_STEPS


def messages(*objectives, **values):
    return [finding.message for finding in findings(plan(*objectives, **values))]


def only(*objectives, **values):
    """Return the only finding about a plan that is otherwise sound."""
    found = findings(plan(*objectives, **values))
    assert len(found) == 1, [one.message for one in found]
    return found[0]


def only_of(*activities, **values):
    return only(objective(goal(*activities), **values))


def test_a_sign_that_is_in_no_typeface_of_the_papers():
    found = only(objective(goal(text="Notificar 👍👍 a tiempo 中")))
    assert found.message == "En “Meta” de 1.1 hay signos que no se pueden imprimir: 👍 y 中."
    assert (found.severity, found.table, found.field) == ("warning", "goal", "text")
    found = only(objective(goal()), responsible="Óscar Peña Núñez 👍")
    assert found.message == "En “Elaborado por” hay un signo que no se puede imprimir: 👍."
    assert (found.step, found.field) == ("general", "responsible")


def test_signs_that_are_printed_or_left_out_are_no_findings():
    assert messages(objective(goal(text="😀 ✔\ufe0f “Año” – 10 €\u200b • ☎ \uf0b7 α"))) == []


def test_a_sound_plan_has_no_findings():
    assert messages() == []


def test_a_schedule_below_its_target_says_how_much_is_missing():
    one = activity({2: 500, 3: 650}, unit="llamada", target=1200)
    found = only(objective(), objective(goal(), goal(activity(), one)))
    assert found.message == "En 2.2.2 el cronograma no llega a la meta anual: faltan 50 llamadas."
    assert found.reason == "La meta anual dice 1,200 y los meses suman 1,150."
    assert (found.severity, found.nature, found.number) == ("error", "contradiction", "2.2.2")
    assert (found.table, found.id, found.field) == ("activity", one.id, "months")
    assert found.step == "schedule"


def test_a_schedule_above_its_target_says_how_much_is_left_over():
    found = only_of(activity({2: 30, 3: 31.5}, unit="aviso", target=60))
    assert found.message == "En 1.1.1 el cronograma pasa de la meta anual: sobran 1.5 avisos."


def test_one_missing_is_said_in_singular():
    found = only_of(activity({2: 11}, unit="reunión", target=12))
    assert found.message.endswith("falta 1 reunión.")


def test_marks_are_counted_as_months():
    found = only_of(activity({2: 1, 3: 1}, target=4))
    assert found.message.endswith("faltan 2 meses.")


def test_marked_weeks_may_be_what_the_target_counts():
    assert messages(objective(goal(weekly((1, 1), (1, 2), (2, 4), target=3)))) == []
    assert messages(objective(goal(weekly((1, 1), (1, 2), (2, 4), target=2)))) == []
    found = only_of(weekly((1, 1), (1, 2), target=5))
    assert found.message.endswith("faltan 4 meses.")


def test_a_target_without_months():
    found = only_of(activity({}, unit="aviso", target=240))
    assert (
        found.message == "1.1.1 tiene una meta anual de 240 avisos y ningún mes en el cronograma."
    )
    assert (found.severity, found.nature) == ("error", "missing")


def test_an_activity_without_months():
    found = only_of(activity({}))
    assert found.message == "1.1.1 no tiene ningún mes en el cronograma."
    assert found.severity == "warning"


def test_activities_of_a_goal_without_months_are_told_together():
    found = only(objective(goal(activity({}), activity(), activity({}))))
    assert found.message == "1.1.1 y 1.1.3 no tienen ningún mes en el cronograma."


def test_an_inactive_activity_needs_no_schedule():
    assert messages(objective(goal(activity({}, active=0)))) == []


def test_quantities_without_a_target():
    found = only_of(activity({1: 20, 2: 20}, unit="visita"))
    assert found.message == "1.1.1 no tiene meta anual, y sus meses suman 40 visitas."
    assert found.field == "annual_target_thousandths"


def test_quantities_without_a_unit():
    found = only_of(activity({1: 20, 2: 1}))
    assert found.message == "1.1.1 tiene cantidades, pero no unidad de medida."
    assert "20" in found.reason


def test_months_outside_the_plan_year():
    one = activity({12: 1})
    found = only(objective(goal(one)), first_month="2026-11", year_label="2026", month_count=12)
    assert found.message == "1.1.1 tiene un mes fuera del plan: diciembre de 2027."
    assert "de noviembre de 2026 a octubre de 2027" in found.reason
    assert found.nature == "contradiction"


def test_a_code_under_another_parent():
    one = activity(code="1.1.1")
    objectives = [objective(), objective(), objective(), objective(goal(activity(), one))]
    found = only(*objectives)
    assert found.message == "La actividad 1.1.1 está dentro de la meta 4.1."
    assert (found.id, found.field, found.step) == (one.id, "code", "goals")
    assert (found.severity, found.nature) == ("error", "contradiction")


def test_a_code_below_its_own_parent_is_right():
    one = objective(goal(activity(code="2.7.4"), code="2.7"), code="2.")
    assert messages(one) == []


def test_codes_that_are_not_numbers_can_stand_anywhere():
    one = objective(goal(activity(code="AOI00125"), code="AEI.01.02"), code="OEI.01")
    assert messages(one) == []


def test_a_number_used_twice_is_told_once():
    found = only(objective(goal()), objective(goal(), code="1"))
    assert found.message == "El número 1 lo llevan dos objetivos."


def test_a_code_used_twice_in_its_place():
    found = only(objective(goal(activity(code="1.1.2"), activity())))
    assert found.message == "El número 1.1.2 lo llevan dos actividades."
    assert found.nature == "contradiction"


def test_programmes_go_under_their_line():
    line = StrategicLine(
        id=new_id(), name="Calles", programmes=(Programme(id=new_id(), code="2.1", name="Luz"),)
    )
    found = only(strategic_lines=(line,))
    assert found.message == "El programa 2.1 está dentro de la línea 1."
    assert (found.step, found.number) == ("lines", "1")


def test_what_has_nothing_below_it():
    empty, bare = objective(goals=()), goal(activities=())
    assert messages(objective(goal(), bare), empty) == [
        "La meta 1.2 no tiene actividades.",
        "El objetivo 2 no tiene metas.",
    ]
    assert messages(objectives=()) == ["El plan todavía no tiene objetivos."]


def test_of_what_the_office_gives_to_all_a_unit_may_leave_out_what_is_not_its_own():
    given, bare = objective(goals=()), goal(activities=())
    own = objective(goal(), bare)
    parts = tuple(
        KitPart(id=new_id(), position=at, about_id=row.id) for at, row in enumerate((given, bare))
    )
    found = findings(plan(objectives=(own, given), kit_parts=parts))
    about = [one for one in found if one.id in (given.id, bare.id) and "no tiene" in one.message]
    assert {one.severity for one in about} == {"warning"}
    assert all("o déjelo así" in one.reason for one in about)
    assert not any("quit" in one.reason for one in about)


def test_goals_may_share_the_activities_of_a_goal_without_text():
    bare = [goal(activities=()) for _ in range(2)]
    assert messages(objective(*bare, goal(text=""))) == ["La meta 1.3 no tiene texto."]


def test_an_objective_without_any_indicator():
    found = only(objective(goal(indicators=()), goal(indicators=()), text="Ordenar el mercado"))
    assert found.message == "El objetivo 1 no tiene indicador."
    assert "Ordenar el mercado" in found.reason
    assert (found.severity, found.table, found.field) == ("error", "goal", "indicators")


def test_goals_without_indicator():
    found = only(objective(goal(), goal(indicators=(), text="Abrir el sábado")))
    assert found.message == "La meta 1.2 todavía no tiene indicador."
    assert "“Abrir el sábado”" in found.reason
    found = only(objective(goal(), goal(indicators=()), goal(indicators=())))
    assert found.message == "Dos metas todavía no tienen indicador: 1.2 y 1.3."


def test_goals_without_resources():
    found = only(objective(goal(resources=()), goal()))
    assert found.message == "La meta 1.1 todavía no tiene recursos."
    assert found.severity == "hint"


def test_an_amount_without_a_quantity():
    one = Resource(id=new_id(), text="Cal", unit_cost_cents=500)
    found = only(objective(goal(resources=(one,))))
    assert found.message == "Un recurso de la meta 1.1 tiene costo, pero no cantidad."
    assert (found.id, found.field, found.number) == (one.id, "quantity_thousandths", "1.1")


def test_resources_without_cost_where_others_have_one():
    paid = Resource(id=new_id(), text="Cal", unit_cost_cents=500, quantity_thousandths=1000)
    people = Resource(id=new_id(), text="Dos personas")
    found = only(objective(goal(resources=(paid, people)), goal(resources=(people,))))
    assert found.message == "Hay recursos sin costo en la meta 1.2."
    assert found.severity == "hint"
    assert messages(objective(goal(resources=(people,)))) == []


def test_empty_texts():
    one = goal(
        activity(text=" "),
        text="",
        indicators=(Indicator(id=new_id()),),
        resources=(Resource(id=new_id()),),
    )
    assert set(messages(objective(one, text="\n"))) == {
        "El objetivo 1 no tiene texto.",
        "La meta 1.1 no tiene texto.",
        "La actividad 1.1.1 no tiene texto.",
        "Un indicador de la meta 1.1 está vacío.",
        "Un recurso de la meta 1.1 está vacío.",
    }


def test_the_basics_of_the_cover():
    fields = ("entity", "unit", "title", "year_label", "responsible", "place", "drafted_on")
    found = findings(plan(**dict.fromkeys((*fields, "general_objective"), " ")))
    assert [one.field for one in found] == [*fields, "general_objective"]
    assert {one.step for one in found} == {"general"}
    assert {one.nature for one in found} == {"missing"}


@pytest.mark.parametrize("label", ["2026", "2027-2028", "2018"])
def test_a_year_that_the_months_deny(label):
    found = only(year_label=label)
    assert found.message == (
        f"La portada dice “{label}”, pero el plan va de enero a diciembre de 2027."
    )
    assert found.reason.startswith("Escriba 2027 como año")


def test_a_plan_from_july_to_june_may_name_either_year():
    for label in ("2026-2027", "2027", "2026"):
        assert messages(year_label=label, first_month="2026-07") == []


def test_a_title_with_the_year_of_another_plan():
    assert only(title="Plan Operativo Anual 2026").field == "title"


def test_a_period_of_another_year():
    found = only(objective(goal(period_text="Enero a junio de 2026")))
    assert found.message == (
        "El periodo de la meta 1.1 dice “Enero a junio de 2026”, y el plan es de 2027."
    )
    assert messages(objective(goal(period_text="2027"), goal(period_text="Enero a junio"))) == []


def test_a_strategic_plan_that_ended():
    found = only(strategy_source="PEI 2021-2026")
    assert found.message == "“PEI 2021-2026” llega hasta 2026, y este plan es de 2027."
    for source in ("PEI 2021-26", "PEI 2019/2024", "Acuerdo de 2020"):
        assert only(strategy_source=source).field == "strategy_source"
    for source in ("PEI 2025-2029", "PEI 2021-27", "PEI 2024 a 2028", "Acuerdo 12", ""):
        assert messages(strategy_source=source) == []


def test_a_swot_announced_and_absent():
    found = only(swot_items=(), introduction="Contiene: el FODA, la matriz y el cronograma.")
    assert found.message == "La introducción anuncia el FODA, pero el plan no lo trae."
    assert (found.severity, found.step) == ("error", "swot")
    assert only(swot_items=()).message == "El FODA está vacío."
    assert only(swot_items=()).severity == "warning"


def test_an_empty_quadrant():
    one = objective()
    items = [item for item in swot((one,)) if item.quadrant != "opportunity"]
    found = only(one, swot_items=tuple(items))
    assert (found.message, found.field) == ("El FODA no tiene oportunidades.", "opportunity")


def unanswered(*quadrants):
    one = objective()
    more = [
        SwotItem(id=new_id(), quadrant=quadrant, text=f"Cosa {n}")
        for n, quadrant in enumerate(quadrants)
    ]
    return only(one, swot_items=(*swot((one,)), *more))


def test_weaknesses_and_threats_that_nothing_answers():
    found = unanswered("weakness", "threat", "strength")
    assert found.message == (
        "A dos de las cuatro debilidades y amenazas no las atiende ningún objetivo."
    )
    assert found.reason == "“Cosa 0” y “Cosa 1”."
    assert unanswered("threat").message == (
        "A una de las tres debilidades y amenazas no la atiende ningún objetivo."
    )
    found = only(swot_items=swot(()))
    assert found.message == "A ninguna de las dos debilidades y amenazas la atiende un objetivo."


def test_a_unit_written_in_two_ways():
    for other in ("informes", "INFORME", " Infórme"):
        one = activity({3: 1}, unit="Informe", target=1)
        two = activity({3: 1}, unit="Informe", target=1)
        odd = activity({3: 1}, unit=other, target=1)
        found = only_of(one, two, odd)
        assert found.message == (
            f"“Informe” e “{other.strip()}” parecen la misma unidad de medida."
        )
        assert found.id == odd.id
        assert "1.1.1 y 1.1.3" in found.reason


def test_a_responsible_written_in_two_ways():
    rows = [activity(responsible=name) for name in ("Jefatura", "jefatura ", "Jefaturas")]
    found = only_of(*rows)
    assert found.message == "“Jefatura” y “jefatura” parecen el mismo responsable."
    assert found.reason == "Aparecen en 1.1.1 y 1.1.2. Use un solo nombre."


def test_different_units_are_left_alone():
    units = ("caso", "casa", "mes", "mesa", "plan", "plano", "m2", "%", "$", "#")
    rows = [activity({3: 1}, unit=unit, target=1) for unit in units]
    assert messages(objective(goal(*rows))) == []


def test_the_same_activity_twice():
    one, two = activity(text="Emitir solvencias."), activity(text="  EMITIR  solvencias")
    found = only(objective(goal(one)), objective(goal(activity(), two)))
    assert found.message == "1.1.1 y 2.1.2 son la misma actividad."
    assert found.id == two.id


def test_activities_that_say_nearly_the_same():
    one = activity(text="Emitir los planes de pago que soliciten los vecinos")
    two = activity(text="Emitir planes de pago que soliciten vecinos y empresas, y archivarlos")
    three = activity(text="Emitir las solvencias municipales")
    found = only_of(one, two, three)
    assert (found.message, found.severity) == ("1.1.1 y 1.1.2 se parecen mucho.", "hint")


def test_activities_that_were_told_together_are_not_told_again_in_parts():
    alike = [activity(text=f"Podar los árboles del parque de la colonia {at}") for at in range(4)]
    found = only_of(*alike)
    assert found.message == "1.1.1, 1.1.2, 1.1.3 y 1.1.4 se parecen mucho."


def test_a_few_activities_without_responsible():
    rows = [activity() for _ in range(5)] + [activity(responsible="") for _ in range(2)]
    found = only_of(*rows)
    assert found.message == "1.1.6 y 1.1.7 no tienen responsable."
    assert found.reason == "Las otras cinco actividades sí lo tienen."
    nobody = [activity(responsible="") for _ in range(3)]
    assert messages(objective(goal(activity(), *nobody))) == []


def test_findings_come_in_the_order_of_the_plan_inside_a_severity():
    late = objective(goal(activity({}, unit="aviso", target=9)))
    early = objective(goal(activity({2: 1}, unit="aviso", target=9), indicators=()))
    found = findings(plan(early, late, unit=""))
    assert [one.severity for one in found] == ["error"] * 4
    assert [one.number for one in found] == ["", "1", "1.1.1", "2.1.1"]


def test_texts_of_people_are_quoted_in_one_short_line():
    one = objective(goal(indicators=()), text="Mejorar\n" + "mucho " * 500)
    assert len(only(one).reason) < 160
    assert "\n" not in only(one).reason


def test_an_unreadable_first_month_stops_nothing():
    for month in ("", "2027-19", "enero"):
        assert isinstance(findings(plan(first_month=month)), list)
    assert isinstance(findings(plan(month_count=0)), list)
    assert isinstance(findings(plan(month_count=10**9)), list)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(plans())
def test_any_plan_has_findings_with_a_place_and_a_sentence(any_plan: Plan):
    rows = {any_plan.id: any_plan} | {row.id: row for _, row in rows_under(any_plan)}
    steps = {step.key for step in ALL_STEPS}
    found = findings(any_plan)
    for one in found:
        assert one.severity in SEVERITIES
        assert one.step in steps
        assert one.table == rows[one.id].TABLE
        quadrants = ("strength", "opportunity", "weakness", "threat")
        of_months = ("done", "spent")
        assert hasattr(rows[one.id], one.field) or one.field in (*quadrants, *of_months)
        assert one.message.endswith(".")
        assert one.reason.endswith(".")
        assert "\n" not in one.message + one.reason
    ranks = [list(SEVERITIES).index(one.severity) for one in found]
    assert ranks == sorted(ranks)
