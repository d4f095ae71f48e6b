"""What the material of the office holds, in words, and whether it changed since it was saved."""

from __future__ import annotations

from datetime import datetime

from poadesk.plan.frozen import digest
from poadesk.plan.model import Plan
from poadesk.plan.moments import day_said
from poadesk.plan.profiles import profile_of


def parts(kit: Plan) -> list[tuple[str, str, str]]:
    """Return (step in which it is written, its title, what there is) of each part."""
    words = profile_of(kit.profile)
    titles = words.step_titles
    programmes = sum(len(line.programmes) for line in kit.strategic_lines)
    lines = _count(len(kit.strategic_lines), "línea", "líneas")
    lines += f" y {_count(programmes, 'programa', 'programas')}" if programmes else ""
    objective = words.noun("objective")
    result = [
        ("general", titles.get("general", "Datos generales"), _general(kit)),
        ("lines", titles.get("lines", "Líneas estratégicas"), lines),
        (
            "objectives",
            titles.get("objectives", "Objetivos"),
            objective.counted(len(kit.objectives)) if kit.objectives else "",
        ),
    ]
    if kit.profile == "poi":
        goals = sum(1 for _ in kit.goals())
        told = words.noun("goal").counted(goals) if goals else ""
        result.append(("goals", "Acciones estratégicas", told))
    return result


def version_sentence(kit: Plan, now: datetime) -> str:
    """Say which version units have, and whether there is something new for them."""
    sent = [one for one in kit.deliveries if one.event == "sent"]
    if not sent:
        return "Todavía no se ha guardado ninguna versión para las unidades."
    last = sent[-1]
    day = day_said(last.at, now)
    told = f"Versión {last.revision}, guardada {day}, en “{last.file_name}”."
    if last.digest == digest(kit):
        return f"{told} Desde entonces no ha cambiado."
    return f"{told} Desde entonces ha cambiado: la próxima será la {last.revision + 1}."


def _general(kit: Plan) -> str:
    logo = "con escudo" if kit.logo else "sin escudo"
    said = [kit.entity.strip(), kit.year_label.strip(), logo if kit.entity.strip() else ""]
    return " · ".join(part for part in said if part)


def _count(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return f"1 {one}" if count == 1 else f"{count:,} {many}"
