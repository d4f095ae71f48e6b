"""A second start, as a process of its own, with a plan that is open and without one."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from poadesk.desktop.second_name import may_be_listening, name_of
from poadesk.desktop.second_start import shown_elsewhere
from poadesk.plan.model import Plan

PLAN = Plan(id="plan", entity="Alcaldía", unit="Aseo", year_label="2027")

# The program itself; a thread beside it watches the window as a person would, and speaks of it.
PROGRAM = textwrap.dedent(
    """
    import runpy, sys, threading, time
    from PySide6.QtCore import QMetaObject, Qt
    from PySide6.QtWidgets import QApplication

    def windows():
        app = QApplication.instance()
        return [w for w in app.topLevelWidgets() if hasattr(w, "open_plan")] if app else []

    def wait_for(is_so):
        until = time.monotonic() + 25
        while time.monotonic() < until and not any(is_so(w) for w in windows()):
            time.sleep(0.02)

    def call(target, name):
        QMetaObject.invokeMethod(target, name, Qt.ConnectionType.QueuedConnection)

    def watch():
        wait_for(lambda w: w.centralWidget() is not None)
        time.sleep(0.2)
        if sys.argv[1:]:
            call(windows()[0], "showMinimized")
            wait_for(lambda w: w.isMinimized())
        print("open", type(windows()[0].centralWidget()).__name__, flush=True)
        if sys.argv[1:]:
            wait_for(lambda w: not w.isMinimized())
            print("forward" if not windows()[0].isMinimized() else "left alone", flush=True)
            sys.stdin.readline()
        call(QApplication.instance(), "closeAllWindows")

    threading.Thread(target=watch, daemon=True).start()
    runpy.run_module("poadesk", run_name="__main__")
    """
)


@pytest.fixture
def surroundings(tmp_path):
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}


@pytest.fixture
def start(surroundings):
    """Start the program as another process; what still runs at the end is ended."""
    running = []

    def start_with(command: list[str]) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [sys.executable, *command],
                env=surroundings,
                cwd=Path(__file__).parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        return running[-1]

    yield start_with
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def path(plan_file):
    return plan_file(PLAN)


def test_a_second_start_with_the_same_plan_brings_the_first_window_forward(start, path, tmp_path):
    first = start(["-c", PROGRAM, str(path)])
    assert first.stdout.readline() == "open PlanView\n"
    link = tmp_path / "acceso.sqlite"
    link.symlink_to(path)
    second = start(["-m", "poadesk", str(link)])
    assert second.communicate(timeout=30) == ("", "")
    assert second.returncode == 0
    assert first.stdout.readline() == "forward\n"
    said, failures = first.communicate("end\n", timeout=30)
    # Said by the platform without a display, which has no windows to put one before.
    failures = failures.replace("This plugin does not support raise()\n", "")
    assert (first.returncode, said, failures) == (0, "", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no such names")
def test_a_window_is_found_again_by_a_name_that_is_no_utf_8(start, path):
    odd = path.rename(path.with_name(os.fsdecode(b"a\xf1o.sqlite")))
    first = start(["-c", PROGRAM, str(odd)])
    assert first.stdout.readline() == "open PlanView\n"
    second = start(["-m", "poadesk", str(odd)])
    assert second.communicate(timeout=30) == ("", "")
    assert second.returncode == 0
    assert first.stdout.readline() == "forward\n"


def test_a_second_start_without_a_plan_has_a_start_page_of_its_own(start, path):
    first = start(["-c", PROGRAM, str(path)])
    assert first.stdout.readline() == "open PlanView\n"
    second = start(["-c", PROGRAM])
    assert second.communicate(timeout=30) == ("open StartPage\n", "")
    assert first.poll() is None


def test_a_window_that_fell_over_does_not_answer_any_more(start, path, open_window):
    first = start(["-c", PROGRAM, str(path)])
    assert first.stdout.readline() == "open PlanView\n"
    first.kill()
    first.wait(timeout=30)
    assert not shown_elsewhere(path)
    assert open_window(path).open_plan.file.path == path


@pytest.fixture
def window(open_window, path):
    return open_window(path)


def said_to(window, path, words: bytes, qtbot) -> bytes:
    """Send words to the window with a plan, and return what it answers before it hangs up."""
    qtbot.waitUntil(lambda: may_be_listening(path))
    socket = QLocalSocket()
    socket.connectToServer(name_of(path))
    assert socket.waitForConnected(2000)
    socket.write(words)
    qtbot.waitUntil(
        lambda: (
            socket.bytesAvailable() > 0 or socket.state() != socket.LocalSocketState.ConnectedState
        )
    )
    answer = bytes(socket.readAll().data())
    socket.abort()
    return answer


def test_only_the_path_of_the_plan_itself_is_answered(window, path, qtbot):
    window.showMinimized()
    for words in (
        b"\n",
        b"\xff\xfe\n",
        path.as_uri().encode() + b"\n",
        f"{path.name}\n".encode(),
        f"{path.parent / 'otro.sqlite'}\n".encode(),
        f"{path}\0\n".encode(),
        b"x" * 40_000,
    ):
        assert said_to(window, path, words, qtbot) == b"", words
    assert window.isMinimized()
    assert said_to(window, path, f"{path}\n".encode(), qtbot) == b"shown\n"
    assert not window.isMinimized()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_plan_that_was_closed_does_not_answer(window, path, qtbot):
    qtbot.waitUntil(lambda: may_be_listening(path))
    window.show_start()
    assert not shown_elsewhere(path)


def test_where_nobody_listens_nobody_is_asked(window, path, tmp_path, qtbot):
    link = tmp_path / "acceso.sqlite"
    link.symlink_to(path)
    qtbot.waitUntil(lambda: may_be_listening(path))
    assert may_be_listening(link)
    assert not may_be_listening(tmp_path / "otro.sqlite")
    window.show_start()
    assert not may_be_listening(path)


def test_a_plan_that_went_on_elsewhere_answers_there(window, path, tmp_path, qtbot):
    target = tmp_path / "otro lugar.sqlite"
    qtbot.waitUntil(lambda: may_be_listening(path))
    window.open_plan.move_to(target)
    window._name_plan()
    assert not shown_elsewhere(path)
    assert said_to(window, target, f"{target}\n".encode(), qtbot) == b"shown\n"


def test_what_listens_is_loaded_in_a_pause_and_never_while_typing(open_window, path, qtbot):
    window = open_window(path)
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget(), "a")
        qtbot.wait(100)
    assert window._ties._second_start is None
    qtbot.waitUntil(lambda: window._ties._second_start is not None)
