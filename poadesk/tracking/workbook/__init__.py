"""The workbook of activities that planning offices keep: read, judged cell by cell, brought in."""
