"""Makes workbooks of activities: honest ones of any size, and such as no office should send."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

MONTHS = ("ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC")
FAMILIES = ("Prog", "Ejec", "Prog fin", "Ejec fin")
WORDS = (
    "Unidad",
    "Código objetivo",
    "Objetivo",
    "Código acción",
    "Acción",
    "Código actividad",
    "Actividad",
    "Categoría",
    "Centro de costo",
    "Prioridad",
    "Unidad de medida",
    "Tipo de agregación",
    "Meta anual",
)
HEADINGS = (*WORDS, *(f"{family} {month}" for family in FAMILIES for month in MONTHS))
PLAN = {
    "Entidad": "Municipalidad de Río Manso",
    "Título": "Plan Operativo Institucional",
    "Año": 2022,
    "Primer mes": "2022-01",
    "Perfil": "POI",
}
_VERBS = ("Revisar", "Entregar", "Atender", "Reparar", "Visitar", "Registrar", "Limpiar")
_THINGS = ("acequias", "licencias", "veredas", "expedientes", "parques", "puestos", "medidores")
_PLACES = ("del mercado viejo", "de la ribera", "del barrio alto", "de la zona rural")
_MEASURES = ("visita", "expediente", "metro", "informe")
_AGGREGATIONS = ("Acumulado Anual", "Acumulado Mensual", "No Acumulado")
_PRIORITIES = ("Muy Alta", "Alta", "Media", "Baja")

Row = Mapping[str, Any]


def workbook(path: Path, units: int = 43, activities: int = 288, months_done: int = 6) -> Path:
    """Write an honest workbook: `activities` rows spread over `units`, done up to a month."""
    return written(path, [activity(n, n % units, months_done) for n in range(activities)])


def activity(n: int, unit: int = 0, months_done: int = 6) -> dict[str, Any]:
    """Return the row of the n-th activity, whose figures follow from its number."""
    objective, action = unit % 3 + 1, unit % 9 + 1
    thing = f"{_THINGS[n // 7 % 7]} {_PLACES[n // 49 % 4]}"
    row: dict[str, Any] = {
        "Unidad": f"Oficina {unit + 1}",
        "Código objetivo": f"OEI.{objective:02d}",
        "Objetivo": f"Una ciudad mejor servida en su parte {objective}",
        "Código acción": f"AEI.{objective:02d}.{action:02d}",
        "Acción": f"Servicios oportunos del grupo {action}",
        "Código actividad": f"AO{n + 1:05d}",
        "Actividad": f"{_VERBS[n % 7]} {thing}",
        "Categoría": f"Gestión {n % 5}",
        "Centro de costo": f"{unit + 1:03d}",
        "Prioridad": _PRIORITIES[n % 4],
        "Unidad de medida": _MEASURES[n % 4],
        "Tipo de agregación": _AGGREGATIONS[n % 3],
        "Meta anual": 12 * (n % 9 + 1),
    }
    for at, month in enumerate(MONTHS):
        row[f"Prog {month}"] = n % 9 + 1
        row[f"Prog fin {month}"] = 100.5 * (n % 9 + 1)
        if at < months_done:
            row[f"Ejec {month}"] = (n + at) % 10
            row[f"Ejec fin {month}"] = 99.25 * ((n + at) % 10)
    return row


def written(
    path: Path,
    rows: Iterable[Row],
    headings: Sequence[str] = HEADINGS,
    plan: Mapping[str, Any] | None = PLAN,
    change: Callable[[Worksheet], object] = lambda sheet: None,
) -> Path:
    """Write rows under headings, and the sheet `Plan`; `change` gets the sheet at the end."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Actividades"
    sheet.append(list(headings))
    for row in rows:
        sheet.append([row.get(heading) for heading in headings])
    if plan is not None:
        pairs = book.create_sheet("Plan", 0)
        for pair in plan.items():
            pairs.append(pair)
    change(sheet)
    book.save(path)
    return path


def cell(heading: str, row: int) -> str:
    """Return the name of a cell below a heading: `H17`."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(HEADINGS.index(heading) + 1)}{row}"


def with_parts(source: Path, target: Path, parts: Mapping[str, bytes | None]) -> Path:
    """Copy a workbook with some parts replaced, added, or taken out where they are None."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return target


def sheet_part(source: Path) -> str:
    """Return the part of a workbook that holds the sheet `Actividades`."""
    with zipfile.ZipFile(source) as packed:
        parts = [name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        return max(parts, key=lambda name: packed.getinfo(name).file_size)


def with_text(source: Path, target: Path, part: str, old: str, new: str) -> Path:
    """Copy a workbook with a text of one part replaced, which must be there."""
    with zipfile.ZipFile(source) as packed:
        content = packed.read(part).decode("utf-8")
    assert old in content
    return with_parts(source, target, {part: content.replace(old, new, 1).encode("utf-8")})


def with_shared_text(source: Path, target: Path, said: str, shared: str) -> Path:
    """Copy a workbook with the cells that say `said` pointing to one text they share instead.

    `shared` are the elements of that text: `<t>Barrer</t>`.
    """
    own, pointing = f't="inlineStr"><is><t>{said}</t></is>', 't="s"><v>1</v>'
    link = '<Relationship Id="texts" Type="x/sharedStrings" Target="/xl/textos.xml"/>'
    links = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(source) as packed:
        cells = packed.read(sheet_part(source)).decode("utf-8")
        linked = packed.read(links).decode("utf-8")
    assert own in cells
    parts = {
        sheet_part(source): cells.replace(own, pointing).encode(),
        links: linked.replace("</Relationships>", f"{link}</Relationships>").encode(),
        "xl/textos.xml": f"<sst><si><t>otro</t></si><si>{shared}</si></sst>".encode(),
    }
    return with_parts(source, target, parts)


def with_far_cell(path: Path) -> Path:
    """Write a small workbook with one cell in the last corner that a sheet has."""
    return written(path, [activity(0)], change=lambda sheet: sheet.cell(1_048_576, 16_384, "lejos"))


def zip_bomb(path: Path, megabytes: int = 40) -> Path:
    """Write a workbook of few kilobytes whose sheet fills the memory."""
    source = written(path.with_name("inofensivo.xlsx"), [activity(0)])
    empty = b"<row/>" * (megabytes * 1_000_000 // 6)
    content = b"<worksheet><sheetData>" + empty + b"</sheetData></worksheet>"
    return with_parts(source, path, {sheet_part(source): content})


def billion_laughs(path: Path) -> Path:
    """Write a workbook whose sheet declares entities that grow without end."""
    entities = "".join(
        f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ja"}{"ja" * 9}">' for n in range(9)
    )
    content = f"<!DOCTYPE worksheet [{entities}]><worksheet>&l8;</worksheet>"
    source = written(path.with_name("inofensivo.xlsx"), [activity(0)])
    return with_parts(source, path, {sheet_part(source): content.encode()})


def truncated(path: Path) -> Path:
    """Write a workbook of which only the first half arrived."""
    whole = workbook(path.with_name("entero.xlsx"), units=2, activities=4).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path
