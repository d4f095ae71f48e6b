"""What every test shares: generated examples are the same in each run and are never timed."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import poadesk.widgets  # noqa: F401  (Qt is loaded as in the program, before pytest-qt does it)

# Where many tests share a computer, making an example takes long without being wrong.
_SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "poadesk", derandomize=True, deadline=None, max_examples=60, suppress_health_check=_SLOW
)
settings.load_profile("poadesk")

_MEMORY, _ENOUGH = Path("/dev/shm"), 500_000_000  # bytes


def _has_room_in_memory() -> bool:
    return os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ENOUGH


if "TMPDIR" not in os.environ and _has_room_in_memory():
    # Every step is written through to the disk; without this the tests mostly wait for that.
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


# As in the program: a thread never clears away the widgets of another (widgets/collecting.py).
gc.disable()
_finished = count(1)


@pytest.fixture(autouse=True)
def cleared_in_this_thread():
    """Clear what the test has left, and all that is older after every fiftieth.

    What is still there then, as the dictionary, is never gone through again: it took a second.
    """
    yield
    if next(_finished) % 50:
        gc.collect(1)
    else:
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def qapp_args():
    """The words with which the application begins, as the program gives them."""
    from poadesk.widgets.theme import STYLE

    return ["poadesk", *STYLE]


@pytest.fixture(scope="session")
def themed_app(qapp):
    """The application, dressed, in Spanish, with file dialogs that keys can drive."""
    from PySide6.QtCore import QCoreApplication, Qt

    from poadesk.desktop.start import speak_spanish
    from poadesk.widgets.theme import theme

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    qapp.setApplicationName("poadesk")
    speak_spanish(qapp)
    theme().apply(qapp)
    return qapp


@pytest.fixture
def own_folders(tmp_path, monkeypatch):
    """Settings, log and copies stay in a temporary folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def plan_file(tmp_path):
    """Write a plan into a file of its own; returns its path."""
    from poadesk.planfile.plan_file import PlanFile

    def write(plan, name: str = "POA 2027.sqlite") -> Path:
        path = tmp_path / name
        with PlanFile.create(path) as file:
            file.begin_with([plan])
        return path

    return write


@pytest.fixture
def open_window(qtbot, themed_app, own_folders):
    """Show the window on a plan file, at a step, or on none; it is closed again at the end."""
    from poadesk.desktop.main_window import MainWindow
    from poadesk.widgets.kept_widths import keep_widths_in
    from poadesk.widgets.theme import theme

    def open_on(
        path: Path | None, width: int = 1280, height: int = 800, step: str = ""
    ) -> MainWindow:
        window = MainWindow()
        # Without a plan nothing is left to ask about what could not be saved.
        qtbot.addWidget(window, before_close_func=MainWindow._forget_plan)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.resize(width, height)  # on a small screen it has taken all of it
        window.show_start() if path is None else window.open_path(path, step)
        return window

    yield open_on
    keep_widths_in(None)  # the temporary folder of the settings is gone for what follows
    theme().set_scale(1.0)
    theme().set_dark(None)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disco"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
