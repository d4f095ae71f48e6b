"""The plans of a file as flat tables, for people who analyse them with programs of their own."""
