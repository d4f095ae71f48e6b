"""Base of the steps that are written in an outline, with the details of the chosen row beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from poadesk.plan.model import child_attributes
from poadesk.widgets.beside import ScreenWithPanel
from poadesk.widgets.buttons import menu_button
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.menus import menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.spelling_waves import repaint_waves
from poadesk.writing.screen.details.panel import DetailsPage, DetailsPanel
from poadesk.writing.screen.outline.levels import Level, noun
from poadesk.writing.screen.outline.menu import fill_add_menu, fill_row_menu
from poadesk.writing.screen.outline.view import OutlineView

# Pixels at 100 % text size, for the details in a wide window and in a narrow one.
_WIDTH = 280
_WIDTH_NARROW = 264
_WIDE_MARGIN = 24


class OutlineScreen(ScreenWithPanel):
    """Title and outline at the left, details at the right."""

    def __init__(
        self,
        open_plan: OpenPlan,
        title: str,
        levels: Sequence[Level],
        pages: Mapping[str, Callable[[OpenPlan], DetailsPage]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, scrolls=False, parent=parent)
        self.open_plan = open_plan
        self.outline = OutlineView(open_plan, levels)
        self.content.addWidget(self.outline, 1)
        self.outline.setAccessibleName(title)
        repaint_waves(self.outline.viewport())
        self.details = DetailsPanel(open_plan, pages, self.splitter)
        keep_pane(self.splitter, 1, self._width_key)
        self.add_menu = menu(parent=self)
        self._was_narrow: bool | None = None
        self._add_button()
        self._connect()
        self._follow()

    def jump_to(self, row_id: str, field: str) -> None:
        """Choose a row and put the focus on one of its fields; its text when it has no such."""
        level = next((level for level in self.outline.rows.levels if level.field == field), None)
        self.outline.show_row(row_id)
        if self.outline.current_row() != row_id:
            self.focus_first()
        elif level is None and (self.details.focus_field(field) or self._go_below(row_id, field)):
            return
        else:
            self.outline.go_to(row_id, write=True)

    def focus_first(self) -> None:
        """Put the focus where the work goes on."""
        self.outline.focus_first()

    def arrive(self) -> None:
        """The person has come to this screen."""
        self.focus_first()

    def make_room(self, is_tight: bool) -> None:
        """Give the room of the details to what covers them."""
        self.details.setHidden(is_tight)

    def _go_below(self, row_id: str, field: str) -> bool:
        """Go to the row that adds, where a finding speaks of rows that are missing below one."""
        row = self.open_plan.row(row_id)
        tables = {name: table for table, name in child_attributes(row.TABLE).items()} if row else {}
        below = self.outline.doings.table_below(row) if row is not None else ""
        return bool(below) and tables.get(field) == below and self.outline.go_to_adding(row_id)

    def _add_button(self) -> None:
        button = menu_button("Agregar", self.add_menu, icon="plus")
        button.setObjectName("add")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header_buttons.addWidget(button)
        if self.open_plan.read_only:
            button.hide()
        self.add_menu.aboutToShow.connect(
            lambda: fill_add_menu(
                self.add_menu, self.outline.doings, self.open_plan, self.outline.current_row()
            )
        )
        self.details.menu.aboutToShow.connect(
            lambda: fill_row_menu(
                self.details.menu, self.outline.doings, self.open_plan, self.outline.current_row()
            )
        )

    def _connect(self) -> None:
        self.outline.chosen.connect(self._choose)
        self.outline.tabbed.connect(self._tab_from_text)
        self.details.left.connect(self._tab_from_details)
        self.details.next_wanted.connect(self._next_from_details)
        self.details.place_wanted.connect(self.go_to_finding)
        self.outline.doings.notice.connect(self.notice)
        self.open_plan.changed.connect(self._follow)

    def _choose(self, row_id: str) -> None:
        self.details.show_row(row_id, self.outline.current_table())
        self._show_hints(row_id)
        self.row_shown.emit(row_id)

    def _show_hints(self, row_id: str) -> None:
        if self.open_plan.read_only:
            remark = [("Ctrl+M", "observación")] if self.open_plan.reading.is_of_unit else []
            self.set_hints([*remark, ("Tab", "sus datos")])
            return
        row = self.open_plan.row(row_id) if row_id else None
        if row is None:
            self.set_hints([("Enter", "agregar aquí"), ("Tab", "siguiente")])
            return
        hints = [("Enter", noun(row.TABLE, self.open_plan.plan).other)]
        below = self.outline.doings.table_below(row)
        if below:
            hints.append(("Ctrl+Enter", f"{noun(below, self.open_plan.plan).one} dentro"))
        self.set_hints([*hints, ("Tab", "sus datos"), ("Ctrl+↑", "subir"), ("Ctrl+D", "duplicar")])

    def _tab_from_text(self, forward: bool) -> None:
        has_row = bool(self.outline.current_row())
        self.outline.writing.save()
        if forward and has_row and self.details.focus_edge(last=False):
            return
        if not self.outline.step_to(1 if forward else -1):
            self._leave(forward)
        elif not forward and self.outline.current_row():
            self.details.focus_edge(last=True)

    def _tab_from_details(self, forward: bool) -> None:
        if not forward:
            self.outline.go_to(self.outline.current_row(), write=True)
        elif not self.outline.step_to(1):
            self._leave(forward)

    def _next_from_details(self) -> None:
        self.open_plan.save_waiting()
        self.outline.doings.add_beside(self.outline.current_row())

    def _leave(self, forward: bool) -> None:
        """At either end of the outline the focus goes to the first thing of the screen."""
        button = self.findChild(QWidget, "add")
        assert isinstance(button, QWidget)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        """Show what follows from the plan in the heading; a screen says what."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.margin() < _WIDE_MARGIN
        if is_narrow != self._was_narrow:
            # Only when the window turns narrow or wide: in between, the person's own width stays.
            self._was_narrow = is_narrow
            at_first = _WIDTH_NARROW if is_narrow else _WIDTH
            # The outline, where the work is, has half of the room at least.
            wide = min(self.width() // 2, kept_width(self._width_key(), at_first))
            self.splitter.setSizes([self.width() - wide, wide])

    def _width_key(self) -> str:
        """Return the name under which the width of the details is kept."""
        step = self.outline.rows.levels[-1].table
        return f"details/{step}/narrow" if self._was_narrow else f"details/{step}"
