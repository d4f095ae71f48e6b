"""The command line, through `main` and as a program: files, words and exit status."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from poadesk import __version__
from poadesk.__main__ import is_order, main
from poadesk.orders.bring import LARGEST_JSON
from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import Objective
from poadesk.planfile.plan_file import PlanFile

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "ejemplo.sqlite"
    assert main(["example", str(path)]) == 0
    return path


@pytest.fixture
def example(made, tmp_path):
    return Path(shutil.copy(made, tmp_path / "ejemplo.sqlite"))


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run an order inside a folder of its own; return status, output and refusal."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return run


def refused(answer):
    """Return the one sentence of a refusal."""
    status, out, err = answer
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    return err.strip()


def plan_in(path):
    with PlanFile.open(path, read_only=True) as file:
        (plan,) = file.read()
    return plan


def test_the_versions_of_the_program_and_its_parts_are_told(run):
    status, out, err = run("--version")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == f"poadesk {__version__}"
    assert [line.split()[0] for line in out.splitlines()[1:5]] == [
        "Python",
        "Qt",
        "SQLite",
        "ReportLab",
    ]
    assert "(no se sabe)" not in out


def test_an_order_is_followed_where_nothing_can_be_written_on(tmp_path, monkeypatch):
    """As on Windows, where the program of the window has neither output nor errors."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["example", str(tmp_path / "plan.sqlite")]) == 0
    assert main(["example", str(tmp_path / "plan.sqlite")]) == 2


def text_of(pdf):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_example_is_a_whole_plan(example):
    plan = plan_in(example)
    assert plan.entity == "Alcaldía Municipal de Valle Sereno"
    assert len(list(plan.activities())) == 34
    assert plan.logo


def test_neither_example_nor_new_write_over_a_file(run, example):
    before = example.read_bytes()
    for order in ("example", "new"):
        assert "Ya existe un archivo “ejemplo.sqlite”" in refused(run(order, example))
    assert example.read_bytes() == before


def test_new_makes_an_empty_plan_of_next_year(run):
    assert run("new", "plan.sqlite") == (0, "", "")
    plan = plan_in(Path("plan.sqlite"))
    assert plan.first_month == f"{date.today().year + 1}-01"
    assert (plan.title, plan.objectives) == ("Plan Operativo Anual", ())


def test_new_takes_a_profile_and_a_first_month(run):
    assert run("new", "plan.sqlite", "--profile", "poi", "--first-month", "2021-07")[0] == 0
    plan = plan_in(Path("plan.sqlite"))
    assert (plan.profile, plan.first_month, plan.year_label) == ("poi", "2021-07", "2021-2022")


def test_new_may_begin_from_last_year(run, example):
    assert run("new", "plan.sqlite", "--from", example)[0] == 0
    plan = plan_in(Path("plan.sqlite"))
    assert (plan.year_label, plan.first_month) == ("2028", "2028-01")
    assert len(list(plan.activities())) == 34


def test_new_begins_from_every_plan_of_last_years_file(run):
    with PlanFile.create(Path("anterior.sqlite")) as file:
        units = [replace(empty_plan("poa", "2026-01"), unit=name) for name in ("Aseo", "Catastro")]
        file.begin_with([replace(plan, position=at) for at, plan in enumerate(units)])
    assert run("new", "plan.sqlite", "--from", "anterior.sqlite") == (0, "", "")
    with PlanFile.open(Path("plan.sqlite"), read_only=True) as file:
        begun = [(plan.unit, plan.year_label) for plan in file.read()]
    assert begun == [("Aseo", "2027"), ("Catastro", "2027")]


def test_new_from_last_year_takes_nothing_else(run, example):
    answer = run("new", "plan.sqlite", "--from", example, "--profile", "poi")
    assert "--from" in refused(answer)
    assert not Path("plan.sqlite").exists()


def test_check_has_nothing_to_say_about_the_example(run, example):
    assert run("check", example) == (0, "No queda nada por corregir.\n", "")
    assert json.loads(run("check", example, "--json")[1]) == {"findings": []}


