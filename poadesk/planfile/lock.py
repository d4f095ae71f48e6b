"""One writer at a time: a small file beside the plan says who has it open, and where.

The operating system holds the lock, so it ends with the program even after a crash; the text in
the file only serves to name the person. The first byte is the locked one and the text follows it,
because Windows does not let others read a locked byte.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from poadesk.quick_dataclass import dataclass

try:
    import fcntl

    def _lock_first_byte(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _lock_first_byte(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        lock: Callable[[int, int, int], None] = getattr(msvcrt, "locking")  # noqa: B009
        lock(descriptor, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a plan open: the person, the computer and since when (`2026-11-20 10:42`)."""

    person: str
    computer: str
    since: str


class LockedError(Exception):
    """Somebody else has the file; `holder` is None when it could not be read."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


class FileLock:
    """The lock on one plan file, held from `take` to `release`."""

    def __init__(self, plan_path: Path) -> None:
        self.path = plan_path.with_name(f".{plan_path.name}.abierto")
        self._descriptor = -1

    def take(self) -> None:
        """Take the lock; raise `LockedError` if another has it, OSError if it cannot be made."""
        # A link is not followed, because what it points to would be overwritten.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self.path, flags, 0o666)
        try:
            _lock_first_byte(descriptor)
            if not os.path.samestat(os.fstat(descriptor), os.stat(self.path)):
                raise FileExistsError("another program took the lock while its file was removed")
        except OSError as error:
            os.close(descriptor)
            raise LockedError(self._read_holder()) from error
        self._descriptor = descriptor
        # On a full disk the lock holds all the same; it only names nobody.
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, b" " + json.dumps(asdict(_myself())).encode())

    def is_held(self) -> bool:
        """Say whether somebody has the file now; what a crash left behind is held by nobody."""
        try:
            descriptor = os.open(self.path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            return False
        try:
            _lock_first_byte(descriptor)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._descriptor < 0:
            return
        # Removed while still locked, so nobody can lock a file that is about to vanish. Windows
        # only removes it once it is closed.
        try:
            self.path.unlink()
            removed = True
        except OSError:
            removed = False
        os.close(self._descriptor)
        self._descriptor = -1
        if not removed:
            with contextlib.suppress(OSError):
                self.path.unlink()

    def _read_holder(self) -> Holder | None:
        try:
            with self.path.open("rb") as file:
                file.seek(1)
                return Holder(**json.loads(file.read(4000)))
        except (OSError, ValueError, TypeError, RecursionError):
            return None


def _myself() -> Holder:
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = ""
    return Holder(person, _computer(), datetime.now().strftime("%Y-%m-%d %H:%M"))


def _computer() -> str:
    """Return the name of this computer, as `platform.node` would after loading for it."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
