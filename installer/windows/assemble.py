"""Put the program for Windows together: `assemble.py FOLDER [PYTHON_EMBED.zip]`.

FOLDER/pkgs holds the packages as pip unpacked them. What is unwanted leaves, every library that is
still asked for must be there, and the launchers, the icon and the runtime of Python come in.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from unwanted import MODULES, is_unwanted

# Of Qt's packages for Windows: tools, drawing without a graphics card, and what compilers read.
_UNWANTED = (
    "PySide6/*.exe",
    "PySide6/*.lib",
    "PySide6/opengl32sw.dll",
    "PySide6/doc/*",
    "PySide6/glue/*",
    "PySide6/include/*",
    "PySide6/metatypes/*",
    "PySide6/resources/*",
    "PySide6/scripts/*",
    "PySide6/support/*",
    "PySide6/typesystems/*",
    "PySide6/Qt*Labs*",
    "PySide6/Qt*Lottie*",
    "PySide6/*Help*",
    "PySide6/*UiTools*",
    "PySide6/pyside6qml*",
    "PySide6/plugins/vectorimageformats/*",
    "*/vcamp140.dll",
    "PySide6/QtAsyncio/*",
    "PySide6/plugins/platforms/q[!w]*",
    "PySide6/plugins/platforms/qwebgl*",
    "PySide6/lib/*",
    "shiboken6/*.lib",
    "poadesk/bench/*",
    "poadesk/screenshots.py",
    "poadesk/manual_pictures.py",
    "bin/*",
    "tests/*",
    "tzdata/*",
    "spylls/hunspell/data/*",
    "*.pyi",
)
# What Python and Windows themselves bring along.
_RUNTIME = r"python3\d*\.dll|vcruntime140(_1)?\.dll|api-ms-.*|ext-ms-.*"
_WINDOWS = frozenset(Path(__file__).with_name("libraries.txt").read_text(encoding="utf-8").split())
_MAIN = "import sys\nfrom poadesk.__main__ import main\nsys.exit(main())\n"
_PATHS = "python3{minor}.zip\n.\n..\\pkgs\n"
_SIZES = [(side, side) for side in (16, 24, 32, 48, 64, 128, 256)]


def trim(packages: Path) -> None:
    """Take away what the program never asks for."""
    for path in sorted(packages.rglob("*"), reverse=True):
        name = path.relative_to(packages).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif _is_unwanted(name):
            path.unlink()


def _is_unwanted(name: str) -> bool:
    module = re.sub(r"(\.cp\d+-\w+|\.abi3)?\.(pyd|py)$", "", name).replace("/", ".")
    if any(module == one or module.startswith(f"{one}.") for one in MODULES):
        return True
    return is_unwanted(name) or any(fnmatch(name, pattern) for pattern in _UNWANTED)


def missing_libraries(packages: Path) -> set[str]:
    """Return the libraries that something asks for and that neither we nor Windows have."""
    files = [path for path in packages.rglob("*") if path.suffix in (".dll", ".pyd")]
    there = {path.name.lower() for path in files} | {f"{name}.dll" for name in _WINDOWS}
    asked = {name.lower() for path in files for name in _asked_by(path)}
    return {
        name for name in asked - there if name not in _WINDOWS and not re.fullmatch(_RUNTIME, name)
    }


def _asked_by(path: Path) -> list[str]:
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return re.findall(r"DLL Name: (\S+)", told.stdout)


def launcher(kind: str, python: str) -> bytes:
    """Return a program for Windows that starts ours with `python`; `kind` is w64 or t64."""
    import distlib

    begins = (Path(distlib.__file__).parent / f"{kind}.exe").read_bytes()
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(zipfile.ZipInfo("__main__.py", (1980, 1, 1, 0, 0, 0)), _MAIN)
    return begins + f"#!<launcher_dir>\\python\\{python}\r\n".encode() + archive.getvalue()


def unpack_python(archive: Path, folder: Path) -> None:
    """Unpack the runtime, which finds the packages in the folder beside its own."""
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    found = list(folder.glob("python3*._pth"))
    if len(found) != 1 or not (folder / "pythonw.exe").is_file():
        raise SystemExit(f"{archive.name} is not the embeddable zip of Python for Windows.")
    if found[0].stem != "python312":
        raise SystemExit(f"{archive.name} is not of Python 3.12, for which the packages are.")
    found[0].write_text(_PATHS.format(minor=found[0].stem.removeprefix("python3")))


def draw_icon(picture: Path, target: Path) -> None:
    """Write the sign of the program in the sizes in which Windows shows it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication([])
    drawn = QImage(256, 256, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(picture)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")
    Image.open(BytesIO(buffer.data().data())).save(target, sizes=_SIZES)
    app.quit()


def main() -> None:
    folder = Path(sys.argv[1])
    trim(folder / "pkgs")
    if missing := missing_libraries(folder / "pkgs"):
        raise SystemExit(f"Nothing brings these libraries: {', '.join(sorted(missing))}")
    (folder / "poadesk.exe").write_bytes(launcher("w64", "pythonw.exe"))
    (folder / "poadesk-consola.exe").write_bytes(launcher("t64", "python.exe"))
    draw_icon(Path("resources/icons/logo.svg"), folder / "poadesk.ico")
    if sys.argv[2:]:
        unpack_python(Path(sys.argv[2]), folder / "python")


if __name__ == "__main__":
    main()
