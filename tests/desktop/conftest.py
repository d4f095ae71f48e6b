"""A dressed application whose settings, log and copies stay in a temporary folder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStandardPaths

from poadesk.widgets.theme import theme


@pytest.fixture(scope="session")
def themed_app(qapp):
    qapp.setApplicationName("poadesk")
    theme().apply(qapp)
    return qapp


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    QStandardPaths.setTestModeEnabled(True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield
    QStandardPaths.setTestModeEnabled(False)
