"""What a workbook makes of the plans of a file: which are new, which change, and what stays.

Importing again updates: a plan is found by its unit, an activity by its code, or by its text where
it has none; of several with one text, that in the goal of the line. What the workbook has no column
for stays; an empty cell of figures means "not recorded" and takes away what was there; an empty
cell of words leaves the words. Nothing that the workbook lacks is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from poadesk.plan import calendar
from poadesk.plan.beginning import is_untouched
from poadesk.plan.fields import UnreadableError
from poadesk.plan.folding import same_words
from poadesk.plan.model import Activity, Plan, new_id
from poadesk.plan.office import plans_of_units
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.workbook.growing import GrowingPlan
from poadesk.tracking.workbook.lines import Line
from poadesk.tracking.workbook.plan_sheet import Settings
from poadesk.tracking.workbook.reading import Workbook
from poadesk.tracking.workbook.values import short

_MOST_NAMED = 1000


@dataclass(frozen=True, slots=True)
class Update:
    """The plans that a workbook touches, each with the one of the file whose place it takes.

    `remarks` are Spanish sentences about what the workbook does not say of the file.
    """

    plans: tuple[tuple[Plan, Plan | None], ...]
    new: int
    updated: int
    unchanged: int
    remarks: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Say whether the file would hold anything else than it does."""
        return any(plan != before for plan, before in self.plans)

    @property
    def summary(self) -> str:
        """Say in one sentence what was brought."""
        brought = self.new + self.updated + self.unchanged
        activities = "1 actividad" if brought == 1 else f"{brought:,} actividades"
        units = "1 unidad" if len(self.plans) == 1 else f"{len(self.plans):,} unidades"
        return (
            f"El libro tiene {activities} de {units}. Nuevas: {self.new:,}. "
            f"Cambiadas: {self.updated:,}. Sin cambios: {self.unchanged:,}."
        )


def update_of(stored: Sequence[Plan], workbook: Workbook) -> Update:
    """Return what a workbook changes in the plans of a file; nothing is written.

    Raises `UnreadableError` if there is nothing to bring, or it is of another year.
    """
    settings = workbook.settings
    if settings is None or not workbook.lines:
        raise UnreadableError("El libro no tiene ninguna actividad que se pueda traer.")
    _require_same_year([plan for plan in stored if not is_untouched(plan)], settings)
    own = plans_of_units(stored)
    written = [plan for plan in own if not is_untouched(plan)]
    by_unit: dict[str, list[Line]] = {}
    for line in workbook.lines:
        by_unit.setdefault(line.unit, []).append(line)
    before = _plans_of(by_unit, own)
    grown = [
        (_grown(unit, lines, before.get(unit), at, settings, written), before.get(unit))
        for at, (unit, lines) in enumerate(by_unit.items(), _next_position(stored))
    ]
    return Update(
        plans=tuple((growing.plan(), plan) for growing, plan in grown),
        new=sum(growing.new for growing, _ in grown),
        updated=sum(growing.updated for growing, _ in grown),
        unchanged=sum(growing.unchanged for growing, _ in grown),
        remarks=tuple(_remarks(by_unit, before, grown, written)),
    )


def _require_same_year(written: Sequence[Plan], settings: Settings) -> None:
    for plan in written:
        if plan.first_month != settings.first_month:
            told, here = map(calendar.name_with_year, (settings.first_month, plan.first_month))
            raise UnreadableError(
                f"El libro es de un plan que empieza en {told} y este archivo tiene el que empieza "
                f"en {here}: tráigalo a un archivo nuevo."
            )


def _next_position(stored: Sequence[Plan]) -> int:
    return max((plan.position for plan in stored), default=-1) + 1


def _plans_of(units: Iterable[str], stored: Sequence[Plan]) -> dict[str, Plan]:
    """Return {unit of the workbook: its plan in the file}."""
    units = list(units)
    if len(stored) == 1 and (is_untouched(stored[0]) or units == [""]):
        return {units[0]: stored[0]}
    exact = {" ".join(plan.unit.split()): plan for plan in reversed(stored)}
    found = {unit: exact[unit] for unit in units if unit in exact}
    taken = {plan.id for plan in found.values()}
    alike = {same_words(plan.unit): plan for plan in reversed(stored) if plan.id not in taken}
    for unit in units:
        if unit not in found and same_words(unit) in alike:
            found[unit] = alike.pop(same_words(unit))
    return found


def _grown(
    unit: str,
    lines: Sequence[Line],
    before: Plan | None,
    position: int,
    settings: Settings,
    written: Sequence[Plan],
) -> GrowingPlan:
    """Return the plan of a unit with its lines in it."""
    if before is None:
        plan = settings.empty_plan(new_id(), unit, position)
    elif before in written:
        plan = replace(before, **settings.values)
    else:
        plan = settings.empty_plan(before.id, unit, before.position)
    growing = GrowingPlan(plan)
    growing.put(lines)
    return growing


def _remarks(
    units: Iterable[str],
    before: dict[str, Plan],
    grown: Sequence[tuple[GrowingPlan, Plan | None]],
    written: Sequence[Plan],
) -> list[str]:
    remarks = [
        f"“{unit}” se trajo al plan de “{before[unit].unit}”, que ya estaba en el archivo."
        for unit in units
        if unit in before and unit and before[unit].unit and before[unit].unit != unit
    ]
    kept = [(plan, one) for growing, plan in grown for one in growing.not_in_the_lines if plan]
    remarks += [_kept_activity(plan, one) for plan, one in kept[:_MOST_NAMED]]
    if len(kept) > _MOST_NAMED:
        remarks.append(f"Otras {len(kept) - _MOST_NAMED:,} actividades tampoco están en el libro.")
    brought = {plan.id for plan in before.values()}
    remarks += [
        f"El libro no trae nada de “{plan.unit}”: su plan quedó como estaba."
        for plan in written
        if plan.id not in brought
    ]
    return remarks


def _kept_activity(plan: Plan, activity: Activity) -> str:
    name = short(activity.text or activity.code, 80)
    return f"“{name}” ({plan.unit}) no está en el libro: quedó como estaba."
