"""Job 4, the planning office: what the units hand over, received, compared and put together."""
