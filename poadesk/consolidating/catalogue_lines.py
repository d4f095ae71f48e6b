"""The names that the office gives to all units as lines of text, typed or pasted from Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from poadesk.plan.kit import catalogue_names
from poadesk.plan.model import CatalogueItem, Plan, new_id
from poadesk.planfile.journal import Step

# A code, which may be empty, and a name.
Line = tuple[str, str]


def as_text(items: Iterable[CatalogueItem]) -> str:
    """Return names as lines; a code stands before its name, with a tab between."""
    return "\n".join(f"{one.code}\t{one.name}" if one.code else one.name for one in items)


def read_lines(text: str) -> list[Line]:
    """Return code and name of each line that says something, each name once."""
    result: dict[str, Line] = {}
    for line in text.splitlines():
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        written = [cell for cell in cells if cell]
        if written:
            code = written[0] if len(written) > 1 else ""
            name = written[1] if len(written) > 1 else written[0]
            result.setdefault(name, (code, name))
    return list(result.values())


def put_lines(step: Step, kit: Plan, kind: str, lines: Sequence[Line]) -> None:
    """Let the names of a kind be those of these lines; a row that is rewritten stays itself."""
    before = catalogue_names(kit, kind)
    after: list[CatalogueItem] = []
    matcher = SequenceMatcher(None, [(one.code, one.name) for one in before], lines, autojunk=False)
    for _, first, last, begin, end in matcher.get_opcodes():
        old, new = before[first:last], lines[begin:end]
        for at, (code, name) in enumerate(new):
            row = old[at] if at < len(old) else CatalogueItem(id=new_id(), kind=kind)
            after.append(replace(row, code=code, name=name))
        for gone in old[len(new) :]:
            step.delete("catalogue_item", gone.id)
    for position, row in enumerate(after):
        step.put_row(replace(row, position=position), kit.id)


def add_lines(step: Step, kit: Plan, kind: str, lines: Sequence[Line]) -> int:
    """Add names after those of a kind, without those that are there; return how many came."""
    before = catalogue_names(kit, kind)
    present = {one.name for one in before}
    new = [line for line in lines if line[1] not in present]
    for position, (code, name) in enumerate(new, len(before)):
        row = CatalogueItem(id=new_id(), position=position, kind=kind, code=code, name=name)
        step.put_row(row, kit.id)
    return len(new)
