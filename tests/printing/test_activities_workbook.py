"""The workbook of activities that is written: brought back, it changes nothing and loses none."""

from __future__ import annotations

import itertools
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from generated_plans import plans
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from poadesk.plan import calendar
from poadesk.plan.activities_sheet import COLUMNS, KEYS
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.activities_workbook import build_activities_workbook, build_blank_workbook
from poadesk.tracking.workbook.bringing import bring_in
from poadesk.tracking.workbook.cells import plain
from poadesk.tracking.workbook.reading import Workbook, read_workbook
from poadesk.tracking.workbook.updating import update_of

FIGURES = ("planned_thousandths", "done_thousandths", "budget_cents", "spent_cents")


def plan_with(*activities: Activity, **own: Any) -> Plan:
    goal = Goal(id="goal", code="AEI.01.01", text="Calles limpias", activities=activities)
    objective = Objective(id="objective", code="OEI.01", text="Una ciudad sana", goals=(goal,))
    values: dict[str, Any] = {"id": "plan", "profile": "poi", "unit": "Aseo"} | own
    return Plan(**values, objectives=(objective,))


def brought(*some: Plan, stored: tuple[Plan, ...] = ()) -> Workbook:
    with TemporaryDirectory() as folder:
        path = Path(folder, "libro.xlsx")
        path.write_bytes(build_activities_workbook(some))
        return read_workbook(path, stored)


def rows(content: bytes, sheet: str = "Actividades") -> list[tuple[Any, ...]]:
    return list(load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True))


def spaced(text: str, lines: int) -> str:
    """Return a text as a person types it into a cell: no codes, no empty lines, single spaces."""
    parts = plain(text).strip().split("\n") if lines > 1 else [plain(text)]
    return "\n".join(" ".join(part.split()) for part in parts).strip()


def carried(row: Any, **below: Any) -> Any:
    """Return a row with its texts as cells hold them; each text begins with a number of its own."""
    columns = {c.name: c.field for c in COLUMNS if c.part == row.TABLE and c.is_text}
    if row.TABLE == "plan":
        columns = dict.fromkeys(("unit", "entity", "title"), COLUMNS[0].field)
    texts = {name: spaced(getattr(row, name), kind.lines) for name, kind in columns.items()}
    return replace(row, **texts, **below)


def distinct(row: Any, at: int, under: str) -> dict[str, str]:
    return {"code": f"{under}{at}", "text": f"{under}{at} {row.text}"}


def carriable(plan: Plan, at: int) -> Plan:
    """Return a plan as far as a workbook can carry it into a file where it is written already."""
    objectives = tuple(
        carried(
            replace(one, **distinct(one, n, "O")),
            goals=tuple(
                carried(
                    replace(goal, **distinct(goal, m, f"M{n}.")),
                    activities=tuple(
                        carried(replace(a, **distinct(a, k, f"A{n}.{m}.")))
                        for k, a in enumerate(goal.activities)
                    ),
                )
                for m, goal in enumerate(one.goals)
            ),
        )
        for n, one in enumerate(plan.objectives)
    )
    own = {"first_month": "2027-01", "month_count": 12, "position": at, "profile": "poi"}
    own["role"] = "plan"
    shared = {"entity": f"Ciudad {plan.entity}"[: 7 + at], "unit": f"{at} {plan.unit}"}
    return carried(replace(plan, **own, **shared, objectives=objectives))


def said(plan: Plan) -> dict[str, Any]:
    """Return units, texts and figures: all that a workbook carries."""
    months = calendar.months(plan.first_month, plan.month_count)
    return {
        (plan.unit, one.code, one.text, goal.code, goal.text, activity.code): (
            *(getattr(activity, column.name) for column in COLUMNS if column.part == "activity"),
            {
                record.month: [getattr(record, figure) for figure in FIGURES]
                for record in activity.months
                if record.month in months
                and any(getattr(record, figure) is not None for figure in FIGURES)
            },
        )
        for one in plan.objectives
        for goal in one.goals
        for activity in goal.activities
    }


@given(st.lists(plans(most=2), min_size=1, max_size=2))
@settings(max_examples=25)
def test_brought_back_into_the_same_file_it_changes_nothing(generated: list[Plan]) -> None:
    some = tuple(carriable(plan, at) for at, plan in enumerate(generated))
    workbook = brought(*some, stored=some)
    if not any(said(plan) for plan in some):
        assert not workbook.lines
        return
    assert not workbook.has_errors, workbook.problems
    update = update_of(some, workbook)
    assert not update.new
    assert [plan for plan, before in update.plans if plan != before] == []


