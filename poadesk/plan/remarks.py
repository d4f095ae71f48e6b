"""What the planning office observes of a plan: where each remark belongs and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from poadesk.plan.model import Plan, Remark, Row, SwotItem, declared_fields, find
from poadesk.plan.places import NAMES, named
from poadesk.plan.profiles import Profile, field_of
from poadesk.plan.review import Finding
from poadesk.plan.step_names import step_of
from poadesk.quick_dataclass import dataclass

OPEN, ANSWERED, RESOLVED = "open", "answered", "resolved"
GONE = "Ya no está en el plan"
# Rows that hang from the one a remark is about, by the names that a jump goes to.
_HANGING = {"months": "Cronograma", "resources": "Recursos", "indicators": "Indicadores"}
_HANGING_STEPS = {"months": "schedule", "resources": "resources", "indicators": "resources"}


@dataclass(frozen=True, slots=True)
class RemarkCounts:
    """How many remarks wait for the unit, for the office, and for nobody any more."""

    open: int = 0
    answered: int = 0
    resolved: int = 0

    @property
    def waiting(self) -> int:
        """Return how many are not resolved."""
        return self.open + self.answered

    @property
    def total(self) -> int:
        """Return how many there are."""
        return self.waiting + self.resolved


def counted(remarks: Iterable[Remark]) -> RemarkCounts:
    """Count remarks by their state."""
    states = [remark.state for remark in remarks]
    return RemarkCounts(*(states.count(state) for state in (OPEN, ANSWERED, RESOLVED)))


def remarks_about(plan: Plan, row_id: str, field: str | None = None) -> tuple[Remark, ...]:
    """Return the remarks of a row, or only those of one of its fields."""
    return tuple(
        remark
        for remark in plan.remarks
        if remark.about_id == row_id and field in (None, remark.about_field)
    )


def waiting(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks that are not resolved."""
    return tuple(remark for remark in remarks if remark.state != RESOLVED)


def step_of_remark(plan: Plan, remark: Remark) -> str:
    """Return the key of the step in which what a remark is about is written."""
    row = find(plan, remark.about_id)
    if row is None:
        return "general"
    return _HANGING_STEPS.get(remark.about_field) or step_of(row.TABLE, remark.about_field)


def place_words(plan: Plan, remark: Remark, numbers: Mapping[str, str], words: Profile) -> str:
    """Say where a remark belongs: `Meta 2.1`, `Actividad 2.2.4 · Responsable`, `Introducción`."""
    row = find(plan, remark.about_id)
    if row is None:
        return GONE
    field = _field_word(row, remark.about_field, words)
    if row.TABLE == "plan":
        return field or "Todo el plan"
    return " · ".join(part for part in (_row_words(plan, row, numbers, words), field) if part)


def _row_words(plan: Plan, row: Row, numbers: Mapping[str, str], words: Profile) -> str:
    """Return the name of a row without its article: `Meta 2.1`."""
    has_name = row.TABLE in words.levels or row.TABLE in NAMES or isinstance(row, SwotItem)
    name = named(row if has_name else plan, dict(numbers), words)
    bare = name.partition(" ")[2]
    return bare[:1].upper() + bare[1:]


def _field_word(row: Row, field: str, words: Profile) -> str:
    """Return the label of a field; the text itself of a row needs no name."""
    if field in _HANGING:
        return _HANGING[field]
    if field in ("", "text") or field not in declared_fields(row.TABLE):
        return ""
    return field_of(words, row.TABLE, field).label


def place_of(plan: Plan, remark: Remark) -> Finding:
    """Return the place that a remark speaks of, to go there; the plan itself if the row is gone."""
    row = find(plan, remark.about_id)
    field = remark.about_field if row is not None else ""
    row = row or plan
    step = step_of_remark(plan, remark)
    return Finding("hint", "", row.TABLE, row.id, field, remark.text, "", step)
