"""The menu "Como se programó": the month of the cut-off, what is chosen, or all that is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from poadesk.plan import calendar
from poadesk.tracking.screen import commands
from poadesk.tracking.screen.rows import TrackingRow
from poadesk.tracking.screen.view import TrackingView
from poadesk.widgets.icons import set_icon
from poadesk.widgets.labels import escaped
from poadesk.widgets.open_plan import OpenPlan


def offer_fills(
    target: QMenu,
    open_plan: OpenPlan,
    view: TrackingView,
    until: str,
    tell: Callable[[str], object],
) -> None:
    """Fill the menu for the lines in sight; each entry says how many cells it will record.

    `tell` takes a sentence about what was recorded, beside which it can be undone.
    """
    target.clear()
    model = view.tracking
    rows = [row for row in model.rows if row.activity is not None]
    month = calendar.name(until)
    past = model.months[: model.past]
    for words, months in (
        (f"Toda la columna de {month}", (until,)),
        (f"Todo lo que falta hasta {month}", past),
    ):
        fill = partial(_record, open_plan, view, rows, months, tell)
        _offer(target, words, commands.count_missing(rows, model.kind, months), fill)
    target.addSeparator()
    chosen = target.addAction("Lo seleccionado\tCtrl+J")
    chosen.setEnabled(view.block() is not None)
    chosen.triggered.connect(view.record_as_planned)


def _offer(target: QMenu, words: str, count: int, fill: Callable[[], None]) -> None:
    ending = f"{count:,} sin registrar" if count else "nada que registrar"
    action = target.addAction(escaped(f"{words}: {ending}"))
    action.setEnabled(bool(count))
    set_icon(action, "copy")
    action.triggered.connect(lambda: fill())


def _record(
    open_plan: OpenPlan,
    view: TrackingView,
    rows: Sequence[TrackingRow],
    months: Collection[str],
    tell: Callable[[str], object],
) -> None:
    kind = view.tracking.kind
    before = commands.count_missing(rows, kind, months)
    if view.may_edit() and commands.record_as_planned(
        open_plan, rows, months, kind, only_needed=True
    ):
        source = "se presupuestó" if kind.is_money else "se programó"
        cells = "1 casilla" if before == 1 else f"{before:,} casillas"
        verb = "Se registró" if before == 1 else "Se registraron"
        tell(f"{verb} {cells} como {source}.")
    view.setFocus()
