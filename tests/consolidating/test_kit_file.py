"""The material of the office as a file: its version goes up when anything in it changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poadesk import cli
from poadesk.consolidating.kit_file import hand_out
from poadesk.plan.kit import is_handed_out
from poadesk.plan.model import CatalogueItem, Plan, Remark, StrategicLine
from poadesk.planfile.errors import CannotOpenError, CannotSaveError
from poadesk.planfile.plan_file import PlanFile

NOW = "2026-11-20 10:42"
KIT = Plan(
    id="kit",
    role="kit",
    entity="Valle Claro",
    strategic_lines=(StrategicLine(id="line", name="Finanzas"),),
    remarks=(Remark(id="r", text="nota de la oficina"),),
    catalogue=(CatalogueItem(id="u", kind="unit", code="07", name="Cuentas Corrientes"),),
)
UNIT = Plan(id="u1", position=1, unit="Catastro")


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([KIT, UNIT])
    return path


def in_file(path) -> tuple[Plan, ...]:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()


def test_the_file_holds_the_material_and_nothing_that_units_sent(office, tmp_path):
    with PlanFile.open(office) as file:
        hand_out(file, tmp_path / "Material.sqlite", NOW)
    (kit,) = in_file(tmp_path / "Material.sqlite")
    assert is_handed_out([kit])
    assert not is_handed_out(in_file(office))
    assert (kit.id, kit.revision, kit.remarks, kit.deliveries) == ("kit", 1, (), ())
    assert kit.catalogue == KIT.catalogue


def test_the_version_goes_up_only_when_something_changed(office, tmp_path):
    with PlanFile.open(office) as file:
        versions = [hand_out(file, tmp_path / "1.sqlite", NOW).revision]
        versions.append(hand_out(file, tmp_path / "2.sqlite", NOW).revision)
        with file.step("Cambiar") as step:
            step.put("strategic_line", "line", name="Finanzas sanas")
        versions.append(hand_out(file, tmp_path / "3.sqlite", NOW).revision)
        versions.append(hand_out(file, tmp_path / "4.sqlite", NOW).revision)
    assert versions == [1, 1, 2, 2]
    assert [one.file_name for one in in_file(office)[0].deliveries] == ["1.sqlite", "3.sqlite"]


def test_an_existing_file_is_never_written_over_and_the_office_stays_as_it_was(office, tmp_path):
    before = in_file(office)
    with PlanFile.open(office) as file, pytest.raises(CannotOpenError):
        hand_out(file, office, NOW)
    assert in_file(office) == before


def test_the_file_of_a_unit_has_no_material(plan_file, tmp_path):
    with (
        PlanFile.open(plan_file(UNIT)) as file,
        pytest.raises(CannotSaveError, match="no es de la oficina"),
    ):
        hand_out(file, tmp_path / "Material.sqlite", NOW)
    assert not (tmp_path / "Material.sqlite").exists()


def test_the_command_line_hands_out_the_material_and_begins_a_plan_with_it(
    office, tmp_path, capsys
):
    kit, plan = tmp_path / "Material.sqlite", tmp_path / "POA.sqlite"
    assert cli.run(["kit", str(office), "-o", str(kit)]) == 0
    assert "versión 1 del material" in capsys.readouterr().out
    order = ["new", str(plan), "--from", str(kit), "--unit", "cuentas  corrientes"]
    assert cli.run(order) == 0
    (made,) = in_file(plan)
    assert (made.unit, made.unit_code, made.role) == ("Cuentas Corrientes", "07", "plan")
    assert (made.entity, made.kit_id, made.kit_version) == ("Valle Claro", "kit", 1)


@pytest.mark.parametrize("unit", [[], ["--unit", " "]])
def test_a_kit_without_a_unit_begins_a_plan_without_one(tmp_path, unit):
    kit, plan = tmp_path / "Material.sqlite", tmp_path / "POA.sqlite"
    with PlanFile.create(kit) as file:
        file.begin_with([replace(KIT, catalogue=(replace(KIT.catalogue[0], code=""),))])
    assert cli.run(["new", str(plan), "--from", str(kit), *unit]) == 0
    (made,) = in_file(plan)
    assert (made.unit, made.unit_code, made.entity) == ("", "", "Valle Claro")


@pytest.mark.parametrize("begun_from", ["a plan", "nothing"])
def test_a_unit_goes_only_with_material(plan_file, tmp_path, capsys, begun_from):
    source = ["--from", str(plan_file(UNIT))] if begun_from == "a plan" else []
    assert cli.run(["new", str(tmp_path / "n.sqlite"), *source, "--unit", "Aseo"]) == 2
    said = capsys.readouterr().err
    assert "solo sirve con el material" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "n.sqlite").exists()
