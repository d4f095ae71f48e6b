"""A plan is handed over: all of it and nothing else, or not at all."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from generated_plans import plans
from hypothesis import given, settings

from poadesk.plan.frozen import digest, thawed
from poadesk.plan.model import Plan
from poadesk.plan.verification import verification_code
from poadesk.planfile.errors import CannotOpenError, CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.sending import Sent, send

FIRST = datetime(2026, 11, 20, 10, 42)
LATER = datetime(2026, 11, 24, 8, 5)
ROOT = Path(__file__).parents[2]
PAPER = b"%PDF-1.4 the paper"


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "memoria"
    folder.mkdir()
    return folder


def hand_over(path: Path, folder: Path, now: datetime = FIRST) -> Sent:
    with PlanFile.open(path) as file:
        (plan,) = file.read()
        return send(file, plan, [], PAPER, folder, now)


def plan_in(path: Path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        (plan,) = file.read()
    return plan


def write(path: Path, text: str) -> None:
    with PlanFile.open(path) as file, file.step("Escribir") as step:
        step.put("goal", "goal-1", text=text)


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_folder_holds_the_plan_as_it_is_and_its_paper(plan_path: Path, usb: Path) -> None:
    before = plan_in(plan_path)
    sent = hand_over(plan_path, usb)
    assert [one.name for one in usb.iterdir()] == ["POA 2027 Parques y Jardines, revisión 1"]
    assert sorted(sent.folder.iterdir()) == sorted([sent.file, sent.paper])
    assert sent.paper.read_bytes() == PAPER
    assert digest(plan_in(sent.file)) == digest(before)
    assert plan_in(sent.file) == plan_in(plan_path)


def test_the_plan_knows_that_it_was_sent_and_as_what(plan_path: Path, usb: Path) -> None:
    sent = hand_over(plan_path, usb)
    plan = plan_in(plan_path)
    assert plan.deliveries == (sent.delivery,)
    assert (plan.state, plan.revision) == ("delivered", 1)
    assert (sent.delivery.event, sent.delivery.at) == ("sent", "2026-11-20 10:42")
    assert (sent.delivery.activities, sent.delivery.file_name) == (2, sent.file.name)
    with PlanFile.open(plan_path, read_only=True) as file:
        kept = file.revision(sent.delivery.digest)
    assert kept is not None
    assert kept.objectives == plan.objectives


def test_it_is_one_step_that_can_be_taken_back(plan_path: Path, usb: Path) -> None:
    before = plan_in(plan_path)
    hand_over(plan_path, usb)
    with PlanFile.open(plan_path) as file:
        done = file.journal.undo()
        assert done is not None
        assert done.label == "Preparar la entrega"
        assert file.read() == (before,)


def test_sending_again_what_has_not_changed_keeps_revision_and_delivery(
    plan_path: Path, usb: Path
) -> None:
    first = hand_over(plan_path, usb)
    before = plan_path.read_bytes()
    again = hand_over(plan_path, usb, LATER)
    assert again == first
    assert plan_path.read_bytes() == before
    assert len(list(usb.iterdir())) == 1


def test_what_has_changed_gets_the_next_revision_and_a_folder_of_its_own(
    plan_path: Path, usb: Path
) -> None:
    first = hand_over(plan_path, usb)
    content = first.file.read_bytes()
    write(plan_path, "Cuidar sesenta árboles")
    second = hand_over(plan_path, usb, LATER)
    assert second.delivery.revision == 2
    assert second.delivery.code != first.delivery.code
    assert second.folder.name == "POA 2027 Parques y Jardines, revisión 2"
    assert first.file.read_bytes() == content
    assert [one.revision for one in plan_in(second.file).deliveries] == [1, 2]


def test_neither_deleted_words_nor_steps_travel(plan_path: Path, usb: Path) -> None:
    secret = "palabras que se borraron"
    write(plan_path, secret)
    hand_over(plan_path, usb / "antes")  # kept in the plan's own file as it was sent
    write(plan_path, "Cuidar sesenta árboles")
    assert secret.encode() in plan_path.read_bytes()
    sent = hand_over(plan_path, usb / "después")
    content = sent.file.read_bytes()
    assert secret.encode() not in content
    assert b"Empezar el plan" not in content
    with PlanFile.open(sent.file) as file:
        assert file.journal.steps() == []
        kept = [row[0] for row in file._db.execute("SELECT content FROM kept_revision")]
    assert not [one for one in kept if secret in repr(thawed(one))]


def test_what_was_approved_travels_with_the_plan(plan_path: Path, usb: Path) -> None:
    with PlanFile.open(plan_path) as file:
        (plan,) = file.read()
        with file.step("Aprobar") as step:
            told = step.keep(plan)
            step.put(
                "delivery", "approved-1", plan_id=plan.id, event="approved", digest=told, position=0
            )
    write(plan_path, "Cuidar sesenta árboles")
    with PlanFile.open(hand_over(plan_path, usb).file, read_only=True) as file:
        approved = file.revision(told)
    assert approved is not None
    assert next(approved.goals()).text == "Cuidar cuarenta árboles"


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("../../etc/passwd", "POA 2027 .. .. etc passwd, revisión 1"),
        ("CON", "POA 2027 CON, revisión 1"),
        ('a<b>c:d"e|f?g*h\\i\n j', "POA 2027 a b c d e f g h i j, revisión 1"),
        ("  . ", "POA 2027, revisión 1"),
        ("\u202egnp.elif", "POA 2027 gnp.elif, revisión 1"),
    ],
)
def test_no_name_of_a_unit_leads_out_of_the_folder(
    plan_path: Path, usb: Path, unit: str, name: str
) -> None:
    with PlanFile.open(plan_path) as file, file.step("Escribir") as step:
        step.put("plan", "plan-1", unit=unit)
    sent = hand_over(plan_path, usb)
    assert sent.folder == usb / name
    assert [one.name for one in usb.iterdir()] == [name]


def test_a_very_long_name_still_fits_every_system(plan_path: Path, usb: Path) -> None:
    with PlanFile.open(plan_path) as file, file.step("Escribir") as step:
        step.put("plan", "plan-1", unit="Ñandutí " * 400)
    sent = hand_over(plan_path, usb)
    assert len(sent.file.name) <= 90
    assert len(str(sent.file.relative_to(usb))) < 180
    assert sent.folder.name.endswith(", revisión 1")


def test_what_else_lies_in_the_folder_of_a_delivery_stays(plan_path: Path, usb: Path) -> None:
    sent = hand_over(plan_path, usb)
    (sent.folder / "firmado.jpg").write_bytes(b"scan")
    sent.paper.write_bytes(b"spoilt")
    hand_over(plan_path, usb)
    assert (sent.folder / "firmado.jpg").read_bytes() == b"scan"
    assert sent.paper.read_bytes() == PAPER


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disco"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_nothing_is_left_and_the_plan_is_as_before(
    plan_path: Path, small_disk: Path
) -> None:
    before = plan_path.read_bytes()
    filler = small_disk / "relleno"
    filler.write_bytes(b"x" * (free_bytes(small_disk) - 60_000))
    with pytest.raises(CannotSaveError, match=r"no se cambió nada|espacio"):
        hand_over(plan_path, small_disk)
    assert list(small_disk.iterdir()) == [filler]
    assert plan_path.read_bytes() == before


def test_when_the_disk_of_the_plan_is_full_no_delivery_is_left(
    plan_path: Path, usb: Path, small_disk: Path
) -> None:
    own = Path(shutil.copy(plan_path, small_disk))
    with PlanFile.open(own) as file:
        (plan,) = file.read()
        (small_disk / "relleno").write_bytes(b"x" * free_bytes(small_disk))
        with pytest.raises(CannotSaveError) as refused:
            send(file, plan, [], PAPER, usb, FIRST)
        assert refused.value.kind == "full"
        assert file.read() == (plan,)
    assert list(usb.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused(plan_path: Path, usb: Path) -> None:
    (usb / "archivo").write_bytes(b"x")
    before = plan_path.read_bytes()
    with pytest.raises(CannotSaveError, match="no se cambió nada"):
        hand_over(plan_path, usb / "archivo" / "dentro")
    assert plan_path.read_bytes() == before
    assert everything_in(usb) == {"archivo": b"x"}


def test_when_the_plan_cannot_note_it_the_earlier_delivery_comes_back(
    plan_path: Path, usb: Path
) -> None:
    sent = hand_over(plan_path, usb)
    sent.paper.write_bytes(b"the paper that was signed")
    before = everything_in(usb)
    with PlanFile.open(plan_path, read_only=True) as file:
        (plan,) = file.read()
        with pytest.raises(CannotSaveError, match="solo para leer"):
            send(file, plan, [], PAPER, usb, LATER)
    assert everything_in(usb) == before


def test_a_first_delivery_that_the_plan_cannot_note_leaves_nothing(
    plan_path: Path, usb: Path
) -> None:
    with PlanFile.open(plan_path, read_only=True) as file:
        (plan,) = file.read()
        with pytest.raises(CannotSaveError):
            send(file, plan, [], PAPER, usb / "nueva", LATER)
    assert list(usb.iterdir()) == []


def test_the_copy_that_was_handed_over_is_not_written_over_itself(
    plan_path: Path, usb: Path
) -> None:
    sent = hand_over(plan_path, usb)
    before = sent.file.read_bytes()
    with pytest.raises(CannotSaveError, match="la copia que ya se preparó"):
        hand_over(sent.file, usb)
    assert sent.file.read_bytes() == before


def test_what_is_sent_is_what_was_printed_even_if_somebody_wrote_since(
    plan_path: Path, usb: Path
) -> None:
    with PlanFile.open(plan_path) as file:
        (printed,) = file.read()
        with file.step("Escribir") as step:
            step.put("goal", "goal-1", text="Otra cosa")
        sent = send(file, printed, [], PAPER, usb, FIRST)
        (now,) = file.read()
    assert digest(plan_in(sent.file)) == digest(printed) == sent.delivery.digest
    assert digest(now) != sent.delivery.digest


def test_material_of_the_office_is_no_plan_to_hand_over(plan_path: Path, usb: Path) -> None:
    with PlanFile.open(plan_path) as file:
        (plan,) = file.read()
        with pytest.raises(CannotSaveError, match="material de la oficina"):
            send(file, replace(plan, role="kit"), [], PAPER, usb, FIRST)
    assert list(usb.iterdir()) == []


def test_the_file_that_is_handed_over_opens_like_any_plan(plan_path: Path, usb: Path) -> None:
    sent = hand_over(plan_path, usb)
    os.chmod(sent.file, 0o444)
    with pytest.raises(CannotOpenError):
        PlanFile.open(sent.file)
    assert plan_in(sent.file).unit == "Parques y Jardines"


@settings(max_examples=25)
@given(plan=plans())
def test_any_plan_arrives_as_it_was_sent(plan: Plan) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.sqlite"
        with PlanFile.create(path) as file:
            file.begin_with([replace(plan, role="plan")])
        before = plan_in(path)
        sent = hand_over(path, Path(folder) / "memoria")
        arrived = plan_in(sent.file)
        assert digest(arrived) == digest(before)
        assert verification_code(arrived) == sent.delivery.code == verification_code(before)


def test_a_program_that_is_killed_leaves_a_whole_delivery_or_none(
    plan_path: Path, usb: Path
) -> None:
    before = plan_in(plan_path)
    for calls in (0, 12, 25, 50):
        code = _KILLED_AFTER.format(own=str(plan_path), usb=str(usb), calls=calls)
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT
        )
        assert done.returncode == -9, done.stderr
        plan = plan_in(plan_path)
        assert digest(plan) == digest(before)
        for folder in usb.glob("POA*"):
            assert sorted(one.suffix for one in folder.iterdir()) == [".pdf", ".sqlite"]
            (file,) = folder.glob("*.sqlite")
            assert digest(plan_in(file)) == digest(before)
    sent = hand_over(plan_path, usb)
    assert sent.delivery.revision == 1


# Sends, and is killed when the program has asked the system for files so many times.
_KILLED_AFTER = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.sending import send
import poadesk.planfile.connecting

file = PlanFile.open(Path({own!r}))
(plan,) = file.read()
left = {calls}

def kill(event, _):
    global left
    if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(kill)
send(file, plan, [], b"%PDF", Path({usb!r}), datetime.now())
os.kill(os.getpid(), signal.SIGKILL)
"""
