"""What Qt made is never deleted in another thread than that of the window."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from poadesk.desktop.garbage import collect_due, collect_in_this_thread


@pytest.fixture
def collecting(qapp):
    """Begin as the program does; afterwards it is as before."""
    was_on, parent = gc.isenabled(), QObject()
    collect_in_this_thread(parent)
    yield parent
    if was_on:
        gc.enable()


class Ring:
    """Something that only a collection deletes, and that notes in which thread."""

    ended: list[str] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Ring.ended.append(threading.current_thread().name)


def make_garbage_elsewhere() -> None:
    def work() -> None:
        kept = [[] for _ in range(200_000)]  # far more than sets off a collection
        kept.clear()

    thread = threading.Thread(target=work, name="elsewhere")
    thread.start()
    thread.join()


def test_no_other_thread_collects(collecting):
    Ring.ended.clear()
    Ring()
    make_garbage_elsewhere()
    assert Ring.ended == []


def test_the_thread_of_the_window_collects_by_itself(collecting, qtbot):
    Ring.ended.clear()
    Ring()
    kept = [[] for _ in range(2_000)]
    qtbot.waitUntil(lambda: bool(Ring.ended), timeout=5000)
    assert Ring.ended == [threading.main_thread().name]
    assert len(kept) == 2_000


def test_nothing_is_collected_before_it_is_due(collecting):
    gc.collect()
    Ring.ended.clear()
    Ring()
    collect_due()
    assert Ring.ended == []
