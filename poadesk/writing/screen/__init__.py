"""The screens on which the plan is written."""
