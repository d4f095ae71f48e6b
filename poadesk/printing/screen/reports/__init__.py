"""The screen Informes: the three reports as tables, with charts, alerts and what is saved."""
