"""Line icons drawn from SVG files in the colours of the theme."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from shiboken6 import isValid

from poadesk.widgets.theme import icon_folder, theme

_STROKE = 1.4
_GRID = 24


class _TakesIcon(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...


def icon(name: str, color_token: str = "text2", size: int = 16) -> QIcon:
    """Icon in the present colours; greyed where the widget is disabled.

    `size` is in pixels at 100 % text size. FileNotFoundError for an unknown name.
    """
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    result = QIcon(pixmap(name, color_token, size, ratio))
    result.addPixmap(pixmap(name, "text3", size, ratio), QIcon.Mode.Disabled)
    return result


def set_icon(target: _TakesIcon, name: str, color_token: str = "text2", size: int = 16) -> None:
    """Give an action or button an icon that is drawn again when the theme changes."""

    def draw() -> None:
        if isValid(target):
            target.setIcon(icon(name, color_token, size))
        else:
            theme().changed.disconnect(draw)

    draw()
    _follow(draw)


def pixmap(name: str, token: str = "text2", size: int = 16, device_ratio: float = 1.0) -> QPixmap:
    """Picture of an icon in the colour of a token, `size` pixels at 100 % text size."""
    return tinted(name, theme().color(token), theme().px(size), device_ratio)


def tinted(name: str, color: QColor, pixels: int, device_ratio: float = 1.0) -> QPixmap:
    """Picture of an icon in any colour, `pixels` device-independent pixels wide and high."""
    return _drawn(name, color.name(), pixels, device_ratio, _stroke(pixels))


def paint_icon(painter: QPainter, rect: QRectF, name: str, token: str = "text2") -> None:
    """Draw an icon in `rect`, for delegates and painted widgets."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    picture = tinted(name, theme().color(token), round(rect.width()), ratio)
    painter.drawPixmap(rect.topLeft(), picture)


def _follow(draw: Callable[[], None]) -> None:
    theme().changed.connect(draw)


def _stroke(pixels: int) -> float:
    """Width of the lines in units of the 24 grid, so that they are 1.4 pixels at any size."""
    nominal = max(pixels, 1) / theme().scale
    return _STROKE * _GRID / min(nominal, _GRID)


@cache
def _svg(name: str) -> str:
    return (icon_folder() / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, pixels: int, ratio: float, stroke: float) -> QPixmap:
    # Loaded with the first icon: the window paints sooner without it.
    from PySide6.QtSvg import QSvgRenderer

    text = _svg(name).replace("currentColor", color)
    text = text.replace('stroke-width="2.1"', f'stroke-width="{stroke:.3f}"')
    result = QPixmap(round(pixels * ratio), round(pixels * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return result
