"""A real department's plan: read, numbered as in its source, and its defects named."""

import json
from pathlib import Path

import pytest

from poadesk.plan.checks import findings
from poadesk.plan.numbering import numbers
from poadesk.plan.plan_json import from_json, to_json

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "poa_cuscatancingo_2018.json"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seeds are not beside the project")
SEED_YEAR = "2018"


def plan_object(seed, with_printed_codes=False):
    """Turn the seed into a plan of the exchange format."""
    cover, card, lines = seed["cover"], seed["ficha"], seed["lineas_estrategicas"]
    place, date = cover["lugar_fecha"].split(", ")
    announced = "\n".join(seed["introduccion_secciones_anunciadas"])
    return {
        "entity": cover["entidad"],
        "unit": card["unidad"],
        "title": cover["titulo"],
        "year_label": SEED_YEAR,
        "first_month": f"{SEED_YEAR}-01",
        "responsible": cover["elaborado_por"],
        "responsible_position": cover["cargo"],
        "place": place,
        "drafted_on": date,
        "introduction": announced,
        "general_objective": card["objetivo_general"],
        "strategy_source": lines["fuente"],
        "strategic_lines": [line_object(line) for line in lines["items"]],
        "objectives": [objective_object(o, with_printed_codes) for o in seed["objetivos"]],
    }


def line_object(line):
    programme = {"code": line["programa"]["num"], "name": line["programa"]["text"]}
    return {"name": line["estrategia"], "objective": line["objetivo"], "programmes": [programme]}


def objective_object(objective, with_printed_codes):
    goals = [goal_object(goal, with_printed_codes) for goal in objective["metas"]]
    for key, target in (("recursos_objetivo", "resources"), ("indicadores_objetivo", "indicators")):
        goals[0][target] += [{"text": text} for text in objective.get(key, [])]
    return {"text": objective["text"], "strategic_lines": ["1"], "goals": goals}


def goal_object(goal, with_printed_codes):
    return {
        "text": goal["text"],
        "period_text": SEED_YEAR,
        "activities": [activity_object(a, with_printed_codes) for a in goal["actividades"]],
        "resources": [{"text": text} for text in goal.get("recursos", [])],
        "indicators": [{"text": text} for text in goal.get("indicadores", [])],
    }


def activity_object(activity, with_printed_codes):
    code = activity.get("num_printed") if with_printed_codes else None
    months = {
        f"{SEED_YEAR}-{month:02d}": {"planned": 1} for month in activity.get("cronograma", [])
    }
    return {"code": code, "text": activity["text"], "months": months}


@pytest.fixture(scope="module")
def seed():
    return json.loads(SEED.read_text(encoding="utf-8"))


def read(seed, **how):
    document = {"format": "poadesk-plan", "version": 1, "plans": [plan_object(seed, **how)]}
    return from_json(json.dumps(document, ensure_ascii=False))[0]


@pytest.fixture(scope="module")
def plan(seed):
    return read(seed)


def test_all_of_it_is_read(seed, plan):
    counts = seed["counts"]
    assert len(plan.objectives) == counts["objetivos"] == 4
    assert len(list(plan.goals())) == counts["metas"] == 13
    assert len(list(plan.activities())) == counts["actividades"] == 26
    scheduled = [activity for activity in plan.activities() if activity.months]
    assert len(scheduled) == counts["actividades_con_cronograma_en_el_seed"]


def test_it_is_numbered_as_in_the_source(seed, plan):
    found = numbers(plan)
    goals = [goal for objective in seed["objetivos"] for goal in objective["metas"]]
    activities = [activity for goal in goals for activity in goal["actividades"]]
    assert [found[one.id] for one in plan.objectives] == [o["num"] for o in seed["objetivos"]]
    assert [found[one.id] for one in plan.goals()] == [goal["num"] for goal in goals]
    assert [found[one.id] for one in plan.activities()] == [one["num"] for one in activities]
    assert found[plan.objectives[3].goals[0].activities[0].id] == "4.1.1"


def test_it_survives_another_round(plan):
    assert from_json(to_json([plan])) == (plan,)


def told(plan, severity=None):
    return [one.message for one in findings(plan) if severity in (None, one.severity)]


def test_its_defects_are_named(plan):
    errors = told(plan, "error")
    assert "La meta 2.7 no tiene actividades." in errors
    assert "El objetivo 4 no tiene indicador." in errors
    assert "La introducción anuncia el FODA, pero el plan no lo trae." in errors
    warnings = told(plan, "warning")
    assert "La meta 1.4 todavía no tiene indicador." in warnings
    assert "“PEP 2011-2016” llega hasta 2016, y este plan es de 2018." in warnings
    assert "1.1.4 y 1.4.1 se parecen mucho." in told(plan, "hint")


def test_the_missing_pages_of_its_schedule_are_noticed(plan):
    without_months = [m for m in told(plan) if "ningún mes en el cronograma" in m]
    assert len(without_months) == 7
    assert "1.3.1 y 1.3.2 no tienen ningún mes en el cronograma." in without_months


def test_the_codes_it_prints_under_4_1_are_named(seed):
    errors = told(read(seed, with_printed_codes=True), "error")
    assert "La actividad 1.1.1 está dentro de la meta 4.1." in errors
    assert "La actividad 1.1.2 está dentro de la meta 4.1." in errors
