"""The order `poadesk send`: what is told, what is made, and that nothing changes when it fails."""

import io
import sqlite3

import pytest
from pypdf import PdfReader

from poadesk.__main__ import main
from poadesk.plan.frozen import digest
from poadesk.plan.verification import verification_code
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def send(capsys, tmp_path):
    """Send a file to a folder; return status, output and refusal."""

    def send(path, folder, *more):
        status = main(["send", str(path), "-o", str(folder), *more])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return send


@pytest.fixture
def example(tmp_path):
    path = tmp_path / "mi plan.sqlite"
    assert main(["example", str(path)]) == 0
    return path


def plan_in(path):
    with PlanFile.open(path, read_only=True) as file:
        (plan,) = file.read()
    return plan


def test_a_folder_with_the_file_and_the_paper_is_made_and_told(send, example, tmp_path):
    before = plan_in(example)
    _, out, err = send(example, tmp_path / "usb")
    (folder,) = (tmp_path / "usb").iterdir()
    assert folder.name == "POA 2027 Cuentas Corrientes y Recuperación de Mora, revisión 1"
    assert {one.name for one in folder.iterdir()} == {
        f"{folder.name}.sqlite",
        f"{folder.name}.pdf",
    }
    code = verification_code(before)
    assert (err, code in out, str(folder) in out) == ("", True, True)
    sent = plan_in(folder / f"{folder.name}.sqlite")
    assert (digest(sent), sent.state, sent.revision) == (digest(before), "delivered", 1)
    paper = PdfReader(io.BytesIO((folder / f"{folder.name}.pdf").read_bytes()))
    assert all(code in page.extract_text() for page in paper.pages)


def test_what_is_to_be_corrected_is_told_counted_and_does_not_stop_it(send, tmp_path):
    path = tmp_path / "vacío.sqlite"
    assert main(["new", str(path)]) == 0
    status, out, _ = send(path, tmp_path)
    assert status == 1
    assert "Hay que corregir" in out
    assert "Entrega preparada: revisión 1" in out
    (delivery,) = plan_in(path).deliveries
    assert delivery.errors > 0
    assert delivery.file_name == "POA 2027 Unidad sin nombre, revisión 1.sqlite"


def test_a_file_without_findings_ends_with_0(send, example, tmp_path):
    checked = main(["check", str(example)])
    assert send(example, tmp_path)[0] == checked


@pytest.mark.parametrize("role", ["kit"])
def test_what_the_office_gives_is_no_plan_to_send(send, example, tmp_path, role):
    with sqlite3.connect(example) as db:
        db.execute("UPDATE plan SET role = ?", [role])
    db.close()
    before = example.read_bytes()
    status, out, err = send(example, tmp_path / "usb")
    assert (status, out) == (2, "")
    assert "archivo de la oficina de planificación" in err
    assert example.read_bytes() == before
    assert not (tmp_path / "usb").exists()


def test_a_place_that_is_no_folder_is_refused_in_one_sentence(send, example, tmp_path):
    before = example.read_bytes()
    status, out, err = send(example, example)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "no se cambió nada" in err
    assert example.read_bytes() == before


def test_a_plan_that_is_open_elsewhere_is_not_sent(send, example, tmp_path):
    with PlanFile.open(example):
        status, _, err = send(example, tmp_path / "usb")
    assert status == 2
    assert "ya lo tiene abierto" in err
    assert not (tmp_path / "usb").exists()


def test_the_paper_has_the_size_that_was_asked_for(send, example, tmp_path):
    send(example, tmp_path, "--paper", "a4")
    (pdf,) = tmp_path.rglob("*.pdf")
    assert round(PdfReader(pdf).pages[0].mediabox.width) == 595
