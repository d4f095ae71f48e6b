"""What must not get into an installed program: the build reads it, and the test that guards it."""

from __future__ import annotations

from fnmatch import fnmatch

# Modules that some library would use if they were there, and that poadesk never asks for.
MODULES = (
    "IPython",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "PyInstaller",
    "PySide6.QtDesigner",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickControls2",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "_hashlib",
    "_pytest",
    "_ssl",
    "curses",
    "duckdb",
    "hypothesis",
    "idlelib",
    "lxml",
    "matplotlib",
    "multiprocessing",
    "mypy",
    "numpy",
    "pandas",
    "pip",
    "pydoc_data",
    "pytest",
    "readline",
    "setuptools",
    "ssl",
    "test",
    "tkinter",
    "turtle",
    "wheel",
)

# Files, as they are called inside the bundle or among the libraries of the Windows installer.
FILES = (
    # Words of Qt in other languages than Spanish, and of parts of Qt that are not used.
    "*/translations/*",
    # QML, the designer and other tools of Qt.
    "*Qt*Qml*",
    "*Qt*Quick*",
    "*/qml/*",
    "*/qmltooling/*",
    "*/qmllint/*",
    "*/qmlls/*",
    "*Qt*Designer*",
    "*/designer/*",
    "*Qt*WebEngine*",
    "*Qt*Sql*",
    "*/sqldrivers/*",
    "*Qt*Test*",
    "*Qt*VirtualKeyboard*",
    "*/platforminputcontexts/*virtualkeyboard*",
    # Looks of other desktops, which bring their libraries along.
    "*/platformthemes/libqgtk3*",
    "*libgtk-3*",
    "*libgdk-3*",
    # Wayland: its desktops show programs of X11 too, and these are the ones that were tried.
    "*wayland*",
    "*Wayland*",
    "*Qt*WlShellIntegration*",
    # Screens without a window system.
    "*/platforms/libqeglfs*",
    "*/platforms/libqlinuxfb*",
    "*/platforms/libqvnc*",
    "*/platforms/libqvkkhrdisplay*",
    "*/platforms/libqminimal*",
    "*/platforms/qdirect2d*",
    "*/platforms/qminimal*",
    "*/egldeviceintegrations/*",
    "*Qt*EglFs*",
    # Nothing is asked of a network.
    "*/tls/*",
    "*/networkinformation/*",
    "*libssl*",
    "*libcrypto*",
    # Touch tablets without a window system.
    "*/generic/*",
    # Kinds of picture that a coat of arms never has.
    "*/imageformats/*qicns*",
    "*/imageformats/*qtga*",
    "*/imageformats/*qtiff*",
    "*/imageformats/*qwbmp*",
    "*/imageformats/*qpdf*",
    # What pip would want to know.
    "*.dist-info/RECORD",
    "*.dist-info/INSTALLER",
    "*.dist-info/REQUESTED",
    "*.dist-info/direct_url.json",
)

# What of the above is wanted all the same.
KEPT = ("*/translations/qtbase_es.qm",)


def is_unwanted(name: str) -> bool:
    """Say whether a file, named with its folders inside the program, must not get in."""
    name = f"/{name}".replace("\\", "/")
    return any(fnmatch(name, pattern) for pattern in FILES) and not any(
        fnmatch(name, pattern) for pattern in KEPT
    )
