"""How far each step of the planning office is: what the list at its left shows."""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.kit import count_of_names
from poadesk.plan.model import Plan
from poadesk.plan.office import kit_of
from poadesk.plan.office_units import UnitTotals, unit_rows, unit_totals
from poadesk.plan.remarks import counted
from poadesk.plan.same_names import same_names
from poadesk.plan.step_names import ATTENTION, COMPLETE, EMPTY, STARTED
from poadesk.plan.steps import StepState


def office_states(plans: Iterable[Plan]) -> dict[str, StepState]:
    """Return {step key: its state} of an office file; steps without one of their own are empty."""
    plans = tuple(plans)
    return {
        "material": _material(kit_of(plans)),
        "units": _units(kit_of(plans)),
        "deliveries": _deliveries(unit_totals(unit_rows(plans))),
        "remarks": _remarks(plans),
        "names": _names(plans),
    }


def delivered_sentence(totals: UnitTotals) -> str:
    """Return for example `29 de 38 unidades entregaron`."""
    if not totals.units:
        return "Todavía no hay unidades"
    verb = "entregó" if totals.delivered == 1 else "entregaron"
    units = "unidad" if totals.units == 1 else "unidades"
    return f"{totals.delivered:,} de {totals.units:,} {units} {verb}"


def _material(kit: Plan | None) -> StepState:
    if kit is None or not kit.entity.strip():
        return StepState(EMPTY)
    has_more = kit.strategic_lines or kit.objectives or kit.logo or kit.due_on.strip()
    return StepState(COMPLETE if has_more else STARTED)


def _units(kit: Plan | None) -> StepState:
    count = count_of_names(kit, "unit") if kit is not None else 0
    return StepState(COMPLETE, f"{count:,}") if count else StepState(EMPTY)


def _deliveries(totals: UnitTotals) -> StepState:
    if not totals.delivered:
        return StepState(EMPTY)
    return StepState(STARTED if totals.missing else COMPLETE, f"{totals.delivered:,}")


def _names(plans: tuple[Plan, ...]) -> StepState:
    count = len(same_names(plans))
    return StepState(ATTENTION, badge=count) if count else StepState(EMPTY)


def _remarks(plans: Iterable[Plan]) -> StepState:
    counts = counted(remark for plan in plans for remark in plan.remarks)
    if not counts.total:
        return StepState(EMPTY)
    return StepState(STARTED, f"{counts.waiting:,}") if counts.waiting else StepState(COMPLETE)
