"""An editor tied to one field of one row: it saves on a short pause and when focus leaves.

Text that cannot be read, or that the disk does not take, stays in the editor, marked; it is never
thrown away to show the stored value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from poadesk.plan.fields import Choice, Field, UnreadableError
from poadesk.plan.model import declared_fields
from poadesk.plan.profiles import PROFILES, Profile, field_of
from poadesk.plan.step_names import step_of
from poadesk.plan.suggestions import names_for, takes_names
from poadesk.planfile.errors import CannotSaveError, ProtectedError
from poadesk.planfile.journal import Change
from poadesk.widgets.editor_text import (
    example_of,
    on_edit,
    set_read_only,
    set_text,
    show_example,
    text_of,
)
from poadesk.widgets.field_frame import FieldFrame, GrowingText, LineField
from poadesk.widgets.name_popup import NamePopup
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_place import RemarkPlace
from poadesk.widgets.saving_pause import SavingPause
from poadesk.widgets.spelling_marks import watch_spelling
from poadesk.widgets.unsaved import Spot, Unsaved

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)  # the second brings accents


def field_editor(
    table: str,
    field: str,
    label: str = "",
    lines: int | None = None,
    words: Profile = PROFILES["poa"],
) -> FieldFrame:
    """Return the framed editor that the declaration of a field asks for, not yet tied to a row.

    Label, help and example are those of a kind of plan.
    """
    declared = field_of(words, table, field)
    if declared.example:  # without the word it looks like what somebody has written
        declared = replace(declared, example=f"Ej.: {declared.example}")
    return FieldFrame(label or declared.label, _editor_for(declared, lines), declared.help)


def cell_editor(table: str, field: str, name: str = "", lines: int | None = None) -> FieldFrame:
    """Return an editor that looks like a cell of a list or table; `name` is spoken."""
    declared = declared_fields(table)[field]
    frame = FieldFrame("", _editor_for(declared, lines))
    frame.editor.setProperty("cell", True)
    frame.editor.setAccessibleName(name or declared.label)
    return frame


def undo_belongs_to_plan(event: QEvent, typing_is_unsaved: bool) -> bool:
    """Leave Ctrl+Z and Ctrl+Y to the plan, unless the editor holds typing of its own to undo."""
    if event.type() != QEvent.Type.ShortcutOverride or typing_is_unsaved:
        return False
    assert isinstance(event, QKeyEvent)
    keys = QKeySequence.StandardKey
    if not (event.matches(keys.Undo) or event.matches(keys.Redo)):
        return False
    event.ignore()
    return True


class ChoiceBox(QComboBox):
    """A choice that only its own list changes, not a wheel that is turned over it in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class BoundField(QObject):
    """Ties the editor of a frame to a field; `bind` may later point it at another row.

    `entered` names the field when the focus comes into it.
    """

    entered = Signal(str)

    def __init__(self, frame: FieldFrame, open_plan: OpenPlan, table: str, field: str) -> None:
        super().__init__(frame)
        self._frame = frame
        self._editor: QWidget = frame.editor
        self._open_plan = open_plan
        self._table = table
        self._field = field
        self._declared: Field = declared_fields(table)[field]
        self._row_id = ""
        self._shown = ""
        self._showing = False
        self._pause = SavingPause(self, self.save)
        self._example = example_of(self._editor)
        self._editor.setProperty("field", field)
        self.remarks = RemarkPlace(frame, open_plan, field)
        self._editor.installEventFilter(self)
        on_edit(self._editor, self._typed)
        watch_spelling(self._editor, self.as_one_step)
        if takes_names(table, field) and isinstance(self._editor, QLineEdit):
            NamePopup(self._editor, lambda: names_for(open_plan.plan, table, field), self.save)
        open_plan.changed.connect(self._on_changed)
        open_plan.saving_wanted.connect(self.save)

    def bind(self, row_id: str) -> None:
        """Show the field of another row, after saving what was typed for the one before.

        What could not be saved is kept, and shown again when its row comes back.
        """
        self.save()
        self._row_id = row_id
        self._show_lock()
        self.remarks.bind(row_id)
        self._show_stored()
        kept = self._open_plan.unsaved.get(self._spot)
        if kept is not None and self._open_plan.row(row_id) is not None:
            self._show(kept.text)
            self.save()

    def save(self) -> None:
        """Write what was typed, if it can be read and the row still exists."""
        self._pause.stop()
        text = text_of(self._editor)
        if text == self._shown:
            if self._frame.error():  # typed back to what the file holds
                self._settle(self._spot, text)
        elif self._row_id and self._open_plan.row(self._row_id) is not None:
            self._try_to_write(text)

    def _show_lock(self) -> None:
        """Let the field be only read where it is not for this person to write, and say why."""
        why = self._why_fixed()
        self._frame.show_lock(why)
        is_fixed = bool(why) or self._open_plan.file.read_only or not self._row_id
        set_read_only(self._editor, is_fixed)
        show_example(self._editor, self._example, is_fixed)

    def _why_fixed(self) -> str:
        return self._open_plan.reading.why_fixed(self._row_id, self._field)

    def as_one_step(self, edit: Callable[[], object]) -> None:
        """Make an edit of the text a step of its own, apart from the typing before and after."""
        self.save()
        self._open_plan.file.journal.end_typing()
        edit()
        self.save()
        self._open_plan.file.journal.end_typing()

    def _try_to_write(self, text: str) -> None:
        spot = self._spot
        self._keep(text, is_readable=True)
        try:
            self._write(self._declared.read(text))
        except UnreadableError as error:
            self._keep(text, is_readable=False)
            self._frame.show_error(f"{error} Aún no se guardó.")
        except ProtectedError as error:
            self._frame.show_error(str(error))
        except CannotSaveError as error:
            self._frame.show_error("Todavía no se guardó.")
            self._open_plan.save_failed.emit(error)
        else:
            self._settle(spot, text)

    def _keep(self, text: str, is_readable: bool) -> None:
        place = field_of(self._open_plan.words, self._table, self._field).label
        self._open_plan.unsaved[self._spot] = Unsaved(text, place, self._way, is_readable)

    def _settle(self, spot: Spot, text: str) -> None:
        self._open_plan.unsaved.pop(spot, None)
        if spot == self._spot:  # whoever heard of the change may have shown another row here
            self._shown = text
            self._frame.clear_error()

    @property
    def _spot(self) -> Spot:
        return self._table, self._row_id, self._field

    @property
    def _way(self) -> tuple[str, str, str]:
        return step_of(self._table, self._field), self._row_id, self._field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return undo_belongs_to_plan(event, self.is_waiting)
        if kind in _KEYS:
            self._open_plan.pressed.emit()
        elif kind == QEvent.Type.FocusIn:
            self.entered.emit(self._field)
        # One that is deleted with the focus in it holds no text any more; hiding it has saved it.
        elif kind == QEvent.Type.FocusOut and isValid(self._editor):
            self.save()
            if not self.is_waiting:
                self._show_stored()
        return False

    @property
    def is_waiting(self) -> bool:
        """Say whether the editor holds text that is not in the file."""
        return text_of(self._editor) != self._shown

    def _write(self, value: Any) -> None:
        self._open_plan.set(self._table, self._row_id, self._field, value, origin=self)

    def _typed(self) -> None:
        if self._showing:
            return
        self._open_plan.typed.emit(self._spot, text_of(self._editor))
        if self.is_waiting:
            self._pause.typed()
        if isinstance(self._editor, QComboBox):
            self.save()

    def _on_changed(self, changes: tuple[Change, ...], origin: object) -> None:
        if any(change.table == "kit_part" for change in changes):
            self._show_lock()
        if origin is self or not any(map(self._is_touched, changes)):
            return
        # What could not be read or saved stays in sight, whatever happens to the file.
        if not self.is_waiting:
            self._show_stored()

    def _is_touched(self, change: Change) -> bool:
        """Say whether a change may be one of what is shown."""
        return change.id == self._row_id and self._field in (change.after or {})

    def _stored(self) -> str:
        """Return what the file holds, as a person would type it."""
        row = self._open_plan.row(self._row_id)
        return self._declared.show(getattr(row, self._field)) if row else ""

    def _show_stored(self) -> None:
        self._frame.clear_error()
        self._show(self._stored())
        # Read back, because an editor shows some line breaks its own way.
        self._shown = text_of(self._editor)

    def _show(self, text: str) -> None:
        if text_of(self._editor) == text:
            return
        self._showing = True
        set_text(self._editor, text)
        self._showing = False


def _editor_for(declared: Field, lines: int | None) -> QWidget:
    if isinstance(declared, Choice):
        combo = ChoiceBox()
        combo.addItems([word for _, word in declared.options])
        return combo
    lines = declared.lines if lines is None else lines
    editor: QWidget = GrowingText(lines) if declared.lines > 1 else LineField()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.setPlaceholderText(declared.example)
    return editor
