"""What the bar below the tracking grid says: keys that work, and what is chosen."""

from __future__ import annotations

from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.rows import FINANCIAL, PHYSICAL, Kind
from poadesk.tracking.screen.words import amount_words

_HINTS = {
    PHYSICAL: [
        ("0", "nada hecho"),
        ("Supr", "sin registrar"),
        ("Ctrl+J", "como se programó"),
        ("Mayús+→", "elegir"),
        ("Ctrl+V", "pegar de Excel"),
    ],
    FINANCIAL: [
        ("0", "nada gastado"),
        ("Supr", "sin registrar"),
        ("Ctrl+J", "como se presupuestó"),
        ("↑+↓", "presupuesto o gasto"),
        ("Ctrl+V", "pegar de Excel"),
    ],
}
_READING = [("←+→", "moverse"), ("Mayús+→", "elegir y sumar"), ("Ctrl+C", "copiar a Excel")]


def hints_for(kind: Kind, read_only: bool) -> list[tuple[str, str]]:
    """Return the keys that work in the grid, and what they do."""
    return _READING if read_only else _HINTS[kind]


def chosen_in_words(block: Block | None) -> str:
    """Count what is chosen: `6 casillas elegidas · suma 389`; nothing for one cell."""
    if block is None or block.size < 2:
        return ""
    total = amount_words(block.total, block.field)
    return f"{block.size:,} casillas elegidas · suma {total}"
