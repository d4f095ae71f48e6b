"""Every way in which opening can end, and that none of them costs the person anything."""

import os
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from refusing import contents, refusal, refusals, require_plain_spanish

from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile


def test_a_plan_that_was_closed_opens_and_reads_as_it_was_written(
    plan_path: Path, plan: Plan
) -> None:
    with PlanFile.open(plan_path) as file:
        assert not file.read_only
        assert file.read() == (plan,)


def test_what_was_read_at_opening_is_not_told_after_something_was_written(plan_path: Path) -> None:
    with PlanFile.open(plan_path, with_plans=True) as file:
        with file.step("Escribir") as step:
            step.put("goal", "goal-1", text="cambiada")
        assert file.read()[0].objectives[0].goals[0].text == "cambiada"


def test_the_second_reading_is_of_the_file_as_it_is_then(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    with PlanFile.open(plan_path, read_only=True, with_plans=True) as file:
        file.read()
        raw.execute("UPDATE goal SET text = 'de otro programa'")
        raw.commit()
        assert file.read()[0].objectives[0].goals[0].text == "de otro programa"


def test_nothing_but_the_plan_is_left_in_the_folder_after_closing(plan_path: Path) -> None:
    before = contents(plan_path.parent)
    PlanFile.open(plan_path).close()
    assert list(before) == [plan_path.name]
    assert contents(plan_path.parent) == before


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "no está.sqlite"
    assert refusals(path) == {"missing"}
    assert not path.exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.open(tmp_path / "memoria USB" / "plan.sqlite")
    assert caught.value.kind == "missing"


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "vacío.sqlite"
    path.touch()
    assert refusals(path) == {"empty"}


def test_a_text_file_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "carta.sqlite"
    path.write_text("Estimados señores:\n" * 20, encoding="utf-8")
    assert refusals(path) == {"not_a_plan"}


def test_a_zip_file_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "comprimido.sqlite"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("plan.sqlite", "x" * 1000)
    assert refusals(path) == {"not_a_plan"}


def test_a_folder_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "carpeta.sqlite"
    path.mkdir()
    assert refusals(path) == {"not_a_plan"}


def test_a_pipe_is_not_a_plan_and_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "tubo.sqlite"
    os.mkfifo(path)
    for read_only in (False, True):
        with pytest.raises(CannotOpenError) as caught:
            PlanFile.open(path, read_only=read_only)
        assert caught.value.kind == "not_a_plan"


def test_a_newer_plan_asks_for_the_newer_program(plan_path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA user_version = 999")
    assert refusals(plan_path) == {"newer"}


@pytest.fixture
def write_protected(plan_path: Path) -> Path:
    plan_path.chmod(0o444)
    return plan_path


@pytest.fixture
def in_protected_folder(plan_path: Path) -> Iterator[Path]:
    plan_path.parent.chmod(0o555)
    yield plan_path
    plan_path.parent.chmod(0o755)


def test_a_write_protected_plan_is_not_opened_to_write(write_protected: Path) -> None:
    assert refusal(write_protected).kind == "read_only"


def test_a_write_protected_plan_is_read_without_writing(write_protected: Path, plan: Plan) -> None:
    before = contents(write_protected.parent)
    with PlanFile.open(write_protected, read_only=True) as file:
        assert file.read_only
        assert file.read() == (plan,)
        assert contents(write_protected.parent) == before
    assert contents(write_protected.parent) == before


def test_a_plan_in_a_protected_folder_is_not_opened_to_write(in_protected_folder: Path) -> None:
    assert refusal(in_protected_folder).kind == "folder"


def test_a_plan_in_a_protected_folder_can_be_read(in_protected_folder: Path, plan: Plan) -> None:
    with PlanFile.open(in_protected_folder, read_only=True) as file:
        assert file.read() == (plan,)


def test_no_plan_is_made_in_a_protected_folder(in_protected_folder: Path) -> None:
    path = in_protected_folder.with_name("otro.sqlite")
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.create(path)
    assert caught.value.kind == "folder"
    assert not path.exists()


def test_a_new_plan_never_takes_the_place_of_a_file(plan_path: Path) -> None:
    before = contents(plan_path.parent)
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.create(plan_path)
    assert caught.value.kind == "exists"
    require_plain_spanish(str(caught.value))
    assert contents(plan_path.parent) == before


@pytest.mark.parametrize(
    "name",
    [
        "plan #1.sqlite",
        "¿plan?.sqlite",
        "100 % listo %20.sqlite",
        "año nuevo ñandú.sqlite",
        "a&b=c;d'e\"f.sqlite",
        "plan.sqlite?mode=memory",
        os.fsdecode(b"a\xf1o.sqlite"),
    ],
)
def test_any_name_opens_that_very_file(plan_path: Path, plan: Plan, name: str) -> None:
    path = plan_path.rename(plan_path.with_name(name))
    with PlanFile.open(path) as file:
        with file.step("Cambiar") as step:
            step.put("goal", "goal-2", text="Otra meta")
        assert {entry.name for entry in path.parent.iterdir()} == {name, f".{name}.abierto"}
    assert list(contents(path.parent)) == [name]