@given(st.lists(plans(most=2), min_size=1, max_size=2))
@settings(max_examples=25)
def test_brought_into_a_new_file_units_texts_and_figures_are_the_same(
    generated: list[Plan],
) -> None:
    some = [carriable(plan, at) for at, plan in enumerate(generated)]
    written = [plan for plan in some if said(plan)]
    if not written:
        return
    workbook = brought(*some)
    assert not workbook.has_errors, workbook.problems
    with TemporaryDirectory() as folder, PlanFile.create(Path(folder, "plan.sqlite")) as file:
        bring_in(file, workbook)
        found = file.read()
    assert [plan.unit for plan in found] == [plan.unit for plan in written]
    assert [said(plan) for plan in found] == [said(plan) for plan in written]


FEW_CODES = st.sampled_from(["", "", "", "1", "A"])
FEW_TEXTS = st.sampled_from(["", "Reunión", "REUNION", "Otra", "Otra más"])


@st.composite
def alike(draw: st.DrawFn) -> Plan:
    """Draw a plan whose objectives, goals and activities bear each other's names."""
    numbers = itertools.count()

    def some(kind: type[Any], most: int, **below: Any) -> tuple[Any, ...]:
        return tuple(
            kind(
                id=f"{draw(st.integers(0, 9))} {next(numbers)}",
                position=at,
                code=draw(FEW_CODES),
                text=draw(FEW_TEXTS),
                **{name: make() for name, make in below.items()},
            )
            for at in range(draw(st.integers(0, most)))
        )

    def goals() -> tuple[Goal, ...]:
        return some(Goal, 3, activities=lambda: some(Activity, 2))

    return Plan(id="plan", profile="poi", unit="Aseo", objectives=some(Objective, 2, goals=goals))


@given(alike())
@settings(max_examples=80)
def test_whatever_is_alike_is_refused_when_written_or_stays_as_it_is(plan: Plan) -> None:
    try:
        workbook = brought(plan, stored=(plan,))
    except UnreadableError:
        return
    if workbook.lines:
        assert not workbook.has_errors, workbook.problems
        assert not update_of((plan,), workbook).changes


def two_goals(first: Goal, second: Goal) -> Plan:
    objective = Objective(id="objective", text="Una ciudad sana", goals=(first, second))
    return Plan(id="plan", profile="poi", unit="Aseo", objectives=(objective,))


def test_activities_stay_in_their_goals_though_these_have_the_same_text() -> None:
    plan = two_goals(
        Goal(id="g", text="Capacitar", activities=(Activity(id="a", text="Invitar"),)),
        Goal(id="f", text="Capacitar", position=1, activities=(Activity(id="b", text="Pagar"),)),
    )
    assert not update_of((plan,), brought(plan, stored=(plan,))).changes


def test_the_same_activity_in_two_goals_is_brought_back_to_each() -> None:
    plan = two_goals(
        Goal(id="g", text="Capacitar", activities=(Activity(id="z", text="Reunión"),)),
        Goal(id="h", text="Barrer", position=1, activities=(Activity(id="a", text="Reunión"),)),
    )
    workbook = brought(plan, stored=(plan,))
    assert workbook.problems == ()
    assert not update_of((plan,), workbook).changes
    ((new, _),) = update_of((), workbook).plans
    told = [(goal.text, [one.text for one in goal.activities]) for goal in new.goals()]
    assert told == [("Capacitar", ["Reunión"]), ("Barrer", ["Reunión"])]


def test_what_the_office_gives_to_all_is_no_line_of_the_workbook() -> None:
    own = plan_with(Activity(id="own", text="Cobrar"), unit="Rentas")
    given = plan_with(Activity(id="given", text="Lo de todos"), unit="NO ES UNIDAD")
    office = replace(given, id="kit", role="kit")
    # Not byte by byte: a workbook tells the second in which it was made.
    alone = rows(build_activities_workbook([own]))
    assert len(alone) > 1
    assert rows(build_activities_workbook([office, own])) == alone
    with pytest.raises(UnreadableError, match="ninguna unidad"):
        build_activities_workbook([office])


def test_the_headings_are_those_of_the_importer_and_months_follow_the_plan() -> None:
    content = build_activities_workbook([plan_with(first_month="2027-07", month_count=12)])
    headings = rows(content)[0]
    assert sorted(headings) == sorted(column.heading for column in COLUMNS)
    assert headings[13] == "Prog JUL"
    assert headings[24] == "Prog JUN"
    assert [row[0] for row in rows(content, "Plan")] == [*KEYS]
    assert dict(rows(content, "Plan"))["Primer mes"] == "2027-07"


def test_a_plan_without_activities_gives_the_headings_only() -> None:
    assert len(rows(build_activities_workbook([plan_with()]))) == 1
    assert len(rows(build_activities_workbook([plan_with(Activity(id="a"))]))) == 1


