"""The workbook of activities in the window: brought in with a report by cell, and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from poadesk.desktop.opening import is_free
from poadesk.desktop.places import documents_folder
from poadesk.desktop.workbook_question import ask_about, show_remarks
from poadesk.output import OutputError, write_whole
from poadesk.plan.fields import UnreadableError
from poadesk.plan.file_names import safe_name
from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotSaveError, PlanFileError
from poadesk.planfile.whole import new_plan_file
from poadesk.printing.activities_workbook import build_activities_workbook, build_blank_workbook
from poadesk.tracking.screen.workbook_reader import read_with_progress
from poadesk.tracking.workbook.bringing import bring_in
from poadesk.tracking.workbook.reading import Workbook
from poadesk.tracking.workbook.updating import Update, update_of
from poadesk.widgets.band import Band
from poadesk.widgets.dialogs import tell
from poadesk.widgets.file_questions import ask_for_file, ask_where

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow

_WORKBOOKS = "Libro de Excel (*.xlsx)"
_PLANS = "Planes de poadesk (*.sqlite)"
_NOT_BROUGHT = "No se puede traer este libro"


def bring_workbook(window: MainWindow) -> None:
    """Ask for a workbook and bring it into the open plan file, or into a new one."""
    if window.open_plan is not None and window.open_plan.file.read_only:
        tell(window, _NOT_BROUGHT, "Este plan está abierto solo para leer. Abra el suyo.")
        return
    title = "Traer un libro de actividades"
    source = ask_for_file(window, title, documents_folder(), _WORKBOOKS)
    if source is None:
        return
    try:
        _bring(window, source)
    except (UnreadableError, PlanFileError) as error:
        tell(window, _NOT_BROUGHT, str(error), button="Entendido", icon="warning")


def save_workbook(window: MainWindow) -> None:
    """Ask where the activities of all plans of the file go as a workbook, and write it there."""
    _save(window, "Libro de actividades", build_activities_workbook)


def save_blank_workbook(window: MainWindow) -> None:
    """Ask where an empty workbook goes that says how it is filled in, and write it there."""
    _save(window, "Libro para llenar", lambda plans: build_blank_workbook(plans[0]))


def _bring(window: MainWindow, source: Path) -> None:
    stored = _stored(window)
    workbook = read_with_progress(window, source, stored)
    if workbook is None:
        if window.view is not None:
            window.view.show_band(Band("done", "Se canceló: no se trajo nada y nada cambió."))
        return
    if not _is_agreed(window, source, workbook, stored):
        return
    if window.open_plan is not None:
        try:
            _tell_of(window, bring_in(window.open_plan.file, workbook, with_problems=True))
        except CannotSaveError as error:
            window.open_plan.save_failed.emit(error)
        return
    target = _place_for(window, source)
    if target is None:
        return
    with new_plan_file(target) as file:
        update = bring_in(file, workbook, with_problems=True)
    window.open_path(target)
    _tell_of(window, update)


def _stored(window: MainWindow) -> Sequence[Plan]:
    if window.open_plan is None:
        return ()
    window.open_plan.save_waiting()
    return window.open_plan.plans


def _is_agreed(parent: QWidget, source: Path, workbook: Workbook, stored: Sequence[Plan]) -> bool:
    """Show what is wrong with a workbook, if anything is; say whether it is to be brought.

    Raises `UnreadableError` for one that has no problems and cannot be brought all the same.
    """
    try:
        update_of(stored, workbook)
    except UnreadableError:
        if not workbook.has_errors:
            raise
        return ask_about(parent, source.name, workbook, can_be_brought=False)
    return not workbook.problems or ask_about(parent, source.name, workbook, can_be_brought=True)


def _place_for(parent: QWidget, source: Path) -> Path | None:
    """Ask where the plans of a workbook are to be kept."""
    offered = documents_folder() / f"{source.stem}.sqlite"
    target = ask_where(parent, "¿Dónde se guardarán los planes?", offered, _PLANS)
    return target if target is not None and is_free(parent, target) else None


def _tell_of(window: MainWindow, update: Update) -> None:
    """Say what was brought, and what the workbook does not say of the file."""
    open_plan = window.open_plan
    if window.view is not None and open_plan is not None:
        undoes = update.changes and open_plan.next_undo() is not None
        action = "Deshacer" if undoes else ""
        window.view.show_band(Band("done", update.summary, action, open_plan.undo))
    if update.remarks:
        show_remarks(window, update)


def _save(window: MainWindow, name: str, build: Callable[[Sequence[Plan]], bytes]) -> None:
    if window.open_plan is None or window.view is None:
        return
    window.open_plan.save_waiting()
    words = safe_name(f"{name} {window.open_plan.year_label()}")
    offered = documents_folder() / f"{words}.xlsx"
    target = ask_where(window, "Guardar libro de Excel", offered, _WORKBOOKS, may_replace=True)
    if target is None:
        return
    try:
        write_whole(target, build(window.open_plan.plans))
    except (OutputError, UnreadableError) as error:
        tell(window, "No se guardó el libro", str(error), button="Entendido", icon="warning")
        return
    window.view.show_band(Band("done", f"Se guardó “{target.name}”."))
