"""What must not get into the program: told by the build's own lists, and by what it built."""

from __future__ import annotations

import runpy
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "build" / "bundle" / "poadesk"
unwanted = runpy.run_path(str(ROOT / "installer" / "unwanted.py"))
needed = runpy.run_path(str(ROOT / "installer" / "needed.py"))
NEVER = ("QtWebEngineCore", "QtQml", "QtQuick", "numpy", "pip", "tkinter", "pytest", "lxml")
LARGEST, LARGEST_PACKAGE = 190_000_000, 60_000_000  # bytes


def in_bundle() -> list[Path]:
    if not BUNDLE.is_dir():
        pytest.skip("no bundle was built: make bundle")
    return [path for path in BUNDLE.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", NEVER)
def test_the_build_leaves_out(name):
    assert {name, f"PySide6.{name}"} & set(unwanted["MODULES"])


@pytest.mark.parametrize(
    ("file", "is_unwanted"),
    [
        ("PySide6/Qt/lib/libQt6WebEngineCore.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", True),
        ("PySide6/Qt6Quick.dll", True),
        ("PySide6/qml/QtQuick/Controls/x.qml", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_es.qm", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", False),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", False),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", False),
        ("poadesk/resources/icons/logo.svg", False),
    ],
)
def test_a_file_is_told_to_be_wanted_or_not(file, is_unwanted):
    assert unwanted["is_unwanted"](file) == is_unwanted


def test_the_recipe_of_the_bundle_uses_the_lists():
    recipe = (ROOT / "installer" / "poadesk.spec").read_text(encoding="utf-8")
    assert "excludes=[*MODULES" in recipe
    assert "found.binaries = without_orphans(wanted(found.binaries))" in recipe
    assert "found.datas = wanted(found.datas)" in recipe


def test_no_unwanted_file_got_into_the_bundle():
    inside = [path for path in in_bundle() if path.is_relative_to(BUNDLE / "_internal")]
    names = [path.relative_to(BUNDLE / "_internal").as_posix() for path in inside]
    assert [name for name in names if unwanted["is_unwanted"](name)] == []


def test_no_unwanted_module_got_into_the_bundle():
    """Those of Python alone lie in an archive inside the program, whose list names them."""
    in_bundle()
    listed = (ROOT / "build" / "pyinstaller" / "poadesk" / "PYZ-00.toc").read_text()
    assert "'poadesk.cli'" in listed
    assert [name for name in unwanted["MODULES"] if f"('{name}'" in listed] == []
    base = zipfile.ZipFile(BUNDLE / "_internal" / "base_library.zip").namelist()
    assert [name for name in base if name.split(".")[0] in unwanted["MODULES"]] == []


def test_no_library_is_missing_in_the_bundle():
    in_bundle()
    assert needed["missing"](BUNDLE) == set()


def test_the_bundle_is_no_larger_than_promised():
    assert sum(path.stat().st_size for path in in_bundle()) <= LARGEST


def test_the_package_is_no_larger_than_promised():
    packages = list((ROOT / "dist").glob("*.deb"))
    if not packages:
        pytest.skip("no .deb was built: make deb")
    assert [path.name for path in packages if path.stat().st_size > LARGEST_PACKAGE] == []
