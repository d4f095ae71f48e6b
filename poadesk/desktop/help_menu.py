"""The menu Ayuda: the manual at the page of the step in sight, its keys, and the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poadesk.desktop.menu_row import Item

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow
    from poadesk.desktop.manual_window import ManualWindow


class HelpMenu:
    """Opens the manual, which stays one window however often it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.manual: ManualWindow | None = None

    def items(self) -> list[Item]:
        """Return the entries of the menu."""
        return [
            Item("Manual", self.open_at_step, "F1", needs_plan=False, sign="help"),
            Item("Teclas", lambda: self.open_at("keys"), needs_plan=False),
            Item(),
            Item("Acerca de poadesk", self._about, needs_plan=False, sign="info"),
        ]

    def open_at_step(self) -> None:
        """Open the manual at the page of the step in sight; at its first page without a plan."""
        view = self._window.view
        self.open_at(view.step if view is not None else "")

    def open_at(self, page: str) -> None:
        """Open the manual at a page."""
        from poadesk.desktop.manual_window import ManualWindow

        if self.manual is None:
            self.manual = ManualWindow(self._window)
        self.manual.open_at(page)

    def _about(self) -> None:
        from poadesk.desktop.about import show_about

        show_about(self._window, "Volver al plan" if self._window.open_plan else "Cerrar")
