"""Percentages: exact while they are compared, rounded half-up only when they are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

WHOLE = Fraction(100)


def percent(part: int, whole: int) -> Fraction:
    """Return part / whole x 100, exact; `whole` must not be 0."""
    return Fraction(part * 100, whole)


def mean(values: Iterable[Fraction]) -> Fraction | None:
    """Return the plain mean, exact; None of nothing."""
    known = list(values)
    return _sum(known) / len(known) if known else None


def _sum(values: Iterable[Fraction]) -> Fraction:
    """Add exactly; by denominators and then in pairs, or thousands of them take minutes."""
    by_denominator: defaultdict[int, int] = defaultdict(int)
    for value in values:
        by_denominator[value.denominator] += value.numerator
    parts = [Fraction(above, below) for below, above in by_denominator.items()]
    while len(parts) > 1:
        pairs = [parts[at : at + 2] for at in range(0, len(parts), 2)]
        parts = [sum(pair, Fraction(0)) for pair in pairs]
    return parts[0]


def median(values: Iterable[Fraction]) -> Fraction | None:
    """Return the value in the middle, or the mean of the two in the middle; None of nothing."""
    known = sorted(values)
    if not known:
        return None
    middle = len(known) // 2
    return known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) / 2


def shown(value: Fraction, decimals: int, limits: Iterable[Fraction] = ()) -> str:
    """Show a percentage with at most `decimals`, half-up, without trailing zeros: `85.5`.

    Where rounding would show a value on the other side of one of `limits`, or on the limit that
    it misses, it takes as many decimals more as it needs: 99.6 stays `99.6` and is not `100`.
    """
    number = _rounded(value, decimals)
    while any(_side(number, one) != _side(value, one) for one in limits):
        decimals += 1
        number = _rounded(value, decimals)
    digits = f"{int(number * 10**decimals):0{decimals + 1}d}"
    text = f"{int(digits[: len(digits) - decimals]):,}"
    return f"{text}.{digits[-decimals:]}".rstrip("0").rstrip(".") if decimals else text


def _rounded(value: Fraction, decimals: int) -> Fraction:
    scale = 10**decimals
    return Fraction((value * scale * 2 + 1) // 2, scale)


def _side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)
