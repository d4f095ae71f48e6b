"""The tables of the evaluation: areas of an action, actions of an objective, label and comment."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from poadesk.plan.fields import show_quantity
from poadesk.plan.profiles import Profile
from poadesk.plan.reports.efficacy import NOT_PLANNED, shown_efficacy
from poadesk.plan.reports.evaluation import Area, EvaluatedAction, EvaluatedObjective
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.report_tables import LABEL_LIGHTS
from poadesk.printing import faces
from poadesk.printing.cells import Row, text_cell
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.grid import Grid, Look, TextHeading
from poadesk.printing.light_marks import draw_light
from poadesk.printing.placing import Shape
from poadesk.printing.styles import BAR, LIGHTS, style
from poadesk.printing.text import NBSP, paragraph, paragraphs

NUMBER, AMOUNT, SHARE = 0.07, 0.168, 0.115  # of the width; the words take the rest
PAD = 6.0
CHIP_HEIGHT, CHIP_PAD, CHIP_TEXT = 17.0, 8.0, 7.5
COMMENT_INDENT, COMMENT_BAR = 11.0, 2.0
_LOOK = Look(columns="", block="", end="navy", last="navy")
_Cells = Sequence[str]


def areas_table(action: EvaluatedAction, limits: Limits, width: float, page: float) -> Grid:
    """Return the areas of an action with what each planned and did; points of a frame."""
    names = ("N.º", "Área", "Programadas", "Ejecutadas", "%")
    rows = [_area_row(at, area, limits) for at, area in enumerate(action.areas, 1)]
    if action.percent is not None:
        total = ("", "TOTAL", *_figures(action.planned, action.done, action.percent, limits))
        rows.append(_row(total, strong=True))
    if not rows:
        rows.append(_row(("", "Ninguna área", "", NOT_PLANNED, ""), idle=True))
    return _grid(names, rows, width, page)


def objective_table(
    objective: EvaluatedObjective,
    number: int,
    words: Profile,
    limits: Limits,
    room: tuple[float, float],
) -> Grid:
    """Return an objective with its actions; `room` is the width and height of a frame."""
    heading = f"{words.noun('objective').title} y {words.goals}"
    names = ("N.º", heading, "Programadas", "Ejecutadas", "Eficacia")
    own = _figures(objective.planned, objective.done, objective.percent, limits)
    name = _name(str(number), objective.code, objective.name)
    rows = [_row((str(number), name, *own), strong=True)]
    for at, action in enumerate(objective.actions, 1):
        figures = _figures(action.planned, action.done, action.percent, limits)
        name = _name(f"{number}.{at}", action.code, action.name)
        rows.append(_row((f"{number}.{at}", name, *figures), row_id=action.goal_ids[0]))
    return _grid(names, rows, *room)


class LabelChip(Flowable):
    """The label of an action in an outlined chip, with the shape of its light."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label, self.light = label, LABEL_LIGHTS[label]
        self.spaceBefore, self.spaceAfter = 5.0, 6.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take one line."""
        self.width = faces.width(self.label, faces.SEMIBOLD, CHIP_TEXT) + 2 * CHIP_PAD + 12
        return width, CHIP_HEIGHT

    def draw(self) -> None:
        """Draw the outline, the mark and the words."""
        canvas, colour = self.canv, LIGHTS[self.light]
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, 0, self.width, CHIP_HEIGHT, 3, stroke=1, fill=0)
        draw_light(canvas, self.light, CHIP_PAD + 3, CHIP_HEIGHT / 2)
        canvas.setFillColor(colour)
        canvas.setFont(faces.SEMIBOLD, CHIP_TEXT)
        canvas.drawString(CHIP_PAD + 12, CHIP_HEIGHT / 2 - 2.7, self.label)


def comment(text: str, width: float, page: float) -> Grid:
    """Return the person's own words, apart from what was generated, behind a bar."""
    lines = paragraphs(text, style("evaluation-comment"))
    label = paragraph(style("note"), "Comentario")
    shape = Shape((width,), page, waste=1.0, pad_x=COMMENT_INDENT, pad_top=3, pad_bottom=4)

    def bar(canvas: Canvas, edges: Sequence[float], top: float, bottom: float) -> None:
        canvas.setFillColor(BAR)
        canvas.rect(0, bottom, COMMENT_BAR, top - bottom, stroke=0, fill=1)

    rows = [Row([text_cell(label, *lines)], line="", paint=bar)]
    grid = Grid(rows, shape, Look(end="", last="", columns="", block=""))
    grid.spaceBefore, grid.spaceAfter = 6.0, 10.0
    return grid


def _grid(names: _Cells, rows: list[Row], width: float, page: float) -> Grid:
    rest = width * (1 - NUMBER - 2 * AMOUNT - SHARE)
    widths = (width * NUMBER, rest, width * AMOUNT, width * AMOUNT, width * SHARE)
    cells = [
        text_cell(paragraph(style("heading" if at < 2 else "heading-right"), name.upper()))
        for at, name in enumerate(names)
    ]
    measures = Shape(widths, page, pad_x=PAD, pad_right=PAD)
    heading = TextHeading(cells, measures)
    shape = Shape(widths, page - heading.height, pad_x=PAD, pad_right=PAD)
    return Grid(rows, shape, _LOOK, heading)


def _area_row(number: int, area: Area, limits: Limits) -> Row:
    name = " ".join(area.unit.split()) or "Área sin nombre"
    if area.percent is None:
        return _row((str(number), name, "", NOT_PLANNED, ""), idle=True)
    return _row((str(number), name, *_figures(area.planned, area.done, area.percent, limits)))


def _figures(
    planned: int, done: int, value: Fraction | None, limits: Limits
) -> tuple[str, str, str]:
    if value is None:
        return "", NOT_PLANNED, ""
    share = f"{shown_efficacy(value, limits)}{NBSP}%"
    return show_quantity(planned), show_quantity(done), share


def _row(words: _Cells, strong: bool = False, idle: bool = False, row_id: str = "") -> Row:
    left = "evaluation-strong" if strong else "evaluation-cell"
    right = "evaluation-strong-right" if strong else "evaluation-right"
    kinds = (left, left, right, "evaluation-idle" if idle else right, right)
    cells = [
        text_cell(paragraph(style(kind), word)) if word else None
        for kind, word in zip(kinds, words, strict=True)
    ]
    return Row(cells, line="navy" if words[1] == "TOTAL" else "hair", tint=strong, row_id=row_id)


def _name(number: str, code: str, name: str) -> str:
    """Return code and name; a code that stands beside it as the number is not said again."""
    line = " ".join(name.split())
    return line if code == number else f"{code} {line}".strip()
