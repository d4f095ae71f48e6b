"""From the start of the built bundle to the paint after which its window takes typing.

A frozen program runs no code of a measure, so Qt itself tells of each paint: first the window
without anything in it, then the start page or the plan. The bare window paints once; it is the
one of `first_key`, run by Python, since nothing is gained by freezing it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from poadesk.bench.first_key import (
    ACTIVITIES,
    BARE_WINDOW,
    RUNS,
    RUNS_COLD,
    forget_what_was_read,
    written,
)
from poadesk.bench.growth import plan_of
from poadesk.bench.processes import begun, new_home
from poadesk.bench.timing import Measured, SkippedError, alternating, at_most
from poadesk.plan.model import Plan

BUNDLE = Path(__file__).parents[2] / "build" / "bundle" / "poadesk" / "poadesk"
_PAINTED = "qt.widgets.painting: Flushing QRegion"
_TELLING = {"QT_LOGGING_RULES": "qt.widgets.painting=true"}


def measure_start_page() -> Measured:
    """Measure the start without a plan."""
    return _measured("bundle: start page", None, 1.3)


def measure_example() -> Measured:
    """Measure the start with the example plan."""
    from poadesk.writing.example import example_plan

    return _measured("bundle: start with the example", example_plan(), 1.6)


def measure_long_plan() -> Measured:
    """Measure the start with a plan of a whole institution."""
    return _measured(f"bundle: start with {ACTIVITIES:,} activities", plan_of(ACTIVITIES), 2.5)


def measure_cold() -> Measured:
    """Measure the start with the example when nothing has been read from the disk yet."""
    from poadesk.writing.example import example_plan

    title = "bundle: cold start with the example"
    return _measured(title, example_plan(), 1.6, RUNS_COLD, forget_what_was_read)


def _measured(
    title: str,
    plan: Plan | None,
    limit: float,
    runs: int = RUNS,
    before: Callable[[], object] = lambda: None,
) -> Measured:
    if not BUNDLE.exists():
        raise SkippedError("there is no bundle here; `make bundle` builds it")
    with new_home() as environment, TemporaryDirectory() as folder:

        def ours() -> float:
            files = [written(plan, folder)] if plan else []
            before()
            return until_painted([str(BUNDLE), *files], environment, 2)

        def bare() -> float:
            before()
            return until_painted([sys.executable, "-c", BARE_WINDOW, "0"], environment, 1)

        bare_took, ours_took = alternating(bare, ours, runs)
    return at_most(f"{title}, against a bare QMainWindow", bare_took, ours_took, limit)


def until_painted(command: Sequence[str], environment: Mapping[str, str], times: int) -> float:
    """Return the seconds until a program has painted so many times; then it is stopped.

    Raises `SkippedError` where it ends before.
    """
    begin = perf_counter()
    with begun(command, {**environment, **_TELLING}) as process:
        assert process.stderr is not None
        paints = (line for line in process.stderr if line.startswith(_PAINTED))
        counted = sum(1 for _ in islice(paints, times))
        taken = perf_counter() - begin
        process.kill()
    if counted < times:
        raise SkippedError(f"{command[0]} does not paint {times} times")
    return taken
