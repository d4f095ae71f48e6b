"""The tracking report on paper: bands, marks, closing rows, summary and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from follow_up_plans import action, followed, followed_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import joined, pages, reader
from report_samples import TODAY, two_offices
from report_sheets import check_headings, check_sheets, squeezed
from seed_plans import la_victoria_plan, seed

from poadesk.plan.model import Plan
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.tracking import tracking
from poadesk.printing.options import PAPERS
from poadesk.printing.report_options import ReportOptions
from poadesk.printing.tracking_columns import money_words
from poadesk.printing.tracking_paper import build_tracking


def printed(
    plans: Sequence[Plan], until: str = "2027-06", paper: str = "oficio", today: date = TODAY
) -> bytes:
    report = tracking(plans, period_of(plans, until), today)
    return build_tracking(plans, report, ReportOptions(paper))


def text_of(*plans: Plan, **more) -> str:
    """All text with plain spaces."""
    return joined(printed(plans, **more)).replace("\u00a0", " ")


def test_bands_lead_from_objective_to_action_to_activity():
    text = text_of(*two_offices())
    places = [
        text.index(words)
        for words in ("OEI.01 Cobrar mejor", "AEI.01.01 Orientación cercana", "AO01 Orientar")
    ]
    assert places == sorted(places)
    assert "OBJETIVO ESTRATÉGICO / ACCIÓN ESTRATÉGICA / ACTIVIDAD OPERATIVA" in text


def test_a_municipal_plan_keeps_its_own_words():
    plan = followed_plan(action(followed([2], [2]), code=""), profile="poa")
    text = text_of(plan)
    assert "OBJETIVO / META / ACTIVIDAD" in text
    assert "EJECUCIÓN FÍSICA POR Meta" in text
    assert "AEI" not in text


def test_each_activity_has_a_line_of_what_was_planned_and_one_of_what_was_done():
    text = text_of(*two_offices())
    assert (
        "Prog. 1,200 1,100 1,300 0 1,250 1,000 5,850 "
        "42,000.00 42,000.00 45,000.00 0 0 0 129,000.00 "
        "Ejec. 1,184 1,100 1,200 0 1,301 990 5,775 41,210.50 0 44,870.15 — — — 86,080.65 98.72"
    ) in text


def test_an_activity_without_programming_says_so_twice():
    assert (
        "Prog. 0 0 0 0 0 0 S.P. 0 0 0 0 0 0 0 Ejec. 0 1 — — — — 1 350.00 — — — — — 350.00 S.P."
        in (text_of(*two_offices()))
    )


def test_an_overdue_month_leaves_activity_and_action_without_a_value():
    text = text_of(*two_offices())
    assert "Ejec. 5 4 0 5 — — 5 — — — — — — 0 S.I." in text
    assert "EJECUCIÓN FÍSICA POR AEI.01.01 S.I." in text
    assert "S.I." not in text_of(*two_offices(), today=date(2027, 1, 1)).split("Resumen")[0]


def test_what_is_not_accumulated_shows_a_dash_and_its_percentage():
    assert "Prog. 50 0 50 0 0 0 - 0 0 0 0 0 0 0 Ejec. 40 0 50 0 0 0 - — — — — — — 0 90" in (
        text_of(*two_offices())
    )


def test_twice_the_plan_is_told_beside_the_capped_percentage():
    assert "AO05 Repartir volantes Gerencia de Rentas · sin tope 250 %" in text_of(*two_offices())


def test_an_action_closes_with_both_executions():
    text = text_of(*two_offices())
    assert "EJECUCIÓN FINANCIERA POR AEI.01.01 (programado 129,000.00) 86,430.65" in text
    assert "EJECUCIÓN FÍSICA POR AEI.02.01 96.7" in text


@pytest.mark.parametrize("until", ["2027-01", "2027-02", "2027-03"])
def test_the_words_that_close_an_action_are_whole_where_the_months_are_few(until):
    text = text_of(*two_offices(), until=until)
    assert "EJECUCIÓN FÍSICA POR AEI.01.01 " in text
    assert "EJECUCIÓN FINANCIERA POR AEI.01.01 (programado " in text


def test_past_june_four_lines_share_the_columns_of_the_months():
    text = text_of(*two_offices(), until="2027-12")
    assert "FINANCIERO (S/)" not in text
    assert text.count("Físico Prog.") == text.count("Financiero Prog.") == 6
    assert "Financiero Prog. 42,000.00 42,000.00 45,000.00 0 0 0 0 0 0 0 0 0 129,000.00" in text


def test_more_than_a_year_is_gathered_in_quarters():
    plan = followed_plan(followed({1: 3, 2: 4}, {1: 3, 2: 4}), month_count=24)
    text = text_of(plan, until="2028-12")
    assert "I TRIM. II TRIM." in text
    assert "Físico Prog. 7 0 0 0 0 0 0 0 7" in text


def test_money_too_wide_for_both_blocks_moves_below():
    rich = followed([1] * 6, [1] * 6, [987_654_321_987.99] * 6, [123_456_789.01] * 6)
    text = text_of(followed_plan(rich), paper="carta")
    assert "Financiero Prog. 987,654,321,987.99" in text


def test_the_summary_names_both_means():
    text = text_of(*two_offices())
    for words in (
        "Promedio de ejecución física de las actividades operativas (%) 98.5",
        "Promedio de ejecución física de las acciones estratégicas (%) 98.3",
        "Mediana de ejecución física de las actividades operativas (%) 98.7",
        "Total de programación financiera (S/) 129,000.00",
        "Total de ejecución financiera (S/) 86,430.65",
        "Actividades operativas con información incompleta 1",
    ):
        assert words in text


def test_the_lights_are_counted_with_their_limits_in_words():
    plans = [
        replace(plan, red_below_hundredths=5000, green_above_hundredths=9850)
        for plan in two_offices()
    ]
    text = text_of(*plans)
    assert "Rojo menos de 50 % Ámbar de 50 % a 98.5 % Verde más de 98.5 %" in text
    assert "Acciones estratégicas 0 1 1 1 Actividades operativas 0 2 2 2" in text
    assert "Límites del semáforo: 50 % y 98.5 %." in text


def test_a_percentage_never_rounds_over_a_limit():
    text = text_of(followed_plan(followed([100_000], [95_001])), until="2027-01")
    assert "95.001" in text.split("Resumen")[0]


def test_both_charts_are_there():
    text = text_of(*two_offices())
    assert "Ejecución física por objetivo estratégico y acción estratégica" in text
    assert "OEI.02 Recuperar la deuda 96.7 % AEI.02.01 Cobranza coactiva ordenada 96.7 %" in text
    assert "Ejecución financiera por mes, en miles (S/)" in text
    assert "ENE 42.0 41.6 FEB 42.0 0.0 MAR 45.0 44.9 ABR 0.0 —" in text


def test_without_money_the_second_chart_is_a_sentence():
    assert "No hay dinero programado ni ejecutado" in text_of(followed_plan(followed([1], [1])))


def test_seven_notes_tell_how_the_figures_came_about():
    text = text_of(*two_offices())
    for number in ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)"):
        assert text.count(f"{number} ") == 1
    assert "Método: promedio con tope de 100 %." in text
    assert "El plazo de cada mes es el último día del mes siguiente." in text


def test_the_notes_tell_the_settings_of_the_plan():
    plans = [replace(plan, recording_months=3, recorded_months="planned") for plan in two_offices()]
    assert "El plazo de cada mes programado es el último día del tercer mes siguiente." in (
        text_of(*plans)
    )


def test_activities_left_out_are_listed_with_their_reason():
    text = text_of(*two_offices()).split("que no entran en el reporte")[1]
    assert "AO06 Plan suspendido Gerencia de Rentas No está activa." in text
    assert "AO07 Idea sin meses Gerencia de Rentas No tiene nada programado en el año." in text


def test_nothing_to_tell_is_said_in_a_sentence():
    text = text_of(followed_plan(followed((), active=0)))
    assert "Ninguna actividad entra en el reporte." in text
    assert "No está activa." in text


def test_bands_are_repeated_where_an_action_goes_on():
    many = [followed([1], [1], text=f"Tarea {at} " * 8) for at in range(40)]
    found = pages(printed([followed_plan(*many)]))
    assert len(found) > 3
    for page in found[1:3]:
        words = " ".join(page.split())
        assert "OEI.01 (continúa) Cobrar mejor AEI.01.01 (continúa) Acción" in words


def test_the_outline_leads_to_objectives_and_summary():
    entries = reader(printed(two_offices())).outline
    titles = [entry.title for one in entries for entry in (one if isinstance(one, list) else [one])]
    assert titles == [
        "Reporte de seguimiento, primer semestre",
        "OEI.01 Cobrar mejor",
        "OEI.02 Recuperar la deuda",
        "Resumen del periodo",
        "No entran en el reporte",
    ]


def test_equal_input_gives_equal_bytes():
    plans = two_offices()
    assert printed(plans) == printed(plans)


class _StopError(Exception):
    pass


def test_progress_ends_at_one_and_may_stop_the_work():
    plans = [followed_plan(*(followed([1], [1]) for _ in range(90)))]
    report = tracking(plans, period_of(plans, "2027-06"), TODAY)
    told: list[float] = []
    build_tracking(plans, report, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(set(told)) > 2

    def stop(_share: float) -> None:
        raise _StopError

    with pytest.raises(_StopError):
        build_tracking(plans, report, progress=stop)


amounts = st.lists(st.integers(0, 10**12), min_size=12, max_size=12)


@settings(max_examples=12, deadline=None)
@given(amounts, amounts, st.sampled_from(PAPERS), st.integers(1, 12))
def test_figures_of_any_size_stay_in_their_columns(quantities, money, paper, month):
    rows = [followed(quantities, quantities, money, money, aggregation="annual")]
    rows.append(followed([1], [1], code="AOI" * 12, text="Sigla " * 60))
    check_sheets(printed([followed_plan(*rows)], f"2027-{month:02d}", paper), paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_real_tracking_of_la_victoria_has_every_figure(paper):
    plan, told = la_victoria_plan(), seed("seguimiento_la_victoria_2023")
    pdf = printed([plan], "2023-06", paper, date(2023, 8, 1))
    check_sheets(pdf, paper)
    check_headings(pdf, "FÍSICO", "AOI")
    whole, text = squeezed(pdf), joined(pdf).replace("\u00a0", " ")
    for one in told["ao"]:
        assert whole.count("".join(f"{one['code']}{one['name']}".split())) == 1
        for line in _lines(one):
            assert line in text, one["code"]
    for one in told["aei"]:
        assert f"EJECUCIÓN FINANCIERA POR {one['code']} (programado" in text


def _lines(told) -> list[str]:
    """The line of what was planned and that of what was done, as far as the scan has them."""
    physical, money = told["fisico"], told["financiero"]
    found = []
    if physical["prog"] and money["prog"]:
        total = money_words(sum(round(amount * 100) for amount in money["prog"]))
        aim = _quantity(physical["prog_acum"])
        figures = [*map(_quantity, physical["prog"]), aim, *map(_money, money["prog"]), total]
        found.append(" ".join(["Prog.", *figures]))
    if physical["ejec"] and money["ejec"] and physical["ejec_acum"] is not None:
        total = money_words(sum(round(amount * 100) for amount in money["ejec"]))
        reached = _quantity(physical["ejec_acum"])
        figures = [*map(_quantity, physical["ejec"]), reached, *map(_money, money["ejec"]), total]
        found.append(" ".join(["Ejec.", *figures, str(physical["avance_pct"])]))
    return found


def _quantity(amount) -> str:
    return amount if isinstance(amount, str) else f"{amount:,}"


def _money(amount) -> str:
    return money_words(round(amount * 100))
