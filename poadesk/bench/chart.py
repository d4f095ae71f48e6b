"""The kept figures of all versions as a picture: how much of its aim each measure uses up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from poadesk.bench.kept import Version
from poadesk.bench.table import names_of, title_of

MARGIN, TITLES, BARS, ROOM_FOR_FIGURES = 24, 440, 380, 60
BAR, BETWEEN_BARS, BETWEEN_MEASURES = 10, 3, 14
HEAD = 84
LONGEST_TITLE = 70
# A bar ends where twice the aim is used up; its figure still tells how much it is.
MOST = 2.0
OLDER, NEWEST, MISSED, INK, QUIET, PAPER = (
    "#b7c4d6",
    "#2f6fb5",
    "#b4442f",
    "#22262b",
    "#5c6670",
    "#ffffff",
)


def chart(versions: Sequence[Version]) -> str:
    """Return the picture as SVG: a bar for each version, the line at which the aim is met."""
    names = names_of(versions)
    height = _height(len(names), max(1, len(versions)))
    width = 2 * MARGIN + TITLES + BARS + ROOM_FOR_FIGURES
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *_heading(versions),
        *_measures(versions, names),
        *_aim_line(height),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _heading(versions: Sequence[Version]) -> Iterator[str]:
    yield _text(MARGIN, 32, "How much of its aim each measure uses up", size=17)
    yield _text(
        MARGIN, 52, "Shorter is better; at the line the aim is just met, red missed it.", QUIET
    )
    at = MARGIN + TITLES
    for version in versions:
        colour = NEWEST if version is versions[-1] else OLDER
        yield f'<rect x="{at}" y="43" width="{BAR}" height="{BAR}" fill="{colour}"/>'
        yield _text(at + BAR + 5, 52, version.name, QUIET)
        at += 30 + 7 * len(version.name)


def _measures(versions: Sequence[Version], names: Sequence[str]) -> Iterator[str]:
    y = HEAD
    for name in names:
        yield _text(MARGIN, y + BAR, _shortened(title_of(versions, name)))
        for version in versions:
            yield from _bar(version, name, y, is_newest=version is versions[-1])
            y += BAR + BETWEEN_BARS
        y += BETWEEN_MEASURES


def _bar(version: Version, name: str, y: int, is_newest: bool) -> Iterator[str]:
    found, x = version.figures.get(name), MARGIN + TITLES
    if found is None:
        yield _text(x, y + BAR, "not measured", QUIET, size=10)
        return
    length = round(min(found.used, MOST) / MOST * BARS, 1)
    colour = MISSED if not found.met else NEWEST if is_newest else OLDER
    yield f'<rect x="{x}" y="{y}" width="{length}" height="{BAR}" fill="{colour}"/>'
    yield _text(x + BARS + 6, y + BAR - 1, f"{found.used * 100:.0f} %", QUIET, size=10)


def _aim_line(height: int) -> Iterator[str]:
    x = MARGIN + TITLES + BARS / MOST
    yield (
        f'<line x1="{x}" y1="{HEAD - 10}" x2="{x}" y2="{height - MARGIN}"'
        f' stroke="{INK}" stroke-dasharray="3 3"/>'
    )
    yield _text(x - 10, HEAD - 15, "aim", INK, size=11)


def _height(measures: int, versions: int) -> int:
    of_one = versions * (BAR + BETWEEN_BARS) + BETWEEN_MEASURES
    return HEAD + measures * of_one + MARGIN


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _text(x: float, y: float, words: str, colour: str = INK, size: int = 12) -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}">{escape(words)}</text>'
