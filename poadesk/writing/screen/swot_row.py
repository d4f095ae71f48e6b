"""One item of the FODA: its number, its text, and the objectives that answer it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Objective, SwotItem
from poadesk.widgets.bound_field import BoundField, cell_editor
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.labels import label, tooltip
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.screen.answers_button import AnswersButton
from poadesk.writing.screen.row_editor import OpenMenu, RowEditor

_NEEDS_ANSWER = ("weakness", "threat")


class SwotRow(RowEditor):
    """The widget of one item. Ctrl+L opens the list of objectives."""

    def __init__(self, open_plan: OpenPlan, row_id: str, open_menu: OpenMenu) -> None:
        super().__init__(row_id)
        self._open_plan = open_plan
        self._number = label("", "text", "text3", wrap=False)
        self._number.setFixedWidth(theme().px(24))
        self._number.setFixedHeight(theme().px(32))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        frame = cell_editor("swot_item", "text", lines=1)
        BoundField(frame, open_plan, "swot_item", "text").bind(row_id)
        self.editors = [frame.editor]
        frame.editor.installEventFilter(self)
        self.answers = AnswersButton()
        self.answers.clicked.connect(lambda: self.open_objectives())
        self.answers.hide()
        more = icon_button("more", "Qué hacer con este punto", lambda: open_menu(row_id, more))
        for small in (self.answers, more):
            small.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from item to item
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(4)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(frame, 1)
        row.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)

    def show_number(self, number: int) -> None:
        self._number.setText(str(number))

    def refresh(self) -> None:
        item = self._open_plan.row(self.row_id)
        if not isinstance(item, SwotItem):
            return
        objectives = self._open_plan.plan.objectives
        tied = {tie.objective_id for tie in item.objectives}
        numbers = [self._open_plan.number(o.id) for o in objectives if o.id in tied]
        needs = item.quadrant in _NEEDS_ANSWER and bool(objectives)
        self.answers.show_numbers(numbers)
        self.answers.setVisible(bool(numbers) or needs)
        tooltip(self.answers, f"{self.answers.accessibleName()}. Ctrl+L para cambiarlos.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_L:
                self.open_objectives()
                return True
        return super().eventFilter(watched, event)

    def open_objectives(self) -> None:
        """Open the list in which objectives are ticked."""
        if self._open_plan.plan.objectives and not self._open_plan.read_only:
            popup = ObjectivesPopup(self._open_plan, self.row_id, self)
            popup.show_below(self.editors[0])


class ObjectivesPopup(QFrame):
    """Asks which objectives answer an item; each tick is saved at once."""

    def __init__(self, open_plan: OpenPlan, item_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "menu")
        self._open_plan = open_plan
        self._item_id = item_id
        self.boxes: list[QCheckBox] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.setSpacing(8)
        layout.addWidget(label("¿Qué objetivo lo atiende?", "button"))
        for objective in open_plan.plan.objectives:
            layout.addLayout(self._choice(objective))
        layout.addWidget(label("Espacio marca · Esc cierra", "small", "text3"))
        width = theme().px(380)
        self.setFixedSize(width, layout.totalHeightForWidth(width))

    def show_below(self, widget: QWidget) -> None:
        """Show the list under a widget, inside the screen."""
        at = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.boxes[0].setFocus(Qt.FocusReason.PopupFocusReason)

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
                f"{verb} el objetivo {self._open_plan.number(objective_id)}",
                lambda step, plan: edits.tie_to_objective(step, item, objective, ticked),
            )
