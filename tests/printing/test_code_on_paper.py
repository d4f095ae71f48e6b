"""Each page of the printed plan says the code by which its file is known."""

import pytest
from reading import pages, pieces_of_page
from sample_plans import full_plan

from poadesk.plan.verification import verification_code
from poadesk.printing.annual_plan import build
from poadesk.printing.options import PAPERS, PARTS, PrintOptions
from poadesk.printing.paper import FOOT_TEXT, LEFT, WIDE_SIDE

WORDS = "Código de verificación"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_the_code_of_its_plan_at_the_left_of_its_footer(paper):
    plan = full_plan()
    pdf = build([plan], PrintOptions(paper=paper))
    printed = pages(pdf)
    assert len(printed) > 5
    assert all(page.count(f"{WORDS} {verification_code(plan)}") == 1 for page in printed)
    begins = [piece for piece in pieces_of_page(pdf) if piece.text.startswith(WORDS)]
    assert {round(piece.x) for piece in begins} == {round(LEFT), round(WIDE_SIDE)}
    assert {piece.y for piece in begins} == {FOOT_TEXT}
    assert {piece.size for piece in begins} == {7.0}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone_has_the_code_of_the_whole_plan(part):
    plan = full_plan()
    printed = pages(build([plan], PrintOptions(parts=(part,))))
    assert all(verification_code(plan) in page for page in printed)


def test_with_several_plans_each_page_has_the_code_of_its_own():
    first, second = full_plan(unit="Parques"), full_plan(unit="Aseo")
    codes = [verification_code(first), verification_code(second)]
    assert codes[0] != codes[1]
    printed = pages(build([first, second]))
    told = [[code for code in codes if code in page] for page in printed]
    half = len(printed) // 2
    assert told == [[codes[0]]] * half + [[codes[1]]] * half


def test_one_changed_letter_changes_the_code_on_the_paper():
    before = pages(build([full_plan()], PrintOptions(parts=("cover",))))
    after = pages(build([full_plan(introduction="x")], PrintOptions(parts=("cover",))))
    assert before != after
