"""The one theme of the program: colours, letters and sizes, and their change while it runs."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from poadesk.resources import resource
from poadesk.widgets.style_sheet import style_sheet
from poadesk.widgets.tokens import DARK, LIGHT, ROLES, SCALES, Tokens

__all__ = ["DARK", "LIGHT", "SCALES", "STYLE", "Theme", "Tokens", "icon_folder", "theme"]

# Given to the application when it is made: `setStyle` would return the style, and with it PySide
# would have to learn the thousand names of what styles draw.
STYLE = ("-style", "Fusion")
_FAMILIES = ["Inter", "Segoe UI", "Noto Sans"]
_FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")

_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "window",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "bar",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "desk",
}


def icon_folder() -> Path:
    """Folder of the SVG icons."""
    return resource("icons")


def theme() -> "Theme":
    """The theme of this program; the same object every time."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def palette(tokens: Tokens) -> QPalette:
    """Qt palette of the same colours, for what no style sheet reaches."""
    result = QPalette()
    for role, name in _PALETTE.items():
        result.setColor(role, QColor(getattr(tokens, name)))
    faint = QColor(tokens.text3)
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return result


class Theme(QObject):
    """Colours and letters in force. `changed` follows every change of either."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scale = 1.0
        self._app: QApplication | None = None
        self._wanted_dark: bool | None = None
        self._fonts: dict[str, QFont] = {}
        self._colors: dict[str, QColor] = {}

    def color(self, name: str) -> QColor:
        """Colour of a token, for example "text2"."""
        if name not in self._colors:
            self._colors[name] = QColor(getattr(self.tokens, name))
        return QColor(self._colors[name])

    def font(self, role: str = "text") -> QFont:
        """Letter of a role, scaled, with figures of equal width."""
        if role not in self._fonts:
            size, _, weight = ROLES[role]
            font = QFont(_FAMILIES)
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[role] = font
        return QFont(self._fonts[role])

    def line_height(self, role: str) -> int:
        """Distance between lines of text of a role, in pixels."""
        return self.px(ROLES[role][1])

    def px(self, n: float) -> int:
        """A length of the drawings in pixels at the present text size."""
        return round(n * self.scale)

    def set_scale(self, scale: float) -> None:
        """Text size, one of SCALES. ValueError for any other."""
        if scale not in SCALES:
            raise ValueError(f"no such text size: {scale}")
        if scale != self.scale:
            self.scale = scale
            self._dress()

    def set_dark(self, dark: bool | None) -> None:
        """Dark or light by choice of the person; None follows the system."""
        self._wanted_dark = dark
        self._follow_system()

    def apply(self, app: QApplication) -> None:
        """Dress the program, and again whenever the system turns dark or light."""
        if self._app is None:
            _load_fonts()
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._app = app
        QDir.setSearchPaths("poadesk", [str(icon_folder())])
        self.tokens = self._tokens_wanted()
        self._dress()

    def _tokens_wanted(self) -> Tokens:
        dark = self._wanted_dark
        if dark is None and self._app is not None:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def _follow_system(self, *_: Any) -> None:
        wanted = self._tokens_wanted()
        if wanted is not self.tokens:
            self.tokens = wanted
            self._dress()

    def _dress(self) -> None:
        self._fonts.clear()
        self._colors.clear()
        if self._app is not None:
            self._app.setPalette(palette(self.tokens))
            self._app.setFont(self.font("grid"))
            # The signature asks for bytes, but bytes are refused when it runs.
            self._app.setFont(self.font("button"), "QPushButton")  # type: ignore[arg-type]
            self._app.setStyleSheet(style_sheet(self.tokens, self.scale))
        self.changed.emit()


def _load_fonts() -> None:
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", "inter", name)))


_theme: Theme | None = None
