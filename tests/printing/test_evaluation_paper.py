"""The evaluation on paper: every table, paragraph, label and comment of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from follow_up_plans import action, followed, followed_plan
from generated_plans import plans
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import font_names, joined, pages, pieces, reader

from poadesk.plan.model import GoalComment, ObjectiveComment, Plan, new_id
from poadesk.plan.reports.evaluation import evaluation
from poadesk.plan.reports.period import period_of
from poadesk.printing.evaluation_paper import build_evaluation
from poadesk.printing.options import PAPERS
from poadesk.printing.report_options import ReportOptions


def printed(*units: Plan, until: str = "2027-06", paper: str = "carta") -> bytes:
    report = evaluation(units, period_of(units, until))
    return build_evaluation(units, report, ReportOptions(paper))


def with_comment(plan: Plan, text: str) -> Plan:
    (objective,) = plan.objectives
    comment = ObjectiveComment(id=new_id(), month="2027-06", text=text)
    return replace(plan, objectives=(replace(objective, comments=(comment,)),))


def two_areas() -> Sequence[Plan]:
    return (
        followed_plan(followed([20, 6], [10, 9]), unit="Gerencia de Operaciones"),
        followed_plan(followed([842_600], [913_480]), unit="Atención y Servicios"),
    )


def test_the_table_of_an_action_has_its_areas_and_their_total() -> None:
    text = joined(printed(*two_areas()))
    for words in (
        "1 Gerencia de Operaciones 26 19 73\u00a0%",
        "2 Atención y Servicios 842,600 913,480 108\u00a0%",
        "TOTAL 842,626 913,499 108\u00a0%",
    ):
        assert words.replace("\u00a0", " ") in text.replace("\u00a0", " ")


def test_the_paragraph_and_the_label_stand_below_the_table() -> None:
    text = joined(printed(*two_areas())).replace("\u00a0", " ")
    assert "Solo Gerencia de Operaciones quedó por debajo del 100 %, con el 73 %." in text
    assert text.count("META SUBVALUADA") == 2


def test_the_heading_tells_period_method_and_cut() -> None:
    text = joined(printed(*two_areas())).replace("\u00a0", " ")
    assert "Evaluación, primer semestre" in text
    assert "suma sobre suma, sin tope" in text
    assert "Corte de la meta aceptable: 75 %." in text


def test_what_was_not_planned_is_said_in_place_of_figures() -> None:
    plan = followed_plan(action(followed({9: 5}), code="AEI.01.02"))
    text = joined(printed(plan))
    assert "No programada para el periodo en evaluación" in text
    assert "META" not in text


def test_a_percentage_near_a_limit_is_printed_with_the_decimal_that_decides() -> None:
    text = joined(printed(followed_plan(followed([1000], [996])))).replace("\u00a0", " ")
    assert "99.6 %" in text
    assert " 100 %" not in text.replace("| 100 %", "")


def test_own_comments_are_printed_apart_from_the_generated_paragraph() -> None:
    goal_comment = GoalComment(id=new_id(), month="2027-06", text="Faltaron vehículos.")
    plan = followed_plan(action(followed([4], [1]), comments=(goal_comment,)))
    text = joined(printed(with_comment(plan, "Primera línea.\nSegunda línea.")))
    assert "Comentario Faltaron vehículos." in text
    assert "Comentario Primera línea. Segunda línea." in text


def test_a_comment_of_another_month_is_not_printed() -> None:
    comment = GoalComment(id=new_id(), month="2027-03", text="De marzo.")
    assert "De marzo" not in joined(printed(followed_plan(action(comments=(comment,)))))


def test_the_outline_leads_to_parts_objectives_and_actions() -> None:
    pdf = printed(followed_plan(action(followed([1], [1]))))
    titles = [str(one["/Title"]) for one in _flat(reader(pdf).outline)]
    assert titles == [
        "Evaluación, primer semestre",
        "Eficacia por acción estratégica",
        "I. Contribución por áreas: OEI y AEI",
        "OEI.01 Cobrar mejor",
        "AEI.01.01 Acción AEI.01.01",
        "II. Objetivos estratégicos y acciones estratégicas",
    ]


def _flat(outline: Sequence[object]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for one in outline:
        found += _flat(one) if isinstance(one, list) else [one]  # type: ignore[list-item]
    return found


def test_hundreds_of_areas_and_endless_names_are_all_printed() -> None:
    units = [
        followed_plan(followed([4], [1]), unit=f"Área{at} " + "de servicios municipales " * 12)
        for at in range(90)
    ]
    pdf = printed(*units)
    text = joined(pdf)
    assert len(pages(pdf)) > 5
    for at in range(90):
        assert text.count(f"Área{at} ") >= 2


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_smaller_than_seven_points_or_in_a_foreign_face(paper: str) -> None:
    pdf = printed(*two_areas(), paper=paper)
    assert min(piece.size for piece in pieces(pdf)) >= 6.99
    assert all(font_names(pdf).values())


def test_equal_input_gives_equal_bytes() -> None:
    units = two_areas()
    assert printed(*units) == printed(*units)


def test_a_plan_without_actions_says_so() -> None:
    text = joined(printed(replace(followed_plan(), objectives=())))
    assert "todavía no tiene acciones" in text


@settings(max_examples=25, deadline=None)
@given(st.lists(plans(most=2), min_size=1, max_size=2), st.data())
def test_any_plan_is_printed(found: list[Plan], chance: st.DataObject) -> None:
    from poadesk.plan.schedule import plan_months

    until = chance.draw(st.sampled_from(plan_months(found[0])))
    report = evaluation(found, period_of(found, until))
    text = joined(build_evaluation(found, report, ReportOptions()))
    labels = [one.label for one in report.actions() if one.label is not None]
    assert text.count("META ") >= len(labels)


@pytest.mark.parametrize("count", range(1, 13))
def test_the_heading_of_a_part_is_never_left_alone_at_the_foot_of_a_page(count: int) -> None:
    goals = [action(followed([4], [3]), code=f"AEI.01.{at:02d}") for at in range(count)]
    plan = followed_plan(*goals)
    pdf = printed(plan)
    [page] = [page for page in pages(pdf) if "II. Objetivos" in page]
    assert "EFICACIA" in page[page.index("II. Objetivos") :]


def test_a_code_that_is_the_number_is_not_printed_twice() -> None:
    goal = action(followed([4], [3]), code="1.1", text="Calles limpias")
    plan = followed_plan(goal)
    pdf = printed(plan)
    assert "1.1 1.1" not in " ".join(joined(pdf).split())
    assert "1.1 Calles limpias" in joined(pdf)
