"""The export for analysis as an archive, a folder or a database; whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from poadesk.consolidating.analysis.database import write_database
from poadesk.consolidating.analysis.folder import NAMES, write_files
from poadesk.output import folder_made_whole, made_whole, refuse_plan
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units

ARCHIVE, DATABASE = ".zip", ".db"


def export(plans: Iterable[Plan], target: Path) -> int:
    """Write the plans of units to a `.zip`, a `.db` or a new folder; return how many they are.

    The material of the planning office is left out. Raises `OutputError` or `UnreadableError`,
    and then nothing was written.
    """
    if target.suffix.casefold() not in (ARCHIVE, DATABASE):
        with folder_made_whole(target) as folder:
            return _require_some(write_files(folder, _of_units(plans)))
    refuse_plan(target)
    if target.suffix.casefold() == DATABASE:
        with made_whole(target) as beside:
            return _require_some(write_database(beside, _of_units(plans)))
    with made_whole(target) as beside, TemporaryDirectory(prefix=".", dir=target.parent) as name:
        units = _require_some(write_files(Path(name), _of_units(plans)))
        _pack(Path(name), beside)
        return units


def _of_units(plans: Iterable[Plan]) -> Iterable[Plan]:
    return (plan for one in plans for plan in plans_of_units([one]))


def _require_some(units: int) -> int:
    if not units:
        raise UnreadableError(
            "Este archivo todavía no tiene el plan de ninguna unidad: reciba primero lo que "
            "entregaron las unidades."
        )
    return units


def _pack(folder: Path, archive: Path) -> None:
    """Pack the files without their times, so that equal plans make equal archives."""
    with ZipFile(archive, "x") as package:
        for name in NAMES:
            path = folder / name
            entry = ZipInfo(name)
            entry.compress_type, entry.file_size = ZIP_DEFLATED, path.stat().st_size
            entry.external_attr = 0o644 << 16
            with path.open("rb") as source, package.open(entry, "w") as packed:
                shutil.copyfileobj(source, packed)
