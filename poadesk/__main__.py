"""The start of the program: an order of the command line, or the window."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from poadesk import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Follow an order, or show the window; return the exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console with an old code page shows ? instead of failing at a quotation mark.
            stream.reconfigure(errors="replace")
    if cli.is_order(arguments):
        return cli.run(arguments)
    # Local: an order must not wait for Qt, nor need it.
    from poadesk.desktop.start import run

    return run(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    sys.exit(main())
