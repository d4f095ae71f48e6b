"""The program is killed while a person writes: what was said to be saved is there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from poadesk.planfile.plan_file import PlanFile

KILLS = 100

# Everything is loaded once; each child is then a program of its own that opens the plan and writes.
WRITE_AND_TELL = """
import os, sys
from pathlib import Path
from poadesk.planfile.plan_file import PlanFile
path = Path(sys.argv[1])
PlanFile.open(path).close()  # loads what is loaded late
for begin in sys.stdin:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        print("killed", flush=True)
        continue
    print(os.getpid(), flush=True)
    with PlanFile.open(path) as file:
        number = int(begin)
        while True:
            number += 1
            with file.step("Escribir") as step:
                step.put("goal", "goal-1", text=str(number) * 500)
                step.put("goal", "goal-2", text=str(number))
            os.write(1, f"{number}\\n".encode())  # whole: a kill may come between two writes
"""


def write_until_killed(
    programs: subprocess.Popen[str], begin: int, edits: int, seconds: float
) -> list[int]:
    """Let a program write, kill it some time after `edits`; return what it said was saved."""
    assert programs.stdin is not None
    assert programs.stdout is not None
    print(begin, file=programs.stdin, flush=True)
    program = int(programs.stdout.readline())
    told = [int(programs.stdout.readline()) for _ in range(edits)]
    time.sleep(seconds)
    os.kill(program, signal.SIGKILL)
    return told + [int(line) for line in iter(programs.stdout.readline, "killed\n")]


def saved(path: Path) -> int:
    """Open the plan as the next start does, and return the number of the last edit."""
    with PlanFile.open(path) as file:
        long, short = [goal.text for goal in file.read()[0].goals()]
        assert long == short * 500 or not short
        return int(short or 0)


def test_no_edit_that_was_said_to_be_saved_is_lost_by_a_hundred_kills(plan_path: Path) -> None:
    moments = random.Random(2027)
    last = 0
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_AND_TELL, str(plan_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as programs:
        for _ in range(KILLS):
            edits, seconds = moments.randrange(1, 5), moments.random() / 250
            told = write_until_killed(programs, last, edits, seconds)
            last = saved(plan_path)
            # The one after the last one told may have reached the disk before the kill.
            assert last in (told[-1], told[-1] + 1)
    with PlanFile.open(plan_path) as file:
        assert file.journal.undo() is not None
    # A kill may leave an empty SQLite journal; the next edit has taken it away.
    assert list(plan_path.parent.iterdir()) == [plan_path]
