"""Kinds of field: how a value is read from what a person types, and how it is shown.

A field is declared once, on the dataclass that holds it (`poadesk.plan.model`); forms, papers,
checks and files take its label, help and reading from there.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from poadesk.quick_dataclass import dataclass

LARGEST_NUMBER = Decimal(10) ** 12
LONGEST_TEXT = 1_000_000
LONGEST_ID = 64
MOST_MONTHS = 24  # of a plan
MOST_PERCENT = 1000
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:\s*[-–/]\s*(\d{4}))?", re.ASCII)
_CURRENCY = re.compile(r"^\s*(\$|S/\.?)")
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadableError(ValueError):
    """What was typed cannot be understood; the message is one Spanish sentence for the person."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of plain text in one line, and the base of every other kind.

    A kind that declares nothing more is no dataclass of its own: each takes a millisecond to make.
    """

    label: str
    help: str = ""
    example: str = ""
    lines: int = 1

    def read(self, text: str) -> Any:
        """Return the value typed; raise `UnreadableError` when it is not one."""
        if len(text) > LONGEST_TEXT:
            raise UnreadableError("El texto es demasiado largo. Guárdelo en varias partes.")
        return _SURROGATE.sub("\ufffd", text)

    def show(self, value: Any) -> str:
        """Return the value as a person would type it."""
        return "" if value is None else str(value)


class Text(Field):
    """Words in one line, or in `lines` lines where a person writes at length."""

    __slots__ = ()


class Quantity(Field):
    """A count with up to three decimals; stored as an integer in thousandths."""

    __slots__ = ()

    def read(self, text: str) -> int | None:
        return _read_number(text, 3)

    def show(self, value: int | None) -> str:
        return show_quantity(value)


class Money(Field):
    """An amount with two decimals; stored as an integer in cents."""

    __slots__ = ()

    def read(self, text: str) -> int | None:
        return _read_number(_CURRENCY.sub("", text), 2)

    def show(self, value: int | None) -> str:
        return "" if value is None else f"{Decimal(value) / 100:,.2f}"


class Percent(Field):
    """A percentage with up to two decimals; stored as an integer in hundredths of one percent."""

    __slots__ = ()

    def read(self, text: str) -> int:
        value = _read_number(text.strip().removesuffix("%"), 2)
        if value is None:
            raise UnreadableError("Escriba un porcentaje: 75 %.")
        return require_percent(value)

    def show(self, value: int | None) -> str:
        return "" if value is None else f"{show_quantity(value * 10)}\u00a0%"


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """One of a few values; `options` maps the stored value to the word a person sees."""

    options: tuple[tuple[str, str], ...] = ()

    def read(self, text: str) -> str:
        for value, word in self.options:
            if text in (value, word):
                return value
        words = ", ".join(word for _, word in self.options if word)
        raise UnreadableError(f"“{_short(text)}” no es una de las opciones: {words}.")

    def show(self, value: str | None) -> str:
        return dict(self.options).get(value or "", value or "")


class Year(Field):
    """A plan year, `2027`, or two where the plan spans them, `2027-2028`."""

    __slots__ = ()

    def read(self, text: str) -> str:
        found = _YEAR.fullmatch(text.strip())
        if not text.strip():
            return ""
        if not found:
            raise UnreadableError("El año se escribe con números: 2027.")
        return "-".join(year for year in found.groups() if year)


class Month(Field):
    """A calendar month, stored as `2027-01`."""

    __slots__ = ()

    def read(self, text: str) -> str:
        if not is_month(text.strip()):
            raise UnreadableError("El mes se escribe con año y número: 2027-01.")
        return text.strip()


@dataclass(frozen=True, slots=True)
class Whole(Field):
    """A small whole number up to `most`, such as the number of months or of a revision."""

    most: int = 999_999

    def read(self, text: str) -> int:
        if not re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII):
            raise UnreadableError(f"“{_short(text)}” no es un número entero.")
        if int(text) > self.most:
            raise UnreadableError(f"Escriba un número de 0 a {self.most}.")
        return int(text)


class Flag(Field):
    """Yes or no, stored as 1 or 0."""

    __slots__ = ()

    def read(self, text: str) -> int:
        answers = {"sí": 1, "si": 1, "1": 1, "no": 0, "0": 0}
        if text.strip().casefold() not in answers:
            raise UnreadableError(f"Responda sí o no, en lugar de “{_short(text)}”.")
        return answers[text.strip().casefold()]

    def show(self, value: int | None) -> str:
        return "Sí" if value else "No"


class Picture(Field):
    """An image, stored as the bytes of a PNG or JPEG file; it is chosen, not typed."""

    __slots__ = ()


def is_month(text: str) -> bool:
    """Say whether a text is a calendar month as it is stored: `2027-01`."""
    return _MONTH.fullmatch(text) is not None


def exact(number: Decimal, decimals: int) -> int:
    """Return a number scaled to thousandths or cents; raise `UnreadableError` if it cannot be."""
    if not number.is_finite():
        raise UnreadableError("No se entiende este número. Escríbalo con cifras: 240.")
    if number < 0:
        raise UnreadableError("Una cantidad no puede ser menor que cero.")
    if number > LARGEST_NUMBER:
        raise UnreadableError("Este número es demasiado grande. Revise cuántos ceros tiene.")
    _, digits, exponent = number.as_tuple()
    written = "".join(map(str, digits)).rstrip("0")
    if written and int(exponent) + len(digits) - len(written) < -decimals:
        raise UnreadableError(f"Use como máximo {decimals} decimales.")
    return int(number.scaleb(decimals)) if written else 0


def require_percent(hundredths: int) -> int:
    """Return a percentage as it is; raise `UnreadableError` if it is beyond `MOST_PERCENT`."""
    if hundredths > MOST_PERCENT * 100:
        raise UnreadableError(f"El porcentaje no puede pasar de {MOST_PERCENT} %.")
    return hundredths


def show_quantity(value: int | None) -> str:
    """Show thousandths with a thousands comma and no trailing zeros: 1150500 -> `1,150.5`."""
    if value is None:
        return ""
    text = f"{Decimal(value) / 1000:,.3f}"
    return text.rstrip("0").rstrip(".")


def show_money(cents: int, currency: str, gap: str = "") -> str:
    """Show cents with their currency: 41000, `$` -> `$410.00`; `gap` goes between the two."""
    return f"{currency}{gap}{Decimal(cents) / 100:,.2f}"


def _read_number(text: str, decimals: int) -> int | None:
    compact = re.sub(r"\s", "", text)
    if not compact:
        return None
    compact = _with_point(compact)
    if not re.fullmatch(r"\d+(\.\d*)?|\.\d+", compact, re.ASCII):
        raise UnreadableError(f"“{_short(text)}” no es un número. Escríbalo con cifras: 240.")
    return _scaled(compact, decimals)


def _with_point(number: str) -> str:
    """Return a number with nothing between its thousands and a point before its decimals.

    "2,400" is two thousand four hundred, as in El Salvador and Peru; "2.400,5" has half more, as in
    Colombia. A comma that cannot stand between thousands is before decimals: "2,5", "0,500".
    """
    if re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", number, re.ASCII):
        return number.replace(",", "")
    if re.fullmatch(r"[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})", number, re.ASCII):
        return number.replace(".", "").replace(",", ".")
    return number.replace(",", ".") if re.fullmatch(r"\d+,\d+", number, re.ASCII) else number


def _scaled(compact: str, decimals: int) -> int:
    try:
        number = Decimal(compact)
    except InvalidOperation as error:
        raise UnreadableError("No se entiende este número. Escríbalo con cifras: 240.") from error
    return exact(number, decimals)


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 24 else text[:24] + "…"
