"""Entregar: the step that makes what the planning office receives."""
