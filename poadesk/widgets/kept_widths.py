"""Widths that a person gave by dragging a divider, and other choices, kept for the next time.

Widths are in pixels at 100 % text size, so that they follow another text size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QSplitter

from poadesk.widgets.theme import theme

_LEAST, _MOST = 40, 4000  # anything else was not written by us


class Store(Protocol):
    """What keeps settings, as QSettings does."""

    def value(self, key: str, /) -> Any: ...

    def setValue(self, key: str, value: Any, /) -> None: ...


_store: Callable[[], Store] | None = None


def keep_widths_in(store: Callable[[], Store] | None) -> None:
    """Say where widths are kept; with None they last only as long as their screen."""
    global _store
    _store = store


def kept_width(key: str, otherwise: int) -> int:
    """Return the width kept under a key in pixels, or `otherwise`, which is at 100 %."""
    kept = str(_store().value(f"width/{key}")) if _store is not None else ""
    is_sound = kept.isdecimal() and _LEAST <= int(kept) <= _MOST
    return theme().px(int(kept) if is_sound else otherwise)


def keep_width(key: str, pixels: int) -> None:
    """Keep a width; one of nothing says that the panel was hidden, and is not kept."""
    if _store is not None and pixels > 0:
        _store().setValue(f"width/{key}", round(pixels / theme().scale))


def kept_word(key: str) -> str:
    """Return what a screen keeps under a key, or ""."""
    kept = _store().value(key) if _store is not None else None
    return kept if isinstance(kept, str) else ""


def keep_word(key: str, word: str) -> None:
    """Keep a word for the next time."""
    if _store is not None:
        _store().setValue(key, word)


def keep_pane(splitter: QSplitter, pane: int, key: Callable[[], str]) -> None:
    """Keep the width of a pane whenever the person drags a divider of the splitter."""
    splitter.splitterMoved.connect(lambda *_: keep_width(key(), splitter.sizes()[pane]))
