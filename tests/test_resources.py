"""The program's own files are found in a checkout and where the program is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from poadesk.resources import resource

ROOT = Path(__file__).parents[1]


def test_the_files_of_a_checkout_stand_beside_the_package():
    assert resource("example", "plan.json") == ROOT / "resources" / "example" / "plan.json"


def test_a_file_that_is_nowhere_is_named():
    with pytest.raises(FileNotFoundError, match="resources/fonts/comic"):
        resource("fonts", "comic")


def test_the_files_of_an_installed_program_stand_in_the_package(tmp_path):
    """As setup.py maps them: the module `resources.py` is found before the folder beside it."""
    package = tmp_path / "poadesk"
    package.mkdir()
    for name in ("__init__.py", "resources.py"):
        shutil.copy(ROOT / "poadesk" / name, package)
    shutil.copytree(ROOT / "resources" / "example", package / "resources" / "example")
    code = "from poadesk.resources import resource; print(resource('example', 'plan.json'))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()) == package / "resources" / "example" / "plan.json"


def test_every_file_of_the_checkout_goes_into_a_wheel(tmp_path):
    """Asked of setuptools itself, which builds nothing for it."""
    pytest.importorskip("setuptools")
    code = (
        "from setuptools.dist import Distribution\n"
        "import runpy, setuptools\n"
        "said = {}\n"
        "setuptools.setup = lambda **words: said.update(words)\n"
        "runpy.run_path('setup.py')\n"
        "build = Distribution(said).get_command_obj('build_py')\n"
        "build.ensure_finalized()\n"
        "for name, source, _, files in build.data_files:\n"
        "    print(*(f'{source}/{file}' for file in files), sep='\\n')\n"
    )
    listed = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    there = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert there <= {Path(line) for line in listed.stdout.splitlines()}
