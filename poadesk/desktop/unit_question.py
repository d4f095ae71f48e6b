"""Asks for which unit a plan is, among those that the planning office has written down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.desktop.find_line import FindLine
from poadesk.desktop.unit_list import Unit, UnitList, count_words, with_words
from poadesk.plan.model import CatalogueItem
from poadesk.widgets.dialogs import Question
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_WIDE, _HIGH = 460, 260  # pixels of the list at 100 % text size
_CHOICES = [
    ("leave", "Ahora no"),
    ("later", "Escribirla después"),
    ("begin", "Empezar el plan"),
]


def ask_for_unit(parent: QWidget, items: Sequence[CatalogueItem]) -> CatalogueItem | None:
    """Return the unit that the person chose: a nameless one to write it later, None to leave."""
    question = UnitQuestion(parent, items)
    question.exec()
    chosen, unit = question.chosen, question.units.picked_item()
    question.deleteLater()
    if chosen == "begin":
        return unit
    return CatalogueItem(id="") if chosen == "later" else None


class UnitQuestion(Question):
    """The question, with the units to search in."""

    def __init__(self, parent: QWidget, items: Sequence[CatalogueItem]) -> None:
        self.units = _Units(items)
        super().__init__(
            parent,
            "¿De qué unidad es el plan?",
            "Estas son las unidades que escribió Planificación. Elija la suya.",
            _CHOICES,
            icon="inbox",
            inside=self.units,
        )
        # A click only chooses here: the button says what will happen.
        self.units.list.clicked.disconnect()
        self.units.list.doubleClicked.connect(lambda _: self._choose("begin"))
        self.units.list.picked.connect(lambda _: self._choose("begin"))
        self.units.words.entered.connect(lambda _: self._choose("begin"))
        self.units.words.setFocus()
        self.units.changed_to = self._allow
        self._allow()

    def _allow(self) -> None:
        self.buttons["begin"].setEnabled(self.units.picked_item() is not None)

    def _choose(self, key: str) -> None:
        if key != "begin" or self.units.picked_item() is not None:
            super()._choose(key)


class _Units(QWidget):
    """A field to search and the units below it."""

    def __init__(self, items: Sequence[CatalogueItem]) -> None:
        super().__init__()
        self._items = {item.id: item for item in items}
        self._units = [Unit(item.id, item.name, item.code, False, item.code) for item in items]
        self.changed_to = lambda: None
        self.words = FindLine("Qué unidad buscar", "Buscar su unidad", "search")
        self.list = UnitList()
        self.list.setAccessibleName("Unidades de la municipalidad")
        self.nothing = label("Ninguna unidad dice eso. Puede escribirla después.", "grid", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.words, self.list, self.nothing):
            column.addWidget(widget)
        self.list.setMinimumSize(theme().px(_WIDE), theme().px(_HIGH))
        self.words.textChanged.connect(lambda _: self._show())
        self.words.walked.connect(lambda by: self.list.choose(self.list.chosen() + by))
        self._show()

    def picked_item(self) -> CatalogueItem | None:
        """Return the chosen unit, or None where none is in sight."""
        at = self.list.chosen()
        return self._items[self.list.rows.entries[at].plan_id] if at >= 0 else None

    def _show(self) -> None:
        found = with_words(self._units, self.words.text())
        self.list.show_units(found)
        self.nothing.setVisible(not found)
        total = count_words(len(self._units))
        self.words.show_count(f"{len(found)} de {total}" if self.words.text().strip() else total)
        self.changed_to()
