"""Receives files and folders into the open office file, and says calmly what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from poadesk.consolidating.outcome import Outcome
from poadesk.consolidating.screen.batch_job import BatchJob
from poadesk.consolidating.screen.outcome_words import lines_of, older_not_taken, summary
from poadesk.consolidating.screen.receiving_dialog import ReceivingDialog
from poadesk.planfile.errors import CannotOpenError
from poadesk.widgets.band import Band
from poadesk.widgets.dialogs import Question, tell
from poadesk.widgets.file_questions import ask_for_files, ask_for_folder
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme

_PLANS = "Planes de poadesk (*.sqlite);;Todos los archivos (*)"
_NOT_RECEIVED = "No se recibió nada"
_READ_ONLY = "Este archivo está abierto solo para leer. Ábralo para escribir y reciba entonces."
_WIDE, _HIGH = 560, 260  # pixels of the list at 100 % text size


class Receiver(QObject):
    """`received` carries what became of a batch, `said` the band that tells it."""

    received = Signal(object)
    said = Signal(object)

    def __init__(self, open_plan: OpenPlan, over: QWidget) -> None:
        super().__init__(over)
        self._open_plan = open_plan
        self._over = over
        self._job: BatchJob | None = None
        self._dialog: ReceivingDialog | None = None
        open_plan.closing.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Say whether a batch is being received."""
        return self._job is not None

    def ask_for_files(self) -> None:
        """Ask for the files that came, and receive them."""
        folder = self._open_plan.file.path.parent
        chosen = ask_for_files(self._over, "Recibir planes", folder, _PLANS)
        if chosen:
            self.receive(chosen)

    def ask_for_folder(self) -> None:
        """Ask for a folder with what came, and receive all in it."""
        folder = self._open_plan.file.path.parent
        chosen = ask_for_folder(self._over, "Recibir una carpeta", folder)
        if chosen is not None:
            self.receive([chosen])

    def receive(self, sources: Sequence[Path], take_older: bool = False) -> None:
        """Begin to receive; the window waits meanwhile, and shows how far it is."""
        if self.is_busy:
            return
        if self._open_plan.file.read_only:
            tell(self._over, _NOT_RECEIVED, _READ_ONLY, icon="lock")
            return
        path = self._open_plan.set_aside()
        job = self._job = BatchJob(path, sources, take_older)
        dialog = self._dialog = ReceivingDialog(self._over.window())
        job.told.connect(dialog.show_progress)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        dialog.give_up_wanted.connect(job.give_up)
        dialog.open()
        job.begin()

    def _on_done(self, outcome: Outcome) -> None:
        if self._end():
            self.received.emit(outcome)
            self.said.emit(self._band(outcome))

    def _on_failed(self, sentence: str) -> None:
        if not self._end():
            return
        if sentence:
            tell(self._over, _NOT_RECEIVED, sentence, "Entendido", "warning")
        else:
            self.said.emit(Band("done", "Se canceló: no se recibió nada y nada cambió."))

    def _end(self) -> bool:
        """Open the file again; say whether that was possible."""
        job, dialog = self._job, self._dialog
        self._job = self._dialog = None
        if dialog is not None:
            dialog.end()
        if job is None:
            return False
        job.wait()
        job.deleteLater()
        try:
            self._open_plan.take_back()
        except CannotOpenError as error:
            tell(self._over, "No se pudo abrir otra vez el archivo", str(error), "Entendido")
            return False
        return True

    def _finish(self) -> None:
        """Give up and wait; before the plan is closed."""
        if self._job is not None:
            self._job.give_up()
            self._job.wait()
            self._job = None

    def _band(self, outcome: Outcome) -> Band:
        tone = "done" if outcome.is_clean else "warning"
        return Band(tone, summary(outcome), "Ver qué pasó", lambda: self._tell_all(outcome))

    def _tell_all(self, outcome: Outcome) -> None:
        older = older_not_taken(outcome)
        choices = [("done", "Cerrar")]
        if older:
            many = f"Tomar los {len(older):,} antiguos"
            words = "Tomar el más antiguo" if len(older) == 1 else many
            choices = [("take", words), ("done", "Dejar lo más nuevo")]
        dialog = Question(
            self._over, "Lo que llegó", summary(outcome), choices, "inbox", _list(lines_of(outcome))
        )
        dialog.chosen = "done"  # what Esc chooses
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen == "take":
            self.receive(older, take_older=True)


def _list(lines: Sequence[str]) -> QPlainTextEdit:
    result = QPlainTextEdit("\n".join(lines))
    result.setReadOnly(True)
    result.setTabChangesFocus(True)
    result.setAccessibleName("Lo que pasó con cada archivo")
    px, line = theme().px, theme().line_height("text")
    result.setMinimumSize(px(_WIDE), min(px(_HIGH), (len(lines) + 2) * line))
    return result
