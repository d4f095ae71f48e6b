"""What was typed and is not in the file; a person is asked about it before the plan is left."""

from __future__ import annotations

from poadesk.quick_dataclass import dataclass

# Where a text belongs: table, row id and field. In a grid: what its cells hold, row id and month.
Spot = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text, the name of its place, and the way there: the step, a row and one of its fields.

    What is readable was refused by the disk, and can be saved in another place.
    """

    text: str
    place: str
    way: tuple[str, str, str]
    is_readable: bool
