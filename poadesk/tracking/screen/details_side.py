"""Where the details stand: beside the grid, in a narrow window only when they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal

from poadesk.tracking.screen.details import TrackingDetails
from poadesk.widgets.beside import ScreenWithPanel
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.theme import theme

# Pixels at 100 % text size, in a wide window and in a narrow one.
_WIDTH, _WIDTH_NARROW = 280, 264
_WIDE_MARGIN = 24
_TURNING = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class DetailsSide(QObject):
    """Shows and hides the details of a screen and keeps their width.

    `turned` when they take more or less room from what stands beside them.
    """

    turned = Signal()

    def __init__(self, screen: ScreenWithPanel, details: TrackingDetails) -> None:
        super().__init__(screen)
        self._screen = screen
        self._details = details
        self._was_narrow: bool | None = None
        self._is_covered = False
        self._is_wanted = False
        self._has_rows = False
        keep_pane(screen.splitter, 1, self._width_key)
        details.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TURNING:
            self.turned.emit()
        return False

    @property
    def is_narrow(self) -> bool:
        """Say whether there is not room for everything."""
        return self._screen.margin() < _WIDE_MARGIN

    @property
    def is_open(self) -> bool:
        """Say whether the details stand beside the grid."""
        return not self._details.isHidden()

    def toggle(self) -> None:
        """Show the details in a narrow window, or take them away."""
        self._is_wanted = not self._is_wanted
        self._apply()

    def want(self) -> None:
        """Show the details, also in a narrow window."""
        self._is_wanted = True
        self._apply()

    def cover(self, is_covered: bool) -> None:
        """Give the room of the details to what covers them."""
        self._is_covered = is_covered
        self._apply()

    def show_with(self, has_rows: bool) -> None:
        """Without activities there are no details."""
        self._has_rows = has_rows
        self._apply()

    def fit(self) -> bool:
        """Take the width that fits, when the window has turned narrow or wide; say whether."""
        if self.is_narrow == self._was_narrow:
            return False
        self._was_narrow = self.is_narrow
        at_first = _WIDTH_NARROW if self.is_narrow else _WIDTH
        most = max(theme().px(at_first), self._screen.width() // 2)
        wide = min(most, kept_width(self._width_key(), at_first))
        self._apply()
        self._screen.splitter.setSizes([self._screen.width() - wide, wide])
        return True

    def _apply(self) -> None:
        wanted = self._is_wanted or not self.is_narrow
        self._details.setHidden(self._is_covered or not wanted or not self._has_rows)

    def _width_key(self) -> str:
        return "details/tracking/narrow" if self.is_narrow else "details/tracking"
