"""What an activity plans in the year, in the words of the outline and of its details."""

from __future__ import annotations

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Activity
from poadesk.plan.phrases import counted
from poadesk.plan.schedule import has_quantities, is_marked, planned, total


def year_words(activity: Activity) -> str:
    """Return the year in short: `2,400 avisos`, `4 meses`, or "" where nothing is planned."""
    if not is_marked(activity):
        amount = activity.annual_target_thousandths
        amount = total(activity) if amount is None else amount
        return counted(amount, activity.unit_of_measure) if amount else ""
    if activity.annual_target_thousandths is not None:
        return show_quantity(activity.annual_target_thousandths)
    months = len(planned(activity))
    return _months(months) if months else ""


def sum_words(activity: Activity) -> tuple[str, str]:
    """Return the sum of the months against the target, in words, and its tone.

    The tone is `ok`, `warn` or "" where there is nothing to compare.
    """
    months, target = planned(activity), activity.annual_target_thousandths
    if not months:
        return "Todavía no hay meses marcados.", ""
    if is_marked(activity):
        return f"{_months(len(months))} {'marcado' if len(months) == 1 else 'marcados'} con X", ""
    if not has_quantities(activity):
        return f"Suma {show_quantity(total(activity))}, sin unidad de medida", "warn"
    return _against(total(activity), target)


def _against(amount: int, target: int | None) -> tuple[str, str]:
    summed = f"Suma {show_quantity(amount)}"
    if target is None:
        return f"{summed}; falta escribir la meta anual", ""
    if amount == target:
        return f"{summed}: coincide con la meta anual", "ok"
    if amount < target:
        missing = target - amount
        verb = "falta" if missing == 1000 else "faltan"
        return f"{summed}: {verb} {show_quantity(missing)} para {show_quantity(target)}", "warn"
    beyond = amount - target
    verb = "sobra" if beyond == 1000 else "sobran"
    return f"{summed}: {verb} {show_quantity(beyond)} de {show_quantity(target)}", "warn"


def _months(count: int) -> str:
    return f"{count} {'mes' if count == 1 else 'meses'}"
