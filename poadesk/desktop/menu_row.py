"""The row at the top of the window: menus, what was saved when, undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from poadesk.desktop.find_field import FindField
from poadesk.desktop.look import choose_colors, chosen_colors
from poadesk.desktop.menu_keys import MenuKeys
from poadesk.desktop.spelling_choice import (
    correct_next_word,
    is_spelling_chosen,
    toggle_spelling,
)
from poadesk.plan.step_names import FOLLOW_STEPS, SEND_STEP, STEPS
from poadesk.widgets.buttons import button, icon_button
from poadesk.widgets.icons import icon, pixmap
from poadesk.widgets.labels import escaped, label, picture, tooltip
from poadesk.widgets.theme import SCALES, theme

if TYPE_CHECKING:
    from poadesk.desktop.plan_view import PlanView

FIND = "Buscar en el plan…"
PAPER = "Papel"
UNIT = "Elegir la unidad…"
# Nine numbers are taken; Mayús+0 is another sign on a Spanish keyboard, so the others are letters.
_KEYS = {"send": "Ctrl+E", "tracking": "Ctrl+0", "reports": "Ctrl+I"}
# Of these a planning office has no use.
_RETURNED, _MATERIAL = "Traer lo que devolvió Planificación…", "Poner al día el material…"
_OF_A_UNIT = (PAPER, _RETURNED, _MATERIAL, "Comparar con lo enviado…")
_COLORS = {
    "system": "Colores como el sistema",
    "light": "Colores claros",
    "dark": "Colores oscuros",
}


@dataclass
class Item:
    """An entry of a menu; without words it is a dividing line. `needs_plan` greys it out.

    Entries with `chosen` are a choice of one: it says which of them is in force; one with
    `toggles` is `ticked` while what it shows is open or what it does is in force.
    """

    words: str = ""
    do: Callable[[], object] | None = None
    keys: str = ""
    needs_plan: bool = True
    sign: str = ""
    chosen: bool | None = None
    toggles: bool = False
    ticked: bool = False
    action: QAction = field(init=False)


class _WholeMenuBar(QMenuBar):
    """A bar that gives up none of its menus: the search beside it gives up its words first."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class MenuRow(QWidget):
    """Menus and marks; `actions` finds an entry by its words as first given."""

    def __init__(self, menus: dict[str, list[Item]], window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.actions_by_words: dict[str, QAction] = {}
        self._items: list[Item] = []
        self.bar = _WholeMenuBar()
        self.bar.setNativeMenuBar(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for title, items in menus.items():
            self._add_menu(title, items)
        MenuKeys(window)
        self.find_field = FindField()
        self.find_field.clicked.connect(self._trigger(FIND))
        self._tick = picture()
        self._saved = label("", "small", "text2", wrap=False)
        self._undo = icon_button("undo", "Deshacer", self._trigger("Deshacer"))
        self._redo = icon_button("redo", "Rehacer", self._trigger("Rehacer"))
        self._paper = button("Papel", "quiet", "panel", self._trigger(PAPER))
        self._paper.setCheckable(True)
        self._paper.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tooltip(self._paper, "Mostrar u ocultar las páginas como saldrán impresas")
        self._is_saved = False
        theme().changed.connect(self._dress)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.find_field)
        row.addStretch(1)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(10)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(4)
        row.addWidget(self._paper)

    def show_saved(self, words: str, is_saved: bool = True) -> None:
        """Say when the plan was last saved, or that it is not."""
        self._saved.setText(words)
        self._is_saved = is_saved and bool(words)
        self._dress()

    def _dress(self) -> None:
        if self._is_saved:
            self._tick.setPixmap(pixmap("check", "text2", 14, self.devicePixelRatioF()))
        else:
            self._tick.clear()

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take; None greys them out."""
        for verb, step, arrow in (("Deshacer", undo, self._undo), ("Rehacer", redo, self._redo)):
            words = f"{verb} “{step}”" if step else verb
            action = self.actions_by_words[verb]
            action.setText(escaped(words))
            action.setEnabled(step is not None)
            arrow.setEnabled(step is not None)
            arrow.setAccessibleName(words)
            tooltip(arrow, words)

    def name_steps(self, titles: Sequence[str], is_office: bool, is_sent: bool) -> None:
        """Name the numbered steps as they are called here; the planning office has no more of them.

        What it does has no paper beside it and is not followed up, and Informes are on both sides.
        `is_sent` tells that the plan is one to hand over.
        """
        for at, step in enumerate(STEPS):
            action = self.actions_by_words[step.title]
            action.setVisible(at < len(titles))
            if at < len(titles):
                action.setText(escaped(titles[at]))
        self.actions_by_words[SEND_STEP.title].setVisible(is_sent)
        self.actions_by_words[FOLLOW_STEPS[0].title].setVisible(not is_office)
        for words in _OF_A_UNIT:
            self.actions_by_words[words].setVisible(not is_office)
        self._paper.setVisible(not is_office)

    def show_paper(self, is_open: bool) -> None:
        """Show on the button and in the menu whether the paper is open."""
        self._paper.setChecked(is_open)
        self.actions_by_words[PAPER].setChecked(is_open)

    def offer_units(self, has_units: bool) -> None:
        """Offer the choice of a unit, or grey it out."""
        self.actions_by_words[UNIT].setEnabled(has_units)

    def set_plan_open(self, is_open: bool, has_units: bool = False) -> None:
        """Offer what needs an open plan, and what needs several units, or grey it out."""
        for item in self._items:
            if item.needs_plan:
                item.action.setEnabled(is_open and (has_units or item.words != UNIT))
        for widget in (
            self.find_field,
            self._tick,
            self._saved,
            self._undo,
            self._redo,
            self._paper,
        ):
            widget.setVisible(is_open)

    def _add_menu(self, title: str, items: list[Item]) -> None:
        menu = self.bar.addMenu(_with_letter(title))
        menu.setAccessibleName(title)
        menu.aboutToShow.connect(lambda: _draw_signs(items))
        choice = QActionGroup(menu)
        for item in items:
            if item.do is None:
                menu.addSeparator()
                continue
            item.action = QAction(escaped(item.words), self)
            if item.keys:
                item.action.setShortcuts(QKeySequence.listFromString(item.keys))
            item.action.triggered.connect(_without_argument(item.do))
            if item.chosen is not None:
                item.action.setCheckable(True)
                item.action.setChecked(item.chosen)
                choice.addAction(item.action)
            if item.toggles:
                item.action.setCheckable(True)
                item.action.setChecked(item.ticked)
            menu.addAction(item.action)
            self.actions_by_words[item.words] = item.action
            self._items.append(item)

    def _trigger(self, words: str) -> Callable[[], object]:
        return lambda: self.actions_by_words[words].trigger()


def _draw_signs(items: list[Item]) -> None:
    """Draw the signs of a menu that opens, in the colours that the window has by then."""
    for item in items:
        if item.sign:
            item.action.setIcon(icon(item.sign))


def steps_menu(view: Callable[[], PlanView | None]) -> list[Item]:
    """Return the menu that goes to the steps, to another unit and to the findings."""

    def within(do: Callable[[PlanView], object]) -> Callable[[], object]:
        return lambda: (shown := view()) is not None and do(shown)

    return [
        *(Item(step.title, within(_number(at)), f"Ctrl+{at + 1}") for at, step in enumerate(STEPS)),
        Item(),
        *(
            Item(step.title, within(_step(step.key)), _KEYS[step.key])
            for step in (SEND_STEP, *FOLLOW_STEPS)
        ),
        Item(),
        Item(UNIT, within(lambda shown: shown.head.choose_unit()), "Ctrl+U"),
        Item(),
        Item("Siguiente aviso", within(lambda shown: shown.next_finding(1)), "F8"),
        Item("Aviso anterior", within(lambda shown: shown.next_finding(-1)), "Shift+F8"),
        Item("Corregir la palabra siguiente", within(_correct_word), "F7"),
    ]


def _number(at: int) -> Callable[[PlanView], object]:
    return lambda shown: shown.show_number(at)


def _step(key: str) -> Callable[[PlanView], object]:
    return lambda shown: shown.show_step(key)


def paper_item(toggle: Callable[[], object]) -> Item:
    """Return the entry that opens and closes the live paper."""
    return Item(PAPER, toggle, "Ctrl+Shift+P", toggles=True)


def view_menu() -> list[Item]:
    """Return the menu of the text size and of light and dark."""
    colors = chosen_colors()
    return [
        Item(
            "Letra más grande",
            lambda: _scale(1),
            "Ctrl++; Ctrl+=",
            needs_plan=False,
            sign="zoom-in",
        ),
        Item("Letra más pequeña", lambda: _scale(-1), "Ctrl+-", needs_plan=False, sign="zoom-out"),
        Item("Letra normal", lambda: theme().set_scale(1.0), "Ctrl+Shift+L", needs_plan=False),
        Item(),
        _spelling_item(),
        Item(),
        *(
            Item(words, _with(choose_colors, name), needs_plan=False, chosen=name == colors)
            for name, words in _COLORS.items()
        ),
    ]


def _spelling_item() -> Item:
    words = "Revisar la ortografía"
    return Item(words, toggle_spelling, needs_plan=False, toggles=True, ticked=is_spelling_chosen())


def _correct_word(shown: PlanView) -> None:
    """Correct in the text with the focus; where nothing is marked, Revisar lists what is left."""
    if not correct_next_word():
        shown.show_step("review")


def _scale(by: int) -> None:
    at = SCALES.index(theme().scale) + by
    if 0 <= at < len(SCALES):
        theme().set_scale(SCALES[at])


def _with(action: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: action(key)


def _without_argument(action: Callable[[], object]) -> Callable[..., object]:
    """`triggered` carries whether the action is checked, which no entry wants to know."""
    return lambda *_: action()


def _with_letter(title: str) -> str:
    """Mark the letter that opens a menu with Alt: its first, or the second where that is taken."""
    return "A&yuda" if title == "Ayuda" else f"&{title}"
