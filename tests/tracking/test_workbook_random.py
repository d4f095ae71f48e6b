"""Any workbook: brought twice it changes nothing, and damaged it is refused or understood."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from making_workbooks import PLAN, activity, sheet_part, with_parts, written

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import rows_under
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.workbook.bringing import bring_in
from poadesk.tracking.workbook.reading import read_workbook
from poadesk.tracking.workbook.updating import update_of

# Few words, so that the same names come again with other codes, capitals and spaces.
UNITS = st.sampled_from(["Obras", "obras", " Obras", "Óbras", "Rentas"])
CODES = st.sampled_from([None, "1", "1.1", "A", "a", 2])
TEXTS = st.sampled_from([None, "Podar", "PODAR", "podár ", "Barrer  calles", "Barrer calles"])
FIGURES = st.one_of(st.none(), st.integers(0, 30), st.sampled_from([0.5, 1 / 3, -1, "doce", "7"]))
ROWS = st.fixed_dictionaries(
    {
        "Unidad": UNITS,
        "Código objetivo": CODES,
        "Objetivo": TEXTS,
        "Código acción": CODES,
        "Acción": TEXTS,
        "Código actividad": CODES,
        "Actividad": TEXTS,
        "Prog ENE": FIGURES,
        "Ejec ENE": FIGURES,
        "Ejec fin MAR": FIGURES,
    }
)
BOOKS = st.lists(ROWS, min_size=1, max_size=8)
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text("aá -–1.,/xX", max_size=12),
    st.sampled_from(["=1+1", "#REF!", "#N/A", datetime(2022, 1, 1), datetime(1999, 12, 31, 8)]),
)
# A cell as other programs may store it: of which kind it says it is, and what it holds.
STORED = st.tuples(
    st.sampled_from(["d", "n", "b", "e", "s", "str", "inlineStr", "?"]),
    st.one_of(
        st.text("aá -–:.,/0129TZ", max_size=12),
        st.dates().map(str),
        st.datetimes().map(datetime.isoformat),
        st.sampled_from(["hola", "2022-13-01", "2022-00", "2022-01-01T00:00:00.000", "12:00:00"]),
    ),
)


def ids(plans):
    return [row.id for plan in plans for _, row in rows_under(plan)]


def marked(cells):
    return {heading: f"AQUÍ {heading}" for heading in cells}


def stored_so(source, target, cells):
    """Copy a workbook with each marked cell stored as these say."""
    with ZipFile(source) as packed:
        names = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        sheets = {name: packed.read(name).decode() for name in names}
    for heading, (kind, held) in cells.items():
        mark = f't="inlineStr"><is><t>AQUÍ {heading}</t></is>'
        own = (
            f't="{kind}"><is><t>{held}</t></is>'
            if kind == "inlineStr"
            else f't="{kind}"><v>{held}</v>'
        )
        sheets = {name: content.replace(mark, own) for name, content in sheets.items()}
    return with_parts(source, target, {name: one.encode() for name, one in sheets.items()})


@given(BOOKS, BOOKS)
@settings(max_examples=40)
def test_the_same_workbook_again_never_changes_nor_repeats_anything(first, second):
    with TemporaryDirectory() as folder, PlanFile.create(Path(folder, "plan.sqlite")) as file:
        for rows in (first, second):
            path = written(Path(folder, "libro.xlsx"), rows)
            brought = 0
            for again in (False, True):
                workbook = read_workbook(path, file.read())
                if not workbook.lines:
                    break
                update = bring_in(file, workbook, with_problems=True)
                assert not (again and update.changes)
                assert not (again and update.new)
                assert brought in (0, update.new + update.updated + update.unchanged)
                brought = len(workbook.lines)
        plans = file.read()
        assert len(set(ids(plans))) == len(ids(plans))
        while file.journal.undo():
            pass
        assert len(file.read()) <= len(plans)


@given(
    st.dictionaries(st.sampled_from([*activity(0)]), ANYTHING),
    st.dictionaries(st.sampled_from([*PLAN]), ANYTHING),
)
@settings(max_examples=40)
def test_whatever_stands_in_the_cells_is_said_at_its_cell_or_understood(cells, plan):
    with TemporaryDirectory() as folder:
        path = written(
            Path(folder, "libro.xlsx"), [{**activity(0), **cells}], plan={**PLAN, **plan}
        )
        workbook = read_workbook(path)
        assert all(problem.cell for problem in workbook.problems)
        if not workbook.has_errors:
            assert sum(1 for p, _ in update_of((), workbook).plans for _ in p.activities()) == 1


@given(
    st.dictionaries(st.sampled_from([*activity(0)]), STORED, max_size=4),
    st.dictionaries(st.sampled_from([*PLAN]), STORED),
)
@settings(max_examples=40)
def test_whatever_kind_a_cell_says_it_is_of_the_workbook_is_judged_or_brought(cells, plan):
    with TemporaryDirectory() as folder, PlanFile.create(Path(folder, "plan.sqlite")) as file:
        row, pairs = {**activity(0), **marked(cells)}, {**PLAN, **marked(plan)}
        source = written(Path(folder, "libro.xlsx"), [row], plan=pairs)
        workbook = read_workbook(stored_so(source, Path(folder, "otro.xlsx"), {**cells, **plan}))
        if not workbook.has_errors:
            bring_in(file, workbook)
            assert sum(1 for one in file.read() for _ in one.activities()) == 1


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_workbook_is_refused_or_understood(data):
    with TemporaryDirectory() as folder:
        source = written(Path(folder, "libro.xlsx"), [activity(n) for n in range(3)])
        part = data.draw(st.sampled_from([sheet_part(source), "xl/workbook.xml", "xl/styles.xml"]))
        with ZipFile(source) as packed:
            content = bytearray(packed.read(part))
        for _ in range(data.draw(st.integers(1, 6))):
            at = data.draw(st.integers(0, len(content) - 1))
            content[at] = data.draw(st.sampled_from(b"09AZaz<>/=\"' &;:\x00\xff"))
        broken = with_parts(source, Path(folder, "roto.xlsx"), {part: bytes(content)})
        with suppress(UnreadableError):
            read_workbook(broken)
