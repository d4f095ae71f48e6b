"""The start of the program: an order of the command line, or the window."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Follow an order, or show the window; return the exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if is_order(arguments):
        return _follow(arguments)
    # The window clears objects away by itself (widgets/collecting.py); while its modules are
    # loaded there are none to clear, and to look for them takes as long as to make a screen.
    gc.disable()
    # Local: an order must not wait for Qt, nor need it.
    from poadesk.desktop.start import run

    return run(Path(arguments[0]) if arguments else None)


def is_order(arguments: Sequence[str]) -> bool:
    """Say whether the arguments are an order; otherwise they are for the window."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return bool(arguments)
    # A misspelled order is an order too: a plan has a suffix or is there.
    file = Path(arguments[0])
    return not file.suffix and not file.exists()


def _follow(arguments: Sequence[str]) -> int:
    try:
        return _followed(arguments)
    except KeyboardInterrupt:
        print("Se detuvo la orden antes de que terminara.", file=sys.stderr)
        return 2


def _followed(arguments: Sequence[str]) -> int:
    # Local: the window must not wait for the orders.
    from poadesk import cli

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console with an old code page shows ? instead of failing at a quotation mark.
            stream.reconfigure(errors="replace")
    status = cli.run(arguments)
    try:
        if sys.stdout is not None:  # on Windows the program of the window has nothing to write on
            sys.stdout.flush()
    except OSError as error:
        # Python would complain at its end; what is left to say goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if status != cli.NOT_DONE and not isinstance(error, BrokenPipeError):
            print(cli.NO_ROOM, file=sys.stderr)
            return cli.NOT_DONE
    return status


if __name__ == "__main__":
    sys.exit(main())
