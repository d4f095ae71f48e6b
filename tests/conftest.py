"""What every test shares: generated examples are the same in each run and are never timed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("poadesk", derandomize=True, deadline=None)
settings.load_profile("poadesk")


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
    from PySide6.QtCore import QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield
    QStandardPaths.setTestModeEnabled(False)


@pytest.fixture
def plan_file(tmp_path):
    """Write a plan into a file of its own; returns its path."""
    from poadesk.planfile.plan_file import PlanFile

    def write(plan, name: str = "POA 2027.sqlite") -> Path:
        path = tmp_path / name
        with PlanFile.create(path) as file, file.step("Empezar el plan") as step:
            step.put_tree(plan)
        return path

    return write


@pytest.fixture
def open_window(qtbot, themed_app, own_folders):
    """Show the window on a plan file, or on none; it is closed again at the end."""
    from poadesk.desktop.main_window import MainWindow
    from poadesk.widgets.theme import theme

    opened = []

    def open_on(path: Path | None, width: int = 1280, height: int = 800) -> MainWindow:
        window = MainWindow()
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.show_start() if path is None else window.open_path(path)
        return window

    yield open_on
    for window in opened:
        if window.open_plan is not None:
            window.open_plan.unsaved.clear()
        window.close()
    theme().set_scale(1.0)
    theme().set_dark(None)
