"""A new plan file is made whole, or nothing is left of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from poadesk.planfile.whole import new_plan_file


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
