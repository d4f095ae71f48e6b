"""What poadesk is, and which versions of it and of its parts run, to copy for who gives help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from poadesk import __version__
from poadesk.planfile.connecting import sqlite_version
from poadesk.versions import versions
from poadesk.widgets.buttons import button, set_small
from poadesk.widgets.dialogs import Question
from poadesk.widgets.theme import theme


def show_about(parent: QWidget, close: str) -> None:
    """Show the dialog; `close` says where it leads back to."""
    dialog = Question(
        parent,
        f"poadesk {__version__}",
        "El plan operativo anual de una unidad, escrito una vez y bien escrito. "
        "Programa libre, con licencia MIT. Si pide ayuda, ponga estas versiones en su mensaje.",
        [("done", close)],
        "info",
        inside=Versions(versions(sqlite_version())),
    )
    dialog.exec()
    dialog.deleteLater()


class Versions(QWidget):
    """Lines to read and to choose from, and a button that copies them all."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.words = _listed(lines)
        self.copy = button("Copiar las versiones", "normal", "copy", self._copy_all)
        set_small(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(38, 0, 0, 0)  # below the words, right of the sign
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
        self.copy.set_words("Versiones copiadas")
        self.copy.set_icon_name("check")


def _listed(lines: tuple[str, ...]) -> QPlainTextEdit:
    result = QPlainTextEdit("\n".join(lines))
    result.setReadOnly(True)
    result.setTabChangesFocus(True)
    result.setAccessibleName("Versiones")
    result.setFixedHeight(len(lines) * theme().line_height("grid") + theme().px(12))
    return result
