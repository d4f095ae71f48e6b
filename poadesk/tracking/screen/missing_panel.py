"""The panel "Lo que falta": what each activity lacks at the cut-off, with a jump to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from poadesk.plan import calendar
from poadesk.plan.phrases import listed
from poadesk.tracking.gaps import CAUSE, DUE, OVERDUE, Gap
from poadesk.widgets.grid_text import paint_lines, text_width, wrapped
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.labels import heading, label
from poadesk.widgets.light_sign import MISSING, SIDE, paint_light
from poadesk.widgets.overlay import SHADOW, Overlay
from poadesk.widgets.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_GAP = Qt.ItemDataRole.UserRole
_WIDTH, _ROOM, _MOST_MONTHS = 460, 14, 6


def gap_words(gap: Gap) -> str:
    """Say what is missing: `Vencido sin registrar: junio y agosto`."""
    if gap.kind == CAUSE:
        return "Falta decir por qué se atrasó y qué se hará"
    names = [calendar.name(month) for month in gap.months]
    which = listed(names, _MOST_MONTHS)
    return f"{'Vencido sin registrar' if gap.kind == OVERDUE else 'Sin registrar'}: {which}"


def count_words(gaps: Sequence[Gap], until: str) -> str:
    """Count what is missing in one sentence."""
    overdue = sum(len(gap.months) for gap in gaps if gap.kind == OVERDUE)
    due = sum(len(gap.months) for gap in gaps if gap.kind == DUE)
    causes = sum(1 for gap in gaps if gap.kind == CAUSE)
    parts = [
        _counted(overdue, "mes vencido", "meses vencidos"),
        _counted(due, "mes por registrar", "meses por registrar"),
        _counted(causes, "causa sin escribir", "causas sin escribir"),
    ]
    said = listed([part for part in parts if part])
    return f"{said}, hasta {calendar.name(until)}." if said else ""


class MissingPanel(Overlay):
    """What is missing. `wanted` carries the gap to which the person wants to go."""

    wanted = Signal(object)

    def __init__(self, window: QWidget, gaps: Sequence[Gap], until: str, below: QWidget) -> None:
        super().__init__(window, "Lo que falta")
        self._below = below
        self.list = GapList(gaps)
        self.sentence = label(count_words(gaps, until), "grid", "text2")
        nothing = label(f"No falta nada hasta {calendar.name(until)}.", "grid", "text2")
        hints = HintBar("surface")
        hints.show_hints([("↑ ↓", "elegir"), ("Enter", "ir"), ("Esc", "cerrar")])
        title = heading("Lo que falta")
        for words in (title, self.sentence, nothing):
            words.setContentsMargins(8, 0, 8, 0)
        self.column.addWidget(title)
        for widget in (self.sentence, self.list, hints) if gaps else (nothing, hints):
            self.column.addWidget(widget)
        if not gaps:
            self.list.setParent(self)
            self.list.hide()
        self.list.picked.connect(self._go)

    def open_panel(self) -> None:
        """Show the panel with the first gap chosen."""
        self.open(self if self.list.isHidden() else self.list)

    def place(self) -> None:
        """Stand below the button, as high as the gaps need and the window allows."""
        room = self._over.rect()
        corner = self._below.mapTo(self._over, QPoint(self._below.width(), self._below.height()))
        width = min(theme().px(_WIDTH), room.width() - 16) + 2 * SHADOW
        self.list.setFixedWidth(width - 2 * SHADOW - 16)
        below = max(theme().px(160), room.height() - corner.y() - theme().px(150))
        self.list.setFixedHeight(min(below, self.list.height_wanted()))
        self.fit_height(width)
        left = max(8, corner.x() + SHADOW - width)
        top = min(corner.y() + 4 - SHADOW, room.height() - self.height())
        self.move(left, max(0, top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()

    def _go(self, gap: Gap) -> None:
        self.leave(give_back=False)
        self.wanted.emit(gap)


class _Gaps(QAbstractListModel):
    def __init__(self, gaps: Sequence[Gap], parent: QWidget) -> None:
        super().__init__(parent)
        self.gaps = list(gaps)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.gaps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        gap = self.gaps[index.row()]
        if role == _GAP:
            return gap
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{gap.number} {gap.activity.text}: {gap_words(gap)}"
        return None


class GapList(QListView):
    """One line for each gap; Enter or a click picks it."""

    picked = Signal(object)

    def __init__(self, gaps: Sequence[Gap]) -> None:
        super().__init__()
        self.setModel(_Gaps(gaps, self))
        self.setItemDelegate(_GapDelegate(self, self._text_width))
        self.setAccessibleName("Lo que falta")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCurrentIndex(self.model().index(0, 0))
        self.clicked.connect(self._pick)

    def height_wanted(self) -> int:
        """Return the pixels that show every gap, as far as a window may be high."""
        height = 4
        for row in range(self.model().rowCount()):
            height += self.sizeHintForRow(row)
            if height > theme().px(1200):
                break
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        gap = index.data(_GAP)
        if isinstance(gap, Gap):
            self.picked.emit(gap)

    def _text_width(self) -> int:
        return self.width() - theme().px(_ROOM + 10)


class _GapDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget, width: Callable[[], int]) -> None:
        super().__init__(parent)
        self._width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        gap = index.data(_GAP)
        lines = len(self._lines(gap))
        height = lines * theme().line_height("grid") + len(self._below(gap)) * theme().line_height(
            "small"
        )
        return QSize(theme().px(200), height + theme().px(_ROOM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        gap, rect = index.data(_GAP), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("soft"))
            painter.drawRoundedRect(QRectF(rect), 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        px = theme().px
        left, top = rect.left() + px(8), rect.top() + px(_ROOM) / 2
        lines, number = self._lines(gap), self._number_width(gap)
        paint_lines(painter, (gap.number,), "grid", left, top, "text3")
        paint_lines(painter, lines, "grid", left + number, top, "text")
        top += len(lines) * theme().line_height("grid")
        color = "text2" if gap.kind == DUE else "warn"
        if gap.kind != DUE:
            side = px(SIDE)
            paint_light(painter, QRectF(left + number, round(top + 1), side, side), MISSING)
        paint_lines(painter, self._below(gap), "small", left + number + self._sign(gap), top, color)

    def _lines(self, gap: Gap) -> tuple[str, ...]:
        width = self._width() - self._number_width(gap)
        return wrapped(gap.activity.text.strip() or "Sin escribir", "grid", width)

    def _below(self, gap: Gap) -> tuple[str, ...]:
        width = self._width() - self._number_width(gap) - self._sign(gap)
        return wrapped(gap_words(gap), "small", width)

    def _sign(self, gap: Gap) -> int:
        return 0 if gap.kind == DUE else theme().px(SIDE + 5)

    def _number_width(self, gap: Gap) -> int:
        return max(theme().px(44), round(text_width(gap.number, "grid")) + theme().px(10))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""
