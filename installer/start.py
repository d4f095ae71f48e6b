"""The program that PyInstaller begins with."""

import os
import sys

from poadesk.__main__ import main


def give_back_the_libraries() -> None:
    """Let what the program opens, such as a reader of PDF, use the libraries of its own system.

    PyInstaller names its folder in the environment; this process has read it long ago.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    give_back_the_libraries()
    sys.exit(main())
