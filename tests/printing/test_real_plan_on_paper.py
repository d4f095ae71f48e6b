"""The POA of a real department prints with all its words, each where it belongs."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from reading import joined, pages
from sample_plans import activity, goal, indicator, objective, plan, resource

from poadesk.__main__ import main
from poadesk.plan.model import Programme, StrategicLine
from poadesk.plan.numbering import numbers
from poadesk.plan.plan_json import to_json
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.annual_plan import build
from poadesk.printing.options import PrintOptions

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "poa_cuscatancingo_2018.json"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seeds are not on this machine")


@pytest.fixture(scope="module")
def source():
    return json.loads(SEED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def real_plan(source, tmp_path_factory):
    """The plan as it comes out of a file into which its JSON was imported."""
    folder = tmp_path_factory.mktemp("real")
    exchanged, path = folder / "plan.json", folder / "plan.sqlite"
    exchanged.write_text(to_json([_as_plan(source)]), encoding="utf-8")
    assert main(["import", str(path), str(exchanged)]) == 0
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def _as_plan(source):
    cover, sheet = source["cover"], source["ficha"]
    return plan(
        entity=cover["entidad"],
        title=cover["titulo"],
        year_label=re.search(r"\d{4}", cover["anio"]).group(),
        first_month="2018-01",
        unit=sheet["unidad"],
        responsible=cover["elaborado_por"],
        responsible_position=cover["cargo"],
        place="",
        drafted_on=cover["lugar_fecha"],
        introduction="\n".join(source["introduccion_secciones_anunciadas"]),
        general_objective=sheet["objetivo_general"],
        strategy_source=source["lineas_estrategicas"]["fuente"],
        strategic_lines=tuple(map(_line, source["lineas_estrategicas"]["items"])),
        objectives=tuple(map(_objective, source["objetivos"])),
    )


def _line(row):
    programme = Programme(
        id=f"p{row['num']}", code=row["programa"]["num"], name=row["programa"]["text"]
    )
    return StrategicLine(
        id=f"l{row['num']}",
        name=row["estrategia"],
        objective=row["objetivo"],
        programmes=(programme,),
    )


def _objective(row):
    """What the source gives to the whole objective goes to its first goal."""
    goals = []
    for at, each in enumerate(row["metas"]):
        resources = each.get("recursos", []) + (row.get("recursos_objetivo", []) if not at else [])
        signs = each.get("indicadores", []) + (
            row.get("indicadores_objetivo", []) if not at else []
        )
        goals.append(
            goal(
                each["text"],
                tuple(_activity(one) for one in each["actividades"]),
                tuple(resource(text) for text in resources),
                tuple(indicator(text) for text in signs),
                period_text=row["periodo"],
            )
        )
    return objective(row["text"], *goals)


def _activity(row):
    marks = "".join("X" if month in row.get("cronograma", []) else "." for month in range(1, 13))
    return activity(row["text"], marks, first_month="2018-01")


def _texts(plan_row):
    """{text: how often it belongs on the whole paper, without repetitions}."""
    expected: Counter[str] = Counter()
    for each in plan_row.objectives:
        expected[each.text] += 3 if any(row.activities for row in each.goals) else 2
        for row in each.goals:
            expected[row.text] += 1
            for one in row.activities:
                expected[one.text] += 2
            for one in (*row.resources, *row.indicators):
                expected[one.text] += 1
    for line in plan_row.strategic_lines:
        expected[line.objective] += 1
        expected[line.programmes[0].name] += 1
    expected[plan_row.general_objective] += 1
    return expected


def _printed(text: str, within: str) -> int:
    """How often a text stands there, whatever its lines; bullets and spaces do not count."""
    return _squeezed(within).count(_squeezed(text))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_text_is_printed_as_often_as_it_belongs(real_plan):
    expected = _texts(real_plan)
    text = joined(build([real_plan]))
    for words, times in expected.items():
        # A short text may stand inside a longer one as well.
        inside = sum(
            other_times * _printed(words, other)
            for other, other_times in expected.items()
            if other != words
        )
        repeated = _printed(words, text) - times - inside
        if words in {row.text for row in real_plan.objectives}:
            assert 0 <= repeated <= text.count("(continúa)"), words
        else:
            assert repeated == 0, words


def test_the_cover_carries_its_facts(real_plan):
    cover = " ".join(pages(build([real_plan]))[0].split())
    facts = (
        real_plan.entity,
        real_plan.unit,
        real_plan.title,
        "2018",
        real_plan.responsible,
        real_plan.responsible_position,
        real_plan.drafted_on,
    )
    assert [fact for fact in facts if fact not in cover] == []


def test_the_numbering_is_that_of_the_source(real_plan, source):
    number = numbers(real_plan)
    matrix = joined(build([real_plan], PrintOptions(parts=("matrix",))))
    for each, made in zip(source["objetivos"], real_plan.objectives, strict=True):
        assert number[made.id] == each["num"]
        for row, made_goal in zip(each["metas"], made.goals, strict=True):
            assert number[made_goal.id] == row["num"]
            assert _printed(f"{row['num']} {row['text']}", matrix) == 1
            for one, made_activity in zip(row["actividades"], made_goal.activities, strict=True):
                assert number[made_activity.id] == one["num"]
                assert _printed(f"{one['num']} {one['text']}", matrix) == 1


def test_every_marked_month_is_on_the_schedule(real_plan, source):
    text = joined(build([real_plan], PrintOptions(parts=("schedule",))))
    marked = sum(
        len(one.get("cronograma", []))
        for each in source["objetivos"]
        for row in each["metas"]
        for one in row["actividades"]
    )
    assert Counter(text.split())["X"] == marked


def test_rows_by_objective_carry_the_same_words(real_plan):
    matrix = joined(build([real_plan], PrintOptions(parts=("matrix",), rows="objective")))
    for row in real_plan.goals():
        assert _printed(row.text, matrix) == 1
