"""Typing of amounts in the tracking grid: one line at a time, kept over its cell."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from poadesk.plan import calendar
from poadesk.tracking.screen import commands
from poadesk.tracking.screen.clipboard import read_amount
from poadesk.tracking.screen.rows import Place
from poadesk.tracking.screen.table import TrackingTable
from poadesk.tracking.screen.words import FIELD_WORDS, amount_words
from poadesk.widgets.grid_editor import AmountEditor
from poadesk.widgets.open_plan import OpenPlan


class AmountTyping(QObject):
    """`moved` carries how many rows and columns to go on after an amount was saved."""

    moved = Signal(int, int)

    def __init__(self, view: TrackingTable, open_plan: OpenPlan) -> None:
        super().__init__(view)
        self._view = view
        self._open_plan = open_plan
        self._place: Place | None = None
        self.editor: AmountEditor | None = None
        open_plan.saving_wanted.connect(self.commit)

    def begin(self, place: Place, text: str) -> None:
        """Type an amount, beginning with `text`."""
        number = self._open_plan.number(place.activity_id)
        name = f"{FIELD_WORDS[place.field]} en {calendar.name(place.month)} de {number}"
        editor = AmountEditor(
            partial(read_amount, field=place.field),
            partial(commands.write, self._open_plan, place),
            name.capitalize(),
            self._view.viewport(),
        )
        editor.setText(text)
        editor.moved.connect(self.moved)
        editor.ended.connect(self._ended)
        self._place, self.editor = place, editor
        self.follow()
        editor.show()
        editor.setFocus()
        editor.end(False)

    def begin_with_present(self, place: Place) -> None:
        """Type on in what is recorded."""
        value = commands.amount_at(self._open_plan, place)
        self.begin(place, "" if value is None else amount_words(value, place.field))

    def commit(self) -> bool:
        """Save what is being typed; False when it must stay, and then it has the focus again."""
        if self.editor is None or self.editor.commit():
            return True
        self.editor.setFocus()
        return False

    def follow(self) -> None:
        """Keep the line over its cell; it goes away with it."""
        if self.editor is None or self._place is None:
            return
        index = self._view.tracking.index_of(self._place.activity_id, self._place.month)
        if index.isValid():
            self.editor.put_over(self._view.line_area(index))
        else:
            self.editor.end_typing()

    def _ended(self, had_focus: bool) -> None:
        self.editor = self._place = None
        if had_focus:
            self._view.setFocus()
