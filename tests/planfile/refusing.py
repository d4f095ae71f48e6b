"""What every refusal owes the person: one plain sentence, and a folder left as it was."""

import re
from pathlib import Path

import pytest

from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile

ENGLISH = r"\b(the|file|error|database|sqlite\w*|locked|lock|open|malformed|disk|read-only)\b"


def contents(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


def require_plain_spanish(sentence: str) -> None:
    assert sentence.endswith(".")
    assert "\n" not in sentence
    words = re.sub("“.*?”", "", sentence)
    assert not re.search(ENGLISH, words, re.IGNORECASE), sentence


def refusal(path: Path, *, read_only: bool = False, with_plans: bool = False) -> CannotOpenError:
    """Open, and return the refusal after proving that it left the folder as it was."""
    before = contents(path.parent)
    with pytest.raises(CannotOpenError) as caught:
        PlanFile.open(path, read_only=read_only, with_plans=with_plans)
    assert contents(path.parent) == before
    require_plain_spanish(str(caught.value))
    return caught.value


def refusals(path: Path) -> set[str]:
    """Return the kinds of refusal: to write and only to read, looked through and read at once."""
    both = (False, True)
    return {
        refusal(path, read_only=read_only, with_plans=with_plans).kind
        for read_only in both
        for with_plans in both
    }
