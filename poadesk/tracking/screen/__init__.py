"""The screen on which what was done is noted, month by month."""
