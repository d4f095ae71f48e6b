"""What was planned against what was done: the three reports as pure data, and how they count."""
