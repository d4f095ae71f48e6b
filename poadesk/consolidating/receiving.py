"""One plan after the other into the office's file, inside the transaction of a batch."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from poadesk.consolidating.deliveries import (
    NEW,
    OLDER,
    UNCHANGED,
    UPDATED,
    Kept,
    in_order,
    key_of,
    state_of,
    with_sending,
)
from poadesk.consolidating.merge import deliveries_of, merged, receiving
from poadesk.consolidating.outcome import Accepted, Rejected
from poadesk.plan import calendar
from poadesk.plan.beginning import empty_plan
from poadesk.plan.checks import findings
from poadesk.plan.file_names import shown_name
from poadesk.plan.folding import same_words
from poadesk.plan.frozen import Content, digest
from poadesk.plan.handing_over import RECEIVED, year_of
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.office import KIT, kit_of
from poadesk.plan.schedule import plan_months
from poadesk.plan.verification import verification_code
from poadesk.planfile.received import Received
from poadesk.planfile.whole_plans import TakenRowsError, WholePlans, head_of

_LONGEST_NAME = 200
Told = TypeVar("Told", str, tuple[str, tuple[str, ...]])


class Receiving:
    """A batch on its way: what the office's file has, and what became of each plan."""

    def __init__(self, plans: WholePlans, at: str, take_older: bool) -> None:
        self._plans = plans
        self._at = at
        self._take_older = take_older
        self._heads = {head.id: head for head in plans.heads()}
        self._kit = kit_of(self._heads.values())
        self._written: set[str] = set()
        self.accepted: list[Accepted] = []
        self.rejected: list[Rejected] = []

    def take(self, path: Path, received: Received) -> None:
        """Receive every plan of a file."""
        for plan in received.plans:
            if self._kit is not None and not _same_year(plan, self._kit):
                self._refuse_year(path, plan, self._kit)
                continue
            content = Content(plan)
            sent = with_sending(plan, content.digest, received.edited_at)
            self._take(path, sent, content)

    def refuse(self, path: Path, kind: str, reason: str) -> None:
        """Note that a file, or a plan in it, was not received."""
        self.rejected.append(Rejected(path, kind, reason))

    def finish(self) -> None:
        """See that there is a kit, that plans stand in their order, and point out double ones."""
        if not self.accepted:
            return
        if self._kit is None:
            self._make_kit()
        self._put_in_order()
        self._point_out_doubles()

    def _take(self, path: Path, plan: Plan, content: Content) -> None:
        kept = self._kept(plan.id)
        if kept is not None and kept.head.role == KIT:
            self.refuse(path, "taken_rows", _TAKEN.format(path.name))
            return
        code = verification_code(plan)
        name = shown_name(path.name)[:_LONGEST_NAME]
        delivery = receiving(plan, content.digest, code, self._at, name)
        state = self._state(plan, kept, content.digest)
        # Of two older ones in a batch the later is taken, in whatever order they come.
        asked = self._take_older and plan.id not in self._written
        taken = state in (NEW, UPDATED) or (state == OLDER and asked)
        try:
            if taken:
                self._write(plan, kept, delivery, content)
            elif state == UNCHANGED and kept is not None:
                self._note_sending(plan, kept)
        except TakenRowsError:
            self.refuse(path, "taken_rows", _TAKEN.format(path.name))
            return
        notes = _notes(plan, kept, state)
        self.accepted.append(
            Accepted(path, plan.id, plan.unit, state, delivery.revision, code, taken, notes)
        )

    def _kept(self, plan_id: str) -> Kept | None:
        head = self._heads.get(plan_id)
        return None if head is None else Kept(head, *self._plans.of_the_office(plan_id))

    def _state(self, plan: Plan, kept: Kept | None, told: str) -> str:
        """Say what a plan is to the office."""
        if kept is None:
            return NEW
        key = key_of(plan, plan.deliveries, told)
        last = kept.last(RECEIVED)
        if last is not None and last.digest == told:
            return UNCHANGED
        stored = self._plans.read(plan.id)
        now = digest(stored) if stored is not None else ""
        # The office's own return file, which came back unread: the remarks in it are known here.
        if now == told and key[0] <= kept.head.revision:
            return UNCHANGED
        return state_of(key, kept, last.digest if last is not None else now)

    def _write(self, plan: Plan, kept: Kept | None, delivery: Delivery, content: Content) -> None:
        counted = Counter(finding.severity for finding in findings(plan))
        delivery = replace(delivery, errors=counted["error"], warnings=counted["warning"])
        whole = merged(plan, kept, delivery)
        self._plans.write(whole)
        self._plans.keep(content.digest, content.packed())
        self._heads[plan.id] = head_of(whole)
        self._written.add(plan.id)

    def _note_sending(self, plan: Plan, kept: Kept) -> None:
        """Write when the same was sent again, so that what is later stays so."""
        known = {one.id for one in kept.deliveries}
        sent = tuple(one for one in deliveries_of(plan, kept) if one.id not in known)
        self._plans.put_rows(plan.id, sent)

    def _refuse_year(self, path: Path, plan: Plan, like: Plan) -> None:
        whose = plan.unit or path.name
        words = _OTHER_YEAR.format(whose, year_of(plan), year_of(like))
        if year_of(plan) == year_of(like):
            spans = (calendar.from_to(plan_months(one)) for one in (plan, like))
            words = _OTHER_MONTHS.format(whose, *spans)
        self.refuse(path, "other_year", words)

    def _make_kit(self) -> None:
        """Give the file the office's own plan, of the year and entity that most units have."""
        of_units = [head for head in self._heads.values() if head.role != KIT]
        year = _most_frequent([_year(head) for head in of_units])
        of_units = [head for head in of_units if _year(head) == year]
        like = min(of_units, key=lambda head: (same_words(head.unit), head.id))
        self._leave_out_other_years(like)
        self._kit = replace(
            empty_plan(like.profile, like.first_month),
            role=KIT,
            year_label=year_of(like),
            month_count=like.month_count,
            entity=_most_frequent([head.entity for head in of_units]),
        )
        self._plans.write(self._kit)

    def _leave_out_other_years(self, like: Plan) -> None:
        here = {one.plan_id for one in self.accepted if one.state == NEW}
        for one in self.accepted[:]:
            head = self._heads.get(one.plan_id)
            if one.plan_id not in here or head is None or _year(head) == _year(like):
                continue
            self.accepted.remove(one)
            self._refuse_year(one.file, head, like)
        for plan_id in here:
            if _year(self._heads[plan_id]) != _year(like):
                self._plans.remove(plan_id)
                del self._heads[plan_id]

    def _put_in_order(self) -> None:
        kit = self._plans.read(self._kit.id) if self._kit is not None else None
        of_units = [head for head in self._plans.heads() if head.role != KIT]
        for position, head in enumerate(in_order(of_units, kit), 1):
            if head.position != position:
                self._plans.place(head.id, position)

    def _point_out_doubles(self) -> None:
        by_unit: defaultdict[str, set[str]] = defaultdict(set)
        for head in self._plans.heads():
            if head.role != KIT and head.unit.strip():
                by_unit[same_words(head.unit)].add(head.id)
        self.accepted = [
            replace(one, notes=(*one.notes, _DOUBLE.format(one.unit)))
            if len(by_unit[same_words(one.unit)] | {one.plan_id}) > 1
            else one
            for one in self.accepted
        ]


