"""The words of each kind of plan: the municipal POA and the POI."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The vocabulary of a kind of plan; the headings are those of the printed matrix."""

    name: str
    title: str
    currency: str
    objective: str
    objectives: str
    goal: str
    goals: str
    activity: str
    activities: str

    @property
    def matrix_headings(self) -> tuple[str, ...]:
        """Return the six headings of the matrix, in order."""
        return (
            self.objectives.upper(),
            self.goals.upper(),
            self.activities.upper(),
            "PERIODO",
            "RECURSOS",
            "INDICADOR",
        )


def profile_of(name: str) -> Profile:
    """Return a profile; a name from elsewhere that is none of ours counts as the municipal one."""
    return PROFILES.get(name, PROFILES["poa"])


PROFILES = {
    "poa": Profile(
        name="POA municipal",
        title="Plan Operativo Anual",
        currency="$",
        objective="objetivo",
        objectives="objetivos",
        goal="meta",
        goals="metas",
        activity="actividad",
        activities="actividades",
    ),
    "poi": Profile(
        name="POI",
        title="Plan Operativo Institucional",
        currency="S/",
        objective="objetivo estratégico",
        objectives="objetivos estratégicos",
        goal="acción estratégica",
        goals="acciones estratégicas",
        activity="actividad operativa",
        activities="actividades operativas",
    ),
}
