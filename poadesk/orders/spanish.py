"""argparse in Spanish: its own words, and errors of one sentence."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

_WORDS = {
    "usage: ": "uso: ",
    "positional arguments": "argumentos",
    "options": "opciones",
    "show this help message and exit": "muestra esta ayuda y termina",
    "argument %(argument_name)s: %(message)s": "en %(argument_name)s, %(message)s",
    "the following arguments are required: %s": "falta indicar: %s",
    "one of the arguments %s is required": "falta indicar uno de estos: %s",
    "unrecognized arguments: %s": "sobra: %s",
    "not allowed with argument %s": "no se combina con %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "la opción %(option)s no es clara: puede ser %(matches)s"
    ),
    "ignored explicit argument %r": "sobra %r",
    "expected one argument": "falta un valor",
    "expected at most one argument": "va un valor como máximo",
    "expected at least one argument": "falta al menos un valor",
    "expected %s argument": "falta %s valor",
    "expected %s arguments": "faltan %s valores",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r no es una de las opciones: %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "%(parser_name)r no es una orden; las órdenes son: %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r no es válido",
}


class SpanishParser(argparse.ArgumentParser):
    """A parser that answers what it cannot understand with one sentence and status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"No se entiende la orden: {message}. Vea la ayuda con: {self.prog} -h\n")


@contextmanager
def in_spanish() -> Iterator[None]:
    """Make argparse speak Spanish while its parsers are made and used.

    argparse asks gettext for every sentence; it looks both names up in its own module each time.
    """
    words: Any = argparse
    english = words._, words.ngettext
    words._ = lambda text: _WORDS.get(text, text)
    words.ngettext = lambda one, many, count: _WORDS.get(one if count == 1 else many, many)
    try:
        yield
    finally:
        words._, words.ngettext = english
