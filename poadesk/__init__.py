"""poadesk: the annual operating plan of a municipal department."""

__version__ = "0.1.0"
