"""Which document is wanted of which plans, its name on the disk, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from poadesk.plan.consolidated.summary import front_of
from poadesk.plan.file_names import safe_name
from poadesk.plan.model import Plan
from poadesk.printing.consolidated.options import TITLES, DocumentOptions
from poadesk.printing.paper_places import PaperPlaces
from poadesk.printing.tables import year_of
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.file_questions import ask_where

PDF, WORKBOOK = "pdf", "xlsx"
_QUESTIONS = {
    PDF: ("Guardar PDF", "Documento PDF (*.pdf)"),
    WORKBOOK: ("Guardar libro de Excel", "Libro de Excel (*.xlsx)"),
}
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class DocumentWish:
    """A document (a name of `options.DOCUMENTS`) of frozen plans."""

    kind: str
    plans: tuple[Plan, ...]
    options: DocumentOptions

    def pdf(self, progress: Progress, _places: PaperPlaces) -> bytes:
        """Return the document as a PDF; `progress` may raise to stop."""
        # Local: ReportLab is loaded here, in the thread, and not when the window starts.
        from poadesk.printing.consolidated.paper import build_paper

        return build_paper(self.kind, self.plans, self.options, progress)

    def workbook(self, progress: Progress, _places: PaperPlaces) -> bytes:
        """Return the document as a workbook; `progress` may raise to stop."""
        from poadesk.printing.consolidated.workbook import build_workbook

        return build_workbook(self.kind, self.plans, progress)


def ask_where_to(parent: QWidget, wish: DocumentWish, ending: str) -> Path | None:
    """Ask where a document goes; one that is there is replaced only with a yes."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title, kinds = _QUESTIONS[ending]
    offered = Path(folder) / f"{offered_name(wish)}.{ending}"
    return ask_where(parent, title, offered, kinds, may_replace=True)


def offered_name(wish: DocumentWish) -> str:
    """Propose a name from the document, its year and the entity."""
    front = front_of(wish.plans)
    return safe_name(f"{TITLES[wish.kind]} {year_of(front)} {front.entity}")
