"""A workbook in a plan file: it fills a new one, updates it, and never makes anything twice."""

from dataclasses import replace
from pathlib import Path

import pytest
from making_workbooks import HEADINGS, PLAN, activity, workbook, written

from poadesk.plan.beginning import empty_plan
from poadesk.plan.fields import UnreadableError
from poadesk.plan.kit import plan_from_kit
from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    Indicator,
    Objective,
    Plan,
    WeekMark,
    rows_under,
)
from poadesk.planfile.errors import ProtectedError
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.workbook.bringing import LABEL, bring_in
from poadesk.tracking.workbook.reading import read_workbook


@pytest.fixture
def file(tmp_path):
    with PlanFile.create(tmp_path / "plan.sqlite") as file:
        yield file


@pytest.fixture
def path(tmp_path):
    return tmp_path / "libro.xlsx"


def bring(file: PlanFile, path: Path, with_problems: bool = False):
    return bring_in(file, read_workbook(path, file.read()), with_problems)


def activities(file: PlanFile) -> dict[str, object]:
    return {one.code or one.text: one for plan in file.read() for one in plan.activities()}


def months(found, name: str) -> dict[str, int | None]:
    return {one.month: getattr(one, name) for one in found.months}


def ids(plans) -> list[str]:
    return [row.id for plan in plans for row in (plan, *(row for _, row in rows_under(plan)))]


def test_each_unit_becomes_a_plan_with_its_objectives_goals_and_activities(file, path):
    update = bring(file, workbook(path, units=3, activities=30))
    plans = file.read()
    assert [plan.unit for plan in plans] == ["Oficina 1", "Oficina 2", "Oficina 3"]
    assert [len(list(plan.activities())) for plan in plans] == [10, 10, 10]
    assert {(p.entity, p.profile, p.currency, p.year_label) for p in plans} == {
        ("Municipalidad de Río Manso", "poi", "S/", "2022")
    }
    (objective,) = plans[1].objectives
    assert (objective.code, [goal.code for goal in objective.goals]) == ("OEI.02", ["AEI.02.02"])
    assert (update.new, update.updated, update.unchanged) == (30, 0, 0)


def test_a_workbook_brought_twice_changes_nothing_and_leaves_no_step(file, path):
    bring(file, workbook(path, units=4, activities=40))
    before = file.read()
    update = bring(file, path)
    assert (update.new, update.updated, update.unchanged, update.changes) == (0, 0, 40, False)
    assert file.read() == before
    assert file.journal.steps() == []


def test_importing_again_updates_what_changed_and_keeps_every_id(file, path):
    bring(file, workbook(path, units=2, activities=6, months_done=3))
    before = file.read()
    update = bring(file, workbook(path, units=2, activities=6, months_done=4))
    after = file.read()
    assert (update.new, update.updated) == (0, 6)
    assert set(ids(before)) == set(ids(after))
    assert months(activities(file)["AO00001"], "done_thousandths")["2022-04"] == 3000


def test_an_import_is_one_step_that_can_be_taken_back_and_done_again(file, path):
    bring(file, workbook(path, units=2, activities=6, months_done=3))
    before = file.read()
    bring(file, workbook(path, units=3, activities=9, months_done=5))
    after = file.read()
    assert [step.label for step in file.journal.steps()] == [LABEL]
    file.journal.undo()
    assert file.read() == before
    file.journal.redo()
    assert file.read() == after


def test_an_empty_figure_is_taken_away_and_a_missing_column_leaves_it(file, path):
    bring(file, written(path, [activity(0)]))
    bring(file, written(path, [{**activity(0), "Ejec ENE": None}]))
    assert months(activities(file)["AO00001"], "done_thousandths")["2022-01"] is None
    assert months(activities(file)["AO00001"], "done_thousandths")["2022-02"] == 1000
    without_done = [heading for heading in HEADINGS if not heading.startswith("Ejec")]
    before = file.read()
    assert not bring(file, written(path, [activity(0)], without_done)).changes
    assert file.read() == before


