"""The row at the top of the window: menus, what was saved when, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from poadesk.plan.step_names import STEPS
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.icons import icon
from poadesk.widgets.labels import escaped, label, tooltip
from poadesk.widgets.theme import SCALES, theme


@dataclass
class Item:
    """An entry of a menu; without words it is a dividing line. `needs_plan` greys it out."""

    words: str = ""
    do: Callable[[], object] | None = None
    keys: str = ""
    needs_plan: bool = True
    sign: str = ""
    action: QAction = field(init=False)


class MenuRow(QWidget):
    """Menus and marks; `actions` finds an entry by its words as first given."""

    def __init__(self, menus: dict[str, list[Item]], window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.actions_by_words: dict[str, QAction] = {}
        self._items: list[Item] = []
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for title, items in menus.items():
            self._add_menu(title, items)
        self._saved = label("", "small", "text2", wrap=False)
        self._undo = icon_button("undo", "Deshacer", self._trigger("Deshacer"))
        self._redo = icon_button("redo", "Rehacer", self._trigger("Rehacer"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(10)
        row.addWidget(self._undo)
        row.addWidget(self._redo)

    def show_saved(self, words: str) -> None:
        """Say when the plan was last saved."""
        self._saved.setText(words)

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take; None greys them out."""
        for verb, step, button in (("Deshacer", undo, self._undo), ("Rehacer", redo, self._redo)):
            words = f"{verb} “{step}”" if step else verb
            action = self.actions_by_words[verb]
            action.setText(escaped(words))
            action.setEnabled(step is not None)
            button.setEnabled(step is not None)
            button.setAccessibleName(words)
            tooltip(button, words)

    def set_plan_open(self, is_open: bool) -> None:
        """Offer what needs an open plan, or grey it out."""
        for item in self._items:
            if item.needs_plan:
                item.action.setEnabled(is_open)
        for widget in (self._saved, self._undo, self._redo):
            widget.setVisible(is_open)

    def _add_menu(self, title: str, items: list[Item]) -> None:
        menu = self.bar.addMenu(title)
        menu.setAccessibleName(title)
        for item in items:
            if item.do is None:
                menu.addSeparator()
                continue
            item.action = QAction(escaped(item.words), self)
            item.action.setShortcut(QKeySequence(item.keys))
            item.action.triggered.connect(_without_argument(item.do))
            if item.sign:
                item.action.setIcon(icon(item.sign))
            menu.addAction(item.action)
            self.actions_by_words[item.words] = item.action
            self._items.append(item)

    def _trigger(self, words: str) -> Callable[[], object]:
        return lambda: self.actions_by_words[words].trigger()


def steps_menu(
    show_step: Callable[[str], object], next_finding: Callable[[int], object]
) -> list[Item]:
    """Return the menu that goes to the steps, with Ctrl+1 to Ctrl+9, and to the findings."""
    steps = [
        Item(step.title, _with(show_step, step.key), f"Ctrl+{at}")
        for at, step in enumerate(STEPS, 1)
    ]
    return [
        *steps,
        Item(),
        Item("Siguiente aviso", lambda: next_finding(1), "F8"),
        Item("Aviso anterior", lambda: next_finding(-1), "Shift+F8"),
    ]


def view_menu() -> list[Item]:
    """Return the menu of the text size and of light and dark."""
    return [
        Item("Letra más grande", lambda: _scale(1), "Ctrl++", needs_plan=False, sign="zoom-in"),
        Item("Letra más pequeña", lambda: _scale(-1), "Ctrl+-", needs_plan=False, sign="zoom-out"),
        Item("Letra normal", lambda: theme().set_scale(1.0), "Ctrl+0", needs_plan=False),
        Item(),
        Item("Colores como el sistema", lambda: theme().set_dark(None), needs_plan=False),
        Item("Colores claros", lambda: theme().set_dark(False), needs_plan=False),
        Item("Colores oscuros", lambda: theme().set_dark(True), needs_plan=False),
    ]


def _scale(by: int) -> None:
    at = SCALES.index(theme().scale) + by
    if 0 <= at < len(SCALES):
        theme().set_scale(SCALES[at])


def _with(action: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: action(key)


def _without_argument(action: Callable[[], object]) -> Callable[..., object]:
    """`triggered` carries whether the action is checked, which no entry wants to know."""
    return lambda *_: action()
