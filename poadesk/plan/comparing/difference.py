"""What differs between two revisions of a plan, as values that say it in Spanish."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from poadesk.plan.folding import Span
from poadesk.plan.model import Plan
from poadesk.quick_dataclass import dataclass

ADDED, REMOVED, MOVED, CHANGED = "added", "removed", "moved", "changed"
KIND_WORDS = {
    ADDED: "Se agregó",
    REMOVED: "Se quitó",
    MOVED: "Se movió",
    CHANGED: "Cambió",
}
LOOKS_THE_SAME = "Solo cambian espacios o signos que no se ven."
# What is told of a difference that is no declared field of its row.
MONTHS, LINES, ANSWERS, DEVIATIONS, COMMENTS, KIT = (
    "months",
    "lines",
    "objectives",
    "deviations",
    "comments",
    "kit",
)
# The offices speak of these in places of their own; they are shown, but nobody takes them.
NOT_TAKEN = frozenset({"remark"})


@dataclass(frozen=True, slots=True)
class MonthDifference:
    """A month of an activity in which a figure or the weeks differ.

    `measure` is a field of `MonthRecord` or `weeks`; `old` and `new` are what a person reads,
    `old_value` and `new_value` what is stored, for weeks the numbers of the marked ones.
    """

    month: str
    name: str
    measure: str
    label: str
    old: str
    new: str
    old_value: Any = None
    new_value: Any = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference of a row: `kind` is one of `KIND_WORDS`, `field` what changed of it or "".

    `name` and `text` tell which row it is, `label` what of it; `old` and `new` are the words of
    both revisions, `old_spans` and `new_spans` where in them something changed. Numbers are those
    of the row, or of the row above where it has none. Who takes it takes what it `needs`, too.
    """

    key: str
    kind: str
    table: str
    id: str
    field: str = ""
    section: str = ""
    name: str = ""
    text: str = ""
    old_number: str = ""
    new_number: str = ""
    label: str = ""
    old: str = ""
    new: str = ""
    old_value: Any = None
    new_value: Any = None
    old_spans: tuple[Span, ...] = ()
    new_spans: tuple[Span, ...] = ()
    months: tuple[MonthDifference, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Say whether a person may take it into a plan."""
        return self.table not in NOT_TAKEN and self.field != KIT

    @property
    def title(self) -> str:
        """Return what the difference is about; of the plan itself that is the field."""
        return self.label if self.table == "plan" else self.name

    @property
    def what(self) -> str:
        """Return what of the row changed where the title does not say it: `Responsable`."""
        is_said = self.title.casefold().startswith(self.label.casefold())
        return "" if self.kind != CHANGED or is_said else self.label

    @property
    def is_text_apart(self) -> bool:
        """Say whether the words by which one knows the row are neither of the words told."""
        return bool(self.text) and self.text not in (*self.old.split("\n"), *self.new.split("\n"))

    @property
    def looks_the_same(self) -> bool:
        """Say whether both texts read alike: only spaces or signs without a shape differ."""
        return self.kind == CHANGED and self.old.split() == self.new.split() != []


@dataclass(frozen=True, slots=True)
class Section:
    """The differences of one part of a plan: general, FODA, lines, or one objective."""

    key: str
    title: str
    text: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions and their differences in the order in which the plan is read."""

    old: Plan
    new: Plan
    sections: tuple[Section, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return every difference in order."""
        return tuple(one for section in self.sections for one in section.differences)

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of all differences."""
        return frozenset(one.key for one in self.differences)

    def counts(self) -> Counter[str]:
        """Return {kind: how many differences}."""
        return Counter(one.kind for one in self.differences)

    def with_needed(self, chosen: Iterable[str]) -> frozenset[str]:
        """Return the chosen keys that exist, and all that they need."""
        needs = {one.key: one.needs for one in self.differences}
        return _closed((key for key in chosen if key in needs), needs)

    def with_dependent(self, chosen: Iterable[str]) -> frozenset[str]:
        """Return the chosen keys that exist, and all that need them: to be left together."""
        needed_by: defaultdict[str, list[str]] = defaultdict(list)
        for one in self.differences:
            for key in one.needs:
                needed_by[key].append(one.key)
        return _closed((key for key in chosen if key in self.keys), needed_by)


def _closed(begun: Iterable[str], leads_to: Any) -> frozenset[str]:
    result: set[str] = set()
    waiting = list(begun)
    while waiting:
        key = waiting.pop()
        if key not in result:
            result.add(key)
            waiting += leads_to.get(key, ())
    return frozenset(result)
