"""A .docx with the words and tables of the printed plan, as small as the format allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from poadesk.plan.calendar import months, short_name
from poadesk.plan.model import QUADRANTS, Plan
from poadesk.printing import tables
from poadesk.printing.schedule_table import ScheduleRow, schedule_blocks
from poadesk.printing.tables import Entry, MatrixRow

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_PACKAGE = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_TYPES}">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_DOCUMENT}" Target="word/document.xml"/></Relationships>'
    ),
}
_PAGE = (
    '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>'
    '<w:pgMar w:top="800" w:right="800" w:bottom="800" w:left="800"/></w:sectPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_HEADING = "<w:trPr><w:tblHeader/></w:trPr>"
_NEXT_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_MATRIX = ("Objetivos", "Metas", "Actividades", "Periodo", "Recursos", "Indicador")
# In twentieths of a point; a page is 14,240 wide between its margins.
_MATRIX_WIDTHS = (2400, 2600, 3640, 1200, 2200, 2200)
_SCHEDULE_WIDTHS = (4700, 1400, 1100, *[560] * 12)

Cell = Sequence[str]


def write_document(plan: Plan, path: Path) -> None:
    """Write what the papers say, with the same rows and columns, to `path`."""
    body = "".join(_parts(plan)) + _PAGE
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in {**_PACKAGE, "word/document.xml": document}.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')


def _parts(plan: Plan) -> Iterator[str]:
    yield from map(_paragraph, (plan.entity, plan.unit, plan.title, plan.year_label))
    yield from map(_paragraph, (plan.responsible, plan.place, plan.drafted_on))
    yield _NEXT_PAGE
    yield from map(_paragraph, plan.introduction.splitlines())
    yield _NEXT_PAGE
    swot = tables.swot(plan)
    quadrants = [_words(swot.get(name, ())) for name in QUADRANTS]
    yield _table((7120, 7120), [quadrants[:2], quadrants[2:]])
    yield _NEXT_PAGE
    yield _table((4000, 6240, 4000), _lines(plan))
    yield _NEXT_PAGE
    yield _paragraph(plan.general_objective)
    yield from map(_paragraph, _words(tables.specific_objectives(plan)))
    yield _table(_MATRIX_WIDTHS, [[[word] for word in _MATRIX], *_matrix(plan)])
    yield _NEXT_PAGE
    yield _table(_SCHEDULE_WIDTHS, _schedule(plan))


def _lines(plan: Plan) -> Iterator[list[Cell]]:
    for line, objective, programmes in tables.strategic_lines(plan):
        yield [_words([line]), [objective], _words(programmes)]


def _matrix(plan: Plan) -> Iterator[list[Cell]]:
    for block in tables.matrix(plan):
        for at, row in enumerate(block.rows):
            yield [_words([block.objective] if at == 0 else []), *_cells(row)]


def _cells(row: MatrixRow) -> list[Cell]:
    resources = [*_words(row.resources), row.cost]
    return [
        _words(row.goals),
        _words(row.activities),
        [row.period],
        resources,
        _words(row.indicators),
    ]


def _schedule(plan: Plan) -> Iterator[list[Cell]]:
    year = months(plan.first_month, plan.month_count)
    yield [["Actividad"], ["Unidad"], ["Meta"], *([short_name(month)] for month in year)]
    for block in schedule_blocks(plan):
        yield [_words([block.objective])]
        yield from (_schedule_cells(row, year) for row in block.rows)


def _schedule_cells(row: ScheduleRow, year: Sequence[str]) -> list[Cell]:
    marks: list[Cell] = [[row.months.get(month, "")] for month in year]
    return [_words([row.entry]), [row.unit], [row.target], *marks]


def _words(entries: Iterable[Entry]) -> Cell:
    return [
        line
        for entry in entries
        for line in (f"{entry.number} {entry.text}".strip(), *entry.notes, entry.cost)
        if line
    ]


def _table(widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    written = "".join(_row(widths, row, at == 0) for at, row in enumerate(rows))
    properties = f'<w:tblLayout w:type="fixed"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
        + _paragraph("")
    )


def _row(widths: Sequence[int], cells: Sequence[Cell], heads: bool) -> str:
    """A single cell spans the whole row."""
    span = len(widths) if len(cells) == 1 else 1
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths) if span > 1 else width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{span}"/></w:tcPr>'
        # A cell without a paragraph is no valid document.
        f"{''.join(map(_paragraph, cell or ['']))}</w:tc>"
        for width, cell in zip(widths, cells, strict=False)
    )
    return f"<w:tr>{_HEADING if heads else ''}{written}</w:tr>"


def _paragraph(text: str) -> str:
    size = '<w:rPr><w:sz w:val="16"/></w:rPr>'
    return f'<w:p><w:r>{size}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
