"""Finds the objectives and goals of a plan again by what a workbook calls them, or makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from poadesk.plan.folding import same_words
from poadesk.plan.model import Goal, Objective, new_id
from poadesk.tracking.workbook.lines import Name

Branch = TypeVar("Branch", Objective, Goal)


class Branches(Generic[Branch]):
    """The rows below one parent, found by their code, or by their text where one has no code."""

    def __init__(self, kind: type[Branch], rows: Sequence[Branch]) -> None:
        self._kind: type[Branch] = kind
        self.rows: dict[str, Branch] = {row.id: row for row in rows}
        self._by_code = {same_words(row.code): row.id for row in reversed(rows) if row.code}
        self._as_written = {_written(row.code, row.text): row.id for row in self._from_last_id()}
        self._by_text = self._texts()
        self._next_position = max((row.position for row in rows), default=-1) + 1

    def placed(self, names: Sequence[Name]) -> list[str]:
        """Return the ids of the rows with these (code, text), which are made or renamed so.

        Codes go before texts, whatever their order, so that the same names always find the same
        rows. Of several names for a row the first one counts. New rows follow the order of the
        names.
        """
        mentions = {name: at for at, name in reversed(list(enumerate(names)))}
        ids: dict[Name, str] = {}
        renamed: set[str] = set()
        made: dict[str, int] = {}
        in_turn = sorted(mentions, key=lambda name: (not name[0], mentions[name]))
        for at, name in enumerate(in_turn):
            if at and not name[0] and in_turn[at - 1][0]:
                self._by_text = self._texts()
            row = self._found(*name)
            if row is None:
                row = self._kind(id=new_id(), code=name[0], text=name[1])
                made[row.id] = mentions[name]
            elif row.id not in renamed:
                row = replace(row, code=name[0] or row.code, text=name[1] or row.text)
            renamed.add(row.id)
            ids[name] = row.id
            self._keep(row)
        self._give_places(sorted(made, key=lambda row_id: made[row_id]))
        return [ids[name] for name in names]

    def staying(self, now: str, placed: str) -> str:
        """Return the row that something is in now where it is called as the one it was placed in.

        A workbook does not tell such rows apart, so that it moves nothing between them.
        """
        stays = now in self.rows and names_of(self.rows[now]) == names_of(self.rows[placed])
        return now if stays else placed

    def _found(self, code: str, text: str) -> Branch | None:
        row = self.rows.get(self._as_written.get(_written(code, text), ""))
        if row and _written(row.code, row.text) == _written(code, text):
            return row
        if code and same_words(code) in self._by_code:
            return self.rows[self._by_code[same_words(code)]]
        without_code = self._by_text.get((same_words(text), False))
        if without_code or code or not text:
            return self.rows[without_code] if without_code and (text or not code) else None
        with_code = self._by_text.get((same_words(text), True))
        return self.rows[with_code] if with_code else None

    def _keep(self, row: Branch) -> None:
        before = self.rows.get(row.id)
        if before and row.code and not before.code:
            self._by_text.pop((same_words(before.text), False), None)
        self.rows[row.id] = row
        if row.code:
            self._by_code.setdefault(same_words(row.code), row.id)
        else:
            self._by_text.setdefault((same_words(row.text), False), row.id)

    def _texts(self) -> dict[tuple[str, bool], str]:
        """Return {(text, whether there is a code): id}; of several the one with the first id,
        which stays the first wherever the rows are moved."""
        return {(same_words(row.text), bool(row.code)): row.id for row in self._from_last_id()}

    def _from_last_id(self) -> list[Branch]:
        return sorted(self.rows.values(), key=lambda row: row.id, reverse=True)

    def _give_places(self, made: Sequence[str]) -> None:
        """Put new rows behind the others, in this order."""
        for row_id in made:
            row = self.rows.pop(row_id)
            self.rows[row_id] = replace(row, position=self._next_position)
            self._next_position += 1


def names_of(row: Objective | Goal) -> Name:
    """Return what a workbook calls a row, however it is written."""
    return same_words(row.code), same_words(row.text)


def _written(code: str, text: str) -> Name:
    return " ".join(code.split()), " ".join(text.split())
