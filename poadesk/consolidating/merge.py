"""A plan that was handed over, with what the office has said of it before.

The unit's rows come from the unit. Remarks and what happened to the plan are the office's own: a
unit answers remarks, but neither changes nor drops them, and no file approves itself.
"""

from __future__ import annotations

from dataclasses import replace

from poadesk.consolidating.deliveries import Kept, id_of, key_of
from poadesk.plan.handing_over import APPROVED, DELIVERED, RECEIVED, SENT
from poadesk.plan.model import Delivery, Plan, Remark

_RESOLVED = "resolved"


def merged(plan: Plan, kept: Kept | None, received: Delivery) -> Plan:
    """Return the plan as the office keeps it after `received`, which tells of its content."""
    united = with_received(deliveries_of(plan, kept), received)
    return replace(
        plan,
        revision=key_of(plan, united, received.digest)[0],
        state=_state(kept, received),
        remarks=_remarks(plan, kept),
        deliveries=united,
    )


def deliveries_of(plan: Plan, kept: Kept | None) -> tuple[Delivery, ...]:
    """Return what the office has written of a plan, and when the unit says that it sent it."""
    own = {one.id: one for one in kept.deliveries} if kept else {}
    sent = (one for one in plan.deliveries if one.event == SENT)
    return _sorted({**{one.id: one for one in sent}, **own})


def with_received(deliveries: tuple[Delivery, ...], received: Delivery) -> tuple[Delivery, ...]:
    """Add that a plan was received, as the last thing that happened to it."""
    others = {one.id: one for one in deliveries if one.id != received.id}
    position = max((one.position for one in others.values()), default=-1) + 1
    return _sorted({**others, received.id: replace(received, position=position)})


def receiving(plan: Plan, digest: str, code: str, at: str, file_name: str) -> Delivery:
    """Return the delivery that tells of receiving a plan; its findings are not counted yet."""
    return Delivery(
        id=id_of(RECEIVED, plan.id, digest),
        event=RECEIVED,
        revision=key_of(plan, plan.deliveries, digest)[0],
        at=at,
        digest=digest,
        code=code,
        file_name=file_name,
        activities=sum(1 for _ in plan.activities()),
    )


def _state(kept: Kept | None, received: Delivery) -> str:
    """Say where a plan stands: what was approved stays so while the paper would read the same."""
    if kept is None or kept.head.state != APPROVED:
        return DELIVERED
    approved = kept.last(APPROVED)
    return APPROVED if approved is not None and approved.code == received.code else DELIVERED


def _remarks(plan: Plan, kept: Kept | None) -> tuple[Remark, ...]:
    answered = {one.id: one for one in plan.remarks}
    own = {one.id: _answered(one, answered.get(one.id)) for one in kept.remarks} if kept else {}
    united = {**answered, **own}
    return tuple(sorted(united.values(), key=lambda one: (one.position, one.id)))


def _answered(own: Remark, answered: Remark | None) -> Remark:
    """Return the office's remark with what the unit answers to it."""
    if answered is None:
        return own
    state = _RESOLVED if own.state == _RESOLVED else answered.state
    return replace(own, answer=answered.answer, state=state)


def _sorted(deliveries: dict[str, Delivery]) -> tuple[Delivery, ...]:
    return tuple(sorted(deliveries.values(), key=lambda one: (one.position, one.id)))
