"""The sheets of a workbook: headings, months, units, repeated, merged and hidden cells."""

from datetime import datetime

import pytest
from making_workbooks import (
    HEADINGS,
    PLAN,
    activity,
    cell,
    with_far_cell,
    with_shared_text,
    written,
)
from reading_workbooks import one_row, only_activity, plans_of, said

from poadesk.plan.beginning import empty_plan

ROWS = [activity(n, n % 2) for n in range(4)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "libro.xlsx"


def without(*names):
    return tuple(heading for heading in HEADINGS if heading not in names)


def renamed(old, new):
    """Return the headings with one of them written differently, and the row of that writing."""
    return tuple(new if heading == old else heading for heading in HEADINGS)


@pytest.mark.parametrize(
    ("heading", "written_as"),
    [
        ("Código objetivo", "CODIGO  OBJETIVO"),
        ("Prog ENE", "prog. ene"),
        ("Prog ENE", "Programado enero"),
        ("Ejec SEP", "EJEC SET"),
        ("Ejec fin SEP", "Ejecutado financiero setiembre"),
        ("Prog fin DIC", "Prog Fin Diciembre"),
    ],
)
def test_accents_case_spaces_and_points_of_headings_do_not_matter(path, heading, written_as):
    row = {**activity(0, months_done=12), written_as: activity(0, months_done=12)[heading]}
    plain = only_activity(written(path, [row]))
    other = only_activity(written(path, [row], renamed(heading, written_as)))
    assert [(m.month, m.done_thousandths, m.spent_cents) for m in other.months] == [
        (m.month, m.done_thousandths, m.spent_cents) for m in plain.months
    ]
    assert said(path) == said(path, "note") == []


def test_missing_columns_mean_empty(path):
    found = plans_of(
        written(
            path,
            ROWS,
            without("Código objetivo", "Objetivo", "Código acción", "Acción", "Meta anual"),
        )
    )
    assert [[one.text for one in plan.objectives] for plan in found] == [[""], [""]]
    assert said(path) == said(path, "note") == []


def test_all_missing_headings_are_named_at_once(path):
    (problem,) = said(written(path, ROWS, without("Código actividad", "Actividad", "Prioridad")))
    assert problem == (
        "Actividades!A1: en la primera fila faltan los encabezados “Código actividad”, "
        "“Actividad”, “Prioridad”."
    )


def test_headings_below_a_title_are_said_at_their_row(path):
    def with_title(sheet):
        sheet.insert_rows(1, 2)
        sheet["A1"] = "MUNICIPALIDAD"
        sheet["A2"] = "Plan operativo"

    (problem,) = said(written(path, ROWS, change=with_title))
    assert problem.startswith("Actividades!A3: los encabezados están en esta fila")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Prog MAR", "Prgo MAR"),
        ("Unidad de medida", "Unidad de medid"),
        ("Prog fin ENE", "Prog fin ENE 2022"),
    ],
)
def test_a_misspelled_heading_is_an_error_with_the_nearest_one(path, old, new):
    problems = said(written(path, ROWS, renamed(old, new)))
    at = cell(old, 1)
    assert (
        f"Actividades!{at}: el encabezado “{new}” no se conoce: ¿quiso decir “{old}”?" in problems
    )


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        (datetime(2022, 1, 1), "hay una fecha (01/01/2022) donde va un texto"),
        ("#REF!", "la celda tiene un error (#REF!)"),
        ('="Prog ENE"', "la fórmula no tiene guardado su resultado"),
        ("Enero", "“Enero” no dice de qué es: escriba “Prog ENE”, “Ejec ENE”"),
    ],
)
def test_a_heading_that_does_not_say_what_its_column_holds_is_said(path, heading, reason):
    def spoil(sheet):
        sheet[cell("Prog ENE", 1)] = heading

    (problem,) = said(written(path, ROWS, change=spoil))
    assert problem.startswith(f"Actividades!{cell('Prog ENE', 1)}: {reason}")


def test_a_column_of_the_office_itself_is_only_a_note(path):
    written(path, ROWS, (*HEADINGS, "Observaciones", "Prog TOTAL"))
    assert said(path) == []
    assert said(path, "note") == [
        "Actividades!BJ1: el encabezado “Observaciones” no se conoce: esa columna no se trae.",
        "Actividades!BK1: el encabezado “Prog TOTAL” no se conoce: esa columna no se trae.",
    ]


def test_a_heading_that_comes_twice_is_said(path):
    assert said(written(path, ROWS, (*HEADINGS, "prog ene"))) == [
        f"Actividades!BJ1: el encabezado “Prog ENE” ya está en {cell('Prog ENE', 1)}: "
        "deje una sola columna."
    ]


