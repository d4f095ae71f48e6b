"""The table of Entregas: one unit a row, the heading sorts, Enter opens the plan."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from poadesk.consolidating.screen.deliveries_cells import DeliveryCells, row_height
from poadesk.consolidating.screen.deliveries_model import (
    ARRIVED,
    HEADINGS,
    NAME,
    DeliveriesModel,
)
from poadesk.plan.office_units import UnitRow
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme

_WIDTHS = (0, 156, 82, 104, 104, 124)  # pixels at 100 % text size; the name takes the rest
_HEADING, _NARROW = 32, 700


class _Heading(QHeaderView):
    """Words of the headings, with an arrow at the one that sorts."""

    def __init__(self, model: DeliveriesModel, cells: DeliveryCells, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._cells = cells
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Encabezados")

    def sizeHint(self) -> QSize:
        return QSize(0, theme().px(_HEADING))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self.viewport()), self.viewport().rect()
        painter.fillRect(area, theme().color("window"))
        for color, top in (("line", 0), ("line2", area.bottom())):
            painter.fillRect(0, top, area.width(), 1, theme().color(color))
        for column, words in enumerate(HEADINGS):
            if not self.isSectionHidden(column):
                self._paint_heading(painter, column, words)

    def _paint_heading(self, painter: QPainter, column: int, words: str) -> None:
        is_sorted = column == self._model.sorted_by
        role = "label"
        left = self.sectionViewportPosition(column) + (self._cells.left if column == NAME else 0)
        painter.setFont(theme().font(role))
        painter.setPen(theme().color("text" if is_sorted else "text2"))
        area = QRectF(left, 0, self.sectionSize(column), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if is_sorted:
            side = theme().px(14)
            after = left + QFontMetricsF(theme().font(role)).horizontalAdvance(words) + 4
            place = QRectF(round(after), round((self.height() - side) / 2), side, side)
            name = "chevron-down" if self._model.descending else "chevron-up"
            paint_icon(painter, place, name, "text")


class DeliveriesTable(QTableView):
    """`chosen` when another unit is the current one, `wanted` when it is to be opened.

    `menu_wanted` carries the point of the screen at which the menu of the row is asked for.
    """

    chosen = Signal()
    wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = DeliveriesModel()
        self._cells = DeliveryCells(self.rows)
        self._cells.width_of = self.columnWidth
        self.setAccessibleName("Entregas de las unidades")
        self.setModel(self.rows)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(_Heading(self.rows, self._cells, self))
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _: self.wanted.emit())
        theme().changed.connect(self._fit)

    def show_rows(self, rows: list[UnitRow], key: str = "") -> None:
        """Show these units, with the same one chosen as before, or that of a key."""
        current = self.current()
        key = key or (current.key if current is not None else "")
        at = self.currentIndex().row()
        self.rows.show_rows(rows)
        self._fit()
        found = self.rows.row_of(key)
        self.choose(found if found >= 0 else min(max(at, 0), len(rows) - 1))

    def current(self) -> UnitRow | None:
        """Return the chosen unit."""
        row = self.currentIndex().row()
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None

    def choose(self, row: int) -> None:
        """Choose a row and bring it in sight."""
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, NAME))
        self.chosen.emit()

    def sort_by(self, column: int) -> None:
        """Sort by a column; the chosen unit stays chosen."""
        current = self.current()
        self.rows.sort_by(column)
        self._fit()
        self.choose(self.rows.row_of(current.key) if current is not None else 0)
        self.horizontalHeader().viewport().update()

    def set_margin(self, left: int) -> None:
        """Let the names begin where the title of the screen does."""
        self._cells.left = left
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        elif key == Qt.Key.Key_Space:
            self._sort_by_next()
        elif key == Qt.Key.Key_Menu:
            self.menu_wanted.emit(self._below_current())
        elif event.text() or key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else len(self.rows.rows) - 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._cells.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cells.focused = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyboardSearch(self, search: str) -> None:
        # From the first column, whichever cell was clicked.
        if self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(self.currentIndex().row(), NAME))
        super().keyboardSearch(search)

    def _sort_by_next(self) -> None:
        visible = [at for at in range(len(HEADINGS)) if not self.isColumnHidden(at)]
        at = visible.index(self.rows.sorted_by) if self.rows.sorted_by in visible else -1
        self.sort_by(visible[(at + 1) % len(visible)])

    def _below_current(self) -> object:
        place = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(place.bottomLeft())

    def _fit(self, *_: object) -> None:
        """Give columns their widths, and rows the height of their names."""
        room = self.viewport().width()
        self.setColumnHidden(ARRIVED, room < theme().px(_NARROW))
        widths = [
            0 if self.isColumnHidden(at) else theme().px(wide) for at, wide in enumerate(_WIDTHS)
        ]
        widths[NAME] = max(theme().px(160), room - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        name = widths[NAME] - self._cells.left - theme().px(8)
        for at, row in enumerate(self.rows.rows):
            self.setRowHeight(at, row_height(row, name))
