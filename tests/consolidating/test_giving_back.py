"""A plan goes back to its unit, and the unit takes it into its own newer file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from poadesk.consolidating.approving import approve
from poadesk.consolidating.batch import consolidate
from poadesk.consolidating.returning import give_back
from poadesk.consolidating.taking import LABEL, Taken, returned_plan, take
from poadesk.plan.frozen import digest
from poadesk.plan.model import Goal, Objective, Plan, Remark
from poadesk.planfile.errors import CannotSaveError, PlanFileError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.sending import send

NOW = datetime(2026, 11, 20, 10, 42)
LATER = datetime(2026, 11, 24, 8, 5)


def a_plan(name: str) -> Plan:
    goals = (Goal(id=f"goal of {name}", text="Cuidar cuarenta árboles"),)
    objectives = (Objective(id=f"objective of {name}", text="Cuidar", goals=goals),)
    return Plan(
        id=name, unit=name.title(), entity="Alcaldía", year_label="2027", objectives=objectives
    )


class Desks:
    """A unit with its file, and the planning office with its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unit, self.office = folder / "parques.sqlite", folder / "consolidado.sqlite"
        with PlanFile.create(self.unit) as file:
            file.begin_with([a_plan("parques")])

    def plan(self, path: Path | None = None) -> Plan:
        with PlanFile.open(path or self.unit, read_only=True) as file:
            return next(plan for plan in file.read() if plan.role == "plan")

    def hand_over(self, now: datetime = NOW) -> None:
        with PlanFile.open(self.unit) as file:
            sent = send(file, file.read()[0], [], b"%PDF", self.folder / "usb", now)
        consolidate(self.office, [sent.file])

    def at_office(self, action: Callable[[PlanFile, Plan], object]) -> None:
        with PlanFile.open(self.office) as file:
            action(file, next(plan for plan in file.read() if plan.role == "plan"))

    def remark(self, remark_id: str, text: str, **values: str) -> None:
        def write(file: PlanFile, plan: Plan) -> None:
            with file.step("Observar") as step:
                made = Remark(id=remark_id, about_id="goal of parques", text=text, **values)
                step.put_row(made, plan.id)

        self.at_office(write)

    def approve(self) -> None:
        def write(file: PlanFile, plan: Plan) -> None:
            with file.step("Aprobar") as step:
                approve(step, plan, NOW)

        self.at_office(write)

    def returned(self, now: datetime = NOW) -> Path:
        made: list[Path] = []
        self.at_office(
            lambda file, plan: made.append(
                give_back(file, plan, self.folder / "de vuelta", now).file
            )
        )
        return made[0]

    def take(self, path: Path) -> Taken:
        with PlanFile.open(self.unit) as file:
            own, came = returned_plan(path, file.read())
            with file.step(LABEL) as step:
                return take(step, own, came)

    def write(self, table: str, row_id: str, **values: str) -> None:
        with PlanFile.open(self.unit) as file, file.step("Escribir") as step:
            step.put(table, row_id, **values)


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    made = Desks(tmp_path)
    made.hand_over()
    return made


