"""Nothing heavy is loaded before the window takes a letter, with a plan and without one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from poadesk.bench.first_key import OUR_WINDOW
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.example import example_plan

# What papers, workbooks, spelling, exports and a second start need, and the names of all signs.
HEAVY = (
    "reportlab",
    "openpyxl",
    "PIL",
    "defusedxml",
    "spylls",
    "sqlite_utils",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "PySide6.QtNetwork",
    "logging.handlers",
    "socket",
    "ssl",
    "hashlib",
    "uuid",
    "_strptime",
    "html",
    "shibokensupport.signature.parser",
)
# Steps that are not in sight, and what the planning office and its files need.
OF_OTHERS = (
    "poadesk.printing",
    "poadesk.tracking",
    "poadesk.consolidating",
    "poadesk.writing.screen.outline",
    "poadesk.writing.screen.schedule",
)
# Files of Qt: its readers of any kind of picture, of which one loads Qt Pdf.
OF_QT = ("libqtiff", "libqwebp", "libqgif", "libqpdf", "libQt6Pdf")
# Classes of Qt with hundreds of names, each of which becomes an object of Python.
NAMES_OF_QT = ("QStyle",)
LOADED = f"""
import sys
from pathlib import Path
from PySide6 import QtWidgets
known = {(*HEAVY, *OF_OTHERS)!r}
loaded = [name for name in known if name in sys.modules]
mapped = Path("/proc/self/maps")  # where there is none, nothing is seen of Qt
files = mapped.read_text() if mapped.exists() else ""
loaded += [name for name in {OF_QT!r} if name in files]
loaded += [name for name in {NAMES_OF_QT!r} if name in vars(QtWidgets)]
print("typed", *loaded, flush=True)
"""
# Told at the moment that the bench takes for the first letter.
PROGRAM = OUR_WINDOW.replace('print("typed", flush=True)', f"exec({LOADED!r}, {{}})")


def loaded_at_the_first_letter(*files: str) -> list[str]:
    wanted = [sys.executable, "-c", PROGRAM, "0", *files]
    ran = subprocess.run(wanted, capture_output=True, text=True, timeout=110)
    said, *loaded = ran.stdout.split() or [ran.stderr]
    assert said == "typed", ran.stderr
    return loaded


@pytest.fixture(autouse=True)
def without_a_display(own_folders, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_the_start_page_takes_a_key_with_nothing_heavy_loaded():
    assert loaded_at_the_first_letter() == []


def test_the_start_page_needs_no_plan_to_take_a_key(tmp_path):
    """With a plan in the list of recent ones, which shows how far it was."""
    file = str(example_file(tmp_path))
    loaded_at_the_first_letter(file)
    assert loaded_at_the_first_letter() == []


def test_the_example_plan_takes_a_letter_with_nothing_heavy_loaded(tmp_path):
    assert loaded_at_the_first_letter(str(example_file(tmp_path))) == []


def example_file(folder):
    path = folder / "plan.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([example_plan()])
    return path
