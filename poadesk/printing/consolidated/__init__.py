"""The papers and workbooks of the institution, made from the plans of all units."""
