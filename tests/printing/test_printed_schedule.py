"""The printed schedule: months, years, weeks, quantities."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from reading import joined, pages, pieces, words
from sample_plans import activity, full_plan, goal, objective, plan, weekly

from poadesk.printing import faces
from poadesk.printing.annual_plan import build
from poadesk.printing.options import PrintOptions
from poadesk.printing.schedule_marks import stretches
from poadesk.printing.schedule_shape import FIGURE_FACE, FIGURE_SIZE, figure_lines

MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"]
ALONE = PrintOptions(parts=("schedule",))


def _plan(*activities, **facts):
    return plan(objectives=(objective("Cuidar.", goal("Regar.", activities)),), **facts)


def test_december_is_printed_when_empty():
    text = joined(build([_plan(activity("Regar.", "X..........."))], ALONE))
    assert [month for month in MONTHS if month in text.split()] == MONTHS


def test_a_plan_from_july_to_june_shows_both_years():
    shifted = _plan(
        activity("Regar.", "XX....XX....", first_month="2027-07"),
        first_month="2027-07",
        year_label="2027-2028",
    )
    found = pieces(build([shifted], ALONE))
    names = [piece for piece in found if piece.text in MONTHS]
    assert [piece.text for piece in names] == MONTHS[6:] + MONTHS[:6]
    years = [piece for piece in found if piece.text in ("2027", "2028")]
    assert [piece.text for piece in years] == ["2027", "2028"]
    assert names[0].x < years[0].x < names[5].x < names[6].x < years[1].x
    assert min(piece.y for piece in years) > max(piece.y for piece in names)


@pytest.mark.parametrize("marks", ["bars", "x"])
def test_a_marked_month_can_be_copied_as_x(marks):
    options = PrintOptions(parts=("schedule",), marks=marks)
    # One more X explains the mark where months carry it openly.
    expected = {"bars": 4, "x": 5}[marks]
    assert words(build([_plan(activity("Regar.", "X..XX......X"))], options))["X"] == expected


def test_x_stand_under_their_months():
    found = pieces(build([_plan(activity("Regar.", "..X........X"))], ALONE))
    at = {piece.text: piece.x for piece in found if piece.text in MONTHS}
    marks = [piece.x for piece in found if piece.text == "X"]
    assert [abs(x - at[month]) < 10 for x, month in zip(marks, ("MAR", "DIC"), strict=True)] == [
        True,
        True,
    ]


def test_weeks_stand_under_every_month():
    by_weeks = _plan(weekly("Regar.", {2: (1, 4)}), schedule_step="week")
    found = pieces(build([by_weeks], ALONE))
    digits = [piece for piece in found if piece.text in "1234" and len(piece.text) == 1]
    assert [piece.text for piece in digits if piece.size < 7.1] == list("1234") * 12
    february = next(piece.x for piece in found if piece.text == "FEB")
    marks = [piece.x for piece in found if piece.text == "X"]
    assert len(marks) == 2
    assert marks[0] < february + 8 < marks[1]


def test_a_month_planned_as_a_whole_is_seen_in_a_plan_by_weeks():
    mixed = _plan(activity("Sembrar.", ".X.........."), schedule_step="week")
    found = build([mixed], ALONE)
    assert words(found)["X"] == 2  # one of them explains the mark
    assert "mes programado sin indicar semanas" in joined(found)


def test_quantities_unit_target_and_total_are_printed():
    counted = activity(
        "Sembrar.",
        quantities={1: 1200, 4: 75},
        unit_of_measure="Árbol",
        annual_target_thousandths=1_300_000,
    )
    text = joined(build([_plan(counted)], ALONE))
    for words_of_it in ("1,200", "75", "Árbol", "meta 1,300", "1,275", "UNIDAD Y META", "TOTAL"):
        assert words_of_it in text


def test_without_units_there_are_no_extra_columns():
    text = joined(build([_plan(activity("Regar.", "XXXX........"))], ALONE))
    assert "UNIDAD" not in text
    assert "TOTAL" not in text


def test_very_large_quantities_stay_inside_their_months():
    large = dict.fromkeys(range(1, 13), 999999999999)
    pdf = build([_plan(activity("Cobrar.", quantities=large, unit_of_measure="Dólar"))], ALONE)
    figures = [piece for piece in pieces(pdf) if re.fullmatch("[9,]+", piece.text)]
    for left, right in pairwise(sorted(figures, key=lambda piece: (piece.y, piece.x))):
        end = left.x + faces.width(left.text, FIGURE_FACE, FIGURE_SIZE)
        assert left.y < right.y or end < right.x
    assert "".join(piece.text for piece in figures).count("9") == 12 * 12


def test_the_objective_is_repeated_on_every_page():
    many = [activity(f"Tarea{at:02d}.", "X...........") for at in range(60)]
    found = pages(build([_plan(*many)], ALONE))
    assert len(found) > 2
    assert all("(continúa)" in page and "Cuidar." in page for page in found[1:])
    assert all(page.count("ACTIVIDADES") == 1 for page in found)


def test_activities_without_objective_text_have_no_band():
    bare = plan(objectives=(objective("", goal("", (activity("Regar.", "X"),))),))
    text = joined(build([bare], ALONE))
    assert "Objetivo" not in text
    assert "1.1.1 Regar." in text


def test_a_plan_longer_than_a_year_goes_on_in_a_second_table():
    row = activity("Construir.", "X.................X")
    long = replace(_plan(row), month_count=20)
    found = [piece.text for piece in pieces(build([long], ALONE))]
    assert found.count("ENE") == 2
    assert found.count("1.1.1") == 2


def test_the_signatures_follow_the_schedule_where_they_fit():
    text = pages(build([full_plan()]))
    assert "Cronograma de actividades" in text[-1]
    assert "Autorizado por" in text[-1]


def test_neighbouring_months_make_one_bar():
    assert stretches([True, True, False, True]) == [(0, 2), (3, 4)]


def test_a_figure_breaks_after_its_commas():
    assert figure_lines("1,234,567", 22) == ["1,234,", "567"]
    assert figure_lines("12", 22) == ["12"]
