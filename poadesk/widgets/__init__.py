"""Qt pieces that the screens share: theme, labels, buttons, fields, lists, dialogs."""

from poadesk.widgets.lasting_constants import make_constants_last

make_constants_last()
