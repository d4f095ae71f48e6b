"""What stands at the right of the title: the cut-off, physical or financial, fills and settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.tracking.screen.words import deadline_words
from poadesk.tracking.standing import Scope
from poadesk.widgets.buttons import icon_button, menu_button
from poadesk.widgets.grid_text import text_width
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.screen import Screen
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

_GAP = 8  # pixels between the buttons
_TIGHT, _LEAST_WORDS = 600, 110  # pixels of the heading, and of what stands beside its buttons


class TrackingHeader(QObject):
    """The buttons of the screen. `cut_off_chosen` carries a month, `kind_chosen` a kind.

    `fills` is filled by the screen whenever it opens.
    """

    cut_off_chosen = Signal(str)
    kind_chosen = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._fill_words = "Como se programó"
        self.months = menu("Corte", screen)
        self.cut_off = menu_button("Corte", self.months)
        self.kinds = Segments([("physical", "Físico"), ("financial", "Financiero")], "Ver")
        self.fills = menu("Como se programó", screen)
        self.fill = menu_button("Como se programó", self.fills, icon="copy")
        # A click must leave the focus, and with it the frame, on the cells that will be filled.
        self.fill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more_menu = menu("", screen)
        self.more = icon_button("more", "Más: lo que falta, ajustes", self._open_more)
        self.kinds.changed.connect(self.kind_chosen.emit)
        self._put_into(screen.header_buttons)

    def _put_into(self, row: QHBoxLayout) -> None:
        for widget in self.buttons():
            row.addWidget(widget)

    def buttons(self) -> tuple[QWidget, ...]:
        """Return all of them, from left to right."""
        return self.cut_off, self.kinds, self.fill, self.more

    def fit(self, room: int, scope: Scope) -> str:
        """Name the buttons in as many words as `room` pixels allow; return what stands beside.

        That is the deadline of the cut-off month, or nothing where there is no room left.
        """
        is_tight = room < theme().px(_TIGHT)
        month = calendar.name(scope.period.until)
        self.cut_off.set_words(f"Corte: {month[:3] if is_tight else month}")
        self.fill.set_words("Rellenar" if is_tight else self._fill_words)
        if self._room_beside(room) < 0:  # the sign alone; its name stays for screen readers
            self.fill.set_words("")
        self.fill.setAccessibleName(self._fill_words)
        beside = self._room_beside(room)
        words = deadline_words(scope)
        if text_width(words, "grid") > beside:
            words = deadline_words(scope, short=True)
        return "" if beside < theme().px(_LEAST_WORDS) else words

    def _room_beside(self, room: int) -> int:
        return room - sum(one.sizeHint().width() + _GAP for one in self.buttons()) - _GAP

    def show_kind(self, is_money: bool) -> None:
        """Name the fill after what it copies."""
        self._fill_words = "Como se presupuestó" if is_money else "Como se programó"
        self.fill.set_words(self._fill_words)

    def show_cut_off(self, months: tuple[str, ...], chosen: str) -> None:
        """Show the chosen month, and offer the others."""
        self.cut_off.set_words(f"Corte: {calendar.name(chosen)}")
        self.months.clear()
        group = QActionGroup(self.months)
        several = len(calendar.years(months)) > 1
        for month in months:
            words = calendar.name_with_year(month) if several else calendar.name(month)
            action = add_entry(self.months, words.capitalize(), self._choosing(month))
            action.setCheckable(True)
            action.setChecked(month == chosen)
            group.addAction(action)

    def _choosing(self, month: str) -> Callable[[], None]:
        return lambda: self.cut_off_chosen.emit(month)

    def _open_more(self) -> None:
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        size = self.more_menu.sizeHint()
        corner.setX(corner.x() - size.width() + 1)
        self.more_menu.popup(corner)
