"""Whether spelling is checked, kept from one day to the next; going to the next unknown word."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from poadesk.desktop.places import own_words_path, settings
from poadesk.widgets.spelling import spelling


def begin_spelling() -> None:
    """Load the dictionary in the background."""
    spelling().want(is_spelling_chosen())
    spelling().begin(own_words_path())


def is_spelling_chosen() -> bool:
    """Say whether spelling is to be checked; it is, until somebody turns it off."""
    return str(settings().value("spelling/check", "yes")) != "no"


def toggle_spelling() -> None:
    """Check spelling from now on, or no longer."""
    wanted = not is_spelling_chosen()
    settings().setValue("spelling/check", "yes" if wanted else "no")
    spelling().want(wanted)


def correct_next_word() -> bool:
    """Go to the next unknown word of the text with the focus; False where none is marked."""
    from poadesk.widgets.spelling_marks import correct_next

    return correct_next(QApplication.focusWidget())
