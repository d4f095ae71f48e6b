"""Which two revisions are compared, of which unit, and which kinds of difference are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.comparing import ADDED, CHANGED, MOVED, REMOVED
from poadesk.plan.model import Plan
from poadesk.printing.screen.compare.sources import CURRENT, Source
from poadesk.widgets.bound_field import ChoiceBox
from poadesk.widgets.buttons import button, icon_button
from poadesk.widgets.labels import label, tooltip
from poadesk.widgets.pills import Pills, PillWords
from poadesk.widgets.theme import theme

ANOTHER_FILE = "another file"
_ANOTHER = "Otro archivo…"
_ALL = ""
_KINDS = {ADDED: "Agregadas", REMOVED: "Quitadas", MOVED: "Movidas", CHANGED: "Cambiadas"}
_LEAST_LETTERS = 12
_AT_THE_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class CompareBar(QWidget):
    """`chosen` when other revisions are wanted, `unit_chosen` with the id of a plan.

    `file_wanted` carries the side, old (0) or new (1), for which another file is asked.
    """

    chosen = Signal()
    unit_chosen = Signal(str)
    kind_chosen = Signal(str)
    file_wanted = Signal(int)
    all_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.unit = _box("Unidad")
        self.sides = (_box("Antes"), _box("Ahora"))
        self.swap = icon_button("swap", "Cambiar de lado las dos revisiones", self._swap)
        self.pills = Pills("Filtrar por clase de diferencia")
        self.all = button("Marcar todas", "quiet", None, lambda: self.all_wanted.emit(True))
        self.none = button("Quitar las marcas", "quiet", None, lambda: self.all_wanted.emit(False))
        self._keys = ["", CURRENT]
        self._lay_out()
        self.unit.activated.connect(lambda _: self.unit_chosen.emit(self.unit.currentData()))
        self.pills.changed.connect(self.kind_chosen)
        for side, box in enumerate(self.sides):
            box.activated.connect(lambda _, side=side: self._choose(side))

    @property
    def keys(self) -> tuple[str, str]:
        """Return the keys of the two revisions, the old one first; "" for none."""
        return self._keys[0], self._keys[1]

    def show_units(self, plans: Sequence[Plan], chosen: str) -> None:
        """Offer the plans of several units; a single one is no choice."""
        self.unit.clear()
        for plan in plans:
            self.unit.addItem(" ".join(plan.unit.split()) or "(sin nombre)", plan.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        self._unit.setVisible(len(plans) > 1)

    def show_sources(self, sources: Sequence[Source], old: str, new: str) -> None:
        """Offer these revisions with two of them chosen, without telling."""
        self._keys = [old, new]
        for box, key in zip(self.sides, self._keys, strict=True):
            box.clear()
            for source in sources:
                box.addItem(source.name, source.key)
            box.addItem(_ANOTHER, ANOTHER_FILE)
            box.setCurrentIndex(box.findData(key) if key else -1)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Offer each kind of difference there is, with how many there are."""
        pills = [PillWords(_ALL, "Todas", sum(counts.values()))]
        pills += [PillWords(key, word, counts[key]) for key, word in _KINDS.items() if counts[key]]
        before = self.pills.value
        self.pills.set_pills(pills, before)
        self.pills.setVisible(len(pills) > 2)
        if self.pills.value != before:
            self.kind_chosen.emit(self.pills.value)

    def show_choice(self, can_choose: bool, has_chosen: bool) -> None:
        """Offer to mark all, or to take the marks away, where marks mean something."""
        self.all.setVisible(can_choose)
        self.none.setVisible(can_choose)
        self.none.setEnabled(has_chosen)

    def set_tight(self, is_tight: bool, is_low: bool) -> None:
        """Put the marking below the pills for want of width, and leave it to keys of height."""
        self._second.setDirection(
            QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        )
        self._marking.setVisible(not (is_tight and is_low))

    def _choose(self, side: int) -> None:
        box = self.sides[side]
        key = box.currentData()
        if key == ANOTHER_FILE:
            box.setCurrentIndex(box.findData(self._keys[side]) if self._keys[side] else -1)
            self.file_wanted.emit(side)
            return
        self._keys[side] = key
        self.chosen.emit()

    def _swap(self) -> None:
        self._keys.reverse()
        for box, key in zip(self.sides, self._keys, strict=True):
            box.setCurrentIndex(box.findData(key) if key else -1)
        self.chosen.emit()

    def _lay_out(self) -> None:
        self._unit = _labelled("Unidad", self.unit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._unit, 1)
        row.addWidget(_labelled("Antes", self.sides[0]), 1)
        row.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(_labelled("Ahora", self.sides[1]), 1)
        self._marking = QWidget()
        marking = QHBoxLayout(self._marking)
        marking.setContentsMargins(0, 0, 0, 0)
        marking.addWidget(self.all)
        marking.addWidget(self.none)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(8)
        self._second.addWidget(self.pills, 1)
        self._second.addWidget(self._marking, 0, _AT_THE_TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addLayout(self._second)


def _box(name: str) -> QComboBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LEAST_LETTERS)
    box.setMaxVisibleItems(20)
    box.currentTextChanged.connect(lambda words: tooltip(box, words))
    return box


def _labelled(words: str, box: QComboBox) -> QWidget:
    result = QWidget()
    result.setMinimumWidth(theme().px(120))
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    over = label(words, "label", "text2")
    over.setBuddy(box)
    column.addWidget(over)
    column.addWidget(box)
    return result
