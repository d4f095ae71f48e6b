"""Job 2: note what was done against what was planned."""
