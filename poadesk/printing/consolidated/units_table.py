"""The list of the units: what each delivered, in which state it is, and its code."""

from __future__ import annotations

from datetime import datetime

from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.consolidated.summary import Summary
from poadesk.plan.consolidated.units import MISSING, STATE_WORDS, UnitStanding
from poadesk.plan.profiles import profile_of
from poadesk.plan.unit_names import NAMELESS
from poadesk.printing.cells import Cell, text_cell
from poadesk.printing.consolidated.document import Chapter, heading, plan_name
from poadesk.printing.consolidated.state_marks import ROOM, state_cell
from poadesk.printing.consolidated.tables import Column, Line, table
from poadesk.printing.engine import Flowable
from poadesk.printing.paper import lying
from poadesk.printing.styles import style
from poadesk.printing.text import paragraph

UNITS = Chapter("units", "Unidades y su estado")
NOT_EXPECTED = "No está en la lista de unidades esperadas."
_OF_DELIVERY = 7  # columns of the list
_MOMENT = "%Y-%m-%d %H:%M"


def units_pages(summary: Summary, paper: str) -> list[Flowable]:
    """Return the list of all units, on lying paper."""
    sheet, words = lying(paper), profile_of(summary.front.profile)
    columns = [
        Column("N.º"),
        Column(words.unit.upper(), 1.0),
        Column("ESTADO", left=True),
        Column("REVISIÓN"),
        Column("LLEGÓ", left=True),
        Column("POR\nCORREGIR"),
        Column("POR\nREVISAR"),
        Column("OBSERVACIONES\nABIERTAS"),
        Column("ACTIVIDADES"),
        Column("CÓDIGO DE\nVERIFICACIÓN", left=True),
    ]
    lines = [_line(at, unit) for at, unit in enumerate(summary.units, 1)]
    grid = table(columns, lines, sheet.frame_width, sheet.frame_height)
    made = [*heading(UNITS, counts_in_words(summary)), grid]
    if any(not unit.is_expected for unit in summary.units):
        made.append(paragraph(style("note-apart"), f"* {NOT_EXPECTED}"))
    return made


def counts_in_words(summary: Summary) -> str:
    """Say how many units are in each state, and until when plans are received."""
    counts = [
        f"{word.lower()}: {summary.count(state):,}"
        for state, word in STATE_WORDS.items()
        if summary.count(state)
    ]
    due = summary.front.due_on.strip().rstrip(".")
    closes = f" La entrega cierra el {due}." if due else ""
    units = len(summary.units)
    whole = "1 unidad" if units == 1 else f"{units:,} unidades"
    return f"{plan_name(summary.front)}. {whole} ({', '.join(counts)}).{closes}"


def day_of(at: str) -> str:
    """Return the day of a moment as paper says it: `12 nov 2026`."""
    try:
        moment = datetime.strptime(at, _MOMENT)
    except ValueError:
        return at
    month = MONTH_NAMES[moment.month - 1][:3]
    return f"{moment.day} {month} {moment.year}"


def _line(number: int, unit: UnitStanding) -> Line:
    cells = ((1, _name(unit)), (2, state_cell(unit.state)))
    words = (str(number), "", ROOM, *_delivered(unit))
    return Line(words, soft=unit.state == MISSING, cells=cells)


def _name(unit: UnitStanding) -> Cell:
    """Return the cell of the name of a unit, with its code below it."""
    mark = "" if unit.is_expected else "*"
    kind = "table-soft" if unit.state == MISSING else "table-plain"
    made = [paragraph(style(kind), f"{unit.unit.strip() or NAMELESS}{mark}")]
    if unit.unit_code.strip():
        made.append(paragraph(style("note"), f"Código {unit.unit_code.strip()}"))
    return text_cell(*made)


def _delivered(unit: UnitStanding) -> tuple[str, ...]:
    """Return the words of the columns about what a unit delivered, empty while it is missing."""
    if unit.state == MISSING:
        return ("",) * _OF_DELIVERY
    return (
        f"{unit.revision:,}",
        day_of(unit.received_at),
        *(_count(one) for one in (unit.errors, unit.warnings, unit.open_remarks)),
        f"{unit.activities:,}",
        unit.code,
    )


def _count(count: int) -> str:
    return f"{count:,}" if count else "—"
