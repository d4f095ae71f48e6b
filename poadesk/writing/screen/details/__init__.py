"""What belongs to the row that is chosen in the outline."""
