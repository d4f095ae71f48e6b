"""Comparar: two revisions beside each other, and what is taken from one into the plan."""
