"""The export for analysis: flat tables of all units, with what one needs to read them."""
