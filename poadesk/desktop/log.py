"""The file in which the program writes down what failed, for whoever is asked for help."""

from __future__ import annotations

import logging
from pathlib import Path


def keep_in(log: Path) -> None:
    """Write what is logged into this file, from the first time on; none can stop the program."""
    logger = logging.getLogger("poadesk")
    if not any(isinstance(handler, _FirstRecord) for handler in logger.handlers):
        logger.addHandler(_FirstRecord(log))


def keep_for_orders() -> Path:
    """Write what an order logs into the same file as the window does, and return it."""
    from PySide6.QtCore import QCoreApplication

    from poadesk.desktop.places import log_path

    QCoreApplication.setApplicationName("poadesk")
    keep_in(log_path())
    return log_path()


class _FirstRecord(logging.Handler):
    """Opens the log when there is something to write, which on most days there never is."""

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = _opened(self._log)
        self._opened.handle(record)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


def _opened(log: Path) -> logging.Handler:
    # Local: it brings the network with it.
    from logging.handlers import RotatingFileHandler

    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler
