"""Every test of the window keeps its settings, log and copies in a temporary folder."""

import pytest


@pytest.fixture(autouse=True)
def _own_folders(own_folders):
    return own_folders
