"""The execution report on paper: its forms, its marks, its total, and what holds it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from follow_up_plans import followed, followed_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import joined, pages, reader
from report_samples import two_offices
from report_sheets import check_sheets
from seed_plans import sat_lima_plans, seed

from poadesk.plan.model import Plan
from poadesk.plan.reports.execution import execution
from poadesk.plan.reports.period import GROUPS, period_of
from poadesk.printing.execution_paper import build_execution
from poadesk.printing.options import PAPERS
from poadesk.printing.report_options import ReportOptions


def printed(
    plans: Sequence[Plan], until: str = "2027-06", paper: str = "oficio", group: str = "quarter"
) -> bytes:
    report = execution(plans, period_of(plans, until), group)
    return build_execution(plans, report, ReportOptions(paper))


def lines(pdf: bytes) -> list[str]:
    return [line for page in pages(pdf) for line in page.splitlines()]


def test_up_to_june_planned_and_done_stand_side_by_side():
    text = joined(printed(two_offices()))
    assert "PROGRAMADO EJECUTADO I TRIM. II TRIM." in text
    assert "Prog." not in text


def test_past_june_each_activity_has_two_lines():
    text = joined(printed(two_offices(), "2027-07"))
    assert "PROGRAMADO" not in text
    assert text.count("Prog.") == text.count("Ejec.") == 8


def test_words_wider_than_their_column_ask_for_two_lines():
    long = followed([1_234_567] * 12, [1_234_567] * 6, text="Desburocratización " * 3)
    text = joined(printed([followed_plan(long)], paper="carta"))
    assert "Prog." in text
    assert "1,234,567" in text


def test_planned_nothing_is_blank_and_done_nothing_is_not_what_was_not_recorded():
    plan = followed_plan(followed([5, 0, 5], [4, 0]), followed([1] * 12, [1] * 6))
    assert "10 5 5 4 0 — — — — 10 4 —" in lines(printed([plan]))


def test_the_total_closes_the_table_with_its_caution():
    text = joined(printed(two_offices()))
    after = text.split("TOTAL")[1]
    assert after.startswith(" 6,174 1,295 1,135 1,385 35 1,285 1,035 4 1,284")
    assert "suma cantidades de distintas unidades de medida" in after
    assert "Método: sumas de lo programado y de lo ejecutado." in after


@pytest.mark.parametrize(("group", "names"), [("half", "I SEM."), ("year", "AÑO")])
def test_halves_and_years_take_the_place_of_quarters(group, names):
    text = joined(printed(two_offices(), group=group))
    assert f"EJECUTADO {names}" in text
    assert "TRIM." not in text


def test_a_unit_that_goes_on_is_named_again_on_the_next_page():
    many = [followed([1], [1], text=f"Tarea {at} " * 6, category="Rentas") for at in range(60)]
    found = pages(printed([followed_plan(*many, unit="Gerencia única", profile="poi")]))
    assert len(found) > 1
    for page in found[1:-1]:
        assert "Gerencia única\n(continúa)" in page
    assert all(page.split().count("ORGÁNICA") == 1 for page in found)


def test_a_plan_without_categories_has_no_column_for_them():
    plan = followed_plan(followed([1], [1]), profile="poa")
    text = joined(printed([plan]))
    assert "CATEGORÍA" not in text
    assert "ACTIVIDAD POI" not in text


def test_two_years_of_months_are_two_tables():
    plan = followed_plan(followed({1: 7}, {1: 7}), month_count=24)
    text = joined(printed([plan], "2028-12"))
    assert text.count("ENE FEB") == 2
    assert "VIII TRIM." in text


def test_nothing_to_tell_is_said_in_a_sentence():
    plan = followed_plan(followed([1], active=0))
    assert "Ninguna actividad activa tiene algo que informar." in joined(printed([plan]))


def test_title_language_and_outline_are_in_the_file():
    document = reader(printed(two_offices()))
    assert document.metadata.title == (
        "Ejecución, primer semestre · Plan Operativo Institucional 2027"
    )
    assert document.trailer["/Root"]["/Lang"] == "es"
    assert [entry.title for entry in document.outline] == ["Ejecución, primer semestre"]


def test_equal_input_gives_equal_bytes():
    plans = two_offices()
    assert printed(plans) == printed(plans)


class _StopError(Exception):
    pass


def test_progress_ends_at_one_and_may_stop_the_work():
    plans = [followed_plan(*(followed([1], [1]) for _ in range(90)))]
    report = execution(plans, period_of(plans, "2027-06"))
    told: list[float] = []
    build_execution(plans, report, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(set(told)) > 2

    def stop(_share: float) -> None:
        raise _StopError

    with pytest.raises(_StopError):
        build_execution(plans, report, progress=stop)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.integers(0, 10**12), min_size=12, max_size=12),
    st.sampled_from(PAPERS),
    st.sampled_from(tuple(GROUPS)),
    st.integers(1, 12),
)
def test_figures_of_any_size_stay_in_their_columns(amounts, paper, group, month):
    plan = followed_plan(followed(amounts, amounts), followed([1], [1]), unit="Oficina " * 9)
    check_sheets(printed([plan], f"2027-{month:02d}", paper, group), paper)


def test_the_real_execution_of_the_sat_of_lima_has_every_figure_in_its_row():
    told = seed("poi_sat_lima_2022")["activities"]
    side_by_side, in_two_lines = printed(sat_lima_plans(), "2022-06"), sat_lima_in_two_lines()
    for pdf, paper in ((side_by_side, "oficio"), (in_two_lines, "carta")):
        check_sheets(pdf, paper)
        text = "".join("".join(pages(pdf)).split())
        for one in told:
            assert "".join(one["actividad_poi"].split()) in text
    assert Counter(map(_in_one_line, told)) <= Counter(lines(side_by_side))
    for line in (_planned_line, _done_line):
        assert Counter(map(line, told)) <= Counter(lines(in_two_lines))


def sat_lima_in_two_lines() -> bytes:
    return printed(sat_lima_plans(), "2022-06", "carta")


def _in_one_line(told) -> str:
    (first, second), done = _groups(told), _done(told)
    return _line([_whole(told["meta"]), *_planned(told), *done, *first, *second])


def _planned_line(told) -> str:
    groups = [planned for planned, _ in _groups(told)]
    return _line(["Prog.", *_planned(told), *groups, _whole(told["meta"])])


def _done_line(told) -> str:
    groups = [done for _, done in _groups(told)]
    known = [amount for amount in told["ejecutado"][:6] if amount is not None]
    return _line(["Ejec.", *_done(told), *groups, _whole(sum(known))])


def _planned(told) -> list[str]:
    return [_whole(amount) if amount else "" for amount in told["programado"]]


def _done(told) -> list[str]:
    return ["—" if amount is None else _whole(amount) for amount in told["ejecutado"][:6]]


def _groups(told) -> list[tuple[str, str]]:
    """PROG and EJEC of both quarters as the document prints them."""
    both = [told["trimestres"][name] for name in ("I", "II")]
    return [(_whole(one["prog"]) if one["prog"] else "", _whole(one["ejec"])) for one in both]


def _whole(amount: int) -> str:
    return f"{amount:,}"


def _line(figures: Sequence[str]) -> str:
    return " ".join(filter(None, figures))
