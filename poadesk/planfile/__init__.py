"""The plan on disk: the only folder that touches SQLite."""
