"""Pages: templates, running head, footer, page x of y in one pass, and the outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab import rl_config

from poadesk.plan.model import Plan
from poadesk.printing import faces
from poadesk.printing.engine import BaseDocTemplate, Canvas, Flowable, Frame, PageTemplate
from poadesk.printing.options import PrintOptions
from poadesk.printing.packed_pages import pack_each_page
from poadesk.printing.paper import (
    FOOT_LINE,
    FOOT_TEXT,
    HEAD_LINE,
    HEAD_PORTRAIT,
    HEAD_WIDE,
    Sheet,
)
from poadesk.printing.paper_places import PaperPlaces
from poadesk.printing.styles import HAIR, INK, NAVY, SOFT, THIN_LINE, style
from poadesk.printing.tables import year_of
from poadesk.printing.text import paragraph
from poadesk.quick_dataclass import dataclass

HEAD_SIZE, HEAD_LEADING, HEAD_GAP = 7.5, 9.0, 9.0
FOOT_SIZE = 7.0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of one plan as the outline and the list of sections name it."""

    key: str
    part: str
    title: str


@dataclass(frozen=True, slots=True)
class Printout:
    """One plan on its way to paper: `number` tells it from the other plans of the document."""

    plan: Plan
    options: PrintOptions
    number: int
    sections: tuple[Section, ...] = ()
    # The document has other plans too, so the outline needs a level for the plan itself.
    among_others: bool = False
    # The verification code of the plan, which stands at the foot of each of its pages.
    code: str = ""

    def section(self, part: str) -> Section:
        """Return the section of a part that is printed."""
        return next(section for section in self.sections if section.part == part)

    def template(self, kind: str) -> str:
        """Return the name of this plan's page template of a kind."""
        return f"{kind}{self.number}"


def mark_page(canvas: Canvas, key: str) -> None:
    """Name the upper edge of the page; a place without figures confuses some readers."""
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=canvas._pagesize[1], zoom=0)


