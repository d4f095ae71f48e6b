"""The execution on paper ends with what was approved, if anything was."""

from __future__ import annotations

from dataclasses import replace

from follow_up_plans import followed, followed_plan
from reading import joined, pages, words

from poadesk.plan.model import Plan
from poadesk.plan.reports.execution import execution
from poadesk.plan.reports.period import period_of
from poadesk.printing.execution_paper import build_execution
from poadesk.printing.report_options import ReportOptions

TITLE = "Frente a lo aprobado"
STAYS, GOES = followed([10, 20], [7], text="Visitar"), followed([5], text="Pintar")
THEN = followed_plan(STAYS, GOES)
NOW = replace(followed_plan(STAYS, followed([0, 0, 0, 9], text="Sembrar")), id=THEN.id)


def printed(
    plans: list[Plan], then: list[Plan], until: str = "2027-12", paper: str = "carta"
) -> bytes:
    approved = {plan.id: plan for plan in then}
    report = execution(plans, period_of(plans, until), "quarter", approved)
    return build_execution(plans, report, ReportOptions(paper))


def test_a_plan_that_nobody_approved_is_printed_as_before() -> None:
    plain = printed([NOW], [])
    assert TITLE not in joined(plain)
    assert len(pages(plain)) == 1


def test_what_was_approved_follows_on_a_page_of_its_own() -> None:
    pdf = printed([NOW], [THEN])
    first, second = pages(pdf)
    assert TITLE not in first
    assert TITLE in second
    for said in ("Visitar", "Sembrar", "Pintar", "Igual", "Nueva", "Se quitó", "TODO EL AÑO"):
        assert said in second
    assert "Una celda vacía es de una actividad" in " ".join(second.split())


def test_every_activity_of_many_pages_is_printed_once_and_the_total_last() -> None:
    many = [followed([1], text=f"Visitar{at:03d}") for at in range(150)]
    plan = followed_plan(*many)
    pdf = printed([plan], [plan])
    text = pages(pdf)
    begins = next(at for at, page in enumerate(text) if TITLE in page)
    assert all("APROB." in page for page in text[begins:])
    assert words(pdf, r"Visitar\d{3}") == {f"Visitar{at:03d}": 2 for at in range(150)}
    assert "TOTAL" in text[-1]
    assert all("TOTAL" not in page for page in text[begins:-1])


def test_several_units_are_told_apart_and_a_hostile_name_is_printed_as_it_is() -> None:
    first = followed_plan(followed([1], text="<b>Podar</b>"), unit="Parques & Jardines")
    second = followed_plan(followed([1], text="Barrer"), unit="Aseo")
    text = joined(printed([first, second], [first, second]))
    after = text[text.index(TITLE) :]
    assert "Parques & Jardines" in after
    assert "<b>Podar</b>" in after
    assert "Aseo" in after


def test_two_years_of_quarters_take_a_second_table() -> None:
    plan = followed_plan(STAYS, month_count=24)
    text = joined(printed([plan], [plan], until="2028-12"))
    after = text[text.index(TITLE) :]
    assert after.count("TODO EL AÑO") == 1
    assert "VIII TRIM." in after
    assert after.count("APROB.") == 9
