"""A comparison out of the window, as PDF or JSON."""

from __future__ import annotations

from collections.abc import Callable

from poadesk.plan.comparing import Comparison
from poadesk.printing.screen.builder import BUILDING
from poadesk.printing.screen.reports.saving import JSON, file_name

Progress = Callable[[float], None]
Names = tuple[str, str]


def offered_name(comparison: Comparison, ending: str) -> str:
    """Propose a name from the unit: `Comparación Cobros.pdf`."""
    return file_name(f"Comparación {comparison.new.unit}", "", ending)


def content_of(comparison: Comparison, names: Names, ending: str, progress: Progress) -> bytes:
    """Return the bytes of a comparison in a format; `progress` may raise to stop."""
    progress(0.0)
    if ending == JSON.ending:
        from poadesk.plan.comparison_json import comparison_json

        return comparison_json(comparison, names).encode("utf-8")
    # Local: ReportLab is loaded here, in the thread, and not when the window starts.
    from poadesk.printing.comparison_paper import build_comparison

    with BUILDING:
        return build_comparison(comparison, names, None, progress)
