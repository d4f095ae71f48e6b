"""Checks of the plan's own data: cover, years, general objective, strategic lines and SWOT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poadesk.plan import calendar
from poadesk.plan.model import QUADRANTS, Programme, SwotItem
from poadesk.plan.numbering import is_under
from poadesk.plan.phrases import listed, plain, quoted, spelled
from poadesk.plan.review import ADVICE, CONTRADICTION, MISSING, Finding, Review

_BASICS = (
    (
        "entity",
        "error",
        "Falta el nombre de la municipalidad.",
        "Va en la portada y al inicio de cada página.",
    ),
    ("unit", "error", "Falta el nombre de la unidad.", "Va en la portada y en cada página."),
    ("title", "error", "Falta el título del plan.", "Va en la portada, en letra grande."),
    ("year_label", "error", "Falta el año del plan.", "Va en la portada, debajo del título."),
    ("responsible", "error", "Falta quién elaboró el plan.", "Va en la portada y en las firmas."),
    ("place", "warning", "Falta el lugar.", "Va en la portada, junto a la fecha."),
    ("drafted_on", "warning", "Falta la fecha.", "Por ejemplo: noviembre de 2026."),
    (
        "general_objective",
        "warning",
        "Falta el objetivo general.",
        "En una sola oración: qué quiere lograr la unidad en el año y para quién.",
    ),
)
_QUADRANT_WORDS = {
    "strength": "fortalezas",
    "opportunity": "oportunidades",
    "weakness": "debilidades",
    "threat": "amenazas",
}
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–—/]\s*(\d\d)(?!\d))?(?!\d)", re.ASCII)


def cover_findings(review: Review) -> Iterator[Finding]:
    """Yield what the general data lack or deny."""
    plan = review.plan
    for field, severity, message, reason in _BASICS:
        if not getattr(plan, field).strip():
            yield review.finding(severity, plan, "general", field, message, reason, MISSING)
    yield from _year_findings(review)


def years_in(text: str) -> list[int]:
    """Return the years that a text names: `PEI 2021-26` -> [2021, 2026]."""
    found = []
    for match in _YEARS.finditer(text):
        found.append(int(match[1]))
        if match[2]:
            found.append(int(match[1][:2] + match[2]))
    return found


def line_findings(review: Review) -> Iterator[Finding]:
    """Yield what the strategic lines and their source lack or deny."""
    yield from _old_source(review)
    for line in review.plan.strategic_lines:
        if not line.name.strip():
            message = f"La línea estratégica {review.number(line)} no tiene nombre."
            reason = "Escríbalo, o quite la línea."
            yield review.finding("warning", line, "lines", "name", message, reason, MISSING)
        for programme in line.programmes:
            yield from _programme_findings(review, review.number(line), programme)


def swot_findings(review: Review) -> Iterator[Finding]:
    """Yield what the SWOT lacks: quadrants, texts, and objectives that answer."""
    plan = review.plan
    if not any(item.text.strip() for item in plan.swot_items):
        yield _absent_swot(review)
        return
    for quadrant in QUADRANTS:
        if not any(item.text.strip() for item in plan.quadrant(quadrant)):
            message = f"El FODA no tiene {_QUADRANT_WORDS[quadrant]}."
            reason = "Escriba al menos una, para que el análisis quede completo."
            yield review.finding("warning", plan, "swot", quadrant, message, reason, MISSING)
    for item in plan.swot_items:
        if not item.text.strip():
            word = _QUADRANT_WORDS.get(item.quadrant, "ideas")
            message = f"En el FODA hay un renglón vacío entre las {word}."
            yield review.finding("hint", item, "swot", "text", message, "Escríbalo o quítelo.")
    yield from _unanswered(review)


def _year_findings(review: Review) -> Iterator[Finding]:
    plan = review.plan
    if not review.months:
        return
    years = [int(year) for year in calendar.years(review.months)]
    label = calendar.label_of_years(review.months)
    if any(year not in years for year in years_in(plan.year_label)):
        message = f"La portada dice {quoted(plan.year_label)}, pero el plan va {plan_span(review)}."
        reason = f"Escriba {label} como año, o cambie el primer mes del plan."
        yield review.finding("error", plan, "general", "year_label", message, reason, CONTRADICTION)
    if any(year not in years for year in years_in(plan.title)):
        message = f"El título {quoted(plan.title)} nombra otro año: el plan es de {label}."
        reason = "Corrija el año del título, o quítelo: la portada ya lo pone aparte."
        yield review.finding("warning", plan, "general", "title", message, reason)


def plan_span(review: Review) -> str:
    """Say the months of the plan: `de enero a diciembre de 2027`."""
    return f"de {calendar.from_to(review.months)}"


def _programme_findings(review: Review, line: str, programme: Programme) -> Iterator[Finding]:
    if not programme.name.strip():
        message = f"Un programa de la línea estratégica {line} no tiene nombre."
        reason = "Escríbalo, o quite el programa."
        yield review.finding("warning", programme, "lines", "name", message, reason, MISSING, line)
    if not is_under(programme.code, line):
        message = f"El programa {programme.code.strip()} está dentro de la línea {line}."
        reason = "Corrija su código, o páselo a la línea que corresponde."
        yield review.finding(
            "error", programme, "lines", "code", message, reason, CONTRADICTION, line
        )


def _old_source(review: Review) -> Iterator[Finding]:
    plan = review.plan
    named = years_in(plan.strategy_source)
    if named and review.months and max(named) < int(calendar.year(review.months[0])):
        label = calendar.label_of_years(review.months)
        source = quoted(plan.strategy_source)
        message = f"{source} llega hasta {max(named)}, y este plan es de {label}."
        reason = "Si ya hay un plan estratégico más nuevo, tome de él las líneas."
        yield review.finding("warning", plan, "lines", "strategy_source", message, reason)


def _absent_swot(review: Review) -> Finding:
    words = set(plain(review.plan.introduction).split())
    if words & {"foda", "dafo"}:
        severity, message = "error", "La introducción anuncia el FODA, pero el plan no lo trae."
        reason = "Escriba el FODA, o quite el anuncio de la introducción."
    else:
        severity, message = "warning", "El FODA está vacío."
        reason = "Escriba lo bueno y lo difícil que la unidad encuentra, adentro y afuera."
    return review.finding(severity, review.plan, "swot", "swot_items", message, reason, MISSING)


def _unanswered(review: Review) -> Iterator[Finding]:
    plan = review.plan
    hard = [i for i in plan.swot_items if i.quadrant in ("weakness", "threat") and i.text.strip()]
    known = {objective.id for objective in plan.objectives}
    alone = [i for i in hard if not any(link.objective_id in known for link in i.objectives)]
    if not alone or not plan.objectives:
        return
    words = review.words.noun("objective")
    message = f"{_how_many(alone, hard)} no las atiende {words.no}."
    if len(hard) == 1:
        message = f"A {quoted(hard[0].text)} no la atiende {words.no}."
    elif len(alone) == 1:
        message = f"{_how_many(alone, hard)} no la atiende {words.no}."
    elif len(alone) == len(hard):
        message = f"A ninguna de las {_kinds(hard)} la atiende {words.a}."
    reason = listed([quoted(item.text) for item in alone], most=3) + "."
    yield review.finding("warning", alone[0], "swot", "objectives", message, reason, ADVICE)


def _how_many(alone: list[SwotItem], hard: list[SwotItem]) -> str:
    return f"A {spelled(len(alone), feminine=True)} de las {_kinds(hard)}"


def _kinds(hard: list[SwotItem]) -> str:
    kinds = [_QUADRANT_WORDS[q] for q in QUADRANTS if any(item.quadrant == q for item in hard)]
    return f"{spelled(len(hard), feminine=True)} {' y '.join(kinds)}"
