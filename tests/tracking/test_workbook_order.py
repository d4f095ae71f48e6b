"""`poadesk import` with a workbook: exit status, report, and the file as it was after a refusal."""

import json
import os
from pathlib import Path

import pytest
from making_workbooks import (
    activity,
    billion_laughs,
    cell,
    truncated,
    with_far_cell,
    workbook,
    written,
    zip_bomb,
)

from poadesk.__main__ import main
from poadesk.planfile.plan_file import PlanFile

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
MONTHS = ("ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC")


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run an order inside a folder of its own; return status, output and refusal."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return run


def plans_in(path):
    with PlanFile.open(Path(path), read_only=True) as file:
        return file.read()


def steps_in(path):
    with PlanFile.open(Path(path)) as file:
        return file.journal.steps()


def test_a_good_workbook_makes_a_file_with_a_plan_for_each_unit(run):
    workbook(Path("libro.xlsx"))
    status, out, err = run("import", "nuevo.sqlite", "libro.xlsx")
    assert (status, err) == (0, "")
    assert out.strip() == (
        "El libro tiene 288 actividades de 43 unidades. Nuevas: 288. Cambiadas: 0. Sin cambios: 0."
    )
    assert len(plans_in("nuevo.sqlite")) == 43


def test_the_same_workbook_again_changes_nothing(run):
    workbook(Path("libro.xlsx"), units=3, activities=12)
    run("import", "plan.sqlite", "libro.xlsx")
    before = Path("plan.sqlite").read_bytes()
    status, out, _ = run("import", "plan.sqlite", "libro.xlsx")
    assert (status, out.count("Sin cambios: 12.")) == (0, 1)
    assert Path("plan.sqlite").read_bytes() == before
    assert steps_in("plan.sqlite") == []


def test_notes_are_told_and_the_plan_is_brought(run):
    written(Path("libro.xlsx"), [{**activity(0), "Prog ENE": "5"}])
    status, out, err = run("import", "plan.sqlite", "libro.xlsx")
    assert (status, err) == (1, "")
    assert out.startswith(f"Actividades!{cell('Prog ENE', 2)}: en “Prog ENE” hay números")
    assert len(plans_in("plan.sqlite")) == 1


@pytest.mark.parametrize("there_is_a_file", [False, True])
def test_problems_are_listed_by_cell_and_nothing_changes(run, there_is_a_file):
    workbook(Path("bueno.xlsx"), units=2, activities=4)
    if there_is_a_file:
        run("import", "plan.sqlite", "bueno.xlsx")
    before = {name: Path(name).read_bytes() for name in os.listdir()}
    written(
        Path("bueno.xlsx"),
        [{**activity(0), "Prog ENE": "doce"}, {**activity(1), "Ejec fin FEB": "#REF!"}],
    )
    before["bueno.xlsx"] = Path("bueno.xlsx").read_bytes()
    status, out, err = run("import", "plan.sqlite", "bueno.xlsx")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        f'Actividades!{cell("Prog ENE", 2)}: "doce" no es una cantidad.',
        f"Actividades!{cell('Ejec fin FEB', 3)}: la celda tiene un error (#REF!): corrija su "
        "fórmula.",
        "No se cambió nada: corrija estas celdas, o agregue --with-problems para traer lo demás.",
    ]
    assert {name: Path(name).read_bytes() for name in os.listdir()} == before


def test_a_person_may_bring_what_is_good_of_a_workbook_with_problems(run):
    written(Path("libro.xlsx"), [{**activity(0), "Prog ENE": "doce"}, activity(1)])
    status, out, err = run("import", "plan.sqlite", "libro.xlsx", "--with-problems")
    assert (status, err) == (1, "")
    assert '"doce" no es una cantidad' in out
    (plan,) = plans_in("plan.sqlite")
    january = next(plan.activities()).months[0]
    assert (january.month, january.planned_thousandths, january.budget_cents) == (
        "2022-01",
        None,
        10050,
    )


@pytest.mark.parametrize("make", [zip_bomb, billion_laughs, truncated, with_far_cell])
def test_harmful_workbooks_are_refused_and_the_file_stays_byte_for_byte(run, make):
    workbook(Path("bueno.xlsx"), units=2, activities=4)
    run("import", "plan.sqlite", "bueno.xlsx")
    before = Path("plan.sqlite").read_bytes()
    make(Path("malo.xlsx"))
    for target in ("plan.sqlite", "otro.sqlite"):
        status, out, err = run("import", target, "malo.xlsx")
        assert (status, out) == (2, "")
        assert err.strip().endswith(".")
    assert Path("plan.sqlite").read_bytes() == before
    assert not Path("otro.sqlite").exists()


