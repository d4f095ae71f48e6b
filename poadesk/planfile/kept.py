"""A revision that a file keeps, read as if somebody else had put it there."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

from poadesk.plan.by_table import by_table
from poadesk.plan.frozen import digest, thawed
from poadesk.plan.model import Plan, declared_fields
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.foreign_values import require_own_ties, require_values


def kept_plan(content: bytes, told: str, path: Path) -> Plan:
    """Return the plan that a file keeps under a digest.

    Raises `CannotOpenError` if it is not the one that was kept, or none that this program writes.
    """
    try:
        plan = thawed(content)
        _require_sound(plan)
        if digest(plan) != told:
            raise ValueError("another plan than the one that was kept")
    except ValueError as error:
        raise CannotOpenError(
            "damaged",
            f"Una revisión que guarda el archivo “{path.name}” está dañada o se cambió fuera de "
            "este programa, y no se usa. El plan de ahora sigue completo; busque esa revisión en "
            "una copia de respaldo.",
        ) from error
    return plan


def _require_sound(plan: Plan) -> None:
    """Raise ValueError unless values and ties are such as a file from somebody else may have."""
    for table, placed in by_table(plan).items():
        own = attrgetter("id", "position", *declared_fields(table))
        require_values(table, [("", *own(row)) for row in placed.rows])
    require_own_ties([plan])
