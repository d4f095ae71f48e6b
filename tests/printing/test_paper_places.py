"""Where each row of a plan stands on paper, read back from the pages themselves."""

import pytest
from reading import Piece, pieces, reader
from sample_plans import activity, full_plan, goal, objective, plan

from poadesk.plan.model import Plan, Row, rows_under
from poadesk.printing.annual_plan import build
from poadesk.printing.options import PAPERS, PARTS, ROWS, PrintOptions
from poadesk.printing.paper_places import PaperPlace, PaperPlaces
from poadesk.writing.example import example_plan

WRITTEN = ("swot_item", "strategic_line", "objective", "goal", "activity", "resource", "indicator")


def printed(written: Plan, **options) -> tuple[bytes, PaperPlaces]:
    places = PaperPlaces()
    return build([written], PrintOptions(**options), places=places), places


def rows(written: Plan) -> list[Row]:
    return [row for _, row in rows_under(written) if row.TABLE in WRITTEN]


def words_of(row: Row) -> str:
    return getattr(row, "text", "") or getattr(row, "name", "")


def inside(found: list[Piece], place: PaperPlace) -> str:
    """The letters whose baseline begins in a rectangle, without spaces."""
    words = [
        piece.text
        for piece in found
        if piece.page == place.page
        and place.left - 0.1 <= piece.x <= place.right
        and place.bottom <= piece.y <= place.top
    ]
    return squeezed("".join(words))


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("by", ROWS)
@pytest.mark.parametrize("make", [example_plan, full_plan])
def test_every_row_of_a_plan_stands_where_its_words_are(make, by, paper):
    written = make()
    pdf, places = printed(written, rows=by, paper=paper)
    found = pieces(pdf)
    for row in rows(written):
        wanted = squeezed(words_of(row))
        standing = places.rows[row.id]
        assert any(wanted in inside(found, place) for place in standing) or wanted in "".join(
            inside(found, place) for place in standing
        ), words_of(row)


def test_no_place_reaches_beyond_its_page():
    pdf, places = printed(example_plan())
    boxes = [page.mediabox for page in reader(pdf).pages]
    for place in (place for standing in places.rows.values() for place in standing):
        box = boxes[place.page - 1]
        assert 0 < place.left < place.right < box.width
        assert 0 < place.bottom < place.top < box.height


def test_asking_for_places_changes_no_byte():
    written = example_plan()
    assert printed(written)[0] == build([written])


def test_a_text_that_goes_on_overleaf_has_a_place_on_each_page():
    long = activity("Contar las bancas del parque y anotar su estado. " * 400)
    written = plan(objectives=(objective("Cuidar.", goal("Contar.", (long,))),))
    pdf, places = printed(written, parts=("matrix",))
    standing = [place.page for place in places.rows[long.id]]
    assert len(standing) > 2
    assert standing == sorted(set(standing))
    assert "Contarlasbancas" in inside(pieces(pdf), places.rows[long.id][-1])


def test_a_row_with_its_notes_and_cost_is_one_place():
    written = full_plan()
    resource = written.objectives[0].goals[0].resources[0]
    pdf, places = printed(written, parts=("matrix",))
    (place,) = places.rows[resource.id]
    words = inside(pieces(pdf), place)
    assert words.startswith("Motosierradealtura")
    assert "Equipo" in words
    assert "831.00" in words


def test_an_activity_of_the_schedule_is_its_whole_row():
    written = full_plan()
    first = next(written.activities())
    pdf, places = printed(written)
    (place,) = places.in_part(first.id, "schedule")
    assert place.page >= places.parts["schedule"]
    assert place.right - place.left > 600
    assert "1,800" in inside(pieces(pdf), place)
    assert all(p.page < place.page for p in places.in_part(first.id, "matrix"))


def test_a_row_that_is_not_in_a_part_is_found_where_it_is():
    written = full_plan()
    places = printed(written)[1]
    item = written.swot_items[0].id
    assert places.in_part(item, "schedule") == places.rows[item] != []
    assert places.in_part("nobody", "matrix") == []


def test_the_parts_begin_where_their_titles_stand():
    pdf, places = printed(full_plan())
    assert tuple(places.parts) == PARTS
    text = {at: page.extract_text() for at, page in enumerate(reader(pdf).pages, 1)}
    assert "Análisis FODA" in text[places.parts["swot"]]
    assert "Cronograma de actividades" in text[places.parts["schedule"]]
    assert places.parts["cover"] == 1


@pytest.mark.parametrize("field", ["introduction", "general_objective"])
def test_fields_of_the_plan_itself_have_places_by_their_name(field):
    written = full_plan()
    pdf, places = printed(written)
    found = pieces(pdf)
    words = squeezed(getattr(written, field))
    assert squeezed("".join(inside(found, place) for place in places.rows[field])) == words
