"""The dictionary in force for every editor: loaded in the background, asked in short pauses."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from poadesk.resources import resource
from poadesk.widgets.later import later
from poadesk.writing.spelling import Dictionary
from poadesk.writing.words import words_of

_DELAY_OF_LOADING = 500  # milliseconds after what is being opened was laid out, so that it is drawn
_LOOK_AGAIN = 100  # milliseconds
_SLICE = 0.004  # seconds; typing must never wait longer for the dictionary
_BETWEEN_SLICES = 6  # milliseconds


def spelling() -> Spelling:
    """Return the spelling of this program; the same object every time."""
    global _spelling
    if _spelling is None:
        _spelling = Spelling()
    return _spelling


class Spelling(QObject):
    """Whether and by what words are checked.

    `changed` when any word may have to be judged anew, `learned` after words were looked up.
    """

    changed = Signal()
    learned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dictionary: Dictionary | None = None
        self._wanted = True
        self._texts: set[str] = set()
        self._waiting: deque[tuple[QObject, Iterator[None]]] = deque()
        self._loading = QTimer(self, interval=_LOOK_AGAIN)
        self._loading.timeout.connect(self._look_whether_loaded)
        self._working = QTimer(self, interval=_BETWEEN_SLICES)
        self._working.timeout.connect(self._work)

    @property
    def is_on(self) -> bool:
        """Say whether words can be checked and the person wants them to be."""
        return self._wanted and self.dictionary is not None and self.dictionary.is_loaded

    def begin(self, own_words: Path, folder: Path | None = None) -> None:
        """Load the dictionary in the background, the first time; take a person's own words.

        `folder` holds another dictionary than the one of poadesk.
        """
        if self.dictionary is not None and folder is None:
            self.dictionary.use_own_words(own_words)
            self.changed.emit()
            return
        try:
            folder = folder or resource("dictionary")
        except FileNotFoundError as error:
            import logging  # local: it hardly ever comes to this

            logging.getLogger("poadesk").warning("spelling is not checked: no %s", error)
            return
        self.dictionary = Dictionary(folder, own_words)
        self._loader = Thread(target=self.dictionary.load, name="dictionary", daemon=True)
        later(self, _DELAY_OF_LOADING, self._start_loading)

    def want(self, wanted: bool) -> None:
        """Check words from now on, or do not."""
        self._wanted = wanted
        self.changed.emit()

    def add(self, word: str) -> None:
        """Add a word to the person's own."""
        if self.dictionary is not None:
            self.dictionary.add(word)
            self.changed.emit()

    def look_up(self, text: str) -> None:
        """Look up the words of a text in the next pauses; `learned` follows."""
        if not self._texts:
            self.do_in_pauses(self, self._learn())
        self._texts.add(text)

    def do_in_pauses(self, owner: QObject, work: Iterator[None]) -> None:
        """Go through `work` a few milliseconds at a time, in place of what `owner` had waiting."""
        self._waiting = deque(one for one in self._waiting if one[0] is not owner)
        self._waiting.append((owner, work))
        self._working.start()

    def _learn(self) -> Iterator[None]:
        while self._texts:
            text = self._texts.pop()
            for start, end in words_of(text):
                if self.dictionary is not None:
                    self.dictionary.knows(text[start:end])
                yield
        self.learned.emit()

    def _work(self) -> None:
        end = perf_counter() + _SLICE
        while self._waiting and perf_counter() < end:
            owner, work = self._waiting[0]
            if not isValid(owner) or next(work, self) is self:
                self._drop(work)
        if not self._waiting:
            self._working.stop()

    def _drop(self, work: Iterator[None]) -> None:
        self._waiting = deque(one for one in self._waiting if one[1] is not work)

    def _start_loading(self) -> None:
        self._loader.start()
        self._loading.start()

    def _look_whether_loaded(self) -> None:
        if not self._loader.is_alive():
            self._loading.stop()
            self.changed.emit()


_spelling: Spelling | None = None
