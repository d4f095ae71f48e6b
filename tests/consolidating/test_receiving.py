"""What becomes of a file in the office: new, an update, the same again, older, or refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from handing_over import (
    file_with,
    kinds,
    kit,
    of_units,
    read,
    receive,
    sent,
    states,
    texts,
    unit_plan,
)

from poadesk.consolidating.batch import CannotConsolidateError
from poadesk.plan.frozen import digest
from poadesk.plan.model import Delivery, Remark
from poadesk.plan.office import kit_of
from poadesk.plan.verification import verification_code
from poadesk.planfile.plan_file import COPIES_BESIDE, PlanFile

CATASTRO = unit_plan("Catastro", "Medir terrenos")
COBROS = unit_plan("Cobros", "Entregar avisos")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The office's file, with its material and no plan yet."""
    return file_with(tmp_path / "oficina" / "Consolidado 2027.sqlite", kit("Cobros", "Catastro"))


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    return tmp_path / "entregas"


def test_new_plans_are_received_with_every_word_of_theirs(office: Path, handed: Path) -> None:
    for plan in (CATASTRO, COBROS):
        file_with(handed / f"{plan.unit}.sqlite", sent(plan))
    outcome = receive(office, handed)
    assert states(outcome) == {"Catastro.sqlite": "new", "Cobros.sqlite": "new"}
    assert outcome.is_clean
    received = of_units(office)
    assert {digest(plan) for plan in received} == {digest(CATASTRO), digest(COBROS)}
    assert {plan.state for plan in received} == {"delivered"}


def test_plans_stand_as_the_office_expects_them_and_then_by_name(
    office: Path, handed: Path
) -> None:
    for name in ("Turismo", "ágora", "Catastro", "Cobros"):
        file_with(handed / f"{name}.sqlite", unit_plan(name, key=name.encode().hex()))
    receive(office, handed)
    assert [plan.unit for plan in of_units(office)] == ["Cobros", "Catastro", "ágora", "Turismo"]
    assert [plan.position for plan in read(office)] == [0, 1, 2, 3, 4]


def test_the_same_again_changes_nothing(office: Path, handed: Path) -> None:
    file_with(handed / "uno.sqlite", sent(CATASTRO))
    receive(office, handed)
    before = read(office)
    outcome = receive(office, handed)
    assert states(outcome) == {"uno.sqlite": "unchanged"}
    assert outcome.is_clean
    assert read(office) == before


def test_a_later_revision_takes_the_place_of_what_was_received(office: Path, handed: Path) -> None:
    first = sent(unit_plan("Catastro", "Medir terrenos", "Esto se quitará"))
    later = sent(
        replace(unit_plan("Catastro", "Medir mejor"), deliveries=first.deliveries),
        2,
        "2026-11-12 09:00",
    )
    receive(office, file_with(handed / "uno.sqlite", first))
    outcome = receive(office, file_with(handed / "dos.sqlite", later))
    assert states(outcome) == {"dos.sqlite": "updated"}
    (plan,) = of_units(office)
    assert texts([plan]) == {"Medir mejor"}
    assert plan.revision == 2
    assert [(one.event, one.revision) for one in plan.deliveries].count(("received", 1)) == 1
    assert [(one.event, one.revision) for one in plan.deliveries].count(("received", 2)) == 1


def test_an_older_revision_is_shown_and_not_taken_unless_asked(office: Path, handed: Path) -> None:
    old = file_with(handed / "viejo.sqlite", sent(unit_plan("Catastro", "Antes")))
    new = file_with(handed / "nuevo.sqlite", sent(unit_plan("Catastro", "Ahora"), 2))
    receive(office, new)
    before = read(office)
    outcome = receive(office, old)
    assert states(outcome) == {"viejo.sqlite": "older"}
    assert not outcome.accepted[0].taken
    assert outcome.accepted[0].notes
    assert not outcome.is_clean
    assert read(office) == before
    assert receive(office, old, take_older=True).accepted[0].taken
    assert texts(of_units(office)) == {"Antes"}


def test_the_later_of_two_old_ones_is_taken_whatever_their_names(
    office: Path, handed: Path, tmp_path: Path
) -> None:
    receive(office, file_with(tmp_path / "3.sqlite", sent(unit_plan("Catastro", "Tres"), 3)))
    for first, second in (("a", "b"), ("b", "a")):
        folder = handed / first
        file_with(folder / f"{first}.sqlite", sent(unit_plan("Catastro", "Uno"), 1))
        file_with(folder / f"{second}.sqlite", sent(unit_plan("Catastro", "Dos"), 2))
        receive(office, folder, take_older=True)
        assert texts(of_units(office)) == {"Dos"}
        receive(office, tmp_path / "3.sqlite")


