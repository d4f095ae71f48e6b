"""The verification code: short enough to read aloud, the same for equal words and figures.

It stands on every page of the printed plan and is worked out anew from the file that was received,
so that the signed paper and the file can be told to be the same. It depends on what the paper
says: words, figures, their order. Ids, what was done during the year, remarks and the way of the
plan between the offices make no difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from poadesk.plan.model import (
    BY_TABLE,
    MonthRecord,
    Plan,
    Row,
    child_attributes,
    declared_fields,
)

# Without I, L, O and U, which are read as 1, 0 and V.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP = 12, 4
_NOT_PRINTED = {
    "plan": {
        "state",
        "revision",
        "role",
        "kit_id",
        "kit_version",
        "due_on",
        "red_below_hundredths",
        "green_above_hundredths",
        "efficacy_cut_hundredths",
        "cause_below_hundredths",
        "recording_months",
        "recorded_months",
    },
    "month_record": {"done_thousandths", "spent_cents"},
}
_TABLES_NOT_PRINTED = {
    "deviation",
    "goal_comment",
    "objective_comment",
    "remark",
    "delivery",
    "kit_part",
    "catalogue_item",
}


def verification_code(plan: Plan) -> str:
    """Return the code of a plan: `7Q2M-X4PD-9KTA`, 60 bits of a SHA-256."""
    places = _places(plan)
    hashed = sha256()
    for told in _told(plan, places):
        hashed.update(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    number = int.from_bytes(hashed.digest(), "big") >> (256 - 5 * _LENGTH)
    letters = [_LETTERS[number >> 5 * at & 31] for at in reversed(range(_LENGTH))]
    groups = ("".join(letters[at : at + _GROUP]) for at in range(0, _LENGTH, _GROUP))
    return "-".join(groups)


def as_code(typed: str) -> str:
    """Return a code as a person typed it in its own form: `7q2m x4pd9kta` is `7Q2M-X4PD-9KTA`."""
    meant = typed.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    letters = "".join(letter for letter in meant if letter in _LETTERS)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def matches(plan: Plan, typed: str) -> bool:
    """Say whether a code as a person typed it is that of a plan, so that paper and file agree."""
    return as_code(typed) == verification_code(plan)


def _places(plan: Plan) -> dict[str, int]:
    """Return {id: place in the plan} of the rows that ties lead to."""
    return {
        row.id: at
        for rows in (plan.strategic_lines, plan.objectives)
        for at, row in enumerate(rows)
    }


def _told(row: Row, places: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    """Yield what each row says, parents before their children, all in the order of the plan."""
    if (
        isinstance(row, MonthRecord)
        and row.planned_thousandths is None
        and row.budget_cents is None
    ):
        return  # only done, or spent
    own = [
        (name, _value(name, getattr(row, name), places))
        for name, usual in _printed(row.TABLE)
        if getattr(row, name) != usual
    ]
    yield row.TABLE, own
    for table, attribute in child_attributes(row.TABLE).items():
        if table not in _TABLES_NOT_PRINTED:
            for child in getattr(row, attribute):
                yield from _told(child, places)


@cache
def _printed(table: str) -> tuple[tuple[str, Any], ...]:
    """Return (field, default) of what the paper says of a row of a table."""
    fresh = BY_TABLE[table](id="")
    hidden = _NOT_PRINTED.get(table, set())
    return tuple(
        (name, getattr(fresh, name)) for name in declared_fields(table) if name not in hidden
    )


def _value(name: str, value: Any, places: dict[str, int]) -> Any:
    if name.endswith("_id"):
        return places.get(value, value)
    return sha256(value).hexdigest() if isinstance(value, bytes) else value