def test_check_groups_what_it_finds(run):
    run("new", "plan.sqlite", "--first-month", "2027-01")
    status, out, err = run("check", "plan.sqlite")
    assert (status, err) == (1, "")
    assert out.startswith("Hay que corregir (4)\n  - Falta el nombre de la municipalidad.\n    ")
    assert "\n\nVale la pena revisar (4)\n" in out


def test_check_as_json_names_the_place(run):
    run("new", "plan.sqlite")
    status, out, _ = run("check", "plan.sqlite", "--json")
    found = json.loads(out)["findings"]
    assert status == 1
    assert list(found[0]) == ["severity", "number", "table", "id", "field", "message"]
    assert (found[0]["severity"], found[0]["table"], found[0]["field"]) == (
        "error",
        "plan",
        "entity",
    )


def test_print_writes_the_whole_plan(run, example):
    assert run("print", example, "-o", "plan.pdf") == (0, "", "")
    text = text_of(Path("plan.pdf").read_bytes())
    assert "Cronograma" in text
    assert "Hacienda municipal sana" in text
    assert sorted(os.listdir()) == ["ejemplo.sqlite", "plan.pdf"]


@pytest.mark.parametrize("part", ["introduction", "swot", "lines", "matrix", "schedule"])
def test_print_takes_one_part_alone(run, example, part):
    assert run("print", example, "-o", "parte.pdf", "--part", part, "--paper", "a4")[0] == 0
    text = text_of(Path("parte.pdf").read_bytes())
    assert ("Fortalezas" in text) == (part == "swot")


def test_print_takes_rows_and_marks(run, example):
    for options in (["--rows", "objective"], ["--marks", "x"], ["--paper", "oficio"]):
        assert run("print", example, "-o", "plan.pdf", *options)[0] == 0
        assert Path("plan.pdf").read_bytes().startswith(b"%PDF")


def test_a_plan_is_never_written_over(run, example):
    disguised = Path(shutil.copy(example, "copia.pdf"))
    before = example.read_bytes()
    for order, target in (
        ("print", example),
        ("print", "otro.SQLITE"),
        ("print", disguised),
        ("export", Path(shutil.copy(example, "copia.json"))),
    ):
        sentence = refused(run(order, example, "-o", target))
        assert "es un plan" in sentence or "termine en .json" in sentence
    assert disguised.read_bytes() == Path("copia.json").read_bytes() == before
    assert example.read_bytes() == before


