"""`poadesk export` for analysis: DuckDB reads the tables and finds the figures of the reports."""

from __future__ import annotations

import csv
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest
from follow_up_plans import action, followed, followed_plan
from office_plans import UNITS, kit, office, renamed

from poadesk.cli import run
from poadesk.consolidating.analysis.archive import export
from poadesk.consolidating.analysis.folder import NAMES
from poadesk.plan.analysis.cells import as_written
from poadesk.plan.model import CatalogueItem, Plan, Resource, WeekMark
from poadesk.plan.reports.evaluation import evaluation
from poadesk.plan.reports.execution import execution
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.tracking import tracking
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan

UNTIL, TODAY = "2027-06", date(2027, 8, 15)


def the_example() -> tuple[Plan, ...]:
    return (with_follow_up(example_plan()),)


def two_units() -> tuple[Plan, ...]:
    """Two areas of one action, with every kind of accumulation and what enters no figure."""
    monthly, none = {"aggregation": "monthly"}, {"aggregation": "none"}
    first = followed_plan(
        action(
            followed([10, 20.5, 0.001], [8, 21, 3], [5, 5], [4.5, 0.01], code="A.1"),
            followed([1, 2, 3, 0, 5, 0], [1, 2, 0, 4, 2, 0], spent=[7], **monthly),
            followed([0, 3, 3], [0, 1, 9], **none),
            followed([5], [5], spent=[99], active=0),
        ),
        action(followed({12: 4}, [0, 0, 0, 0, 0, 0], spent=[2.5]), code="AEI.01.02"),
        unit="Cobros",
        recorded_months="planned",
    )
    second = followed_plan(
        action(followed([4, 4], [4]), followed({6: 7}, {1: 50, 6: 2}), followed({}, [3])),
        action(followed({1: 3}, {1: 12})),
        unit="Mercados",
        position=1,
        first_month="2027-03",
    )
    return first, second


@pytest.fixture(params=[the_example, two_units])
def plans(request) -> tuple[Plan, ...]:
    return request.param()


@pytest.fixture
def file(plans, tmp_path) -> Path:
    return written(tmp_path / "Consolidado.sqlite", plans)


def written(path: Path, plans) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with(plans)
    return path


