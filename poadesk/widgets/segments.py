"""Choice of two or three words, all of them in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from poadesk.widgets.labels import escaped
from poadesk.widgets.theme import theme


class Segments(QFrame):
    """Exclusive choice. `changed(value)` follows every change by the person."""

    changed = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]], name: str = "") -> None:
        super().__init__()
        self.setProperty("panel", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, (_, word) in enumerate(options):
            layout.addWidget(self._segment(place, word))
        self.set_name(name)
        self._group.buttons()[0].setChecked(True)
        self._group.idToggled.connect(self._tell)
        self._dress()
        theme().changed.connect(self._dress)

    @property
    def value(self) -> Any:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: Any) -> None:
        """Choose a value without saying so. ValueError if it is none of the options."""
        self._group.blockSignals(True)
        self._group.button(self._values.index(value)).setChecked(True)
        self._group.blockSignals(False)
        self._dress()

    def set_word(self, value: Any, word: str) -> None:
        """Say something else on a segment. ValueError if the value is none of the options."""
        self._group.button(self._values.index(value)).setText(escaped(word))
        self.set_name(self.accessibleName())

    def offer(self, value: Any, offered: bool) -> None:
        """Show a segment, or take it away while it is no choice. ValueError if it is none."""
        self._group.button(self._values.index(value)).setVisible(offered)

    def focus_chosen(self) -> None:
        """Put the focus on the chosen segment."""
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_name(self, name: str) -> None:
        """What is being chosen, for screen readers."""
        self.setAccessibleName(name)
        for segment in self._group.buttons():
            word = segment.text().replace("&&", "&")
            segment.setAccessibleName(f"{name}: {word}" if name else word)

    def _segment(self, place: int, word: str) -> QToolButton:
        segment = QToolButton()
        segment.setText(escaped(word))
        segment.setCheckable(True)
        segment.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(segment, place)
        return segment

    def _tell(self, place: int, checked: bool) -> None:
        self._dress()
        if checked:
            self.changed.emit(self._values[place])

    def _dress(self) -> None:
        for segment in self._group.buttons():
            segment.setFont(theme().font("strong" if segment.isChecked() else "grid"))
