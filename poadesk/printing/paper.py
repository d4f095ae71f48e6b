"""Sizes of paper, margins and frames, in points."""

from __future__ import annotations

from poadesk.quick_dataclass import dataclass

SIZES = {"carta": (612.0, 792.0), "oficio": (612.0, 936.0), "a4": (595.0, 842.0)}
# Portrait pages are punched at the left, landscape pages, bound beside them, at the upper edge.
LEFT, RIGHT, TOP, BOTTOM = 62.0, 50.0, 66.0, 54.0
WIDE_SIDE, WIDE_TOP, WIDE_BOTTOM = 40.0, 74.0, 50.0
COVER_TOP = 72.0
BLOCK_TOP, BLOCK_GAP = 44.0, 10.0
HEAD_PORTRAIT, HEAD_WIDE, HEAD_LINE = 38.0, 50.0, 7.0
FOOT_LINE, FOOT_TEXT = 37.0, 26.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it lies: its size and the frame that text may fill."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def frame_width(self) -> float:
        """Return the width of the frame."""
        return self.width - self.left - self.right

    @property
    def frame_height(self) -> float:
        """Return the height of the frame."""
        return self.height - self.top - self.bottom

    @property
    def is_wide(self) -> bool:
        """Say whether the sheet lies on its long side."""
        return self.width > self.height


def upright(paper: str, top: float = TOP) -> Sheet:
    """Return a portrait sheet of a paper in `SIZES`."""
    width, height = SIZES[paper]
    return Sheet(width, height, LEFT, RIGHT, top, BOTTOM)


def lying(paper: str, top: float = WIDE_TOP) -> Sheet:
    """Return a landscape sheet of a paper in `SIZES`."""
    height, width = SIZES[paper]
    return Sheet(width, height, WIDE_SIDE, WIDE_SIDE, top, WIDE_BOTTOM)