def test_a_month_about_which_nothing_is_left_goes(file, path):
    bring(file, written(path, [activity(0)]))
    nothing = {name: None for name in HEADINGS if name.endswith("ENE")}
    bring(file, written(path, [{**activity(0), **nothing}]))
    assert "2022-01" not in months(activities(file)["AO00001"], "planned_thousandths")


def test_an_empty_cell_of_words_leaves_the_words(file, path):
    bring(file, written(path, [activity(0)]))
    emptied = dict.fromkeys(["Categoría", "Prioridad", "Objetivo", "Acción", "Centro de costo"])
    assert not bring(file, written(path, [{**activity(0), **emptied}])).changes


def test_what_the_workbook_knows_nothing_of_stays(file, path):
    bring(file, written(path, [activity(0)]))
    (plan,) = file.read()
    (objective,) = plan.objectives
    (goal,) = objective.goals
    (found,) = goal.activities
    found = replace(
        found,
        responsible="Ana",
        weeks=(WeekMark(id="w", month="2022-03"),),
        deviations=(Deviation(id="d", month="2022-06", cause="Faltó cal"),),
    )
    goal = replace(goal, activities=(found,), indicators=(Indicator(id="i", text="Entregas"),))
    richer = replace(
        plan, introduction="Escrita a mano", objectives=(replace(objective, goals=(goal,)),)
    )
    with file.step("Escribir") as step:
        step.put_tree(richer)
    bring(file, written(path, [{**activity(0), "Prog ENE": 8}]))
    (plan,) = file.read()
    (after,) = plan.activities()
    assert plan.introduction == "Escrita a mano"
    assert plan.objectives[0].goals[0].indicators == goal.indicators
    assert (after.responsible, after.weeks, after.deviations) == (
        "Ana",
        found.weeks,
        found.deviations,
    )
    assert months(after, "planned_thousandths")["2022-01"] == 8000


def test_an_activity_is_found_by_its_code_when_its_text_was_changed(file, path):
    bring(file, written(path, [activity(0)]))
    update = bring(file, written(path, [{**activity(0), "Actividad": "Otra redacción"}]))
    (plan,) = file.read()
    assert [one.text for one in plan.activities()] == ["Otra redacción"]
    assert (update.new, update.updated) == (0, 1)


def test_an_activity_without_code_is_found_by_its_text_and_takes_the_code(file, path):
    bring(file, written(path, [{**activity(0), "Código actividad": None, "Actividad": "Podar"}]))
    bring(file, written(path, [{**activity(0), "Código actividad": "A-7", "Actividad": " PODAR"}]))
    (plan,) = file.read()
    assert [(one.code, one.text) for one in plan.activities()] == [("A-7", "PODAR")]


def test_the_same_code_in_two_units_are_two_activities(file, path):
    rows = [activity(0, 0), activity(0, 1)]
    bring(file, written(path, rows))
    assert not bring(file, path).changes
    assert [len(list(plan.activities())) for plan in file.read()] == [1, 1]


def test_lines_with_and_without_code_but_the_same_text_stay_apart(file, path):
    rows = [{**activity(0), "Código actividad": None}, activity(0)]
    bring(file, written(path, rows))
    before = file.read()
    assert not bring(file, path).changes
    assert not bring(file, written(path, rows[::-1])).changes
    assert file.read() == before
    assert len(list(before[0].activities())) == 2


def test_an_activity_of_another_goal_moves_there(file, path):
    bring(file, written(path, [activity(0), activity(1)]))
    before = activities(file)["AO00002"].id
    moved = {**activity(1), "Código acción": "AEI.09", "Acción": "Otra acción"}
    bring(file, written(path, [activity(0), moved]))
    (plan,) = file.read()
    assert [[one.code for one in goal.activities] for goal in plan.goals()] == [
        ["AO00001"],
        ["AO00002"],
    ]
    assert activities(file)["AO00002"].id == before
    file.journal.undo()
    (plan,) = file.read()
    assert [one.code for one in plan.activities()] == ["AO00001", "AO00002"]


