"""Only the thread of the window clears objects away."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from poadesk.widgets.collecting import Collecting, clear_what_is_due, settle


class Ring:
    """A widget that only the collector can clear, because it holds itself."""

    def __init__(self) -> None:
        self.widget = QWidget()
        self.itself = self


def allocate_much() -> None:
    for _ in range(20):
        [[] for _ in range(5000)]


def test_a_busy_thread_leaves_the_widgets_of_others_alone(qtbot):
    parent = QObject()
    Collecting(parent)
    gone = weakref.ref(Ring())
    busy = threading.Thread(target=allocate_much)
    busy.start()
    busy.join()
    assert gone() is not None


def test_what_is_due_is_cleared(qapp):
    gone = weakref.ref(Ring())
    kept = [[] for _ in range(5000)]
    assert clear_what_is_due() >= 0
    assert gone() is None
    assert len(kept) == 5000


def test_the_window_clears_again_and_again(qtbot):
    parent = QObject()
    Collecting(parent)
    for _ in range(2):
        kept = [[] for _ in range(50_000)]
        qtbot.waitUntil(lambda: gc.get_count()[0] < 50_000, timeout=20_000)
        assert len(kept) == 50_000


def test_nothing_is_cleared_while_little_has_grown(qapp):
    gc.collect()
    assert clear_what_is_due() == -1


def test_what_is_loaded_is_not_gone_through_again(qapp):
    settle()
    try:
        assert gc.get_freeze_count() > 10_000
        assert gc.get_count()[0] < 5_000
    finally:
        gc.unfreeze()
