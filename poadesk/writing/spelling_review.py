"""What Revisar says of the words of a plan that the dictionary does not know."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan.fields import Text
from poadesk.plan.model import Plan, Row, declared_fields, rows_under
from poadesk.plan.numbering import numbers
from poadesk.plan.phrases import listed
from poadesk.plan.review import Finding
from poadesk.plan.step_names import step_of
from poadesk.writing.spelling import Dictionary

_MOST_SHOWN = 6


class UnknownWords:
    """The unknown words of a plan: found row by row, so that whoever asks can pause."""

    def __init__(self, plan: Plan, dictionary: Dictionary) -> None:
        self._plan = plan
        self._dictionary = dictionary
        self._words: dict[str, tuple[Row, str]] = {}

    def search(self) -> Iterator[None]:
        """Look through every text of several lines; yields after each one."""
        for row in (self._plan, *(row for _, row in rows_under(self._plan))):
            for field in long_texts(row.TABLE):
                text: str = getattr(row, field)
                for start, end in self._dictionary.unknown_words(text):
                    self._words.setdefault(text[start:end], (row, field))
                yield

    def finding(self) -> Finding | None:
        """Return the hint, with the place of the first word; None when every word is known."""
        if not self._words:
            return None
        count = len(self._words)
        row, field = next(iter(self._words.values()))
        words = "una palabra" if count == 1 else f"{count:,} palabras"
        return Finding(
            severity="hint",
            number=" ".join(numbers(self._plan).get(row.id, "").split()),
            table=row.TABLE,
            id=row.id,
            field=field,
            message=f"Hay {words} que el diccionario no conoce.",
            reason=_advice(list(self._words)),
            step=step_of(row.TABLE, field),
        )


def _advice(words: list[str]) -> str:
    said = listed([f"“{word}”" for word in words], _MOST_SHOWN)
    if len(words) == 1:
        return f"{said}. Corríjala, o agréguela a su diccionario si está bien escrita."
    return f"{said}. Corríjalas, o agréguelas a su diccionario si están bien escritas."


def long_texts(table: str) -> list[str]:
    """Return the fields of a table in which a person writes in several lines."""
    return [
        name
        for name, field in declared_fields(table).items()
        if isinstance(field, Text) and field.lines > 1
    ]
