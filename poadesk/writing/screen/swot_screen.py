"""FODA: the four quadrants as on paper, each a list that is written in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import QUADRANTS, Plan, Row, SwotItem
from poadesk.planfile.journal import Step
from poadesk.widgets.band import Band
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.screen.first_line import FirstLine
from poadesk.writing.screen.row_list import Destinations, RowList
from poadesk.writing.screen.swot_row import SwotRow


class Words(NamedTuple):
    """What one quadrant says: `question` and `example` while nothing is written in it."""

    letter: str
    title: str
    meaning: str
    add: str
    question: str
    example: str


_WORDS = {
    "strength": Words(
        "F",
        "Fortalezas",
        "Lo que la unidad hace bien",
        "Agregar fortaleza",
        "¿En qué trabaja bien la unidad?",
        "Ej.: el personal conoce a los contribuyentes",
    ),
    "opportunity": Words(
        "O",
        "Oportunidades",
        "Lo que afuera le ayuda",
        "Agregar oportunidad",
        "¿Qué pasa afuera que le conviene?",
        "Ej.: un ministerio ofrece capacitación gratuita",
    ),
    "weakness": Words(
        "D",
        "Debilidades",
        "Lo que a la unidad le falta",
        "Agregar debilidad",
        "¿Qué le falta o qué deja a medias?",
        "Ej.: nadie atiende el archivo",
    ),
    "threat": Words(
        "A",
        "Amenazas",
        "Lo que afuera puede afectarla",
        "Agregar amenaza",
        "¿Qué puede complicarle el año desde afuera?",
        "Ej.: lluvias que cierran los caminos",
    ),
}
_ROOM_FOR_TWO = 560  # pixels of width


class SwotScreen(Screen):
    """The board of the four quadrants."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(
            "FODA",
            "Lo que ayuda y lo que dificulta el trabajo de la unidad, por dentro y por fuera.",
        )
        self._open_plan = open_plan
        self.set_hints(
            [
                ("Enter", "otro punto"),
                ("Ctrl+L", "objetivos que lo atienden"),
                ("Ctrl+↑", "subir"),
                ("Ctrl+Supr", "borrar"),
            ]
        )
        self.quadrants = {name: _Quadrant(open_plan, name) for name in QUADRANTS}
        self._board = QGridLayout()
        self._board.setSpacing(12)
        self._columns = 0
        self._arrange(2)
        for quadrant in self.quadrants.values():
            quadrant.list.notice.connect(self.notice)
            quadrant.list.entered.connect(self.row_shown)
        self.content.addLayout(self._board)
        open_plan.changed.connect(self._refresh)
        self._refresh()

    def arrive(self) -> None:
        for quadrant in self.quadrants.values():
            if quadrant.list.rows:
                quadrant.list.rows[0].editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.quadrants["strength"].list.focus_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().px(_ROOM_FOR_TWO) else 1)

    def _arrange(self, columns: int) -> None:
        """Put the quadrants in two columns as on paper, or one under the other."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, quadrant in enumerate(self.quadrants.values()):
            self._board.removeWidget(quadrant)
            self._board.addWidget(quadrant, at // columns, at % columns)
        for column in range(2):
            self._board.setColumnStretch(column, int(column < columns))

    def jump_to(self, row_id: str, field: str) -> None:
        if field in self.quadrants:
            self.quadrants[field].list.focus_start()
        elif not any(q.list.focus_row(row_id, field) for q in self.quadrants.values()):
            self.arrive()

    def _refresh(self) -> None:
        for quadrant in self.quadrants.values():
            quadrant.show_count()
        self._show_unanswered()

    def _show_unanswered(self) -> None:
        """Say how many weaknesses and threats no objective answers, once there are objectives."""
        plan = self._open_plan.plan
        items = [*plan.quadrant("weakness"), *plan.quadrant("threat")]
        open_items = [item for item in items if not item.objectives]
        if not open_items or not plan.objectives:
            self.show_band(None)
            return
        if len(open_items) == len(items):
            sentence = "Todavía no se dice qué objetivo atiende las debilidades y amenazas."
        elif len(open_items) == 1:
            sentence = "A una de las debilidades y amenazas no la atiende ningún objetivo."
        else:
            sentence = (
                f"A {len(open_items)} de las {len(items)} debilidades y amenazas "
                "no las atiende ningún objetivo."
            )
        first = open_items[0].id
        self.show_band(
            Band("warning", sentence, "Ver la siguiente", lambda: self.jump_to(first, ""))
        )


class _Quadrant(QFrame):
    """One quadrant: its letter, its title and its list."""

    def __init__(self, open_plan: OpenPlan, name: str) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._name = name
        self.setProperty("panel", "quiet-card")
        self._words = _WORDS[name]
        self._count = label("", "grid", "text3", wrap=False)
        self._meaning = label(self._words.meaning, "small", "text2")
        self.list = RowList(
            open_plan,
            "swot_item",
            lambda row_id: self._row(row_id),
            self._words.add,
            FirstLine(self._words.example, self._words.add),
            quadrant=name,
        )
        self.list.destinations = self._destinations
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.list)
        layout.addStretch(1)
        self.list.show_rows_of(open_plan.plan.id)

    def show_count(self) -> None:
        """Show how many items the quadrant has."""
        count = len(self.list.rows)
        self._count.setText(str(count or ""))
        self._meaning.setText(self._words.meaning if count else self._words.question)

    def _row(self, row_id: str) -> SwotRow:
        return SwotRow(self._open_plan, row_id, self.list.open_menu)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self._words.title, "objective"))
        words.addWidget(self._meaning)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Letter(self._words.letter), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _destinations(self, row: Row) -> Destinations:
        """Offer the other three quadrants."""

        def to(quadrant: str) -> tuple[str, Callable[[Step, Plan], None]]:
            def move(step: Step, plan: Plan) -> None:
                item = self._open_plan.row(row.id)
                assert isinstance(item, SwotItem)
                edits.move_to_quadrant(step, plan, item, quadrant, len(plan.quadrant(quadrant)))

            return f"Pasar a {_WORDS[quadrant].title}", move

        return [to(name) for name in QUADRANTS if name != self._name]


class _Letter(QWidget):
    """The letter of a quadrant on its soft square."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setFixedSize(theme().px(32), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("soft"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setPen(theme().color("accent"))
        painter.setFont(theme().font("objective"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
