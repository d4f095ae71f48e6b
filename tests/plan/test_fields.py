"""Kinds of field: what a person types becomes a value, or a sentence that says why not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poadesk.plan.fields import (
    Choice,
    Field,
    Flag,
    Money,
    Month,
    Percent,
    Quantity,
    UnreadableError,
    Whole,
    Year,
    exact,
    is_month,
    show_money,
    show_quantity,
)

PRIORITY = Choice("Prioridad", options=(("", "Sin indicar"), ("high", "Alta")))


def refusal(field, text):
    with pytest.raises(UnreadableError) as caught:
        field.read(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [
        ("", None),
        ("   ", None),
        ("0", 0),
        ("12", 12_000),
        ("2,400", 2_400_000),
        ("1,234,567", 1_234_567_000),
        ("1,234.5", 1_234_500),
        ("2,5", 2_500),
        ("0,500", 500),
        ("00,125", 125),
        ("1234,567", 1_234_567),
        ("1.150,5", 1_150_500),
        ("1.234.567", 1_234_567_000),
        ("1.234.567,25", 1_234_567_250),
        ("2.5", 2_500),
        ("2.", 2_000),
        (".25", 250),
        ("0.125", 125),
        (" 1 200 ", 1_200_000),
        ("1\u00a0200", 1_200_000),
        ("007", 7_000),
        ("1000000000000", 10**15),
        ("1.000000", 1_000),
    ],
)
def test_quantities_are_read_as_they_are_written_here(typed, thousandths):
    assert Quantity("Meta").read(typed) == thousandths


@pytest.mark.parametrize(
    "typed",
    [
        "doce",
        "-1",
        "1-2",
        "1,2,3",
        "1,23,456",
        "0,123,456",
        "1.2.3",
        "1.23,4",
        "1.234.56",
        "1e3",
        "NaN",
        "∞",
        "١٢",
        "½",
        "10%",
        ".",
    ],
)
def test_what_is_no_quantity_is_refused_with_an_example(typed):
    assert "240" in refusal(Quantity("Meta"), typed)


def test_quantities_have_limits():
    assert "demasiado grande" in refusal(Quantity("Meta"), "1000000000000.001")
    assert "como máximo 3" in refusal(Quantity("Meta"), "0.0001")
    assert "como máximo 3" in refusal(Quantity("Meta"), "1." + "0" * 40 + "1")
    assert len(refusal(Quantity("Meta"), "x" * 10_000)) < 100


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("", None),
        ("410", 41_000),
        ("$410.00", 41_000),
        ("$ 1,410.50", 141_050),
        ("S/ 12.5", 1_250),
        ("S/. 410", 41_000),
        ("S/.410.10", 41_010),
        ("S/.1.410,10", 141_010),
        ("$1.410.000", 141_000_000),
        ("0,50", 50),
        ("0.05", 5),
    ],
)
def test_money_is_read_with_or_without_its_sign(typed, cents):
    assert Money("Costo").read(typed) == cents


def test_money_has_two_decimals_and_one_sign():
    assert "como máximo 2" in refusal(Money("Costo"), "1.005")
    assert "como máximo 2" in refusal(Money("Costo"), "0,125")
    assert refusal(Money("Costo"), "$$5")
    assert refusal(Money("Costo"), "5$")


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [
        ("75", 7500),
        ("75 %", 7500),
        ("75%", 7500),
        ("75\u00a0%", 7500),
        (" 87.5 ", 8750),
        ("87,25 %", 8725),
        ("0", 0),
        ("1,000", 100_000),
    ],
)
def test_percentages_are_read_with_or_without_their_sign(typed, hundredths):
    assert Percent("Rojo").read(typed) == hundredths


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "75 %"),
        ("%", "75 %"),
        ("doce", "no es un número"),
        ("-1", "no es un número"),
        ("75 %%", "no es un número"),
        ("1001", "no puede pasar de 1000 %"),
        ("1000.01", "no puede pasar de 1000 %"),
        ("0.001", "como máximo 2 decimales"),
        ("9" * 30, "demasiado grande"),
    ],
)
def test_what_is_no_percentage_is_refused(typed, words):
    assert words in refusal(Percent("Rojo"), typed)


def test_percentages_are_shown_with_their_sign():
    shown = [Percent("Rojo").show(value) for value in (None, 0, 7500, 8750, 100_000)]
    assert shown == ["", "0\u00a0%", "75\u00a0%", "87.5\u00a0%", "1,000\u00a0%"]


@given(st.integers(0, 100_000))
def test_a_percentage_shown_is_read_back(value):
    assert Percent("Rojo").read(Percent("Rojo").show(value)) == value


@given(st.none() | st.integers(0, 10**15))
def test_a_quantity_shown_is_read_back(value):
    assert Quantity("Meta").read(Quantity("Meta").show(value)) == value


@given(st.none() | st.integers(0, 10**14))
def test_money_shown_is_read_back(value):
    assert Money("Costo").read(Money("Costo").show(value)) == value


@given(st.text())
def test_any_text_is_kept_or_refused_by_every_kind(text):
    kinds = (Quantity(""), Money(""), Percent(""), Year(""), Month(""), Whole(""), Flag(""))
    for kind in (*kinds, PRIORITY):
        try:
            value = kind.read(text)
        except UnreadableError:
            continue
        assert kind.read(kind.show(value)) == value
    assert Field("").read(text) == text


def test_halves_of_characters_are_replaced_because_no_file_can_hold_them():
    assert Field("Texto").read("a\ud800b") == "a\ufffdb"


def test_a_text_of_more_than_a_million_letters_is_refused():
    assert "demasiado largo" in refusal(Field("Texto"), "a" * 1_000_001)


def test_years():
    assert Year("Año").read(" 2027 ") == "2027"
    assert Year("Año").read("2026 / 2027") == "2026-2027"
    assert Year("Año").read("2026–2027") == "2026-2027"
    assert Year("Año").read("") == ""
    for typed in ("27", "dos mil", "2027-28", "٢٠٢٧", "20270"):
        assert refusal(Year("Año"), typed) == "El año se escribe con números: 2027."


def test_months():
    assert Month("Mes").read(" 2027-01 ") == "2027-01"
    for typed in ("", "2027-13", "2027-00", "2027-1", "enero", "٢٠٢٧-01"):
        assert not is_month(typed)
        assert "2027-01" in refusal(Month("Mes"), typed)


def test_choices_are_read_by_value_or_word():
    assert PRIORITY.read("high") == PRIORITY.read("Alta") == "high"
    assert PRIORITY.read("") == ""
    assert PRIORITY.show("high") == "Alta"
    assert "Alta" in refusal(PRIORITY, "Urgente")


def test_flags_and_whole_numbers():
    assert [Flag("").read(typed) for typed in ("Sí", "si", "1", "NO", "0")] == [1, 1, 1, 0, 0]
    assert refusal(Flag(""), "quizá") == "Responda sí o no, en lugar de “quizá”."
    assert Whole("").read(" 12 ") == 12
    for typed in ("", "-1", "1.5", "1234567", "١٢"):
        assert "no es un número entero" in refusal(Whole(""), typed)
    assert Whole("", most=12).read("12") == 12
    assert refusal(Whole("", most=12), "13") == "Escriba un número de 0 a 12."


def test_exact_never_rounds():
    assert exact(Decimal("0.001"), 3) == 1
    assert exact(Decimal("1E+12"), 3) == 10**15
    assert exact(Decimal("1." + "0" * 50), 3) == 1000
    assert exact(Decimal("0E-99999"), 3) == 0
    for number in ("0.0001", "-1", "NaN", "Infinity", "1E-99999", "1E+99999"):
        with pytest.raises(UnreadableError):
            exact(Decimal(number), 3)


def test_quantities_and_money_are_shown_with_commas():
    assert show_quantity(None) == ""
    assert show_quantity(0) == "0"
    assert show_quantity(1_150_500) == "1,150.5"
    assert show_quantity(100_000) == "100"
    assert show_money(41_000, "$") == "$410.00"
    assert show_money(123_456_789, "S/", " ") == "S/ 1,234,567.89"
