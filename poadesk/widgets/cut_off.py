"""The cut-off month up to which a file is followed: one for all screens, kept for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCryptographicHash, QObject, Signal

from poadesk.plan import calendar
from poadesk.plan.model import Plan
from poadesk.plan.schedule import plan_months
from poadesk.widgets.kept_widths import keep_word, kept_word
from poadesk.widgets.open_plan import OpenPlan


def cut_off_of(open_plan: OpenPlan) -> CutOff:
    """Return the cut-off of an open file; the same object every time."""
    found: CutOff | None = open_plan.findChild(CutOff)
    return found if found is not None else CutOff(open_plan)


def usual_cut_off(plans: Sequence[Plan], today: date) -> str:
    """Return the last month of the year that has ended or has something recorded, or the first."""
    months = plan_months(plans[0])
    ended = [month for month in months if calendar.has_ended(month, today)]
    return max([*months[:1], *ended[-1:], *_last_recorded(plans, set(months))])


class CutOff(QObject):
    """The chosen month, always one of the year. `changed` carries another one that was chosen."""

    changed = Signal(str)

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan)
        self._open_plan = open_plan
        self._month = kept_word(self._key)

    @property
    def months(self) -> tuple[str, ...]:
        """Return the months of the year, which is that of the first plan of the file."""
        return plan_months(self._open_plan.plans[0])

    @property
    def month(self) -> str:
        """Return the chosen month as `2027-06`."""
        if self._month not in self.months:
            self._month = usual_cut_off(self._open_plan.plans, date.today())
        return self._month

    def choose(self, month: str) -> None:
        """Choose a month of the year. ValueError for any other."""
        if month not in self.months:
            raise ValueError(month)
        if month != self._month:
            self._month = month
            keep_word(self._key, month)
            self.changed.emit(month)

    @property
    def _key(self) -> str:
        # Qt's own: the library that Python takes for it fills four megabytes.
        path = str(self._open_plan.file.path).encode(errors="surrogatepass")
        made = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
        return f"cut_off/{made.toHex().toStdString()[:24]}"


def _last_recorded(plans: Sequence[Plan], months: set[str]) -> list[str]:
    recorded = {
        record.month
        for plan in plans
        for activity in plan.activities()
        for record in activity.months
        if record.done_thousandths is not None or record.spent_cents is not None
    }
    return sorted(recorded & months)[-1:]
