"""The beginning: the application, its theme and its words, and the first paint of the window."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from poadesk.desktop.main_window import MainWindow
from poadesk.widgets.collecting import Collecting
from poadesk.widgets.later import later
from poadesk.widgets.theme import STYLE, theme

_SECONDS_TO_LISTEN, _BETWEEN = 1.5, 0.05
_BEFORE_THE_LOG = 100  # milliseconds; nothing logs before but a failure, which asks for it


def run(path: Path | None) -> int:
    """Show the window, with the plan at `path` if there is one; return the exit status."""
    app = application()
    if path is not None and _is_shown_elsewhere(path):
        return 0
    window = MainWindow()
    # What follows loads heavy modules; it waits until the window has painted.
    window.painted.connect(lambda: _begin(window, path))
    window.show()
    status = app.exec()
    leave(app, window)
    return status


def leave(app: QApplication, window: MainWindow) -> None:
    """Delete the window: widgets with event filters in Python must go before the interpreter."""
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def application() -> QApplication:
    """Return the application, dressed, in Spanish."""
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("poadesk")
    app.setApplicationDisplayName("poadesk")
    speak_spanish(app)
    theme().apply(app)
    Collecting(app)
    return app


def speak_spanish(app: QApplication) -> None:
    """Put the words of Qt itself, as in its file dialogs, into Spanish."""
    QLocale.setDefault(QLocale("es_SV"))
    words = QTranslator(app)
    if words.load("qtbase_es", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def _is_shown_elsewhere(path: Path) -> bool:
    """Ask the window that has a plan to come forward; one that just opens it listens soon."""
    from poadesk.desktop.second_name import is_taken, may_be_listening

    until = monotonic() + (_SECONDS_TO_LISTEN if is_taken(path) else 0)
    while True:
        if may_be_listening(path):
            # Local: the only window with this plan has no use for the network of Qt yet.
            from poadesk.desktop.second_start import shown_elsewhere

            if shown_elsewhere(path):
                return True
        if monotonic() >= until:
            return False
        sleep(_BETWEEN)


def _begin(window: MainWindow, path: Path | None) -> None:
    from poadesk.widgets.icons import icon

    window.setWindowIcon(icon("logo", "accent"))
    watch_failures(window)
    if path is None:
        window.show_start()
    else:
        window.files.take(path)


def watch_failures(window: MainWindow) -> None:
    """From now on tell the person when the program itself fails, and write it down."""
    from poadesk.desktop.error_report import ErrorReport, tell_of_failure
    from poadesk.desktop.places import log_path

    window.error_report = ErrorReport(log_path(), partial(tell_of_failure, window))
    window.error_report.install()
    later(window, _BEFORE_THE_LOG, window.error_report.keep_log)
