"""How fast poadesk is, as ratios to something everybody knows; for engineers."""