def _year(plan: Plan) -> tuple[str, tuple[str, ...]]:
    """Return what all plans of a file have in common: how they call their year, and its months."""
    return year_of(plan), plan_months(plan)


def _same_year(plan: Plan, kit: Plan) -> bool:
    is_called_so = not kit.year_label.strip() or year_of(plan) == year_of(kit)
    return is_called_so and plan_months(plan) == plan_months(kit)


def _notes(plan: Plan, kept: Kept | None, state: str) -> tuple[str, ...]:
    notes = [_OLDER] if state == OLDER else []
    if kept is not None and same_words(kept.head.unit) != same_words(plan.unit):
        notes.append(_TWO_NAMES.format(plan.unit, kept.head.unit))
    return tuple(notes)


def _most_frequent(found: list[Told]) -> Told:
    counted = Counter(found)
    return max(sorted(counted), key=lambda one: counted[one])


_OTHER_YEAR = (
    "El plan de “{}” es de {} y aquí se juntan los de {}: pida a la unidad el de este año."
)
_OTHER_MONTHS = (
    "El plan de “{}” va de {} y aquí se juntan los que van de {}: pida a la unidad el de esos "
    "meses."
)
_TAKEN = (
    "El archivo “{}” repite filas del plan de otra unidad y no se recibió. "
    "Pida a la unidad que empiece su plan en un archivo propio."
)
_OLDER = "Ya se recibió una versión más nueva de este plan; esta no se tomó."
_TWO_NAMES = (
    "El mismo plan se llama aquí “{}” y antes “{}”: confirme que es la misma unidad y no una "
    "copia del archivo de otra."
)
_DOUBLE = "Hay dos planes para la unidad “{}”: decida con ella cuál vale."
