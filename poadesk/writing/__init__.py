"""Job 1: write the plan."""
