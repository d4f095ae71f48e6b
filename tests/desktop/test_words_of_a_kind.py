"""A POI speaks of OEI, AEI and AO wherever a municipal POA speaks of metas, and never both."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest
from poi_plans import poi_plan
from PySide6.QtWidgets import QApplication
from typing_keys import Key, focused, press
from visible_words import words_of

from poadesk.plan.beginning import empty_plan
from poadesk.plan.profiles import PROFILES
from poadesk.plan.step_names import STEPS
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.annual_plan import build
from poadesk.printing.options import PARTS, PrintOptions
from poadesk.writing.example import example_plan
from poadesk.writing.screen.details.card import advice_on
from poadesk.writing.screen.outline.empty import examples, keys_of
from poadesk.writing.screen.outline.levels import ACTIVITY, GOAL, OBJECTIVE

KEYS = [step.key for step in STEPS]
POI = {"written": poi_plan, "empty": lambda: empty_plan("poi", "2027-01")}
POA = {"written": example_plan, "empty": lambda: empty_plan("poa", "2027-01")}
# The annual target of an activity is called so in a POI too.
TARGET = re.compile(r"metas? anual(es)?|unidad y meta|meta [\d,.]+", re.IGNORECASE)
LEVEL_OF_A_POA = re.compile(r"\bmetas?\b", re.IGNORECASE)
LEVEL_OF_A_POI = re.compile(
    r"\b(OEI|AEI|AO)\b|acci[óo]n(es)? estratégicas?|actividad(es)? operativas?"
    r"|objetivos? estratégicos?",
    re.IGNORECASE,
)


def foreign_to_poi(texts: list[str]) -> list[str]:
    return [text for text in texts if LEVEL_OF_A_POA.search(TARGET.sub("", text))]


def foreign_to_poa(texts: list[str]) -> list[str]:
    return [text for text in texts if LEVEL_OF_A_POI.search(text)]


def shown(window, step: str) -> list[str]:
    window.view.show_step(step)
    for _ in range(3):
        QApplication.processEvents()
    screen = window.view.screen_of(step)
    return [*words_of(window), *(words for _, words in screen.hints)]


def last_label(window) -> str:
    return window.view._open_plan.next_undo().label


def printed(plan, part: str, rows: str = "goal") -> str:
    pdf = build([plan], PrintOptions(parts=(part,), rows=rows))
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("plan", POI)
@pytest.mark.parametrize("step", KEYS)
def test_no_screen_of_a_poi_speaks_of_metas(open_window, plan_file, plan, step):
    window = open_window(plan_file(POI[plan]()), step=step)
    assert foreign_to_poi(shown(window, step)) == []


@pytest.mark.parametrize("plan", POA)
@pytest.mark.parametrize("step", KEYS)
def test_no_screen_of_a_poa_speaks_of_the_levels_of_a_poi(open_window, plan_file, plan, step):
    window = open_window(plan_file(POA[plan]()), step=step)
    assert foreign_to_poa(shown(window, step)) == []


def test_the_words_that_are_looked_for_would_be_found(open_window, plan_file):
    assert foreign_to_poi(shown(open_window(plan_file(example_plan())), "goals"))
    assert foreign_to_poa(shown(open_window(plan_file(poi_plan(), "POI.sqlite")), "goals"))


@pytest.mark.parametrize("plan", POI)
@pytest.mark.parametrize("rows", ["goal", "objective"])
@pytest.mark.parametrize("part", PARTS)
def test_no_part_of_a_printed_poi_speaks_of_metas(part, rows, plan):
    assert foreign_to_poi(printed(POI[plan](), part, rows).split("\n")) == []


@pytest.mark.parametrize("plan", POA)
@pytest.mark.parametrize("part", PARTS)
def test_no_part_of_a_printed_poa_speaks_of_the_levels_of_a_poi(part, plan):
    assert foreign_to_poa(printed(POA[plan](), part).split("\n")) == []


def test_a_printed_poi_carries_the_codes_and_the_headings_of_its_levels():
    words = printed(poi_plan(), "matrix")
    headings = ("OBJETIVOS ESTRATÉGICOS", "ACCIONES ESTRATÉGICAS", "ACTIVIDADES OPERATIVAS")
    assert all(heading in words for heading in headings)
    facts = ("AEI.02.01", "AOI30158600017", "Actividad MEF: ", "Tipo de agregación: No Acumulado")
    assert all(fact in words for fact in facts)


def test_the_steps_of_undo_are_named_as_a_poi_does(open_window, plan_file):
    window = open_window(plan_file(poi_plan()), step="goals")
    doings = window.view.screen_of("goals").outline.doings
    labels = []
    for do in (
        lambda: doings.add("o1", "goal"),
        lambda: doings.add("g11", "activity"),
        lambda: doings.duplicate(["g12"]),
        lambda: doings.move(["a1"], 1),
        lambda: doings.delete(["a2", "a3"]),
        lambda: doings.delete(["o3"]),
    ):
        do()
        labels.append(last_label(window))
    assert labels == [
        "Agregar una acción estratégica",
        "Agregar una actividad operativa",
        "Duplicar la acción estratégica AEI.01.02",
        "Mover la actividad operativa AOI30158600017",
        "Borrar 2 actividades operativas",
        "Borrar el objetivo estratégico OEI.03",
    ]


def test_the_details_of_an_activity_of_a_poi_begin_with_what_its_form_asks(open_window, plan_file):
    window = open_window(plan_file(poi_plan()), step="goals")
    screen = window.view.screen_of("goals")
    screen.jump_to("a4", "code")
    QApplication.processEvents()
    names = [field.accessibleName() for field in screen.details.fields()]
    assert names == [
        "Código",
        "Actividad MEF",
        "Centro de costo",
        "Prioridad",
        "Unidad de medida",
        "Meta anual",
        "Tipo de agregación",
        "Responsable",
    ]


def test_choosing_the_kind_of_plan_changes_every_word_at_once_and_back(open_window, plan_file):
    path = plan_file(empty_plan("poa", "2027-01"))
    window = open_window(path)
    assert "Metas y actividades" in shown(window, "general")
    window.view.screen_of("general").kind.focus_chosen()
    press(Key.Key_Right)
    press(Key.Key_Space)
    QApplication.processEvents()
    plan = window.view._open_plan.plan
    assert (plan.profile, plan.title, plan.currency) == (
        "poi",
        "Plan Operativo Institucional",
        "S/",
    )
    texts = shown(window, "general")
    assert "Acciones y actividades" in texts
    assert "Unidad orgánica" in texts
    assert last_label(window) == "Cambiar la clase de plan"
    window.view._open_plan.undo()
    QApplication.processEvents()
    assert "Metas y actividades" in shown(window, "general")
    with PlanFile.open(path, read_only=True) as file:
        assert file.read()[0].currency == "$"


def test_the_focus_stays_on_the_kind_that_was_chosen(open_window, plan_file):
    window = open_window(plan_file(empty_plan("poa", "2027-01")), step="general")
    window.view.screen_of("general").kind.focus_chosen()
    press(Key.Key_Right)
    press(Key.Key_Space)
    QApplication.processEvents()
    assert focused().accessibleName() == "Clase de plan: POI"


@pytest.mark.parametrize(("kind", "said"), [("poa", "una meta: cuánto"), ("poi", "una acción es")])
def test_an_empty_outline_shows_the_levels_in_the_words_of_the_plan(kind, said):
    levels, words = (OBJECTIVE, GOAL, ACTIVITY), PROFILES[kind]
    painted = [text for _, text in (*examples(levels, words), *keys_of(levels, words))]
    assert any(text.startswith(said) for text in painted)
    assert not (foreign_to_poi if kind == "poi" else foreign_to_poa)(painted)


def test_a_long_code_stands_over_the_text_in_the_cronograma_and_leaves_it_the_width(
    open_window, plan_file
):
    window = open_window(plan_file(poi_plan()), 1024, 700, step="schedule")
    QApplication.processEvents()
    grid = window.view.screen_of("schedule").grid
    measures, row = grid.view.measures, grid.view.schedule.rows[2]
    assert row.number == "AOI30158600017"
    assert measures.number_lines(row) == ("AOI30158600017",)
    assert measures.text_width("activity") > measures.names * 0.85
    assert measures.line_count(row) == 1 + len(measures.lines(row))


def test_every_level_of_a_poi_has_a_card_of_its_own():
    poa, poi = PROFILES["poa"], PROFILES["poi"]
    for table, name in (("objective", "OEI"), ("goal", "AEI"), ("activity", "AO")):
        advice = advice_on(table, poi)
        assert f"({name})" in advice.question
        assert advice.good.startswith("“")
        assert advice.poor.startswith("“")
        assert advice != advice_on(table, poa)
