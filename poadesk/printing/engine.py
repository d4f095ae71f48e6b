"""ReportLab's layout classes, imported once our own faces are known to it."""
# ruff: noqa: E402  (the faces must be registered before these imports, see faces.py)

from poadesk.printing import faces

faces.register()

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.paraparser import ParaFrag

__all__ = (
    "BaseDocTemplate",
    "Canvas",
    "Flowable",
    "Frame",
    "NextPageTemplate",
    "PageBreak",
    "PageTemplate",
    "ParaFrag",
    "Paragraph",
    "ParagraphStyle",
    "Spacer",
)
