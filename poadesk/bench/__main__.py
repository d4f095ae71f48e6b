"""Take the measures named on the command line, or all of them, and print them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from poadesk import __version__
from poadesk.bench import (
    analysis,
    bundle_start,
    consolidate,
    edit,
    first_key,
    follow_up,
    grid,
    growth,
    institution,
    keys,
    office,
    outline,
    scale,
    start,
    steps,
    writer_start,
)
from poadesk.bench.chart import chart
from poadesk.bench.kept import keep, kept
from poadesk.bench.machine import machine
from poadesk.bench.table import table
from poadesk.bench.timing import Measured, SkippedError, shown
from poadesk.resources import resource

FIGURES = Path(__file__).with_name("figures")
CHART = resource("pictures") / "benchmarks.svg"

MEASURES: dict[str, Callable[[], Measured]] = {
    "start": start.measure,
    "startpage": first_key.measure_start_page,
    "startexample": first_key.measure_example,
    "startlong": first_key.measure_long_plan,
    "startcold": first_key.measure_cold,
    "startmemory": first_key.measure_memory,
    "bundlepage": bundle_start.measure_start_page,
    "bundleexample": bundle_start.measure_example,
    "bundlelong": bundle_start.measure_long_plan,
    "bundlecold": bundle_start.measure_cold,
    "startwriter": writer_start.measure,
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
    "analysis": analysis.measure,
    **{f"first-{step}": partial(steps.measure_first, step) for step in steps.STEPS},
    **{f"again-{step}": partial(steps.measure_again, step) for step in steps.STEPS},
}
# Each takes from minutes to hours: they are taken only by name.
SLOW: dict[str, Callable[[], Measured]] = {
    "scale-city": scale.measure_city,
    "scale-country": scale.measure_country,
    "scale-ten": scale.measure_ten_countries,
}
_NAMES = (
    "the measures to take; all of them without any, but for those that take minutes "
    f"({', '.join(SLOW)}: up to 3,000 files, 10 GB of disk and hours)"
)


def main(words: Sequence[str]) -> int:
    """Print one line for each measure; return 1 if an aim was missed, 2 for an unknown name."""
    asked = _parser().parse_args(words)
    unknown = set(asked.names) - set(MEASURES) - set(SLOW)
    if unknown:
        known = ", ".join([*MEASURES, *SLOW])
        print(f"unknown: {', '.join(sorted(unknown))}; there are: {known}")
        return 2
    if asked.table:
        return _show_versions()
    met = True
    for name, found in _taken(asked.names or MEASURES):
        met = met and found.met
        if asked.keep:  # at once: a measure that fails later must not cost the others
            keep(FIGURES, __version__, machine(), {name: found})
    return 0 if met else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m poadesk.bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=_NAMES)
    parser.add_argument(
        "--keep", action="store_true", help="keep the figures of this version in the repository"
    )
    parser.add_argument(
        "--table", action="store_true", help="print the kept figures of all versions and draw them"
    )
    return parser


def _show_versions() -> int:
    versions = kept(FIGURES)
    print(table(versions))
    if versions:
        CHART.write_text(chart(versions), encoding="utf-8")
    return 0


def _taken(names: Iterable[str]) -> Iterator[tuple[str, Measured]]:
    """Take and print measures; what cannot be taken here is told and left out."""
    for name in names:
        try:
            found = (MEASURES.get(name) or SLOW[name])()
        except SkippedError as reason:
            print(f"{name:7} skipped: {reason}", flush=True)
        else:
            _print(name, found)
            yield name, found


def _print(name: str, found: Measured) -> None:
    print(
        f"{name:7} {found.title}\n"
        f"        baseline {shown(found.baseline, found.unit)}"
        f"   ours {shown(found.ours, found.unit)}"
        f"   ratio {found.ratio:.2f}   aim {found.aim}: {'met' if found.met else 'MISSED'}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
