"""What every printed report must keep to: its frame, its sizes, its faces, its headings."""

from __future__ import annotations

from collections import Counter

from ink import boxes, overlaps
from reading import font_names, pages, reader

from poadesk.printing.paper import lying

LEAST_SIZE = 7.0
_SPARE = 0.6


def check_sheets(pdf: bytes, paper: str) -> None:
    """No letters on letters, outside the frame or below 7 points, and no face from elsewhere."""
    sheet, found = lying(paper), boxes(reader(pdf))
    assert list(overlaps(found)) == []
    assert [box for box in found if box.size < LEAST_SIZE - 0.01] == []
    assert [
        box
        for box in found
        if box.left < sheet.left - _SPARE
        or box.right > sheet.width - sheet.right + _SPARE
        or (box.bottom < sheet.bottom - _SPARE and box.top > sheet.bottom)
        or box.top > sheet.height
    ] == []
    assert all(font_names(pdf).values())


def check_headings(pdf: bytes, heading: str, rows: str) -> None:
    """Every page with one of the words `rows` has the heading of the table, once."""
    for page in pages(pdf):
        counted = Counter(page.split())
        if any(word.startswith(rows) for word in counted):
            assert counted[heading] == 1, page


def squeezed(pdf: bytes) -> str:
    """All that is printed without any space, so that a broken figure is whole again."""
    return "".join("".join(pages(pdf)).split())
