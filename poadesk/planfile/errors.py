"""What can go wrong with a plan file; every message is a plain Spanish sentence for the person."""

from __future__ import annotations


class PlanFileError(Exception):
    """A plan file could not be used; `str(error)` says what happened and what to do."""


class CannotOpenError(PlanFileError):
    """The file was not opened and nothing in it changed.

    `kind` is one of missing, empty, not_a_plan, damaged, newer, read_only, folder, in_use,
    exists, too_many.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


class CannotSaveError(PlanFileError):
    """An edit was not written; the file holds what it held before.

    `kind` is one of full, changed, read_only, protected, other.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


class ProtectedError(CannotSaveError):
    """An edit of what somebody else gave or wrote; what was typed stays where it was typed."""

    def __init__(self, sentence: str) -> None:
        super().__init__("protected", sentence)


class RefusedFileError(PlanFileError):
    """A file from somebody else was not received; nothing was taken from it.

    `kind` is one of missing, empty, not_a_plan, damaged, newer, unfinished, too_big, slow, no_plan,
    kit.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind
