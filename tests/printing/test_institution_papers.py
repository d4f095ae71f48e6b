"""The institution's papers: complete, readable, linked, and of bearable size and time."""

from __future__ import annotations

import re
from dataclasses import replace
from time import thread_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ink import boxes, overlaps
from office_plans import MISSING, UNITS, kit, office, renamed, unit_plan
from reading import font_names, joined, pages, reader
from sample_plans import activity, full_plan, goal, objective, plan

from poadesk.plan.consolidated.summary import summary_of
from poadesk.plan.model import CatalogueItem, Plan, StrategicLine
from poadesk.printing.consolidated.options import (
    CONSOLIDATED,
    DOCUMENTS,
    ORDERS,
    SCHEDULE,
    UNITS_LIST,
    DocumentOptions,
)
from poadesk.printing.consolidated.paper import build_paper
from poadesk.printing.options import PAPERS

LEAST_SIZE = 7.0
OFFICE = office(UNITS[:3])
HOSTILE = "<b>A & B</b> <para/> \u202e]]> %s {0} \x07 & \U0001f600"
_WORDS = st.one_of(
    st.sampled_from(("", "W" * 120, "Unidad de Gestión Ambiental", HOSTILE, "uno\ndos")),
    st.lists(st.sampled_from(["gestión", "Ñandú", "mora", "de"]), min_size=5, max_size=40).map(
        " ".join
    ),
)
EVERY = [(kind, order) for kind in DOCUMENTS for order in (ORDERS if kind == CONSOLIDATED else "-")]


def build(kind: str, plans: Any, order: str = "unit", **options: Any) -> bytes:
    return build_paper(kind, plans, DocumentOptions(order if order != "-" else "unit", **options))


def check(pdf: bytes) -> None:
    """Nothing overlaps, nothing is too small, and nothing reaches over the edge of the paper."""
    document = reader(pdf)
    found = boxes(document)
    assert list(overlaps(found)) == []
    assert [box for box in found if box.size < LEAST_SIZE - 0.01] == []
    for box in found:
        width = float(document.pages[box.page - 1].mediabox.width)
        assert 0 < box.left < box.right < width - 20, box


def outline(pdf: bytes) -> dict[str, int]:
    """Return {title: page from 0} of the first level of the outline."""
    document = reader(pdf)
    entries = [one for one in document.outline if not isinstance(one, list)]
    pages_of = (document.get_destination_page_number(one) for one in entries)
    return {str(one.title): page or 0 for one, page in zip(entries, pages_of, strict=True)}


def many(units: int, activities: int) -> tuple[Plan, ...]:
    """An office of so many units with so many activities each."""
    rows = tuple(
        activity(f"Atender el barrio número {at} con la cuadrilla.", "X..X..X..X..")
        for at in range(activities)
    )
    goals = [goal("Atender barrios.", rows[at : at + 6]) for at in range(0, activities, 6)]
    whole = full_plan(objectives=(objective("Servir a los barrios.", *goals),))
    names = [f"Unidad {at:03d}" for at in range(units)]
    return tuple(
        replace(renamed(whole, f"m{at}"), unit=name, state="delivered")
        for at, name in enumerate(names)
    )


@pytest.mark.parametrize(("kind", "order"), EVERY)
def test_equal_plans_give_equal_bytes(kind, order):
    assert build(kind, OFFICE[:2], order) == build(kind, OFFICE[:2], order)


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_overlaps_on_any_paper(paper):
    marks = "x" if paper == "a4" else "bars"
    for kind, order in EVERY:
        check(build(kind, OFFICE[:3], order, paper=paper, marks=marks))


@settings(max_examples=12)
@given(st.lists(_WORDS, min_size=9, max_size=9), st.sampled_from(EVERY))
def test_nothing_overlaps_whatever_people_write(words, which):
    kind, order = which
    entity, name, code, line, text, unit, due, person, expected = words
    lines = (StrategicLine(id="kl", name=line, objective=text),)
    own = kit(
        entity=entity,
        strategic_lines=lines,
        due_on=due,
        responsible=person,
        catalogue=(CatalogueItem(id="e", kind="unit", name=expected),),
    )
    rows = (objective(text, goal(text, (activity(text, "XX..........", unit_of_measure=unit),))),)
    plans = (
        own,
        replace(full_plan(objectives=rows), unit=name, unit_code=code, entity=entity),
        replace(renamed(full_plan(), "o"), unit=person, responsible=text),
    )
    check(build(kind, plans, order))


