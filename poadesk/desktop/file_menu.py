"""The menu Archivo: plans that are begun, opened, copied, printed and closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from poadesk.desktop.menu_row import Item

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow


class FileMenu:
    """Does what the menu and the start page offer to do with files."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def items(self) -> list[Item]:
        """Return the entries of the menu."""
        window = self._window
        return [
            Item("Nuevo plan…", self.new, "Ctrl+N", needs_plan=False, sign="file-plus"),
            Item("Abrir un plan…", self.open, "Ctrl+O", needs_plan=False, sign="folder-open"),
            Item("Desde el año pasado…", self.from_last_year, needs_plan=False),
            Item("Empezar con el material de Planificación…", self.from_material, needs_plan=False),
            Item("Poner al día el material…", self._update_material),
            Item("Consolidado de Planificación…", self.office, needs_plan=False, sign="inbox"),
            Item("Recuperar una copia…", self._from_backup, needs_plan=False),
            Item("Ver el ejemplo…", self.example, needs_plan=False, sign="book"),
            Item(),
            Item("Traer lo que devolvió Planificación…", self.bring_return),
            Item("Traer un libro de Excel…", self.bring_workbook, needs_plan=False),
            Item("Guardar como libro de Excel…", self.save_workbook),
            Item("Guardar un libro para llenar…", self.save_blank_workbook),
            Item(),
            Item("Guardar una copia…", self.save_copy, "Ctrl+Shift+C", sign="copy"),
            Item("Comparar con lo enviado…", lambda: window.show_step("compare"), sign="swap"),
            Item("Imprimir…", lambda: window.show_step("print"), "Ctrl+P", sign="printer"),
            Item(),
            Item("Cerrar el plan", window.show_start, "Ctrl+W"),
            Item("Salir", window.close, "Ctrl+Q", needs_plan=False),
        ]

    def new(self) -> None:
        """Begin a plan of blank pages."""
        self._open_made("new_plan")

    def open(self) -> None:
        """Ask which plan to open."""
        from poadesk.desktop.opening import ask_for_plan

        path = ask_for_plan(self._window)
        if path is not None:
            self.take(path)

    def example(self) -> None:
        """Open an example of one's own."""
        self._open_made("example_plan_file")

    def from_last_year(self) -> None:
        """Begin with the plan of the year before."""
        self._open_made("plan_from_last_year")

    def from_material(self) -> None:
        """Begin with what the planning office gives to all units."""
        from poadesk.desktop.kit_files import plan_from_material

        self._open(plan_from_material(self._window))

    def office(self) -> None:
        """Begin the file in which a planning office puts together what units send."""
        self._open_made("office_file")

    def take(self, path: Path) -> None:
        """Open a file that came from elsewhere.

        Material of the office is begun with instead, and what came back of the open plan is taken
        into it.
        """
        from poadesk.desktop.kit_files import take_material

        if not self._took_return(path) and not take_material(self._window, path):
            self._window.open_path(path)

    def _took_return(self, path: Path) -> bool:
        if self._window.open_plan is None:
            return False
        from poadesk.desktop.returns import take_own_return

        return take_own_return(self._window, path)

    def _update_material(self) -> None:
        from poadesk.desktop.kit_files import update_from_material

        update_from_material(self._window)

    def save_copy(self) -> None:
        """Ask where a copy of the open plan goes."""
        from poadesk.desktop.opening import save_copy

        if self._window.open_plan is not None:
            save_copy(self._window, self._window.open_plan)

    def bring_return(self) -> None:
        """Take into the open plan what the planning office gave back of it."""
        from poadesk.desktop.returns import bring_return

        bring_return(self._window)

    def bring_workbook(self) -> None:
        """Bring the activities that a planning office keeps in a workbook."""
        from poadesk.desktop.workbooks import bring_workbook

        bring_workbook(self._window)

    def save_workbook(self) -> None:
        """Ask where the workbook of activities goes."""
        from poadesk.desktop.workbooks import save_workbook

        save_workbook(self._window)

    def save_blank_workbook(self) -> None:
        """Ask where an empty workbook goes, for somebody else to fill in."""
        from poadesk.desktop.workbooks import save_blank_workbook

        save_blank_workbook(self._window)

    def _from_backup(self) -> None:
        self._open_made("plan_from_backup")

    def _open_made(self, maker: str) -> None:
        # Local: what opens a plan is loaded when one is wanted.
        from poadesk.desktop import opening

        self._open(getattr(opening, maker)(self._window))

    def _open(self, path: Path | None) -> None:
        if path is not None:
            self._window.open_path(path)
