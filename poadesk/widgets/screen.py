"""Base of every screen: title, subtitle, actions, a band, and the content below them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from poadesk.widgets.band import Band
from poadesk.widgets.heading import Heading
from poadesk.widgets.labels import label
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme

_NARROW = 1100  # pixels of a window, at 100 % text size


def is_narrow(window: QWidget) -> bool:
    """Say whether a window has not room for everything: it is small, or its letters are large."""
    return window.width() < theme().px(_NARROW)


class Screen(QWidget):
    """A screen of one step.

    `header_buttons` holds the buttons at the right of the title, `content` what the screen shows.
    With `scrolls` the content is a column that scrolls under the title; without, it fills
    the room from edge to edge and scrolls by itself. `row_shown` tells the row that is edited
    now, or by its name the field of the plan itself. `foot` is what stands at the foot of the list
    of steps while the screen is shown: words and the share (0 to 1) of a bar; None leaves there
    how many steps are complete. `notice` says what was just done, beside `notice_sign`.
    """

    notice_sign = "trash"

    hints_changed = Signal()
    foot_changed = Signal()
    notice = Signal(str)
    go_to_step = Signal(str)
    go_to_finding = Signal(object)
    row_shown = Signal(str)

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        scrolls: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.hints: list[tuple[str, str]] = []
        self.status = ""
        self.foot: tuple[str, float] | None = None
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self._scrolls = scrolls
        self._band: Band | None = None
        self._title = label(title, "title")
        self._subtitle = label(subtitle, "grid", "text2")
        if not subtitle:
            self._subtitle.hide()
        self._heading = Heading(self._title, self._subtitle)
        self.header_buttons = self._heading.buttons
        self.content: QVBoxLayout
        self._body = self._scrolled() if scrolls else self._unscrolled()
        self._header = QVBoxLayout()
        self._lay_out()
        self._set_margins()

    def set_subtitle(self, subtitle: str) -> None:
        """One quiet line below the title; an empty text takes it away."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Keys that work here, pairs (keys, what they do)."""
        self.hints = list(hints)
        self.hints_changed.emit()

    def set_foot(self, words: str, share: float) -> None:
        """Say at the foot of the list of steps how far the work of this screen is."""
        self.foot = words, share
        self.foot_changed.emit()

    def show_band(self, band: Band | None) -> None:
        """Show a band above the content in place of the one before, or none."""
        if self._band is not None:
            self._header.removeWidget(self._band)
            self._band.hide()
            self._band.deleteLater()
        self._band = band
        if band is not None:
            self._header.addWidget(band)

    def arrive(self) -> None:
        """The person has come to this screen: put the focus where the work goes on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focusNextChild()

    def jump_to(self, row_id: str, field: str) -> None:
        """Put the focus on a field of a row; a screen with fields says how."""
        self.arrive()

    def hides(self, row_id: str, field: str) -> bool:
        """Say whether a field is seen here only once its row is chosen, and another one is."""
        return False

    def make_room(self, is_tight: bool) -> None:
        """Give up what stands beside the content while there is little room, if there is any."""

    def margin(self) -> int:
        """Margin of the page in pixels: 24, or 16 in a narrow window."""
        return 16 if is_narrow(self.window()) else 24

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(240))

    def _lay_out(self) -> None:
        self._header.setSpacing(12)
        self._header.addWidget(self._heading)
        layout = self._column()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header)
        layout.addWidget(self._body, 1)

    def _column(self) -> QVBoxLayout:
        """Return the column in which the heading stands above the content."""
        return QVBoxLayout(self)

    def _unscrolled(self) -> QWidget:
        body = QWidget()
        body.setProperty("panel", "page")
        self.content = QVBoxLayout(body)
        self.content.setSpacing(0)
        return body

    def _scrolled(self) -> QWidget:
        self.scroll_area = ScrolledPage()
        page = self.scroll_area.page
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.content = self.scroll_area.column
        self.content.setSpacing(16)
        self.content.setAlignment(Qt.AlignmentFlag.AlignTop)
        return self.scroll_area

    def _set_margins(self) -> None:
        side = self.margin()
        self._header.setContentsMargins(side, 18, side, 12)
        if self._scrolls:
            self.content.setContentsMargins(side, 0, side, side)
        else:
            self.content.setContentsMargins(0, 0, 0, 0)
