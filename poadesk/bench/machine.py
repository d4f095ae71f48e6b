"""What kind of machine the figures are from: nothing that tells which one it is, or whose."""

from __future__ import annotations

import os
import platform
import sqlite3
from pathlib import Path

_PROCESSORS, _MEMORY = Path("/proc/cpuinfo"), Path("/proc/meminfo")
_KB_IN_A_GB = 1_000_000


def machine() -> dict[str, str | int | float]:
    """Return the kind of processor and memory, and the versions of what does the work."""
    import reportlab
    from PySide6.QtCore import qVersion

    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": value_of(_text(_PROCESSORS), "model name"),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0,
        "memory_gb": round(_kilobytes(value_of(_text(_MEMORY), "MemTotal")) / _KB_IN_A_GB),
        "python": platform.python_version(),
        "qt": qVersion(),
        "sqlite": sqlite3.sqlite_version,
        "reportlab": reportlab.Version,
    }


def value_of(text: str, name: str) -> str:
    """Return the first value of a name in a text of `name : value` lines, or ""."""
    for line in text.splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _kilobytes(value: str) -> int:
    return int(value.removesuffix("kB").strip() or 0)
