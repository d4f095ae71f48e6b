"""The one place that makes a paragraph, so that nobody's words are ever read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor

from poadesk.printing import faces
from poadesk.printing.engine import Flowable, ParaFrag, Paragraph, ParagraphStyle
from poadesk.printing.giving_way import give_way
from poadesk.printing.styles import NAVY, SOFT, style
from poadesk.quick_dataclass import dataclass

NBSP = "\u00a0"
CONTINUED = "(continúa)"
NUMBER_GAP = 7.0
LINE_WIDTH = 0.6
# The part of a column that a hanging number may take before it joins the text instead.
WIDEST_NUMBER = 0.42


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in another face, colour or size than the rest of their paragraph.

    `line` is drawn along them: `underline`, `strike`, or none.
    """

    text: str
    face: str = ""
    colour: HexColor | None = None
    size: float = 0
    line: str = ""


def paragraph(kind: ParagraphStyle, *parts: str | Run, number: str = "") -> Paragraph:
    """Return a paragraph of plain words, printed literally whatever they contain.

    `number` hangs to the left, inside the indent of the style.
    """
    give_way()
    fragments = [
        fragment for at, part in enumerate(parts) for fragment in _fragments(kind, part, at)
    ]
    # Given as fragments, because text given as text would be read as markup.
    return Paragraph(
        "", kind, bulletText=number or None, frags=fragments or [_fragment(kind, Run(""), "", "")]
    )


def paragraphs(text: str, kind: ParagraphStyle) -> list[Flowable]:
    """Return one paragraph per written line of a long text."""
    return [paragraph(kind, line) for line in faces.clean(text).split("\n") if line.strip()]


def numbered(
    name: str,
    items: Sequence[tuple[str, str]],
    width: float,
    indent: float = 0,
    widest: float = WIDEST_NUMBER,
) -> list[Paragraph]:
    """Return a paragraph per (number, text), the numbers hanging in one column.

    Numbers too wide to hang, or with characters that a hanging number cannot carry, join the
    text. `indent` is the least room for the numbers, in points, and `widest` the largest share
    of the width.
    """
    most = width * widest
    room = max([indent, *(_number_room(number, name, most) for number, _ in items)])
    return [_one_numbered(name, number, text, room, most) for number, text in items]


def of_row(row_id: str, made: list[Flowable]) -> list[Flowable]:
    """Tell paragraphs whose words they print: a row, or a field of the plan itself, by name."""
    for flowable in made:
        flowable.row_id = row_id
    return made


def shortened(
    kind: ParagraphStyle, text: str, width: float, lines: int, *lead: str | Run
) -> Paragraph:
    """Return the first lines of a text that is repeated, ended by … where it is longer.

    `lead` stands before it in full.
    """
    text = faces.clean(text).replace("\n", " ")
    # More characters than this cannot stand in the lines, not even the narrowest.
    start = text[: int(lines * width)]
    whole = paragraph(kind, *lead, start)
    if start == text and _fits(whole, width, lines):
        return whole
    low, high = 0, len(start)
    while low < high:
        middle = (low + high + 1) // 2
        trial = paragraph(kind, *lead, _ended(start[:middle]))
        low, high = (middle, high) if _fits(trial, width, lines) else (low, middle - 1)
    return paragraph(kind, *lead, _ended(start[:low]))


def bold(text: str) -> Run:
    """Return words in the semibold navy of numbers."""
    return Run(text, faces.SEMIBOLD, NAVY)


def soft(text: str, size: float = 0) -> Run:
    """Return words in the soft colour of notes."""
    return Run(text, colour=SOFT, size=size)


def continued() -> Run:
    """Return the words that mark what goes on from the page before."""
    return Run(CONTINUED, faces.ITALIC, SOFT, 7.5)


def _fits(made: Paragraph, width: float, lines: int) -> bool:
    return bool(made.wrap(width, 1e6)[1] <= lines * made.style.leading + 0.1)


def _ended(start: str) -> str:
    """End a cut text after its last whole word."""
    words = start.rsplit(" ", 1)[0] if " " in start else start
    return f"{words.rstrip(' ,;:.')} …"


def _one_numbered(name: str, number: str, text: str, room: float, most: float) -> Paragraph:
    if _number_room(number, name, most) or not number:
        return paragraph(style(name, room), text, number=number)
    return paragraph(style(name, room), bold(number), NBSP * 2, text)


def _number_room(number: str, name: str, most: float) -> float:
    kind = style(name)
    if not number or not faces.has_all(number, kind.bulletFontName) or "\n" in number:
        return 0
    room = faces.width(number, kind.bulletFontName, kind.bulletFontSize) + NUMBER_GAP
    return room if room <= most else 0


def _fragments(kind: ParagraphStyle, part: str | Run, number: int) -> Iterator[ParaFrag]:
    run = Run(part) if isinstance(part, str) else part
    # A line never begins with the sign of a percentage.
    words = faces.clean(run.text).replace(" %", f"{NBSP}%")
    for used, piece in faces.runs(words, run.face or kind.fontName):
        for at, line in enumerate(piece.split("\n")):
            if at:
                yield _fragment(kind, run, used, "", lineBreak=True)
            if line:
                yield _fragment(kind, run, used, line, us_lines=_lines(run, number))


def _lines(run: Run, number: int) -> list[tuple[object, ...]]:
    """Return the line along a run as ReportLab wants it, with a number of its own."""
    if not run.line:
        return []
    offset = "0.28*F" if run.line == "strike" else "-0.14*F"
    return [(number, run.line, None, LINE_WIDTH, offset, 0, 1, 1)]


def _fragment(kind: ParagraphStyle, run: Run, face: str, words: str, **more: object) -> ParaFrag:
    return ParaFrag(
        text=words,
        fontName=face or kind.fontName,
        fontSize=run.size or kind.fontSize,
        textColor=run.colour or kind.textColor,
        bold=0,
        italic=0,
        rise=0,
        greek=0,
        link=[],
        **{"us_lines": [], **more},
    )
