"""Taking times: medians, so that one hiccup of the machine does not count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

from poadesk.quick_dataclass import dataclass


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    begin = perf_counter()
    action()
    return perf_counter() - begin


def median_seconds(action: Callable[[], object], runs: int) -> float:
    """Return the median time of an action, after one run that does not count."""
    action()
    return median(seconds(action) for _ in range(runs))


def alternating(
    baseline: Callable[[], float], ours: Callable[[], float], runs: int
) -> tuple[float, float]:
    """Run both in turns, each returning seconds; return the median of each.

    In turns, so that both meet the same moods of the machine; the first turn does not count.
    """
    baseline()
    ours()
    pairs = [(baseline(), ours()) for _ in range(runs)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


@dataclass(frozen=True, slots=True)
class Measured:
    """Two times in seconds, their ratio, and the aim in words with whether it was met.

    With another `unit` the two are no times. `used` is how much of the aim is used up: 1 just
    meets it, more misses it.
    """

    title: str
    baseline: float
    ours: float
    ratio: float
    aim: str
    met: bool
    used: float
    unit: str = "s"


def at_most(title: str, baseline: float, ours: float, limit: float) -> Measured:
    """Return a measure where ours may take up to `limit` times as long as the baseline."""
    ratio = ours / baseline
    met, used = ratio <= limit, ratio / limit
    return Measured(title, baseline, ours, ratio, f"at most {limit:g}", met, used)


def at_least(title: str, baseline: float, ours: float, limit: float) -> Measured:
    """Return a measure where ours must be `limit` times as fast as the baseline."""
    ratio = baseline / ours
    met, used = ratio >= limit, limit / ratio
    return Measured(title, baseline, ours, ratio, f"at least {limit:g}", met, used)


def within(title: str, baseline: float, ours: float, limit: float) -> Measured:
    """Return a measure where ours may take up to `limit` seconds, however long the baseline."""
    aim, used = f"at most {limit * 1000:g} ms", ours / limit
    return Measured(title, baseline, ours, ours / baseline, aim, ours <= limit, used)


def shown(value: float, unit: str) -> str:
    """Show what was measured; less than a second in milliseconds."""
    if unit == "s" and value < 1:
        return f"{value * 1000:.2f} ms"
    return f"{value:.2f} {unit}"


def usual_worst(times: Sequence[float]) -> float:
    """Return the time within which 95 of 100 stay."""
    return sorted(times)[int(len(times) * 0.95)]


class SkippedError(Exception):
    """A measure cannot be taken here; the message says what is missing."""
