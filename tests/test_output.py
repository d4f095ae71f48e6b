"""Files for the person come whole or not at all, and what keeps them from it is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from poadesk.output import OutputError, folder_made_whole, made_whole, write_whole


@pytest.fixture
def plain_file(tmp_path: Path) -> Path:
    path = tmp_path / "nota"
    path.write_text("esto no es una carpeta")
    return path


def test_writing_below_what_is_no_folder_is_refused_with_a_sentence(plain_file: Path) -> None:
    with pytest.raises(OutputError) as refused:
        write_whole(plain_file / "plan.pdf", b"%PDF")
    assert str(refused.value).startswith("No se pudo guardar “plan.pdf” en esa carpeta: revise")
    assert plain_file.read_text() == "esto no es una carpeta"


def test_what_was_wrong_with_the_content_is_told_where_nothing_can_be_cleared_away(
    plain_file: Path,
) -> None:
    with pytest.raises(ValueError, match="no pages"), made_whole(plain_file / "plan.pdf"):
        raise ValueError("no pages")


def test_a_name_longer_than_any_system_takes_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No se pudo guardar"):
        write_whole(tmp_path / f"{'a' * 400}.pdf", b"%PDF")
    with (
        pytest.raises(OutputError, match="No se pudo guardar"),
        folder_made_whole(tmp_path / ("a" * 400)),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