def test_of_two_activities_of_one_text_that_in_the_goal_of_the_line_is_meant(file, path):
    goals = [
        Goal(id=f"g{at}", position=at, text=text, activities=(Activity(id=one, text="Podar"),))
        for at, (text, one) in enumerate((("Parques", "a"), ("Calles", "b")))
    ]
    objective = Objective(id="o", text="Una ciudad verde", goals=tuple(goals))
    plan = Plan(id="p", unit="Oficina 1", profile="poi", first_month="2022-01")
    file.begin_with([replace(plan, objectives=(objective,))])
    row = {"Unidad": "Oficina 1", "Objetivo": "Una ciudad verde", "Actividad": "Podar"}
    bring(file, written(path, [{**row, "Acción": "Calles", "Meta anual": 7}]))
    (after,) = file.read()
    told = [
        [(one.id, one.annual_target_thousandths) for one in g.activities] for g in after.goals()
    ]
    assert told == [[("a", None)], [("b", 7000)]]


def test_activities_and_units_that_the_workbook_lacks_stay_and_are_named(file, path):
    bring(file, workbook(path, units=2, activities=4))
    update = bring(file, written(path, [activity(0, 0)]))
    assert sum(len(list(plan.activities())) for plan in file.read()) == 4
    assert update.remarks == (
        f"“{activity(2)['Actividad']}” (Oficina 1) no está en el libro: quedó como estaba.",
        "El libro no trae nada de “Oficina 2”: su plan quedó como estaba.",
    )


def test_the_plan_in_which_nothing_is_written_gives_its_place(file, path):
    fresh = empty_plan("poa", "2027-01")
    file.begin_with([fresh])
    bring(file, workbook(path, units=2, activities=4))
    plans = file.read()
    assert (plans[0].id, plans[0].unit, plans[0].first_month) == (fresh.id, "Oficina 1", "2022-01")
    assert plans[0].profile == "poi"
    assert len(plans) == 2


def test_a_unit_written_another_way_is_brought_to_its_plan_and_that_is_said(file, path):
    bring(file, written(path, [{**activity(0), "Unidad": "Gestión Vial"}]))
    update = bring(file, written(path, [{**activity(0), "Unidad": "GESTION VIAL"}]))
    assert [plan.unit for plan in file.read()] == ["Gestión Vial"]
    assert update.remarks == (
        "“GESTION VIAL” se trajo al plan de “Gestión Vial”, que ya estaba en el archivo.",
    )


def test_without_a_column_for_the_unit_the_only_plan_of_the_file_is_meant(file, path):
    bring(file, written(path, [activity(0)]))
    headings = [heading for heading in HEADINGS if heading != "Unidad"]
    update = bring(file, written(path, [activity(0), activity(1)], headings))
    assert (update.new, update.unchanged) == (1, 1)
    assert [plan.unit for plan in file.read()] == ["Oficina 1"]


def test_what_the_workbook_does_not_say_of_the_plans_stays_theirs(file, path):
    bring(file, workbook(path, units=2, activities=2))
    second = file.read()[1]
    with file.step("Escribir") as step:
        step.put("plan", second.id, profile="poa", title="Plan de Oficina 2")
    bring(file, written(path, [activity(0, 0), activity(1, 1)], plan=None))
    assert [(plan.profile, plan.title) for plan in file.read()] == [
        ("poi", PLAN["Título"]),
        ("poa", "Plan de Oficina 2"),
    ]


def test_a_workbook_of_another_year_is_refused(file, path):
    bring(file, written(path, [activity(0)]))
    before = file.read()
    written(path, [activity(0)], plan={**PLAN, "Año": 2023, "Primer mes": "2023-01"})
    with pytest.raises(UnreadableError, match=r"enero de 2023 .* enero de 2022"):
        bring(file, path)
    assert file.read() == before


