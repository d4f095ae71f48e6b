"""Where one computer is enough: a city, a country and ten countries through the whole program.

Each step is the program itself in a process of its own, so that its memory is that step's. What is
told of it is seconds of the processor, which other programs do not change much, beside the seconds
waited. The baseline is the same with a tenth of the units: growth is what each activity costs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.first_key import OUR_WINDOW
from poadesk.bench.many_files import hand_over
from poadesk.bench.processes import new_home
from poadesk.bench.spent import Spent, spent
from poadesk.bench.timing import Measured, at_most
from poadesk.quick_dataclass import dataclass

UNTIL, TODAY = "2027-06", "2027-07-31"
TENTH = 10
_PAGE = re.compile(rb"/Type /Page\b")
_AFTER_KEY = "0"  # milliseconds
_ROW = "        {:18}{:>10}{:>10}{:>9}{:>10}{:>9}{:>8}"


@dataclass(frozen=True, slots=True)
class Case:
    """So many units, which have so many activities together."""

    units: int
    activities: int

    def tenth(self) -> Case:
        """Return the case that is ten times smaller."""
        return Case(self.units // TENTH, self.activities // TENTH)


@dataclass(frozen=True, slots=True)
class Step:
    """What one order cost, and what it made: megabytes on the disk, and pages if it is a paper."""

    name: str
    cost: Spent
    size: float
    pages: int


CITY, COUNTRY, TEN_COUNTRIES = Case(300, 10_000), Case(300, 90_000), Case(3_000, 900_000)


def measure_city() -> Measured:
    """Measure a city: 300 units with 10,000 activities."""
    return _measured(CITY)


def measure_country() -> Measured:
    """Measure a country's municipalities: 300 files of 300 activities."""
    return _measured(COUNTRY)


def measure_ten_countries() -> Measured:
    """Measure 3,000 files of 300 activities."""
    return _measured(TEN_COUNTRIES)


def taken(case: Case, folder: Path) -> Iterator[Step]:
    """Take a case through the program in an empty folder, and yield what each step cost."""
    units, office = folder / "units", folder / "office.sqlite"
    hand_over(units, case.units, case.activities)
    with new_home() as environment:
        _compile(folder, environment)
        for name, words, made in _orders(units, office, folder):
            cost = spent(["-m", "poadesk", *words], environment, (0, 1))
            yield Step(name, cost, made.stat().st_size / 1e6, _pages(made))
            if made != office:
                made.unlink()
        shown = spent(["-c", OUR_WINDOW, _AFTER_KEY, str(office)], environment, (0,))
        yield Step("window takes a key", shown, office.stat().st_size / 1e6, 0)


def _orders(units: Path, office: Path, folder: Path) -> Iterator[tuple[str, list[str], Path]]:
    """Yield (name, words of the command line, the file that it makes)."""
    yield "consolidate", ["consolidate", str(office), str(units)], office
    yield "consolidate again", ["consolidate", str(office), str(units)], office
    period = ["--until", UNTIL, "--today", TODAY]
    for kind in ("ejecucion", "seguimiento"):
        for ending in ("xlsx", "pdf"):
            made = folder / f"{kind}.{ending}"
            yield made.name, ["report", kind, str(office), *period, "-o", str(made)], made
    for name in ("units.pdf", "schedule.pdf", "consolidated.pdf", "consolidated.xlsx"):
        made = folder / name
        yield name, ["documents", made.stem, str(office), "-o", str(made)], made
    made = folder / "export.zip"
    yield made.name, ["export", str(office), "-o", str(made)], made


def _measured(case: Case) -> Measured:
    small = _told(case.tenth(), {})
    whole = _told(case, small)
    title = f"all of an activity, of {case.activities:,} against of {case.tenth().activities:,}"
    return at_most(title, _for_each(small, case.tenth()), _for_each(whole, case), 1.2)


def _told(case: Case, before: Mapping[str, Step]) -> dict[str, Step]:
    """Take a case and print its steps, each with its growth against that of a tenth."""
    print(f"        {case.units:,} units, {case.activities:,} activities")
    print(_ROW.format("", "work s", "waited s", "MB", "file MB", "pages", "growth"))
    steps: dict[str, Step] = {}
    with TemporaryDirectory() as folder:
        for step in taken(case, Path(folder)):
            steps[step.name] = step
            print(_line(step, before.get(step.name)), flush=True)
    return steps


def _line(step: Step, before: Step | None) -> str:
    growth = f"{step.cost.work / before.cost.work / TENTH:.2f}" if before else ""
    return _ROW.format(
        step.name,
        f"{step.cost.work:,.1f}",
        f"{step.cost.waited:,.1f}",
        f"{step.cost.megabytes:,.0f}",
        f"{step.size:,.1f}",
        f"{step.pages:,}" if step.pages else "",
        growth,
    )


def _for_each(steps: Mapping[str, Step], case: Case) -> float:
    """Return the seconds of work that an activity costs in all steps."""
    return sum(step.cost.work for step in steps.values()) / case.activities


def _pages(made: Path) -> int:
    return len(_PAGE.findall(made.read_bytes())) if made.suffix == ".pdf" else 0


def _compile(folder: Path, environment: Mapping[str, str]) -> None:
    """Let the modules be compiled before anything counts, as installing the program does."""
    plan, paper = folder / "example.sqlite", folder / "example.pdf"
    spent(["-m", "poadesk", "example", str(plan)], environment, (0,))
    spent(["-m", "poadesk", "print", str(plan), "-o", str(paper)], environment, (0,))
    plan.unlink()
    paper.unlink()
