"""A unit takes what came back from the planning office into its own file.

Its own words stay as they are. What comes in are the remarks, where the plan stands, and the plan
as it was approved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from poadesk.plan.handing_over import APPROVED, DELIVERED, DRAFT, RETURNED, SENT, last_delivery
from poadesk.plan.model import Delivery, Plan, Remark
from poadesk.plan.verification import verification_code
from poadesk.planfile.changes import Step
from poadesk.planfile.errors import CannotOpenError, PlanFileError
from poadesk.planfile.received import read_received
from poadesk.quick_dataclass import dataclass

LABEL = "Traer lo que devolvió Planificación"
_OPEN, _RESOLVED = "open", "resolved"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came: how many remarks are new, how many were changed, and where the plan stands.

    `is_new` is false where the same had been taken before.
    """

    plan_id: str
    new_remarks: int
    changed_remarks: int
    open_remarks: int
    state: str
    is_new: bool


def returned_plan(path: Path, plans: Iterable[Plan]) -> tuple[Plan, Plan]:
    """Return (own plan, what came back of it) from a file of the planning office.

    Raises `RefusedFileError` or `CannotOpenError`, with a sentence that says why it cannot be.
    """
    own = {plan.id: plan for plan in plans}
    for came in read_received(path).plans:
        if came.id in own:
            if last_delivery(came, RETURNED) is None:
                raise _refused(
                    f"“{path.name}” es una copia de este mismo plan, pero Planificación no la ha "
                    "devuelto todavía: no trae observaciones. No se cambió nada."
                )
            _require_own_rows(path, came, own.values())
            return own[came.id], came
    raise _refused(
        f"“{path.name}” es de otro plan. Abra primero el plan al que pertenece, "
        "y traiga entonces lo que devolvió Planificación."
    )


def is_return_of(path: Path, plans: Iterable[Plan]) -> bool:
    """Say whether a file is what the planning office gave back of one of these plans."""
    try:
        returned_plan(path, plans)
    except PlanFileError:
        return False
    return True


def take(step: Step, own: Plan, came: Plan) -> Taken:
    """Write what came back of a plan, and return what that was; its own words stay untouched."""
    before = {one.id: one for one in own.remarks}
    united = united_remarks(own, came)
    changed = [one for one in united if one != before.get(one.id)]
    for remark in changed:
        step.put_row(remark, own.id)
    news = _news(own, came)
    for delivery in news:
        step.put_row(_with_baseline(step, delivery, came), own.id)
    state = _state(own, came) if news else own.state
    step.put("plan", own.id, state=state)
    return Taken(
        plan_id=own.id,
        new_remarks=sum(one.id not in before for one in changed),
        changed_remarks=sum(one.id in before for one in changed),
        open_remarks=sum(one.state == _OPEN for one in united),
        state=state,
        is_new=bool(changed or news),
    )


def united_remarks(own: Plan, came: Plan) -> tuple[Remark, ...]:
    """Return the remarks of both: the office's words, and the unit's answers."""
    answered = {one.id: one for one in own.remarks}
    result = dict(answered)
    last = max((one.position for one in own.remarks), default=-1)
    for remark in came.remarks:
        if remark.id in answered:
            result[remark.id] = _answered(remark, answered[remark.id])
        else:
            last += 1
            result[remark.id] = replace(remark, position=last)
    return tuple(result.values())


def _answered(came: Remark, own: Remark) -> Remark:
    """Return a remark as the office wrote it, with what the unit has answered since."""
    if came.state == _RESOLVED or own.answer == came.answer or not own.answer:
        # The office has seen the answer: where it stands is for the office to say.
        answer = own.answer or came.answer
        return replace(came, position=own.position, answer=answer)
    return replace(came, position=own.position, answer=own.answer, state=own.state)


def _news(own: Plan, came: Plan) -> list[Delivery]:
    """Return what the office did with the plan that the unit does not know of, in order."""
    known = {one.id for one in own.deliveries}
    events = (RETURNED, APPROVED)
    news = [one for one in came.deliveries if one.event in events and one.id not in known]
    last = max((one.position for one in own.deliveries), default=-1)
    return [replace(one, position=last + 1 + at) for at, one in enumerate(news)]


def _with_baseline(step: Step, delivery: Delivery, came: Plan) -> Delivery:
    """Keep the plan as it was approved. The file itself is that, as its code tells."""
    if delivery.event == APPROVED and delivery.code == verification_code(came):
        return replace(delivery, digest=step.keep(came))
    return delivery


def _state(own: Plan, came: Plan) -> str:
    """Say where the own plan stands: a word on an older revision does not undo a newer delivery."""
    sent = last_delivery(own, SENT)
    if sent is not None and sent.revision > came.revision and own.state != DRAFT:
        return own.state
    return came.state if came.state != DRAFT else DELIVERED


def _require_own_rows(path: Path, came: Plan, plans: Iterable[Plan]) -> None:
    """Refuse what would write over rows of another plan of the file."""
    of_others = {
        row.id for plan in plans if plan.id != came.id for row in (*plan.remarks, *plan.deliveries)
    }
    if any(row.id in of_others for row in (*came.remarks, *came.deliveries)):
        raise _refused(
            f"El archivo “{path.name}” está dañado y no se tomó nada de él. "
            "Pida a Planificación que lo devuelva otra vez."
        )


def _refused(sentence: str) -> CannotOpenError:
    return CannotOpenError("not_a_return", sentence)