def test_a_month_missing_between_others_is_said_and_last_ones_are_not(path):
    assert said(written(path, ROWS, without("Ejec MAR", "Ejec ABR", "Ejec DIC"))) == [
        "Actividades!AB1: antes de esta columna faltan los encabezados “Ejec MAR”, “Ejec ABR”."
    ]


def test_something_in_a_column_without_heading_is_a_note(path):
    written(path, ROWS, change=lambda sheet: sheet.cell(3, 70, "apunte"))
    assert said(path, "note") == [
        "Actividades!BR3: hay algo en una columna sin encabezado: no se trae."
    ]


def test_the_months_follow_the_plan_that_begins_in_july(path):
    row = {**activity(0), "Prog ENE": 1, "Prog JUL": 7}
    written(path, [row], plan={**PLAN, "Primer mes": "2022-07", "Año": "2022-2023"})
    months = {one.month: one.planned_thousandths for one in only_activity(path).months}
    assert (months["2022-07"], months["2023-01"]) == (7000, 1000)
    assert said(path) == []
    assert said(path, "note")[0] == (
        f"Actividades!{cell('Prog ENE', 1)}: “Prog ENE” a “Prog JUN” se leyó como 2023, porque "
        "el plan empieza en julio de 2022."
    )


def test_the_sheet_of_the_plan_is_needed_for_a_new_file(path):
    (problem,) = said(written(path, ROWS, plan=None))
    assert problem.startswith("Plan: falta esta hoja")
    assert said(path, stored=(empty_plan("poi", "2022-01"),)) == []


def test_what_the_sheet_of_the_plan_does_not_say_is_told_as_it_was_taken(path):
    written(path, ROWS, plan={"Año": 2023})
    assert said(path) == []
    assert said(path, "note") == ["Plan: no dice el “Primer mes”: se tomó enero."]
    assert {plan.profile for plan in plans_of(path)} == {"poi"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"Perfil": "PEI"}, 'Plan!B5: "PEI" no es una de las opciones: POA municipal, POI.'),
        ({"Año": "dos mil"}, "Plan!B3: El año se escribe con números: 2027."),
        (
            {"Año": 2031},
            "Plan!B3: el año es 2031, pero el plan empieza en 2022-01: corrija uno de los dos.",
        ),
        ({"Entidda": "X"}, None),
        ({"primer  MES": "2022-02"}, "Plan!A6: “primer  MES” está dos veces: deje una sola."),
    ],
)
def test_what_the_sheet_of_the_plan_says_wrong_is_said(path, change, problem):
    problems = said(written(path, ROWS, plan={**PLAN, **change}))
    assert problems == ([problem] if problem else [])


def test_an_unknown_key_of_the_plan_is_an_error_only_if_a_known_one_is_meant(path):
    plan = {"Entidda": "X", **{key: PLAN[key] for key in PLAN if key != "Entidad"}, "Alcalde": "Y"}
    written(path, ROWS, plan=plan)
    assert said(path) == ["Plan!A1: “Entidda” no se conoce: ¿quiso decir “Entidad”?"]
    assert said(path, "note") == ["Plan!A6: “Alcalde” no se conoce y no se trae."]


def test_wrong_sheet_names_are_said_with_those_there_are(path):
    def misnamed(sheet):
        sheet.title = "Hoja1"

    assert said(written(path, ROWS, change=misnamed)) == [
        "Actividades: falta esta hoja; las que tiene el libro son: “Plan”, “Hoja1”."
    ]


def test_names_of_sheets_need_neither_accents_nor_capitals(path):
    def shouted(sheet):
        sheet.title = " ACTIVIDADES"

    assert said(written(path, ROWS, change=shouted)) == []


@pytest.mark.parametrize("rows", [0, 1])
def test_an_empty_workbook_is_said(path, rows):
    problems = said(written(path, [], HEADINGS if rows else ()))
    assert len(problems) == 1
    assert problems[0].startswith("Actividades")


def test_the_same_activity_twice_in_a_unit_is_said_at_the_second(path):
    rows = [
        activity(0, 0),
        activity(1, 0),
        activity(0, 1),
        {**activity(2, 0), "Código actividad": "ao00001"},
    ]
    assert said(written(path, rows)) == [
        f"Actividades!{cell('Código actividad', 5)}: la actividad “ao00001” ya está en la fila 2 "
        "con la misma unidad."
    ]


def test_without_codes_the_text_tells_activities_apart(path):
    rows = [
        {**activity(n, 0), "Código actividad": None, "Actividad": text}
        for n, text in enumerate(["Podar árboles", "PODAR  ARBOLES", "Podar setos"])
    ]
    (problem,) = said(written(path, rows))
    assert problem.startswith(
        f"Actividades!{cell('Actividad', 3)}: la actividad “PODAR ARBOLES” ya"
    )


