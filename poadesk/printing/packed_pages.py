"""Pages that are packed when they are drawn: ReportLab would keep the orders of each until the end,
and those of a country's report, with its 7,000 pages, take ten times the room of the whole PDF."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFStream

from poadesk.printing.engine import Canvas


def pack_each_page(canvas: Canvas) -> None:
    """See that what is drawn is packed page by page; the bytes of the PDF are the same."""
    canvas.setPageCallBack(lambda _number: _pack_last(canvas))


def _pack_last(canvas: Canvas) -> None:
    page = canvas._doc.Pages.pages[-1]
    packed = PDFStream(content=zlib.compress(page.stream.encode("utf-8")))
    packed.dictionary["Filter"] = PDFArray([PDFName("FlateDecode")])
    page.Contents, page.stream = packed, ""
