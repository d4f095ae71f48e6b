"""The manual: its pages in a list at the left, the page at the right, and a search over all."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from poadesk.desktop.manual_list import PageList
from poadesk.desktop.manual_pages import FIRST, KEYS, PAGES, source
from poadesk.desktop.manual_text import ManualText
from poadesk.desktop.places import settings
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_SIZE = (940, 660)
_PLACE = "manual/geometry"


class ManualWindow(QWidget):
    """A window of its own, so that one can read and write side by side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Manual de poadesk")
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(620, 400)
        self.pages = PageList()
        self.text = ManualText()
        self.search = QLineEdit()
        self._found = label("", "small", "text2", wrap=False)
        self._lay_out()
        parent.installEventFilter(self)
        self.pages.chosen.connect(self._show)
        self.text.wanted.connect(self.show_page)
        self.search.returnPressed.connect(self.find_next)
        self.search.textEdited.connect(lambda _: self._found.setText(""))
        for keys in (QKeySequence.StandardKey.Find, QKeySequence("Ctrl+K")):
            QShortcut(keys, self).activated.connect(self._go_to_search)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.find_next)
        place = settings().value(_PLACE)
        if not (isinstance(place, QByteArray) and self.restoreGeometry(place)):
            self.resize(*_SIZE)

    def show_page(self, key: str) -> None:
        """Show a page; a key of none shows the first one."""
        key = key if key in KEYS else FIRST
        self.pages.choose(key)
        self._show(key)

    def open_at(self, key: str) -> None:
        """Show the window at a page, in front of the others, ready for reading on with the keys."""
        self.show_page(key)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Go to the next place of what is searched, on this page or on one that follows."""
        words = self.search.text().strip()
        if not words:
            return
        if self.text.find(words):
            self._found.setText("")
            return
        at = [page.key for page in PAGES].index(self.text.key)
        for page in (*PAGES[at + 1 :], *PAGES[: at + 1]):
            if words.casefold() in source(page.key).casefold() and self._found_on(page.key, words):
                return
        self._found.setText("No aparece en el manual")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with the window it belongs to: alone it would keep the program running."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        settings().setValue(_PLACE, self.saveGeometry())
        super().hideEvent(event)

    def _found_on(self, key: str, words: str) -> bool:
        self.show_page(key)
        self.text.to_start()
        found = self.text.find(words)
        self._found.setText("")
        return found

    def _show(self, key: str) -> None:
        if key != self.text.key:
            self.text.show_page(key)
            self._found.setText("")

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("panel", "line")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(line)
        column.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.pages)
        split.addWidget(page)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([kept_width("manual", 240), theme().px(700)])
        keep_pane(split, 0, lambda: "manual")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _head(self) -> QHBoxLayout:
        self.search.setPlaceholderText("Buscar en el manual")
        self.search.setAccessibleName("Buscar en el manual")
        self.search.setMaximumWidth(theme().px(300))
        head = QHBoxLayout()
        head.setContentsMargins(theme().px(24), 8, 16, 8)
        head.setSpacing(12)
        head.addWidget(self.search, 1)
        head.addWidget(self._found, 1, Qt.AlignmentFlag.AlignVCenter)
        return head
