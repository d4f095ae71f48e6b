"""Remarks as steps of the open plan: each is one undo, by the office or by the unit."""

from __future__ import annotations

from datetime import datetime

from poadesk.plan.model import Plan, Remark
from poadesk.plan.numbering import numbers
from poadesk.plan.office import is_office, kit_of
from poadesk.plan.profiles import profile_of
from poadesk.plan.remarks import place_words
from poadesk.planfile import remark_edits
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_card import OFFICE, UNIT, RemarkCard


def side_of(open_plan: OpenPlan) -> str:
    """Say who reads the remarks: the planning office in its own file, or the unit."""
    return OFFICE if is_office(open_plan.plans) else UNIT


def can_write(open_plan: OpenPlan) -> bool:
    """Say whether remarks and answers can be written into this file."""
    return not open_plan.file.read_only


def write(open_plan: OpenPlan, plan: Plan, about_id: str, field: str, text: str) -> str:
    """Write a remark about a field of a row of a plan; return its id, or "" if not saved."""
    on = datetime.now().strftime("%Y-%m-%d %H:%M")
    kit = kit_of(open_plan.plans)
    by = kit.responsible if kit else ""
    made = open_plan.act(
        "Escribir una observación",
        lambda step, _: remark_edits.write(step, plan, about_id, field, text, on, by),
        by_office=True,
    )
    return made or ""


def remark_card(open_plan: OpenPlan, plan: Plan, remark: Remark) -> RemarkCard:
    """Return a card whose buttons write into the file."""
    words = profile_of(plan.profile)
    place = place_words(plan, remark, numbers(plan), words)
    card = RemarkCard(remark, place, side_of(open_plan), can_write(open_plan))
    card.answered.connect(lambda one, text: _do(open_plan, "Responder", "answer", one, text))
    card.reworded.connect(lambda one, text: _do(open_plan, "Cambiar", "reword", one, text))
    card.resolved.connect(lambda one: _do(open_plan, "Resolver", "resolve", one))
    card.reopened.connect(lambda one: _do(open_plan, "Abrir de nuevo", "reopen", one))
    card.deleted.connect(lambda one: _do(open_plan, "Quitar", "delete", one))
    open_plan.saving_wanted.connect(card.save_waiting)
    return card


def _do(open_plan: OpenPlan, verb: str, edit: str, remark: Remark, *words: str) -> None:
    change = getattr(remark_edits, edit)
    open_plan.act(
        f"{verb} una observación", lambda step, _: change(step, remark, *words), by_office=True
    )
