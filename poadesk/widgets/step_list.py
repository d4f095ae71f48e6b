"""The list of steps at the left: what is done, what is missing, what needs attention."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.step_painting import STATE_WORDS, paint_group, paint_step
from poadesk.widgets.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_STEP = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Step:
    """One row. `state`: empty, started, complete or attention; `badge`: number of findings.

    A step with an `icon` is not one of those that are completed: the icon stands for its state.
    """

    key: str
    title: str
    group: str
    state: str = "empty"
    count: str = ""
    badge: int = 0
    icon: str = ""

    def spoken(self) -> str:
        """What a screen reader says: "FODA, completo, 14"."""
        parts = [self.title] if self.icon else [self.title, STATE_WORDS[self.state]]
        if self.count:
            parts.append(self.count)
        if self.badge:
            parts.append("1 aviso" if self.badge == 1 else f"{self.badge} avisos")
        return ", ".join(parts)


class _Steps(QAbstractListModel):
    """Steps with the name of each group as a row before them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Step | str] = []

    def set_steps(self, steps: Sequence[Step]) -> None:
        rows: list[Step | str] = []
        group = ""
        for step in steps:
            if step.group != group:
                group = step.group
                rows.append(group)
            rows.append(step)
        self._replace(rows)

    def _replace(self, rows: list[Step | str]) -> None:
        if [_key(row) for row in rows] == [_key(row) for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _STEP:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, Step) else row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken() if isinstance(row, Step) else row
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], Step):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def _key(row: Step | str) -> str:
    return f"step {row.key}" if isinstance(row, Step) else f"group {row}"


class _Delegate(QStyledItemDelegate):
    """Draws the rows; nothing of it comes from the style.

    What is selected is asked of the list and not of the option: for that PySide would learn all
    names of a style, while the window opens.
    """

    def __init__(self, steps: QListView) -> None:
        super().__init__(steps)
        self._list = steps

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_step = isinstance(index.data(_STEP), Step)
        return QSize(theme().px(160), theme().px(36 if is_step else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_STEP)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Step):
            is_current = index.row() == self._list.currentIndex().row()
            paint_step(
                painter,
                rect,
                row,
                selected=is_current,
                hovered=self._list.underMouse() and rect.contains(self._mouse()),
                focused=is_current and self._list.hasFocus(),
            )
        else:
            paint_group(painter, rect, str(row), first=index.row() == 0)
        painter.restore()

    def _mouse(self) -> QPointF:
        return QPointF(self._list.viewport().mapFromGlobal(QCursor.pos()))


class StepList(QListView):
    """List of the steps in the order of the work. `chosen(key)` when the person goes to one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._steps = _Steps()
        self._quiet = False
        self.setModel(self._steps)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("Pasos del plan")
        self.setProperty("panel", "sidebar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._is_told = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell_again)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps; the selected one stays selected if it is among them."""
        kept = self.selected()
        self._quiet = True
        self._steps.set_steps(steps)
        self._quiet = False
        if kept in [step.key for step in steps]:
            self.select(kept)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_told = False
        super().mousePressEvent(event)

    def select(self, key: str) -> None:
        """Select a step without saying so, or none if there is none of that key."""
        self._quiet = True
        self.setCurrentIndex(self._steps.index(self._row_of(key)))
        self._quiet = False

    def selected(self) -> str:
        """Key of the selected step, or an empty text."""
        step = self.currentIndex().data(_STEP)
        return step.key if isinstance(step, Step) else ""

    def _row_of(self, key: str) -> int:
        for row, step in enumerate(self._steps.rows):
            if isinstance(step, Step) and step.key == key:
                return row
        return -1

    def _tell(self, current: QModelIndex, before: QModelIndex) -> None:
        step = current.data(_STEP)
        if isinstance(step, Step) and not self._quiet:
            self._is_told = True
            self.chosen.emit(step.key)

    def _tell_again(self, index: QModelIndex) -> None:
        """A click on the step that is selected already leads back to it from beside."""
        if not self._is_told:
            self._tell(index, index)
