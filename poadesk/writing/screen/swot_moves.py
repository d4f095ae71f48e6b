"""Where an item of the FODA can go, and the one step that takes it there."""

from __future__ import annotations

from poadesk.plan.model import QUADRANTS, Plan, SwotItem
from poadesk.plan.places import named
from poadesk.planfile.journal import Step
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import edits
from poadesk.writing.screen.swot_words import WORDS


def move_item(open_plan: OpenPlan, item_id: str, quadrant: str, at: int) -> bool:
    """Move an item to index `at` of a quadrant (counted without it); say whether it stands there.

    Waiting texts are saved first. Nothing is written when it stands there already.
    """
    item = open_plan.row(item_id)
    if (
        open_plan.read_only
        or not isinstance(item, SwotItem)
        or _stands(open_plan, item, quadrant, at)
    ):
        return False
    label = f"Mover {named(item, {}, open_plan.words)}"
    if quadrant != item.quadrant:
        label += f" a {WORDS[quadrant].title}"

    def move(step: Step, plan: Plan) -> None:
        saved = open_plan.row(item_id)
        assert isinstance(saved, SwotItem)
        edits.move_to_quadrant(step, plan, saved, quadrant, at)

    open_plan.act(label, move)
    moved = open_plan.row(item_id)
    return isinstance(moved, SwotItem) and moved.quadrant == quadrant


def beside(quadrant: str, by: int) -> str | None:
    """Return the quadrant to the right (1) or left (-1) on the paper, or None."""
    at = QUADRANTS.index(quadrant)
    return QUADRANTS[at + by] if 0 <= at % 2 + by < 2 else None


def beyond(quadrant: str, by: int, columns: int) -> str | None:
    """Return the quadrant below (1) or above (-1) on a board of so many columns, or None."""
    at = QUADRANTS.index(quadrant) + by * columns
    return QUADRANTS[at] if 0 <= at < len(QUADRANTS) else None


def _stands(open_plan: OpenPlan, item: SwotItem, quadrant: str, at: int) -> bool:
    present = [row.id for row in open_plan.plan.quadrant(quadrant)]
    return quadrant == item.quadrant and present.index(item.id) == at
