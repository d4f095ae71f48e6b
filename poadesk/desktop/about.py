"""What poadesk is and which version of it runs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from poadesk import __version__
from poadesk.widgets.dialogs import tell


def show_about(parent: QWidget, button: str) -> None:
    """Show the dialog; `button` says where it leads back to."""
    tell(
        parent,
        f"poadesk {__version__}",
        "El plan operativo anual de una unidad, escrito una vez y bien escrito. "
        "Programa libre, con licencia MIT.",
        button=button,
    )
