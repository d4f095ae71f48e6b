"""Qt pieces that the screens share: theme, labels, buttons, fields, lists, dialogs."""
