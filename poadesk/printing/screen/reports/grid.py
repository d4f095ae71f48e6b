"""The table of a report: code and text stay at the left, and rows are as high as their words."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from poadesk.printing.screen.reports.cells import ReportCells
from poadesk.printing.screen.reports.heading import ReportHeading
from poadesk.printing.screen.reports.measures import LEAST_ROW, column_width, row_height
from poadesk.printing.screen.reports.model import Index, ReportModel
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.theme import theme

_ALL_AT_ONCE = 400  # rows; of more only those in sight are measured
_NARROW = 620  # pixels of the table in which the names get less room


class _Table(QTableView):
    """What the table and its fixed columns have in common."""

    def __init__(self, model: ReportModel, cells: ReportCells, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(cells)
        self.heading = ReportHeading(model, self)
        self.setHorizontalHeader(self.heading)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


class FixedColumns(_Table):
    """The first columns again, over the others; keys go to the table below."""

    def __init__(self, model: ReportModel, cells: ReportCells, parent: ReportGrid) -> None:
        super().__init__(model, cells, parent)
        self._grid = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoScroll(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grid.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._grid.contextMenuEvent(event)


class ReportGrid(_Table):
    """`row_chosen` tells the current row (-1: none), `wanted` one that the person wants to open.

    `jump_words` is what the menu of a cell calls that.
    """

    row_chosen = Signal(int)
    wanted = Signal(int)

    def __init__(self, model: ReportModel) -> None:
        self.report = model
        self._cells = ReportCells(model, model)
        super().__init__(model, self._cells, None)
        self.jump_words = ""
        self._widths: list[int] = []
        self._kept = ("", 0)  # id and column of the current cell, through changes of the rows
        self.fixed = FixedColumns(model, self._cells, self)
        self.fixed.setSelectionModel(self.selectionModel())
        self._tie_fixed()
        self.setAccessibleName("Filas del informe")
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget())  # Qt would paint a frame where the bars meet
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._repaint)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._lay_out)
        theme().changed.connect(self._lay_out)

    def go_to_row(self, row: int, column: int = 1) -> None:
        """Make a cell the current one and bring it into sight."""
        index = self.report.index(row, min(column, self.report.columnCount() - 1))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._fit_rows()
        self.scrollTo(index)

    def copied(self) -> str:
        """Return the chosen cells as text, with tabs between them and a line for each row."""
        chosen = self.selectionModel().selection().toList()
        if not chosen:
            return ""
        top, bottom = min(one.top() for one in chosen), max(one.bottom() for one in chosen)
        left, right = min(one.left() for one in chosen), max(one.right() for one in chosen)
        rows = (
            (self.report.text(row, column) for column in range(left, right + 1))
            for row in range(top, bottom + 1)
        )
        return "\n".join("\t".join(" ".join(text.split()) for text in row) for row in rows)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._want(current)
        elif event.key() == Qt.Key.Key_Space and current.isValid():
            self.report.sort_by(current.column())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump to another cell."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        entries = menu(parent=self)
        if self.jump_words and not self.report.is_closing(current.row()):
            add_entry(entries, self.jump_words, lambda: self._want(current), icon="arrow-right")
        add_entry(entries, "Copiar", self.copy, icon="copy")
        entries.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries.popup(event.globalPos())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < self.report.fixed:
            bar.setValue(before)
            return
        covered = self.fixed.width() - self.visualRect(index).left()
        if covered > 0:
            bar.setValue(bar.value() - covered)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.report.rowCount():
            self.go_to_row(0)
        self._cells.focused = True
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cells.focused = False
        self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_columns()
        self._place_fixed()
        self._fit_rows()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.heading.viewport().update()
        if dy:
            self._fit_rows()

    def _on_current(self, current: Index) -> None:
        self._cells.current = current.row(), current.column()
        self._repaint()
        self.row_chosen.emit(current.row())

    def _want(self, index: Index) -> None:
        if not self.report.is_closing(index.row()):
            self.wanted.emit(index.row())

    def _tie_fixed(self) -> None:
        mine, theirs = self.verticalScrollBar(), self.fixed.verticalScrollBar()
        mine.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(mine.setValue)
        self.verticalHeader().sectionResized.connect(
            lambda row, _, height: self.fixed.setRowHeight(row, height)
        )
        for table in (self, self.fixed):
            table.heading.sectionClicked.connect(self.report.sort_by)
            table.doubleClicked.connect(self._want)

    def _keep_place(self) -> None:
        index = self.currentIndex()
        self._kept = ("", 0)
        if index.isValid() and not self.report.is_closing(index.row()):
            self._kept = self.report.line(index.row()).row_id, index.column()

    def _lay_out(self) -> None:
        """Show other rows: widths, heights, and the cell that was the current one."""
        for table in (self, self.fixed):
            table.verticalHeader().setDefaultSectionSize(theme().px(LEAST_ROW))
        self._lay_out_columns()
        row = self.report.row_of(self._kept[0])
        if row is not None:
            self.go_to_row(row, self._kept[1])
        else:
            self._cells.current = (-1, -1)
            self.row_chosen.emit(-1)

    def _lay_out_columns(self) -> None:
        if self.report.shown is None:
            return
        is_narrow = self.viewport().width() < theme().px(_NARROW)
        columns = range(self.report.columnCount())
        widths = [column_width(self.report, column, is_narrow) for column in columns]
        widths = self._spread(widths)
        self._widths = widths
        for table in (self, self.fixed):
            for column, width in enumerate(widths):
                table.setColumnWidth(column, width)
                table.setColumnHidden(column, table is self.fixed and column >= self.report.fixed)
            table.heading.measure(widths)
            table.updateGeometries()
        self._place_fixed()
        self._fit_rows(anew=True)

    def _spread(self, widths: list[int]) -> list[int]:
        """Give the text what room there is left beside the columns."""
        left = self.viewport().width() - sum(widths)
        if left > 0 and len(widths) > 1:
            widths[1] += left
        return widths

    def _fit_rows(self, anew: bool = False) -> None:
        """Give rows the height of their words: all of a few, or those in sight of many."""
        count = self.report.rowCount()
        if not self._widths or not count:
            return
        if count <= _ALL_AT_ONCE:
            rows = range(count) if anew else range(0)
        else:
            first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            rows = range(max(first, 0), (last if last >= 0 else count - 1) + 1)
        for row in rows:
            height = row_height(self.report, row, self._widths)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _place_fixed(self) -> None:
        wide = sum(self._widths[: self.report.fixed])
        high = self.heading.height() + self.viewport().height()
        self.fixed.setGeometry(0, 0, min(wide, self.viewport().width()), high)
        self.fixed.setVisible(bool(self._widths))

    def _repaint(self, *_: object) -> None:
        self.viewport().update()
        self.fixed.viewport().update()
