"""The person's own comment of an evaluated action or objective, apart from the generated words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import (
    Goal,
    GoalComment,
    Objective,
    ObjectiveComment,
    declared_fields,
    new_id,
)
from poadesk.planfile.errors import CannotSaveError
from poadesk.widgets.bound_field import undo_belongs_to_plan
from poadesk.widgets.field_frame import FieldFrame, GrowingText
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.saving_pause import SavingPause
from poadesk.widgets.spelling_marks import watch_spelling
from poadesk.widgets.unsaved import Spot, Unsaved

Owner = Goal | Objective
Comment = GoalComment | ObjectiveComment
_HELP = "Lo escribe usted y sale en el informe, aparte de la tabla y de lo que ella dice."
_NAME = "Comentario"
_LINES = 3


class CommentField(QWidget):
    """Saves as typed, on a short pause and when the focus leaves; typing is one step to undo.

    Several plans may have the row: the first that holds a comment of the month keeps it, and
    without any the first row does.
    """

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self._open_plan = open_plan
        self.editor = GrowingText(_LINES, "Por ejemplo: por qué se llegó a esta cifra.")
        self.frame = FieldFrame(_NAME, self.editor, _HELP)
        self._ids: tuple[str, ...] = ()
        self._month = ""
        self._shown = ""
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._pause = SavingPause(self, self.save)
        self.editor.textChanged.connect(self._typed)
        self.editor.installEventFilter(self)
        watch_spelling(self.editor, self.as_one_step)
        open_plan.changed.connect(self._on_changed)
        open_plan.saving_wanted.connect(self.save)

    def bind(self, ids: tuple[str, ...], month: str) -> None:
        """Show the comment of another action or objective, after saving the one before."""
        self.save()
        if (ids, month) == (self._ids, self._month) and self.is_waiting:
            return
        self._ids, self._month = ids, month
        self.frame.clear_error()
        self.editor.setReadOnly(self._open_plan.read_only or not ids)
        self._show_stored()
        kept = self._open_plan.unsaved.get(self._spot) if ids else None
        if kept is not None:
            self._show(kept.text)
            self.save()

    @property
    def is_waiting(self) -> bool:
        """Say whether the editor holds text that is not in the file."""
        return self.editor.toPlainText() != self._shown

    def save(self) -> None:
        """Write what was typed, if the row still exists."""
        self._pause.stop()
        owner = self._owner()
        if owner is None or not self.is_waiting or self._open_plan.read_only:
            return
        typed = self.editor.toPlainText()
        try:
            self._write(owner, str(declared_fields("goal_comment")["text"].read(typed)))
        except UnreadableError as error:
            self._keep(typed, False)
            self.frame.show_error(f"{error} Aún no se guardó.")
        except CannotSaveError as error:
            self._keep(typed, True)
            self.frame.show_error("Todavía no se guardó.")
            self._open_plan.save_failed.emit(error)
        else:
            self._open_plan.unsaved.pop(self._spot, None)
            self._shown = typed
            self.frame.clear_error()

    def as_one_step(self, edit: Callable[[], object]) -> None:
        """Make an edit of the text a step of its own, apart from the typing before and after."""
        self.save()
        self._open_plan.file.journal.end_typing()
        edit()
        self.save()
        self._open_plan.file.journal.end_typing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            return undo_belongs_to_plan(event, self.is_waiting)
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return False

    def _write(self, owner: Owner, text: str) -> None:
        label = f"Comentar {self._open_plan.named(owner)}"
        typing = f"{owner.id}.comment.{self._month}"
        present = self._present(owner)
        with self._open_plan.writing(label, typing, origin=self) as step:
            if present is None:
                step.put_row(replace(_new(owner, self._month), text=text), owner.id)
            elif text:
                step.put(present.TABLE, present.id, text=text)
            else:
                step.delete(present.TABLE, present.id)

    @property
    def _spot(self) -> Spot:
        return "comments", self._ids[0], self._month

    def _keep(self, typed: str, is_readable: bool) -> None:
        way = ("reports", self._ids[0], "comments")
        self._open_plan.unsaved[self._spot] = Unsaved(typed, _NAME, way, is_readable)

    def _owners(self) -> list[Owner]:
        rows = (self._open_plan.row(row_id) for row_id in self._ids)
        return [row for row in rows if isinstance(row, Goal | Objective)]

    def _owner(self) -> Owner | None:
        owners = self._owners()
        having = [owner for owner in owners if self._present(owner) is not None]
        return next(iter([*having, *owners]), None)

    def _present(self, owner: Owner) -> Comment | None:
        return next((one for one in owner.comments if one.month == self._month), None)

    def _typed(self) -> None:
        if not self._showing and self.is_waiting:
            self._pause.typed()

    def _on_changed(self, changes: object, origin: object) -> None:
        if origin is not self and not self.is_waiting:
            self._show_stored()

    def _show_stored(self) -> None:
        owner = self._owner()
        present = self._present(owner) if owner is not None else None
        self._shown = present.text if present is not None else ""
        self._show(self._shown)
        # Read back, because an editor shows some line breaks its own way.
        self._shown = self.editor.toPlainText()

    def _show(self, text: str) -> None:
        if self.editor.toPlainText() == text:
            return
        self._showing = True
        at = self.editor.textCursor().position()
        self.editor.setPlainText(text)
        cursor = self.editor.textCursor()
        cursor.setPosition(min(at, self.editor.document().characterCount() - 1))
        self.editor.setTextCursor(cursor)
        self._showing = False


def _new(owner: Owner, month: str) -> Comment:
    kind = GoalComment if isinstance(owner, Goal) else ObjectiveComment
    return kind(id=new_id(), position=len(owner.comments), month=month)
