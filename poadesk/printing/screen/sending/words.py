"""What Entregar says of a plan on its way to the planning office, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from poadesk.plan.handing_over import APPROVED, OBSERVED, SENT, is_as_sent, last_delivery
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.moments import said
from poadesk.plan.review import Finding
from poadesk.plan.verification import verification_code
from poadesk.quick_dataclass import dataclass

FIRST = (
    "Aquí se prepara lo que recibe Planificación: una carpeta con el archivo del plan y su PDF, "
    "los dos con el mismo código."
)
EVENTS = {
    "sent": "Entregada",
    "received": "Recibida en Planificación",
    "returned": "Devuelta",
    "approved": "Aprobada",
}


@dataclass(frozen=True, slots=True)
class Review:
    """What Revisar says, in one sentence; `sign` and `tone` are an icon and its colour."""

    sentence: str
    sign: str
    tone: str


def standing(plan: Plan, now: datetime) -> str:
    """Say where a plan stands between the unit and the planning office."""
    sent = last_delivery(plan, SENT)
    if sent is None:
        return FIRST
    told = f"La revisión {sent.revision} se preparó para entregar el {_when(sent, now)}."
    if plan.state == APPROVED:
        return _approved(plan, now)
    if plan.state == OBSERVED:
        return f"{told} {_observed(plan)} La próxima será la revisión {sent.revision + 1}."
    if not is_as_sent(plan):
        changed = f"El plan cambió desde entonces: lo próximo será la revisión {sent.revision + 1}."
        return f"{told} {changed}"
    return f"{told} El plan no ha cambiado desde entonces."


def review_of(findings: Sequence[Finding]) -> Review:
    """Say what is left to correct; nothing of it stops a delivery."""
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count("error"), severities.count("warning")
    if not errors and not warnings:
        return Review("No queda nada por corregir.", "done", "ok")
    counts = _counts(errors, warnings)
    if errors:
        advice = "Conviene corregir antes; también puede entregarlo así, y Planificación lo verá."
        return Review(f"{counts} {advice}", "warning", "warn")
    return Review(f"{counts} Puede entregarlo así.", "info", "accent")


def told_of(delivery: Delivery, now: datetime) -> tuple[str, str, str]:
    """Return what happened, when, and what else is worth knowing of it."""
    what = f"Revisión {delivery.revision} · {EVENTS[delivery.event]}"
    rest = [delivery.code] if delivery.code else []
    if delivery.event == SENT and (delivery.errors or delivery.warnings):
        rest.append(_counts(delivery.errors, delivery.warnings, "con").rstrip("."))
    return what, said(delivery.at, now), " · ".join(rest)


def _observed(plan: Plan) -> str:
    """Say what is left to do with what the planning office has remarked."""
    still = sum(remark.state == "open" for remark in plan.remarks)
    if not still:
        return "Planificación la devolvió, y ya respondió sus observaciones: entréguela otra vez."
    count = "queda 1 observación" if still == 1 else f"quedan {still:,} observaciones"
    return f"Planificación la devolvió, y {count} por responder."


def _approved(plan: Plan, now: datetime) -> str:
    approved = last_delivery(plan, APPROVED)
    if approved is None:
        return "Planificación aprobó este plan."
    told = f"Planificación aprobó la revisión {approved.revision} el {_when(approved, now)}."
    if approved.code == verification_code(plan):
        return f"{told} Nada de lo impreso ha cambiado desde entonces."
    return f"{told} El plan cambió desde entonces: para que conste, entréguelo otra vez."


def _when(delivery: Delivery, now: datetime) -> str:
    """Say when, after `el`: `24 nov, 8:05`; with the day also today and yesterday."""
    try:
        moment = datetime.strptime(delivery.at, "%Y-%m-%d %H:%M")
    except ValueError:
        return delivery.at
    earlier = said(delivery.at, now.replace(year=now.year + 1))  # never "ayer", always the day
    day = earlier.rsplit(" ", 1)[0] if moment.year == now.year else earlier
    return f"{day} a las {moment.hour}:{moment.minute:02d}"


def _counts(errors: int, warnings: int, first: str = "") -> str:
    parts = []
    if errors:
        parts.append(f"{errors:,} por corregir")
    if warnings:
        parts.append(f"{warnings:,} por revisar")
    words = " y ".join(parts)
    if first:
        return f"{first} {words}."
    verb = "Queda" if errors + warnings == 1 else "Quedan"
    return f"{verb} {words}."
