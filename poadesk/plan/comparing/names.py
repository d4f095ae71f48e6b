"""What the rows of a plan are called in a comparison: name, number, main text and section."""

from __future__ import annotations

from poadesk.plan.comparing.gathered import year_words
from poadesk.plan.comparing.rows import THE_PLAN, Key, Rows, Slot
from poadesk.plan.comparing.words import shown
from poadesk.plan.model import (
    BY_TABLE,
    Activity,
    CatalogueItem,
    Resource,
    Row,
    SwotItem,
    declared_fields,
)
from poadesk.plan.numbering import numbers
from poadesk.plan.profiles import field_of, profile_of

GENERAL, SWOT, LINES_SECTION = "general", "swot", "lines"
KIT_SECTION, REMARKS = "material", "remarks"
TITLES = {
    GENERAL: "Datos generales",
    SWOT: "FODA",
    LINES_SECTION: "Líneas estratégicas",
    KIT_SECTION: "Material de la oficina",
    REMARKS: "Observaciones",
}
_SECTIONS = {
    "plan": GENERAL,
    "swot_item": SWOT,
    "strategic_line": LINES_SECTION,
    "programme": LINES_SECTION,
    "catalogue_item": KIT_SECTION,
    "remark": REMARKS,
}
_OTHER_NAMES = {"plan": "Plan", "remark": "Observación"}
_QUADRANTS = {
    "strength": "las fortalezas",
    "opportunity": "las oportunidades",
    "weakness": "las debilidades",
    "threat": "las amenazas",
}
_MAIN = {"strategic_line": "name", "programme": "name", "catalogue_item": "name"}
# Not told of a row that was added or removed as a whole: its name says it, or they are ids.
_NOT_TOLD = {"quadrant", "kind", "about_id", "about_field"}
_IN_ORDER = ("objective", "strategic_line")


class Names:
    """Names the rows of one revision."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._plan = rows.plan
        self._numbers = numbers(rows.plan)
        self.words = profile_of(rows.plan.profile)

    def number(self, key: Key) -> str:
        """Return the number of a row, or of the row above it, or ""."""
        if key not in self._rows:
            return ""
        own = self._numbers.get(key[1], "")
        slot = self._rows.slot_of[key]
        return " ".join((own or self._numbers.get(slot.parent[1], "")).split())

    def name(self, key: Key) -> str:
        """Return `Actividad 2.1.3`, `Recurso de la meta 2.1`, `Fortaleza`."""
        table, row_id = key
        row = self._rows.rows.get(key)
        if isinstance(row, SwotItem):
            return declared_fields(table)["quadrant"].show(row.quadrant)
        if isinstance(row, CatalogueItem):
            return declared_fields(table)["kind"].show(row.kind)
        if table in _OTHER_NAMES or row is None:
            return _OTHER_NAMES.get(table, "")
        noun = self.words.noun(table).title
        if row_id in self._numbers:
            return f"{noun} {self.number(key)}"
        above = self._rows.slot_of[key].parent
        return f"{noun} {self.words.noun(above[0]).of} {self.number(key)}"

    def text(self, key: Key) -> str:
        """Return the words by which a person knows a row."""
        return main_text(self._rows.rows[key]) if key in self._rows else ""

    def section(self, key: Key) -> str:
        """Return the key of the section in which a row is told: for objectives their id."""
        while key[0] not in _SECTIONS and key[0] != "objective":
            key = self._rows.slot_of[key].parent
        return _SECTIONS.get(key[0]) or f"objective:{key[1]}"

    def section_title(self, section: str) -> tuple[str, str]:
        """Return the title of a section, and the text of its objective."""
        if section in TITLES:
            return TITLES[section], ""
        key = ("objective", section.partition(":")[2])
        return self.name(key), self.text(key)

    def place(self, key: Key) -> str:
        """Say where a row stands: `En la meta 2.1, en el lugar 3`."""
        slot = self._rows.slot_of[key]
        return f"{self._slot(slot)}, en el lugar {self._rows.place(key) + 1}"

    def ties(self, ids: list[str], table: str) -> str:
        """Name the rows to which one is tied, each in a line."""
        keys = [(table, one) for one in ids if (table, one) in self._rows]
        return "\n".join(f"{self.number(key)} {self.text(key)}".strip() for key in keys)

    def whole(self, row: Row) -> str:
        """Return all that a row says by itself, its main text first."""
        main, usual = main_field(row), BY_TABLE[row.TABLE](id="")
        lines = [main_text(row)]
        for field in declared_fields(row.TABLE):
            value = getattr(row, field)
            is_told = field not in _NOT_TOLD or (field == "kind" and isinstance(row, Resource))
            if field == main or not is_told or value == getattr(usual, field):
                continue
            kind = field_of(self.words, row.TABLE, field)
            lines.append(f"{kind.label}: {shown(kind, value, self._plan.currency)}")
        if isinstance(row, Activity) and (when := year_words(row)):
            lines.append(f"Cronograma: {when}")
        return "\n".join(filter(None, lines))

    def _slot(self, slot: Slot) -> str:
        if slot.quadrant:
            return f"En {_QUADRANTS.get(slot.quadrant, slot.quadrant)}"
        if slot.table in _IN_ORDER:
            return f"Entre {self.words.noun(slot.table).all}"
        if slot.parent == THE_PLAN:
            return "En la lista"
        above = self.words.noun(slot.parent[0]).the
        number = " ".join(self._numbers.get(slot.parent[1], "").split())
        return f"En {above} {number}".rstrip()


def main_field(row: Row) -> str:
    """Return the field with the words by which a person knows a row."""
    return _MAIN.get(row.TABLE, "text")


def main_text(row: Row) -> str:
    """Return the words by which a person knows a row."""
    return str(getattr(row, main_field(row), ""))