def test_problems_change_nothing_unless_the_person_says_so(file, path):
    bring(file, written(path, [activity(0), activity(1)]))
    before = file.read()
    bad = [
        {**activity(0), "Ejec ENE": "doce", "Ejec FEB": 9},
        {"Unidad": "Oficina 1", "Prog ENE": 4},
    ]
    written(path, bad)
    with pytest.raises(UnreadableError):
        bring(file, path)
    assert file.read() == before
    bring(file, path, with_problems=True)
    done = months(activities(file)["AO00001"], "done_thousandths")
    was = months(next(before[0].activities()), "done_thousandths")
    assert (done["2022-01"], done["2022-02"]) == (was["2022-01"], 9000)
    assert len(activities(file)) == 2


def test_a_workbook_of_which_nothing_can_be_brought_is_refused(file, path):
    written(path, [activity(0)], plan=None)
    with pytest.raises(UnreadableError, match="ninguna actividad que se pueda traer"):
        bring(file, path, with_problems=True)
    assert file.read() == ()


def test_objectives_are_found_by_code_or_text_and_renamed_only_by_the_first_line(file, path):
    plan = Plan(
        id="p",
        unit="Oficina 1",
        profile="poi",
        first_month="2022-01",
        objectives=(
            Objective(id="o1", code="OEI.01", text="Viejo", goals=(Goal(id="g1", text="Servir"),)),
            Objective(id="o2", position=1, text="Sin código"),
        ),
    )
    file.begin_with([plan])
    rows = [
        {**activity(0), "Objetivo": "Nuevo"},
        {**activity(1), "Objetivo": "Distinto"},
        {**activity(2), "Código objetivo": "OEI.02", "Objetivo": "SIN CODIGO"},
        {**activity(3), "Código objetivo": None, "Objetivo": "Nuevo"},
    ]
    bring(file, written(path, rows))
    (after,) = file.read()
    assert [(one.id, one.code, one.text) for one in after.objectives] == [
        ("o1", "OEI.01", "Nuevo"),
        ("o2", "OEI.02", "SIN CODIGO"),
    ]
    assert not bring(file, path).changes


def test_the_material_of_the_office_is_never_taken_for_a_unit(file, path):
    office = replace(
        empty_plan("poi", "2022-01"), id="kit", role="kit", entity="Río Manso", unit="Oficina 1"
    )
    file.begin_with([office])
    update = bring(file, workbook(path, units=2, activities=4))
    kit, *plans = file.read()
    assert kit == office
    assert [plan.unit for plan in plans] == ["Oficina 1", "Oficina 2"]
    assert update.remarks == ()
    later = bring(file, path)
    assert (later.changes, later.remarks) == (False, ())


def given(text: str) -> Plan:
    """Return a plan that began with an objective of the planning office."""
    kit = Plan(
        id="kit",
        role="kit",
        profile="poi",
        entity="Municipalidad de Río Manso",
        year_label="2022",
        first_month="2022-01",
        title="Plan Operativo Institucional",
        currency="S/",
        objectives=(Objective(id="o", code="OEI.01", text=text),),
    )
    return plan_from_kit(kit, "Oficina 1")


def test_a_workbook_brings_activities_below_what_the_office_gave(file, path):
    file.begin_with([given(activity(0)["Objetivo"])])
    bring(file, written(path, [activity(0)]))
    (plan,) = file.read()
    assert [one.text for one in plan.objectives] == [activity(0)["Objetivo"]]
    assert len(list(plan.activities())) == 1


def test_a_workbook_does_not_rewrite_what_the_office_gave(file, path):
    file.begin_with([given("Otro texto del mismo objetivo")])
    before = file.read()
    with pytest.raises(ProtectedError, match="viene de Planificación"):
        bring(file, written(path, [activity(0)]))
    assert file.read() == before
    assert file.journal.steps() == []
