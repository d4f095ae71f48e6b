"""What the cronograma says: sums, subtitle and cells read aloud."""

import pytest
from schedule_plans import activity, whole_year

from poadesk.plan import calendar
from poadesk.plan.profiles import PROFILES
from poadesk.widgets.grid_text import text_width
from poadesk.writing.screen.schedule.columns import Cell, Columns
from poadesk.writing.screen.schedule.measures import measured
from poadesk.writing.screen.schedule.painting import verdict_in
from poadesk.writing.screen.schedule.words import (
    OK,
    PLAIN,
    WARN,
    Sum,
    cell_aloud,
    subtitle,
    sum_of,
)

YEAR = Columns(calendar.months("2027-01", 12))
READY, APART, EMPTY = Sum("2", "meses"), Sum("1", "mes", "x", WARN), Sum("", "Sin meses")


@pytest.mark.parametrize(
    ("months", "fields", "said"),
    [
        ({}, {}, ("", "Sin meses", "", PLAIN)),
        ({"2027-02": 1000}, {}, ("1", "mes", "marcada con X", PLAIN)),
        ({"2027-02": 1000, "2027-05": 1000}, {}, ("2", "meses", "marcada con X", PLAIN)),
        (
            {"2027-02": 1_200_000, "2027-03": 1_200_000},
            {"unit_of_measure": "cartas", "annual_target_thousandths": 2_400_000},
            ("2,400", "cartas", "igual a la meta anual", OK),
        ),
        (
            {"2027-02": 1_150_000},
            {"unit_of_measure": "cartas", "annual_target_thousandths": 1_200_000},
            ("1,150", "cartas", "faltan 50 para 1,200", WARN),
        ),
        (
            {"2027-02": 11_000},
            {"unit_of_measure": "cartas", "annual_target_thousandths": 12_000},
            ("11", "cartas", "falta 1 para 12", WARN),
        ),
        (
            {"2027-02": 1_230_000},
            {"unit_of_measure": "cartas", "annual_target_thousandths": 1_200_000},
            ("1,230", "cartas", "sobran 30 de 1,200", WARN),
        ),
        (
            {},
            {"unit_of_measure": "cartas", "annual_target_thousandths": 1_200_000},
            ("", "Sin meses", "meta anual de 1,200 sin repartir", WARN),
        ),
        (
            {"2027-02": 2500},
            {"unit_of_measure": "toneladas de\npapel"},
            ("2.5", "toneladas de papel", "sin meta anual", PLAIN),
        ),
        ({"2027-02": 3000}, {}, ("3", "", "sin unidad de medida", WARN)),
    ],
)
def test_a_sum_is_said_in_words(months, fields, said):
    total = sum_of(activity("a", months, **fields))
    assert (total.figure, total.unit, total.verdict, total.tone) == said


def test_a_target_counted_in_weeks_is_reached_by_weeks():
    weeks = [("2027-01", 1), ("2027-01", 2), ("2027-02", 1)]
    reached = sum_of(activity("a", weeks=weeks, annual_target_thousandths=3000), by_week=True)
    assert reached.tone == OK
    free = sum_of(activity("a", weeks=weeks), by_week=True)
    assert (free.figure, free.unit, free.verdict) == ("2", "meses", "3 semanas en total")


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ([READY] * 30, "Las 30 actividades están listas"),
        ([READY], "La actividad está lista"),
        (
            [READY] * 29 + [APART],
            "29 de 30 actividades listas · una suma no coincide con su meta anual",
        ),
        (
            [READY, APART, APART, EMPTY],
            "1 de 4 actividades listas · dos sumas no coinciden con su meta anual · "
            "una no tiene meses",
        ),
        (
            [READY, Sum("3", "", "sin unidad de medida", WARN)],
            "1 de 2 actividades listas · a una le falta la unidad de medida",
        ),
    ],
)
def test_the_subtitle_counts_in_words(sums, said):
    assert subtitle(sums, PROFILES["poa"].noun("activity")) == said


def test_a_cell_says_in_which_bar_it_lies():
    values = YEAR.values(activity("a", {f"2027-{m:02d}": 240_000 for m in range(2, 12)}))
    aloud = cell_aloud(values, 2, YEAR, has_unit=True)
    assert aloud == "marzo, 240, dentro de una barra de febrero a noviembre"
    assert cell_aloud(values, 0, YEAR, has_unit=True) == "enero, vacío"
    assert cell_aloud({4: 1000}, 4, YEAR, has_unit=False) == "mayo, X"


def test_a_plan_over_two_years_says_which():
    works = Columns(calendar.months("2027-07", 12))
    assert cell_aloud({}, 8, works, has_unit=False) == "marzo de 2028, vacío"


def test_a_week_says_its_month():
    by_week = Columns(("2027-01", "2027-02"), by_week=True)
    values = by_week.values(activity("a", weeks=[("2027-01", 4), ("2027-02", 1)]))
    assert cell_aloud(values, 3, by_week, has_unit=False) == (
        "enero, semana 4, marcada, dentro de una barra de enero, semana 4 a febrero, semana 1"
    )


@pytest.mark.parametrize("by_week", [False, True])
def test_each_column_is_found_again_from_its_place(by_week):
    columns = Columns(calendar.months("2027-07", 12), by_week)
    for column in range(columns.count):
        assert columns.column(columns.cell("a", column)) == column
    assert columns.column(Cell("a", "2026-01", int(by_week))) is None
    assert columns.column(Cell("a", "2027-07", int(not by_week))) is None


def test_months_outside_the_plan_are_not_shown():
    assert YEAR.values(activity("a", {"2026-12": 1000, "2027-12": 1000})) == {11: 1000}
    assert len(YEAR.values(activity("a", whole_year("2027-01", 1000)))) == 12


def test_a_verdict_without_room_gives_way_to_a_short_one(themed_app):
    lacking = sum_of(activity("a", {}, annual_target_thousandths=2_400_000))
    room = text_width(lacking.verdict, "small")
    assert verdict_in(lacking, room) == "meta anual de 2,400 sin repartir"
    assert verdict_in(lacking, room - 1) == "2,400 al año"


def test_the_sums_have_room_for_a_target_that_is_not_spread(themed_app):
    lacking = sum_of(activity("a", {}, annual_target_thousandths=2_400_000))
    sums = measured(1032, 24, YEAR, []).sums
    assert text_width(lacking.verdict, "small") < sums - 12 - 17 - 10
