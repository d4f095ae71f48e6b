"""The places that were found, as rows: number, text with the words marked, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from poadesk.desktop.overlay_list import Entries, EntryDelegate, OverlayList
from poadesk.plan.excerpt import excerpt
from poadesk.plan.searching import FoundPlace
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import Marks, height_of, paint_wrapped

MOST_SHOWN = 200
_WIDEST_NUMBER = 96
_PADDING = 6


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A place with the part of its text that is shown, and the marks in it."""

    place: FoundPlace
    text: str
    marks: Marks


class FoundRows(Entries[FoundRow]):
    """The rows of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._longest_number = ""

    def show_places(self, places: list[FoundPlace]) -> None:
        """Show the first places; more than anybody reads would only take time."""
        numbers = [place.number for place in places[:MOST_SHOWN]]
        self._longest_number = max(numbers, key=len, default="")
        self.show_entries(
            [FoundRow(place, *excerpt(place.text, place.spans)) for place in places[:MOST_SHOWN]]
        )

    def spoken(self, entry: FoundRow) -> str:
        """Return number, text and kind."""
        return ", ".join(filter(None, (entry.place.number, entry.text, entry.place.kind)))

    def number_width(self) -> float:
        """Return the width in pixels of the longest number, up to a limit."""
        width = QFontMetricsF(theme().font("grid")).horizontalAdvance(self._longest_number)
        return min(width, theme().px(_WIDEST_NUMBER))


class _Delegate(EntryDelegate[FoundRow]):
    """Draws a place."""

    def __init__(self, rows: OverlayList, model: FoundRows) -> None:
        super().__init__(rows, model)
        self._places = model

    def height(self, entry: FoundRow, width: float) -> int:
        """Return the height of text and kind, or of the number if it needs more."""
        number, words = self._columns(QRectF(0, 0, width, 0))
        left = height_of(entry.place.number, "grid", number.width())
        text = height_of(entry.text, "grid", words.width(), entry.marks)
        kind = height_of(entry.place.kind, "small", words.width())
        return max(left, text + kind) + 2 * theme().px(_PADDING)

    def draw(self, painter: QPainter, place: QRectF, entry: FoundRow, chosen: bool) -> None:
        """Draw a place in its row."""
        number, words = self._columns(place)
        text = height_of(entry.text, "grid", words.width(), entry.marks)
        color = "accent" if chosen else "text2"
        paint_wrapped(painter, number, entry.place.number, "grid", color)
        paint_wrapped(painter, words, entry.text, "grid", "text", marks=entry.marks)
        words.translate(0, text)
        paint_wrapped(painter, words, entry.place.kind, "small", "text3")

    def _columns(self, place: QRectF) -> tuple[QRectF, QRectF]:
        side, gap = theme().px(10), theme().px(14)
        top = place.top() + theme().px(_PADDING)
        width = self._places.number_width()
        number = QRectF(QPointF(place.left() + side, top), QSizeF(max(1.0, width + 1), 1))
        left = number.right() + gap if width else number.left()
        return number, QRectF(left, top, place.right() - side - left, 1)


class FoundList(OverlayList):
    """The list of places. The focus stays in the field above, which hands it the arrows."""

    def __init__(self) -> None:
        super().__init__("Lugares del plan")
        self.rows = FoundRows()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self, self.rows))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def chosen_place(self) -> FoundPlace | None:
        """Return the place that is chosen."""
        row = self.chosen()
        return self.rows.entries[row].place if row >= 0 else None
