"""Finds the objectives and goals of a plan again by what a workbook calls them, or makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from poadesk.plan.model import Goal, Objective, new_id
from poadesk.tracking.workbook.lines import Name
from poadesk.tracking.workbook.together import identity

Branch = TypeVar("Branch", Objective, Goal)


class Branches(Generic[Branch]):
    """The rows below one parent, found by their code, or by their text where one has no code."""

    def __init__(self, kind: type[Branch], rows: Sequence[Branch]) -> None:
        self._kind: type[Branch] = kind
        self.rows: dict[str, Branch] = {row.id: row for row in rows}
        self._by_code: dict[str, str] = {}
        self._by_text: dict[str, str] = {}
        self._without_code: dict[str, str] = {}
        self._named: set[str] = set()
        self._next_position = max((row.position for row in rows), default=-1) + 1
        for row in rows:
            self._remember(row)

    def placed(self, name: Name) -> str:
        """Return the id of the row with this (code, text), which is made or renamed so.

        Of several names for the same row the first one counts.
        """
        code, text = name
        row_id = self._found(code, text)
        if row_id is None:
            row = self._kind(id=new_id(), position=self._next_position, code=code, text=text)
            self._next_position += 1
        else:
            row = self.rows[row_id]
            if row_id not in self._named:
                row = replace(row, code=code or row.code, text=text or row.text)
        self._named.add(row.id)
        self.rows[row.id] = row
        self._remember(row)
        return row.id

    def _found(self, code: str, text: str) -> str | None:
        if code:
            by_code = self._by_code.get(identity(code))
            return by_code or (self._called(text, self._without_code) if text else None)
        without_code = self._called(text, self._without_code)
        return without_code or (self._called(text, self._by_text) if text else None)

    def _called(self, text: str, index: dict[str, str]) -> str | None:
        """Return the row of an index that still has this text."""
        found = index.get(identity(text))
        return found if found and identity(self.rows[found].text) == identity(text) else None

    def _remember(self, row: Branch) -> None:
        text = identity(row.text)
        if row.code:
            self._by_code.setdefault(identity(row.code), row.id)
            if self._without_code.get(text) == row.id:
                del self._without_code[text]
        else:
            self._without_code.setdefault(text, row.id)
        if self._called(row.text, self._by_text) is None:
            self._by_text[text] = row.id
