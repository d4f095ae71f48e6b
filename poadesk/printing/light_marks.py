"""The marks of the traffic light, told apart by shape as well as by colour."""

from __future__ import annotations

from poadesk.printing.engine import Canvas
from poadesk.printing.styles import LIGHTS

# Radius in points of the mark beside a figure of 7.5.
RADIUS = 2.8
_RING = 0.9


def draw_light(canvas: Canvas, light: str, x: float, y: float, radius: float = RADIUS) -> None:
    """Draw a mark around (x, y): disc, diamond, triangle down or up, or ring; nothing for "".

    `light` is a name of `styles.LIGHTS`.
    """
    if not light:
        return
    canvas.setFillColor(LIGHTS[light])
    if light == "green":
        canvas.circle(x, y, radius, stroke=0, fill=1)
    elif light in ("grey", "not_begun"):
        canvas.setStrokeColor(LIGHTS[light])
        canvas.setLineWidth(_RING)
        canvas.circle(x, y, radius - _RING / 2, stroke=1, fill=0)
    else:
        _draw_corners(canvas, _corners(light, radius * 1.15), x, y)


def _corners(light: str, size: float) -> tuple[tuple[float, float], ...]:
    if light == "amber":
        return (0, size), (size, 0), (0, -size), (-size, 0)
    up = size if light == "blue" else -size
    return (0, up), (size, -up * 0.8), (-size, -up * 0.8)


def _draw_corners(
    canvas: Canvas, corners: tuple[tuple[float, float], ...], x: float, y: float
) -> None:
    path = canvas.beginPath()
    path.moveTo(x + corners[0][0], y + corners[0][1])
    for right, up in corners[1:]:
        path.lineTo(x + right, y + up)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
