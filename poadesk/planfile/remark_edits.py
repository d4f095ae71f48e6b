"""What both sides do with remarks: the office writes and resolves, the unit answers.

Each function takes the open step; remarks stay in the order in which they were written.
"""

from __future__ import annotations

from poadesk.plan.model import Plan, Remark, new_id
from poadesk.plan.remarks import ANSWERED, OPEN, RESOLVED
from poadesk.planfile.changes import Step


def write(
    step: Step, plan: Plan, about_id: str, about_field: str, text: str, on: str, by: str = ""
) -> str:
    """Write a remark about a field of a row, or with "" about all of it; return its id.

    `on` is when it is written, `by` the name of the person who speaks for the office.
    """
    remark = Remark(
        id=new_id(),
        position=1 + max((one.position for one in plan.remarks), default=-1),
        about_id=about_id,
        about_field=about_field,
        text=text.strip(),
        written_on=on,
        written_by=by,
    )
    step.put_row(remark, plan.id)
    return remark.id


def reword(step: Step, remark: Remark, text: str) -> None:
    """Write other words in place of those of a remark."""
    step.put("remark", remark.id, text=text.strip())


def answer(step: Step, remark: Remark, text: str) -> None:
    """Answer a remark; without words it is open again. What is resolved stays so."""
    text = text.strip()
    state = remark.state if remark.state == RESOLVED else ANSWERED if text else OPEN
    step.put("remark", remark.id, answer=text, state=state)


def resolve(step: Step, remark: Remark) -> None:
    """Nobody has to do anything about a remark any more."""
    step.put("remark", remark.id, state=RESOLVED)


def reopen(step: Step, remark: Remark) -> None:
    """A remark waits for the unit again."""
    step.put("remark", remark.id, state=OPEN)


def delete(step: Step, remark: Remark) -> None:
    """Take a remark away, with its answer."""
    step.delete("remark", remark.id)
