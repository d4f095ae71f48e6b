"""What PySide loads of its Python part at the start; `poadesk/widgets/late_signatures.py`."""
