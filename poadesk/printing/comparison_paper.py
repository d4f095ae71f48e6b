"""Two revisions of a plan on paper: what differs, part by part, in the words of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from poadesk.plan.comparing import CHANGED, REMOVED, Comparison, Difference, Section
from poadesk.plan.comparing.difference import LOOKS_THE_SAME
from poadesk.plan.folding import Span
from poadesk.printing import faces
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.difference_marks import Legend, Marked
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, Look, TextHeading
from poadesk.printing.paper import upright
from poadesk.printing.placing import Shape
from poadesk.printing.report_document import (
    OutlineEntry,
    Progress,
    ReportName,
    build_document,
    heading,
)
from poadesk.printing.report_options import ReportOptions
from poadesk.printing.styles import style
from poadesk.printing.text import NBSP, Run, bold, continued, paragraph, shortened

TITLE = "Comparación de dos revisiones"
NOTHING = "No hay diferencias entre estas dos revisiones."
_SHARES = (0.28, 0.36, 0.36)
_NAMES = ("DIFERENCIA", "ANTES", "AHORA")
_LOOK = Look(columns="hair", block="hair", end="navy", last="navy")
_LINES_OF_ROW = 2


def build_comparison(
    comparison: Comparison,
    names: tuple[str, str],
    options: ReportOptions | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of a comparison; equal input gives equal bytes.

    `names` say which revisions these are, the old one first. `progress` is told the share done,
    0 to 1, and may raise to stop.
    """
    sheet = upright((options or ReportOptions()).paper)
    room = sheet.frame_width, sheet.frame_height
    old, new = names
    name = ReportName(TITLE, f"Antes: {old}. Ahora: {new}.", "comparación")
    plans = (comparison.new,)
    story = [*heading(plans, name), *_story(comparison, room)]
    return build_document(plans, name, sheet, story, progress)


def _story(comparison: Comparison, room: tuple[float, float]) -> Iterator[Flowable]:
    if not comparison.sections:
        yield paragraph(style("calm"), NOTHING)
        return
    yield Legend(comparison.counts())
    for at, section in enumerate(comparison.sections):
        yield from _section(section, f"section-{at}", room)


def _section(section: Section, key: str, room: tuple[float, float]) -> Iterator[Flowable]:
    line = " ".join(section.text.split())
    yield _Title(section.title, line, OutlineEntry(f"{section.title} {line}".strip(), key, 1))
    yield _table(section, *room)


class _Title(Flowable):
    """The name of a section and the words of its objective, with its entry in the outline."""

    keepWithNext = 1  # noqa: N815  (ReportLab's own name)

    def __init__(self, title: str, text: str, entry: OutlineEntry) -> None:
        super().__init__()
        self._title, self._text, self.entry = title, text, entry
        self.spaceBefore, self.spaceAfter = 12.0, 4.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the room of no more than three lines of the objective."""
        lead = (bold(self._title), NBSP * 2)
        self.words = shortened(style("section-text"), self._text, width, 3, *lead)
        self.width, self.height = self.words.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words."""
        self.entry.drawOn(self.canv, 0, 0)
        self.words.drawOn(self.canv, 0, 0)


def _table(section: Section, width: float, page: float) -> Grid:
    widths = tuple(width * share for share in _SHARES)
    cells = [text_cell(paragraph(style("heading"), name)) for name in _NAMES]
    head = TextHeading(cells, Shape(widths, page))
    rows = [_row(one) for one in section.differences]
    return Grid(rows, Shape(widths, page - head.height), _LOOK, head)


def _row(one: Difference) -> Row:
    return Row(
        [
            Cell(partial(_what, one), partial(_again, one), partial(_again, one)),
            _side(one.old, one.old_spans, partial(_old_words, one)),
            _side(one.new, one.new_spans, partial(_new_words, one)),
        ],
        row_id=one.id,
    )


def _what(one: Difference, width: float) -> list[Flowable]:
    """Return what differs: the mark, which row, what of it, and by which words one knows it."""
    made: list[Flowable] = [Marked(one.kind), paragraph(style("difference-name"), one.title)]
    if one.new_number and one.old_number and one.new_number != one.old_number:
        made.append(paragraph(style("difference-row"), f"Antes era {one.old_number}"))
    if one.what:
        made.append(paragraph(style("difference-row"), Run(one.what, faces.MEDIUM)))
    if one.looks_the_same:
        made.append(paragraph(style("difference-row"), LOOKS_THE_SAME))
    if one.is_text_apart:
        made.append(shortened(style("difference-row"), one.text, width, _LINES_OF_ROW))
    return made


def _again(one: Difference, _width: float) -> list[Flowable]:
    return [paragraph(style("difference-row"), one.name, NBSP, continued())]


def _side(
    words: str, spans: Sequence[Span], write: Callable[[str, Sequence[Span]], list[Flowable]]
) -> Cell | None:
    return text_cell(*write(words, spans)) if words else None


def _old_words(one: Difference, words: str, spans: Sequence[Span]) -> list[Flowable]:
    """Return the old words, softly, with a line through those that are gone."""
    gone = {CHANGED: spans, REMOVED: ((0, len(words.split("\n")[0])),)}.get(one.kind, ())
    return _lines("difference-old", words, gone, lambda piece: Run(piece, line="strike"))


def _new_words(one: Difference, words: str, spans: Sequence[Span]) -> list[Flowable]:
    """Return the new words, those that are new in strong letters and underlined."""
    new = spans if one.kind == CHANGED else ()
    strong = partial(Run, face=faces.SEMIBOLD, line="underline")
    return _lines("difference-new", words, new, strong)


def _lines(
    kind: str, words: str, spans: Sequence[Span], mark: Callable[[str], Run]
) -> list[Flowable]:
    """Return a paragraph for each line of a text, with what lies within the spans marked."""
    made: list[Flowable] = []
    begin = 0
    for line in words.split("\n"):
        end = begin + len(line)
        inside = [(max(a, begin), min(b, end)) for a, b in spans if a < end and b > begin]
        if line.strip():
            made.append(paragraph(style(kind), *_marked(words, begin, end, inside, mark)))
        begin = end + 1
    return made


def _marked(
    words: str, begin: int, end: int, spans: Sequence[Span], mark: Callable[[str], Run]
) -> list[str | Run]:
    parts: list[str | Run] = []
    for first, past in spans:
        parts += [words[begin:first], mark(words[first:past])]
        begin = past
    return [part for part in (*parts, words[begin:end]) if part]
