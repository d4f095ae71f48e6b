"""Words of one revision, with what is gone struck through and what is new strong and underlined."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.plan.folding import Span
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import units

_ROLE = "text"


class MarkedText(QWidget):
    """A text that wraps; `is_new` says on which side it stands."""

    def __init__(self, is_new: bool) -> None:
        super().__init__()
        self._is_new = is_new
        self._text = ""
        self._spans: tuple[Span, ...] = ()
        self._color = "text" if is_new else "text2"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._again)

    def show_text(self, text: str, spans: tuple[Span, ...] = (), quiet: bool = False) -> None:
        """Show other words; `quiet` for those that are no words of the plan."""
        self._text, self._spans = text, spans
        self._color = "text3" if quiet else "text" if self._is_new else "text2"
        self.setAccessibleName(text)
        self._again()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, self._laid_out(width).lineCount()) * theme().line_height(_ROLE)

    def sizeHint(self) -> QSize:
        width = theme().px(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().line_height(_ROLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().color(self._color))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _again(self) -> None:
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text.replace("\n", "\u2028"), theme().font(_ROLE))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(begin, end) for begin, end in self._spans])
        step, top = theme().line_height(_ROLE), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout

    def _marked(self, begin: int, end: int) -> QTextLayout.FormatRange:
        result = QTextLayout.FormatRange()
        result.start = units(self._text[:begin])
        result.length = units(self._text[begin:end])
        look = QTextCharFormat()
        look.setBackground(theme().color("ok_soft" if self._is_new else "bad_soft"))
        if self._is_new:
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setFontUnderline(True)
        else:
            look.setFontStrikeOut(True)
        result.format = look
        return result
