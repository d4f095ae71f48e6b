"""Asks for a file to open, or where one is to be kept, in Spanish throughout."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_Label = QFileDialog.DialogLabel
# The words that the Spanish of Qt leaves in English.
_WORDS = {
    _Label.LookIn: "Carpeta:",
    _Label.FileName: "Nombre:",
    _Label.FileType: "Tipo:",
    _Label.Reject: "Cancelar",
}


def ask_for_file(parent: QWidget, title: str, folder: Path | None, kinds: str) -> Path | None:
    """Ask which file to open; `kinds` is a filter such as `Planes (*.sqlite)`."""
    dialog = _dialog(parent, title, kinds, "Abrir")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if folder is not None:
        dialog.setDirectory(str(folder))
    return _chosen(dialog)


def ask_for_files(parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
    """Ask which files to open, as many as the person wants."""
    dialog = _dialog(parent, title, kinds, "Abrir")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setDirectory(str(folder))
    return _all_chosen(dialog)


def ask_for_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask which folder to take."""
    dialog = _dialog(parent, title, "", "Elegir")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setDirectory(str(folder))
    return _chosen(dialog)


def ask_where(
    parent: QWidget, title: str, offered: Path, kinds: str, may_replace: bool = False
) -> Path | None:
    """Ask where a file goes; with `may_replace` Qt asks before an existing one is chosen.

    Otherwise the caller refuses what exists, and a free name is offered. A name without an ending
    takes that of `offered`.
    """
    offered = offered if may_replace else _free(offered)
    dialog = _dialog(parent, title, kinds, "Guardar")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not may_replace)
    dialog.setDefaultSuffix(offered.suffix)
    dialog.setDirectory(str(offered.parent))
    dialog.selectFile(offered.name)
    return _chosen(dialog)


def _free(offered: Path) -> Path:
    """Return the path, with a number behind its name where a file of that name is there."""
    numbered = (offered.with_stem(f"{offered.stem} ({number})") for number in count(2))
    return next(path for path in chain((offered,), numbered) if not path.exists())


def _dialog(parent: QWidget, title: str, kinds: str, accept: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    # Where the system has no dialog of its own: names alone, for the rest is cut and in English.
    dialog.setViewMode(QFileDialog.ViewMode.List)
    if kinds:
        dialog.setNameFilters(kinds.split(";;"))
    for label, words in {**_WORDS, _Label.Accept: accept}.items():
        dialog.setLabelText(label, words)
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    chosen = _all_chosen(dialog)
    return chosen[0] if chosen else None


def _all_chosen(dialog: QFileDialog) -> list[Path]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return [Path(one) for one in chosen] if accepted else []
