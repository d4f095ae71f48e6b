"""The verification code: short enough to read aloud, the same for equal words and figures.

It stands on every page of the printed plan and is worked out anew from the file that was received,
so that the signed paper and the file can be told to be the same. It depends on what the paper
says: words, figures, their order. Ids, what was done during the year, remarks and the way of the
plan between the offices make no difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import Any

from poadesk.plan.by_table import Rows, by_table
from poadesk.plan.model import BY_TABLE, QUADRANTS, MonthRecord, Plan, Row, declared_fields

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
    told = {
        table: _columns(table, *rows, places)
        for table, rows in _as_printed(plan).items()
        if rows.rows
    }
    import hashlib  # local: a plan that is opened is not hashed

    hashed = hashlib.sha256()
    for piece in _written(told):
        hashed.update(piece.encode("utf-8", "surrogatepass"))
    number = int.from_bytes(hashed.digest(), "big") >> (256 - 5 * _LENGTH)
    letters = [_LETTERS[number >> 5 * at & 31] for at in reversed(range(_LENGTH))]
    groups = ("".join(letters[at : at + _GROUP]) for at in range(0, _LENGTH, _GROUP))
    return "-".join(groups)


def as_code(typed: str) -> str:
    """Return a code as a person typed it in its own form: `7q2m x4pd9kta` is `7Q2M-X4PD-9KTA`."""
    meant = typed.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    letters = "".join(letter for letter in meant if letter in _LETTERS)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def _written(told: dict[str, dict[str, list[Any]]]) -> Iterator[str]:
    """Yield the JSON of what is told, column by column.

    In one piece a large plan would keep the window, which prints it beside the writing, waiting.
    """
    before = "{"
    for table, columns in told.items():
        yield f'{before}"{table}": {{'
        between = ""
        for name, values in columns.items():
            yield f'{between}"{name}": {json.dumps(values, ensure_ascii=False)}'
            between = ", "
        yield "}"
        before = ", "
    yield "}"


def _places(plan: Plan) -> dict[str, int]:
    """Return {id: place in the plan} of the rows that ties lead to."""
    return {
        row.id: at
        for rows in (plan.strategic_lines, plan.objectives)
        for at, row in enumerate(rows)
    }


def _as_printed(plan: Plan) -> dict[str, Rows]:
    """Return {table: rows} of what the paper says, in its order: FODA goes by quadrants."""
    items = tuple(item for quadrant in QUADRANTS for item in plan.quadrant(quadrant))
    placed = by_table(replace(plan, swot_items=items))
    months = zip(*placed[MonthRecord.TABLE], strict=True)
    planned = [pair for pair in months if _is_planned(pair[0])]
    placed[MonthRecord.TABLE] = Rows([row for row, _ in planned], [at for _, at in planned])
    return {table: placed[table] for table in placed if table not in _TABLES_NOT_PRINTED}


def _is_planned(record: MonthRecord) -> bool:
    """Say whether a month is on paper; in others something was done, or spent."""
    return record.planned_thousandths is not None or record.budget_cents is not None


def _columns(
    table: str, rows: Sequence[Row], parents: Sequence[int], places: dict[str, int]
) -> dict[str, list[Any]]:
    """Return {column: its values}; one in which every row has its default is left out."""
    result: dict[str, list[Any]] = {"parent": list(parents)}
    for name, usual in _printed(table):
        values = list(map(attrgetter(name), rows))
        if any(value != usual for value in values):
            if name.endswith("_id"):
                values = [places.get(value, value) for value in values]
            result[name] = [_said(value) for value in values] if name == "logo" else values
    return result


@cache
def _printed(table: str) -> tuple[tuple[str, Any], ...]:
    """Return (field, default) of what the paper says of a row of a table."""
    fresh = BY_TABLE[table](id="")
    hidden = _NOT_PRINTED.get(table, set())
    return tuple(
        (name, getattr(fresh, name)) for name in declared_fields(table) if name not in hidden
    )


def _said(picture: bytes | None) -> str | None:
    import hashlib

    return None if picture is None else hashlib.sha256(picture).hexdigest()
