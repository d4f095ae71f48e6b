"""Names of files and folders: such as every system takes, out of what people write; and shown."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80  # characters; a folder and a file in it stay below the 260 of Windows
_MOST_BYTES = 180  # of UTF-8; Linux takes 255, and an ending and a temporary name are added
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
# Names that Windows keeps for itself, also with an ending.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)


def safe_name(words: str, longest: int = LONGEST, otherwise: str = "Plan") -> str:
    """Return words as the name of a file without its ending, in one line of so many characters.

    `otherwise` is the name where nothing is left of them.
    """
    composed = unicodedata.normalize("NFC", words)
    plain = "".join(letter if _is_visible(letter) else " " for letter in composed)
    name = _shortened(" ".join(_NOT_IN_A_NAME.sub(" ", plain).split()), longest)
    if _RESERVED.fullmatch(name):
        name = f"Plan {name}"
    return name or otherwise


def shown_name(name: str) -> str:
    """Return the name of a file as text to show or to keep: not every system names in UTF-8."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _is_visible(letter: str) -> bool:
    """Say whether a letter can be seen; those that turn the text around or hide in it cannot."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _shortened(name: str, longest: int) -> str:
    name = name[:longest]
    while len(name.encode("utf-8")) > _MOST_BYTES:
        name = name[:-1]
    # Windows drops dots and spaces at the end; a dot at the beginning hides a file elsewhere.
    return name.strip(". ")
