"""Qt pieces that the screens share: theme, labels, buttons, fields, lists, dialogs."""

from poadesk.widgets.lasting_constants import make_constants_last
from poadesk.widgets.late_signatures import load_signatures_late
from poadesk.widgets.put_off import put_off
from poadesk.widgets.quick_enums import make_enums_quickly

load_signatures_late()
make_constants_last()
make_enums_quickly()
with put_off("inspect"):  # it tells the calls of a class that does not describe itself; ours do
    import dataclasses  # noqa: F401
