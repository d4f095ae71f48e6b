"""The printed plan as a whole: parts, papers, faces, outline, and what a reader gets back."""

import io

import pytest
from PIL import Image
from reading import font_names, joined, pages, pieces, reader
from sample_plans import full_plan, goal, objective, plan

from poadesk.printing.annual_plan import build
from poadesk.printing.options import MARKS, PAPERS, PARTS, ROWS, PrintOptions

TITLES = {
    "introduction": "Introducción",
    "swot": "Análisis FODA de la unidad",
    "lines": "Líneas estratégicas",
    "matrix": "Planificación operativa 2027",
    "schedule": "Cronograma de actividades 2027",
}


def test_the_whole_plan_has_every_part_in_order():
    text = joined(build([full_plan()]))
    places = [text.rindex(title) for title in TITLES.values()]
    assert places == sorted(places)
    assert text.rindex("Autorizado por") > places[-1]


@pytest.mark.parametrize("part", TITLES)
def test_a_part_alone_prints_only_itself(part):
    text = joined(build([full_plan()], PrintOptions(parts=(part,))))
    assert [title for title in TITLES.values() if title in text] == [TITLES[part]]


def test_the_cover_alone_is_one_page_without_number():
    (page,) = pages(build([full_plan()], PrintOptions(parts=("cover",))))
    assert "Página" not in page
    assert "Villa Serena, Octubre de 2026" in page


def test_signatures_alone_leave_a_line_for_an_empty_name():
    (page,) = pages(build([plan()], PrintOptions(parts=("signatures",))))
    assert page.count("Fecha: ____") == 3


@pytest.mark.parametrize("part", ["introduction", "swot", "lines", "matrix", "schedule"])
def test_an_empty_part_asked_for_alone_says_so_calmly(part):
    assert "Todavía no se " in joined(build([plan()], PrintOptions(parts=(part,))))


def test_an_empty_part_is_left_out_of_the_whole_plan_and_of_its_list():
    text = joined(build([plan(introduction="Somos tres.")]))
    assert "Todavía no" not in text
    assert not [title for title in list(TITLES.values())[1:] if title in text]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("marks", MARKS)
def test_every_paper_row_and_mark_keeps_text_inside_the_page(paper, rows, marks):
    pdf = build([full_plan()], PrintOptions(paper=paper, rows=rows, marks=marks))
    boxes = [page.mediabox for page in reader(pdf).pages]
    for piece in pieces(pdf):
        box = boxes[piece.page - 1]
        assert 50 <= piece.y <= box.height - 38, piece
        assert 40 <= piece.x <= box.width - 40, piece
        assert piece.size >= 6.99, piece


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_have_the_size_of_the_paper(paper):
    sizes = {"carta": (612, 792), "oficio": (612, 936), "a4": (595, 842)}
    boxes = [
        page.mediabox for page in reader(build([full_plan()], PrintOptions(paper=paper))).pages
    ]
    assert {tuple(sorted((box.width, box.height))) for box in boxes} == {sizes[paper]}
    assert boxes[0].width < boxes[0].height
    assert boxes[-1].width > boxes[-1].height


def test_equal_plans_give_equal_bytes():
    printed = full_plan()
    assert build([printed]) == build([printed])


def test_only_our_own_faces_are_used_and_all_are_embedded():
    names = font_names(build([full_plan(title="Plan ✔ 中 Ω")]))
    assert all(names.values())
    assert all("IBMPlex" in name or "DejaVu" in name for name in names)


def test_a_plan_in_plain_spanish_needs_no_fallback_face():
    assert not [name for name in font_names(build([full_plan()])) if "DejaVu" in name]


def test_the_document_says_what_it_is():
    document = reader(build([full_plan()]))
    assert document.metadata is not None
    assert document.metadata.title == "Plan Operativo Anual 2027"
    assert document.metadata.author == "Ing. Julia Amaya Cornejo"
    assert document.trailer["/Root"]["/Lang"] == "es"


