"""Whatever people write is printed, once, and never read as markup."""

import ast
import re
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import joined, pages, pieces, reader, words
from sample_plans import activity, full_plan, goal, indicator, objective, plan, resource

import poadesk.printing
from poadesk.plan.fields import Text
from poadesk.plan.model import Plan, Row, declared_fields
from poadesk.printing.annual_plan import build
from poadesk.printing.options import PrintOptions

HOSTILE = (
    "<b>negrita sin cerrar",
    "<img src='/etc/hostname'/> <a href='javascript:alert(1)'>x</a>",
    "<para><font size=99>grande</font></para>",
    "A & B < C > D &amp; &lt; &#65; &nbsp;",
    "{{plantilla}} %s %(x)s \\n ${HOME}",
    "]]> <!-- --> <?xml?>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_printed_literally(text):
    printed = joined(build([_with_every_text(text)]))
    assert printed.count(" ".join(text.split())) > 20


@pytest.mark.parametrize(
    "text",
    [
        "uno\x00\x01\x08\x1b\x7f\x9fdos",
        "uno\ud800dos \udfff",
        "uno\u202edos\u2066tres\u200f\u200b\ufeff",
        "uno 😀🏳️‍🌈 dos 中文 العربية",
        "uno\r\ndos\rtres\u2028cuatro\x0bcinco\tseis",
        "\uf0b7 uno \uf0a7 dos \uf0d8 ● ▪",
        " \n \n ",
        "\ufffd\uffff\U0010ffff",
    ],
)
def test_odd_characters_never_stop_the_printing(text):
    printed = joined(build([_with_every_text(text)]))
    for word in re.findall("uno|dos|tres|cuatro|cinco|seis", text):
        assert word in printed


def test_symbols_of_word_become_bullets():
    text = joined(build([plan(introduction="\uf0b7 uno \uf0a7 dos ● tres")]))
    assert "• uno • dos • tres" in text


def test_what_no_face_has_becomes_a_square():
    assert "ver □ aquí" in joined(build([plan(introduction="ver 🦩 aquí")]))


def test_symbols_and_guarani_letters_are_printed_as_written():
    text = "✓ → ≥ № × ₡ ₲ € ✔ ▲ ẽ ĩ ũ ỹ g̃ Ñandutí «comillas» — “fin”"
    assert " ".join(text.replace("g̃ ", "").split()) in joined(
        build([plan(introduction=text.replace("g̃ ", ""))])
    )


def test_a_text_of_thirty_thousand_letters_prints_whole():
    written = " ".join(f"palabra{number:04d}" for number in range(2600))
    assert len(written) > 30_000
    long = full_plan(
        introduction=written,
        objectives=(objective("Uno.", goal("Dos.", (activity(written),))),),
    )
    found = words(build([long]), r"palabra\d{4}")
    assert len(found) == 2600
    assert set(found.values()) == {3}


def test_a_word_of_thirty_thousand_letters_prints_whole():
    pdf = build(
        [full_plan(objectives=(objective("Uno.", goal("m" * 30_000)),))],
        PrintOptions(parts=("matrix",)),
    )
    assert sum(page.count("mmm") * 3 for page in pages(pdf)) > 29_000
    assert "".join(pages(pdf)).count("m") >= 30_000


# Until when the planning office receives plans is no part of one.
FACTS = [
    name
    for name, kind in declared_fields("plan").items()
    if type(kind) is Text and name != "due_on"
]


@pytest.mark.parametrize("name", FACTS)
def test_any_fact_of_the_plan_may_be_very_long(name):
    written = " ".join(f"{name[:2]}{number:03d}" for number in range(900))
    pdf = build([full_plan(**{name: written})])
    assert len(words(pdf, rf"{name[:2]}\d\d\d")) == 900
    assert all(piece.y >= 50 for piece in pieces(pdf))


def test_every_written_field_reaches_the_paper():
    marked, expected = _marked_plan()
    printed = joined(build([marked]))
    missing = [name for name, word in expected.items() if word not in printed]
    assert missing == ["plan.due_on"]


def test_the_percent_sign_stays_with_its_number():
    raw = build([plan(introduction="aumentar " * 11 + "al 100 % de las cuentas")])
    assert not any(line.startswith("%") for page in pages(raw) for line in page.split("\n"))


def test_no_link_or_picture_comes_from_a_text():
    pdf = build([_with_every_text(HOSTILE[1])], PrintOptions(parts=("matrix", "swot")))
    for page in reader(pdf).pages:
        assert len(page.images) == 0
        assert "/Annots" not in page


def test_paragraphs_are_made_in_one_place_only():
    folder = Path(poadesk.printing.__file__).parent
    makers = set()
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Paragraph":
                makers.add(file.name)
    assert makers == {"text.py"}


def test_a_tall_cell_splits_with_every_word_once_and_one_heading_per_page():
    tall = " ".join(f"w{number:04d}" for number in range(1400))
    near = (activity("Antes."), activity(tall), activity("Después."))
    long = full_plan(
        objectives=(objective("Primero.", goal("Meta.", near), goal("Otra.", (activity("Fin."),))),)
    )
    pdf = build([long], PrintOptions(parts=("matrix",)))
    assert set(words(pdf, r"w\d{4}").values()) == {1}
    assert len(words(pdf, r"w\d{4}")) == 1400
    text = pages(pdf)
    assert len(text) >= 4
    assert [page.count("ACTIVIDADES") for page in text] == [1] * len(text)
    assert [page.count("Unidad o departamento") for page in text] == [1] * len(text)
    assert all("1.1 \u00a0(continúa)" in page or "(continúa)" in page for page in text[1:-1])


def test_a_tall_objective_goes_on_beside_its_goals():
    tall = " ".join(f"w{number:04d}" for number in range(900))
    goals = tuple(goal(f"Meta{at:02d}.", (activity(f"Hacer{at:02d}."),)) for at in range(20))
    pdf = build([plan(objectives=(objective(tall, *goals),))], PrintOptions(parts=("matrix",)))
    counts = words(pdf, r"w\d{4}")
    assert len(counts) == 900
    assert set(counts.values()) == {2}  # in the list of specific objectives, and in the matrix
    assert set(words(pdf, r"Meta\d\d|Hacer\d\d").values()) == {1}


def test_a_tall_resource_and_indicator_are_printed_whole():
    many = tuple(resource(f"recurso{at:03d} " * 3, 2, 150) for at in range(120))
    signs = tuple(indicator(f"indicador{at:03d}", formula=f"f{at:03d}") for at in range(120))
    long = plan(objectives=(objective("Uno.", goal("Dos.", (), many, signs)),))
    counts = words(build([long], PrintOptions(parts=("matrix",))), r"recurso\d{3}|indicador\d{3}")
    assert Counter(counts.values()) == {3: 120, 1: 120}


def _with_every_text(text: str) -> Plan:
    return _changed(full_plan(), lambda _name, _old: text)


def _changed(row: Row, change) -> Row:  # type: ignore[no-untyped-def]
    """The row with every text of it and below it changed; ids and choices stay."""
    values = {}
    for name, kind in declared_fields(row.TABLE).items():
        if isinstance(kind, Text) and not name.endswith("_id"):
            values[name] = change(f"{row.TABLE}.{name}", getattr(row, name))
    for entry in fields(row):
        value = getattr(row, entry.name)
        if isinstance(value, tuple):
            values[entry.name] = tuple(_changed(child, change) for child in value)
    return replace(row, **values)


def _marked_plan() -> tuple[Plan, dict[str, str]]:
    """A plan whose every text is a word of its own, and {field: one of its words}."""
    expected: dict[str, str] = {}

    def mark(name: str, _old: str) -> str:
        word = f"q{len(expected):02d}z"
        return expected.setdefault(name, word)

    marked = _changed(full_plan(), mark)
    assert isinstance(marked, Plan)
    return marked, expected


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_any_text_prints(text):
    row = activity(text, "X", unit_of_measure=text, code=text[:8])
    written = plan(unit=text, introduction=text, objectives=(objective(text, goal(text, (row,))),))
    build([written])


@settings(max_examples=40, deadline=None)
@given(st.text("aeiouáéíóúñÑüÜ bcdfg<>&;\"'/¿?¡!«»—–…•€₡²³½°ªº%#@|~^`\\{}[]()=+*_-.,:0123456789\n"))
def test_what_the_face_has_reads_back_as_it_was_written(text):
    printed = pages(build([plan(introduction=text)], PrintOptions(parts=("introduction",))))
    squeezed = "".join("".join(printed).split())
    assert "".join(text.split()) in squeezed
