"""What it means to hand a plan over: its revision, its state, its name, and what tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from poadesk.plan import calendar, schedule
from poadesk.plan.file_names import LONGEST, safe_name
from poadesk.plan.frozen import digest
from poadesk.plan.model import Delivery, Plan, new_id
from poadesk.plan.profiles import profile_of
from poadesk.plan.review import Finding
from poadesk.plan.unit_names import NAMELESS
from poadesk.plan.verification import verification_code

SENT, RECEIVED, RETURNED, APPROVED = "sent", "received", "returned", "approved"
DRAFT, DELIVERED, OBSERVED = "draft", "delivered", "observed"  # and APPROVED
STAMP = "%Y-%m-%d %H:%M"


def last_delivery(plan: Plan, event: str) -> Delivery | None:
    """Return the last time that something happened to a plan, or None if it never did."""
    found = [one for one in plan.deliveries if one.event == event]
    return max(found, key=lambda one: (one.position, one.id), default=None)


def as_sent(plan: Plan, findings: Sequence[Finding], now: datetime) -> Plan:
    """Return the plan as it goes to the planning office, with the delivery that tells of it.

    What was sent before and has not changed keeps its revision and its delivery.
    """
    told, before = digest(plan), last_delivery(plan, SENT)
    code = verification_code(plan)
    state = _state_after_sending(plan, code)
    if before is not None and before.digest == told:
        return replace(plan, revision=before.revision, state=state)
    revision = 1 if before is None else before.revision + 1
    sent = replace(plan, revision=revision, state=state)
    delivery = delivery_of(sent, SENT, now, told, code, f"{name_of(sent)}.sqlite", findings)
    return replace(sent, deliveries=(*plan.deliveries, delivery))


def delivery_of(
    plan: Plan,
    event: str,
    now: datetime,
    told: str,
    code: str,
    file_name: str = "",
    findings: Sequence[Finding] = (),
) -> Delivery:
    """Return what tells that something happened to a plan with this digest and code."""
    severities = [finding.severity for finding in findings]
    return Delivery(
        id=new_id(),
        position=max((one.position for one in plan.deliveries), default=-1) + 1,
        event=event,
        revision=plan.revision,
        at=now.strftime(STAMP),
        digest=told,
        code=code,
        file_name=file_name,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        activities=sum(1 for _ in plan.activities()),
    )


def is_as_sent(plan: Plan) -> bool:
    """Say whether a plan is still what was last sent."""
    sent = last_delivery(plan, SENT)
    return sent is not None and sent.digest == digest(plan)


def name_of(plan: Plan) -> str:
    """Return what the folder and the files of a delivery are called, without an ending.

    `POA 2027 Cuentas Corrientes, revisión 2`: each revision has its own, so that none is mixed
    with what was handed over before.
    """
    end = f", revisión {plan.revision}"
    unit = plan.unit if plan.unit.strip() else NAMELESS
    words = f"{profile_of(plan.profile).short} {year_of(plan)} {unit}"
    return safe_name(words, LONGEST - len(end)) + end


def year_of(plan: Plan) -> str:
    """Return the year of a plan: as written, or as it follows from its months."""
    return plan.year_label.strip() or calendar.label_of_years(schedule.plan_months(plan))


def _state_after_sending(plan: Plan, code: str) -> str:
    """Say where a plan stands once it is sent: approved only as long as its paper is the same."""
    approved = last_delivery(plan, APPROVED)
    is_same = approved is not None and approved.code == code
    return APPROVED if plan.state == APPROVED and is_same else DELIVERED
