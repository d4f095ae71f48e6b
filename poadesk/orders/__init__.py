"""The orders of the command line: open, read, build, write. Every rule is somewhere else."""
