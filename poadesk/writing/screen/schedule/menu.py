"""The menu of a cell of the cronograma: what its keys do, for those who look with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from poadesk.widgets.icons import set_icon
from poadesk.widgets.menus import menu
from poadesk.writing.screen.schedule.block import Block

Acts = Mapping[str, Callable[[], None]]


def cell_menu(
    parent: QWidget,
    block: Block,
    editable: bool,
    acts: Acts,
    offer_fills: Callable[[QMenu], None],
    remark: str = "",
) -> QMenu:
    """Return the menu with the actions of the chosen months or weeks, each with its key.

    `remark` is what it calls the remarks of the activity, "" where there is nothing to do.
    """
    result = menu("", parent)
    by_week = block.columns.by_week
    place = "las semanas elegidas" if by_week else "los meses elegidos"
    if editable:
        _add(result, f"Marcar {place}", "Espacio", "check", acts["mark"])
        if not by_week:
            _add(result, "Corregir la cantidad", "F2", "pencil", acts["write"])
        fills = menu("Rellenar", result)
        set_icon(fills, "fill")
        fills.aboutToShow.connect(lambda: offer_fills(fills))
        result.addMenu(fills)
        result.addSeparator()
        _add(result, "Cortar", "Ctrl+X", "", acts["cut"])
    _add(result, "Copiar para pegar en Excel", "Ctrl+C", "copy", acts["copy"])
    if editable:
        _add(result, "Pegar", "Ctrl+V", "", acts["paste"])
        result.addSeparator()
        _add(result, f"Vaciar {place}", "Supr", "close", acts["clear"])
    if remark:
        result.addSeparator()
        _add(result, remark, "Ctrl+M", "remark", acts["remark"])
    return result


def _add(target: QMenu, words: str, key: str, icon: str, act: Callable[[], None]) -> None:
    action = target.addAction(f"{words}\t{key}")
    if icon:
        set_icon(action, icon)
    action.triggered.connect(lambda: act())
