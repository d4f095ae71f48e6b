"""The institution's plan: what the plans of all units say together, as pure data."""
