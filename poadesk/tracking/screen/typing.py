"""Typing of amounts in the tracking grid."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect

from poadesk.plan import calendar
from poadesk.tracking.screen import commands
from poadesk.tracking.screen.clipboard import read_amount
from poadesk.tracking.screen.rows import Place
from poadesk.tracking.screen.table import TrackingTable
from poadesk.tracking.screen.words import FIELD_WORDS, amount_words
from poadesk.widgets.grid_typing import GridTyping, TypedCell
from poadesk.widgets.open_plan import OpenPlan


class AmountTyping(GridTyping):
    """What was done or spent in a month, in thousandths or cents; nothing: it is not known."""

    def __init__(self, view: TrackingTable, open_plan: OpenPlan) -> None:
        super().__init__(view, open_plan)
        self._table = view

    def begin(self, place: Place, text: str) -> None:
        """Type an amount, beginning with `text`."""
        number = self._open_plan.number(place.activity_id)
        name = f"{FIELD_WORDS[place.field]} en {calendar.name(place.month)} de {number}"
        typed = TypedCell(
            spot=(place.field, place.activity_id, place.month),
            name=name.capitalize(),
            step="tracking",
            read=partial(read_amount, field=place.field),
            save=partial(commands.write, self._open_plan, place),
            area=partial(self._area, place),
        )
        self.type_in(typed, text)

    def begin_with_present(self, place: Place) -> None:
        """Type on in what is recorded."""
        value = commands.amount_at(self._open_plan, place)
        self.begin(place, "" if value is None else amount_words(value, place.field))

    def _area(self, place: Place) -> QRect | None:
        index = self._table.tracking.index_of(place.activity_id, place.month)
        return self._table.line_area(index) if index.isValid() else None
