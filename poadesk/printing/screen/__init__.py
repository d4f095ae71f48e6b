"""The screen on which a plan is looked at as paper, printed and saved as PDF."""
