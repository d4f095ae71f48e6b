"""The screens of the planning office."""
