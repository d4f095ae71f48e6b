"""The menu of a cell of the cronograma: what its keys do, for those who look with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from poadesk.widgets.icons import set_icon


def cell_menu(
    parent: QWidget,
    by_week: bool,
    editable: bool,
    toggle: Callable[[], None],
    write: Callable[[], None],
    clear: Callable[[], None],
) -> QMenu:
    """Return the menu with the actions of the chosen months or weeks, each with its key."""
    menu = QMenu(parent)
    place = "las semanas elegidas" if by_week else "los meses elegidos"
    _add(menu, f"Marcar {place}", "Espacio", "check", toggle)
    if not by_week:
        _add(menu, "Corregir la cantidad", "F2", "pencil", write)
    menu.addSeparator()
    _add(menu, f"Vaciar {place}", "Supr", "close", clear)
    menu.setEnabled(editable)
    return menu


def _add(menu: QMenu, words: str, key: str, icon: str, act: Callable[[], None]) -> None:
    action = menu.addAction(f"{words}\t{key}")
    set_icon(action, icon)
    action.triggered.connect(lambda: act())
