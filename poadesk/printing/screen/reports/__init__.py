"""The screen on which the reports of the year are read, printed and kept."""
