"""Gather the licences of all that goes along with the program: `licences.py FOLDER [BUNDLE]`.

Packages of Python tell theirs in their metadata, fonts and dictionary have them beside them, and
libraries of Debian in /usr/share/doc. A part without any stops the build.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, PackagePath, distribution
from pathlib import Path

_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_LIBRARIES = Path("/usr/lib/x86_64-linux-gnu"), Path("/lib/x86_64-linux-gnu")
# Their packages name the licence and do not bring its text, which lies beside the dictionary.
_LGPL = {"pyside6_essentials", "pyside6_pdf", "shiboken6"}


def gather(folder: Path, bundle: Path | None) -> None:
    """Write every licence into the folder, and a list of the parts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [_python(folder, bundle), *(_package(folder, one) for one in _packages("poadesk"))]
    resources = Path(str(distribution("poadesk").locate_file("poadesk"))) / "resources"
    lines += [_shipped(folder, resources, path) for path in sorted(resources.glob("*/*/LICENSE*"))]
    lines += [_shipped(folder, resources, path) for path in sorted(resources.glob("*/LICENSE*"))]
    if bundle is not None:
        lines += [_library(folder, name) for name in _system_libraries(bundle)]
    (folder / "LEAME.txt").write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


_HEAD = """\
poadesk es libre, con licencia MIT. Trae consigo estas partes, cada una con su licencia, que está
en esta carpeta. Qt se usa según la LGPL 3: sus bibliotecas son archivos aparte, que pueden
cambiarse por otras de la misma versión.

"""


def _packages(name: str, seen: set[str] | None = None) -> list[Distribution]:
    """Return a package and, in the order of their names, all that it needs to run."""
    seen = set() if seen is None else seen
    found = {}
    for asked in distribution(name).requires or ():
        needed = re.split(r"[^\w.-]", asked, maxsplit=1)[0].lower().replace("-", "_")
        if ("extra ==" in asked and "rl_accel" not in asked) or needed in seen:
            continue
        seen.add(needed)
        try:
            one = distribution(needed)
        except ModuleNotFoundError:  # needed on another system
            continue
        found |= {needed: one} | {
            str(inner.metadata["Name"]).lower(): inner for inner in _packages(needed, seen)
        }
    own = [distribution(name)] if name == "poadesk" else []
    return own + [found[key] for key in sorted(found)]


def _package(folder: Path, package: Distribution) -> str:
    name, version = package.metadata["Name"], package.version
    texts = [file for file in package.files or () if _is_licence(file)]
    for file in texts:
        _copy(folder, name, Path(str(package.locate_file(file))))
    if str(name).lower() in _LGPL:
        return f"{name} {version}: dictionary-LICENSE-LGPL-3.txt, dictionary-LICENSE-GPL-3.txt"
    if not texts:
        raise SystemExit(f"{name} {version} brings no licence: look for it before it is shipped.")
    return f"{name} {version}: {name}-*"


def _is_licence(file: PackagePath) -> bool:
    return ".dist-info" in str(file) and bool(_LICENCE.match(file.name))


def _python(folder: Path, bundle: Path | None) -> str:
    version = sysconfig.get_python_version()
    beside = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    text = beside if beside.is_file() else Path(f"/usr/share/doc/python{version}/copyright")
    _copy(folder, "Python", text)
    # Without a bundle this is not the Python that goes along; the licence is the same.
    return f"Python {sys.version.split()[0] if bundle else '3'}: Python-{text.name}"


def _shipped(folder: Path, resources: Path, licence: Path) -> str:
    name = "-".join(licence.parent.relative_to(resources).parts)
    _copy(folder, name, licence)
    return f"{name}: {name}-{licence.name}"


def _system_libraries(bundle: Path) -> list[str]:
    return sorted(path.name for path in (bundle / "_internal").glob("lib*.so*"))


def _library(folder: Path, name: str) -> str:
    path = next((home / name for home in _LIBRARIES if (home / name).exists()), None)
    if path is None:  # of a package of Python, which told its licence above
        return f"{name}: de Python o de uno de sus paquetes"
    asked = ["dpkg-query", "--search", f"*/{path.resolve().name}"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    package = told.split(":", maxsplit=1)[0]
    _copy(folder, package, Path(f"/usr/share/doc/{package}/copyright"))
    return f"{name}, del paquete {package} de Debian: {package}-copyright"


def _copy(folder: Path, name: str, licence: Path) -> None:
    shutil.copyfile(licence, folder / f"{name}-{licence.name}")


if __name__ == "__main__":
    gather(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None)
