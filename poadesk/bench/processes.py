"""New processes that say when they have come as far as is measured, each in a fresh home."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter

from poadesk.bench.timing import SkippedError
from poadesk.quick_dataclass import dataclass

LONGEST_WAIT = 60.0  # seconds
_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@dataclass(frozen=True, slots=True)
class Said:
    """After how many seconds a process said its words, and what else it said in their line."""

    seconds: float
    rest: str


@contextmanager
def new_home() -> Iterator[dict[str, str]]:
    """Yield an environment with a home folder of its own, so that no recent plan is opened.

    The first process compiles the modules for those that follow, as installing the program does.
    """
    with TemporaryDirectory() as home:
        environment = {**os.environ, **dict.fromkeys(_HOMES, home)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = home
        if "DISPLAY" not in environment:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        yield environment


@contextmanager
def begun(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[str]]:
    """Begin a process whose words can be read, and wait for its end, but not for ever."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)
    deadline = Timer(LONGEST_WAIT, process.kill)
    deadline.start()
    try:
        yield process
    finally:
        process.communicate()
        deadline.cancel()


def until_said(words: str, arguments: Sequence[str], environment: Mapping[str, str]) -> Said:
    """Run Python with arguments until a line begins with the words; then let it end by itself."""
    begin = perf_counter()
    with begun([sys.executable, *arguments], environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = perf_counter() - begin
    if not line.startswith(words):
        raise SkippedError(f"the program does not say “{words}”")
    return Said(taken, line.removeprefix(words).strip())
