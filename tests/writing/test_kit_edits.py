"""A newer kit in the plan of a unit: it changes what is given, and never the unit's own work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

import pytest
from generated_plans import plans
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from poadesk.plan.kit import given_id, plan_from_kit, protected_fields
from poadesk.plan.model import (
    Activity,
    Goal,
    MonthRecord,
    Objective,
    ObjectiveLine,
    Plan,
    StrategicLine,
    declared_fields,
    rows_under,
)
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.kit_edits import Renewal, update_from_kit

KIT = Plan(
    id="kit",
    role="kit",
    entity="Alcaldía de Valle Claro",
    strategic_lines=(
        StrategicLine(id="a", position=0, name="Finanzas"),
        StrategicLine(id="b", position=1, name="Obras"),
    ),
    objectives=(Objective(id="o", text="Cobrar"),),
)


@pytest.fixture
def renewed(tmp_path):
    """Take a kit into a plan in a real file; returns what it is then and what is told of it."""

    def renew(plan: Plan, kit: Plan) -> tuple[Plan, Renewal]:
        path = tmp_path / "plan.sqlite"
        path.unlink(missing_ok=True)
        with PlanFile.create(path) as file:
            file.begin_with([plan])
            with file.step("Poner al día el material") as step:
                told = update_from_kit(step, plan, kit)
            (after,) = file.read()
            if file.journal.undo():
                assert file.read() == (plan,)
        return after, told

    return renew


def newer(kit: Plan, **changed) -> Plan:
    return replace(kit, revision=kit.revision + 1, **changed)


def test_given_fields_and_rows_follow_the_newer_kit(renewed) -> None:
    plan = plan_from_kit(KIT, "Catastro")
    lines = (replace(KIT.strategic_lines[0], name="Finanzas sanas"), StrategicLine(id="c"))
    after, told = renewed(plan, newer(KIT, entity="Valle Claro", strategic_lines=lines))
    assert (after.entity, after.unit, after.kit_version) == ("Valle Claro", "Catastro", 2)
    assert [line.name for line in after.strategic_lines] == ["Finanzas sanas", ""]
    assert (told.added, told.changed, told.removed) == (1, 1, 1)
    ids = {row.id for _, row in rows_under(after)}
    assert protected_fields(after).keys() - {after.id} <= ids


def test_a_given_objective_stays_with_the_unit_that_has_written_below_it(renewed) -> None:
    plan = plan_from_kit(KIT)
    own = Goal(id="own", text="Notificar")
    plan = replace(plan, objectives=(replace(plan.objectives[0], goals=(own,)),))
    after, told = renewed(plan, newer(KIT, objectives=()))
    assert [row.text for row in told.left_to_unit] == ["Cobrar"]
    assert after.objectives == plan.objectives
    assert after.objectives[0].id not in protected_fields(after)


def test_a_line_to_which_the_unit_has_tied_an_objective_of_its_own_stays(renewed) -> None:
    plan = plan_from_kit(KIT)
    tie = ObjectiveLine(id="tie", strategic_line_id=given_id(plan.id, "b"))
    own = Objective(id="own", position=1, text="Pavimentar", lines=(tie,))
    plan = replace(plan, objectives=(*plan.objectives, own))
    after, told = renewed(plan, newer(KIT, strategic_lines=KIT.strategic_lines[:1]))
    assert [row.id for row in told.left_to_unit] == [given_id(plan.id, "b")]
    assert after.objectives == plan.objectives


def test_given_rows_stand_in_the_order_of_the_kit_and_those_of_the_unit_where_they_were(
    renewed,
) -> None:
    plan = plan_from_kit(KIT)
    own = StrategicLine(id="own", position=1, name="Propia")
    first, second = plan.strategic_lines
    plan = replace(plan, strategic_lines=(first, own, replace(second, position=2)))
    a, b = KIT.strategic_lines
    lines = (b, StrategicLine(id="new", position=1, name="Nueva"), replace(a, position=2))
    after, _ = renewed(plan, newer(KIT, strategic_lines=lines))
    names = [line.name for line in after.strategic_lines]
    assert names == ["Obras", "Nueva", "Propia", "Finanzas"]
    assert [line.position for line in after.strategic_lines] == [0, 1, 2, 3]


def test_the_months_move_when_the_office_lets_the_year_begin_in_another(renewed) -> None:
    plan = plan_from_kit(KIT)
    march = MonthRecord(id="m", month="2027-03", planned_thousandths=1000)
    goal = Goal(id="g", activities=(Activity(id="act", months=(march,)),))
    plan = replace(plan, objectives=(replace(plan.objectives[0], goals=(goal,)),))
    after, _ = renewed(plan, newer(KIT, first_month="2026-07", year_label="2026-2027"))
    assert (after.first_month, after.year_label) == ("2026-07", "2026-2027")
    after, _ = renewed(plan, newer(KIT, first_month="2028-01", year_label="2028"))
    assert next(after.activities()).months[0].month == "2028-03"


FREE_TO_MOVE = ("first_month", "month_count", "year_label")


@st.composite
def kits(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """Draw a kit and a newer one that shares some rows with it."""
    old, other = draw(plans(most=2)), draw(plans(most=2))
    assume(old.id != other.id)  # drawn alike, their rows would have the same ids too
    kept = tuple(line for line in old.strategic_lines if draw(st.booleans()))
    ties = {line.id for line in (*kept, *other.strategic_lines)}
    objectives = [
        replace(one, lines=tuple(tie for tie in one.lines if tie.strategic_line_id in ties))
        for one in (*reversed(old.objectives), *other.objectives)
        if draw(st.booleans())
    ]
    same_year = {name: getattr(old, name) for name in FREE_TO_MOVE}
    new = replace(
        other,
        id=old.id,
        role="kit",
        revision=2,
        strategic_lines=_placed((*kept, *other.strategic_lines)),
        objectives=_placed(objectives),
        **same_year,
    )
    return replace(old, role="kit", revision=1), new


def _placed(rows):
    return tuple(replace(row, position=at) for at, row in enumerate(rows))


def worked_on(plan: Plan, work: Plan) -> Plan:
    """Return a plan from a kit in which a unit has written: rows of its own beside and below."""
    objectives = [
        replace(one, goals=_placed((*one.goals, *own.goals)))
        for one, own in zip(plan.objectives, work.objectives, strict=False)
    ]
    rest = plan.objectives[len(objectives) :]
    more = [replace(one, lines=()) for one in work.objectives[len(objectives) :]]
    return replace(
        plan,
        unit=work.unit,
        responsible=work.responsible,
        introduction=work.introduction,
        strategic_lines=_placed((*work.strategic_lines, *plan.strategic_lines)),
        objectives=_placed((*objectives, *rest, *more)),
    )


def own_work(plan: Plan, protected: dict[str, frozenset[str]]) -> dict[str, tuple]:
    """Return {row id: parent, own fields} of all that no kit has given."""
    result = {}
    for parent_id, row in (("", plan), *rows_under(plan)):
        fields = declared_fields(row.TABLE).keys() - protected.get(row.id, frozenset())
        fields -= {"kit_version"}
        if row.TABLE != "kit_part" and (row.id not in protected or row is plan):
            result[row.id] = (parent_id, {name: getattr(row, name) for name in fields})
    return result


def in_order(plan: Plan, own: Collection[str]) -> dict[str, list[str]]:
    """Return {parent id: own rows below it, from above}; what was given may move with all below."""
    result: defaultdict[str, list[str]] = defaultdict(list)
    for parent_id, row in rows_under(plan):
        if row.id in own:
            result[parent_id].append(row.id)
    return dict(result)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kits(), plans(most=2))
def test_the_own_work_of_the_unit_is_the_same_before_and_after(renewed, pair, work) -> None:
    old, new = pair
    plan = worked_on(plan_from_kit(old, "Catastro"), work)
    after, told = renewed(plan, new)
    protected = {**protected_fields(plan), **protected_fields(after)}
    protected[plan.id] |= protected_fields(plan)[plan.id]
    before = own_work(plan, protected)
    assert own_work(after, protected) == before
    assert in_order(after, before) == in_order(plan, before)
    assert all(row.id in {one.id for _, one in rows_under(after)} for row in told.left_to_unit)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kits())
def test_a_plan_without_own_work_becomes_as_if_begun_with_the_newer_kit(renewed, pair) -> None:
    old, new = pair
    plan = plan_from_kit(old)
    after, told = renewed(plan, new)
    assert not told.left_to_unit
    lines = [line.name for line in after.strategic_lines]
    assert lines == [line.name for line in new.strategic_lines]
    wanted = [one.text for one in plan_from_kit(new).objectives]
    assert [one.text for one in after.objectives] == wanted