def test_a_file_that_is_no_plan_is_replaced_whole(run, example):
    Path("plan.pdf").write_text("viejo")
    assert run("print", example, "-o", "plan.pdf", "--part", "cover")[0] == 0
    assert Path("plan.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_written_leaves_nothing_behind(run, example):
    assert "carpeta" in refused(run("export", example, "-o", "no-hay/plan.json"))
    Path("carpeta.json").mkdir()
    assert "es una carpeta" in refused(run("export", example, "-o", "carpeta.json"))
    assert sorted(os.listdir()) == ["carpeta.json", "ejemplo.sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on file sizes is of Unix")
def test_a_disk_that_fills_up_leaves_what_was_there(run, example):
    import resource

    Path("plan.json").write_text("antes")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        answer = run("export", example, "-o", "plan.json")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "espacio" in refused(answer)
    assert Path("plan.json").read_text() == "antes"
    assert sorted(os.listdir()) == ["ejemplo.sqlite", "plan.json"]


def test_export_and_import_make_the_same_plan(run, example):
    assert run("export", example, "-o", "plan.json")[0] == 0
    assert run("import", "otro.sqlite", "plan.json") == (0, "", "")
    assert plan_in(Path("otro.sqlite")) == plan_in(example)
    assert run("export", "otro.sqlite", "-o", "otra.json")[0] == 0
    assert Path("otra.json").read_bytes() == Path("plan.json").read_bytes()


def test_an_import_updates_the_plan_it_came_from(run, example):
    run("export", example, "-o", "plan.json")
    text = Path("plan.json").read_text(encoding="utf-8")
    Path("plan.json").write_text(text.replace("Valle Sereno", "Valle Nuevo"), encoding="utf-8")
    assert run("import", example, "plan.json")[0] == 0
    assert plan_in(example).entity == "Alcaldía Municipal de Valle Nuevo"


def test_an_import_never_replaces_another_plan(run, example):
    run("example", "otro.sqlite")
    run("export", "otro.sqlite", "-o", "otro.json")
    before = plan_in(example)
    assert "no se cambió nada" in refused(run("import", example, "otro.json"))
    assert plan_in(example) == before


def test_an_import_that_fails_leaves_no_file(run):
    Path("malo.json").write_text('{"format": "poadesk-plan", "version": 1, "plans": [{"id": 7}]}')
    assert "identificación" in refused(run("import", "nuevo.sqlite", "malo.json"))
    Path("vacío.json").write_text('{"format": "poadesk-plan", "version": 1, "plans": []}')
    assert "ningún plan" in refused(run("import", "nuevo.sqlite", "vacío.json"))
    assert "no se pudo leer" in refused(run("import", "nuevo.sqlite", "falta.json")).lower()
    assert not Path("nuevo.sqlite").exists()


def test_a_json_larger_than_can_be_brought_at_once_is_refused(run):
    with Path("enorme.json").open("wb") as file:
        file.truncate(LARGEST_JSON + 1)
    sentence = refused(run("import", "nuevo.sqlite", "enorme.json"))
    assert sentence.startswith("“enorme.json” pasa de 64 megabytes")
    assert not Path("nuevo.sqlite").exists()


def test_other_kinds_of_files_do_not_travel(run, example):
    for arguments in (
        ("import", example, "plan.docx"),
        ("export", example, "-o", "plan.docx"),
    ):
        assert "no sirve para esto" in refused(run(*arguments))
    assert not Path("plan.docx").exists()


def test_a_file_without_plans_says_so(run):
    PlanFile.create(Path("nada.sqlite")).close()
    assert "ningún plan" in refused(run("check", "nada.sqlite"))


def test_what_is_no_plan_is_refused_with_a_sentence(run):
    Path("texto.sqlite").write_text("hola")
    for name in ("texto.sqlite", "falta.sqlite", "."):
        for order in (["check"], ["print", "-o", "x.pdf"], ["export", "-o", "x.json"]):
            assert refused(run(order[0], name, *order[1:])).endswith(".")
    assert sorted(os.listdir()) == ["texto.sqlite"]


def test_a_plan_open_elsewhere_is_not_imported_into(run, example):
    run("export", example, "-o", "plan.json")
    with PlanFile.open(example):
        assert "abierto" in refused(run("import", example, "plan.json"))
        assert run("check", example)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chekc"], "'chekc' no es una de las opciones"),
        (["print", "a.sqlite"], "falta indicar: -o"),
        (["print", "a.sqlite", "-o"], "en -o, falta un valor"),
        (["print", "a.sqlite", "-o", "a.pdf", "--paper", "a3"], "'a3' no es una de las opciones"),
        (["check", "a.sqlite", "--todo"], "sobra: --todo"),
        (["new", "a.sqlite", "--first-month", "enero"], "2027-01"),
        (["import", "a.sqlite"], "falta indicar: ORIGEN"),
    ],
)
def test_orders_that_are_not_understood_are_answered_in_spanish(run, arguments, words):
    sentence = refused(run(*arguments))
    assert words in sentence
    assert "Vea la ayuda con: poadesk" in sentence


ENGLISH = re.compile(r"\b(usage|options|arguments|show|help message|error|required|exit)\b")


