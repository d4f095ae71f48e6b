"""Filter pills: each a state with its sign and how many there are; one is always chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.flow_row import flow_row
from poadesk.widgets.light_sign import SIDE, paint_light
from poadesk.widgets.theme import theme

_HEIGHT, _SIDE_ROOM, _GAP = 28, 12, 6  # pixels at 100 % text size


@dataclass(frozen=True, slots=True)
class PillWords:
    """What a pill says; `sign` is one of `light_sign.COLORS`, or "" for none."""

    key: str
    word: str
    count: int
    sign: str = ""


class Pills(QWidget):
    """A row of pills. `changed(key)` follows every choice by the person."""

    changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._tell)
        self.buttons: list[Pill] = []
        self._row, self._flow = flow_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    @property
    def value(self) -> str:
        """Return the key of the chosen pill, or "" without any."""
        at = self._group.checkedId()
        return self.buttons[at].words.key if 0 <= at < len(self.buttons) else ""

    def set_pills(self, pills: Sequence[PillWords], chosen: str = "") -> None:
        """Show these pills without telling; the first is chosen where `chosen` is not there."""
        if [pill.key for pill in pills] != [one.words.key for one in self.buttons]:
            self._make(pills)
        keys = [pill.key for pill in pills]
        self._group.blockSignals(True)
        for one, words in zip(self.buttons, pills, strict=True):
            one.set_words(words)
        if self.buttons:
            self.buttons[keys.index(chosen) if chosen in keys else 0].setChecked(True)
        self._group.blockSignals(False)

    def choose(self, key: str) -> None:
        """Choose a pill as a click does; nothing where there is none of that key."""
        for one in self.buttons:
            if one.words.key == key:
                one.setChecked(True)

    def _make(self, pills: Sequence[PillWords]) -> None:
        for one in self.buttons:
            self._group.removeButton(one)
            self._flow.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.buttons = [Pill(words, self._row) for words in pills]
        for at, one in enumerate(self.buttons):
            self._group.addButton(one, at)
            self._flow.addWidget(one)
            one.show()
        self._row.updateGeometry()

    def _tell(self, at: int, checked: bool) -> None:
        if checked and at < len(self.buttons):
            self.changed.emit(self.buttons[at].words.key)


class Pill(QAbstractButton):
    """One pill: sign, word and count, filled while it is chosen."""

    def __init__(self, words: PillWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.updateGeometry)
        self.set_words(words)

    def set_words(self, words: PillWords) -> None:
        """Say something else."""
        self.words = words
        self.setAccessibleName(f"{words.word}: {words.count:,}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        sign = px(SIDE) + px(_GAP) if self.words.sign else 0
        count = QFontMetricsF(theme().font("strong")).horizontalAdvance(self._count)
        word = QFontMetricsF(theme().font("button")).horizontalAdvance(self.words.word)
        return QSize(round(sign + word + count + px(_GAP) + 2 * px(_SIDE_ROOM)), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        px, area = theme().px, QRectF(self.rect())
        left = float(px(_SIDE_ROOM))
        if self.words.sign:
            side = px(SIDE)
            place = QRectF(left, area.center().y() - side / 2, side, side)
            paint_light(painter, place, self.words.sign)
            left += side + px(_GAP)
        left = self._paint_word(painter, left, self.words.word, "button") + px(_GAP)
        self._paint_word(painter, left, self._count, "strong")

    @property
    def _count(self) -> str:
        return f"{self.words.count:,}"

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        line, ground = ("soft", "soft") if self.isChecked() else ("line2", "surface")
        if not self.isChecked() and self.underMouse():
            ground = "hover"
        pen = QPen(theme().color(line), 1)
        if self.hasFocus():
            pen = QPen(theme().color("accent"), 2)
        painter.setPen(pen)
        painter.setBrush(theme().color(ground))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    def _paint_word(self, painter: QPainter, left: float, word: str, role: str) -> float:
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().color("accent" if self.isChecked() else "text"))
        wide = QFontMetricsF(font).horizontalAdvance(word)
        place = QRectF(left, 0, wide + 2, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags, word)
        return left + wide
