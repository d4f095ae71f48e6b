"""The window of the program."""

import poadesk.widgets  # noqa: F401  (says how Qt is loaded, so it comes before anything of Qt)
