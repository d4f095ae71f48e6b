"""Whether all plans of a file can be in memory at once; above that they are read one by one."""

from __future__ import annotations

from pathlib import Path

from poadesk.planfile.database import Database
from poadesk.planfile.errors import CannotOpenError

# A row takes 400 bytes, and a report of all rows as much again: these need some 4 GB.
MOST_ROWS = 4_000_000
_LEAST_BYTES_OF_A_ROW = 150  # in the file, with its place in the indexes


def require_room(db: Database, path: Path) -> None:
    """Raise `CannotOpenError` if the plans of a file together are more than a computer holds."""
    (pages,), (size,) = (db.execute(f"PRAGMA page_{one}").fetchone() for one in ("count", "size"))
    # Rows are counted only where there may be so many: that takes as long as reading them.
    if pages * size <= MOST_ROWS * _LEAST_BYTES_OF_A_ROW:
        return
    activities, months = (_count(db, table) for table in ("activity", "month_record"))
    if activities + months > MOST_ROWS:
        raise CannotOpenError(
            "too_many",
            f"“{path.name}” tiene {activities:,} actividades de {_count(db, 'plan'):,} planes, más "
            "de las que caben a la vez en la memoria de una computadora. Nada se pierde: llévelas "
            "a tablas con la orden “poadesk export”, o reparta las unidades en varios archivos.",
        )


def _count(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