@pytest.mark.parametrize("order", ORDERS)
def test_no_activity_is_lost_and_every_unit_is_named(order):
    own = tuple(
        replace(
            renamed(full_plan(), f"p{at}"),
            unit=name,
            objectives=(
                objective(
                    f"Objetivo propio{at}",
                    *(
                        goal(f"meta{at}g{g}", (activity(f"hacer{at}g{g}a", "X..........."),))
                        for g in range(9)
                    ),
                ),
            ),
        )
        for at, name in enumerate(UNITS[:3])
    )
    text = joined(build(CONSOLIDATED, (kit(), *own), order))
    for at, name in enumerate(UNITS[:3]):
        assert name in text
        for g in range(9):
            # Once in the matrix and once in the cronograma.
            assert len(re.findall(rf"\bhacer{at}g{g}a\b", text)) == 2


def test_the_outline_leads_to_every_unit():
    pdf = build(CONSOLIDATED, OFFICE)
    names = list(UNITS[:3])
    chapters = ["Portada", "Contenido", "Resumen de la institución", "Unidades y su estado"]
    assert list(outline(pdf)) == [*chapters, *names]
    text = pages(pdf)
    for name in names:
        assert name in text[outline(pdf)[name]]


@pytest.mark.parametrize("order", ORDERS)
def test_the_contents_say_on_which_page_each_chapter_is(order):
    pdf = build(CONSOLIDATED, OFFICE, order)
    listed = " ".join(pages(pdf)[1].split())
    for at, (title, page) in enumerate(list(outline(pdf).items())[2:], 1):
        assert f"{at} {' '.join(title.split())} {page + 1}" in listed


def test_missing_units_are_told_and_counted():
    text = joined(build(UNITS_LIST, OFFICE))
    for name in MISSING:
        assert name in text
    assert "6 unidades (aprobado: 1, observado: 1, recibido: 1, falta: 3)" in text
    assert "La entrega cierra el 20 de noviembre de 2026." in text


def test_a_unit_that_nobody_expected_is_marked():
    stranger = unit_plan("Bomberos", 1)
    text = joined(
        build(UNITS_LIST, (*OFFICE[:2], replace(renamed(stranger, "z"), unit="Bomberos")))
    )
    assert "Bomberos*" in text
    assert "No está en la lista de unidades esperadas." in text


def test_the_counts_of_the_months_are_those_of_the_summary():
    whole = summary_of(OFFICE)
    first = pages(build(SCHEDULE, OFFICE))[0]
    assert f"Total {' '.join(map(str, whole.by_month))} {whole.activities}" in " ".join(
        first.split()
    )


def test_units_of_other_months_share_one_cronograma():
    own = replace(
        plan(), unit="A", objectives=(objective("a", goal("b", (activity("enero", "X"),))),)
    )
    late = activity("junio siguiente", "..........X.", first_month="2027-07")
    other = replace(
        plan(first_month="2027-07"), unit="B", objectives=(objective("c", goal("d", (late,))),)
    )
    text = joined(build(SCHEDULE, (own, other)))
    assert "2027" in text
    assert "2028" in text
    check(build(SCHEDULE, (own, other)))


def test_the_office_itself_is_never_a_unit():
    named = (kit(UNITS[:2], unit="NO ES UNIDAD"), *OFFICE[1:3])
    for kind, order in EVERY:
        assert "NO ES UNIDAD" not in joined(build(kind, named, order))


def test_a_file_without_the_offices_material_has_its_documents_too():
    plans = OFFICE[1:3]
    text = joined(build(CONSOLIDATED, plans))
    assert "Plan consolidado de 2 unidades" in text
    assert "Falta" not in text


def test_an_office_that_received_nothing_has_no_paper():
    with pytest.raises(ValueError):
        build(CONSOLIDATED, (kit(),))


def test_units_without_anything_written_are_printed_calmly():
    bare = (Plan(id="a"), Plan(id="b", unit="B"))
    for kind, order in EVERY:
        check(build(kind, bare, order))
    assert "Todavía no hay nada que programar" in joined(build(SCHEDULE, bare))


def test_every_face_is_embedded():
    for kind, order in EVERY:
        assert all(font_names(build(kind, OFFICE[:2], order)).values())


def test_progress_grows_to_the_end_and_can_stop_the_work():
    told: list[float] = []
    build_paper(CONSOLIDATED, OFFICE, None, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(_share: float) -> None:
        raise InterruptedError

    for kind in (CONSOLIDATED, SCHEDULE):
        with pytest.raises(InterruptedError):
            build_paper(kind, OFFICE, None, stop)


@pytest.mark.parametrize("kind", [CONSOLIDATED, SCHEDULE])
def test_four_times_the_units_take_at_most_six_times_as_long(kind):
    few, lots = many(2, 30), many(8, 30)
    build(kind, few)
    times = []
    for plans in (few, lots):
        began = thread_time()
        build(kind, plans)
        times.append(thread_time() - began)
    assert times[1] < 6 * times[0]
