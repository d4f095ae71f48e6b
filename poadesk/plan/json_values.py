"""Single values of a plan's JSON, read by the kind of their field, and the places they are at."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from poadesk.plan.fields import (
    Choice,
    Field,
    Flag,
    Money,
    Month,
    Percent,
    Picture,
    Quantity,
    UnreadableError,
    Whole,
    exact,
    require_percent,
)
from poadesk.plan.model import WEEKS_IN_A_MONTH
from poadesk.quick_dataclass import dataclass

PICTURE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_FEMININE = (
    "meta",
    "actividad",
    "línea",
    "fortaleza",
    "oportunidad",
    "debilidad",
    "amenaza",
    "observación",
    "entrega",
    "desviación",
)


class Repeated(dict[str, Any]):
    """An object that names the same thing twice; `key` is what it repeats."""

    def __init__(self, key: str) -> None:
        super().__init__({key: None})
        self.key = key


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, in words from the outside in: `objetivo 2`, `meta 1`."""

    words: tuple[str, ...] = ()

    def at(self, word: str) -> Place:
        """Return a place inside this one."""
        return Place((*self.words, word))

    def error(self, sentence: str) -> UnreadableError:
        """Return a refusal that begins with the place: `En el objetivo 2, meta 1: ...`."""
        if not self.words:
            return UnreadableError(sentence)
        first = self.words[0].split()[0]
        article = "los" if first == "datos" else "la" if first in _FEMININE else "el"
        sentence = sentence[0].lower() + sentence[1:]
        return UnreadableError(f"En {article} {', '.join(self.words)}: {sentence}")


def as_object(found: Any, place: Place) -> dict[str, Any]:
    """Return an object of the JSON; raise `UnreadableError` if it is none."""
    if isinstance(found, Repeated):
        raise place.error(f"“{found.key[:24]}” aparece dos veces.")
    if not isinstance(found, dict):
        raise place.error("Se esperaba un objeto con sus datos entre llaves.")
    return found


def as_list(found: Any, place: Place, key: str) -> list[Any]:
    """Return a list of the JSON, empty if missing; raise `UnreadableError` if it is none."""
    if found is None:
        return []
    if not isinstance(found, list):
        raise place.error(f"“{key}” debe ser una lista, entre corchetes.")
    return found


def read_value(kind: Field, found: Any, place: Place) -> Any:
    """Return the stored value of a field, None if it is missing; raise `UnreadableError`."""
    if found is None:
        return None
    try:
        if isinstance(kind, Quantity | Money):
            return exact(_number(found), 3 if isinstance(kind, Quantity) else 2)
        if isinstance(kind, Percent):
            return require_percent(exact(_number(found), 2))
        if isinstance(kind, Flag):
            return _flag(found)
        if isinstance(kind, Picture):
            return _picture(found)
        text = _text(found)
        # An empty choice, month or number of months means what is usual.
        usual = isinstance(kind, Choice | Month | Whole) and not text
        return None if usual else kind.read(text)
    except UnreadableError as error:
        raise place.at(f"“{kind.label}”").error(str(error)) from error


def is_plain(row_id: str) -> bool:
    """Say whether an id is of letters, figures and signs that every program can show."""
    return row_id.isascii() and row_id.isprintable()


def week_of(found: Any, place: Place) -> int:
    """Return a week of a month; raise `UnreadableError` if it is none."""
    if found not in range(1, WEEKS_IN_A_MONTH + 1) or isinstance(found, bool):
        raise place.error(f"Las semanas de un mes van de 1 a {WEEKS_IN_A_MONTH}.")
    return int(found)


def _number(found: Any) -> Decimal:
    if not isinstance(found, Decimal):
        raise UnreadableError("Se esperaba un número, sin comillas.")
    return found


def _text(found: Any) -> str:
    """Return a text; a number where a text belongs, such as a code or a year, is taken too."""
    if isinstance(found, Decimal) and found.is_finite() and abs(found.adjusted()) < 30:
        return f"{found:f}"
    if not isinstance(found, str):
        raise UnreadableError("Se esperaba un texto, entre comillas.")
    return found


def _flag(found: Any) -> int:
    if found not in (0, 1):
        raise UnreadableError("Se esperaba true o false.")
    return int(found)


def _picture(found: Any) -> bytes:
    import base64  # local: a plan that is opened holds its picture as it is

    try:
        picture = base64.b64decode(_text(found), validate=True)
    except ValueError as error:
        raise UnreadableError("La imagen no se puede leer.") from error
    if not picture.startswith(PICTURE_STARTS):
        raise UnreadableError("La imagen no es PNG ni JPEG.")
    return picture
