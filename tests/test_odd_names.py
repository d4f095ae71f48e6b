"""Files whose names are no UTF-8, as other systems have left them, are files like any other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from poadesk.__main__ import main
from poadesk.planfile.plan_file import PlanFile

ROOT = Path(__file__).parents[1]


def odd(name: str) -> str:
    """Return a name in which each ñ is the byte that it was in Latin-1."""
    return os.fsdecode(name.encode("latin-1"))


pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere there are no such names, or the disk refuses them"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "ejemplo.sqlite"
    assert main(["example", str(path)]) == 0
    return path


@pytest.fixture
def plan(made: Path, tmp_path: Path) -> Path:
    folder = tmp_path / odd("caña")
    folder.mkdir()
    return Path(shutil.copy(made, folder / odd("año.sqlite")))


def file_in(folder: Path) -> Path:
    (found,) = folder.rglob("*.sqlite")
    return found


def test_a_plan_is_sent_and_received_twice_under_any_name(plan: Path, tmp_path: Path) -> None:
    usb, office = tmp_path / odd("señal"), plan.with_name(odd("oficina ñ.sqlite"))
    assert [main(["send", str(plan), "-o", str(usb)]) for _ in range(2)] == [0, 0]
    received = file_in(usb).rename(usb / odd("caña.sqlite"))
    for _ in range(2):
        assert main(["consolidate", str(office), str(received), str(plan)]) in (0, 1)
    with PlanFile.open(office, read_only=True) as file:
        assert any(one.unit.startswith("Cuentas") for one in file.read())
    assert file_in(office.parent / "copias de respaldo").stat().st_size > 0


def test_the_material_is_handed_out_under_any_name(plan: Path) -> None:
    office, kit = plan.with_name(odd("oficina ñ.sqlite")), plan.with_name(odd("material ñ.sqlite"))
    assert main(["consolidate", str(office), str(plan)]) == 0
    assert main(["kit", str(office), "-o", str(kit)]) == 0
    assert main(["new", str(plan.with_name(odd("ñ.sqlite"))), "--from", str(kit)]) == 0


def test_a_comparison_tells_the_name_as_it_can_be_shown(plan: Path) -> None:
    other = Path(shutil.copy(plan, plan.with_name(odd("otro año.sqlite"))))
    told, paper = plan.with_name(odd("ñ.json")), plan.with_name(odd("ñ.pdf"))
    order = ["compare", str(plan), "--with", str(other), "-o"]
    assert [main([*order, str(target)]) for target in (told, paper)] == [0, 0]
    assert json.loads(told.read_text("utf-8"))["new"]["name"] == "el archivo “otro a?o.sqlite”"
    assert "otro a?o.sqlite" in PdfReader(paper).pages[0].extract_text()


def test_a_name_that_the_system_cannot_write_is_refused_with_a_sentence(plan: Path) -> None:
    """As with the settings of a system that knows no letter but those of English."""
    ascii_alone = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "poadesk", "send", plan, "-o", plan.with_name("usb")],
        cwd=ROOT,
        env={**os.environ, **ascii_alone},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"No se pudo preparar ")
    assert done.stderr.count(b"\n") == 1
