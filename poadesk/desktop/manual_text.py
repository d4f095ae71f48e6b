"""Shows a page of the manual in the colours and letters of the theme, and nothing else."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from poadesk.desktop.manual_pages import KEYS, file_within, markup
from poadesk.widgets.theme import theme
from poadesk.widgets.tokens import ROLES

_LONGEST_LINE = 640  # pixels at 100 % text size; longer lines are hard to follow
_MARGIN = 24
_PICTURES = "pictures/"

_LOOK = Template(
    """
body { color: $text; }
h1 { font-size: ${title}px; font-weight: 600; margin: 0 0 ${gap}px 0; }
h2 { font-size: ${heading2}px; font-weight: 600; margin: ${wide}px 0 ${small}px 0; }
p { margin: 0 0 ${small}px 0; line-height: 145%; }
li { margin: 0 0 4px 0; line-height: 140%; }
a { color: $accent; }
b { font-weight: 600; }
td { vertical-align: top; }
table.advice { background: $window; margin: 4px 0 ${gap}px 0; }
table.keys { margin: 6px 0 ${gap}px 0; }
span.good { color: $ok; font-weight: 600; }
span.poor { color: $bad; font-weight: 600; }
span.key { background: $neutral; font-weight: 500; }
p.picture { margin: ${small}px 0 ${gap}px 0; line-height: 100%; }
p.quiet { color: $text2; }
"""
)
_FRAME = Template(
    """
QTextBrowser { border: 2px solid transparent; border-radius: 0; padding: 0; background: $surface; }
QTextBrowser:focus { border-color: $accent; }
"""
)


class ManualText(QTextBrowser):
    """A page of the manual. `wanted` tells the key of another page to which a link leads."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A bar that comes while a page is laid out would change its width in the middle of that.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Página del manual")
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        theme().changed.connect(self._dress)
        self._dress()

    def show_page(self, key: str) -> None:
        """Show a page from its beginning."""
        self.key = key
        self._write()
        self.verticalScrollBar().setValue(0)

    def to_start(self) -> None:
        """Let the next search begin at the top of the page."""
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the manual. All else gets an empty one, lest Qt go and look for it.

        A null answer would make Qt open the name as a file by itself.
        """
        url = QUrl(name)
        wanted = kind == QTextDocument.ResourceType.ImageResource.value
        plain = not url.scheme() and not url.host() and url.path().startswith(_PICTURES)
        path = file_within(url.path()) if wanted and plain else None
        if path is None:
            return _nothing(kind)
        image = QImage(str(path))
        return _nothing(kind) if image.isNull() else self._fitting(image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _room(self) -> int:
        """Return how wide a line may be."""
        beside = 2 * theme().px(_MARGIN)
        return max(80, min(theme().px(_LONGEST_LINE), self.viewport().width() - beside))

    def _fitting(self, image: QImage) -> QImage:
        """Return a picture no wider than a line, sharp on a fine screen too."""
        width = round(self._room() * self.devicePixelRatioF())
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(max(1.0, image.width() / self._room()))
        return image

    def _fit(self) -> None:
        """Lay the page out anew for another width, at the place that was in sight."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._write()
        bar.setValue(round(share * bar.maximum()))

    def _write(self) -> None:
        if not self.key:
            return
        self.document().clear()  # pictures of another width are forgotten with it
        self.setHtml(markup(self.key))
        side = theme().px(_MARGIN)
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(side)
        frame.setBottomMargin(side)
        frame.setLeftMargin(side)
        frame.setRightMargin(max(side, self.viewport().width() - self._room() - side))
        self.document().rootFrame().setFrameFormat(frame)

    def _dress(self) -> None:
        colors = asdict(theme().tokens)
        sizes = {name: theme().px(ROLES[name][0]) for name in ("title", "heading2")}
        gaps = {"small": theme().px(8), "gap": theme().px(16), "wide": theme().px(20)}
        self.setStyleSheet(_FRAME.substitute(colors))
        font: QFont = theme().font("text")
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(_LOOK.substitute({**colors, **sizes, **gaps}))
        self._fit()

    def _follow(self, link: QUrl) -> None:
        """Go to a page of the manual; a link to anywhere else leads nowhere."""
        key = link.path().removesuffix(".html")
        if not link.scheme() and not link.host() and key in KEYS:
            self.wanted.emit(key)


def _nothing(kind: int) -> Any:
    """Return an empty resource that is not null."""
    if kind != QTextDocument.ResourceType.ImageResource.value:
        return ""
    empty = QImage(1, 1, QImage.Format.Format_ARGB32)
    empty.fill(Qt.GlobalColor.transparent)
    return empty
