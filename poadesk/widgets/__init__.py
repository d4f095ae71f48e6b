"""Qt pieces that the screens share: theme, labels, buttons, fields, lists, dialogs."""

from poadesk.widgets.lasting_constants import make_constants_last
from poadesk.widgets.plain_imports import import_plainly

make_constants_last()
import_plainly()
