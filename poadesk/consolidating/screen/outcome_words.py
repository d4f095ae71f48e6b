"""What became of a batch, in the words of the office: in one sentence, and file by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from poadesk.consolidating.deliveries import NEW, OLDER, UNCHANGED, UPDATED
from poadesk.consolidating.outcome import Accepted, Outcome, Rejected
from poadesk.plan.file_names import shown_name
from poadesk.plan.folding import same_words
from poadesk.plan.phrases import listed
from poadesk.plan.unit_names import named

_WORDS = {
    NEW: ("nuevo", "nuevos"),
    UPDATED: ("actualizado", "actualizados"),
    UNCHANGED: ("sin cambios", "sin cambios"),
    OLDER: ("más antiguo", "más antiguos"),
}
_HEADINGS = {
    NEW: "Nuevos",
    UPDATED: "Actualizados",
    UNCHANGED: "Sin cambios: ya estaban igual",
    OLDER: "Más antiguos que lo recibido",
}


def summary(outcome: Outcome) -> str:
    """Return for example `Llegaron 3 planes: 2 nuevos y 1 sin cambios. 1 no se recibió.`"""
    counts = {state: len(in_state(outcome, state)) for state in _WORDS}
    parts = [
        f"{count:,} {_WORDS[state][0 if count == 1 else 1]}"
        for state, count in counts.items()
        if count
    ]
    total, refused = sum(counts.values()), len(outcome.rejected)
    came = "Llegó 1 plan" if total == 1 else f"Llegaron {total:,} planes"
    said = f"{came}: {listed(parts)}." if total else "No llegó ningún plan."
    if refused:
        said += " 1 no se recibió." if refused == 1 else f" {refused:,} no se recibieron."
    return said


def in_state(outcome: Outcome, state: str) -> list[Accepted]:
    """Return the plans of a batch that are new, updated, unchanged or older."""
    return [one for one in outcome.accepted if one.state == state]


def older_not_taken(outcome: Outcome) -> list[Path]:
    """Return the files of older plans that were left out."""
    files = (one.file for one in in_state(outcome, OLDER) if not one.taken)
    return list(dict.fromkeys(files))


def lines_of(outcome: Outcome) -> list[str]:
    """Return all that there is to say of a batch, to read and to copy."""
    lines: list[str] = []
    if outcome.rejected:
        lines.append("No se recibieron")
        for refused in outcome.rejected:
            lines += [f"  • {shown_name(refused.file.name)}", f"    {refused.reason}"]
    for state, title in _HEADINGS.items():
        found = in_state(outcome, state)
        if found:
            lines.append(title)
            lines += [line for one in found for line in _told(one)]
    return lines


def reasons(rejected: Iterable[Rejected], expected: Iterable[str]) -> Mapping[str, str]:
    """Return {unit: why its file was not received}; a file of no known unit by its own name."""
    names = sorted(expected, key=len, reverse=True)
    return {_unit_of(one, names) or shown_name(one.file.name): one.reason for one in rejected}


def _told(one: Accepted) -> list[str]:
    taken = ", tomado" if one.state == OLDER and one.taken else ""
    unit = named(one.unit)
    return [
        f"  • {unit}, {one.revision}.ª revisión{taken}: {shown_name(one.file.name)}",
        *(f"    {note}" for note in one.notes),
    ]


def _unit_of(refused: Rejected, names: Iterable[str]) -> str:
    """Return the expected unit that a refused file names, or its reason quotes."""
    stem = same_words(shown_name(refused.file.stem))
    for name in names:
        if same_words(name) in stem or f"“{name}”" in refused.reason:
            return name
    return ""
