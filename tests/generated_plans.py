"""Any plan at all, for property tests: whole, with ids and ties, with any text in it."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

from hypothesis import strategies as st

from poadesk.plan.fields import (
    MOST_PERCENT,
    Choice,
    Field,
    Flag,
    Money,
    Month,
    Percent,
    Picture,
    Quantity,
    Whole,
    Year,
)
from poadesk.plan.model import (
    QUADRANTS,
    Activity,
    CatalogueItem,
    Delivery,
    Deviation,
    Goal,
    GoalComment,
    Indicator,
    KitPart,
    MonthRecord,
    Objective,
    ObjectiveComment,
    ObjectiveLine,
    Plan,
    Programme,
    Remark,
    Resource,
    StrategicLine,
    SwotItem,
    SwotObjective,
    WeekMark,
    declared_fields,
)

_HOSTILE = ("", " ", "<b>&amp;", "1.1", "1.1.1", "2", "\x00\x07", "\u202eabc", "😀", "POA 2011-16")
TEXTS = st.one_of(st.sampled_from(_HOSTILE), st.text(max_size=20))
MONTHS = st.sampled_from([f"{year}-{m:02d}" for year in (2026, 2027) for m in range(1, 13)])
_LARGEST = 10**12


def _values_of(kind: Field) -> st.SearchStrategy[Any]:
    match kind:
        case Quantity():
            return st.none() | st.integers(0, _LARGEST * 1000)
        case Money():
            return st.none() | st.integers(0, _LARGEST * 100)
        case Percent():
            return st.integers(0, MOST_PERCENT * 100)
        case Choice():
            return st.sampled_from([value for value, _ in kind.options])
        case Flag():
            return st.sampled_from((0, 1))
        case Picture():
            return st.none() | st.binary(max_size=8).map(lambda end: b"\xff\xd8\xff" + end)
        case Year():
            return st.sampled_from(("", "2027", "2026-2027", "1999"))
        case Month():
            return MONTHS
        case Whole():
            return st.integers(1, min(kind.most, 24))
        case _:
            return TEXTS


@cache
def _own(table: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return what draws the fields of a row; to make it takes longer than to draw from it."""
    fields = {name: _values_of(kind) for name, kind in declared_fields(table).items()}
    return st.fixed_dictionaries(fields).map(dict)


@st.composite
def plans(draw: st.DrawFn, most: int = 3) -> Plan:
    """Draw a plan as files hold it: positions in order, SWOT by quadrants, months in order."""
    chance = random.Random(draw(st.integers(0, 2**32)))

    def new_id() -> str:
        return f"{chance.getrandbits(96):024x}"

    def rows(make: Any) -> tuple[Any, ...]:
        return tuple(make(position) for position in range(draw(st.integers(0, most))))

    def few(make: Any) -> tuple[Any, ...]:
        return tuple(make(position) for position in range(draw(st.integers(0, 1))))

    def plain(cls: type[Any]) -> Any:
        return lambda at: cls(id=new_id(), position=at, **draw(_own(cls.TABLE)))

    def tied(cls: type[Any], field: str, targets: tuple[Any, ...]) -> tuple[Any, ...]:
        chosen = draw(st.lists(st.sampled_from(targets), unique=True)) if targets else []
        return tuple(cls(id=new_id(), position=p, **{field: t.id}) for p, t in enumerate(chosen))

    def by_month(cls: type[Any]) -> tuple[Any, ...]:
        used = sorted(draw(st.sets(MONTHS, max_size=most)))
        return tuple(
            cls(id=new_id(), position=at, **draw(_own(cls.TABLE)) | {"month": month})
            for at, month in enumerate(used)
        )

    def activity(position: int) -> Activity:
        marks = sorted(draw(st.sets(st.tuples(MONTHS, st.integers(1, 4)), max_size=most)))
        return Activity(
            id=new_id(),
            position=position,
            **draw(_own("activity")),
            months=by_month(MonthRecord),
            deviations=by_month(Deviation),
            weeks=tuple(
                WeekMark(id=new_id(), position=at, month=month, week=week)
                for at, (month, week) in enumerate(marks)
            ),
        )

    def goal(position: int) -> Goal:
        return Goal(
            id=new_id(),
            position=position,
            **draw(_own("goal")),
            activities=rows(activity),
            resources=rows(plain(Resource)),
            indicators=rows(plain(Indicator)),
            comments=by_month(GoalComment),
        )

    def line(position: int) -> StrategicLine:
        own = draw(_own("strategic_line"))
        return StrategicLine(
            id=new_id(), position=position, **own, programmes=rows(plain(Programme))
        )

    def objective(position: int) -> Objective:
        return Objective(
            id=new_id(),
            position=position,
            **draw(_own("objective")),
            lines=tied(ObjectiveLine, "strategic_line_id", lines),
            goals=rows(goal),
            comments=by_month(ObjectiveComment),
        )

    def item(position: int, quadrant: str) -> SwotItem:
        return SwotItem(
            id=new_id(),
            position=position,
            **draw(_own("swot_item")) | {"quadrant": quadrant},
            objectives=tied(SwotObjective, "objective_id", objectives),
        )

    lines = rows(line)
    objectives = rows(objective)
    return Plan(
        id=new_id(),
        **draw(_own("plan")),
        strategic_lines=lines,
        objectives=objectives,
        swot_items=tuple(
            one
            for quadrant in QUADRANTS
            for one in rows(lambda at, quadrant=quadrant: item(at, quadrant))
        ),
        remarks=few(plain(Remark)),
        deliveries=few(plain(Delivery)),
        kit_parts=few(plain(KitPart)),
        catalogue=few(plain(CatalogueItem)),
    )
