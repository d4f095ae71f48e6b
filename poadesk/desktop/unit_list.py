"""The units of a file as rows: the name in full, how many activities, and which is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from poadesk.desktop.overlay_list import Entries, EntryDelegate, OverlayList
from poadesk.plan.folding import folded
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.unit_names import unit_name
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import height_of, paint_wrapped

_PADDING, _SIDE, _GAP, _TICK = 8, 10, 14, 14


@dataclass(frozen=True, slots=True)
class Unit:
    """The plan of one unit: its id, the name of the unit, what tells it apart, and if in sight.

    `code` is what the office calls it by.
    """

    plan_id: str
    name: str
    detail: str
    in_sight: bool
    code: str = ""


def units_of(plans: Sequence[Plan], chosen_id: str) -> list[Unit]:
    """Return the units of a file, in the order of its plans."""
    return [
        Unit(plan.id, unit_name(plan), _detail(plan), plan.id == chosen_id, plan.unit_code)
        for plan in plans
    ]


def count_words(count: int) -> str:
    """Return for example "43 unidades"."""
    return "1 unidad" if count == 1 else f"{count:,} unidades"


def with_words(units: Sequence[Unit], words: str) -> list[Unit]:
    """Return the units whose name or code holds each of these words, whatever case and accents.

    How many activities they have is not looked at: a 7 would find every unit that has seven.
    """
    wanted = folded(words).split()
    return [
        unit for unit in units if all(word in folded(f"{unit.name} {unit.code}") for word in wanted)
    ]


def _detail(plan: Plan) -> str:
    noun = profile_of(plan.profile).noun("activity")
    words = noun.counted_briefly(sum(1 for _ in plan.activities()))
    return f"{plan.unit_code.strip()} · {words}" if plan.unit_code.strip() else words


class _Units(Entries[Unit]):
    """The rows of the list."""

    def spoken(self, entry: Unit) -> str:
        """Return name, detail and whether it is in sight."""
        parts = [entry.name, entry.detail]
        return ", ".join([*parts, "a la vista"] if entry.in_sight else parts)


class _Delegate(EntryDelegate[Unit]):
    """Draws a unit: its name, below it what tells it apart, and a tick for the one in sight."""

    def height(self, entry: Unit, width: float) -> int:
        """Return the height of the name, which may take several lines, and of the detail."""
        words = self._words(QRectF(0, 0, width, 0))
        name = height_of(entry.name, _role(entry), words.width())
        detail = height_of(entry.detail, "small", words.width())
        return name + detail + 2 * theme().px(_PADDING)

    def draw(self, painter: QPainter, place: QRectF, entry: Unit, chosen: bool) -> None:
        """Draw a unit in its row."""
        words = self._words(place)
        if entry.in_sight:
            side = theme().px(_TICK)
            left = place.right() - theme().px(_SIDE) - side
            paint_icon(painter, QRectF(left, words.top() + 2, side, side), "check", "accent")
        paint_wrapped(painter, words, entry.name, _role(entry), "text")
        words.translate(0, height_of(entry.name, _role(entry), words.width()))
        paint_wrapped(painter, words, entry.detail, "small", "text2" if chosen else "text3")

    def _words(self, place: QRectF) -> QRectF:
        side, tail = theme().px(_SIDE), theme().px(_GAP + _TICK)
        top = place.top() + theme().px(_PADDING)
        return QRectF(place.left() + side, top, place.width() - 2 * side - tail, 1)


def _role(entry: Unit) -> str:
    return "strong" if entry.in_sight else "grid"


class UnitList(OverlayList):
    """The list of units. `picked` carries the id of the plan to which the person goes."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Unidades del archivo")
        self.rows = _Units()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self, self.rows))
        self.clicked.connect(lambda _: self.pick())

    def show_units(self, units: Sequence[Unit]) -> None:
        """Show these units, with the one in sight chosen if it is among them."""
        self.rows.show_entries(units)
        self.choose(next((at for at, unit in enumerate(units) if unit.in_sight), 0))

    def pick(self) -> None:
        """Go to the chosen unit."""
        if self.chosen() >= 0:
            self.picked.emit(self.rows.entries[self.chosen()].plan_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pick()
        else:
            super().keyPressEvent(event)
