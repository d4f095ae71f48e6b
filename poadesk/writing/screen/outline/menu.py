"""The menus of the outline: what can be done with a row, and what can be added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from poadesk.plan.model import Row, StrategicLine
from poadesk.plan.phrases import quoted
from poadesk.widgets.icons import icon
from poadesk.widgets.labels import escaped
from poadesk.widgets.menus import menu as rounded_menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_place import remark_words
from poadesk.writing.screen.outline.actions import OutlineActions
from poadesk.writing.screen.outline.levels import ghost_words, noun


def row_menu(doings: OutlineActions, open_plan: OpenPlan, row_id: str, parent: QWidget) -> QMenu:
    """Return the menu of a row; it goes away by itself when it closes."""
    menu = rounded_menu(parent=parent)
    menu.aboutToHide.connect(menu.deleteLater)
    fill_row_menu(menu, doings, open_plan, row_id)
    return menu


def fill_row_menu(menu: QMenu, doings: OutlineActions, open_plan: OpenPlan, row_id: str) -> None:
    """Put into a menu what can be done with a row."""
    menu.clear()
    row = open_plan.row(row_id)
    if row is None:
        return
    other = noun(row.TABLE, open_plan.plan).other
    _add(menu, f"Agregar {other}", "plus", "Enter", lambda: doings.add_beside(row_id))
    below = doings.table_below(row)
    if below:
        words = ghost_words(below, row, open_plan.number(row_id), open_plan.plan)
        _add(menu, words, "indent", "Ctrl+Enter", lambda: doings.add_below(row_id))
    menu.addSeparator()
    ids = doings.acting_on(row_id)
    _add(menu, "Duplicar", "copy", "Ctrl+D", lambda: doings.duplicate(ids))
    _add(menu, "Subir", "arrow-up", "Ctrl+↑", lambda: doings.move(ids, -1))
    _add(menu, "Bajar", "arrow-down", "Ctrl+↓", lambda: doings.move(ids, 1))
    _add_parents(menu, doings, open_plan, row)
    menu.addSeparator()
    _add(menu, "Borrar", "trash", "Supr", lambda: doings.delete(ids))
    for action in menu.actions():
        action.setEnabled(not open_plan.read_only)
    field = "name" if isinstance(row, StrategicLine) else "text"
    words = remark_words(open_plan, row_id, field)
    if words:
        menu.addSeparator()
        _add(menu, words, "remark", "Ctrl+M", lambda: open_plan.remark_wanted.emit(row_id, field))


def fill_add_menu(menu: QMenu, doings: OutlineActions, open_plan: OpenPlan, row_id: str) -> None:
    """Put into a menu what can be added, seen from the chosen row ("" for none)."""
    menu.clear()
    parents: list[Row | None] = [None]
    place = open_plan.reading.places.get(row_id)
    while place is not None and place.parent is not None:
        parents.insert(1, place.row)
        place = open_plan.reading.places[place.parent.id]
    for parent, table in zip(parents, doings.tables, strict=False):
        number = open_plan.number(parent.id) if parent else ""
        words = ghost_words(table, parent, number, open_plan.plan)
        _add(menu, words, "plus", "", _adding(doings, parent or open_plan.plan, table))
    for action in menu.actions():
        action.setEnabled(not open_plan.read_only)


def _adding(doings: OutlineActions, parent: Row, table: str) -> Callable[[], None]:
    return lambda: doings.add_and_write(parent.id, table)


def _moving(doings: OutlineActions, row: Row, parent: Row) -> Callable[[], None]:
    return lambda: doings.move_to(doings.acting_on(row.id), parent.id)


def _add_parents(menu: QMenu, doings: OutlineActions, open_plan: OpenPlan, row: Row) -> None:
    parents = doings.parents_for(row)
    if not parents:
        return
    inner = rounded_menu("Mover a…", menu)
    inner.setIcon(icon("corner-down"))
    menu.addMenu(inner)
    for parent in parents:
        text = parent.name if isinstance(parent, StrategicLine) else getattr(parent, "text", "")
        words = f"{open_plan.number(parent.id)}  {quoted(text) if text.strip() else '(sin texto)'}"
        _add(inner, words, None, "", _moving(doings, row, parent))


def _add(
    menu: QMenu, words: str, icon_name: str | None, keys: str, do: Callable[[], object]
) -> None:
    # Keys are only shown: a shortcut here would compete with the one of the outline.
    action = menu.addAction(f"{escaped(words)}\t{keys}" if keys else escaped(words))
    if icon_name:
        action.setIcon(icon(icon_name))
    action.triggered.connect(lambda: do())
