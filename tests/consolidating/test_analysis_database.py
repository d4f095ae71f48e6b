"""`poadesk export -o X.db`: the same flat tables as one database for any reader of SQLite."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from follow_up_plans import action, followed, followed_plan
from office_plans import UNITS, kit, office

from poadesk.cli import run
from poadesk.plan.analysis import cells
from poadesk.plan.analysis.tables import TABLES
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan

HOSTILE = "=2+2", "'ya con apóstrofo", "Robert'); DROP TABLE metas;--", "línea\nlínea"


def hostile_plan():
    rows = (followed([1.5, 0.001], [0], [10.25], text=text) for text in HOSTILE)
    return followed_plan(action(*rows, text="@SUMA(A1)"), unit="Cobros")


@pytest.fixture(params=[lambda: [with_follow_up(example_plan())], lambda: office(UNITS[:3])])
def file(request, tmp_path) -> Path:
    return written(tmp_path / "Consolidado.sqlite", request.param())


def written(path: Path, plans) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with(plans)
    return path


def as_in_a_cell(kind: str, value) -> str:
    """Write a value of the database as the CSV has it."""
    if value is None:
        return ""
    if kind == cells.FLAG:
        return "true" if value else "false"
    if kind == cells.MONEY:
        return f"{value:.2f}"
    if kind in (cells.QUANTITY, cells.PERCENT):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return cells.harmless(str(value))


def rows_in(database: Path, table) -> list[list[str]]:
    kinds = [column.kind for column in table.columns]
    with closing(sqlite3.connect(database)) as db:
        found = db.execute(f'SELECT * FROM "{table.name}"').fetchall()
    return [[as_in_a_cell(*pair) for pair in zip(kinds, row, strict=True)] for row in found]


def test_every_table_has_the_rows_of_its_csv(file, tmp_path):
    assert run(["export", str(file), "-o", str(tmp_path / "tablas")]) == 0
    assert run(["export", str(file), "-o", str(tmp_path / "tablas.db")]) == 0
    for table in TABLES:
        with (tmp_path / "tablas" / f"{table.name}.csv").open(encoding="utf-8", newline="") as text:
            headings, *expected = csv.reader(text)
        assert [column.name for column in table.columns] == headings
        assert rows_in(tmp_path / "tablas.db", table) == expected


def test_numbers_are_numbers_and_texts_are_as_they_were_written(tmp_path):
    plan = written(tmp_path / "a.sqlite", [hostile_plan()])
    assert run(["export", str(plan), "-o", str(tmp_path / "a.db")]) == 0
    with closing(sqlite3.connect(tmp_path / "a.db")) as db:
        texts = db.execute("SELECT actividad FROM actividades").fetchall()
        assert sorted(text for (text,) in texts) == sorted(HOSTILE)
        first = "SELECT programado, ejecutado, presupuesto FROM meses ORDER BY rowid LIMIT 2"
        assert db.execute(first).fetchall() == [(1.5, 0, 10.25), (0.001, None, None)]
        meaning = "SELECT significado FROM diccionario WHERE tabla = 'meses' AND columna = ''"
        assert "Una fila por mes" in db.execute(meaning).fetchone()[0]


def test_the_tables_are_joined_by_an_index(file, tmp_path):
    assert run(["export", str(file), "-o", str(tmp_path / "a.db")]) == 0
    asked = (
        "EXPLAIN QUERY PLAN SELECT sum(m.programado) FROM actividades a "
        "JOIN meses m ON m.actividad_id = a.id WHERE a.id = 'x'"
    )
    with closing(sqlite3.connect(tmp_path / "a.db")) as db:
        steps = [row[3] for row in db.execute(asked)]
    assert all("USING" in step and "INDEX" in step for step in steps), steps


def test_the_database_is_no_plan_and_is_written_anew_by_another_export(file, tmp_path, capsys):
    tables = tmp_path / "a.db"
    assert run(["export", str(file), "-o", str(tables)]) == 0
    assert run(["check", str(tables)]) == 2
    assert "no es un plan" in capsys.readouterr().err
    other = written(tmp_path / "otro.sqlite", [hostile_plan()])
    assert run(["export", str(other), "-o", str(tables)]) == 0
    with closing(sqlite3.connect(tables)) as db:
        assert db.execute("SELECT unidad FROM unidades").fetchall() == [("Cobros",)]


def refused(file, target, capsys) -> str:
    """Export over a file and return why it is refused; the file stays as it is."""
    before = target.read_bytes()
    assert run(["export", str(file), "-o", str(target)]) == 2
    assert target.read_bytes() == before
    return capsys.readouterr().err


def test_the_database_never_takes_the_place_of_a_plan(file, tmp_path, capsys):
    plan = written(tmp_path / "plan.db", [example_plan()])
    assert "es un plan" in refused(file, plan, capsys)
    with PlanFile.open(plan) as opened, opened.step("Escribir") as step:
        step.put("plan", opened.read()[0].id, unit="Otra")
        assert "es un plan" in refused(file, plan, capsys)
    with closing(sqlite3.connect(plan)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE plan SET unit = 'En otra parte del archivo'")
        db.commit()
        assert "es un plan" in refused(file, plan, capsys)
    beginning = tmp_path / "mitad.db"
    beginning.write_bytes(plan.read_bytes()[:60])
    assert "es un plan" in refused(file, beginning, capsys)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_database_that_is_being_written_is_not_replaced(file, tmp_path, capsys, mode):
    other = tmp_path / "a.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute(f"PRAGMA journal_mode = {mode}")
        db.execute("CREATE TABLE cuentas (texto TEXT)")
        db.execute("INSERT INTO cuentas VALUES ('a')")
        assert "otro programa" in refused(file, other, capsys)


def test_nothing_is_left_where_there_is_no_plan_of_a_unit(tmp_path, capsys):
    material = written(tmp_path / "a.sqlite", [kit(UNITS)])
    assert run(["export", str(material), "-o", str(tmp_path / "a.db")]) == 2
    assert "todavía no tiene el plan de ninguna unidad" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.sqlite"]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, small_disk, capsys):
    plan = written(tmp_path / "a.sqlite", office(UNITS))
    filler = small_disk / "lleno"
    filler.write_bytes(b"0" * 900_000)
    assert run(["export", str(plan), "-o", str(small_disk / "a.db")]) == 2
    assert "revise que" in capsys.readouterr().err
    assert [path.name for path in small_disk.iterdir()] == ["lleno"]
