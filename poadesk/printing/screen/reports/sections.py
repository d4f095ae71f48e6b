"""The parts in which each report is looked at: its tables, its summary and its alerts."""

from __future__ import annotations

from poadesk.plan.profiles import Profile
from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING
from poadesk.printing.screen.reports.making import Made

ROWS, ACTIONS, SUMMARY, LEFT_OUT = "rows", "actions", "summary", "left_out"
EFFICACY, AREAS, ALERTS = "efficacy", "areas", "alerts"
APPROVED = "approved"  # only where a plan was approved
# Which of the tables of a report a section shows.
_TABLES = {
    (EXECUTION, ROWS): 0,
    (EXECUTION, APPROVED): 1,
    (TRACKING, ROWS): 0,
    (TRACKING, ACTIONS): 1,
    (TRACKING, LEFT_OUT): 2,
    (EVALUATION, AREAS): 0,
    (EVALUATION, EFFICACY): 1,
}
_ORDER = {
    EXECUTION: (ROWS, APPROVED, ALERTS),
    TRACKING: (ROWS, ACTIONS, SUMMARY, LEFT_OUT, ALERTS),
    EVALUATION: (EFFICACY, AREAS, ALERTS),
}
# Beside these stands a panel with what is chosen.
WITH_PANEL = (ROWS, EFFICACY)


# What Enter and a double click do on a row.
OPENS = {
    ROWS: "Ir a la actividad",
    APPROVED: "Ir a la actividad",
    LEFT_OUT: "Ir a la actividad",
    ACTIONS: "Ver sus actividades",
    AREAS: "Ver la acción y su comentario",
    EFFICACY: "Escribir el comentario",
    ALERTS: "Ir al campo",
}


def sections_of(kind: str) -> tuple[str, ...]:
    """Return the sections of a report in order; the first is shown first."""
    return _ORDER[kind]


def has_section(section: str, made: Made | None) -> bool:
    """Say whether a report has a section; what was approved is told only where there is any."""
    return section != APPROVED or (made is not None and len(made.tables) > 1)


def table_of(kind: str, section: str) -> int | None:
    """Return which table of the report a section shows; None where it shows none."""
    return _TABLES.get((kind, section))


def section_words(section: str, words: Profile, made: Made | None = None) -> str:
    """Return what stands on the button of a section, with a count where it tells something."""
    noun = words.noun("goal")
    titles = {
        ROWS: "Actividades",
        APPROVED: "Frente a lo aprobado",
        ACTIONS: noun.short or noun.titles,
        SUMMARY: "Resumen",
        LEFT_OUT: "No incluidas",
        EFFICACY: "Eficacia",
        AREAS: "Áreas",
        ALERTS: "Alertas",
    }
    count = _count(section, made)
    return f"{titles[section]} {count:,}" if count else titles[section]


def _count(section: str, made: Made | None) -> int:
    if made is None:
        return 0
    if section == ALERTS:
        return len(made.alerts)
    return len(made.tables[2].table.lines) if section == LEFT_OUT else 0
