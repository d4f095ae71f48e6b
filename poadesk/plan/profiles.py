"""The words of each kind of plan: the municipal POA and the POI, with their three levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from poadesk.plan.fields import Field
from poadesk.plan.model import declared_fields
from poadesk.plan.profile_words import POI_FIELDS, FieldWords
from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing of a plan in singular and plural; `short` is what its people call it, if anything."""

    one: str
    many: str
    feminine: bool = False
    short: str = ""

    @property
    def the(self) -> str:
        """Return `la meta`."""
        return f"{'la' if self.feminine else 'el'} {self.one}"

    @property
    def a(self) -> str:
        """Return `una meta`."""
        return f"{'una' if self.feminine else 'un'} {self.one}"

    @property
    def no(self) -> str:
        """Return `ninguna meta`."""
        return f"{'ninguna' if self.feminine else 'ningún'} {self.one}"

    @property
    def other(self) -> str:
        """Return `otra meta`."""
        return f"{'otra' if self.feminine else 'otro'} {self.one}"

    @property
    def first(self) -> str:
        """Return `la primera meta`."""
        return f"{'la primera' if self.feminine else 'el primer'} {self.one}"

    @property
    def of(self) -> str:
        """Return `de la meta`, `del objetivo`."""
        return f"de {self.the}" if self.feminine else f"del {self.one}"

    @property
    def to(self) -> str:
        """Return `a la meta`, `al objetivo`."""
        return f"a {self.the}" if self.feminine else f"al {self.one}"

    @property
    def all(self) -> str:
        """Return `las metas`."""
        return f"{'las' if self.feminine else 'los'} {self.many}"

    @property
    def title(self) -> str:
        """Return `Meta`."""
        return self.one[:1].upper() + self.one[1:]

    @property
    def titles(self) -> str:
        """Return `Metas`."""
        return self.many[:1].upper() + self.many[1:]

    @property
    def brief(self) -> str:
        """Return what stands where there is little room: `AEI`, or `Meta` without a short name."""
        return self.short or self.title

    def counted_briefly(self, count: int) -> str:
        """Return a count with the short name if there is one: `15 AO`."""
        return f"{count:,} {self.short}" if self.short else self.counted(count)

    def counted(self, count: int) -> str:
        """Return a count with its word: `1 meta`, `13 metas`."""
        return f"{count:,} {self.one if count == 1 else self.many}"


@dataclass(frozen=True, slots=True)
class Profile:
    """The vocabulary of a kind of plan: its own name, its levels, its steps and its fields.

    `in_short` says in a few words what stands at a level below the first.
    `activity_fields` are those shown first of an activity, `other_fields` those shown after them,
    and `printed_fields` those printed in small letters under its text.
    """

    name: str
    short: str
    title: str
    currency: str
    levels: Mapping[str, Noun]
    in_short: Mapping[str, str]
    goals_and_activities: str
    specific_objectives: str
    unit: str
    activity_fields: tuple[str, ...]
    other_fields: tuple[str, ...]
    printed_fields: tuple[str, ...]
    fields: Mapping[tuple[str, str], FieldWords] = field(default_factory=dict)

    def noun(self, table: str) -> Noun:
        """Return the words for the rows of a table that has some in a sentence."""
        return self.levels[table] if table in self.levels else _COMMON[table]

    @property
    def objective(self) -> str:
        return self.levels["objective"].one

    @property
    def objectives(self) -> str:
        return self.levels["objective"].many

    @property
    def goal(self) -> str:
        return self.levels["goal"].one

    @property
    def goals(self) -> str:
        return self.levels["goal"].many

    @property
    def activity(self) -> str:
        return self.levels["activity"].one

    @property
    def activities(self) -> str:
        return self.levels["activity"].many

    @property
    def step_titles(self) -> dict[str, str]:
        """Return {step key: title} of the steps that are called after a level."""
        return {"objectives": self.levels["objective"].titles, "goals": self.goals_and_activities}

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


def field_of(words: Profile, table: str, name: str) -> Field:
    """Return a declared field with the label, help and example of a kind of plan."""
    declared, own = declared_fields(table)[name], words.fields.get((table, name))
    if own is None:
        return declared
    return replace(
        declared,
        label=own.label or declared.label,
        help=own.help or declared.help,
        example=own.example or declared.example,
    )


_COMMON = {
    "strategic_line": Noun("línea estratégica", "líneas estratégicas", feminine=True),
    "programme": Noun("programa", "programas"),
    "resource": Noun("recurso", "recursos"),
    "indicator": Noun("indicador", "indicadores"),
}
PROFILES = {
    "poa": Profile(
        name="POA municipal",
        short="POA",
        title="Plan Operativo Anual",
        currency="$",
        levels={
            "objective": Noun("objetivo", "objetivos"),
            "goal": Noun("meta", "metas", feminine=True),
            "activity": Noun("actividad", "actividades", feminine=True),
        },
        in_short={"goal": "cuánto, de qué y para cuándo", "activity": "lo que alguien hace"},
        goals_and_activities="Metas y actividades",
        specific_objectives="Objetivos específicos",
        unit="Unidad o departamento",
        activity_fields=("unit_of_measure", "months", "responsible", "priority"),
        other_fields=("code", "category", "cost_centre"),
        printed_fields=("responsible", "priority", "category", "cost_centre"),
    ),
    "poi": Profile(
        name="POI",
        short="POI",
        title="Plan Operativo Institucional",
        currency="S/",
        levels={
            "objective": Noun("objetivo estratégico", "objetivos estratégicos", short="OEI"),
            "goal": Noun("acción estratégica", "acciones estratégicas", True, "AEI"),
            "activity": Noun("actividad operativa", "actividades operativas", True, "AO"),
        },
        in_short={"goal": "qué se entrega y a quién", "activity": "lo que hace una oficina"},
        goals_and_activities="Acciones y actividades",
        specific_objectives="Objetivos estratégicos",
        unit="Unidad orgánica",
        activity_fields=(
            "code",
            "category",
            "cost_centre",
            "priority",
            "unit_of_measure",
            "months",
            "aggregation",
        ),
        other_fields=("responsible",),
        printed_fields=("category", "cost_centre", "priority", "aggregation", "responsible"),
        fields=POI_FIELDS,
    ),
}
