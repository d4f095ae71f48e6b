"""Fields of follow-up that are not a column of one row: causes of delays, settings of a file."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from poadesk.plan import calendar
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Activity, declared_fields
from poadesk.plan.office import is_office
from poadesk.plan.reports.limits import limits_of
from poadesk.planfile.journal import Change
from poadesk.tracking import edits
from poadesk.tracking.edits import CAUSE
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.open_plan import OpenPlan


def deviation_frame(field: str) -> FieldFrame:
    """Return the editor of the cause or of the corrective action, not yet tied."""
    return field_editor("deviation", field)


class DeviationField(BoundField):
    """Ties an editor to what is said of an activity up to a cut-off month.

    It is bound by the id of the activity: the row of the file comes with the first word.
    """

    def __init__(self, frame: FieldFrame, open_plan: OpenPlan, field: str) -> None:
        self._month = ""
        super().__init__(frame, open_plan, "deviation", field)

    def bind_at(self, activity_id: str, month: str) -> None:
        """Show what is said of an activity up to a month."""
        self.save()  # for the month before, if something is waiting
        self._month = month
        self.bind(activity_id)

    def _write(self, value: Any) -> None:
        activity = self._activity()
        if activity is None:
            return
        what = "la causa" if self._field == CAUSE else "lo que se hará"
        number = self._open_plan.number(activity.id)
        label = f"Escribir {what} de {number} hasta {calendar.name(self._month)}"
        key = f"{activity.id}.{self._month}.{self._field}"
        with self._open_plan.writing(label, key, origin=self) as step:
            edits.put_deviation(step, activity, self._month, self._field, value)

    def _is_touched(self, change: Change) -> bool:
        return change.table == "deviation"

    def _stored(self) -> str:
        activity = self._activity()
        said = edits.deviation_at(activity, self._month) if activity is not None else None
        return getattr(said, self._field) if said is not None else ""

    def _activity(self) -> Activity | None:
        row = self._open_plan.row(self._row_id)
        return row if isinstance(row, Activity) else None


class SettingField(BoundField):
    """Ties an editor to a setting of follow-up, which all plans of the file share."""

    def __init__(self, frame: FieldFrame, open_plan: OpenPlan, field: str) -> None:
        super().__init__(frame, open_plan, "plan", field)
        self.bind(open_plan.plans[0].id)

    def _write(self, value: Any) -> None:
        write_setting(self._open_plan, self._field, value, self)

    def _why_fixed(self) -> str:
        # The planning office sets what holds for all units of its file.
        return "" if is_office(self._open_plan.plans) else super()._why_fixed()


def write_setting(open_plan: OpenPlan, field: str, value: Any, origin: object = None) -> None:
    """Write a setting into every plan of the file, as one step.

    Raises `UnreadableError` where the limits of the traffic light would cross each other, and
    `CannotSaveError`.
    """
    _require_order(open_plan, field, value)
    name = declared_fields("plan")[field].label
    by_office = is_office(open_plan.plans)
    label, typing = f"Cambiar “{name}”", f"setting.{field}"
    with open_plan.writing(label, typing, origin, by_office) as step:
        edits.put_setting(step, open_plan.plans, field, value)


def _require_order(open_plan: OpenPlan, field: str, value: Any) -> None:
    limits = limits_of(open_plan.plans)
    red, green = limits.red_below, limits.green_above
    if field == "red_below_hundredths" and Fraction(value, 100) > green:
        raise UnreadableError("El rojo no puede comenzar por encima del verde.")
    if field == "green_above_hundredths" and Fraction(value, 100) < red:
        raise UnreadableError("El verde no puede comenzar por debajo del rojo.")
