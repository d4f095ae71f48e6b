"""The menu of a cell of the tracking grid: what its keys do, for those who use the mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from poadesk.tracking.edits import BUDGET, DONE
from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.rows import PLANNED
from poadesk.widgets.icons import set_icon
from poadesk.widgets.menus import menu

Acts = Mapping[str, Callable[[], object]]
_ZERO = {DONE: "Registrar 0: nada hecho", BUDGET: "Poner 0"}
_CLEAR = {DONE: "Dejar sin registrar", BUDGET: "Quitar el presupuesto"}


def cell_menu(parent: QWidget, block: Block, editable: bool, acts: Acts) -> QMenu:
    """Return the menu with the actions of the chosen cells, each with its key."""
    result = menu("", parent)
    may_write = editable and block.field != PLANNED
    if may_write:
        _add(result, "Corregir", "F2", "pencil", acts["write"])
        if block.field != BUDGET:
            words = "Como se programó" if block.field == DONE else "Como se presupuestó"
            _add(result, words, "Ctrl+J", "copy", acts["as_planned"])
        _add(result, _ZERO.get(block.field, "Registrar 0: nada gastado"), "0", "", acts["zero"])
        clear = _CLEAR.get(block.field, _CLEAR[DONE])
        _add(result, clear, "Supr", "close", acts["clear"])
        result.addSeparator()
        _add(result, "Cortar", "Ctrl+X", "", acts["cut"])
    _add(result, "Copiar para pegar en Excel", "Ctrl+C", "copy", acts["copy"])
    if may_write:
        _add(result, "Pegar", "Ctrl+V", "", acts["paste"])
    return result


def _add(target: QMenu, words: str, key: str, icon: str, act: Callable[[], object]) -> None:
    action = target.addAction(f"{words}\t{key}")
    if icon:
        set_icon(action, icon)
    action.triggered.connect(lambda: act())