def test_texts_never_become_formulas_errors_or_codes() -> None:
    texts = ("=1+1", "#REF!", "_x0041_", "\x00+B2", "-5")
    plan = plan_with(*(Activity(id=f"a{n}", text=text) for n, text in enumerate(texts)))
    sheet = load_workbook(BytesIO(build_activities_workbook([plan])))["Actividades"]
    assert {sheet.cell(row, 7).data_type for row in range(2, 7)} == {"s"}
    lines = brought(plan).lines
    assert [line.text for line in lines] == ["=1+1", "#REF!", "_x0041_", "+B2", "-5"]


def test_figures_are_numbers_and_those_with_too_many_digits_stay_exact() -> None:
    month = MonthRecord(
        id="m", month="2027-02", planned_thousandths=2500, budget_cents=99_999_999_999_999
    )
    huge = Activity(
        id="a", text="Barrer", annual_target_thousandths=999_999_999_999_999, months=(month,)
    )
    second = Activity(id="b", text="Regar", annual_target_thousandths=987_654_321_098_765)
    row = rows(build_activities_workbook([plan_with(huge)]))[1]
    assert row[14] == 2.5
    workbook = brought(plan_with(huge, second))
    values = [line.values["annual_target_thousandths"] for line in workbook.lines]
    assert values == [999_999_999_999_999, 987_654_321_098_765]
    assert workbook.lines[0].months["2027-02"]["budget_cents"] == 99_999_999_999_999


def test_months_outside_the_plan_are_not_taken_for_those_inside() -> None:
    old = MonthRecord(id="m", month="2026-02", planned_thousandths=1000)
    row = rows(build_activities_workbook([plan_with(Activity(id="a", text="x", months=(old,)))]))[1]
    assert row[13:] == (None,) * 48


@pytest.mark.parametrize(
    ("some", "reason"),
    [
        ([plan_with(month_count=18)], "18 meses"),
        ([plan_with(), plan_with(id="b", unit="Rentas", first_month="2028-01")], "mismos meses"),
        ([plan_with(), plan_with(id="b", unit=" ASEO ")], "dos planes de la unidad"),
        ([plan_with(), plan_with(id="b", unit="")], "sin unidad"),
        ([plan_with(Activity(id="a", text="a" * 32_768))], "32,767 letras"),
        (
            [plan_with(Activity(id="a", text="Barrer"), Activity(id="b", text="BARRER "))],
            "dos actividades “BARRER” en el plan de “Aseo” .* cambie el texto de una",
        ),
        (
            [plan_with(*(Activity(id=one, code="7", text=one) for one in ("a", "b")))],
            "dos actividades con el código “7” .* cambie el código de una",
        ),
        ([plan_with(Activity(id="a", category="Aseo"))], "sin nombre ni código"),
    ],
)
def test_what_no_workbook_can_hold_is_refused_in_one_sentence(
    some: list[Plan], reason: str
) -> None:
    with pytest.raises(UnreadableError, match=reason):
        build_activities_workbook(some)


def test_what_the_plans_do_not_share_is_left_to_each_of_them() -> None:
    one, other = plan_with(entity="A", title="Plan"), plan_with(id="b", unit="Rentas", entity="B")
    other = replace(other, title="Plan")
    found = dict(rows(build_activities_workbook([one, other]), "Plan"))
    assert found["Entidad"] is None
    assert found["Título"] == "Plan"


def test_the_progress_may_stop_it() -> None:
    class StopError(Exception):
        pass

    def stop(share: float) -> None:
        raise StopError

    with pytest.raises(StopError):
        build_activities_workbook([plan_with(Activity(id="a", text="Barrer"))], stop)


def test_an_empty_workbook_says_how_each_column_is_filled_in() -> None:
    content = build_blank_workbook(plan_with(Activity(id="a", text="Barrer")))
    assert len(rows(content)) == 1
    explained = dict(rows(content, "Cómo llenarlo"))
    headings = [column.heading for column in COLUMNS if not column.month]
    months = [f"{kind} ENE a {kind} DIC" for kind in ("Prog", "Ejec", "Prog fin", "Ejec fin")]
    assert [*explained] == ["Columna", *headings, *months]
    assert "Muy Alta, Alta, Media, Baja" in explained["Prioridad"]


def test_an_empty_workbook_that_was_filled_in_is_brought(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(build_blank_workbook(plan_with())))
    book["Actividades"].append(["Aseo", None, "Una ciudad sana", None, "Calles", "1", "Barrer"])
    path = tmp_path / "libro.xlsx"
    book.save(path)
    workbook = read_workbook(path)
    assert workbook.problems == ()
    assert [line.text for line in workbook.lines] == ["Barrer"]