def test_a_plan_that_was_copied_without_sending_is_later_by_its_last_edit(
    office: Path, handed: Path
) -> None:
    path = file_with(handed / "copiado.sqlite", CATASTRO)
    receive(office, path)
    with PlanFile.open(path) as file, file.step("Escribir") as step:
        step.put("activity", "Catastro activity 0", text="Medir y dibujar")
    assert states(receive(office, path)) == {"copiado.sqlite": "updated"}
    assert texts(of_units(office)) == {"Medir y dibujar"}


def test_a_plan_of_another_year_is_refused_with_its_year(office: Path, handed: Path) -> None:
    old = unit_plan("Catastro", year_label="2026", first_month="2026-01")
    outcome = receive(office, file_with(handed / "viejo.sqlite", old))
    assert kinds(outcome) == {"viejo.sqlite": "other_year"}
    assert "2026" in outcome.rejected[0].reason
    assert "2027" in outcome.rejected[0].reason
    assert of_units(office) == ()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"first_month": "2027-07"}, "va de julio de 2027 a junio de 2028"),
        ({"month_count": 6}, "va de enero a junio de 2027"),
    ],
)
def test_a_plan_of_other_months_is_refused_though_it_names_the_same_year(
    office: Path, handed: Path, own: dict[str, object], said: str
) -> None:
    outcome = receive(office, file_with(handed / "otro.sqlite", unit_plan("Catastro", **own)))
    assert kinds(outcome) == {"otro.sqlite": "other_year"}
    assert outcome.rejected[0].reason == (
        f"El plan de “Catastro” {said} y aquí se juntan los que van de enero a diciembre de 2027: "
        "pida a la unidad el de esos meses."
    )
    assert of_units(office) == ()


def test_without_material_the_months_of_most_plans_are_those_of_the_file(
    tmp_path: Path, handed: Path
) -> None:
    office = tmp_path / "nuevo.sqlite"
    file_with(handed / "a.sqlite", unit_plan("Aseo"))
    for unit in ("Catastro", "Cobros"):
        file_with(handed / f"{unit}.sqlite", unit_plan(unit, first_month="2027-03"))
    outcome = receive(office, handed)
    assert kinds(outcome) == {"a.sqlite": "other_year"}
    assert [plan.first_month for plan in read(office)] == ["2027-03"] * 3


def test_without_material_the_year_of_most_plans_is_that_of_the_file(
    tmp_path: Path, handed: Path
) -> None:
    office = tmp_path / "nuevo.sqlite"
    file_with(handed / "a.sqlite", unit_plan("Aseo", year_label="2026", first_month="2026-01"))
    file_with(handed / "b.sqlite", CATASTRO)
    file_with(handed / "c.sqlite", COBROS)
    outcome = receive(office, handed)
    assert kinds(outcome) == {"a.sqlite": "other_year"}
    assert states(outcome) == {"b.sqlite": "new", "c.sqlite": "new"}
    made = kit_of(read(office))
    assert made is not None
    assert (made.year_label, made.entity) == ("2027", "Alcaldía de Prueba")
    assert {plan.unit for plan in of_units(office)} == {"Catastro", "Cobros"}


def test_two_plans_for_one_unit_are_pointed_out(office: Path, handed: Path) -> None:
    file_with(handed / "a.sqlite", unit_plan("Catastro"))
    file_with(handed / "b.sqlite", unit_plan("  CATÁSTRO ", key="otro"))
    outcome = receive(office, handed)
    assert states(outcome) == {"a.sqlite": "new", "b.sqlite": "new"}
    assert all("dos planes" in " ".join(one.notes) for one in outcome.accepted)
    assert not outcome.is_clean


def test_one_plan_under_two_names_is_pointed_out(office: Path, handed: Path) -> None:
    receive(office, file_with(handed / "a.sqlite", sent(CATASTRO)))
    renamed = sent(replace(CATASTRO, unit="Turismo"), 2)
    outcome = receive(office, file_with(handed / "b.sqlite", renamed))
    assert states(outcome) == {"b.sqlite": "updated"}
    assert "Turismo" in outcome.accepted[0].notes[0]
    assert "Catastro" in outcome.accepted[0].notes[0]


def test_rows_of_another_unit_are_not_taken_twice(office: Path, handed: Path) -> None:
    file_with(handed / "a.sqlite", CATASTRO)
    file_with(handed / "b.sqlite", replace(CATASTRO, id="otro plan", unit="Turismo"))
    outcome = receive(office, handed)
    assert kinds(outcome) == {"b.sqlite": "taken_rows"}
    assert [plan.unit for plan in of_units(office)] == ["Catastro"]