@pytest.fixture
def loaded(file, tmp_path, monkeypatch) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that was filled by the orders of the export itself."""
    folder = tmp_path / "tablas"
    assert run(["export", str(file), "-o", str(folder)]) == 0
    monkeypatch.chdir(folder)
    with duckdb.connect() as database:
        database.execute(text_of("cargar.sql"))
        yield database


def text_of(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


def answers(database: duckdb.DuckDBPyConnection) -> list[list[tuple]]:
    """The answers of `consultas.sql`, with the cut-off and the day of the tests."""
    asked = text_of("consultas.sql").replace("'2027-12' AS hasta", f"'{UNTIL}' AS hasta")
    asked = asked.replace("CURRENT_DATE AS hoy", f"DATE '{TODAY}' AS hoy")
    results = [database.execute(one).fetchall() for one in duckdb.extract_statements(asked)]
    return results[-3:]


def test_the_figures_of_the_three_reports_are_found_with_one_query_each(plans, loaded):
    period = period_of(plans, UNTIL)
    ((planned, done),), ((mean, spent),), actions = answers(loaded)

    whole = execution(plans, period).total
    assert int(planned * 1000) == sum(whole.planned[: len(period.months)])
    assert int(done * 1000) == sum(amount or 0 for amount in whole.done)

    summary = tracking(plans, period, TODAY).summary
    assert summary.mean_of_activities is not None
    assert mean == pytest.approx(float(summary.mean_of_activities), rel=1e-12)
    assert int(spent * 100) == summary.spent_total > 0

    expected = [
        (one.planned, one.done, pytest.approx(float(one.percent), rel=1e-12))
        for one in evaluation(plans, period).actions()
        if one.percent is not None
    ]
    found = [(int(row[2] * 1000), int(row[3] * 1000), row[4]) for row in actions]
    assert len(found) == len(expected)
    for one in found:
        assert one in expected


@pytest.mark.parametrize("plans", [two_units()])
def test_two_units_of_an_action_and_what_enters_no_figure_are_told_apart(plans, loaded):
    """Not only equal to the reports: these plans do hold what the queries must leave out."""
    report = tracking(plans, period_of(plans, UNTIL), TODAY)
    states = {row.progress.state for row in report.rows()}
    assert states == {"value", "S.P.", "S.I."}
    assert any(not row.progress.accumulates for row in report.rows())
    assert len(report.left_out) == 2
    _, _, actions = answers(loaded)
    assert [row[1] for row in actions] == ["código AEI.01.01"]
    assert loaded.execute("SELECT count(DISTINCT unidad) FROM actividades").fetchone() == (2,)


@pytest.mark.parametrize("plans", [two_units()])
def test_numbers_are_exact_and_nothing_recorded_is_not_zero(loaded):
    found = loaded.execute(
        "SELECT mes, programado, ejecutado, presupuesto, gasto, dentro_del_plan FROM meses "
        "WHERE actividad_id = (SELECT id FROM actividades WHERE numero = 'A.1'"
        ") ORDER BY mes LIMIT 4"
    ).fetchall()
    shown = [tuple("-" if one is None else str(one) for one in row) for row in found]
    assert shown == [
        ("2027-01", "10.000", "8.000", "5.00", "4.50", "True"),
        ("2027-02", "20.500", "21.000", "5.00", "0.01", "True"),
        ("2027-03", "0.001", "3.000", "-", "-", "True"),
        ("2027-04", "-", "-", "-", "-", "True"),
    ]


def by_weeks() -> tuple[Plan, ...]:
    """A plan of three months with a marked month without a quantity, and one beyond its year."""
    marks = (WeekMark(id="w1", month="2027-02", week=3), WeekMark(id="w2", month="2027-02", week=1))
    activity = followed({5: 2}, {1: 0}, weeks=marks)
    return (followed_plan(action(activity), month_count=3, schedule_step="week"),)


@pytest.mark.parametrize("plans", [by_weeks()])
def test_a_marked_month_counts_one_and_a_month_beyond_the_year_is_told(loaded):
    found = loaded.execute(
        "SELECT mes, dentro_del_plan, programado::integer, ejecutado::integer, semanas FROM meses"
    ).fetchall()
    assert sorted(found) == [
        ("2027-01", True, None, 0, None),
        ("2027-02", True, 1, None, "1 3"),
        ("2027-03", True, None, None, None),
        ("2027-05", False, 2, None, None),
    ]


@pytest.mark.parametrize("plans", [office(UNITS[:3])])
def test_the_material_of_the_office_is_left_out(loaded):
    units = loaded.execute("SELECT orden, unidad FROM unidades ORDER BY orden").fetchall()
    assert units == list(enumerate(UNITS[:3], 1))
    assert loaded.execute("SELECT count(*) FROM observaciones").fetchone()[0] > 0
    assert loaded.execute("SELECT count(*) FROM entregas").fetchone() == (3,)


@pytest.mark.parametrize("plans", [the_example()])
def test_the_dictionary_tells_every_column_of_every_table(loaded):
    with Path("diccionario.csv").open(encoding="utf-8", newline="") as source:
        told = [
            (row["tabla"], row["columna"], row["significado"]) for row in csv.DictReader(source)
        ]
    found = loaded.execute(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_name IN (SELECT table_name FROM information_schema.tables "
        "WHERE table_type = 'BASE TABLE')"
    ).fetchall()
    assert {(table, column) for table, column, _ in told if column} == set(found)
    assert all(meaning for _, _, meaning in told)
    assert ("meses", "programado", "Programado") in told


@pytest.mark.parametrize("plans", [the_example()])
def test_an_archive_holds_the_same_files_and_equal_plans_make_equal_archives(file, tmp_path):
    one, two = tmp_path / "uno.zip", tmp_path / "dos.ZIP"
    assert [run(["export", str(file), "-o", str(name)]) for name in (one, two)] == [0, 0]
    assert one.read_bytes() == two.read_bytes()
    with ZipFile(one) as package:
        assert tuple(package.namelist()) == NAMES
        assert package.testzip() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name, "dos.ZIP", "uno.zip"]


HOSTILE = ("=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "'=1", 'a,b;"c"\n\n=d', "' ", "\r\n=HOLA")


def test_no_text_begins_like_a_formula_and_each_can_be_read_back(tmp_path):
    resources = tuple(
        Resource(id=f"r{at}", position=at, text=text) for at, text in enumerate(HOSTILE)
    )
    plan = followed_plan(action(followed([1]), resources=resources), unit='=HYPERLINK("x")')
    file = written(tmp_path / "plan.sqlite", [plan])
    assert run(["export", str(file), "-o", str(tmp_path / "tablas")]) == 0
    cells = [
        cell
        for name in (tmp_path / "tablas").glob("*.csv")
        for row in csv.reader(StringIO(name.read_text(encoding="utf-8")))
        for cell in row
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\n"))] == []
    with (tmp_path / "tablas" / "recursos.csv").open(encoding="utf-8", newline="") as source:
        found = [as_written(row["recurso"]) for row in csv.DictReader(source)]
    assert found == [text.replace("\r\n", "\n") for text in HOSTILE]
    text = duckdb.read_csv(str(tmp_path / "tablas" / "recursos.csv"), header=True)
    assert text.fetchall()[6][7] == HOSTILE[6]


def test_the_material_alone_is_nothing_to_export(tmp_path, capsys):
    material = replace(kit(), catalogue=(CatalogueItem(id="u", name="Cobros"),))
    file = written(tmp_path / "Material.sqlite", [material])
    for name in ("tablas", "tablas.zip"):
        assert run(["export", str(file), "-o", str(tmp_path / name)]) == 2
        assert "ninguna unidad" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["Material.sqlite"]


@pytest.mark.parametrize("plans", [the_example()])
def test_nothing_is_left_where_nothing_can_be_written(file, tmp_path, capsys):
    (tmp_path / "ocupada").mkdir()
    for name in ("no-hay/tablas", "no-hay/tablas.zip", "ocupada", "plan.parquet"):
        assert run(["export", str(file), "-o", str(tmp_path / name)]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert Path(name).name in said
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name, "ocupada"]
    assert list((tmp_path / "ocupada").iterdir()) == []


def test_a_plan_that_cannot_be_read_leaves_no_half_export(tmp_path):
    def breaking() -> Iterator[Plan]:
        yield from the_example()
        raise KeyboardInterrupt

    for name in ("tablas", "tablas.zip"):
        with pytest.raises(KeyboardInterrupt):
            export(breaking(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_units(tmp_path):
    example = the_example()[0]

    def most_memory(units: int) -> int:
        plans = (renamed(example, f"u{at}") for at in range(units))
        tracemalloc.start()
        export(plans, tmp_path / f"de {units}.zip")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    most_memory(1)
    assert most_memory(24) < 1.5 * most_memory(3)