@pytest.mark.parametrize("order", ["", "example", "new", "check", "print", "import", "export"])
def test_help_is_in_spanish(run, order):
    status, out, err = run(*filter(None, [order, "--help"]))
    assert (status, err) == (0, "")
    assert out.startswith("uso: poadesk")
    assert not ENGLISH.search(out)


def test_an_order_is_told_from_a_plan_for_the_window(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not is_order([])
    assert not is_order(["plan.sqlite"])
    assert is_order(["check"])
    assert is_order(["-h"])
    assert is_order(["check", "plan.sqlite"])
    Path("plan-sin-nombre").touch()
    assert not is_order(["plan-sin-nombre"])


def started(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "poadesk", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_the_program_answers_an_old_console_too(tmp_path):
    path = tmp_path / "plan.sqlite"
    assert started("new", path).returncode == 0
    found = started("check", path, PYTHONIOENCODING="cp437")
    assert found.returncode == 1
    assert found.stderr == b""
    assert b"Hay que corregir" in found.stdout


def test_a_reader_that_has_enough_is_no_problem(tmp_path):
    path = tmp_path / "plan.sqlite"
    started("new", path)
    command = [sys.executable, "-m", "poadesk", "check", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


# Follows an order where nothing can be said, for a reason that nobody has foreseen.
UNFORESEEN = """
import io, sys
from poadesk.__main__ import main

class Unforeseen(io.StringIO):
    def write(self, _):
        raise RuntimeError("nobody has foreseen this")

sys.stdout = Unforeseen()
sys.exit(main(sys.argv[1:]))
"""


def test_a_failure_of_the_program_is_one_sentence_and_the_rest_is_in_its_log(example, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", UNFORESEEN, "check", str(example)],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    log = tmp_path / "data" / "poadesk" / "poadesk.log"
    assert done.returncode == 2
    assert done.stderr.startswith("poadesk falló y no terminó esta orden")
    assert done.stderr.endswith(f" {log}.\n")
    assert done.stderr.count("\n") == 1
    assert "nobody has foreseen this" in log.read_text(encoding="utf-8")


def _listen_to_ctrl_c() -> None:
    """Undo what whoever began the tests in the background has set, which orders would inherit."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
def test_an_order_that_is_stopped_ends_with_a_sentence(tmp_path):
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "poadesk", "import", str(tmp_path / "plan.sqlite"), str(pipe)]
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=_listen_to_ctrl_c
    )
    with process, pipe.open("wb"):  # now the order reads, and waits for more
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
    assert (process.returncode, told) == (2, "Se detuvo la orden antes de que terminara.\n")
    assert os.listdir(tmp_path) == ["pipe.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
@pytest.mark.parametrize("empty_ones", [0, 200])  # what is to be said goes out at once, or in parts
def test_an_answer_for_which_there_is_no_room_is_told_in_a_sentence(tmp_path, empty_ones):
    path = tmp_path / "plan.sqlite"
    objectives = tuple(Objective(id=f"o{at}", position=at) for at in range(empty_ones))
    with PlanFile.create(path) as file:
        file.begin_with([replace(empty_plan("poa", "2027-01"), objectives=objectives)])
    command = [sys.executable, "-m", "poadesk", "check", str(path)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "espacio" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_nobody_who_reads_is_no_failure(tmp_path, closed):
    """As in `poadesk check plan | head -1`, where the reader goes before all is said."""
    read, written = os.pipe()
    os.close(read)
    order = ["--help"] if closed == "stdout" else ["check", str(tmp_path / "no está.sqlite")]
    to_nobody = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, closed: written}
    command = [sys.executable, "-m", "poadesk", *order]
    done = subprocess.run(command, cwd=ROOT, **to_nobody, check=False)
    os.close(written)
    assert done.returncode == (0 if closed == "stdout" else 2)
    assert not done.stdout
    assert not done.stderr


def test_orders_load_neither_qt_nor_reportlab(example):
    code = (
        "import sys; from poadesk.__main__ import main; main(['check', sys.argv[1]]); "
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('PySide6', 'reportlab', 'openpyxl')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(example)], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
