"""The page that opens the plan of a unit in the consolidated document: who, what, how much."""

from __future__ import annotations

from poadesk.plan.consolidated.summary import UnitFigures
from poadesk.plan.consolidated.units import STATE_WORDS, UnitStanding
from poadesk.plan.fields import show_money
from poadesk.plan.profiles import profile_of
from poadesk.plan.unit_names import NAMELESS
from poadesk.printing.cells import Row, text_cell
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, Look
from poadesk.printing.page import Mark, Printout
from poadesk.printing.paper import upright
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import NBSP, specific_objectives, strategic_lines
from poadesk.printing.text import numbered, paragraph, paragraphs

PART = "unit"
TITLE = "Ficha de la unidad"
IN_A_ROW = 3


def story(printout: Printout, unit: UnitStanding, figures: UnitFigures) -> list[Flowable]:
    """Return the facts of a unit, its introduction, lines and objectives, in its own words."""
    plan, sheet = printout.plan, upright(printout.options.paper)
    words = profile_of(plan.profile)
    made: list[Flowable] = [
        Mark(printout, PART),
        paragraph(style("unit-number"), f"Unidad {printout.number}"),
        paragraph(style("unit-name"), plan.unit.strip() or NAMELESS),
        _facts(_told(unit, figures), sheet.frame_width, sheet.frame_height),
    ]
    if plan.introduction.strip():
        made += [_name("Introducción"), *paragraphs(plan.introduction, style("body"))]
    if plan.general_objective.strip():
        made += [_name("Objetivo general"), *paragraphs(plan.general_objective, style("body"))]
    lines = [(line.number, line.text) for line, _, _ in strategic_lines(plan)]
    made += _listed("Líneas estratégicas a las que responde", lines, sheet.frame_width)
    rows = [(row.number, row.text) for row in specific_objectives(plan)]
    return [*made, *_listed(words.specific_objectives, rows, sheet.frame_width)]


def _told(unit: UnitStanding, figures: UnitFigures) -> list[tuple[str, str]]:
    """Return (label, value) of what is known of a unit."""
    plan = figures.plan
    words = profile_of(plan.profile)
    sign = plan.currency.strip()
    cost = "" if figures.cost is None else show_money(figures.cost, sign, NBSP if sign else "")
    facts = [
        ("Responsable", plan.responsible),
        ("Cargo", plan.responsible_position),
        ("Código de la unidad", plan.unit_code),
        ("Estado", f"{STATE_WORDS[unit.state]}, revisión {unit.revision}"),
        (words.noun("objective").titles, f"{figures.objectives:,}"),
        (words.noun("goal").titles, f"{figures.goals:,}"),
        (words.noun("activity").titles, f"{figures.activities:,}"),
        ("Costo de los recursos", cost),
    ]
    return [(label, value) for label, value in facts if value.strip()]


def _facts(facts: list[tuple[str, str]], width: float, page: float) -> Grid:
    shape = Shape(
        (width / IN_A_ROW,) * IN_A_ROW, page, pad_x=0, pad_right=12, pad_top=5, pad_bottom=7
    )
    rows = []
    for at in range(0, len(facts), IN_A_ROW):
        cells = [
            text_cell(
                paragraph(style("label"), label),
                paragraph(style("value"), value),
            )
            for label, value in facts[at : at + IN_A_ROW]
        ]
        rows.append(Row([*cells, *[None] * (IN_A_ROW - len(cells))]))
    return Grid(rows, shape, Look(top="strong", end="rule", last="rule", columns="", block=""))


def _listed(title: str, rows: list[tuple[str, str]], width: float) -> list[Flowable]:
    return [_name(title), *numbered("programme", rows, width)] if rows else []


def _name(words: str) -> Flowable:
    made = paragraph(style("h2"), words)
    made.keepWithNext = True
    return made
