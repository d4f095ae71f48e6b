"""A file from somebody else gives its plans, or one plain sentence; it never gives trouble."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import thread_time

import pytest
from handing_over import file_with, kit, read, unit_plan
from hostile_files import HARMFUL, build, by_sql, sound_file
from refusing import require_plain_spanish
from rollback_journal import leave_rollback_journal
from version_1 import RELEASED

from poadesk.plan.model import Plan
from poadesk.planfile.errors import RefusedFileError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.received import Received, is_kit, read_received

LONGEST_SECONDS = 2.0  # of this thread: other tests may run beside it
MUTANTS = 4_000
MEGABYTES = 200


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(tmp_path_factory.mktemp("dañinos") / "archivos")


def snapshot(path: Path) -> tuple[object, ...]:
    """Return what tells whether a file was touched."""
    found = path.lstat()
    size = found.st_size
    return size, found.st_mtime_ns, found.st_mode, sorted(os.listdir(path.parent))


def refused(path: Path) -> RefusedFileError:
    before, begun = snapshot(path), thread_time()
    with pytest.raises(RefusedFileError) as caught:
        read_received(path)
    assert thread_time() - begun < LONGEST_SECONDS
    assert snapshot(path) == before
    require_plain_spanish(str(caught.value))
    return caught.value


def test_the_material_of_the_office_is_told_from_plans_and_from_what_is_none(
    tmp_path: Path, harmful: dict[str, Path]
) -> None:
    assert is_kit(file_with(tmp_path / "material.sqlite", kit()))
    assert not is_kit(file_with(tmp_path / "plan.sqlite", unit_plan("Mercados")))
    assert not is_kit(file_with(tmp_path / "oficina.sqlite", kit(), unit_plan("Mercados")))
    assert not is_kit(RELEASED)
    assert not is_kit(tmp_path / "no hay.sqlite")
    others = [path for wrong, path in harmful.items() if HARMFUL[wrong][1] != "kit"]
    assert not any(map(is_kit, others))


@pytest.mark.parametrize("wrong", HARMFUL)
def test_a_harmful_file_is_refused_at_once_in_one_sentence(
    harmful: dict[str, Path], wrong: str
) -> None:
    _, kind = HARMFUL[wrong]
    assert refused(harmful[wrong]).kind == kind


def test_no_harmful_file_needs_much_memory(harmful: dict[str, Path]) -> None:
    code = (
        "import sys, resource; from pathlib import Path\n"
        "from poadesk.planfile.errors import RefusedFileError\n"
        "from poadesk.planfile.received import read_received\n"
        "def most(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000\n"
        "try: read_received(Path(sys.argv[1]))\n"
        "except RefusedFileError: pass\n"
        "before = most()\n"
        "for name in sys.argv[2:]:\n"
        "    try: read_received(Path(name))\n"
        "    except RefusedFileError: pass\n"
        "print(most() - before)\n"
    )
    names = [str(path) for path in harmful.values()]
    told = subprocess.run(
        [sys.executable, "-c", code, str(harmful["zip"]), *names],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert int(told.stdout) < MEGABYTES


def test_the_plan_comes_out_as_it_is_in_the_file(tmp_path: Path, plan: Plan) -> None:
    sound = unit_plan("Catastro")
    path = file_with(tmp_path / "plan.sqlite", sound)
    before = snapshot(path)
    assert read_received(path) == Received((sound,), "", path.stat().st_size)
    assert snapshot(path) == before


def test_an_older_file_comes_out_as_if_it_were_new_and_is_not_changed() -> None:
    before = snapshot(RELEASED)
    received = read_received(RELEASED)
    with PlanFile.open(RELEASED, read_only=True) as file:
        assert received.plans == file.read()
    assert snapshot(RELEASED) == before


def test_it_tells_when_the_plan_was_last_written_in(tmp_path: Path) -> None:
    path = file_with(tmp_path / "plan.sqlite", unit_plan("Catastro"))
    by_sql("INSERT INTO journal_step (label, at) VALUES ('x', '2026-11-20 10:42')")(path)
    assert read_received(path).edited_at == "2026-11-20 10:42"
    by_sql("INSERT INTO journal_step (label, at) VALUES ('x', 'mañana temprano.')")(path)
    assert read_received(path).edited_at == ""


def test_a_file_of_an_office_gives_the_plans_of_units_only(tmp_path: Path) -> None:
    units = tuple(unit_plan(name) for name in ("Catastro", "Cobros"))
    path = file_with(tmp_path / "todos.sqlite", kit(), *units)
    assert {plan.id for plan in read_received(path).plans} == {plan.id for plan in units}


def test_a_link_is_read_where_it_leads(tmp_path: Path) -> None:
    path = file_with(tmp_path / "plan.sqlite", unit_plan("Catastro"))
    link = tmp_path / "enlace.sqlite"
    link.symlink_to(path)
    assert read_received(link).plans == read(path)


def test_a_file_that_was_being_written_is_refused(tmp_path: Path) -> None:
    path = file_with(tmp_path / "plan.sqlite", unit_plan("Catastro"))
    before = path.read_bytes()
    by_sql("UPDATE goal SET text = 'a medias'")(path)
    leave_rollback_journal(path, before)
    assert refused(path).kind == "unfinished"


def test_files_beside_it_are_neither_read_nor_removed(tmp_path: Path) -> None:
    path = file_with(tmp_path / "plan.sqlite", unit_plan("Catastro"))
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"\x37\x7f\x06\x82" * 2000)
    before = snapshot(path)
    assert read_received(path).plans == (unit_plan("Catastro"),)
    assert snapshot(path) == before


def test_a_plan_tied_to_a_row_of_another_plan_is_refused(tmp_path: Path) -> None:
    one, other = unit_plan("Catastro"), unit_plan("Cobros")
    path = file_with(tmp_path / "dos.sqlite", one, other)
    by_sql(
        "INSERT INTO swot_item (id, plan_id, quadrant) VALUES ('s', 'Catastro plan', 'threat')",
        "INSERT INTO swot_objective (id, swot_item_id, objective_id)"
        " VALUES ('t', 's', 'Cobros objective')",
    )(path)
    assert refused(path).kind == "damaged"


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound file in small pages, so that a changed byte seldom meets an empty place."""
    path = sound_file(tmp_path_factory.mktemp("mutantes"))
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA page_size = 512")
        raw.execute("VACUUM")
    return path.read_bytes()


