"""The kept figures of all versions as a table of text: a row for a measure, a column a version."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.bench.kept import Version
from poadesk.bench.timing import Measured

_NOTHING = "-"


def table(versions: Sequence[Version]) -> str:
    """Return the ratio of each measure in each version, beside the aim of the newest.

    A mark stands at a figure that missed the aim of its version.
    """
    if not versions:
        return "No figures are kept yet: run python -m poadesk.bench --keep"
    rows = [("measure", "aim", *(version.name for version in versions))]
    for name in names_of(versions):
        rows.append((title_of(versions, name), _aim(versions, name), *_figures(versions, name)))
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([*lines[:1], "-" * len(lines[0]), *lines[1:], "", *map(_machine, versions)])


def names_of(versions: Sequence[Version]) -> list[str]:
    """Return the names of all measures, each once, in the order in which they came up."""
    return list(dict.fromkeys(name for version in versions for name in version.figures))


def title_of(versions: Sequence[Version], name: str) -> str:
    """Return what the newest version that has a measure calls it."""
    return _newest(versions, name).title


def _aim(versions: Sequence[Version], name: str) -> str:
    return _newest(versions, name).aim


def _newest(versions: Sequence[Version], name: str) -> Measured:
    return next(one.figures[name] for one in reversed(versions) if name in one.figures)


def _figures(versions: Sequence[Version], name: str) -> list[str]:
    found = [version.figures.get(name) for version in versions]
    return [
        _NOTHING if one is None else f"{one.ratio:.2f}{'' if one.met else ' !'}" for one in found
    ]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
    return "  ".join(cells).rstrip()


def _machine(version: Version) -> str:
    facts = ", ".join(f"{key} {value}" for key, value in version.machine.items() if value)
    return f"{version.name}: {facts}"
