"""Finds words in every text of the open plan, goes there, and replaces them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from poadesk.desktop.find_line import FindLine
from poadesk.desktop.found_list import MOST_SHOWN, FoundList
from poadesk.desktop.no_places import NoPlaces
from poadesk.plan.fields import UnreadableError
from poadesk.plan.office_searching import places_in_sight
from poadesk.plan.phrases import quoted
from poadesk.plan.searching import FoundPlace, replaceable, suggestions
from poadesk.widgets.buttons import Button
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import SHADOW, Overlay
from poadesk.widgets.theme import theme
from poadesk.writing import replacing

_WIDTH = 600
_MOST_WORDS = 200
_GO = ("Enter", "ir")
_LEAVE = ("Esc", "cerrar")


class FindPopup(Overlay):
    """The search. `go` shows a place of the plan; `replaced` says what was done."""

    replaced = Signal(str)

    def __init__(
        self, window: QWidget, open_plan: OpenPlan, go: Callable[[FoundPlace], object]
    ) -> None:
        super().__init__(window, "Buscar en el plan")
        self._open_plan = open_plan
        self._go = go
        self._places: list[FoundPlace] = []
        self.words = FindLine("Qué buscar", "Buscar en el plan", "search")
        self.words.setMaxLength(_MOST_WORDS)
        self.by = FindLine("Por qué reemplazarlo", "Reemplazar por", "pencil")
        self.by.setMaxLength(_MOST_WORDS)
        self.one = Button("Reemplazar este", "normal")
        self.all = Button("", "primary")
        self.list = FoundList()
        self.nothing = NoPlaces()
        self._replace_line = QWidget()
        self._hints = HintBar("surface")
        self._lay_out()
        self._connect()

    def look_for(self, words: str, replacing_too: bool = False) -> None:
        """Open the panel with these words, chosen so that typing writes over them."""
        self._open_plan.save_waiting()
        self._replace_line.setVisible(replacing_too and not self._open_plan.read_only)
        self.words.setText(words)
        self.words.selectAll()
        self._search()
        self.open(self.by if self.is_replacing() and self._places else self.words)

    def show_replacing(self, on: bool) -> None:
        """Show or hide the line that says by what to replace; a plan only to read has none."""
        self._replace_line.setVisible(on and not self._open_plan.read_only)
        (self.by if self.is_replacing() and self._places else self.words).setFocus()
        self._show_hints()
        self.place()

    def is_replacing(self) -> bool:
        """Say whether the line for replacing is there."""
        return not self._replace_line.isHidden()

    def place(self) -> None:
        """Stand in the middle over the menu row, as high as what was found needs."""
        room = self._over.rect()
        width = min(theme().px(_WIDTH), room.width() - 16) + 2 * SHADOW
        self.list.setFixedWidth(width - 2 * SHADOW - 16)
        self.list.setFixedHeight(self.list.height_wanted(round(room.height() * 0.6)))
        self.fit_height(width)
        self.move((room.width() - width) // 2, 6 - SHADOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._replace_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.by, 1)
        line.addWidget(self.one)
        line.addWidget(self.all)
        self._replace_line.hide()
        for widget in (self.words, self._replace_line, self.list, self.nothing, self._hints):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _: self._search())
        self.by.textChanged.connect(lambda _: self._show_buttons())
        for line in (self.words, self.by):
            line.walked.connect(self._walk)
        self.words.entered.connect(lambda _: self._jump())
        self.by.entered.connect(lambda all_: self._replace_all() if all_ else self._replace_one())
        self.one.clicked.connect(lambda: self._replace_one())
        self.all.clicked.connect(lambda: self._replace_all())
        self.list.clicked.connect(lambda _: self._jump())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.nothing.wanted.connect(self._search_instead)
        self._open_plan.changed.connect(self._follow)

    def _search(self) -> None:
        words = self.words.text().strip()
        plan = self._open_plan.plan
        self._places = places_in_sight(plan, self._open_plan.plans, words)
        self.list.rows.show_places(self._places)
        self.list.setVisible(bool(self._places))
        self.list.choose(0)
        self.nothing.setVisible(not self._places)
        if not self._places:
            self.nothing.show_words(words, suggestions(plan, words))
        self._show_count()
        self._show_buttons()
        self._show_hints()
        self.place()

    def _search_instead(self, words: str) -> None:
        self.words.setText(words)
        self.words.setFocus()

    def _follow(self) -> None:
        """Show what there is after a change of the plan, near the row that was chosen."""
        if self.isVisible():
            row = self.list.chosen()
            self._search()
            self.list.choose(row)

    def _walk(self, by: int) -> None:
        self.list.choose(self.list.chosen() + by)

    def _jump(self) -> None:
        place = self.list.chosen_place()
        if place is not None:
            self.leave(give_back=False)
            self._go(place)

    def _replace_one(self) -> None:
        chosen = self.list.chosen_place()
        if chosen is not None and self._may_replace(chosen):
            self._replace([chosen])

    def _replace_all(self) -> None:
        places = self._replaceable()
        if places and self._replace(places):
            self.leave()

    def _replaceable(self) -> list[FoundPlace]:
        return [place for place in replaceable(self._places) if self._may_replace(place)]

    def _may_replace(self, place: FoundPlace) -> bool:
        """Say whether the words stand there as a phrase, and are this person's to change."""
        is_fixed = self._open_plan.reading.why_fixed(place.id, place.field)
        return place.is_phrase and not is_fixed

    def _replace(self, places: list[FoundPlace]) -> bool:
        """Replace as one step and say so; say whether it was written."""
        words, by = self.words.text().strip(), self.by.text()
        places = replacing.changing(places, words, by)
        if not places:
            self._hints.show_status(f"No cambió nada: ya dice {quoted(by)}.")
            return False
        count = len(places)
        try:
            done = self._open_plan.act(
                replacing.named(words, by, count),
                lambda step, _: replacing.replace(step, places, words, by),
            )
        except UnreadableError as error:
            self._hints.show_status(str(error))
            return False
        if done:
            self.replaced.emit(replacing.named(words, by, count, infinitive=False))
        return bool(done)

    def _show_count(self) -> None:
        count = len(self._places)
        words = "1 lugar" if count == 1 else f"{count:,} lugares" if count else ""
        self.words.show_count(f"{MOST_SHOWN} de {words}" if count > MOST_SHOWN else words)

    def _show_buttons(self) -> None:
        self._hints.show_status("")
        chosen = self.list.chosen_place()
        count = len(self._replaceable())
        self.one.setEnabled(chosen is not None and self._may_replace(chosen))
        self.all.setEnabled(count > 0)
        self.all.set_words(f"Reemplazar los {count:,}" if count > 1 else "Reemplazar todo")
        spoken = self.list.rows.spoken(self.list.rows.entries[self.list.chosen()]) if chosen else ""
        self.words.setAccessibleDescription(spoken)

    def _show_hints(self) -> None:
        if self.is_replacing():
            hints = [("Enter", "reemplazar este"), ("Ctrl+Enter", "reemplazar todo"), _LEAVE]
        elif self._open_plan.read_only:
            hints = [_GO, _LEAVE]
        else:
            hints = [_GO, ("Ctrl+R", "reemplazar"), _LEAVE]
        self._hints.show_hints(hints)
