"""What a file keeps of a revision is used only if it is what was kept."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from refusing import require_plain_spanish

from poadesk.plan.frozen import digest, frozen, thawed
from poadesk.plan.handing_over import APPROVED
from poadesk.plan.model import Delivery, Plan
from poadesk.planfile.approved import approved_plans
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.sending import send

# {table: {column: values}}, as a kept revision holds them.
Tables = dict[str, dict[str, list[Any]]]
Change = Callable[[Tables], object]


@pytest.fixture
def approved_path(plan_path: Path) -> Path:
    """The file of a plan that was approved, and is kept as it was."""
    with PlanFile.open(plan_path) as file:
        (plan,) = file.read()
        with file.step("Aprobar") as step:
            told = Delivery(id="approved", event=APPROVED, digest=step.keep(plan))
            step.put_row(told, plan.id)
    return plan_path


def forged(plan: Plan, change: Change) -> bytes:
    document = json.loads(zlib.decompress(frozen(plan)))
    change(document["tables"])
    return zlib.compress(json.dumps(document).encode())


def replace_kept(raw: sqlite3.Connection, content: bytes, told: str | None = None) -> None:
    """Put another content in the place of the one that is kept, and another digest of it too."""
    raw.execute("UPDATE kept_revision SET content = ?", [content])
    if told is not None:
        raw.execute("UPDATE kept_revision SET digest = ?", [told])
        raw.execute("UPDATE delivery SET digest = ?", [told])


def require_refused(path: Path) -> None:
    """The plan opens, its approved revision is refused with a sentence, and reports go without."""
    with PlanFile.open(path) as file:
        (plan,) = file.read()
        with pytest.raises(CannotOpenError) as refused:
            file.revision(plan.deliveries[0].digest)
        assert approved_plans(file, [plan]) == {}
    require_plain_spanish(str(refused.value))
    assert "El plan de ahora" in str(refused.value)


def test_what_was_kept_is_read_as_it_was(approved_path: Path, plan: Plan) -> None:
    with PlanFile.open(approved_path, read_only=True) as file:
        assert file.revision(digest(plan)) == plan


def test_a_revision_that_was_changed_outside_the_program_is_not_shown_as_approved(
    approved_path: Path, plan: Plan, raw: sqlite3.Connection
) -> None:
    replace_kept(raw, forged(plan, lambda tables: tables["goal"].update(text=["Otra", ""])))
    require_refused(approved_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda tables: tables["month_record"].update(planned_thousandths=["x", None]),
        lambda tables: tables["month_record"].update(month=["enero", "2027-02"]),
        lambda tables: tables["plan"].update(unit=[None]),
        lambda tables: tables["activity"].update(text=[5, 5]),
        lambda tables: tables["activity"].update(code=[[], []]),
        lambda tables: tables["activity"].update(position=["0", "1"]),
        lambda tables: tables["activity"].update(id=["activity-1", "activity-1"]),
        lambda tables: tables["swot_item"].update(quadrant=["other"]),
        lambda tables: tables["objective_line"].update(strategic_line_id=["of another plan"]),
    ],
)
def test_values_that_the_program_never_writes_are_refused_also_where_their_digest_fits(
    approved_path: Path, plan: Plan, raw: sqlite3.Connection, change: Change
) -> None:
    content = forged(plan, change)
    replace_kept(raw, content, digest(thawed(content)))
    require_refused(approved_path)


@pytest.mark.parametrize("content", [b"", b"no", zlib.compress(b"[]")])
def test_what_is_no_revision_at_all_is_refused_with_the_same_sentence(
    approved_path: Path, raw: sqlite3.Connection, content: bytes
) -> None:
    replace_kept(raw, content)
    require_refused(approved_path)


def test_a_plan_whose_approved_revision_cannot_be_read_is_sent_without_it(
    approved_path: Path, raw: sqlite3.Connection, tmp_path: Path
) -> None:
    replace_kept(raw, b"no")
    with PlanFile.open(approved_path) as file:
        sent = send(file, file.read()[0], [], b"%PDF", tmp_path / "usb", datetime.now())
    with PlanFile.open(sent.file, read_only=True) as file:
        assert [one.event for one in file.read()[0].deliveries] == [APPROVED, "sent"]
        assert file.kept_digests() == frozenset()
