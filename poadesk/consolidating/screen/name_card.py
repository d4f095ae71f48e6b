"""One name that is written in several ways: each way to choose, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from poadesk.plan.phrases import listed
from poadesk.plan.same_names import Group, Way
from poadesk.plan.unit_names import NAMELESS
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_MOST_UNITS = 3


class NameCard(QFrame):
    """The ways of a group, the one to keep chosen. `unify(group, name)` and `leave(group)`."""

    def __init__(
        self,
        group: Group,
        unify: Callable[[Group, str], object],
        leave: Callable[[Group], object],
        writable: bool,
    ) -> None:
        super().__init__()
        self.group = group
        self.setProperty("panel", "card")
        self.setAccessibleName(f"Cómo escribir {group.ways[0].name}")
        self.choices = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        for at, way in enumerate(group.ways):
            self._add(at, way)
        self.unify_button = button(
            "Unificar", "normal", "check", lambda: unify(group, self.chosen())
        )
        self.leave_button = button("Dejar así", "quiet", None, lambda: leave(group))
        self._column.addSpacing(6)
        self._column.addLayout(self._foot(writable))

    def chosen(self) -> str:
        """Return the way of writing the name that is to be kept."""
        return self.group.ways[max(0, self.choices.checkedId())].name

    def choose(self, name: str) -> None:
        """Choose a way, if it is one of the card."""
        for at, way in enumerate(self.group.ways):
            if way.name == name:
                self.choices.button(at).setChecked(True)

    def _add(self, at: int, way: Way) -> None:
        line = _WayLine(way)
        self.choices.addButton(line.radio, at)
        line.radio.setChecked(at == 0)
        self._column.addWidget(line)

    def _foot(self, writable: bool) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for one in (self.unify_button, self.leave_button):
            one.setEnabled(writable)
            foot.addWidget(one)
        foot.addStretch(1)
        return foot


class _WayLine(QWidget):
    """A way of writing a name, and who writes so; a click anywhere in it chooses it."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(f"{_visible(way.name)}, {_who(way)}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(_visible(way.name), "strong" if way.is_in_catalogue else "text"))
        words.addWidget(label(_who(way), "small", "text2"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(theme().px(6))
        line.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()


def _visible(name: str) -> str:
    """Return a name with the spaces that nobody sees made visible."""
    inner = name.strip()
    before, after = name[: len(name) - len(name.lstrip())], name[len(name.rstrip()) :]
    return f"{'␣' * len(before)}{inner}{'␣' * len(after)}".replace("  ", " ␣")


def _who(way: Way) -> str:
    if not way.count:
        return "Así está en el material de Planificación; nadie lo escribe todavía"
    places = "1 vez" if way.count == 1 else f"{way.count:,} veces"
    shown = [unit or NAMELESS for unit in way.units]
    where = f"{places} · {listed(shown, _MOST_UNITS)}"
    return f"{where} · así está en el material" if way.is_in_catalogue else where
