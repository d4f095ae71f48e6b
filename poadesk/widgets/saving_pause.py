"""When a field is saved: at a short pause of the typing, and now and then where there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

PAUSE_BEFORE_SAVING = 400  # milliseconds without a key
LONGEST_UNSAVED = 2_000  # milliseconds; who types without a pause loses no more if the power fails


class SavingPause(QTimer):
    """Calls `save` once after each key or few, in the loop of events and never within a key."""

    def __init__(self, parent: QObject, save: Callable[[], object]) -> None:
        super().__init__(parent, singleShot=True, interval=PAUSE_BEFORE_SAVING)
        self._since = QElapsedTimer()
        self.timeout.connect(save)

    def typed(self) -> None:
        """Begin the pause anew, unless somebody has typed on for long: then it runs out."""
        if not self.isActive():
            self._since.start()
        elif self._since.hasExpired(LONGEST_UNSAVED):
            return
        self.start()
