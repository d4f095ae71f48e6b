"""Who may know whom: read from the imports, so that the picture in the README stays true."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "poadesk"
# Commands for engineers stand beside the program and may know all of it.
TOOLS = ("bench", "screenshots.py", "manual_pictures.py")
EVERY_MODULE = sorted(ROOT.rglob("*.py"))
MODULES = [path for path in EVERY_MODULE if path.relative_to(ROOT).parts[0] not in TOOLS]

JOBS = ("writing", "tracking", "printing", "consolidating")
TREE = ("plan", "planfile", *JOBS, "widgets", "screen", "desktop", "orders", "top")
BELOW_THE_JOBS = {"plan", "planfile"}
# They know nothing of a plan and stand beneath all: what is shipped, in which versions, how a file
# is written, and how a class of values is made.
BENEATH_ALL = {
    "poadesk.resources",
    "poadesk.output",
    "poadesk.versions",
    "poadesk.quick_dataclass",
}

QT = {"PySide6", "shiboken6"}
SQLITE = {"sqlite3", "sqlite_utils"}
PAPER_WRITERS = {"reportlab", "openpyxl"}
WORKBOOK_READERS = {"openpyxl"}
HEAVY = {"reportlab", *WORKBOOK_READERS, "PySide6.QtPdf", "PySide6.QtPdfWidgets"}
# Where a workbook of activities is read; all else of the job works on what was read.
READS_WORKBOOKS = re.compile(r"tracking/workbook\w*\.py|tracking/workbook/\w+\.py")
VAGUE = {"utils", "util", "helper", "helpers", "manager", "managers", "data", "misc", "common"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 60


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of a module; to walk through all modules anew takes half a second."""
    return tuple(ast.walk(parsed(path)))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Return the dotted name of each imported module, also of imports inside functions."""
    return tuple(imports_among(path, nodes_of(path)))


def imports_among(path: Path, nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name_of(path)} imports relatively"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if is_module(whole) else str(node.module)


@cache
def is_module(dotted: str) -> bool:
    """Say whether `poadesk.x.y` names a module or folder of ours, or `PySide6.QtX` one of Qt."""
    if dotted.startswith("PySide6."):
        return dotted.count(".") == 1
    place = ROOT.parent.joinpath(*dotted.split("."))
    return dotted.startswith("poadesk.") and (place.is_dir() or place.with_suffix(".py").is_file())


def imported_roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def place_of(dotted: str) -> tuple[str, str]:
    """Return (layer, job) of a module of ours; the job is "" where there is none."""
    parts = dotted.removesuffix(".py").replace("/", ".").removeprefix("poadesk.").split(".")
    if parts[0] in JOBS:
        return ("screen" if parts[1:2] == ["screen"] else parts[0]), parts[0]
    return (parts[0] if parts[0] in TREE else "top"), ""


def may_import(importing: str, imported: str) -> bool:
    """Say whether the layers and jobs allow an import of ours."""
    layer, job = place_of(importing)
    other, other_job = place_of(imported)
    if other_job and job and other_job != job:
        return False
    if layer == "plan":
        return other == "plan"
    if layer in JOBS:
        return other in BELOW_THE_JOBS | {layer}
    return TREE.index(other) <= TREE.index(layer)


def broken_directions() -> list[str]:
    return [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        for name in imports(path)
        if name.startswith("poadesk.")
        and name not in BENEATH_ALL
        and not may_import(name_of(path), name)
    ]


def calls(path: Path, name: str) -> list[ast.Call]:
    """Return the calls of `name`, also as an attribute of something."""
    return [
        node
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and name in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes_of(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def stands_in(path: Path, *places: str) -> bool:
    layer, _ = place_of(name_of(path))
    return layer in places


@pytest.mark.parametrize(
    ("importing", "imported", "allowed"),
    [
        ("planfile/journal.py", "poadesk.plan.model", True),
        ("plan/model.py", "poadesk.planfile.rows", False),
        ("writing/edits.py", "poadesk.printing.options", False),
        ("writing/edits.py", "poadesk.widgets.labels", False),
        ("writing/edits.py", "poadesk.writing.screen.form", False),
        ("writing/screen/form.py", "poadesk.writing.edits", True),
        ("writing/screen/form.py", "poadesk.printing.options", False),
        ("writing/screen/form.py", "poadesk.printing.screen.preview", False),
        ("widgets/open_plan.py", "poadesk.writing.edits", True),
        ("widgets/open_plan.py", "poadesk.desktop.start", False),
        ("desktop/main_window.py", "poadesk.writing.screen.form", True),
        ("desktop/main_window.py", "poadesk.cli", False),
        ("desktop/main_window.py", "poadesk.orders.check", False),
        ("orders/check.py", "poadesk.printing.annual_plan", True),
        ("orders/check.py", "poadesk.cli", False),
        ("cli.py", "poadesk.orders.check", True),
        ("plan/reports/tracking.py", "poadesk.plan.model", True),
        ("plan/reports/tracking.py", "poadesk.planfile.rows", False),
        ("tracking/records.py", "poadesk.plan.reports.tracking", True),
        ("tracking/records.py", "poadesk.printing.options", False),
        ("printing/screen/reports/screen.py", "poadesk.plan.reports.tracking", True),
        ("printing/screen/reports/screen.py", "poadesk.tracking.screen.grid", False),
    ],
)
def test_the_directions_are_told_apart(importing: str, imported: str, allowed: bool) -> None:
    assert may_import(importing, imported) == allowed


def test_no_module_knows_what_stands_to_its_right_nor_another_job() -> None:
    assert broken_directions() == []


def test_what_stands_beneath_all_knows_nothing_of_ours() -> None:
    beneath = [ROOT / f"{name.removeprefix('poadesk.')}.py" for name in BENEATH_ALL]
    # The package itself holds nothing but the version of the program.
    known = sys.stdlib_module_names | {"poadesk"}
    assert {name for path in beneath for name in imports(path) if "." not in name} <= known
    assert not {name for path in beneath for name in imports(path) if name.startswith("poadesk.")}


def test_no_part_of_the_program_needs_a_command_for_engineers() -> None:
    tools = {f"poadesk.{tool.removesuffix('.py')}" for tool in TOOLS}
    found = [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        for name in imports(path)
        if ".".join(name.split(".")[:2]) in tools
    ]
    assert found == []


def test_what_a_plan_is_needs_only_the_standard_library() -> None:
    found = {
        (name_of(path), root)
        for path in MODULES
        if stands_in(path, "plan")
        for root in imported_roots(path)
        if root not in sys.stdlib_module_names | {"poadesk"}
    }
    assert found == set()


def test_qt_is_only_in_widgets_screens_and_the_desktop() -> None:
    found = [name_of(path) for path in MODULES if imported_roots(path) & QT]
    assert [
        name for name in found if place_of(name)[0] not in ("widgets", "screen", "desktop")
    ] == []


def test_sqlite_is_only_in_the_plan_file() -> None:
    found = [name_of(path) for path in MODULES if imported_roots(path) & SQLITE]
    assert found
    assert [name for name in found if place_of(name)[0] != "planfile"] == []


def test_papers_are_written_in_printing_and_workbooks_are_read_in_tracking() -> None:
    writers = PAPER_WRITERS | WORKBOOK_READERS
    found = {name_of(path): imported_roots(path) & writers for path in MODULES}
    elsewhere = {name: roots for name, roots in found.items() if place_of(name)[0] != "printing"}
    assert elsewhere != found
    assert {
        name: roots
        for name, roots in elsewhere.items()
        if roots and not (READS_WORKBOOKS.fullmatch(name) and roots <= WORKBOOK_READERS)
    } == {}


def test_the_command_line_loads_no_qt_before_the_window_is_asked_for() -> None:
    code = "import sys, poadesk.cli, poadesk.__main__; print(*sys.modules)"
    assert not {module.split(".")[0] for module in modules_after(code)} & QT


def test_nothing_imports_the_window_at_its_top_but_the_window_itself() -> None:
    found = [
        name_of(path)
        for path in MODULES
        if not stands_in(path, "desktop")
        for statement in parsed(path).body
        for name in imports_among(path, ast.walk(statement))
        if name.startswith("poadesk.desktop")
        and not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.If)
    ]
    assert found == []


def test_the_first_paint_of_the_window_waits_for_nothing_heavy() -> None:
    if find_spec("poadesk.desktop") is None or find_spec("poadesk.desktop.start") is None:
        pytest.skip("there is no window yet")
    loaded = modules_after("import sys, poadesk.desktop.start; print(*sys.modules)")
    assert loaded & HEAVY == set()
    assert {module for module in loaded if module.startswith("PySide6.QtPdf")} == set()


def modules_after(code: str) -> set[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_one_function_alone_makes_paragraphs_of_the_words_of_people() -> None:
    makers = [
        f"{name_of(path)}: {function.name}"
        for path in MODULES
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and "Paragraph" in ast.unparse(node.func).split(".")
    ]
    everywhere = [call for path in MODULES for call in calls(path, "Paragraph")]
    assert len(makers) == len(everywhere) == 1, makers


def test_labels_are_made_in_one_module_where_they_show_plain_text() -> None:
    found = [name_of(path) for path in MODULES if calls(path, "QLabel")]
    assert [name for name in found if name != "widgets/labels.py"] == []


def test_only_the_module_of_labels_derives_from_the_label_of_qt() -> None:
    found = [
        name_of(path)
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).endswith("QLabel") for base in node.bases)
    ]
    assert [name for name in found if name != "widgets/labels.py"] == []


def test_no_message_box_of_qt_is_used() -> None:
    found = [
        name_of(path)
        for path in MODULES
        for node in nodes_of(path)
        if "QMessageBox" in (getattr(node, "id", ""), getattr(node, "attr", ""))
        or (isinstance(node, ast.alias) and node.name == "QMessageBox")
    ]
    assert found == []


def test_no_file_is_too_long() -> None:
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in EVERY_MODULE}
    # The model says each field once; it is a list, not a program.
    counted.pop(ROOT / "plan" / "model.py")
    assert {name_of(path): n for path, n in counted.items() if n > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    found = {
        f"{name_of(path)}: {function.name}": lines_of(function)
        for path in EVERY_MODULE
        for function in functions(path)
    }
    assert {name: lines for name, lines in found.items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_says_its_job_and_has_a_name_that_says_something() -> None:
    for path in EVERY_MODULE:
        assert ast.get_docstring(parsed(path)), f"{name_of(path)} does not say its job"
        assert not set(path.stem.lower().split("_")) & VAGUE, name_of(path)
