"""The look that a person chose, text size and colours, kept from one day to the next."""

from __future__ import annotations

from poadesk.desktop.places import settings
from poadesk.widgets.theme import SCALES, theme

_DARK = {"dark": True, "light": False}  # anything else follows the system


def restore_look() -> None:
    """Take the look of last time; what is not readable counts as not chosen."""
    scale = str(settings().value("look/scale", ""))
    theme().set_scale(next((known for known in SCALES if str(known) == scale), 1.0))
    theme().set_dark(_DARK.get(chosen_colors()))


def chosen_colors() -> str:
    """Return `system`, `light` or `dark`."""
    chosen = str(settings().value("look/colors", ""))
    return chosen if chosen in _DARK else "system"


def choose_colors(name: str) -> None:
    """Take `system`, `light` or `dark` from now on."""
    settings().setValue("look/colors", name)
    theme().set_dark(_DARK.get(name))


def remember_scale() -> None:
    """Keep the text size for the next time."""
    settings().setValue("look/scale", theme().scale)
