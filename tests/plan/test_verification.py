"""The code on the paper and the code of the file are the same for the same words and figures."""

from dataclasses import replace

import pytest
from generated_plans import plans
from hypothesis import given, settings
from small_plans import activity, goal, objective, plan

from poadesk.plan.as_typed import with_field
from poadesk.plan.fields import Text
from poadesk.plan.model import (
    CatalogueItem,
    Delivery,
    Deviation,
    KitPart,
    MonthRecord,
    Plan,
    Remark,
    Row,
    declared_fields,
    new_id,
    rows_under,
)
from poadesk.plan.places import places
from poadesk.plan.plan_json import from_json, to_json
from poadesk.plan.verification import as_code, verification_code

SMALL = plan(
    objective(goal(activity({3: 2}, text="Visitar"), text="Meta"), text="Objetivo"), unit="Cuentas"
)


def of_activity(**changes: object) -> Plan:
    """Return the small plan with its activity changed."""
    (first,) = SMALL.objectives
    (only,) = first.goals
    (done,) = only.activities
    only = replace(only, activities=(replace(done, **changes),))
    return replace(SMALL, objectives=(replace(first, goals=(only,)),))


def test_the_code_can_be_read_aloud() -> None:
    code = verification_code(SMALL)
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert not set(code) & set("ILOU")


@pytest.mark.parametrize(
    "changed",
    [
        replace(SMALL, unit="cuentas"),
        replace(SMALL, introduction=" "),
        replace(SMALL, logo=b"\xff\xd8\xff"),
        of_activity(text="Visitár"),
        of_activity(months=(MonthRecord(id="m", month="2027-04", planned_thousandths=2000),)),
        of_activity(months=(MonthRecord(id="m", month="2027-03", budget_cents=1),)),
        replace(SMALL, objectives=(*SMALL.objectives, objective())),
        replace(SMALL, objectives=()),
    ],
    ids=["case", "space", "picture", "accent", "month", "money", "one more", "one less"],
)
def test_any_change_of_what_is_printed_changes_the_code(changed: Plan) -> None:
    assert verification_code(changed) != verification_code(SMALL)


def test_what_is_done_said_and_sent_changes_no_code() -> None:
    (record,) = next(SMALL.activities()).months
    followed = of_activity(
        months=(
            replace(record, done_thousandths=2000, spent_cents=5),
            MonthRecord(id="m", month="2027-09", done_thousandths=1000),
        ),
        deviations=(Deviation(id="v", month="2027-06", cause="Lluvia"),),
    )
    on_its_way = replace(
        followed,
        state="observed",
        revision=4,
        position=7,
        kit_version=2,
        recording_months=3,
        remarks=(Remark(id="r", text="¿Cuántos?"),),
        deliveries=(Delivery(id="d"),),
        kit_parts=(KitPart(id="k"),),
        catalogue=(CatalogueItem(id="c", name="aviso"),),
    )
    assert verification_code(on_its_way) == verification_code(SMALL)


@given(plans(most=2))
@settings(max_examples=40)
def test_other_ids_give_the_same_code(generated: Plan) -> None:
    named = to_json([generated])
    for row_id in [generated.id, *(row.id for _, row in rows_under(generated))]:
        named = named.replace(f'"{row_id}"', f'"{new_id()}"')
    (renamed,) = from_json(named)
    assert verification_code(renamed) == verification_code(generated)


@given(plans(most=2))
@settings(max_examples=40)
def test_export_and_import_keep_the_code(generated: Plan) -> None:
    (imported,) = from_json(to_json([generated]))
    assert verification_code(imported) == verification_code(generated)


@pytest.mark.parametrize(
    "row", [SMALL, *(row for _, row in rows_under(SMALL))], ids=lambda row: row.TABLE
)
def test_a_letter_more_in_any_text_changes_the_code(row: Row) -> None:
    for name, kind in declared_fields(row.TABLE).items():
        if type(kind) is Text and name != "due_on":
            changed = with_field(SMALL, places(SMALL), row.id, name, getattr(row, name) + "a")
            assert verification_code(changed) != verification_code(SMALL), name


@pytest.mark.parametrize("typed", ["7q2m x4pd 9kta", "7Q2MX4PD9KTA", " 7q2m-x4pd-9kta "])
def test_a_typed_code_is_understood(typed: str) -> None:
    assert as_code(typed) == "7Q2M-X4PD-9KTA"


def test_letters_that_look_alike_are_taken_for_the_figure() -> None:
    assert as_code("OI1L-0000-0000") == "0111-0000-0000"
