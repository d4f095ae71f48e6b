"""Editor of plain text that is always as high as what is written in it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import (
    QPlainTextDocumentLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from poadesk.widgets.list_paste import ListTaker
from poadesk.widgets.theme import theme

_MARGIN = 3


class TallLines(QPlainTextDocumentLayout):
    """Lines at the distance the theme gives them instead of the letter's own."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        if layout is None or not layout.lineCount():
            return rect
        step = theme().line_height("text")
        count = layout.lineCount()
        wanted_last = _top(layout.lineAt(count - 1).height(), count - 1, step)
        if layout.lineAt(count - 1).y() != wanted_last:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), _top(line.height(), number, step)))
        is_last = not block.next().isValid()
        rect.setHeight(count * step + (self.document().documentMargin() if is_last else 0))
        return rect


def _top(line_height: float, number: int, step: int) -> float:
    return number * step + (step - line_height) // 2


class GrowingText(ListTaker):
    """Text of several lines, at least `lines` of them high. `left` when the focus leaves it."""

    left = Signal()

    def __init__(
        self, lines: int = 1, placeholder: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self._use_tall_lines()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        # Qt lays lines out also while it tells nobody; then there is something to scroll.
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._keep_caret_in_sight)
        theme().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.height_wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.height_wanted())

    def height_wanted(self) -> int:
        """Height in pixels that shows all the text, and never less than the least lines."""
        lines = max(self._least_lines, round(self.document().size().height()))
        around = theme().px(32) - theme().line_height("text")
        return lines * theme().line_height("text") + around

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _use_tall_lines(self) -> None:
        document = QTextDocument(self)
        # Kept, because the document does not keep what Python has added to its layout.
        self._tall_lines = TallLines(document)
        document.setDocumentLayout(self._tall_lines)
        document.setDocumentMargin(_MARGIN)
        document.setDefaultFont(self.font())
        self.setDocument(document)

    def _fit(self, *_: object) -> None:
        self.setFixedHeight(self.height_wanted())

    def _keep_caret_in_sight(self) -> None:
        # The text never scrolls by itself, so the column around it has to follow the caret.
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.hasFocus():
            point = self.viewport().mapTo(page, self.cursorRect().center())
            area.ensureVisible(point.x(), point.y(), 0, theme().px(40))
