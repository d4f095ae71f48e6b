"""One item of the FODA: its number, its text, and the objectives that answer it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from poadesk.plan.model import SwotItem
from poadesk.widgets.bound_field import BoundField, cell_editor
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.labels import tooltip
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_editor import OpenMenu, RowEditor, holds_focus
from poadesk.widgets.theme import theme
from poadesk.writing.screen.answers_button import AnswersButton
from poadesk.writing.screen.swot_handle import ItemHandle
from poadesk.writing.screen.swot_objectives import ObjectivesPopup

_NEEDS_ANSWER = ("weakness", "threat")
_READABLE, _GAP = 170, 4  # pixels of a text at least, and between the parts of a row
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SwotRow(RowEditor):
    """The widget of one item. Ctrl+L opens the list of objectives.

    `sideways`: Ctrl+Right (1) or Ctrl+Left (-1) where the caret has nowhere to go in the text,
    or again right after the item has come here that way.
    """

    sideways = Signal(str, int)
    objectives_wanted = Signal()

    def __init__(self, open_plan: OpenPlan, row_id: str, open_menu: OpenMenu) -> None:
        super().__init__(row_id)
        self._open_plan = open_plan
        self._came_with_caret_at: int | None = None
        self.handle = ItemHandle()
        if open_plan.read_only:
            self.handle.forbid()
        frame = cell_editor("swot_item", "text", lines=1)
        BoundField(frame, open_plan, "swot_item", "text").bind(row_id)
        self.editors = [frame.editor]
        frame.editor.installEventFilter(self)
        self.answers = AnswersButton(open_plan.words.noun("objective"))
        self.answers.clicked.connect(lambda: self.open_objectives())
        self.answers.hide()
        more = icon_button("more", "Qué hacer con este punto", lambda: open_menu(row_id, more))
        for small in (self.answers, more):
            small.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from item to item
        self._around = (self.handle, more)
        self._is_below = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 1, 0, 1)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.handle, 0, 0, top)
        self._grid.addWidget(frame, 0, 1)
        self._grid.addWidget(self.answers, 0, 2, top)
        self._grid.addWidget(more, 0, 3, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_answers()

    def _place_answers(self) -> None:
        """Put the answers below the text where they would leave it too little room."""
        parts = (*self._around, self.answers)
        room = self.width() - sum(part.sizeHint().width() + _GAP for part in parts)
        is_below = room < theme().px(_READABLE)
        if is_below != self._is_below:
            self._is_below = is_below
            self._grid.removeWidget(self.answers)
            row, column = (1, 1) if is_below else (0, 2)
            corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self.answers, row, column, corner)

    @property
    def editor(self) -> QPlainTextEdit:
        """The editor of the text."""
        editor = self.editors[0]
        assert isinstance(editor, QPlainTextEdit)
        return editor

    def show_number(self, number: int) -> None:
        self.handle.show_number(number)

    def take_caret(self, position: int) -> None:
        """Take the focus, with the caret at a position of the text."""
        cursor = self.editor.textCursor()
        cursor.setPosition(position)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_go_on_sideways(self) -> None:
        """The item has just come from beside: until another key it also goes on or back."""
        self._came_with_caret_at = self.editor.textCursor().position()

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
        self._place_answers()
        tooltip(self.answers, f"{self.answers.accessibleName()}. Ctrl+L para cambiarlos.")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.handle.show_grip(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.handle.show_grip(holds_focus(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.handle.show_grip(True)
        elif event.type() == QEvent.Type.FocusOut:
            self.handle.show_grip(self.underMouse())
            self._came_with_caret_at = None
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def open_objectives(self) -> None:
        """Open the list in which objectives are ticked."""
        if not self._open_plan.read_only:
            popup = ObjectivesPopup(self._open_plan, self.row_id, self)
            popup.objectives_wanted.connect(self.objectives_wanted)
            popup.show_below(self.editor)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; say whether it was a key of the item."""
        if event.key() == Qt.Key.Key_Control:
            return False
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        by = _SIDES.get(Qt.Key(event.key()), 0) if is_control else 0
        if is_control and event.key() == Qt.Key.Key_L:
            self.open_objectives()
        elif by and not self._open_plan.read_only and self._has_no_way(by):
            self.sideways.emit(self.row_id, by)
        else:
            self._came_with_caret_at = None
            return False
        return True

    def _has_no_way(self, by: int) -> bool:
        """Say whether the caret cannot go by words in this direction, or was only passing by."""
        cursor = self.editor.textCursor()
        if cursor.hasSelection():
            return False
        at_end = cursor.atEnd() if by > 0 else cursor.atStart()
        return at_end or cursor.position() == self._came_with_caret_at
