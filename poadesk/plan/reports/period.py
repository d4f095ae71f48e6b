"""The period of a report: the plan year up to its cut-off month, in quarters or halves."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan import calendar
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.schedule import plan_months
from poadesk.plan.unit_names import unit_name
from poadesk.quick_dataclass import dataclass

# Months in a group of the execution report, by the name of the group.
GROUPS = {"quarter": 3, "half": 6, "year": 12}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True, slots=True)
class Period:
    """`year` holds every month of the plan year, `months` those up to the cut-off."""

    year: tuple[str, ...]
    months: tuple[str, ...]

    @property
    def until(self) -> str:
        """Return the cut-off month."""
        return self.months[-1]

    def groups(self, name: str = "quarter") -> tuple[tuple[str, ...], ...]:
        """Return the months of each group of `GROUPS` that has begun, whole, from the first on."""
        size = GROUPS[name]
        return tuple(self.year[at : at + size] for at in range(0, len(self.months), size))

    def words(self) -> str:
        """Say the months: `enero a junio de 2027`, or with both years where there are two."""
        first, last = self.months[0], self.until
        return calendar.name_with_year(last) if first == last else calendar.from_to(self.months)

    def name(self) -> str:
        """Name the period as people do: `primer semestre`, `al III trimestre`, or by its months.

        It always begins with the year, so that a later quarter is not meant alone.
        """
        count = len(self.months)
        if count == len(self.year):
            return "año completo"
        if count == 6 and len(self.year) == 12:
            return "primer semestre"
        if count % 3 == 0:
            quarter = f"{_ROMAN[count // 3 - 1]} trimestre"
            return quarter if count == 3 else f"al {quarter}"
        return self.words()


def group_name(name: str, at: int) -> str:
    """Return the heading of a group, counted from 0: `I TRIM.`, `I SEM.`, `AÑO`."""
    if name == "year":
        return "AÑO" if at == 0 else f"AÑO {at + 1}"
    return f"{_ROMAN[at]} {'TRIM.' if name == 'quarter' else 'SEM.'}"


def period_of(plans: Sequence[Plan], until: str) -> Period:
    """Return the period of the plans of a file, whose year is that of the first one.

    Raises `UnreadableError` when the cut-off is not a month of that year.
    """
    year = plan_months(plans[0])
    if until not in year:
        first, last = year[0], year[-1]
        raise UnreadableError(
            f"El corte {until} no cae en el año del plan, que va de {first} a {last}."
        )
    return Period(year, year[: year.index(until) + 1])


def require_same_months(plans: Sequence[Plan]) -> None:
    """Raise `UnreadableError` for plans of different months: some of them would not be counted."""
    first = plans[0]
    for plan in plans:
        if plan_months(plan) != plan_months(first):
            raise UnreadableError(
                f"El plan de “{unit_name(plan)}” va de {calendar.from_to(plan_months(plan))} y el "
                f"de “{unit_name(first)}” va de {calendar.from_to(plan_months(first))}: no caben "
                "en el mismo informe. Corrija el primer mes del que esté mal o lleve cada plan a "
                "un archivo propio."
            )
