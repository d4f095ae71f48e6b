"""The cover: who plans, what, for which year, and who drafted it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from poadesk.plan.model import Plan
from poadesk.printing import faces
from poadesk.printing.cells import Row, text_cell
from poadesk.printing.engine import Flowable, Spacer
from poadesk.printing.grid import Grid, Look, draw_line
from poadesk.printing.page import Mark, Printout
from poadesk.printing.paper import COVER_TOP, Sheet, upright
from poadesk.printing.placing import Shape
from poadesk.printing.styles import NAVY, sized, style
from poadesk.printing.tables import year_of
from poadesk.printing.text import of_row, paragraph

LOGO_SIDE = 64.0
LARGEST_LOGO_PIXELS = 40_000_000
LOGO_PIXELS = 600
TITLE_SIZES = (38.0, 33.0, 28.0, 24.0)
YEAR_SIZE, YEARS_SIZE = 64.0, 50.0
# What reading a broken or hostile picture may raise; a plan without its logo can be printed.
_UNREADABLE = (
    ArithmeticError,
    EOFError,
    Image.DecompressionBombError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    UnidentifiedImageError,
    ValueError,
    struct.error,
    zlib.error,
)


def sheet(paper: str) -> Sheet:
    """Return the sheet of a cover."""
    return upright(paper, COVER_TOP)


def story(printout: Printout) -> list[Flowable]:
    """Return the cover, its three groups spread over the page."""
    room = sheet(printout.options.paper)
    width = room.frame_width
    top = _entity(printout.plan, width, room.frame_height)
    middle = _title(printout.plan, width)
    bottom = _facts(printout.plan, width, room.frame_height)
    free = room.frame_height - sum(_height(part, width) for part in (top, middle, bottom)) - 60
    gaps = (max(14.0, free * 0.5), max(14.0, free * 0.5))
    return [
        Mark(printout, "cover"),
        *top,
        Spacer(0, gaps[0]),
        *middle,
        Spacer(0, gaps[1]),
        *bottom,
    ]


class Logo(Flowable):
    """The picture of the municipality, no larger than a square of `LOGO_SIDE`."""

    def __init__(self, picture: ImageReader) -> None:
        super().__init__()
        self.picture = picture
        across, up = picture.getSize()
        scale = LOGO_SIDE / max(across, up)
        self.width, self.height = across * scale, up * scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size on paper."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture over white where it is transparent."""
        self.canv.drawImage(self.picture, 0, 0, self.width, self.height, mask="auto")


class Bar(Flowable):
    """The short strong bar under the year."""

    def __init__(self) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = 16.0, 18.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of the bar."""
        return 55, 3

    def draw(self) -> None:
        """Draw the bar."""
        self.canv.setFillColor(NAVY)
        self.canv.rect(0, 0, 55, 3, stroke=0, fill=1)


class Line(Flowable):
    """A navy line across the page under the entity."""

    def __init__(self) -> None:
        super().__init__()
        self.spaceBefore = 22.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = width
        return width, 1

    def draw(self) -> None:
        """Draw the line."""
        draw_line(self.canv, "navy", 0, 0.5, self.width, 0.5)


def logo(picture: bytes | None) -> Logo | None:
    """Return the logo, or None where there is none or it cannot be read."""
    if not picture:
        return None
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST_LOGO_PIXELS:
                return None
            small = image.convert("RGBA")
            small.thumbnail((LOGO_PIXELS, LOGO_PIXELS))
            return Logo(ImageReader(small))
    except _UNREADABLE:
        return None


def _entity(plan: Plan, width: float, page: float) -> list[Flowable]:
    name = paragraph(style("cover-entity"), plan.entity)
    name.row_id = "entity"
    picture = logo(plan.logo)
    if picture is None:
        return [name, Line()]
    beside = width - LOGO_SIDE - 16
    height = name.wrap(beside, 1e6)[1]
    # A short name stands half-way up the picture.
    name.spaceBefore = 0
    fall = max(0.0, (picture.height - height) / 2 - 3)
    cells = (text_cell(picture), text_cell(Spacer(0, fall), name))
    widths = (LOGO_SIDE + 16, beside)
    shape = Shape(widths, page, pad_x=0, pad_top=0, pad_bottom=0)
    return [Grid([Row(cells)], shape, Look(end="", last="", columns="", block="")), Line()]


def _title(plan: Plan, width: float) -> list[Flowable]:
    year = year_of(plan)
    size = YEAR_SIZE if len(year) <= 5 else YEARS_SIZE
    while size > 24 and faces.width(year, faces.SEMIBOLD, size) > width:
        size -= 2
    code = [paragraph(style("cover-code"), f"Código {plan.unit_code}")] if plan.unit_code else []
    return [
        *of_row("title", [_fitting_title(plan.title, width)]),
        *of_row("year_label", [paragraph(sized("year", size, faces.SEMIBOLD), year)]),
        Bar(),
        *of_row("unit", [paragraph(style("cover-unit"), plan.unit)]),
        *of_row("unit_code", code),
    ]


def _fitting_title(words: str, width: float) -> Flowable:
    """Return the title in the largest size that takes two lines."""
    for size in TITLE_SIZES:
        made = paragraph(sized("title", size, faces.LIGHT), words)
        if made.wrap(width, 1e6)[1] <= 2 * made.style.leading + 0.1:
            break
    return made


def _facts(plan: Plan, width: float, page: float) -> list[Flowable]:
    where = ", ".join(filter(None, (plan.place.strip(), plan.drafted_on.strip())))
    facts = [
        ("Elaborado por", plan.responsible, 0.36, "responsible"),
        ("Cargo", plan.responsible_position, 0.28, "responsible_position"),
        ("Lugar y fecha", where, 0.36, "place"),
    ]
    written = [fact for fact in facts if fact[1].strip()]
    if not written:
        return []
    cells = [
        text_cell(
            paragraph(style("cover-label"), label),
            *of_row(field, [paragraph(style("cover-fact"), value)]),
        )
        for label, value, _, field in written
    ]
    shares = sum(share for _, _, share, _ in written) if len(written) == 3 else 1.0
    widths = tuple(width * share / shares for _, _, share, _ in written)
    shape = Shape(widths, page, pad_x=0, pad_top=9, pad_bottom=0, pad_right=12)
    return [Grid([Row(cells)], shape, Look(top="rule", end="", last="", columns="", block=""))]


def _height(story: list[Flowable], width: float) -> float:
    height = 0.0
    for flowable in story:
        height += flowable.wrap(width, 1e6)[1]
        height += flowable.getSpaceBefore() + flowable.getSpaceAfter()
    return height
