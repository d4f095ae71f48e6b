"""What is no workbook, or a harmful one: one sentence, and the plan file as it was."""

import re
import zipfile
from pathlib import Path

import pytest
from making_workbooks import (
    HEADINGS,
    activity,
    billion_laughs,
    sheet_part,
    truncated,
    with_parts,
    with_shared_text,
    with_text,
    workbook,
    written,
    zip_bomb,
)
from reading_workbooks import only_activity, said

from poadesk.plan.fields import UnreadableError
from poadesk.tracking.workbook import guard, reading
from poadesk.tracking.workbook.guard import opened
from poadesk.tracking.workbook.parts import reading_of
from poadesk.tracking.workbook.reading import read_workbook
from poadesk.tracking.workbook.sheet_rows import Surroundings, rows


@pytest.fixture
def path(tmp_path):
    return tmp_path / "libro.xlsx"


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_workbook(path)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def zipped(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def test_a_file_that_is_not_there_and_a_folder_are_refused(path, tmp_path):
    assert "no se pudo leer “libro.xlsx”" in refusal(path).lower()
    assert "no se pudo leer" in refusal(tmp_path).lower()


@pytest.mark.parametrize("content", [b"", b"Unidad;Actividad\n", b"PK", b"\x00" * 5000])
def test_what_is_no_zip_is_refused(path, content):
    path.write_bytes(content)
    assert "no es un libro de Excel" in refusal(path)


def test_an_old_workbook_and_one_with_a_password_are_told_apart(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 3000)
    assert ".xls" in refusal(path)
    locked = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 3000 + locked)
    assert "contraseña" in refusal(path)


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("content.xml", "LibreOffice"),
        ("word/document.xml", "Word"),
        ("ppt/presentation.xml", "presentación"),
        ("xl/workbook.bin", "binario"),
        ("fotos/plaza.jpg", "no es un libro de Excel"),
    ],
)
def test_other_kinds_of_file_with_another_name_are_called_by_theirs(path, part, word):
    assert word in refusal(zipped(path, **{part: "x"}))


