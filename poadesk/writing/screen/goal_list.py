"""The goals of the plan in a list at the left, each under its objective, with its state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from poadesk.plan.model import Goal, Plan
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import height_of, paint_wrapped

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_MOST_BESIDE = 48  # pixels; a longer number stands over the text
_AT_ONCE = 100  # rows laid out before the list is painted; the others follow between events


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: a goal, or an objective above its goals (`goal_id` is then empty)."""

    goal_id: str
    number: str
    text: str
    state: str = ""


def entries(plan: Plan, numbers: dict[str, str]) -> list[Entry]:
    """Return the rows of the list, objectives and goals in the order of the plan."""
    result = []
    for objective in plan.objectives:
        result.append(Entry("", numbers[objective.id], objective.text))
        result += [Entry(g.id, numbers[g.id], g.text, _state(g)) for g in objective.goals]
    return result


def _state(goal: Goal) -> str:
    if goal.has_resources and goal.has_indicator:
        return "complete"
    return "started" if goal.has_resources or goal.has_indicator else "empty"


class GoalList(QListView):
    """`chosen` tells the goal that is to be shown."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Entries()
        self._is_behind = False
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setProperty("panel", "window")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setBatchSize(_AT_ONCE)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_entries(self, rows: list[Entry]) -> None:
        """Show these rows; the goal that was chosen stays so if it is still there."""
        chosen = self.goal_id()
        self._model.show(rows)
        if not self.choose(chosen):
            self.choose(next((row.goal_id for row in rows if row.goal_id), ""))

    def goal_id(self) -> str:
        """Return the chosen goal, or ""."""
        entry = self.currentIndex().data(_ENTRY)
        return entry.goal_id if entry else ""

    def choose(self, goal_id: str) -> bool:
        """Choose a goal; say whether it is in the list."""
        for at, entry in enumerate(self._model.rows):
            if goal_id and entry.goal_id == goal_id:
                self.setCurrentIndex(self._model.index(at))
                if self.isVisible():  # before that nothing is laid out yet
                    self._bring_in_sight()
                return True
        return False

    def step(self, by: int) -> None:
        """Choose the goal after (1) or before (-1) the chosen one."""
        goals = [entry.goal_id for entry in self._model.rows if entry.goal_id]
        if self.goal_id() in goals:
            at = goals.index(self.goal_id()) + by
            self.choose(goals[max(0, min(at, len(goals) - 1))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.doItemsLayout()

    def doItemsLayout(self) -> None:
        # Before it is seen every goal would be measured for a width that does not stay.
        self._is_behind = not self.isVisible()
        if not self._is_behind:
            modes, is_far = QListView.LayoutMode, self.currentIndex().row() >= _AT_ONCE
            self.setLayoutMode(modes.SinglePass if is_far else modes.Batched)
            super().doItemsLayout()

    def _bring_in_sight(self) -> None:
        if not self.visualRect(self.currentIndex()).isValid():  # its turn has not come
            self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def _tell(self, current: QModelIndex, before: QModelIndex) -> None:
        if self.goal_id():
            self.chosen.emit(self.goal_id())


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Entry] = []
        self._widths: dict[float, int] = {}
        self._heights: dict[tuple[int, float], dict[int, int]] = {}  # by width and scale

    def heights(self, width: int) -> dict[int, int]:
        """Return the heights of the rows that were measured for a width: {row: pixels}."""
        key = width, theme().scale
        if key not in self._heights:
            self._heights = {key: {}}
        return self._heights[key]

    def number_width(self) -> int:
        """Return the room in pixels for the numbers beside the texts; 0 where one is too long."""
        scale = theme().scale
        if scale not in self._widths:
            metrics = QFontMetricsF(theme().font("grid"))
            numbers = {row.number for row in self.rows if row.goal_id}
            longest = max(map(metrics.horizontalAdvance, numbers), default=0)
            fits = longest <= theme().px(_MOST_BESIDE)
            self._widths[scale] = max(theme().px(36), round(longest) + theme().px(8)) if fits else 0
        return self._widths[scale]

    def show(self, rows: list[Entry]) -> None:
        """Show other rows; a repaint is enough where the same goals stand in the same order."""
        self._widths.clear()
        self._heights.clear()
        same = [row.goal_id for row in rows] == [row.goal_id for row in self.rows]
        if same:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(max(0, len(rows) - 1)))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.number} {entry.text}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and not self.rows[index.row()].goal_id:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Delegate(QStyledItemDelegate):
    """Paints a goal with its state, number and text in full."""

    _SIGNS = {"complete": "tick-filled", "started": "half", "empty": "circle"}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        heights, at = _entries(index).heights(width), index.row()
        if at not in heights:  # Qt asks several times
            heights[at] = self._height(index, width)
        return QSize(width, heights[at])

    def _height(self, index: _Index, width: int) -> int:
        entry, number = _entries(index).rows[index.row()], _number_width(index)
        if not entry.goal_id:
            text = f"{entry.number} · {entry.text}"
            return height_of(text, "label", width - 32) + theme().px(18)
        height = height_of(entry.text, "grid", self._room(width, number))
        if not number:  # it stands over the text
            height += height_of(entry.number, "grid", self._room(width, 0))
        return height + theme().px(14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRectF(option.rect)
        state = option.state
        entry: Entry = index.data(_ENTRY)
        if not entry.goal_id:
            place = rect.adjusted(16, theme().px(12), -16, 0)
            paint_wrapped(painter, place, f"{entry.number} · {entry.text}", "label", "text2")
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("soft" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(8, 1, -8, -1), 6, 6)
        self._paint_goal(painter, rect, entry, _number_width(index), selected)

    def _paint_goal(
        self, painter: QPainter, rect: QRectF, entry: Entry, room: int, selected: bool
    ) -> None:
        side, top = theme().px(16), rect.top() + theme().px(7)
        sign = QRectF(rect.left() + 16, top + 1, side, side)
        color = "text3" if entry.state == "empty" else "fill"
        paint_icon(painter, sign, self._SIGNS[entry.state], color)
        left = rect.left() + 16 + side + 8
        wide = self._room(rect.width(), room)
        number = QRectF(left, top, room or wide, theme().px(20))
        paint_wrapped(painter, number, entry.number, "grid", "accent" if selected else "text3")
        if not room:
            top += height_of(entry.number, "grid", wide)
        text = QRectF(left + room, top, wide, rect.height())
        paint_wrapped(painter, text, entry.text, "grid", "text")

    @staticmethod
    def _room(width: float, number: int) -> float:
        return width - 16 - theme().px(16) - 8 - number - 20


def _number_width(index: _Index) -> int:
    """Return how wide the column of the numbers is, in pixels; 0 where they stand over texts."""
    return _entries(index).number_width()


def _entries(index: _Index) -> _Entries:
    model = index.model()
    assert isinstance(model, _Entries)
    return model
