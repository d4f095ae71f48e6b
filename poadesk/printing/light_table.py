"""How many are red, amber and green, with the limits in words."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.profiles import Profile
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.tracking import Tracking
from poadesk.plan.reports.traffic_light import AMBER, GREEN, GREY, RED, LightCount
from poadesk.printing import faces
from poadesk.printing.cells import Row, text_cell
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.grid import Grid, Look
from poadesk.printing.light_marks import draw_light
from poadesk.printing.placing import Shape
from poadesk.printing.styles import LIGHTS, style
from poadesk.printing.text import Run, paragraph

NAMES = {RED: "Rojo", AMBER: "Ámbar", GREEN: "Verde", GREY: "Sin valor"}
SHARES = (0.44, 0.14, 0.14, 0.14, 0.14)
PAD_TOP, _NAME_LINE, _BESIDE = 5.0, 10.2, 6.5


def light_table(report: Tracking, words: Profile, width: float, page: float) -> Grid:
    """Return the table of the lights of actions and of activities, `width` points wide."""
    widths = tuple(width * share for share in SHARES)
    shape = Shape(widths, page, pad_x=0, pad_right=0, pad_top=PAD_TOP, pad_bottom=5)
    title = paragraph(style("light-title"), f"Semáforo, {report.period.words()}")
    names = [text_cell(*_name(light, words)) for light, words in limit_words(report)]
    rows = [
        Row([text_cell(title), *names], paint=_marks),
        _row(words.noun("goal").titles, report.action_lights),
        _row(words.noun("activity").titles, report.activity_lights),
    ]
    return Grid(rows, shape, Look(top="strong", end="hair", last="hair", columns="", block=""))


def limit_words(report: Tracking) -> tuple[tuple[str, str], ...]:
    """Return what each light means, by its name: `menos de 75 %`."""
    limits = report.limits
    low, high = shown(limits.red_below, 2), shown(limits.green_above, 2)
    return (
        (RED, f"menos de {low} %"),
        (AMBER, f"de {low} % a {high} %"),
        (GREEN, f"más de {high} %"),
        (GREY, "S.P., S.I. o por empezar" if report.has_unbegun() else "S.P. o S.I."),
    )


def _name(light: str, limits: str) -> list[Flowable]:
    name = Run(NAMES[light], faces.SEMIBOLD, LIGHTS[light])
    return [
        paragraph(style("light-name"), name),
        paragraph(style("light-limits"), limits),
    ]


def _row(name: str, count: LightCount) -> Row:
    figures = count.red, count.amber, count.green, count.grey
    cells = [text_cell(paragraph(style("light-count"), f"{one:,}")) for one in figures]
    return Row([text_cell(paragraph(style("summary"), name)), *cells])


def _marks(canvas: Canvas, edges: Sequence[float], top: float, _bottom: float) -> None:
    """Draw the mark of each light before its name."""
    for at, (light, name) in enumerate(NAMES.items(), 1):
        half = faces.width(name, faces.SEMIBOLD, style("light-name").fontSize) / 2
        x = (edges[at] + edges[at + 1]) / 2 - half - _BESIDE
        draw_light(canvas, light, x, top - PAD_TOP - _NAME_LINE / 2)
