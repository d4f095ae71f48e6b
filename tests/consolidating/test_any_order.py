"""However files come, all at once, one by one or twice, the office has the same in the end."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generated_plans import plans
from handing_over import file_with, kit, of_units, read, receive, sent, states
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poadesk.plan.frozen import digest
from poadesk.plan.model import Plan, Row, child_attributes, declared_fields
from poadesk.plan.plan_json import from_json, to_json
from poadesk.plan.verification import verification_code
from poadesk.planfile.received import read_received

few = settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
Content = list[tuple[Any, ...]]


def of_unit(number: int, generated: Plan) -> Plan:
    """Return any plan as one of a unit in 2027, with ids of its own and words that can be kept."""

    def own(row: Row) -> Row:
        values: dict[str, Any] = {"id": f"{number}-{row.id}"}
        for name in declared_fields(row.TABLE):
            value = getattr(row, name)
            if isinstance(value, str):
                tie = name in ("strategic_line_id", "objective_id")
                values[name] = f"{number}-{value}" if tie else value.replace("\x00", "·")
        for name in child_attributes(row.TABLE).values():
            values[name] = tuple(map(own, getattr(row, name)))
        return replace(row, **values)

    plan = own(generated)
    assert isinstance(plan, Plan)
    year: dict[str, Any] = {"year_label": "2027", "first_month": "2027-01", "month_count": 12}
    return replace(plan, unit=f"Unidad {number}", role="plan", deliveries=(), **year)


@st.composite
def handed_over(draw: st.DrawFn) -> list[Plan]:
    """Draw what units sent: each its plan, and some a second revision of it."""
    result = []
    for number in range(draw(st.integers(1, 3))):
        first = sent(of_unit(number, draw(plans(most=1))), 1, "2026-11-10 08:00")
        result.append(first)
        if draw(st.booleans()):
            again = of_unit(number, draw(plans(most=1)))
            # A unit answers what the office remarked; it neither writes remarks nor drops them.
            answered = tuple(replace(one, answer="Ya está") for one in first.remarks)
            again = replace(again, id=first.id, deliveries=first.deliveries, remarks=answered)
            result.append(sent(again, draw(st.integers(1, 2)), "2026-11-12 09:30"))
    return result


def content(office: Path) -> Content:
    """Return what an office has: words, ids, codes, order and state, but not when it came."""
    return [
        (plan.id, plan.position, plan.state, plan.revision, digest(plan), verification_code(plan))
        for plan in of_units(office)
    ]


def split(files: list[Path], chance: random.Random) -> Iterator[list[Path]]:
    """Yield files in batches of any size."""
    while files:
        count = chance.randint(1, len(files))
        yield files[:count]
        files = files[count:]


@given(handed_over(), st.integers(0, 2**16))
@few
def test_any_order_in_any_batches_gives_the_same(handed: list[Plan], seed: int) -> None:
    chance = random.Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [file_with(folder / f"{at}.sqlite", plan) for at, plan in enumerate(handed)]
        at_once = file_with(folder / "de una vez.sqlite", kit("Unidad 1"))
        receive(at_once, *files)
        in_batches = file_with(folder / "por partes.sqlite", kit("Unidad 1"))
        chance.shuffle(files)
        for batch in split(files, chance):
            receive(in_batches, *batch)
        assert content(in_batches) == content(at_once)
        one_by_one = file_with(folder / "uno por uno.sqlite", kit("Unidad 1"))
        for path in reversed(files):
            receive(one_by_one, path)
        assert content(one_by_one) == content(at_once)


@given(handed_over())
@few
def test_twice_is_as_good_as_once(handed: list[Plan]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [file_with(folder / f"{at}.sqlite", plan) for at, plan in enumerate(handed)]
        office = file_with(folder / "oficina.sqlite", kit())
        receive(office, *files)
        before = read(office)
        assert set(states(receive(office, *files)).values()) <= {"unchanged", "older"}
        assert read(office) == before


@given(plans(most=1))
@few
def test_what_is_received_has_the_code_and_the_content_of_what_was_sent(generated: Plan) -> None:
    plan = of_unit(0, generated)
    with TemporaryDirectory() as name:
        office = file_with(Path(name) / "oficina.sqlite", kit())
        receive(office, file_with(Path(name) / "plan.sqlite", plan))
        (received,) = of_units(office)
        assert verification_code(received) == verification_code(plan)
        assert digest(received) == digest(plan)
        assert received.objectives == plan.objectives
        assert read_received(office).plans == (received,)


@given(plans(most=1))
@few
def test_through_json_and_back_it_is_the_same_delivery(generated: Plan) -> None:
    plan = sent(of_unit(0, generated))
    with TemporaryDirectory() as name:
        office = file_with(Path(name) / "oficina.sqlite", kit())
        receive(office, file_with(Path(name) / "plan.sqlite", plan))
        path = file_with(Path(name) / "otra vez.sqlite", *from_json(to_json([plan])))
        (again,) = read_received(path).plans
        assert verification_code(again) == verification_code(plan)
        assert states(receive(office, path)) == {"otra vez.sqlite": "unchanged"}
