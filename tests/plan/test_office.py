"""The planning office's own material is told from the plans of the units."""

from small_plans import plan

from poadesk.plan.office import is_office, kit_of, plans_of_units

UNIT, KIT = plan(), plan(role="kit")


def test_the_material_of_the_office_is_no_plan_of_a_unit() -> None:
    assert kit_of((UNIT, KIT)) == KIT
    assert plans_of_units((UNIT, KIT)) == (UNIT,)


def test_a_file_with_plans_of_units_alone_is_of_no_office() -> None:
    assert kit_of((UNIT,)) is None
    assert not is_office((UNIT, UNIT))
    assert is_office((KIT,))