def test_what_goes_back_is_one_plan_with_its_remarks_and_without_steps(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles árboles?")
    path = desks.returned()
    assert path.name == "POA 2027 Parques, revisión 1, con observaciones.sqlite"
    with PlanFile.open(path, read_only=True) as file:
        (plan,) = file.read()
        assert file.journal.steps() == []
    assert [one.text for one in plan.remarks] == ["¿Cuáles árboles?"]
    assert (plan.state, plan.deliveries[-1].event) == ("observed", "returned")
    assert desks.plan(desks.office).state == "observed"


def test_nothing_said_is_nothing_to_give_back(desks: Desks) -> None:
    before = desks.office.read_bytes()
    with pytest.raises(CannotSaveError, match="Todavía no hay nada que devolver"):
        desks.returned()
    assert desks.office.read_bytes() == before
    assert not (desks.folder / "de vuelta").exists()


def test_giving_back_is_one_step_of_the_office(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    before = desks.plan(desks.office)
    desks.returned()
    with PlanFile.open(desks.office) as file:
        done = file.journal.undo()
    assert done is not None
    assert done.label == "Devolver el plan"
    assert desks.plan(desks.office) == before


def test_the_unit_takes_the_remarks_and_keeps_every_word_of_its_own(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles árboles?")
    path = desks.returned()
    desks.write("goal", "goal of parques", text="Cuidar sesenta árboles")
    taken = desks.take(path)
    plan = desks.plan()
    assert (taken.new_remarks, taken.open_remarks, taken.state) == (1, 1, "observed")
    assert next(plan.goals()).text == "Cuidar sesenta árboles"
    assert [one.text for one in plan.remarks] == ["¿Cuáles árboles?"]
    assert plan.state == "observed"
    assert [one.event for one in plan.deliveries] == ["sent", "returned"]


def test_taking_is_one_step_that_can_be_taken_back(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    desks.approve()
    path = desks.returned()
    before = desks.plan()
    desks.take(path)
    assert desks.plan() != before
    with PlanFile.open(desks.unit) as file:
        assert file.journal.undo() is not None
    assert desks.plan() == before


def test_taking_the_same_again_changes_nothing(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    path = desks.returned()
    desks.take(path)
    before = desks.unit.read_bytes()
    taken = desks.take(path)
    assert (taken.is_new, taken.new_remarks) == (False, 0)
    assert desks.unit.read_bytes() == before


def test_an_answer_reaches_the_office_and_comes_back_resolved(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    desks.take(desks.returned())
    desks.write("remark", "r1", answer="Los del parque central", state="answered")
    desks.hand_over(LATER)
    (seen,) = desks.plan(desks.office).remarks
    assert (seen.answer, seen.state) == ("Los del parque central", "answered")
    desks.remark("r1", "¿Cuáles?", answer=seen.answer, state="resolved")
    taken = desks.take(desks.returned(LATER))
    (own,) = desks.plan().remarks
    assert (own.answer, own.state) == ("Los del parque central", "resolved")
    assert (taken.changed_remarks, taken.open_remarks) == (1, 0)


def test_a_remark_that_the_office_opens_again_is_open_for_the_unit(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    desks.take(desks.returned())
    desks.write("remark", "r1", answer="Todos", state="answered")
    desks.hand_over(LATER)
    desks.remark("r1", "¿Todos? Diga cuáles.", answer="Todos", state="open")
    desks.take(desks.returned(LATER))
    (own,) = desks.plan().remarks
    assert (own.text, own.answer, own.state) == ("¿Todos? Diga cuáles.", "Todos", "open")


def test_an_answer_that_the_office_has_not_seen_yet_stays(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    path = desks.returned()
    desks.take(path)
    desks.write("remark", "r1", answer="Todos", state="answered")
    desks.remark("r2", "¿Y el costo?")
    desks.take(desks.returned(LATER))
    first, second = desks.plan().remarks
    assert (first.answer, first.state) == ("Todos", "answered")
    assert (second.text, second.state) == ("¿Y el costo?", "open")


def test_an_old_return_does_not_undo_a_newer_delivery(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    path = desks.returned()
    desks.write("goal", "goal of parques", text="Cuidar sesenta árboles")
    desks.hand_over(LATER)
    taken = desks.take(path)
    assert (taken.new_remarks, taken.state) == (1, "delivered")
    assert desks.plan().state == "delivered"


def test_an_approved_plan_is_kept_as_it_was_approved(desks: Desks) -> None:
    desks.approve()
    path = desks.returned()
    assert path.name.endswith("revisión 1, aprobado.sqlite")
    desks.write("goal", "goal of parques", text="Cuidar sesenta árboles")
    taken = desks.take(path)
    assert taken.state == "approved"
    with PlanFile.open(desks.unit, read_only=True) as file:
        (plan,) = file.read()
        approved = [one for one in plan.deliveries if one.event == "approved"]
        baseline = file.revision(approved[0].digest)
    assert baseline is not None
    assert next(baseline.goals()).text == "Cuidar cuarenta árboles"
    assert next(plan.goals()).text == "Cuidar sesenta árboles"


def test_the_return_file_itself_opens_with_what_was_approved(desks: Desks) -> None:
    desks.approve()
    desks.remark("r1", "Una cosa más")
    with PlanFile.open(desks.returned(), read_only=True) as file:
        (plan,) = file.read()
        told = next(one.digest for one in plan.deliveries if one.event == "approved")
        assert file.revision(told) is not None
        assert told != digest(plan)


def test_approving_twice_is_approving_once(desks: Desks) -> None:
    desks.approve()
    before = desks.plan(desks.office)
    desks.approve()
    assert desks.plan(desks.office) == before
    assert before.state == "approved"


def test_a_plan_that_is_sent_again_with_other_words_is_no_longer_approved(desks: Desks) -> None:
    desks.approve()
    desks.take(desks.returned())
    desks.hand_over(LATER)
    assert desks.plan().state == "approved"
    desks.write("goal", "goal of parques", text="Cuidar sesenta árboles")
    desks.hand_over(LATER)
    assert desks.plan().state == desks.plan(desks.office).state == "delivered"


def test_the_return_of_another_plan_is_refused(desks: Desks, tmp_path: Path) -> None:
    desks.remark("r1", "¿Cuáles?")
    path = desks.returned()
    other = tmp_path / "aseo.sqlite"
    with PlanFile.create(other) as file:
        file.begin_with([a_plan("aseo")])
    before = other.read_bytes()
    with PlanFile.open(other) as file, pytest.raises(PlanFileError, match="es de otro plan"):
        returned_plan(path, file.read())
    assert other.read_bytes() == before


def test_a_copy_that_nobody_gave_back_is_told_from_a_return(desks: Desks) -> None:
    (sent,) = (desks.folder / "usb").rglob("*.sqlite")
    with pytest.raises(PlanFileError, match="no la ha devuelto todavía"):
        desks.take(sent)


def test_a_damaged_return_is_refused_and_changes_nothing(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    path = desks.returned()
    path.write_bytes(path.read_bytes()[:5000])
    before = desks.unit.read_bytes()
    with pytest.raises(PlanFileError):
        desks.take(path)
    assert desks.unit.read_bytes() == before


def test_a_return_cannot_write_over_rows_of_another_plan(desks: Desks) -> None:
    desks.remark("r1", "¿Cuáles?")
    path = desks.returned()
    with PlanFile.open(desks.unit) as file, file.step("Traer") as step:
        step.put_tree(a_plan("aseo"))
        step.put_row(Remark(id="r1", text="Del otro plan"), "aseo")
    before = desks.unit.read_bytes()
    with pytest.raises(PlanFileError, match="está dañado"):
        desks.take(path)
    assert desks.unit.read_bytes() == before
