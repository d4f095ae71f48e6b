"""The institution's documents in the window of the planning office."""
