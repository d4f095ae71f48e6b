"""A list of names of the office as text to type or to paste into, one name in each line."""

from __future__ import annotations

from typing import Any

from poadesk.consolidating.catalogue_lines import as_text, put_lines, read_lines
from poadesk.plan.kit import catalogue_names, count_of_names
from poadesk.plan.model import Plan
from poadesk.planfile.journal import Change
from poadesk.widgets.bound_field import BoundField
from poadesk.widgets.field_frame import FieldFrame, GrowingText
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.unsaved import Spot

_LINES = 4
_PLACEHOLDER = "Un nombre en cada línea"


def catalogue_frame(title: str, example: str) -> FieldFrame:
    """Return the editor of a list of names, not yet tied; `example` is one of them."""
    editor = GrowingText(_LINES)
    editor.setPlaceholderText(f"{_PLACEHOLDER}, como:\n{example}")
    return FieldFrame(title, editor)


class CatalogueField(BoundField):
    """Ties an editor to the names of a kind; its label counts them."""

    def __init__(self, frame: FieldFrame, open_plan: OpenPlan, kit: Plan, kind: str) -> None:
        self._kind = kind
        super().__init__(frame, open_plan, "catalogue_item", "name")
        self.bind(kit.id)
        open_plan.changed.connect(self._count)
        self._count()

    @property
    def _spot(self) -> Spot:
        return self._table, f"{self._row_id} {self._kind}", self._field

    @property
    def _way(self) -> tuple[str, str, str]:
        return "material", self._row_id, self._kind

    def _write(self, value: Any) -> None:
        kit, lines = self._kit(), read_lines(value)
        label = f"Escribir la lista de {self._frame.editor.accessibleName().lower()}"
        key = f"catalogue.{self._kind}"
        if kit is not None:
            with self._open_plan.writing(label, key, origin=self) as step:
                put_lines(step, kit, self._kind, lines)

    def _is_touched(self, change: Change) -> bool:
        return change.table == "catalogue_item"

    def _stored(self) -> str:
        kit = self._kit()
        return as_text(catalogue_names(kit, self._kind)) if kit is not None else ""

    def _kit(self) -> Plan | None:
        row = self._open_plan.row(self._row_id)
        return row if isinstance(row, Plan) else None

    def _count(self) -> None:
        kit = self._kit()
        count = count_of_names(kit, self._kind) if kit is not None else 0
        self._frame.set_note(f"{count:,}" if count else "")
