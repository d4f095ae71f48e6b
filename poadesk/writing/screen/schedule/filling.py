"""The fills offered for the chosen part of the cronograma, with what each of them says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import WEEKS_IN_A_MONTH
from poadesk.plan.phrases import counted
from poadesk.plan.profiles import Noun, Profile
from poadesk.plan.schedule import MARK
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import fills
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.block import Block, Wanted, fill_line
from poadesk.writing.screen.schedule.rows import ScheduleRow

_BY_MONTHS = (
    (1, "Todos los meses"),
    (2, "Cada dos meses"),
    (3, "Cada trimestre"),
    (6, "Cada semestre"),
)
_BY_WEEKS = (
    (1, "Todas las semanas"),
    (2, "Cada dos semanas"),
    (4, "Una semana al mes"),
    (12, "Una semana al trimestre"),
    (24, "Una semana al semestre"),
)


@dataclass(frozen=True, slots=True)
class Fill:
    """An entry of the menu. One that cannot be done has no `work`; `line` then says why.

    `label` names the step; `strip` shows where the marks will stand.
    """

    words: str
    sign: str
    label: str
    work: Callable[[], Wanted] | None
    line: str = ""
    key: str = ""
    strip: tuple[bool, ...] = ()

    def apply(self, open_plan: OpenPlan, block: Block) -> None:
        """Do it, as one step."""
        if self.work is not None:
            commands.put(open_plan, block.columns, self.work(), self.label)


def fills_for(
    open_plan: OpenPlan, block: Block, at: int, above: ScheduleRow | None
) -> list[list[Fill]]:
    """Return the entries of the menu in groups; `at` is the column of the current cell."""
    named = commands.activities_named(open_plan, (row.id for row in block.rows))
    return [
        _patterns(block, at, named),
        [_sharing(block, named, open_plan.words), copying(block, above, named)],
        [_clearing(block, named)],
    ]


def copying(block: Block, above: ScheduleRow | None, named: str) -> Fill:
    """Return the fill that copies the row above into every chosen row."""
    words, key = "Copiar de la fila de arriba", "Ctrl+J"
    label = f"Copiar la fila de arriba en {named}"
    if above is None:
        return Fill(words, "corner-down", label, None, "Esta es la primera fila.", key)
    source = fill_line(above, block.columns)

    def copy() -> Wanted:
        return {
            row.id: fills.copied(source, fill_line(row, block.columns), block.filled_span)
            for row in block.rows
        }

    return Fill(words, "corner-down", label, copy, key=key)


def _patterns(block: Block, at: int, named: str) -> list[Fill]:
    span = block.filled_span
    patterns = _BY_WEEKS if block.columns.by_week else _BY_MONTHS
    result = []
    for period, words in patterns:
        places = fills.places_every(period, span, block.is_whole)
        result.append(_pattern(block, places, words, "repeat", named, period))
    once = at if block.is_whole else span.start
    return [*result, _pattern(block, (once,), "Una sola vez", "target", named)]


def _pattern(
    block: Block, places: Sequence[int], words: str, sign: str, named: str, period: int = 0
) -> Fill:
    def fill() -> Wanted:
        return {
            row.id: fills.at_places(fill_line(row, block.columns), block.filled_span, places)
            for row in block.rows
        }

    label = f"Rellenar {named}: {words[0].lower()}{words[1:]}"
    return Fill(words, sign, label, fill, strip=_strip(block, places, period))


def _strip(block: Block, places: Sequence[int], period: int) -> tuple[bool, ...]:
    """Show the months of the year; weeks that come back within a month show one month."""
    columns = block.columns
    if columns.by_week and 0 < period <= WEEKS_IN_A_MONTH:
        return tuple((week + 1) % period == 0 for week in range(WEEKS_IN_A_MONTH))
    months = {columns.month(place) for place in places}
    return tuple(month in months for month in columns.months)


def _sharing(block: Block, named: str, words: Profile) -> Fill:
    whose = "la meta anual" if len(block.rows) == 1 else "las metas anuales"
    fill = partial(Fill, f"Repartir {whose} por igual", "equal", f"Repartir {whose} de {named}")
    wanted = {} if block.columns.by_week else _shares(block)
    if not wanted:
        return fill(None, _why_not(block, words))
    return fill(lambda: wanted, _line(block, wanted, words.noun("activity")))


def _shares(block: Block) -> Wanted:
    result = {}
    for row in block.rows:
        filling = fills.shared_target(
            fill_line(row, block.columns), block.filled_span, _places(block, row)
        )
        if filling:
            result[row.id] = filling
    return result


def _places(block: Block, row: ScheduleRow) -> tuple[int, ...]:
    line = fill_line(row, block.columns)
    return fills.places_to_share(line, block.filled_span, block.is_whole)


def _line(block: Block, wanted: Wanted, activity: Noun) -> str:
    """Say what is shared: `2,400 avisos ÷ 10 meses = 240 al mes`."""
    if len(block.rows) > 1:
        return _several(len(block.rows), len(wanted), activity)
    row = block.rows[0]
    line, places = fill_line(row, block.columns), _places(block, row)
    missing = line.missing(block.filled_span)
    what = counted(missing, row.activity.unit_of_measure if row.activity else "")
    if missing != line.target:
        what += " que falta" if missing == MARK else " que faltan"
    months = "1 mes" if len(places) == 1 else f"{len(places)} meses"
    shares = sorted(set(fills.spread(missing, len(places))))
    each = " o ".join(show_quantity(share) for share in shares)
    return f"{what} ÷ {months} = {each} al mes"


def _several(count: int, sharing: int, activity: Noun) -> str:
    if sharing == count:
        return f"Cada {activity.one} reparte su propia meta anual"
    rest = "las otras no tienen" if count - sharing > 1 else "la otra no tiene"
    return f"{sharing} de {activity.counted(count)}; {rest} qué repartir"


def _why_not(block: Block, words: Profile) -> str:
    if block.columns.by_week:
        return "Por semanas solo se marca; las cantidades van por meses."
    if not any(fill_line(row, block.columns).target for row in block.rows):
        return f"Escriba antes la meta anual, en {words.goals_and_activities}."
    return "Los otros meses ya suman la meta anual."


def _clearing(block: Block, named: str) -> Fill:
    def fill() -> Wanted:
        return block.everywhere(fills.cleared(block.filled_span))

    if block.is_whole:
        rows = "esta fila" if len(block.rows) == 1 else "estas filas"
        return Fill(f"Vaciar {rows}", "close", f"Vaciar {named}", fill)
    chosen = "las semanas elegidas" if block.columns.by_week else "los meses elegidos"
    label = f"Vaciar {chosen} de {named}"
    return Fill(f"Vaciar {chosen}", "close", label, fill, key="Supr")
