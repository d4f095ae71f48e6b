"""What happens when the program itself fails: a log, and one calm sentence for the person.

A failing paint can raise sixty times in a second, so the same failure is told only once.
"""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow

Tell = Callable[[str, str], None]


class ErrorReport:
    """Catches what nobody caught, writes it to the log and tells it once."""

    def __init__(self, log: Path, tell: Tell) -> None:
        self._log = log
        self._tell = tell
        self._told: set[str] = set()
        self._telling = False

    def install(self) -> None:
        """Begin to watch."""
        if sys.stderr is not None:
            faulthandler.enable()
        sys.excepthook = self.caught

    def keep_log(self) -> None:
        """From now on write down what any part of the program logs."""
        # Local: the window is to be ready before.
        from poadesk.desktop.log import keep_in

        keep_in(self._log)

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a failure; tell the person the first time it happens."""
        import logging  # local, as above

        self.keep_log()
        logging.getLogger("poadesk").error("failure", exc_info=(kind, error, trace))
        where = _place(trace)
        if self._telling or where in self._told or not issubclass(kind, Exception):
            return
        self._told.add(where)
        self._telling = True
        try:
            self._tell(
                "Algo falló, pero su plan está a salvo",
                "Lo que escribió sigue en la pantalla, y todo lo guardado, en el archivo. Puede "
                "seguir trabajando; si vuelve a pasar, cierre y abra poadesk. Lo que pasó quedó "
                f"anotado en {self._log}.",
            )
        finally:
            self._telling = False


def tell_of_failure(window: MainWindow, what_happened: str, what_it_means: str) -> None:
    """Say what happened; before the work goes on, the open plan can be copied elsewhere."""
    # Local: the program starts without its dialogs.
    from poadesk.widgets.dialogs import Question

    copies = [("copy", "Guardar una copia…")] if window.open_plan is not None else []
    choices = [*copies, ("go_on", "Seguir trabajando")]
    question = Question(window, what_happened, what_it_means, choices, "error")
    question.chosen = "go_on"  # Esc copies nothing
    question.exec()
    question.deleteLater()
    if question.chosen == "copy":
        _save_copy(window)


def _save_copy(window: MainWindow) -> None:
    from poadesk.widgets.dialogs import tell

    try:
        window.files.save_copy()
    except Exception:  # after a failure the copy may trip too, and must say so in one sentence
        import logging

        logging.getLogger("poadesk").exception("the copy failed")
        sentence = "Elija otro nombre u otra carpeta: su plan sigue guardado en su archivo."
        tell(window, "No se guardó la copia", sentence, icon="warning")


def _place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