def test_the_same_text_in_two_goals_is_two_activities_unless_a_row_names_no_goal(path):
    texts = {"Código actividad": None, "Actividad": "Podar setos"}
    goals = ({"Acción": "Parques", "Código acción": None}, {"Acción": "Calles"})
    rows = [{**activity(n, 0), **texts, **goal} for n, goal in enumerate(goals)]
    assert said(written(path, rows)) == []
    rows.append({**activity(2, 0), **texts, "Código acción": None, "Acción": None})
    (problem,) = said(written(path, rows))
    assert "“Podar setos” ya está en la fila 2" in problem


def test_a_row_without_its_activity_or_its_unit_is_said(path):
    rows = [activity(0), {"Unidad": "Oficina 1", "Prog ENE": 3}, {**activity(1), "Unidad": None}]
    assert said(written(path, rows)) == [
        f"Actividades!{cell('Actividad', 3)}: falta la actividad: escriba su nombre o su código.",
        f"Actividades!{cell('Unidad', 4)}: falta la unidad.",
    ]


def test_units_that_differ_in_accents_or_case_stay_apart_and_are_noted(path):
    rows = [
        {**activity(n), "Unidad": unit} for n, unit in enumerate(["Gestión Vial", "GESTION VIAL"])
    ]
    assert [plan.unit for plan in plans_of(written(path, rows))] == ["Gestión Vial", "GESTION VIAL"]
    (note,) = said(path, "note")
    assert note.startswith(
        f"Actividades!{cell('Unidad', 3)}: “Gestión Vial” y “GESTION VIAL” se parecen"
    )


def test_units_that_differ_only_in_spaces_are_one_and_that_is_noted(path):
    rows = [
        {**activity(n), "Unidad": unit} for n, unit in enumerate(["Gestión Vial", "Gestión  Vial "])
    ]
    assert [plan.unit for plan in plans_of(written(path, rows))] == ["Gestión Vial"]
    (note,) = said(path, "note")
    assert "distintos espacios" in note


def test_merged_cells_over_activities_are_said_and_their_rows_left_out(path):
    written(path, ROWS, change=lambda sheet: sheet.merge_cells("A2:A4"))
    (problem,) = said(path)
    assert problem.startswith("Actividades!A2: las celdas A2:A4 están combinadas")
    assert [len(list(plan.activities())) for plan in plans_of(path)] == [1]


def test_merged_headings_are_said_and_merged_cells_outside_are_not(path):
    def merge(sheet):
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("A40:C41")
        sheet.merge_cells("CA2:CB3")

    problems = said(written(path, ROWS, change=merge))
    assert [problem for problem in problems if "combinadas" in problem] == [
        "Actividades!A1: las celdas A1:B1 están combinadas: sepárelas y escriba en cada fila lo "
        "que le toca."
    ]


def test_hidden_rows_columns_and_sheets_are_read_and_said(path):
    def hide(sheet):
        for row in (2, 3, 5):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.sheet_state = "hidden"

    written(path, ROWS, change=hide)
    assert sum(len(list(plan.activities())) for plan in plans_of(path)) == 4
    assert said(path, "note") == [
        "Actividades: la hoja estaba oculta: se leyó como las demás.",
        "Actividades!B1: la columna “Código objetivo” estaba oculta: se leyó como las demás.",
        "Actividades!A2: estaban ocultas las filas 2 a 3, 5: se leyeron como las demás.",
    ]


def test_a_cell_far_away_is_said_and_not_waited_for(path):
    with_far_cell(path)
    assert path.stat().st_size < 12_000
    (problem,) = said(path)
    assert problem.startswith("Actividades!XFD1048576: esta celda está fuera de las 50,000 filas")


def test_an_objective_whose_code_comes_with_two_texts_keeps_the_first(path):
    rows = [activity(0), {**activity(1), "Objetivo": "Otra cosa"}]
    (plan,) = plans_of(written(path, rows))
    assert [one.text for one in plan.objectives] == [activity(0)["Objetivo"]]
    (note,) = said(path, "note")
    assert note.startswith(
        f"Actividades!{cell('Objetivo', 3)}: “OEI.01” tiene otro texto en la fila 2"
    )


def test_texts_shared_between_cells_are_put_together_from_their_pieces(path, tmp_path):
    source = one_row(path, Actividad="MARCA")
    pieces = "<r><t>Podar </t></r><r><t>los setos</t></r><rPh><t>pronunciación</t></rPh>"
    shared = with_shared_text(source, tmp_path / "compartido.xlsx", "MARCA", pieces)
    assert only_activity(shared).text == "Podar los setos"


def test_of_very_many_problems_the_first_are_listed_and_the_others_counted(path):
    rows = [{**activity(n), "Prog ENE": "x y"} for n in range(1005)]
    problems = said(written(path, rows))
    assert len(problems) == 1001
    assert problems[-1] == "Hay 5 avisos más: corrija estos y vuelva a traer el libro."
