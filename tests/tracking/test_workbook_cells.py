"""What each cell of a workbook may hold, and what is said of the others."""

from datetime import date, datetime

import pytest
from making_workbooks import (
    PLAN,
    activity,
    cell,
    sheet_part,
    with_shared_text,
    with_text,
    written,
)
from reading_workbooks import one_row, only_activity, said

from poadesk.plan.model import Activity


@pytest.fixture
def path(tmp_path):
    return tmp_path / "libro.xlsx"


def month(found: Activity, name: str):
    return next((one for one in found.months if one.month == name), None)


def with_own_text(source, target, said, own):
    return with_text(source, target, sheet_part(source), f"<t>{said}</t>", own)


def test_the_cells_of_an_activity_arrive_exactly(path):
    found = only_activity(one_row(path, Prog_ENE=2.5, Ejec_ENE=0, Prog_fin_ENE=1234.56))
    january = month(found, "2022-01")
    assert (january.planned_thousandths, january.done_thousandths) == (2500, 0)
    assert (january.budget_cents, january.spent_cents) == (123456, 0)
    assert (found.code, found.priority, found.aggregation) == ("AO00001", "very_high", "annual")
    assert found.annual_target_thousandths == 12000


def test_an_empty_cell_is_not_recorded_and_zero_is(path):
    found = only_activity(one_row(path, Ejec_ENE=None, Ejec_FEB=0))
    assert month(found, "2022-01").done_thousandths is None
    assert month(found, "2022-02").done_thousandths == 0


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("doce", '"doce" no es una cantidad.'),
        ("12 o 13", '"12 o 13" no es una cantidad.'),
        ("-", '"-" no es una cantidad.'),
        (True, '"VERDADERO" no es una cantidad.'),
        (-3, '"-3" no es una cantidad: una cantidad no puede ser menor que cero.'),
        (1e13, '"10000000000000" no es una cantidad: este número es demasiado grande.'),
        (100 / 3, '"33.3333333333333" no es una cantidad: use como máximo 3 decimales.'),
        (datetime(2022, 5, 3), "hay una fecha (03/05/2022) y no una cantidad."),
        (date(2022, 1, 1), "hay una fecha (01/01/2022) y no una cantidad."),
        ("#REF!", "la celda tiene un error (#REF!): corrija su fórmula."),
        ("#N/A", "la celda tiene un error (#N/A): corrija su fórmula."),
        ("=B2*2", "la fórmula no tiene guardado su resultado"),
    ],
)
def test_what_is_no_quantity_is_said_at_its_cell(path, value, sentence):
    (problem,) = said(one_row(path, Prog_MAR=value))
    assert problem.startswith(f"Actividades!{cell('Prog MAR', 2)}: {sentence}")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("mucho", '"mucho" no es un monto.'),
        (10.005, '"10.005" no es un monto: use como máximo 2 decimales.'),
        (-1, '"-1" no es un monto: una cantidad no puede ser menor que cero.'),
    ],
)
def test_what_is_no_amount_is_said_at_its_cell(path, value, sentence):
    assert said(one_row(path, Ejec_fin_JUN=value)) == [
        f"Actividades!{cell('Ejec fin JUN', 2)}: {sentence}"
    ]


@pytest.mark.parametrize(
    ("stored", "thousandths"),
    [
        (0.1 + 0.2, 300),
        (1.1 * 3, 3300),
        (1e3, 1_000_000),
        (0.001, 1),
        (12.30, 12300),
        (10**12, 10**15),
    ],
)
def test_a_stored_number_counts_as_it_is_shown(path, stored, thousandths):
    found = only_activity(one_row(path, Prog_ABR=stored))
    assert month(found, "2022-04").planned_thousandths == thousandths


def test_a_number_written_as_text_is_read_and_said_once_for_its_column(path):
    rows = [{**activity(n), "Prog ENE": "1,200"} for n in range(3)]
    written(path, rows)
    assert said(path) == []
    assert said(path, "note") == [
        f"Actividades!{cell('Prog ENE', 2)}: en “Prog ENE” hay números guardados como texto "
        "(esta y 2 más): se leyeron."
    ]


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [("0,500", 500), ("1.150,5", 1_150_500), ("1,150.5", 1_150_500), ("2,5", 2500)],
)
def test_a_number_written_as_text_is_read_as_where_it_is_typed(path, text, thousandths):
    found = only_activity(one_row(path, Prog_ENE=text))
    assert month(found, "2022-01").planned_thousandths == thousandths


def test_an_x_marks_a_month_only_where_there_is_no_unit_of_measure(path):
    found = only_activity(one_row(path, Prog_ENE="X", Unidad_de_medida=None))
    assert month(found, "2022-01").planned_thousandths == 1000
    assert said(one_row(path, Prog_ENE="X")) == [
        f'Actividades!{cell("Prog ENE", 2)}: "X" no es una cantidad.'
    ]


def test_a_formula_is_read_as_the_value_that_was_stored_with_it(path, tmp_path):
    source = one_row(path, Prog_ENE="=3+4")
    stored = with_text(
        source,
        tmp_path / "calculado.xlsx",
        sheet_part(source),
        "<f>3+4</f><v />",
        "<f>3+4</f><v>7</v>",
    )
    assert month(only_activity(stored), "2022-01").planned_thousandths == 7000


