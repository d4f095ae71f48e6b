"""Reads the XML parts of a workbook as streams: no entities, and no part held whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import BadZipFile, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from poadesk.plan.fields import UnreadableError

_CHUNK = 1 << 16
Attributes = Mapping[str, str]


def fed(packed: ZipFile, part: str, handler: ContentHandler) -> Iterator[float]:
    """Feed a part to a handler, piece by piece, so that what it has read can be taken in between.

    Yields the share of the part, from 0 to 1, that has been fed.
    Raises `UnreadableError` if the part is damaged or declares entities.
    """
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    try:
        size = max(1, packed.getinfo(part).file_size)
        with packed.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.feed(chunk)
                yield min(1.0, stream.tell() / size)
        parser.close()
        yield 1.0
    except (SAXException, DefusedXmlException) as error:
        raise UnreadableError(_DAMAGED) from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(_DAMAGED) from error


_DAMAGED = "El libro está dañado o alterado por dentro: ábralo con Excel y guárdelo otra vez."


def elements(packed: ZipFile, part: str, *names: str) -> list[tuple[str, Attributes]]:
    """Return the elements of a small part that have one of these names; none if it is not there."""
    if part not in packed.NameToInfo:
        return []
    handler = _Elements(frozenset(names))
    for _ in fed(packed, part, handler):
        pass
    return handler.found


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


class _Elements(ContentHandler):
    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self._names = names
        self.found: list[tuple[str, Attributes]] = []

    def startElement(self, name: str, attributes: AttributesImpl) -> None:
        if local(name) in self._names:
            values = {local(key): value for key, value in attributes.items()}
            self.found.append((local(name), values))
