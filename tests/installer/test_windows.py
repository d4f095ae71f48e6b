"""The program for Windows is put together on Linux: what is taken away, and what is refused."""

from __future__ import annotations

import runpy
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
assemble = runpy.run_path(str(ROOT / "installer" / "windows" / "assemble.py"))


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "as it came")
    return path


def test_the_runtime_finds_the_packages_in_the_folder_beside_its_own(tmp_path):
    archive = zipped(tmp_path / "embed.zip", "python312._pth", "python312.dll", "pythonw.exe")
    assemble["unpack_python"](archive, tmp_path / "python")
    lines = (tmp_path / "python" / "python312._pth").read_text().splitlines()
    assert lines == ["python312.zip", ".", "..\\pkgs"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("python313._pth", "pythonw.exe"), "is not of Python 3.12"),
        (("Lib/os.py", "pythonw.exe"), "is not the embeddable zip"),
        (("python312._pth", "python.txt"), "is not the embeddable zip"),
    ],
)
def test_another_zip_stops_the_build(tmp_path, names, sentence):
    with pytest.raises(SystemExit, match=sentence):
        assemble["unpack_python"](zipped(tmp_path / "embed.zip", *names), tmp_path / "python")


def test_what_is_unwanted_is_taken_away_and_empty_folders_with_it(tmp_path):
    stays = (
        "PySide6/Qt6Core.dll",
        "PySide6/QtWidgets.pyd",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/translations/qtbase_es.qm",
        "poadesk/resources/icons/logo.svg",
        "reportlab/fonts/Vera.ttf",
        "colorama/__init__.py",
    )
    goes = (
        "PySide6/Qt6Qml.dll",
        "PySide6/QtQml.pyd",
        "PySide6/designer.exe",
        "PySide6/qml/QtQuick/a.qml",
        "PySide6/opengl32sw.dll",
        "PySide6/QtCore.pyi",
        "PySide6/translations/qtbase_de.qm",
        "pip/_internal/main.py",
        "poadesk/bench/timing.py",
    )
    for name in (*stays, *goes):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assemble["trim"](tmp_path)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in left) == sorted(stays)
    assert not (tmp_path / "PySide6" / "qml").exists()