def test_a_file_that_cannot_be_made_leaves_nothing(run):
    workbook(Path("libro.xlsx"), units=1, activities=1)
    status, _, err = run("import", "no-hay/plan.sqlite", "libro.xlsx")
    assert status == 2
    assert err.count("\n") == 1
    assert os.listdir() == ["libro.xlsx"]


def test_a_source_of_another_kind_is_refused_in_one_sentence(run):
    Path("libro.csv").write_text("x")
    status, out, err = run("import", "plan.sqlite", "libro.csv")
    assert (status, out) == (2, "")
    assert (
        err
        == "“libro.csv” no sirve para esto: elija un libro de actividades .xlsx o un plan .json.\n"
    )


def seed(name):
    if not (SEEDS / name).exists():
        pytest.skip(f"{name} is not beside this repository")
    return json.loads((SEEDS / name).read_text(encoding="utf-8"))


def row_of_the_execution(row):
    planned = dict(zip((f"Prog {month}" for month in MONTHS), row["programado"], strict=True))
    done = zip((f"Ejec {month}" for month in MONTHS), row["ejecutado"], strict=False)
    return {
        "Unidad": row["unidad_organica"],
        "Actividad": row["actividad_poi"],
        "Categoría": row["actividad_mef"],
        "Unidad de medida": row["unidad_medida"],
        "Meta anual": row["meta"],
        **planned,
        **dict(done),
    }


def test_every_figure_of_the_published_execution_arrives(run):
    rows = seed("poi_sat_lima_2022.json")["activities"]
    written(Path("sat.xlsx"), map(row_of_the_execution, rows))
    assert run("import", "sat.sqlite", "sat.xlsx")[0] == 0
    found = {
        (plan.unit, one.text): one for plan in plans_in("sat.sqlite") for one in plan.activities()
    }
    assert len(found) == len(rows)
    for row in rows:
        one = found[row["unidad_organica"], row["actividad_poi"]]
        months = {record.month: record for record in one.months}
        for at in range(12):
            record = months.get(f"2022-{at + 1:02d}")
            done = row["ejecutado"][at] if at < len(row["ejecutado"]) else None
            assert (record and record.planned_thousandths) == thousandths(row["programado"][at])
            assert (record and record.done_thousandths) == thousandths(done)
        assert one.annual_target_thousandths == thousandths(row["meta"])
        assert (one.category, one.unit_of_measure) == (row["actividad_mef"], row["unidad_medida"])


def thousandths(value):
    return None if value is None else value * 1000


def row_of_the_tracking(row, actions, objectives):
    kinds = {
        "Prog": ("fisico", "prog"),
        "Ejec": ("fisico", "ejec"),
        "Prog fin": ("financiero", "prog"),
        "Ejec fin": ("financiero", "ejec"),
    }
    figures = {
        f"{family} {month}": value
        for family, (block, name) in kinds.items()
        for month, value in zip(MONTHS, row[block][name] or (), strict=False)
    }
    return {
        "Unidad": "Municipalidad",
        "Código objetivo": row["oei"],
        "Objetivo": objectives[row["oei"]],
        "Código acción": row["aei"],
        "Acción": actions[row["aei"]],
        "Código actividad": row["code"],
        "Actividad": row["name"],
        "Centro de costo": row["centro_costo"],
        "Prioridad": row["prioridad"],
        "Unidad de medida": row["unidad_medida"],
        "Tipo de agregación": row["tipo_agregacion"],
        **figures,
    }


def test_every_figure_of_the_published_tracking_arrives(run):
    report = seed("seguimiento_la_victoria_2023.json")
    names = [{one["code"]: one["name"] for one in report[part]} for part in ("aei", "oei")]
    written(Path("v.xlsx"), [row_of_the_tracking(row, *names) for row in report["ao"]])
    status, _, err = run("import", "v.sqlite", "v.xlsx")
    assert (status, err) == (0, "")
    (plan,) = plans_in("v.sqlite")
    assert [(one.code, one.text) for one in plan.objectives] == list(names[1].items())
    assert len(list(plan.goals())) == len(report["aei"])
    found = {one.code: one for one in plan.activities()}
    for row in report["ao"]:
        months = {record.month: record for record in found[row["code"]].months}
        for at in range(6):
            record = months[f"2022-{at + 1:02d}"]
            physical, money = row["fisico"], row["financiero"]
            assert record.planned_thousandths == scaled(physical["prog"], at, 1000)
            assert record.done_thousandths == scaled(physical["ejec"], at, 1000)
            assert record.budget_cents == scaled(money["prog"], at, 100)
            assert record.spent_cents == scaled(money["ejec"], at, 100)


def scaled(values, at, by):
    return None if not values or values[at] is None else round(values[at] * by)
