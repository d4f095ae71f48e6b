"""The figures of each version, kept in the repository: `figures/0.1.0.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from poadesk.bench.timing import Measured
from poadesk.output import write_whole
from poadesk.quick_dataclass import dataclass

Machine = Mapping[str, str | int | float]
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Version:
    """What was measured of a version, and on what machine; `figures` has {name: measure}."""

    name: str
    machine: Machine
    figures: Mapping[str, Measured]


def keep(folder: Path, version: str, machine: Machine, figures: Mapping[str, Measured]) -> Path:
    """Keep figures of a version and return their file.

    Those that were kept before stay unless they are measured again. Figures of two machines do
    not stand in one file: those of another machine go.
    """
    target = folder / f"{version}.json"
    before = [one for one in kept(folder) if one.name == version and one.machine == machine]
    together = {**(before[0].figures if before else {}), **figures}
    written = {name: _rounded(asdict(figure)) for name, figure in sorted(together.items())}
    content = {"version": version, "machine": dict(machine), "figures": written}
    folder.mkdir(exist_ok=True)
    write_whole(target, (json.dumps(content, indent=1) + "\n").encode("utf-8"))
    return target


def kept(folder: Path) -> tuple[Version, ...]:
    """Return the kept versions, the oldest first."""
    found = [_read(path) for path in folder.glob("*.json")]
    return tuple(sorted(found, key=lambda version: _parts(version.name)))


def _read(path: Path) -> Version:
    content = json.loads(path.read_bytes())
    figures = {name: Measured(**figure) for name, figure in content["figures"].items()}
    return Version(content["version"], content["machine"], figures)


def _parts(version: str) -> tuple[int, ...]:
    """Return what puts versions in order: 0.10.0 comes after 0.9.1."""
    return tuple(map(int, re.findall(r"\d+", version)))


def _rounded(figure: dict[str, object]) -> dict[str, object]:
    """Leave out the digits that a second run would change in any case."""
    return {
        key: float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value
        for key, value in figure.items()
    }
