"""The window: the menu row above, and below it the start page or one open plan.

What an open plan needs is imported when one is opened, so that the window paints first.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from poadesk.desktop.look import remember_scale, restore_look
from poadesk.desktop.places import settings
from poadesk.desktop.window_place import bring_forward, remember_place, restore_place
from poadesk.widgets.kept_widths import keep_widths_in
from poadesk.widgets.theme import theme

if TYPE_CHECKING:
    from poadesk.desktop.error_report import ErrorReport
    from poadesk.desktop.file_menu import FileMenu
    from poadesk.desktop.menu_row import Item, MenuRow
    from poadesk.desktop.plan_ties import PlanTies
    from poadesk.desktop.plan_view import PlanView
    from poadesk.planfile.errors import CannotSaveError
    from poadesk.widgets.open_plan import OpenPlan


class MainWindow(QMainWindow):
    """One window with at most one plan.

    `painted` tells that it has been seen once, `plan_opened` that a plan's first screen is there.
    """

    plan_opened = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open_plan: OpenPlan | None = None
        self.view: PlanView | None = None
        self.error_report: ErrorReport | None = None
        self._ties: PlanTies | None = None
        self._has_painted = False
        self.setWindowTitle("poadesk")
        restore_place(self)
        restore_look()
        keep_widths_in(settings)
        self._scale = theme().scale
        theme().changed.connect(self._on_theme)

    @cached_property
    def menus(self) -> MenuRow:
        """Return the row of menus, which is made when it is first asked for."""
        from poadesk.desktop.menu_row import MenuRow

        row = MenuRow(self._menus(), self)
        self.setMenuWidget(row)
        row.show()
        return row

    @cached_property
    def files(self) -> FileMenu:
        """Return what can be done with files."""
        from poadesk.desktop.file_menu import FileMenu

        return FileMenu(self)

    def show_start(self) -> None:
        """Show the start page, in place of the plan that may be open."""
        if not self._may_leave():
            return
        from poadesk.desktop.recent import forget
        from poadesk.desktop.recent_list import recent_in_words
        from poadesk.desktop.start_page import StartPage

        self._forget_plan()
        page = StartPage(recent_in_words())
        page.new_wanted.connect(self.files.new)
        page.open_wanted.connect(self.files.open)
        page.open_path.connect(self._go_on_with)
        page.removed.connect(forget)
        page.example_wanted.connect(self.files.example)
        page.from_last_year_wanted.connect(self.files.from_last_year)
        page.from_material_wanted.connect(self.files.from_material)
        page.office_wanted.connect(self.files.office)
        self.setCentralWidget(page)
        page.arrive()
        self.menus.set_plan_open(False)
        self.setWindowTitle("poadesk")

    def open_path(self, path: Path, step: str = "", plan_id: str = "") -> None:
        """Open a plan file, at a step of a unit if these are given, or say why it cannot be;
        the plan open before stays open then."""
        from poadesk.desktop.opening import open_plan_file

        same = self.open_plan is not None and path.absolute() == self.open_plan.file.path.absolute()
        if same or not self._may_leave():
            return
        file = open_plan_file(self, path, self.show_start if self.centralWidget() is None else None)
        if file is None:
            return
        from poadesk.widgets.open_plan import OpenPlan

        open_plan = OpenPlan(file)
        open_plan.choose_plan_of(plan_id)
        self.show_plan(open_plan, step)

    def _go_on_with(self, path: str) -> None:
        """Open a recent plan at the unit and the step in which it was left."""
        from poadesk.desktop.recent import plan_left, step_left

        self.open_path(Path(path), step_left(path), plan_left(path))

    def show_plan(self, open_plan: OpenPlan, step: str = "") -> None:
        """Show an open plan at a step, or at its first one, in place of what was shown."""
        from poadesk.desktop.plan_ties import PlanTies

        self._forget_plan()
        self.open_plan = open_plan
        self._ties = PlanTies(open_plan, self)
        self._ties.wanted.connect(lambda: bring_forward(self))
        open_plan.saved.connect(self._on_saved)
        open_plan.save_failed.connect(self._on_save_failed)
        open_plan.chosen.connect(self._show_title)
        self.menus.set_plan_open(True, has_units=len(open_plan.plans) > 1)
        self.menus.show_saved("" if open_plan.file.read_only else "Todo está guardado")
        self._show_undo()
        self._name_plan()
        self._show_view(open_plan, self._ties, step)
        self.plan_opened.emit()

    def _show_view(self, open_plan: OpenPlan, ties: PlanTies, step: str) -> None:
        from poadesk.desktop.plan_view import PlanView, read_only_band

        self.view = PlanView(open_plan, self)
        self.view.undo_wanted.connect(lambda: self._replay(backwards=True))
        self.view.paper.shown.connect(self.menus.show_paper)
        self.setCentralWidget(self.view)
        self.view.show()  # the layout would only do so later, and a hidden field takes no focus
        if open_plan.file.read_only:
            self.view.show_band(read_only_band(self.files.save_copy))
        self.view.show_step(step)
        self.view.step_shown.connect(ties.note)

    def _name_plan(self) -> None:
        """Put the plan's name in the title, and the plan at the head of the recent ones."""
        assert self._ties is not None
        self._ties.settle()
        self._show_title()

    def _show_title(self) -> None:
        if self._ties is not None and self.open_plan is not None:
            self.setWindowTitle(f"{self._ties.name} — poadesk")
            self._ties.name_steps(self.menus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._on_first_paint)

    def _on_first_paint(self) -> None:
        from poadesk.desktop.dropping import PlanDrop

        drop = PlanDrop(self, lambda: self.view is not None and self.view.receives())
        drop.dropped.connect(lambda path: self.files.take(Path(path)))
        drop.handed_over.connect(self._receive)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        remember_scale()
        self._forget_plan()
        remember_place(self)
        super().closeEvent(event)

    def _menus(self) -> dict[str, list[Item]]:
        from poadesk.desktop.edit_menu import EditMenu
        from poadesk.desktop.help_menu import HelpMenu
        from poadesk.desktop.menu_row import Item, paper_item, steps_menu, view_menu

        return {
            "Archivo": self.files.items(),
            "Editar": EditMenu(self).items(
                partial(self._replay, True), partial(self._replay, False)
            ),
            "Ver": [paper_item(self._toggle_paper), Item(), *view_menu()],
            "Ir": steps_menu(lambda: self.view),
            "Ayuda": HelpMenu(self).items(),
        }

    def show_step(self, step: str) -> None:
        """Show a step of the open plan, if there is one."""
        if self.view is not None:
            self.view.show_step(step)

    def _toggle_paper(self) -> None:
        if self.view is not None:
            self.view.paper.toggle()

    def _receive(self, paths: list[str]) -> None:
        if self.view is not None:
            self.view.receive(paths)

    def _replay(self, backwards: bool) -> None:
        from poadesk.desktop.replayed import replay

        if self.view is not None and self.open_plan is not None:
            replay(self.view, self.open_plan, backwards)

    def _on_saved(self) -> None:
        self.menus.show_saved(f"Guardado {datetime.now():%H:%M}")
        if self.view is not None:
            self.view.show_band(None)
        self._show_undo()
        self._show_title()
        if self.open_plan is not None:  # a workbook brings units, and taking it back takes them
            self.menus.offer_units(len(self.open_plan.plans) > 1)

    def _show_undo(self) -> None:
        if self.open_plan is None:
            return
        undo, redo = self.open_plan.next_undo(), self.open_plan.next_redo()
        self.menus.show_undo(undo.label if undo else None, redo.label if redo else None)

    def _on_save_failed(self, error: CannotSaveError) -> None:
        from poadesk.widgets.band import Band

        if error.kind == "protected":
            return  # the view has told so, and another place would not take it either
        self.menus.show_saved("Sin guardar", is_saved=False)
        if self.view is not None:
            self.view.show_band(
                Band("failure", str(error), "Guardar en otro lugar…", self._save_elsewhere)
            )

    def _save_elsewhere(self) -> bool:
        from poadesk.desktop.opening import save_elsewhere

        if self.open_plan is None or not save_elsewhere(self, self.open_plan):
            return False
        self._on_saved()
        self._name_plan()
        return True

    def _may_leave(self) -> bool:
        """Save what is waiting; where that cannot be, ask. Say whether the plan may be left."""
        if self.open_plan is None or self.view is None:
            return True
        from poadesk.desktop.leaving import ask_before_leaving

        return ask_before_leaving(self, self.open_plan, self._save_elsewhere, self.view.go_to_field)

    def _forget_plan(self) -> None:
        if self.open_plan is None:
            return
        # The view goes first: a field that loses the focus still saves to the file.
        step = self.view.step if self.view is not None else ""
        self._take_view_away()
        self.open_plan.save_waiting()
        if self._ties is not None:
            self._ties.end(step)
            self._ties = None
        self.open_plan.close()
        self.open_plan.deleteLater()
        self.open_plan = None

    def _take_view_away(self) -> None:
        if self.view is not None:
            self.view.hide()  # to take it out of the window would dress all of it anew
            self.view.deleteLater()
            self.view = None

    def _on_theme(self) -> None:
        if self._scale == theme().scale:
            return
        self._scale = theme().scale
        # After the change is drawn, which writing the settings would hold up.
        QTimer.singleShot(0, self, self._on_scale)

    def _on_scale(self) -> None:
        remember_scale()
        if self.open_plan is None or self.view is None or self._ties is None:
            return
        from poadesk.desktop.leaving import end_work

        # Widths that follow from the letter are set when a screen is made.
        step = end_work(self.view, self.open_plan)
        self._take_view_away()
        self._show_view(self.open_plan, self._ties, step)
