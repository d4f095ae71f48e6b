"""The plans of a file at one moment, and what follows from them for the screens."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from poadesk.plan.kit import protected_fields
from poadesk.plan.model import Plan, Remark
from poadesk.plan.numbering import numbers
from poadesk.plan.office import KIT, kit_of, plans_of_units
from poadesk.plan.remarks import RESOLVED
from poadesk.plan.same_names import Group, same_names
from poadesk.plan.schedule import plan_months
from poadesk.planfile.changes import Change
from poadesk.planfile.indexed_plan import IndexedPlan, indexed
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.protection import is_of_unit, why_kept

if TYPE_CHECKING:
    from poadesk.plan.checks import Finding


class Reading:
    """The plans of a file at one moment, the chosen one among them, and what follows from it.

    Each part is there when it is first asked for. Where no plan has the id, the planning office's
    own is chosen, or the first.
    """

    def __init__(self, places: IndexedPlan, plan_id: str) -> None:
        row = places.row(plan_id)
        self.plan = row if isinstance(row, Plan) else kit_of(places.plans) or places.plans[0]
        self.places = places

    @classmethod
    def of_file(cls, file: PlanFile, plan_id: str) -> Reading:
        """Read the file."""
        return cls(indexed(file.read()), plan_id)

    def of_plan(self, plan_id: str) -> Reading:
        """Return the same moment with another plan chosen."""
        return Reading(self.places, plan_id)

    def after(self, changes: tuple[Change, ...]) -> Reading | None:
        """Return the reading after these changes, or None when the file must be read again."""
        places = self.places.after(changes)
        if places is None or not places.plans:
            return None
        following = Reading(places, self.plan.id)
        if "same_names" in self.__dict__ and following._names() == self._names():
            following.__dict__["same_names"] = self.same_names
        return following

    def plans_of(self, changes: tuple[Change, ...]) -> set[str]:
        """Return the ids of the plans in which the rows of changes stand now."""
        return {self.places.plan_id(change.id) for change in changes} - {""}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Return {row id: number} of the plan."""
        return numbers(self.plan)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """Return the months of the plan year."""
        return plan_months(self.plan)

    @cached_property
    def is_of_unit(self) -> bool:
        """Say whether a unit wrote the plan and this is the file of the planning office."""
        return is_of_unit(self.plan, self.places.plans)

    def why_fixed(self, row_id: str, field: str) -> str:
        """Say in a few words why a field of the plan is not written here, or ""."""
        if self.is_of_unit:
            return "Lo escribió la unidad"
        return "Viene de Planificación" if field in self.given.get(row_id, ()) else ""

    def is_given(self, row_id: str) -> bool:
        """Say whether a row of the plan comes from the planning office."""
        return row_id in self.given

    def why_kept(self, row_ids: Iterable[str]) -> str:
        """Say why these rows cannot be deleted, or ""."""
        row = next((self.places.row(one) for one in row_ids if one in self.given), None)
        over = self.places.row(self.places.parent_id(row.id)) if row else None
        return why_kept(row, self.plan, over) if row else ""

    @cached_property
    def given(self) -> dict[str, frozenset[str]]:
        """Return {row id: fields} of what in the plan comes from the planning office."""
        return protected_fields(self.plan) if self.plan.role != KIT else {}

    def remarks_at(self, row_id: str, field: str, resolved: bool = False) -> tuple[Remark, ...]:
        """Return the remarks of a field that wait, or all; the text of a row has the row's too."""
        wanted = ("", field) if field in ("text", "name") else (field,)
        return tuple(
            one
            for one in self._remarks.get(row_id, ())
            if one.about_field in wanted and (resolved or one.state != RESOLVED)
        )

    @cached_property
    def _remarks(self) -> dict[str, tuple[Remark, ...]]:
        """Return {row id: its remarks}."""
        result: dict[str, tuple[Remark, ...]] = {}
        for one in self.plan.remarks:
            result[one.about_id] = (*result.get(one.about_id, ()), one)
        return result

    def is_observed(self, row_id: str) -> bool:
        """Say whether a remark about a row or one of its fields waits."""
        return any(one.state != RESOLVED for one in self._remarks.get(row_id, ()))

    @cached_property
    def same_names(self) -> list[Group]:
        """Return the names that units write in several ways; of fifty units it takes a while."""
        return same_names(self.places.plans)

    def _names(self) -> tuple[object, ...]:
        """Return what decides about `same_names`: the plans of units as they are, and the list."""
        kit = kit_of(self.places.plans)
        units = tuple(id(plan) for plan in plans_of_units(self.places.plans))
        return units, kit.catalogue if kit is not None else ()

    @property
    def has_findings(self) -> bool:
        """Say whether `findings` are at hand, without a wait."""
        return "findings" in self.__dict__

    def take_findings(self, found: list[Finding]) -> None:
        """Take what was found in the plan elsewhere as `findings`."""
        self.findings = found

    @cached_property
    def findings(self) -> list[Finding]:
        """Return what Revisar says of the plan."""
        from poadesk.plan.checks import findings

        return findings(self.plan)
