"""Where a PDF goes on the disk: the name that is offered, the file, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSaveFile, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from poadesk.plan.file_names import safe_name
from poadesk.widgets.band import Band
from poadesk.widgets.file_questions import ask_where
from poadesk.widgets.open_plan import OpenPlan


def ask_for_pdf(parent: QWidget, open_plan: OpenPlan, all_units: bool = False) -> Path | None:
    """Ask where the PDF of a plan, or of all of them, goes.

    One that is there is replaced only with a yes.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    whose = open_plan.plan.entity if all_units else open_plan.plan.unit
    name = safe_name(f"{open_plan.words.short} {open_plan.year_label()} {whose}")
    offered = Path(folder) / f"{name}.pdf"
    return ask_where(parent, "Guardar PDF", offered, "Documento PDF (*.pdf)", may_replace=True)


def write_pdf(path: Path, pdf: bytes) -> bool:
    """Write a PDF in one move; say whether the disk took it."""
    file = QSaveFile(str(path))
    return (
        file.open(QSaveFile.OpenModeFlag.WriteOnly)
        and file.write(pdf) == len(pdf)
        and file.commit()
    )


def band_about(path: Path, saved: bool, again: Callable[[], object], what: str = "el PDF") -> Band:
    """Return the band that says whether a PDF was saved; `again` asks for another place.

    `what` is said instead of the PDF.
    """
    if saved:
        return Band("done", f"Se guardó “{path.name}”.", "Abrirlo", lambda: _open(path))
    sentence = f"No se pudo guardar {what} en esa carpeta. Elija otro lugar."
    return Band("failure", sentence, "Elegir otro lugar…", again)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
