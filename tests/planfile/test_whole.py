"""A new plan file is made whole, or nothing is left of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from poadesk.planfile.whole import new_plan_file

# Tells of each file that is removed whether the program still has it open.
_WATCHED = """
import os, sys
from pathlib import Path
from poadesk.planfile.whole import new_plan_file

def watch(event, told):
    if event == "os.remove" and str(told[0]).endswith(".sqlite"):
        print(any(os.path.samefile(told[0], one.path) for one in os.scandir("/proc/self/fd")))

sys.addaudithook(watch)
with new_plan_file(Path(sys.argv[1])):
    raise SystemExit
"""


def test_why_a_file_was_not_made_is_told_also_where_its_folder_has_gone(tmp_path: Path) -> None:
    folder = tmp_path / "memoria USB"
    folder.mkdir()

    def take_out_and_fail() -> None:
        with new_plan_file(folder / "plan.sqlite"):
            folder.rename(tmp_path / "otra")
            folder.write_text("")
            raise ValueError("no plans")

    with pytest.raises(ValueError, match="no plans"):
        take_out_and_fail()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which files are open")
def test_what_is_left_of_a_file_is_removed_once_it_is_closed(tmp_path: Path) -> None:
    """Windows removes no file that is open."""
    command = [sys.executable, "-c", _WATCHED, str(tmp_path / "plan.sqlite")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("False\n", "")
    assert list(tmp_path.iterdir()) == []