def mutant(sound: bytes, chance: random.Random) -> bytes:
    """Return a file with a few bytes changed, often in its header, or cut, or with bytes more."""
    content = bytearray(sound)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        most = chance.choice((100, 512, len(content), len(content), len(content)))
        content[chance.randrange(most)] = chance.choice(
            (0, 1, 127, 128, 255, chance.randrange(256))
        )
    if chance.random() < 0.05:
        begin = chance.randrange(len(content))
        del content[begin : begin + chance.choice((1, 512, len(content)))]
    return bytes(content)


def test_four_thousand_mutants_are_read_or_refused_without_a_hang_or_a_crash(
    tmp_path: Path, small_file: bytes
) -> None:
    chance = random.Random(2027)
    path = tmp_path / "mutante.sqlite"
    kinds = dict.fromkeys(("read", "damaged", "not_a_plan", "newer"), 0)
    slowest, memory = 0.0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(MUTANTS):
        path.write_bytes(mutant(small_file, chance))
        begun = thread_time()
        try:
            read_received(path)
            kinds["read"] += 1
        except RefusedFileError as refusal:
            kinds[refusal.kind] += 1
        slowest = max(slowest, thread_time() - begun)
    assert slowest < LONGEST_SECONDS
    assert min(kinds.values()) > 20, kinds
    assert os.listdir(tmp_path) == [path.name]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    assert used < MEGABYTES * 1000
