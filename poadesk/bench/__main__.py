"""Take the measures named on the command line, or all of them, and print them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from poadesk.bench import (
    consolidate,
    edit,
    follow_up,
    grid,
    growth,
    institution,
    keys,
    office,
    outline,
    start,
    steps,
)
from poadesk.bench.timing import Measured, SkippedError

MEASURES: dict[str, Callable[[], Measured]] = {
    "start": start.measure,
    "edit": edit.measure,
    "office": office.measure,
    "growth": growth.measure,
    "outline": outline.measure_typing,
    "adding": outline.measure_adding,
    "opening": outline.measure_opening,
    "scroll": outline.measure_scrolling,
    "page": outline.measure_paging,
    "grid": grid.measure_opening,
    "gridpage": grid.measure_paging,
    "keys": keys.measure_in_example,
    "longkeys": keys.measure_in_long_plan,
    "reports": follow_up.measure_growth,
    "tracking": follow_up.measure_paper,
    "papers": follow_up.measure_paper_growth,
    "units": consolidate.measure_units,
    "files": consolidate.measure_files,
    "batches": consolidate.measure_growth,
    "memory": consolidate.measure_memory,
    "consolidated": institution.measure_paper,
    "consolidatedbook": institution.measure_workbook,
    **{f"first-{step}": partial(steps.measure_first, step) for step in steps.STEPS},
    **{f"again-{step}": partial(steps.measure_again, step) for step in steps.STEPS},
}


def main(names: Sequence[str]) -> int:
    """Print one line for each measure; return 1 if an aim was missed, 2 for an unknown name."""
    unknown = set(names) - set(MEASURES)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are: {', '.join(MEASURES)}")
        return 2
    missed = [name for name in names or MEASURES if not _print_measure(name)]
    return 1 if missed else 0


def _print_measure(name: str) -> bool:
    """Take and print a measure; return False if its aim was missed."""
    try:
        found = MEASURES[name]()
    except SkippedError as reason:
        print(f"{name:7} skipped: {reason}", flush=True)
        return True
    print(
        f"{name:7} {found.title}\n"
        f"        baseline {_shown(found.baseline, found.unit)}"
        f"   ours {_shown(found.ours, found.unit)}"
        f"   ratio {found.ratio:.2f}   aim {found.aim}: {'met' if found.met else 'MISSED'}",
        flush=True,
    )
    return found.met


def _shown(value: float, unit: str) -> str:
    if unit == "s" and value < 1:
        return f"{value * 1000:.2f} ms"
    return f"{value:.2f} {unit}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
