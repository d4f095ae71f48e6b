"""Checks of what the papers cannot print: signs that are in none of their typefaces."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan.model import MonthRecord, Row, rows_under, text_fields
from poadesk.plan.paper_letters import unprintable
from poadesk.plan.phrases import listed, quoted
from poadesk.plan.profiles import field_of
from poadesk.plan.review import Finding, Review
from poadesk.plan.step_names import step_of


def paper_findings(review: Review) -> Iterator[Finding]:
    """Yield the texts with letters or signs in whose place an empty box is printed."""
    yield from _of_row(review, review.plan, "")
    for over, row in rows_under(review.plan):
        if row.TABLE != MonthRecord.TABLE:  # most rows by far, and without words
            yield from _of_row(review, row, over)


def _of_row(review: Review, row: Row, over: str) -> Iterator[Finding]:
    fields = text_fields(row.TABLE)
    values = [getattr(row, field) or "" for field in fields]
    if not unprintable("\n".join(values)):
        return
    number = " ".join(review.numbers.get(row.id, review.numbers.get(over, "")).split())
    for field, text in zip(fields, values, strict=True):
        if signs := unprintable(text):
            step, label = step_of(row.TABLE, field), field_of(review.words, row.TABLE, field).label
            where = f"{quoted(label)} de {number}" if number else quoted(label)
            what = "un signo que no se puede" if len(signs) == 1 else "signos que no se pueden"
            message = f"En {where} hay {what} imprimir: {listed(signs)}."
            reason = "En el papel sale un cuadro vacío. Escríbalo con palabras, o quítelo."
            yield review.finding("warning", row, step, field, message, reason, number=number)
