"""What became of each file of a batch, and what is told while it goes on."""

from __future__ import annotations

from pathlib import Path

from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: `done` of `total` files, and the name of the next."""

    done: int
    total: int
    file: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A plan in a file that can be read. `state` is new, updated, unchanged or older.

    An older one is `taken` only if it was asked for. `notes` are sentences about what a person
    has to look at: two plans for one unit, one plan under two names.
    """

    file: Path
    plan_id: str
    unit: str
    state: str
    revision: int
    code: str
    taken: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file, or a plan in it, that was not received; `reason` is one Spanish sentence.

    `kind` is one of missing, empty, not_a_plan, damaged, newer, unfinished, too_big, slow, no_plan,
    kit, other_year, taken_rows.
    """

    file: Path
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """All of a batch, in the order of its files; `copy` is the office file as it was before it.

    `copy` is None for a new file, and where no copies were asked for.
    """

    accepted: tuple[Accepted, ...]
    rejected: tuple[Rejected, ...]
    copy: Path | None = None

    @property
    def is_clean(self) -> bool:
        """Say whether every file was taken, or was there already, without anything to look at."""
        left = [one for one in self.accepted if one.notes or (one.state == "older")]
        return not self.rejected and not left


class CannotConsolidateError(Exception):
    """A batch cannot be taken into this file; `str(error)` is one Spanish sentence."""


class CancelledError(Exception):
    """Somebody stopped the batch; the file is as it was before."""