def test_the_outline_leads_to_every_part():
    document = reader(build([full_plan()]))
    places = {
        entry.title: document.get_destination_page_number(entry) for entry in document.outline
    }
    assert len(places) == len(PARTS)
    for title in TITLES.values():
        assert title in document.pages[places[title]].extract_text()


def test_the_list_of_sections_gives_the_page_of_each():
    document = reader(build([full_plan()]))
    lines = document.pages[1].extract_text().split("\n")
    places = {
        entry.title: document.get_destination_page_number(entry) for entry in document.outline
    }
    listed = [line.strip() for line in lines]
    for title in list(TITLES.values())[1:]:
        at = next(at for at, line in enumerate(listed) if line.endswith(title))
        assert str(places[title] + 1) in " ".join(listed[at : at + 2])


def test_each_page_says_which_of_how_many_it_is():
    found = pages(build([full_plan()]))
    for number, page in enumerate(found[1:], 2):
        assert f"Página {number} de {len(found)}" in page


def test_several_plans_stand_one_after_the_other():
    second = full_plan(unit="Unidad de Mercados", introduction="Mercados limpios.")
    document = reader(build([full_plan(), second]))
    text = [page.extract_text() for page in document.pages]
    assert len(text) == 12
    assert "Página 12 de 12" in text[11]
    assert "Unidad de Mercados" in text[6]
    assert "Unidad de Parques" in "".join(text[:6])
    assert "Unidad de Parques" not in "".join(text[6:])
    assert [entry.title for entry in document.outline[::2]] == [
        "Unidad de Parques y Zonas Verdes",
        "Unidad de Mercados",
    ]


def test_nothing_to_print_is_an_error():
    with pytest.raises(ValueError, match="no plan"):
        build([])


def test_progress_grows_to_the_whole():
    told: list[float] = []
    build([full_plan()], progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_progress_may_stop_the_printing():
    class StoppedError(Exception):
        pass

    def stop(_share: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        build([full_plan()], progress=stop)


@pytest.mark.parametrize(
    "picture", [b"nothing", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff\xe0broken", b"GIF89a"]
)
def test_a_broken_logo_does_not_stop_the_printing(picture):
    assert "Villa Serena" in joined(build([full_plan(logo=picture)]))


def test_a_logo_cut_short_does_not_stop_the_printing():
    whole = _png(60, 60)
    for length in range(8, len(whole), 97):
        build([plan(logo=whole[:length])], PrintOptions(parts=("cover",)))


@pytest.mark.parametrize(("width", "height"), [(40, 40), (900, 30), (30, 900), (1, 1)])
def test_the_logo_is_printed_whatever_its_shape(width, height):
    pdf = build([full_plan(logo=_png(width, height))])
    assert len(reader(pdf).pages[0].images) == 1


def test_long_names_wrap_on_every_page():
    name = "Gerencia de Servicios Generales y Mantenimiento de los Edificios del Distrito " * 2
    facts = dict.fromkeys(
        ("entity", "unit", "title", "responsible", "responsible_position", "place", "drafted_on"),
        name.strip(),
    )
    pdf = build([full_plan(reviewed_by=name, authorized_position=name, **facts)])
    document = reader(pdf)
    for piece in pieces(pdf):
        page = document.pages[piece.page - 1]
        width = 0.4 * piece.size * len(piece.text)
        assert piece.x + width < page.mediabox.width + 1, piece
    cover = " ".join(document.pages[0].extract_text().split())
    assert cover.count(name.strip()) == len(facts)


def test_an_objective_without_words_prints_as_nothing():
    empty = full_plan(objectives=(objective("", goal("")),))
    text = joined(build([empty], PrintOptions(parts=("matrix",))))
    assert text.endswith("INDICADOR")


def _png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((width, height), 60).save(stream, "PNG")
    return stream.getvalue()
