"""What a plan that was handed over is to the office: new, an update, the same again, or older.

A plan is known by its id. Which of two is the later is told by the revision, then by when it was
sent, and last by its digest, so that the answer is the same in whatever order files arrive.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from poadesk.plan.consolidated.units import expected_units, places_among
from poadesk.plan.folding import same_words
from poadesk.plan.handing_over import SENT, last_delivery
from poadesk.plan.model import Delivery, Plan, Remark
from poadesk.quick_dataclass import dataclass

NEW, UPDATED, UNCHANGED, OLDER = "new", "updated", "unchanged", "older"
_OF_DELIVERIES = uuid.UUID("5b8b0c5e-3a27-5d0c-9f35-504f41440005")
# (revision, when it was sent, digest): of two, the greater is the later one.
Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the office has of a plan: its own fields, its remarks and what happened to it."""

    head: Plan
    remarks: tuple[Remark, ...]
    deliveries: tuple[Delivery, ...]

    def last(self, event: str) -> Delivery | None:
        """Return the last time that something happened to it, or None if it never did."""
        return last_delivery(replace(self.head, deliveries=self.deliveries), event)


def state_of(key: Key, kept: Kept | None, kept_digest: str) -> str:
    """Say what a plan with this key is beside what the office has, whose content it knows."""
    if kept is None:
        return NEW
    if key[2] == kept_digest:
        return UNCHANGED
    return UPDATED if key > key_of(kept.head, kept.deliveries, kept_digest) else OLDER


def key_of(plan: Plan, deliveries: Iterable[Delivery], digest: str) -> Key:
    """Return by what a plan with this content is told to be later than another."""
    sent = [
        (one.revision, one.at, one.digest)
        for one in deliveries
        if one.event == SENT and one.digest == digest
    ]
    return max(sent, default=(plan.revision, "", digest))


def with_sending(plan: Plan, digest: str, edited_at: str) -> Plan:
    """Return a plan whose deliveries tell of this content, also if it was sent as it lay there.

    A unit may copy its file to a USB stick instead of sending it from the program. Then what it
    last wrote is as late as anything that can be known.
    """
    sent = [one for one in plan.deliveries if one.event == SENT]
    if any(one.digest == digest for one in sent):
        return plan
    told = Delivery(
        id=id_of(SENT, plan.id, digest),
        position=max((one.position for one in plan.deliveries), default=-1) + 1,
        event=SENT,
        revision=max([plan.revision, *(one.revision for one in sent)]),
        at=max([edited_at, *(one.at for one in sent)]),
        digest=digest,
    )
    return replace(plan, deliveries=(*plan.deliveries, told))


def id_of(event: str, plan_id: str, digest: str) -> str:
    """Return the id of a delivery: the same content again is the same delivery."""
    return str(uuid.uuid5(_OF_DELIVERIES, f"{event}/{plan_id}/{digest}"))


def in_order(plans: Iterable[Plan], kit: Plan | None) -> list[Plan]:
    """Return plans of units as the office expects them, then by name; never by who came first."""
    expected = expected_units(kit)
    place = places_among(expected)

    def key(plan: Plan) -> tuple[int, str, str]:
        at = place(plan)
        return len(expected) if at is None else at, same_words(plan.unit), plan.id

    return sorted(plans, key=key)
