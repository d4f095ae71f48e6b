"""Compares two revisions of a plan, row by row by their ids, in the order in which it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from poadesk.plan.comparing.difference import (
    ADDED,
    ANSWERS,
    CHANGED,
    COMMENTS,
    DEVIATIONS,
    KIT,
    LINES,
    MONTHS,
    MOVED,
    REMOVED,
    Comparison,
    Difference,
    Section,
)
from poadesk.plan.comparing.gathered import (
    cut_off_words,
    kit_of,
    kit_words,
    month_differences,
    month_words,
    said_by_month,
)
from poadesk.plan.comparing.names import (
    GENERAL,
    KIT_SECTION,
    LINES_SECTION,
    REMARKS,
    SWOT,
    Names,
)
from poadesk.plan.comparing.rows import THE_PLAN, Key, Rows, Slot, moved_rows, tied_to
from poadesk.plan.comparing.words import changed_spans, shown
from poadesk.plan.model import (
    Activity,
    Goal,
    Objective,
    Plan,
    Row,
    SwotItem,
    declared_fields,
)
from poadesk.plan.profiles import field_of

# What happens to a plan on its way is no difference of its content; the rest is told by itself.
_NOT_COMPARED = {
    "plan": {"state", "revision", "role", "kit_id", "kit_version"},
    "swot_item": {"quadrant"},
}
_FIRST_SECTIONS, _LAST_SECTIONS = (GENERAL, SWOT, LINES_SECTION), (KIT_SECTION, REMARKS)


def compared(old: Plan, new: Plan) -> Comparison:
    """Return how one revision of a plan differs from another; any two plans can be compared."""
    return Comparing(Rows(old), Rows(new)).comparison()


@cache
def compared_fields(table: str) -> tuple[str, ...]:
    """Return the fields of a table that are compared one by one."""
    left_out = _NOT_COMPARED.get(table, set())
    return tuple(name for name in declared_fields(table) if name not in left_out)


class Comparing:
    """Two plans on their way to a comparison. `moved` holds the rows that moved."""

    def __init__(self, old: Rows, new: Rows) -> None:
        self._old, self._new = old, new
        self._old_names, self._new_names = Names(old), Names(new)
        self.moved = moved_rows(old, new)
        self._tied_to = tied_to(old)

    def comparison(self) -> Comparison:
        """Return the differences by section, in order."""
        found: defaultdict[str, list[Difference]] = defaultdict(list)
        for one in self._all():
            found[one.section].append(one)
        objectives = [key for key in found if key.startswith("objective:")]
        order = (*_FIRST_SECTIONS, *objectives, *_LAST_SECTIONS)
        sections = tuple(self._section(key, found[key]) for key in order if key in found)
        return Comparison(self._old.plan, self._new.plan, sections)

    def _section(self, key: str, differences: list[Difference]) -> Section:
        is_old = key.startswith("objective:") and self._objective(key) not in self._new
        title, text = (self._old_names if is_old else self._new_names).section_title(key)
        return Section(key, title, text, tuple(differences))

    def _objective(self, section: str) -> Key:
        return "objective", section.partition(":")[2]

    def _all(self) -> Iterator[Difference]:
        yield from self._fields(THE_PLAN, self._old.plan, self._new.plan)
        yield from self._kit()
        yield from self._below(THE_PLAN)

    def _below(self, above: Key) -> Iterator[Difference]:
        """Yield the differences of all rows below one, those that are gone where they were."""
        slots = dict.fromkeys((*self._new.slots_below(above), *self._old.slots_below(above)))
        for slot in slots:
            for key in self._merged(slot):
                yield from self._of_row(key)
                if not self._is_the_same(key):
                    yield from self._below(key)

    def _merged(self, slot: Slot) -> list[Key]:
        """Return the rows of a slot as they stand now, with those that are gone among them."""
        result = list(self._new.slots.get(slot, ()))
        before: Key | None = None
        for key in self._old.slots.get(slot, ()):
            if key not in self._new:
                result.insert(result.index(before) + 1 if before in result else 0, key)
            before = key if key in result else before
        return result

    def _is_the_same(self, key: Key) -> bool:
        """Say whether a row and all below it are in both revisions alike."""
        return key in self._old and self._old.rows[key] == self._new.rows.get(key)

    def _of_row(self, key: Key) -> Iterator[Difference]:
        old, new = self._old.rows.get(key), self._new.rows.get(key)
        if old is None and new is not None:
            yield self._added(key, new)
        elif new is None and old is not None:
            yield self._removed(key, old)
        elif old is not None and new is not None:
            if key in self.moved:
                yield self._moved_row(key)
            yield from self._fields(key, old, new)
            yield from self._gathered(key, old, new)

    def _added(self, key: Key, row: Row) -> Difference:
        words = self._new_names.whole(row)
        needs = (*self._needs_above(key), *self._needs_of_ties(row))
        spans = changed_spans("", words)[1]
        return self._difference(key, ADDED, new=words, new_spans=spans, needs=needs)

    def _removed(self, key: Key, row: Row) -> Difference:
        words = self._old_names.whole(row)
        below = (
            key_of(child, MOVED if child in self._new else REMOVED)
            for child in self._old.children(key)
        )
        needs = (*below, *self._untied_from(key))
        spans = changed_spans(words, "")[0]
        return self._difference(key, REMOVED, old=words, old_spans=spans, needs=needs)

    def _moved_row(self, key: Key) -> Difference:
        return self._difference(
            key,
            MOVED,
            label="Lugar",
            old=self._old_names.place(key),
            new=self._new_names.place(key),
            needs=self._needs_above(key),
        )

    def _fields(self, key: Key, old: Row, new: Row) -> Iterator[Difference]:
        for field in compared_fields(old.TABLE):
            before, after = getattr(old, field), getattr(new, field)
            if before == after:
                continue
            kind = field_of(self._new_names.words, old.TABLE, field)
            words = shown(kind, before, self._old.plan.currency)
            others = shown(kind, after, self._new.plan.currency)
            yield self._changed(
                key, field, kind.label, words, others, old_value=before, new_value=after
            )

    def _gathered(self, key: Key, old: Row, new: Row) -> Iterator[Difference]:
        """Yield what is told of a row in one: its months, its ties, its words by cut-off."""
        if isinstance(old, Activity) and isinstance(new, Activity):
            months = month_differences(old, new, self._old.plan, self._new.plan)
            if months:
                words = month_words(months, "old"), month_words(months, "new")
                yield self._changed(key, MONTHS, "Cronograma", *words, months=months)
            yield from self._cut_offs(key, DEVIATIONS, "Causas y acciones", old, new)
        if isinstance(old, Objective) and isinstance(new, Objective):
            targets = ([t.strategic_line_id for t in one.lines] for one in (old, new))
            yield from self._ties(key, LINES, "strategic_line", *targets)
        if isinstance(old, SwotItem) and isinstance(new, SwotItem):
            targets = ([t.objective_id for t in one.objectives] for one in (old, new))
            yield from self._ties(key, ANSWERS, "objective", *targets)
        if isinstance(old, Goal | Objective) and isinstance(new, Goal | Objective):
            yield from self._cut_offs(key, COMMENTS, "Comentarios", old, new)

    def _cut_offs(
        self,
        key: Key,
        field: str,
        label: str,
        old: Activity | Goal | Objective,
        new: Activity | Goal | Objective,
    ) -> Iterator[Difference]:
        if dict(said_by_month(old)) != dict(said_by_month(new)):
            yield self._changed(key, field, label, cut_off_words(old), cut_off_words(new))

    def _ties(
        self, key: Key, field: str, table: str, old: list[str], new: list[str]
    ) -> Iterator[Difference]:
        if sorted(old) == sorted(new):
            return
        label = (
            "Líneas estratégicas" if field == LINES else self._new_names.words.noun(table).titles
        )
        words = self._old_names.ties(old, table), self._new_names.ties(new, table)
        yield self._changed(key, field, label, *words, needs=self._added_of(table, new))

    def _kit(self) -> Iterator[Difference]:
        old, new = (kit_of(rows.plan) for rows in (self._old, self._new))
        if old != new:
            words = kit_words(self._old.plan), kit_words(self._new.plan)
            yield self._changed(THE_PLAN, KIT, "Material de la oficina", *words)

    def _changed(
        self, key: Key, field: str, label: str, old: str, new: str, **more: object
    ) -> Difference:
        spans = changed_spans(old, new)
        told = {"old_spans": spans[0], "new_spans": spans[1], **more}
        return self._difference(key, CHANGED, field, label=label, old=old, new=new, **told)

    def _difference(self, key: Key, kind: str, field: str = "", **more: object) -> Difference:
        """Return a difference of a row, with what it is called and where it is told."""
        is_old = key not in self._new and key != THE_PLAN
        names = self._old_names if is_old else self._new_names
        told = {
            "section": names.section(key),
            "name": names.name(key),
            "text": names.text(key),
            "old_number": self._old_names.number(key),
            "new_number": self._new_names.number(key),
        }
        if field == KIT:
            told["section"] = KIT_SECTION
        row_id = key[1] or self._old.plan.id
        made = {**told, **more}
        return Difference(key_of(key, kind, field), kind, key[0], row_id, field, **made)  # type: ignore[arg-type]

    def _needs_above(self, key: Key) -> tuple[str, ...]:
        above = self._new.slot_of[key].parent
        is_new = above not in self._old and above != THE_PLAN
        return (key_of(above, ADDED),) if is_new else ()

    def _needs_of_ties(self, row: Row) -> tuple[str, ...]:
        if isinstance(row, Objective):
            return self._added_of("strategic_line", [t.strategic_line_id for t in row.lines])
        if isinstance(row, SwotItem):
            return self._added_of("objective", [t.objective_id for t in row.objectives])
        return ()

    def _added_of(self, table: str, ids: list[str]) -> tuple[str, ...]:
        """Return the keys of what is new among the rows with these ids."""
        keys = [(table, one) for one in ids]
        return tuple(
            key_of(key, ADDED) for key in keys if key in self._new and key not in self._old
        )

    def _untied_from(self, key: Key) -> Iterator[str]:
        """Yield the keys of the ties that end because a line or an objective goes."""
        for tied in self._tied_to.get(key, ()):
            field = LINES if tied[0] == "objective" else ANSWERS
            if tied in self._new:
                yield key_of(tied, CHANGED, field)


def key_of(key: Key, kind: str, field: str = "") -> str:
    """Return the key of a difference, the same as long as both plans have the row."""
    return ":".join(filter(None, (kind, *key, field)))
