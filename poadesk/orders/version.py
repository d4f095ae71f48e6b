"""The versions on the command line."""

from __future__ import annotations

import argparse
from typing import Any


class _TellVersions(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        # Local: asking for the versions of the parts is of no use to the orders.
        from poadesk.planfile.connecting import sqlite_version
        from poadesk.versions import versions

        print("\n".join(versions(sqlite_version())))
        parser.exit()


def add_version(parser: argparse.ArgumentParser) -> None:
    """Add the option that tells the version of the program and of its parts."""
    parser.add_argument(
        "--version", action=_TellVersions, nargs=0, help="dice la versión, y la de cada parte"
    )