def test_remarks_of_the_office_stay_and_answers_of_the_unit_arrive(
    office: Path, handed: Path
) -> None:
    receive(office, file_with(handed / "a.sqlite", sent(CATASTRO)))
    mine = tuple(
        Remark(id=f"remark {n}", position=n, text=f"Falta {n}", state=state)
        for n, state in enumerate(("open", "resolved", "open"))
    )
    with PlanFile.open(office) as file, file.step("Observar") as step:
        for remark in mine:
            step.put_row(remark, CATASTRO.id)
        step.put("plan", CATASTRO.id, state="observed")
    answers = (
        replace(mine[0], text="Cambiado por la unidad", answer="Ya está", state="answered"),
        replace(mine[1], answer="También", state="open"),
        Remark(id="remark 9", position=9, text="De la unidad"),
    )
    receive(office, file_with(handed / "b.sqlite", sent(replace(CATASTRO, remarks=answers), 2)))
    (plan,) = of_units(office)
    assert [(one.text, one.answer, one.state) for one in plan.remarks] == [
        ("Falta 0", "Ya está", "answered"),
        ("Falta 1", "También", "resolved"),
        ("Falta 2", "", "open"),
        ("De la unidad", "", "open"),
    ]
    assert plan.state == "delivered"


def test_no_file_approves_itself(office: Path, handed: Path) -> None:
    approval = Delivery(id="made up", event="approved", code=verification_code(CATASTRO))
    path = file_with(
        handed / "a.sqlite", replace(CATASTRO, state="approved", deliveries=(approval,))
    )
    receive(office, path)
    (plan,) = of_units(office)
    assert plan.state == "delivered"
    assert "approved" not in {one.event for one in plan.deliveries}


def test_an_approved_plan_stays_so_while_only_what_was_done_changes(
    office: Path, handed: Path
) -> None:
    receive(office, file_with(handed / "a.sqlite", sent(CATASTRO)))
    approval = Delivery(
        id="approval", position=9, event="approved", code=verification_code(CATASTRO)
    )
    with PlanFile.open(office) as file, file.step("Aprobar") as step:
        step.put_row(approval, CATASTRO.id)
        step.put("plan", CATASTRO.id, state="approved")
    with PlanFile.open(handed / "a.sqlite") as file, file.step("Registrar") as step:
        step.put("month_record", "Catastro month 0", done_thousandths=500)
    receive(office, handed)
    assert of_units(office)[0].state == "approved"
    with PlanFile.open(handed / "a.sqlite") as file, file.step("Cambiar") as step:
        step.put("month_record", "Catastro month 0", planned_thousandths=500)
        step.put("plan", CATASTRO.id, revision=2)
    receive(office, handed)
    assert of_units(office)[0].state == "delivered"


def test_what_the_office_returned_is_no_delivery_when_it_comes_back_unread(
    office: Path, handed: Path
) -> None:
    receive(office, file_with(handed / "a.sqlite", sent(CATASTRO)))
    with PlanFile.open(office) as file, file.step("Observar") as step:
        step.put_row(Remark(id="remark", text="Falta"), CATASTRO.id)
    returned = file_with(handed / "devuelto.sqlite", of_units(office)[0])
    assert states(receive(office, returned)) == {"devuelto.sqlite": "unchanged"}


def test_what_was_received_is_kept_as_it_was(office: Path, handed: Path) -> None:
    receive(office, file_with(handed / "a.sqlite", sent(CATASTRO)))
    receive(office, file_with(handed / "b.sqlite", sent(unit_plan("Catastro", "Otra"), 2)))
    with PlanFile.open(office) as file:
        kept = file.revision(digest(CATASTRO))
    assert kept is not None
    assert texts([kept]) == {"Medir terrenos"}


def test_the_file_of_one_unit_is_not_made_into_one_of_the_office(
    tmp_path: Path, handed: Path
) -> None:
    own = file_with(tmp_path / "catastro.sqlite", CATASTRO)
    before = own.read_bytes()
    with pytest.raises(CannotConsolidateError, match="plan de una unidad"):
        receive(own, file_with(handed / "cobros.sqlite", COBROS))
    assert own.read_bytes() == before


def test_the_material_of_the_office_and_folders_without_plans_are_refused(
    office: Path, handed: Path, tmp_path: Path
) -> None:
    material = file_with(handed / "material.sqlite", kit("Cobros"))
    nothing = tmp_path / "vacía"
    nothing.mkdir()
    outcome = receive(office, material, nothing, tmp_path / "no está.sqlite")
    assert kinds(outcome) == {
        "material.sqlite": "kit",
        "no está.sqlite": "missing",
        "vacía": "missing",
    }
    assert "es material de la oficina, no un plan" in outcome.rejected[0].reason


def test_folders_are_searched_but_copies_links_and_the_file_itself_are_left_out(
    office: Path, handed: Path
) -> None:
    file_with(handed / "2027" / "Catastro" / "plan.SQLITE", CATASTRO)
    file_with(handed / COPIES_BESIDE / "copia.sqlite", COBROS)
    (handed / "2027" / "lista.pdf").write_bytes(b"%PDF")
    (handed / "2027" / "otra vez").symlink_to(handed, target_is_directory=True)
    assert states(receive(office, handed, office.parent)) == {"plan.SQLITE": "new"}
