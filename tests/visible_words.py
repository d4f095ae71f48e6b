"""Every word that a part of the window shows or says aloud."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

_SHOWN, _SAID = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


def words_of(top: QWidget) -> list[str]:
    """Return the texts of a widget and of all in it, also of what is hidden now."""
    return [text for widget in (top, *top.findChildren(QWidget)) for text in _of(widget) if text]


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QMenu):
        widget.aboutToShow.emit()  # many are filled only then
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QAbstractItemView):
        yield from _of_rows(widget.model(), QModelIndex())


def _of_rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        yield from (str(index.data(role) or "") for role in (_SHOWN, _SAID))
        yield str(model.headerData(at, Qt.Orientation.Vertical, _SAID) or "")
        yield from _of_rows(model, index)
