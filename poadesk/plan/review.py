"""What a check is given to read and what it answers: a finding, in words, with its place."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan import schedule
from poadesk.plan.model import Plan, Row
from poadesk.plan.numbering import numbers
from poadesk.plan.profiles import Profile, profile_of
from poadesk.quick_dataclass import dataclass

SEVERITIES = {
    "error": "Hay que corregir",
    "warning": "Vale la pena revisar",
    "hint": "Sugerencias",
}
# What a finding says about its step: it denies itself, it lacks something, or it could be better.
CONTRADICTION, MISSING, ADVICE = "contradiction", "missing", "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something true about the plan, where it is and what can be done about it.

    `field` is the attribute of the row `id` of `table` to jump to: a field, or the name of the
    rows that hang from it (`months`, `indicators`). A quadrant of the SWOT goes by its own name.
    """

    severity: str
    number: str
    table: str
    id: str
    field: str
    message: str
    reason: str
    step: str
    nature: str = ADVICE


@dataclass(frozen=True, slots=True)
class Review:
    """A plan with what every check asks of it: its numbers, its words and its months."""

    plan: Plan
    numbers: dict[str, str]
    words: Profile
    months: tuple[str, ...]

    def finding(
        self,
        severity: str,
        row: Row,
        step: str,
        field: str,
        message: str,
        reason: str,
        nature: str = ADVICE,
        number: str = "",
    ) -> Finding:
        """Return a finding about a field of a row, under the row's number or its owner's."""
        number = number or self.number(row)
        return Finding(severity, number, row.TABLE, row.id, field, message, reason, step, nature)

    def number(self, row: Row) -> str:
        """Return the number of a row, in one line."""
        return " ".join(self.numbers.get(row.id, "").split())

    def numbers_of(self, rows: Sequence[Row]) -> list[str]:
        """Return the numbers of several rows."""
        return [self.number(row) for row in rows]


def reviewed(plan: Plan) -> Review:
    """Prepare a plan for its checks; a plan without a readable first month has no months."""
    return Review(plan, numbers(plan), profile_of(plan.profile), schedule.readable_months(plan))