class Mark(Flowable):
    """A point in the document that the outline and the list of sections lead to."""

    def __init__(self, printout: Printout, part: str) -> None:
        super().__init__()
        self.printout, self.section = printout, printout.section(part)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the page and add the entry to the outline."""
        canvas, printout = self.canv, self.printout
        mark_page(canvas, self.section.key)
        if printout.among_others and self.section is printout.sections[0]:
            # Each entry of an outline needs a place of its own, even on the same page.
            name = faces.clean(printout.plan.unit).replace("\n", " ") or printout.plan.title
            mark_page(canvas, f"plan-{printout.number}")
            canvas.addOutlineEntry(name, f"plan-{printout.number}", 0)
        level = 1 if printout.among_others else 0
        canvas.addOutlineEntry(self.section.title, self.section.key, level)
        canvas.section_pages[self.section.key] = canvas.getPageNumber()
        if canvas.places is not None:
            canvas.places.parts[self.section.part] = canvas.getPageNumber()


def title(printout: Printout, part: str) -> list[Flowable]:
    """Return the heading of a section, with its mark."""
    return [Mark(printout, part), paragraph(style("h1"), printout.section(part).title)]


def page_of(canvas: Canvas, section: Section, right: float, baseline: float) -> None:
    """Draw the page number of a section, right-aligned, wherever that section may be."""
    name = f"section-{section.key}"
    canvas.saveState()
    canvas.translate(right, baseline)
    canvas.doForm(name)
    canvas.restoreState()
    canvas.section_forms[name] = section.key


class Document(BaseDocTemplate):
    """A document that knows how many pages it has when it ends, and says so on each."""

    def __init__(
        self,
        stream: BytesIO,
        on_flowable: Callable[[int], None],
        places: PaperPlaces | None = None,
        **information: str,
    ) -> None:
        # Plain binary streams are a fifth smaller than ReportLab's default.
        rl_config.useA85 = 0
        super().__init__(
            stream,
            invariant=1,
            lang="es",
            displayDocTitle=1,
            creator="poadesk",
            initialFontName=faces.REGULAR,
            **information,
        )
        self._doSave = 0
        self._on_flowable = on_flowable
        self._places = places

    def beforeDocument(self) -> None:
        """Give the canvas the notes that the sections write, and let it pack its pages."""
        pack_each_page(self.canv)
        self.canv.places = self._places
        self.canv.section_pages = {}
        self.canv.section_forms = {}
        self.canv.showOutline()

    def afterFlowable(self, flowable: Flowable) -> None:
        """Tell how many rows of a table were just drawn."""
        self._on_flowable(getattr(flowable, "row_count", 0))

    def _endBuild(self) -> None:
        super()._endBuild()
        total = self.canv.getPageNumber() - 1
        for number in range(1, total + 1):
            _define(self.canv, f"page-{number}", f"Página {number} de {total}", FOOT_SIZE)
        for name, key in self.canv.section_forms.items():
            _define(self.canv, name, str(self.canv.section_pages.get(key, "")), 10)
        self.canv.save()


def counting(
    story: Sequence[Flowable], progress: Callable[[float], None] | None
) -> Callable[[int], None]:
    """Return what tells the progress, given the number of table rows just drawn."""
    total = sum(getattr(flowable, "row_count", 0) for flowable in story) or 1
    done = 0

    def drawn(rows: int) -> None:
        nonlocal done
        done += rows
        if progress is not None:
            progress(min(1.0, done / total))

    return drawn


def template(
    name: str,
    sheet: Sheet,
    draw: Callable[[Canvas], None] | None,
    following: str | None = None,
) -> PageTemplate:
    """Return a page template; `draw` adds what stands outside the frame."""
    frame = Frame(
        sheet.left, sheet.bottom, sheet.frame_width, sheet.frame_height, 0, 0, 0, 0, id="main"
    )
    return PageTemplate(
        id=name,
        frames=[frame],
        onPage=lambda canvas, _document: draw(canvas) if draw else None,
        pagesize=(sheet.width, sheet.height),
        autoNextPageTemplate=following,
    )


def draw_footer(canvas: Canvas, sheet: Sheet, code: str = "") -> None:
    """Draw the hairline and leave the page number to a form, known when the document ends.

    A plan has its verification `code` at the left; what has none leaves that side empty.
    """
    right = sheet.width - sheet.right
    _hairline(canvas, sheet, FOOT_LINE)
    draw_code(canvas, sheet, code)
    canvas.saveState()
    canvas.translate(right, FOOT_TEXT)
    canvas.doForm(f"page-{canvas.getPageNumber()}")
    canvas.restoreState()


def draw_code(canvas: Canvas, sheet: Sheet, code: str) -> None:
    """Draw the verification code in the footer; none where it is empty."""
    if code:
        # One line of text, so that who copies it from the PDF has both in one piece.
        line = canvas.beginText(sheet.left, FOOT_TEXT)
        line.setFillColor(SOFT)
        line.setFont(faces.REGULAR, FOOT_SIZE)
        line.textOut("Código de verificación ")
        line.setFillColor(INK)
        line.setFont(faces.MEDIUM, FOOT_SIZE)
        line.textOut(code)
        canvas.drawText(line)


def draw_head(canvas: Canvas, sheet: Sheet, plan: Plan) -> None:
    """Draw entity, unit, title and year above the frame, in one line or two."""
    draw_head_words(canvas, sheet, plan.entity, plan.unit, f"{plan.title} {year_of(plan)}")


def draw_head_words(canvas: Canvas, sheet: Sheet, entity: str, unit: str, right: str) -> None:
    """Draw what stands at the left and at the right above the frame.

    The unit takes a second line when it does not fit; the words at the right go when even that
    is full.
    """
    lines = head_lines(entity, unit, right, sheet.frame_width)
    baseline = sheet.height - (HEAD_WIDE if sheet.is_wide else HEAD_PORTRAIT)
    for at, pieces in enumerate(lines):
        y = baseline - at * HEAD_LEADING
        for left, text, face, colour in pieces:
            _draw_words(canvas, sheet.left + left, y, text, face, colour)
    low = baseline - HEAD_LINE - (len(lines) - 1) * HEAD_LEADING
    _hairline(canvas, sheet, low)


Piece = tuple[float, str, str, object]


def head_lines(entity: str, unit: str, right: str, room: float) -> list[list[Piece]]:
    """Return the pieces (x, text, face, colour) of each line of the running head."""
    entity, unit, right = _one_line(entity), _one_line(unit), _one_line(right)
    wide = {text: _width(text, faces.REGULAR) for text in (unit, right)}
    wide_entity = _width(entity, faces.MEDIUM)
    gap = HEAD_GAP if entity and unit else 0
    at_right = (room - wide[right], right, faces.REGULAR, SOFT)
    first = (0.0, _cut(entity, faces.MEDIUM, room), faces.MEDIUM, NAVY)
    if wide_entity + gap + wide[unit] + 2 * HEAD_GAP + wide[right] <= room:
        return [[first, (wide_entity + gap, unit, faces.REGULAR, SOFT), at_right]]
    second: list[Piece] = [(0.0, _cut(unit, faces.REGULAR, room), faces.REGULAR, SOFT)]
    if wide_entity + 2 * HEAD_GAP + wide[right] <= room:
        return [[first, at_right], second]
    if wide[unit] + 2 * HEAD_GAP + wide[right] <= room:
        second.append(at_right)
    return [[first], second]


def _one_line(text: str) -> str:
    return " ".join(faces.clean(text[:1000]).split())


def _width(text: str, face: str) -> float:
    return faces.width(text, face, HEAD_SIZE)


def _cut(text: str, face: str, room: float) -> str:
    if _width(text, face) <= room:
        return text
    while text and _width(text + "…", face) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _draw_words(canvas: Canvas, x: float, y: float, text: str, face: str, colour: object) -> None:
    canvas.setFillColor(colour)
    for used, piece in faces.runs(text, face):
        canvas.setFont(used, HEAD_SIZE)
        canvas.drawString(x, y, piece)
        x += canvas.stringWidth(piece, used, HEAD_SIZE)


def _hairline(canvas: Canvas, sheet: Sheet, y: float) -> None:
    canvas.setStrokeColor(HAIR)
    canvas.setLineWidth(THIN_LINE)
    canvas.line(sheet.left, y, sheet.width - sheet.right, y)


def _define(canvas: Canvas, name: str, words: str, size: float) -> None:
    room = faces.width(words, faces.REGULAR, size) + 2
    canvas.beginForm(name, -room, -size / 2, 1, size * 1.2)
    canvas.setFont(faces.REGULAR, size)
    canvas.setFillColor(SOFT)
    canvas.drawRightString(0, 0, words)
    canvas.endForm()
