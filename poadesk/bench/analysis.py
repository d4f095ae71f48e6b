"""How the time of the export for analysis grows with the units: seconds for each of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.institution import FEW, MANY, office
from poadesk.bench.timing import Measured, at_most, median_seconds
from poadesk.consolidating.analysis.archive import export

RUNS_OF_FEW, RUNS_OF_MANY = 5, 1


def measure() -> Measured:
    """Measure the archive of tables, of units that have been read already."""
    of_few = _seconds_for_each(FEW, RUNS_OF_FEW)
    of_many = _seconds_for_each(MANY, RUNS_OF_MANY)
    return at_most(
        f"the export for analysis, a unit of {MANY} against of {FEW}", of_few, of_many, 1.2
    )


def _seconds_for_each(units: int, runs: int) -> float:
    plans = office(units)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "tables.zip"
        return median_seconds(lambda: export(plans, target), runs) / units
