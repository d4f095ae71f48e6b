"""How the planning office speaks of what a unit has delivered."""

from __future__ import annotations

from poadesk.plan.office_units import (
    APPROVED,
    DELIVERED,
    MISSING,
    OBSERVED,
    REFUSED,
    UnitRow,
)
from poadesk.plan.remarks import RemarkCounts

# Word and chip of each state.
STATE_CHIPS = {
    MISSING: ("Falta", "missing"),
    DELIVERED: ("Recibido", "received"),
    OBSERVED: ("Observado", "remark"),
    APPROVED: ("Aprobado", "ok"),
    REFUSED: ("No se recibió", "bad"),
}


def ordinal(revision: int) -> str:
    """Return `2.ª`."""
    return f"{revision}.ª"


def findings_words(row: UnitRow) -> str:
    """Say what Revisar said when the plan arrived: `2 por corregir y 5 por revisar`."""
    if row.errors is None or row.warnings is None:
        return "—"
    parts = []
    if row.errors:
        parts.append(f"{row.errors} por corregir")
    if row.warnings:
        parts.append(f"{row.warnings} por revisar")
    return " y ".join(parts) or "bien"


def remarks_words(counts: RemarkCounts) -> str:
    """Say how far the remarks of a plan are: `3 abiertas`, `1 respondida`, `resueltas`."""
    if counts.open:
        return "1 abierta" if counts.open == 1 else f"{counts.open} abiertas"
    if counts.answered:
        return "1 respondida" if counts.answered == 1 else f"{counts.answered} respondidas"
    return "resueltas" if counts.resolved else "—"


def reminder(names: list[str], due_on: str, year: str) -> str:
    """Return a text ready to be sent to the units of which nothing has come."""
    due = f" La entrega cierra el {due_on.strip()}." if due_on.strip() else ""
    listed = "\n".join(f"- {name}" for name in names)
    return (
        f"Buen día. Todavía no hemos recibido el plan {year} de estas unidades:\n{listed}\n"
        f"Les pedimos enviarlo a Planificación.{due} "
        "En poadesk se prepara en el paso Imprimir, con “Preparar el envío…”. Gracias."
    )
