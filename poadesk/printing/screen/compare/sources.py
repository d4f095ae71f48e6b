"""What can be compared: the plan as it is now, its kept revisions, and other files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from poadesk.plan.comparing.revisions import KeptRevision, compared_at_first, kept_revisions
from poadesk.plan.fields import UnreadableError
from poadesk.plan.file_names import shown_name
from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.received import read_received

CURRENT = "current"
_NOW = "El plan como está ahora"


@dataclass(frozen=True, slots=True)
class Source:
    """A revision that can be chosen, by its key, and its name in a list."""

    key: str
    name: str

    @property
    def in_a_sentence(self) -> str:
        """Return the name as it stands within a sentence."""
        return self.name[:1].lower() + self.name[1:]


@dataclass
class Sources:
    """The revisions of one plan of a file, and the plans of other files that were chosen."""

    file: PlanFile
    plan: Plan
    others: dict[str, tuple[str, Plan]] = field(default_factory=dict)

    def all(self) -> list[Source]:
        """Return what can be chosen, the present plan first."""
        kept = [Source(one.digest, one.name) for one in self._kept()]
        others = [Source(key, name) for key, (name, _) in self.others.items()]
        return [Source(CURRENT, _NOW), *kept, *others]

    def first(self, is_received: bool) -> str:
        """Return the key of the revision with which the plan is compared at first, or "".

        Of a plan that was received that is the one before: the last is the plan itself.
        """
        revisions = self._kept()
        kept = compared_at_first(revisions)
        if is_received:
            before = (one for one in revisions if one.revision < revisions[0].revision)
            kept = next(before, kept)
        return kept.digest if kept is not None else next(iter(self.others), "")

    def _kept(self) -> tuple[KeptRevision, ...]:
        return kept_revisions(self.plan, self.file.kept_digests())

    def load(self, key: str) -> Plan:
        """Return a revision; raise `UnreadableError` or `PlanFileError` if it is not there."""
        if key == CURRENT:
            return self.plan
        if key in self.others:
            return self.others[key][1]
        kept = self.file.revision(key)
        if kept is None:
            raise UnreadableError("El archivo ya no guarda esta revisión: elija otra.")
        return kept

    def add_file(self, path: Path) -> str:
        """Read the same plan, or the only one, of another file; return the key to choose it.

        Raises `UnreadableError` or `PlanFileError`, and takes nothing from the file.
        """
        plans = read_received(path).plans
        found = [one for one in plans if one.id == self.plan.id] or list(plans)
        if len(found) != 1:
            raise UnreadableError(
                f"“{path.name}” tiene los planes de {len(plans)} unidades, y ninguno es este: "
                "elija un archivo con un solo plan."
            )
        key = f"file:{path}"
        self.others[key] = (f"Archivo “{shown_name(path.name)}”", found[0])
        return key
