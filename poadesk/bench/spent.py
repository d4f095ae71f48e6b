"""What a program of its own has spent when it ends: seconds of work, seconds waited, memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence

from poadesk.quick_dataclass import dataclass

# A process is told the memory of the one that started it as its own, so a small one starts it.
_LAUNCH = """
import json, resource, subprocess, sys, time
begin = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
waited = time.perf_counter() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "status": done.returncode,
    "said": done.stderr[-2000:],
    "work": used.ru_utime + used.ru_stime,
    "waited": waited,
    "megabytes": used.ru_maxrss / 1000,
}))
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor (`work`), seconds on the clock (`waited`) and the most memory."""

    work: float
    waited: float
    megabytes: float


def spent(words: Sequence[str], environment: Mapping[str, str], allowed: Sequence[int]) -> Spent:
    """Run Python with these arguments to its end; RuntimeError if its exit status is another."""
    told = subprocess.run(
        [sys.executable, "-c", _LAUNCH, sys.executable, *words],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(told.stdout)
    if found["status"] not in allowed:
        raise RuntimeError(f"{' '.join(words)}: {found['said'].strip()}")
    return Spent(found["work"], found["waited"], found["megabytes"])
