"""What the cronograma says in words: sums against targets, its subtitle, its cells read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from poadesk.plan import schedule
from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Activity
from poadesk.plan.phrases import plural, spelled
from poadesk.plan.profiles import Noun
from poadesk.plan.schedule import MARK
from poadesk.quick_dataclass import dataclass
from poadesk.writing.screen.schedule.columns import Columns

OK, WARN, PLAIN = "ok", "warn", ""


@dataclass(frozen=True, slots=True)
class Sum:
    """What an activity adds up to. `tone` is ok, warn or empty; `short` is for narrow windows."""

    figure: str
    unit: str
    verdict: str = ""
    tone: str = PLAIN
    short: str = ""

    @property
    def spoken(self) -> str:
        """Return the sum as one line to be read aloud."""
        first = f"{self.figure} {self.unit}".strip()
        return f"{first}, {self.verdict}" if self.verdict else first


def sum_of(activity: Activity, by_week: bool = False) -> Sum:
    """Return the sum of an activity's months beside its annual target."""
    months = schedule.planned(activity)
    if not months:
        return _sum_of_nothing(activity)
    unit = " ".join(activity.unit_of_measure.split())
    total = sum(months.values())
    if unit:
        figure, what = show_quantity(total), unit if total == MARK else plural(unit)
    elif schedule.is_marked(activity):
        figure, what = f"{len(months)}", "mes" if len(months) == 1 else "meses"
    else:
        return Sum(show_quantity(total), "", "sin unidad de medida", WARN, "sin unidad")
    target = activity.annual_target_thousandths
    if target is not None:
        return _against_target(figure, what, activity, target, total)
    if unit:
        return Sum(figure, what, "sin meta anual", short=what)
    return Sum(figure, what, *_marked_with(activity, by_week))


def value_of_cell(thousandths: int, has_unit: bool) -> str:
    """Return what stands in a month: `240`, or `X` for 1 of an activity without a unit."""
    return "X" if thousandths == MARK and not has_unit else show_quantity(thousandths)


def subtitle(sums: Sequence[Sum], activity: Noun) -> str:
    """Count in words how far the cronograma is, from the sums of the active activities."""
    empty = sum(1 for each in sums if not each.figure)
    apart = sum(1 for each in sums if each.figure and each.tone == WARN and not _no_unit(each))
    ready = sum(1 for each in sums if each.figure and each.tone != WARN)
    parts = [_ready(ready, len(sums), activity)]
    if apart:
        ending = "suma no coincide" if apart == 1 else "sumas no coinciden"
        parts.append(f"{spelled(apart, feminine=True)} {ending} con su meta anual")
    if empty:
        ending = "no tiene meses" if empty == 1 else "no tienen meses"
        parts.append(f"{spelled(empty, feminine=True)} {ending}")
    bare = sum(1 for each in sums if _no_unit(each))
    if bare:
        pronoun = "le" if bare == 1 else "les"
        parts.append(f"a {spelled(bare, feminine=True)} {pronoun} falta la unidad de medida")
    return " · ".join(parts)


def cell_aloud(values: Mapping[int, int], column: int, columns: Columns, has_unit: bool) -> str:
    """Describe a cell: `marzo, 240, dentro de una barra de febrero a noviembre`."""
    name = columns.name(column)
    if column not in values:
        return f"{name}, vacía" if columns.by_week else f"{name}, vacío"
    shown = "marcada" if columns.by_week else value_of_cell(values[column], has_unit)
    first, last = bar_around(values, column)
    if first == last:
        return f"{name}, {shown}"
    ends = f"{columns.name(first)} a {columns.name(last)}"
    return f"{name}, {shown}, dentro de una barra de {ends}"


def bar_around(values: Mapping[int, int], column: int) -> tuple[int, int]:
    """Return the first and last column of the bar that holds a marked column."""
    first = last = column
    while first - 1 in values:
        first -= 1
    while last + 1 in values:
        last += 1
    return first, last


def _sum_of_nothing(activity: Activity) -> Sum:
    target = activity.annual_target_thousandths
    if not target:
        return Sum("", "Sin meses")
    aim = show_quantity(target)
    return Sum("", "Sin meses", f"meta anual de {aim} sin repartir", WARN, f"{aim} al año")


def _against_target(figure: str, what: str, activity: Activity, target: int, total: int) -> Sum:
    if target in (total, _weeks_alone(activity)):
        return Sum(figure, what, "igual a la meta anual", OK, what)
    apart = show_quantity(abs(target - total))
    verb, joint = ("falta", "para") if total < target else ("sobra", "de")
    verb += "" if abs(target - total) == MARK else "n"
    verdict = f"{verb} {apart} {joint} {show_quantity(target)}"
    return Sum(figure, what, verdict, WARN, f"{verb} {apart}")


def _weeks_alone(activity: Activity) -> int | None:
    """Return the marked weeks in thousandths, where no month carries a quantity of its own."""
    if not activity.weeks or any(record.planned_thousandths for record in activity.months):
        return None
    return len(activity.weeks) * MARK


def _marked_with(activity: Activity, by_week: bool) -> tuple[str, str, str]:
    if not by_week or not activity.weeks:
        return "marcada con X", PLAIN, "con X"
    count = len(activity.weeks)
    word = "1 semana" if count == 1 else f"{count} semanas"
    return f"{word} en total", PLAIN, word


def _no_unit(each: Sum) -> bool:
    return not each.unit


def _ready(ready: int, count: int, activity: Noun) -> str:
    if ready == count:
        one = f"La {activity.one} está lista"
        return one if count == 1 else f"Las {count} {activity.many} están listas"
    return f"{ready} de {activity.counted(count)} {'lista' if count == 1 else 'listas'}"
