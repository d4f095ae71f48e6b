"""Qt pieces that the screens share: theme, labels, buttons, fields, lists, dialogs."""

from poadesk.widgets.lasting_constants import make_constants_last
from poadesk.widgets.late_signatures import load_signatures_late

load_signatures_late()
make_constants_last()