def test_a_workbook_whose_parts_are_locked_is_refused(path):
    content = bytearray(written(path, [activity(0)]).read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    assert "contraseña" in refusal(path)


def test_half_a_workbook_is_refused(path):
    assert "incompleto" in refusal(truncated(path))


def test_a_part_that_was_changed_on_its_way_is_refused(path):
    content = bytearray(workbook(path, units=3, activities=30).read_bytes())
    with zipfile.ZipFile(path) as packed:
        part = packed.getinfo(sheet_part(path))
    at = part.header_offset + 200
    content[at : at + 400] = bytes(400)
    path.write_bytes(content)
    assert "dañado" in refusal(path)


def test_a_bomb_is_refused_before_it_is_opened(path):
    zip_bomb(path)
    assert path.stat().st_size < 100_000
    assert "dañinos" in refusal(path)


def test_a_workbook_too_big_for_activities_is_refused(path, monkeypatch):
    monkeypatch.setattr(guard, "MOST_BYTES", 30_000)
    workbook(path, units=2, activities=50)
    assert "demasiado grande" in refusal(path)


def test_a_text_that_many_cells_share_is_made_ready_once(path, tmp_path):
    source = written(path, [{**activity(n), "Actividad": "Barrer"} for n in range(3)])
    text = "<t>Limpiar_x000D_ la plaza</t>"
    shared = with_shared_text(source, tmp_path / "o.xlsx", "Barrer", text)
    with opened(shared) as packed:
        below = list(rows(packed, sheet_part(shared), reading_of(packed), Surroundings()))[1:]
    first, *others = [row.cells[HEADINGS.index("Actividad") + 1] for row in below]
    assert first.content == "Limpiar\n la plaza"
    assert len(others) == 2
    assert all(other is first for other in others)


def test_texts_of_rows_that_cannot_be_brought_count_as_others(path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_LETTERS", 1000)
    written(path, [{"Categoría": "a" * 400} for _ in range(3)])
    assert refusal(path) == "El libro tiene demasiado texto: tráigalo por partes."


def test_entities_that_grow_without_end_are_refused(path):
    assert "dañado o alterado" in refusal(billion_laughs(path))


def test_a_document_type_is_refused_even_where_it_declares_nothing(path, tmp_path):
    source = written(path, [activity(0)])
    content = b'<!DOCTYPE worksheet SYSTEM "file:///etc/hostname"><worksheet/>'
    assert "dañado" in refusal(
        with_parts(source, tmp_path / "o.xlsx", {sheet_part(source): content})
    )


@pytest.mark.parametrize("content", [b"<worksheet>", b"no es xml", b"<a/>" * 2, b"\xff\xfe\x00"])
def test_a_sheet_that_is_no_xml_is_refused(path, tmp_path, content):
    source = written(path, [activity(0)])
    assert "dañado" in refusal(
        with_parts(source, tmp_path / "o.xlsx", {sheet_part(source): content})
    )


def test_a_sheet_nested_without_end_does_no_harm(path, tmp_path):
    source = written(path, [activity(0)])
    deep = b"<row>" * 200_000
    assert "dañado" in refusal(with_parts(source, tmp_path / "o.xlsx", {sheet_part(source): deep}))


def test_a_workbook_that_lacks_its_parts_says_what_is_missing(path, tmp_path):
    source = written(path, [activity(0)])
    bare = with_parts(
        source, tmp_path / "o.xlsx", {sheet_part(source): None, "xl/styles.xml": None}
    )
    assert said(bare)[-1].startswith("Actividades: falta esta hoja")


def test_macros_are_neither_run_nor_in_the_way(path, tmp_path):
    source = written(path, [activity(0)])
    with_macros = with_parts(
        source, tmp_path / "o.xlsx", {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}
    )
    assert said(with_macros) == []
    assert said(with_macros, "note") == ["El libro trae macros: ni se ejecutaron ni se traen."]
    assert only_activity(with_macros).code == "AO00001"


def test_a_formula_from_another_workbook_is_read_as_the_value_it_left(path, tmp_path):
    source = written(path, [{**activity(0), "Prog ENE": "=[1]Hoja1!B2"}])
    stored = tmp_path / "o.xlsx"
    with_text(source, stored, sheet_part(source), "<v />", "<v>9</v>")
    link = b'<Relationships><Relationship Target="file://servidor/otro.xlsx"/></Relationships>'
    parts = {"xl/externalLinks/_rels/externalLink1.xml.rels": link}
    found = only_activity(with_parts(stored, tmp_path / "enlaces.xlsx", parts))
    assert found.months[0].planned_thousandths == 9000


def test_cells_without_names_stand_one_after_the_other(path, tmp_path):
    source = written(path, [activity(0)])
    with zipfile.ZipFile(source) as packed:
        sheet = packed.read(sheet_part(source)).decode()
    bare = re.sub(r'<(c|row) r="[A-Z]*\d+"', r"<\1", sheet)
    assert bare != sheet
    other = with_parts(source, tmp_path / "o.xlsx", {sheet_part(source): bare.encode()})
    # Empty cells are not written, so only what stands before the first of them keeps its place.
    assert only_activity(other).code == "AO00001"


@pytest.mark.parametrize("name", ["²²", "", "A", "99", "a2", "AAAA2", "XFD9999999"])
def test_a_cell_with_a_name_that_is_none_does_no_harm(path, tmp_path, name):
    source = written(path, [activity(0)])
    odd = with_text(source, tmp_path / "o.xlsx", sheet_part(source), 'r="BI1"', f'r="{name}"')
    assert all("Actividades" in problem for problem in said(odd))


@pytest.mark.parametrize("change", ['r="0"', 'r="x"', 'r="1"', 'r="99999999999"'])
def test_a_row_with_a_number_that_is_none_does_no_harm(path, tmp_path, change):
    source = written(path, [activity(0)])
    odd = with_text(source, tmp_path / "o.xlsx", sheet_part(source), '<row r="2"', f"<row {change}")
    assert all("Actividades" in problem for problem in said(odd))
