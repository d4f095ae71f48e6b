"""Labels that always show text literally, in the letter and colour of the theme."""

from math import inf

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from poadesk.widgets.theme import theme

_NO_END = 1_000_000  # pixels; no line is as long


def label(text: str = "", role: str = "text", color: str = "text", wrap: bool = True) -> "Label":
    """Plain text in the letter of `role` and the colour of a token."""
    return Label(text, role, color, wrap)


def title(text: str = "") -> "Label":
    """Title of a screen."""
    return Label(text, "title", "text", True)


def heading(text: str = "", role: str = "heading2") -> "Label":
    """Heading inside a screen."""
    return Label(text, role, "text", True)


def hint(text: str = "") -> "Label":
    """Small quiet line of help."""
    return Label(text, "small", "text3", True)


def picture() -> QLabel:
    """Label for a drawing; give it one with setPixmap."""
    result = QLabel()
    result.setTextFormat(Qt.TextFormat.PlainText)
    return result


def escaped(text: str) -> str:
    """Text for a button or menu, where a single '&' would mark a shortcut."""
    return text.replace("&", "&&")


def tooltip(widget: QWidget, text: str) -> None:
    """Tooltip that shows `text` literally, whatever markup it holds."""
    widget.setToolTip(f"<qt>{text.translate(_LITERALLY)}</qt>" if text else "")


# Done here, for `html` would load the names of two thousand signs before the window can be used.
_LITERALLY = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Label(QLabel):
    """A QLabel of plain text with the line height of its role."""

    def __init__(self, text: str, role: str, color: str, wrap: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._role = role
        self._color = color
        self._measured: dict[tuple[str, bool, float], tuple[float, int]] = {}
        self._advance_of: str | None = None
        self._kept_advance = inf
        self.setText(text)
        self._dress()
        theme().changed.connect(self._dress)

    def set_color(self, token: str) -> None:
        """Colour of another token from now on."""
        self._color = token
        self._dress()

    def set_wrap(self, wrap: bool) -> None:
        """Break into lines where there is no room, or never."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setWordWrap(wrap)
        self._dress()

    def sizeHint(self) -> QSize:
        # A wrapping label may be as narrow as its parent wants; 360 keeps lines readable.
        wide = theme().px(360) if self.wordWrap() else _NO_END
        return self._with_margins(*self._measure(wide))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        return self._with_margins(theme().px(24), 1)

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        _, line_count = self._measure(width - margins.left() - margins.right())
        return self._with_margins(0, line_count).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.contentsRect())
        line_height = theme().line_height(self._role)
        height = self._measure(area.width())[1] * line_height
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            area.setTop(area.top() + max(0.0, (area.height() - height) / 2))
        painter = QPainter(self)
        token = self._color if self.isEnabled() else "text3"
        painter.setPen(theme().color(token))
        if self._advance() <= area.width():
            self._draw_line(painter, area, line_height)
        else:
            self._lines(area.width()).draw(painter, area.topLeft())

    def _draw_line(self, painter: QPainter, area: QRectF, line_height: int) -> None:
        font = theme().font(self._role)
        letters = QFontMetricsF(font)
        room = area.width() - self._advance()
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            area.setLeft(area.left() + room)
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            area.setLeft(area.left() + room / 2)
        base = area.top() + (line_height - letters.height()) / 2 + letters.ascent()
        painter.setFont(font)
        painter.drawText(QPointF(area.left(), base), self.text())

    def _dress(self) -> None:
        self._measured.clear()
        self._advance_of = None
        self.setFont(theme().font(self._role))
        self.updateGeometry()
        self.update()

    def _with_margins(self, width: float, line_count: int) -> QSize:
        margins = self.contentsMargins()
        height = max(1, line_count) * theme().line_height(self._role)
        return QSize(
            int(width + 0.999) + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def _measure(self, width: float) -> tuple[float, int]:
        """Width of the longest line and number of lines.

        Most texts are of one line, in every width that layouts try; these are not laid out.
        """
        advance = self._advance()
        if advance <= width:
            return advance, 1
        unbroken = self._measured_at(_NO_END)
        return unbroken if unbroken[0] <= width else self._measured_at(width)

    def _advance(self) -> float:
        """Width of the text in one line, without end where it has breaks or tabs.

        Kept: layouts ask many times.
        """
        text = self.text()
        if text != self._advance_of:
            letters = QFontMetricsF(theme().font(self._role))
            self._kept_advance = letters.horizontalAdvance(text) if text.isprintable() else inf
            self._advance_of = text
        return self._kept_advance

    def _measured_at(self, width: float) -> tuple[float, int]:
        key = (self.text(), self.wordWrap(), width)
        if key not in self._measured:
            lines = self._lines(width)
            count = lines.lineCount()
            longest = max((lines.lineAt(i).naturalTextWidth() for i in range(count)), default=0.0)
            self._measured[key] = (longest, count)
        return self._measured[key]

    def _lines(self, width: float) -> QTextLayout:
        text = self.text().replace("\n", "\u2028")
        layout = QTextLayout(text, theme().font(self._role))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self.wordWrap()
            else QTextOption.WrapMode.ManualWrap
        )
        layout.setTextOption(option)
        _set_lines(layout, width, theme().line_height(self._role))
        return layout


def _set_lines(layout: QTextLayout, width: float, line_height: int) -> None:
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
        y += line_height
    layout.endLayout()