@pytest.mark.parametrize("stored", ["A", "nan", "inf", "1e999", "--1"])
def test_a_stored_number_that_is_none_is_said(path, tmp_path, stored):
    source = one_row(path, Prog_ENE=9.5)
    odd = with_text(source, tmp_path / "o.xlsx", sheet_part(source), ">9.5<", f">{stored}<")
    (problem,) = said(odd)
    assert problem.startswith(f"Actividades!{cell('Prog ENE', 2)}: ")


@pytest.mark.parametrize("word", ["muy alta", "MUY ALTA", "Múy  Alta", "very_high"])
def test_words_of_a_list_need_neither_accents_nor_capitals(path, word):
    assert only_activity(one_row(path, Prioridad=word)).priority == "very_high"


def test_a_word_that_is_not_of_the_list_is_said_with_those_that_are(path):
    assert said(one_row(path, Prioridad="Urgente", Tipo_de_agregación="A veces")) == [
        f'Actividades!{cell("Prioridad", 2)}: "Urgente" no es una de las opciones: '
        "Muy Alta, Alta, Media, Baja.",
        f'Actividades!{cell("Tipo de agregación", 2)}: "A veces" no es una de las opciones: '
        "Acumulado Anual, Acumulado Mensual, No Acumulado.",
    ]


def test_a_code_that_the_spreadsheet_made_a_date_is_said(path):
    problems = said(one_row(path, Código_actividad=date(2022, 1, 1)))
    assert problems == [
        f"Actividades!{cell('Código actividad', 2)}: hay una fecha (01/01/2022) donde va un "
        "texto: dele a la celda formato de texto."
    ]


def test_a_code_stored_as_a_number_is_written_as_it_is_shown(path):
    assert only_activity(one_row(path, Código_actividad=7.0)).code == "7"
    assert only_activity(one_row(path, Código_actividad=1.2)).code == "1.2"


@pytest.mark.parametrize("put", [with_own_text, with_shared_text])
@pytest.mark.parametrize(("letters", "fits"), [(32_767, True), (32_768, False), (40_000, False)])
def test_a_text_longer_than_a_cell_can_be_is_said(path, tmp_path, put, letters, fits):
    source = one_row(path, Actividad="Barrer la plaza nueva")
    long = put(source, tmp_path / "largo.xlsx", "Barrer la plaza nueva", f"<t>{'b' * letters}</t>")
    told = (
        f"Actividades!{cell('Actividad', 2)}: el texto tiene más de 32,767 letras, que no caben "
        "en una celda: acórtelo."
    )
    assert said(long) == ([] if fits else [told])


def test_spaces_and_control_characters_of_spreadsheets_are_left_out(path):
    found = only_activity(
        one_row(path, Actividad="  Barrer _x000D_ la\tplaza ", Categoría="Uno\nDos")
    )
    assert (found.text, found.category) == ("Barrer\nla plaza", "Uno Dos")


@pytest.mark.parametrize(
    "value",
    [
        "2022-07",
        "2022-7",
        "07/2022",
        "1/7/2022",
        "julio 2022",
        "Julio de 2022",
        "JUL-2022",
        "julio",
        7,
        date(2022, 7, 1),
    ],
)
def test_the_first_month_is_read_in_the_ways_people_write_it(path, value):
    written(path, [activity(0)], plan={**PLAN, "Primer mes": value})
    assert said(path) == []
    assert [one.month for one in only_activity(path).months][:2] == ["2022-07", "2022-08"]


def test_the_first_month_may_be_a_date_counted_from_1904(path, tmp_path):
    def from_1904(sheet):
        sheet.parent.epoch = datetime(1904, 1, 1)

    written(path, [activity(0)], plan={**PLAN, "Primer mes": date(2022, 1, 1)}, change=from_1904)
    assert said(path) == []


@pytest.mark.parametrize("value", ["pronto", "13/2022", "2022", "0", "#REF!"])
def test_a_first_month_that_is_none_is_said(path, value):
    written(path, [activity(0)], plan={**PLAN, "Primer mes": value})
    (problem,) = said(path)
    assert problem.startswith("Plan!B4: ")


def with_iso_date(source, target, said, stored):
    """Copy a workbook with the month `said` of the sheet Plan stored as a date in words."""
    own = f't="inlineStr"><is><t>{said}</t></is>'
    return with_text(source, target, "xl/worksheets/sheet1.xml", own, f't="d"><v>{stored}</v>')


@pytest.mark.parametrize(
    "stored",
    [
        "2022-07-15",
        "2022-07-15T00:00:00",
        "2022-07-15T23:59:59.999",
        "2022-07-15T00:00:00Z",
        " 2022-07-15 ",
    ],
)
def test_the_first_month_may_be_a_date_as_strict_workbooks_write_it(path, tmp_path, stored):
    source = written(path, [activity(0)], plan={**PLAN, "Primer mes": "2022-01"})
    dated = with_iso_date(source, tmp_path / "o.xlsx", "2022-01", stored)
    assert said(dated) == []
    assert only_activity(dated).months[0].month == "2022-07"


@pytest.mark.parametrize("stored", ["hola", "2022-13-01", "2022-00", "2022", "T12:00:00", "0"])
def test_a_date_that_is_none_is_said(path, tmp_path, stored):
    source = written(path, [activity(0)], plan={**PLAN, "Año": "AQUÍ", "Primer mes": "2022-01"})
    both = with_iso_date(source, tmp_path / "1.xlsx", "2022-01", stored)
    both = with_iso_date(both, tmp_path / "2.xlsx", "AQUÍ", stored)
    why = f"la celda tiene un error ({stored}): corrija su fórmula."
    assert said(both) == [f"Plan!B3: {why}", f"Plan!B4: {why}"]
