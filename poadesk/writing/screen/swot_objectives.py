"""The list that opens over a FODA item: which objectives answer it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Objective, SwotItem
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing import edits

_GAP = 4  # pixels between the text of the item and the list


class ObjectivesPopup(QFrame):
    """Asks which objectives answer an item; each tick is saved at once.

    Without any objective it says so, and `objectives_wanted` tells that they are to be written.
    """

    objectives_wanted = Signal()

    def __init__(self, open_plan: OpenPlan, item_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "menu")
        self._open_plan = open_plan
        self._item_id = item_id
        self._words = open_plan.words.noun("objective")
        self.boxes: list[QCheckBox] = []
        self._by_digit: dict[str, QCheckBox] = {}
        self._start: QWidget = self
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.setSpacing(8)
        layout.addWidget(label(f"¿Qué {self._words.one} lo atiende?", "button"))
        if open_plan.plan.objectives:
            self._offer_objectives(layout)
        else:
            self._send_to_objectives(layout)
        width = theme().px(380)
        self.setFixedSize(width, layout.totalHeightForWidth(width))

    def show_below(self, widget: QWidget) -> None:
        """Show the list under a widget, or above it where there is no room below."""
        at = widget.mapToGlobal(QPoint(0, widget.height() + _GAP))
        room = widget.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        if at.y() + self.height() > room.bottom():
            at.setY(at.y() - widget.height() - 2 * _GAP - self.height())
        at.setY(max(room.top(), at.y()))
        self.move(at)
        self.show()
        self._start.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box = self._by_digit.get(event.text())
        if box is None:
            super().keyPressEvent(event)
            return
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.toggle()

    def _offer_objectives(self, layout: QVBoxLayout) -> None:
        for objective in self._open_plan.plan.objectives:
            layout.addLayout(self._choice(objective))
        self._start = self.boxes[0]
        numbers = map(self._open_plan.number, (o.id for o in self._open_plan.plan.objectives))
        # A number that is shown goes before the place in the list, which may be another.
        self._by_digit = dict(zip(map(str, range(1, 10)), self.boxes, strict=False))
        self._by_digit |= dict(zip(numbers, self.boxes, strict=True))
        layout.addWidget(label("Espacio o su número marca · Esc cierra", "small", "text3"))

    def _send_to_objectives(self, layout: QVBoxLayout) -> None:
        said = f"Escriba primero {self._words.all}; luego diga aquí cuál atiende este punto."
        layout.addWidget(label(said, "grid", "text2"))
        layout.addSpacing(4)
        words = f"Ir a {self._words.titles}"
        self._start = button(words, icon="arrow-right", on_click=self._leave)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        layout.addWidget(self._start, 0, flags)

    def _leave(self) -> None:
        self.close()
        self.objectives_wanted.emit()

    def _choice(self, objective: Objective) -> QHBoxLayout:
        number = self._open_plan.number(objective.id)
        box = QCheckBox()
        box.setAccessibleName(f"{number} {objective.text}")
        box.setChecked(objective.id in self._tied())
        box.toggled.connect(lambda ticked: self._tie(objective.id, ticked))
        self.boxes.append(box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(number, "button", "accent", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        words = label(objective.text, "grid")
        words.setBuddy(box)
        row.addWidget(words, 1)
        return row

    def _tied(self) -> set[str]:
        item = self._open_plan.row(self._item_id)
        return {t.objective_id for t in item.objectives} if isinstance(item, SwotItem) else set()

    def _tie(self, objective_id: str, ticked: bool) -> None:
        item = self._open_plan.row(self._item_id)
        objective = self._open_plan.row(objective_id)
        if isinstance(item, SwotItem) and isinstance(objective, Objective):
            verb = "Atender con" if ticked else "Dejar de atender con"
            self._open_plan.act(
                f"{verb} {self._open_plan.named(objective)}",
                lambda step, plan: edits.tie_to_objective(step, item, objective, ticked),
            )
