"""The version of the program is written in one place, and all else reads it there."""

from __future__ import annotations

import re
from pathlib import Path

from poadesk import __version__

ROOT = Path(__file__).parents[1]
SAYS_IT = {"CHANGELOG.md", "poadesk/__init__.py"}  # the notes for users tell of each version
TEXTS = {".cfg", ".desktop", ".md", ".nsi", ".py", ".sh", ".spec", ".toml", ".xml"}


def test_no_other_file_says_the_version():
    folders = [ROOT / name for name in ("poadesk", "installer")]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in TEXTS]
    files += [path for path in ROOT.glob("*") if path.suffix in TEXTS]
    whole = re.compile(rf"(?<![\d.=]){re.escape(__version__)}(?![\d.])")
    found = [path for path in files if whole.search(path.read_text(encoding="utf-8"))]
    assert {path.relative_to(ROOT).as_posix() for path in found} <= SAYS_IT


def test_the_notes_for_users_tell_of_this_version():
    notes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", notes, re.MULTILINE)
