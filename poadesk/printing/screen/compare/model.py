"""The differences as rows of a list, by section, with what is chosen of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from poadesk.plan.comparing import ADDED, CHANGED, MOVED, REMOVED, Comparison, Difference, Section
from poadesk.plan.comparing.bringing import Bringing
from poadesk.plan.comparing.difference import KIND_WORDS
from poadesk.quick_dataclass import dataclass

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
KIND_ICONS = {
    ADDED: ("plus", "ok"),
    REMOVED: ("minus", "bad"),
    MOVED: ("swap", "accent"),
    CHANGED: ("pencil", "warn"),
}
_CHECK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: a difference, or the section above its differences."""

    section: Section
    difference: Difference | None = None
    is_chosen: bool = False
    why_not: str = ""


class Differences(QAbstractListModel):
    """The rows through a filter by kind. `chosen_changed` when other differences are chosen."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Entry] = []
        self.chosen: frozenset[str] = frozenset()
        self.bringing: Bringing | None = None
        self._comparison: Comparison | None = None
        self._kept_back: dict[str, str] = {}
        self._kind = ""

    @property
    def can_choose(self) -> bool:
        """Say whether differences can be taken at all."""
        return self.bringing is not None

    def show_comparison(self, comparison: Comparison | None, bringing: Bringing | None) -> None:
        """Show another comparison; what was chosen stays so where it can still be taken."""
        self._comparison, self.bringing = comparison, bringing
        self._kept_back = bringing.kept_back() if bringing else {}
        keys = comparison.keys if comparison is not None else frozenset()
        kept = self.chosen & keys - self._kept_back.keys() if bringing else frozenset()
        self.chosen = bringing.together(kept) if bringing else frozenset()
        self._fill()
        self.chosen_changed.emit()

    def show_kind(self, kind: str) -> None:
        """Show only the differences of a kind, or all for ""."""
        self._kind = kind
        self._fill()

    def counts(self) -> Counter[str]:
        """Return {kind: how many differences}."""
        return self._comparison.counts() if self._comparison is not None else Counter()

    def difference(self, index: Index) -> Difference | None:
        """Return the difference of a row; a section has none."""
        entry = index.data(ENTRY)
        return entry.difference if isinstance(entry, Entry) else None

    def place(self, key: str) -> int:
        """Return the row of a difference, or that of the first one, or -1."""
        found = [at for at, row in enumerate(self.rows) if row.difference is not None]
        same = [at for at in found if _key(self.rows[at]) == key]
        return next(iter(same or found), -1)

    def why_not(self, key: str) -> str:
        """Say why a difference cannot be taken, or ""."""
        return self._kept_back.get(key, "")

    def goes_along(self, key: str) -> str:
        """Say what is taken together with a difference, or ""."""
        if self.bringing is None or self._comparison is None:
            return ""
        keys = self.bringing.together([key]) - {key}
        titles = [one.title for one in self._comparison.differences if one.key in keys]
        return f"Se toma junto con: {', '.join(titles)}." if titles else ""

    def toggle(self, key: str) -> None:
        """Choose a difference with all that goes along, or leave all of that again."""
        if self.bringing is None or key in self._kept_back:
            return
        if key in self.chosen:
            along = self.bringing.together([key])
            self._choose(self.chosen - self.bringing.resting_on(along))
        else:
            self._choose(self.chosen | self.bringing.together([key]))

    def choose_all(self, wanted: bool) -> None:
        """Choose every difference in sight that can be taken, or leave them."""
        if self.bringing is None:
            return
        shown = {_key(row) for row in self.rows if row.difference is not None}
        if wanted:
            self._choose(self.chosen | self.bringing.together(shown - self._kept_back.keys()))
        else:
            self._choose(self.chosen - self.bringing.resting_on(shown))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.CheckStateRole and self.can_choose and entry.difference:
            return _CHECK[entry.is_chosen]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(entry)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        difference = self.difference(index)
        if role != Qt.ItemDataRole.CheckStateRole or difference is None:
            return False
        self.toggle(difference.key)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].difference is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.can_choose else flags

    def _choose(self, keys: frozenset[str]) -> None:
        self.chosen = keys
        self.rows = [self._entry(row.section, row.difference) for row in self.rows]
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.chosen_changed.emit()

    def _fill(self) -> None:
        self.beginResetModel()
        self.rows = list(self._entries())
        self.endResetModel()

    def _entries(self) -> Iterable[Entry]:
        for section in self._comparison.sections if self._comparison is not None else ():
            shown = [one for one in section.differences if self._kind in ("", one.kind)]
            if shown:
                yield Entry(section)
                yield from (self._entry(section, one) for one in shown)

    def _entry(self, section: Section, one: Difference | None) -> Entry:
        if one is None:
            return Entry(section)
        return Entry(section, one, one.key in self.chosen, self.why_not(one.key))

    def _spoken(self, entry: Entry) -> str:
        one = entry.difference
        if one is None:
            return f"{entry.section.title} {entry.section.text}".strip()
        chosen = "elegida" if entry.is_chosen else "sin elegir"
        state = entry.why_not or (chosen if self.can_choose else "")
        parts = (said(one), one.title, one.text if one.is_text_apart else "", state)
        return ". ".join(part for part in parts if part)


def said(one: Difference) -> str:
    """Say what happened: `Se agregó`, `Cambió: Responsable`."""
    return f"{KIND_WORDS[one.kind]}: {one.what}" if one.what else KIND_WORDS[one.kind]


def _key(row: Entry) -> str:
    return row.difference.key if row.difference is not None else ""
