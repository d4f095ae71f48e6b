"""Names that the office writes or pastes, a line each, become rows that stay themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poadesk.consolidating.catalogue_lines import add_lines, as_text, put_lines, read_lines
from poadesk.plan.kit import catalogue_names
from poadesk.plan.model import CatalogueItem, Plan
from poadesk.planfile.plan_file import PlanFile


def test_lines_are_read_as_they_come_from_excel() -> None:
    text = "07\tCuentas Corrientes\r\n\n  Catastro  \n08 \t  Aseo\tsobra\nCatastro\n"
    assert read_lines(text) == [("07", "Cuentas Corrientes"), ("", "Catastro"), ("08", "Aseo")]


CELLS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=6)


@given(st.lists(st.tuples(st.just("") | CELLS, CELLS), unique_by=lambda line: line[1]))
def test_what_is_shown_is_read_as_the_same(lines) -> None:
    items = [CatalogueItem(id=str(at), code=c, name=n) for at, (c, n) in enumerate(lines)]
    assert read_lines(as_text(items)) == lines


@pytest.fixture
def written(tmp_path):
    """Write lines of a kind into a file of the office; return the kit as it is then."""
    kit = Plan(
        id="kit",
        role="kit",
        catalogue=(
            CatalogueItem(id="a", position=0, kind="unit", name="Aseo"),
            CatalogueItem(id="b", position=1, kind="unit", name="Catastro"),
            CatalogueItem(id="m", position=0, kind="category", name="Operativa"),
        ),
    )

    def write(text: str, put=put_lines) -> Plan:
        path = tmp_path / "office.sqlite"
        path.unlink(missing_ok=True)
        with PlanFile.create(path) as file:
            file.begin_with([kit])
            with file.step("Escribir") as step:
                put(step, kit, "unit", read_lines(text))
            (after,) = file.read()
        return after

    return write


def units(kit: Plan) -> list[tuple[str, str]]:
    return [(one.id, one.name) for one in catalogue_names(kit, "unit")]


def test_a_name_that_is_rewritten_stays_the_same_row(written) -> None:
    assert units(written("Aseo Urbano\nCatastro")) == [("a", "Aseo Urbano"), ("b", "Catastro")]


def test_a_line_between_makes_a_row_and_moves_the_others_down(written) -> None:
    (first, new, last) = units(written("Aseo\nAlumbrado\nCatastro"))
    assert (first, new[1], last) == (("a", "Aseo"), "Alumbrado", ("b", "Catastro"))


def test_a_line_that_is_taken_away_takes_its_row_and_no_other_list(written) -> None:
    after = written("Catastro")
    assert units(after) == [("b", "Catastro")]
    assert [one.name for one in catalogue_names(after, "category")] == ["Operativa"]


def test_what_is_pasted_comes_after_what_is_there_and_nothing_twice(written) -> None:
    after = written("09\tMercados\nAseo", put=add_lines)
    assert [name for _, name in units(after)] == ["Aseo", "Catastro", "Mercados"]
