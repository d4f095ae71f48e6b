"""Blocks of cells as text between tabs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poadesk.plan.blocks import (
    cells,
    number_for_excel,
    read_amount,
    read_cell,
    read_mark,
    written,
)
from poadesk.plan.fields import Money, Quantity, UnreadableError


@given(st.integers(1, 10**15), st.booleans())
def test_a_copied_number_comes_back_the_same(thousandths, decimal_comma):
    text = number_for_excel(thousandths, decimal_comma)
    assert read_cell(text, decimal_comma) == thousandths


@pytest.mark.parametrize(
    ("thousandths", "point", "comma"),
    [
        (1_150_000, "1150", "1150"),
        (2500, "2.5", "2,5"),
        (833, "0.833", "0,8330"),
        (2405, "2.405", "2,4050"),
    ],
)
def test_numbers_are_copied_plain_so_that_excel_reads_them(thousandths, point, comma):
    assert number_for_excel(thousandths, decimal_comma=False) == point
    assert number_for_excel(thousandths, decimal_comma=True) == comma


@pytest.mark.parametrize("mark", ["X", "x", " x ", "✓", "1"])
def test_marks_are_read(mark):
    assert read_cell(mark, decimal_comma=False) == read_mark(mark) == 1000


@pytest.mark.parametrize("nothing", ["", "  ", "0"])
def test_an_empty_cell_is_nothing(nothing):
    assert read_cell(nothing, decimal_comma=False) == read_mark(nothing) == 0


@pytest.mark.parametrize(
    ("text", "decimal_comma", "thousandths"),
    [
        ("1,150", False, 1_150_000),
        ("1150", True, 1_150_000),
        ("1.150", True, 1_150_000),
        ("1.150", False, 1150),
        ("1.150,5", False, 1_150_500),
        ("1.150,5", True, 1_150_500),
        ("1,150.5", True, 1_150_500),
        ("2,5", False, 2500),
        ("0,833", False, 833),
        ("0.833", True, 833),
        ("1 150", False, 1_150_000),
        ("1\u00a0150", True, 1_150_000),
    ],
)
def test_thousands_and_decimals_are_told_apart(text, decimal_comma, thousandths):
    assert read_cell(text, decimal_comma) == thousandths


@pytest.mark.parametrize(
    ("text", "decimal_comma", "cents"),
    [
        ("S/ 1.150", True, 115_000),
        ("$1.150,50", True, 115_050),
        ("$1.150,50", False, 115_050),
        ("S/.1,150.50", False, 115_050),
        ("0.50", True, 50),
    ],
)
def test_money_is_taken_with_its_sign(text, decimal_comma, cents):
    assert read_amount(text, decimal_comma, Money("Costo")) == cents


@given(st.text("0123456789.,$ ", max_size=10))
def test_a_number_is_read_alike_whether_it_is_typed_or_pasted(text):
    def outcome(read):
        try:
            return read()
        except UnreadableError as error:
            return str(error)

    for kind in (Quantity("Meta"), Money("Costo")):
        pasted = outcome(lambda kind=kind: read_amount(text, False, kind))
        assert pasted == outcome(lambda kind=kind: kind.read(text))


@pytest.mark.parametrize("text", ["doce", "-3", "1.2.3", "1,2,3", "12 %", "9" * 40])
def test_what_is_no_quantity_is_refused(text):
    with pytest.raises(UnreadableError):
        read_cell(text, decimal_comma=True)


def test_a_quantity_is_no_mark_of_a_week():
    with pytest.raises(UnreadableError):
        read_mark("12")


@given(st.lists(st.lists(st.text("X0123456789.,", max_size=5), min_size=2, max_size=4), min_size=1))
def test_a_written_block_is_read_back(rows):
    assert cells(written(rows)) == rows


def test_excels_line_ends_and_quotation_marks_are_taken_off():
    assert cells('1\t2\r\n"3"\t\r\n') == [["1", "2"], ["3", ""]]
    assert cells("") == [[""]]
