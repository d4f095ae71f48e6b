"""The program is killed while a person writes: what was said to be saved is there."""

import random
import subprocess
import sys
from pathlib import Path

from poadesk.planfile.plan_file import PlanFile

KILLS = 100

WRITE_AND_TELL = """
import sys
from pathlib import Path
from poadesk.planfile.plan_file import PlanFile
with PlanFile.open(Path(sys.argv[1])) as file:
    number = int(sys.argv[2])
    while True:
        number += 1
        with file.step("Escribir") as step:
            step.put("goal", "goal-1", text=str(number) * 500)
            step.put("goal", "goal-2", text=str(number))
        print(number, flush=True)
"""


def write_until_killed(path: Path, begin: int, edits: int, seconds: float) -> list[int]:
    """Let a process write, kill it some time after `edits`; return what it said was saved."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_AND_TELL, str(path), str(begin)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = [int(process.stdout.readline()) for _ in range(edits)]
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    rest, _ = process.communicate()
    return told + [int(line) for line in rest.splitlines()]


def saved(path: Path) -> int:
    """Open the plan as the next start does, and return the number of the last edit."""
    with PlanFile.open(path) as file:
        long, short = [goal.text for goal in file.read()[0].goals()]
        assert long == short * 500 or not short
        return int(short or 0)


def test_no_edit_that_was_said_to_be_saved_is_lost_by_a_hundred_kills(plan_path: Path) -> None:
    moments = random.Random(2027)
    last = 0
    for _ in range(KILLS):
        told = write_until_killed(plan_path, last, moments.randrange(1, 5), moments.random() / 250)
        last = saved(plan_path)
        # The one after the last one told may have reached the disk before the kill.
        assert last in (told[-1], told[-1] + 1)
    with PlanFile.open(plan_path) as file:
        assert file.journal.undo() is not None
    # A kill may leave an empty SQLite journal; the next edit has taken it away.
    assert list(plan_path.parent.iterdir()) == [plan_path]
