"""Brings chosen differences into one of the two revisions: the plan that a person is writing.

Into the old one that means to take what the new one says; into the new one, to go back to what the
old one said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from poadesk.plan.comparing.difference import (
    ADDED,
    CHANGED,
    KIT,
    MOVED,
    REMOVED,
    Comparison,
    Difference,
)
from poadesk.plan.comparing.taking import applied
from poadesk.plan.kit import protected_fields
from poadesk.plan.model import Plan
from poadesk.quick_dataclass import dataclass

_GIVEN = "Viene de Planificación: aquí no se cambia."
_OF_REMARKS = "Las observaciones se atienden en su propio lugar."
_OF_MATERIAL = "El material de la oficina se pone al día desde el menú Archivo."
_TOGETHER = "Va junto con algo que viene de Planificación."
# What is of the plan itself, and of the offices, and never brought from another revision.
_OWN = (
    "id",
    "position",
    "state",
    "revision",
    "role",
    "kit_id",
    "kit_version",
    "kit_parts",
    "remarks",
    "deliveries",
)


@dataclass(frozen=True, slots=True)
class Bringing:
    """A comparison of which the old or the new plan is the one that is written."""

    comparison: Comparison
    into_new: bool

    @property
    def target(self) -> Plan:
        """Return the plan that is written."""
        return self.comparison.new if self.into_new else self.comparison.old

    def together(self, keys: Iterable[str]) -> frozenset[str]:
        """Return these differences and all that have to be brought with them."""
        if self.into_new:
            return self.comparison.with_dependent(keys)
        return self.comparison.with_needed(keys)

    def resting_on(self, keys: Iterable[str]) -> frozenset[str]:
        """Return these differences and all that cannot be brought without them."""
        if self.into_new:
            return self.comparison.with_needed(keys)
        return self.comparison.with_dependent(keys)

    def kept_back(self) -> dict[str, str]:
        """Return {key: why} of the differences that cannot be brought."""
        given = protected_fields(self.target)
        told = ((one.key, self._why(one, given)) for one in self.comparison.differences)
        reasons = {key: why for key, why in told if why}
        for key in self.resting_on(reasons):
            reasons.setdefault(key, _TOGETHER)
        return reasons

    def brought(self, chosen: Iterable[str]) -> Plan:
        """Return the plan with the chosen differences and all that goes with them."""
        comparison, keys = self.comparison, self.together(chosen)
        if not keys:
            return self.target
        taken = comparison.keys - keys if self.into_new else keys
        made = applied(comparison.old, comparison.new, taken)
        return replace(made, **{name: getattr(self.target, name) for name in _OWN})

    def _why(self, one: Difference, given: dict[str, frozenset[str]]) -> str:
        if not one.can_be_taken:
            return _OF_MATERIAL if one.field == KIT else _OF_REMARKS
        goes = one.kind == (ADDED if self.into_new else REMOVED)
        is_given = one.id in given and (goes or one.kind == MOVED)
        if is_given or (one.kind == CHANGED and one.field in given.get(one.id, ())):
            return _GIVEN
        return ""
