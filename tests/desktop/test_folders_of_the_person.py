"""Where settings, log and copies are kept: on the computer, or beside the program on a stick."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from poadesk.desktop import places
from poadesk.plan.model import Plan

FOLDERS = (places.backups_folder, places.log_path, places.own_words_path)
PLAN = Plan(id="plan", entity="Alcaldía", unit="Aseo", year_label="2027")


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """The program runs from a folder of its own, as from a stick."""
    folder = tmp_path / "memoria" / "poadesk"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "executable", str(folder / "poadesk"))
    return folder


def kept() -> list[Path]:
    return [*(where() for where in FOLDERS), Path(places.settings().fileName())]


def test_without_the_mark_all_is_kept_on_the_computer(stick, themed_app):
    assert places.portable_folder() is None
    assert not [path for path in kept() if path.is_relative_to(stick)]


def test_with_the_mark_beside_the_program_all_is_kept_beside_it(stick, themed_app):
    (stick / places.PORTABLE).touch()
    assert {path.parent for path in kept()} == {stick / "datos"}


def test_the_mark_may_lie_one_folder_up_where_python_has_a_folder_of_its_own(
    stick, monkeypatch, themed_app
):
    (stick / places.PORTABLE).touch()
    monkeypatch.setattr(sys, "executable", str(stick / "python" / "pythonw.exe"))
    assert {path.parent for path in kept()} == {stick / "datos"}


def test_a_new_plan_is_offered_on_the_stick(stick, themed_app):
    (stick / places.PORTABLE).touch()
    (stick / "planes").mkdir()
    assert places.documents_folder() == stick / "planes"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_stick_that_cannot_be_written_keeps_nothing(stick, themed_app):
    (stick / places.PORTABLE).touch()
    stick.chmod(0o500)
    assert places.portable_folder() is None


def test_a_plan_opened_from_the_stick_is_remembered_and_copied_there(
    stick, open_window, plan_file, qtbot
):
    (stick / places.PORTABLE).touch()
    window = open_window(plan_file(PLAN))
    window.close()
    assert "Aseo" in (stick / "datos" / "poadesk.ini").read_text(encoding="utf-8")
    assert list((stick / "datos" / "copias").rglob("*.sqlite"))
