"""Qt pieces that the screens share: theme, labels, buttons, fields, lists, dialogs."""

from poadesk.widgets.lasting_constants import make_constants_last
from poadesk.widgets.late_signatures import load_signatures_late
from poadesk.widgets.put_off import put_off

load_signatures_late()
make_constants_last()
with put_off("inspect"):  # it tells the calls of a class that does not describe itself; ours do
    import dataclasses  # noqa: F401
