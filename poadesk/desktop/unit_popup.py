"""The panel in which a person goes to another unit of the file, found by typing where many are."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from poadesk.desktop.find_line import FindLine
from poadesk.desktop.unit_list import UnitList, count_words, units_of, with_words
from poadesk.plan.office import plans_of_units
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import SHADOW, Overlay
from poadesk.widgets.theme import theme

MOST_WITHOUT_SEARCH = 12
_MOST_WORDS = 200
_WIDTH = 400


class UnitPopup(Overlay):
    """The units of an open plan file, below the button `below` that names the one in sight."""

    def __init__(self, window: QWidget, open_plan: OpenPlan, below: QWidget) -> None:
        super().__init__(window, "Elegir la unidad")
        self._open_plan = open_plan
        self._below = below
        self._units = units_of(plans_of_units(open_plan.plans), open_plan.plan.id)
        self.words = FindLine("Qué unidad buscar", "Buscar una unidad", "search")
        self.words.setMaxLength(_MOST_WORDS)
        self.list = UnitList()
        self.nothing = label("", "grid", "text2")
        self.nothing.setContentsMargins(10, 8, 10, 8)
        self._hints = HintBar("surface")
        self._hints.show_hints([("↑ ↓", "elegir"), ("Enter", "ir"), ("Esc", "cerrar")])
        for widget in (self.words, self.list, self.nothing, self._hints):
            self.column.addWidget(widget)
        self.words.setVisible(len(self._units) > MOST_WITHOUT_SEARCH)
        self.words.textChanged.connect(lambda _: self._show())
        self.words.walked.connect(lambda by: self.list.choose(self.list.chosen() + by))
        self.words.entered.connect(lambda _: self.list.pick())
        self.list.picked.connect(self._go)
        self._show()

    def show_units(self) -> None:
        """Open the panel with the unit in sight chosen."""
        self.open(self.list if self.words.isHidden() else self.words)
        self.list.scrollTo(self.list.currentIndex(), UnitList.ScrollHint.PositionAtCenter)

    def place(self) -> None:
        """Stand below the button, as high as the units need and the window allows."""
        room = self._over.rect()
        corner = self._below.mapTo(self._over, QPoint(0, self._below.height()))
        width = min(theme().px(_WIDTH), room.width() - 16) + 2 * SHADOW
        self.list.setFixedWidth(width - 2 * SHADOW - 16)
        below = room.height() - corner.y() - theme().px(112)
        self.list.setFixedHeight(self.list.height_wanted(max(theme().px(120), below)))
        self.fit_height(width)
        top = min(corner.y() + 4, room.height() - self.height() + 2 * SHADOW - 8)
        self.move(max(8, corner.x()) - SHADOW, max(8, top) - SHADOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()

    def _show(self) -> None:
        words = self.words.text().strip()
        found = with_words(self._units, words)
        self.list.show_units(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(f"Ninguna unidad de este archivo dice “{words}”.")
        total = count_words(len(self._units))
        self.words.show_count(f"{len(found)} de {total}" if words else total)
        self._speak()
        self.place()

    def _speak(self) -> None:
        """Say the chosen unit where the focus stays in the field above the list."""
        row = self.list.chosen()
        rows = self.list.rows
        self.words.setAccessibleDescription(rows.spoken(rows.entries[row]) if row >= 0 else "")

    def _go(self, plan_id: str) -> None:
        self.leave()
        self._open_plan.choose(plan_id)
