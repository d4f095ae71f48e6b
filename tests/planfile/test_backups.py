"""Copies: made at opening, thinned out as they grow old, whole or not there at all."""

import os
import sqlite3
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from poadesk.plan.model import Plan
from poadesk.planfile.backups import DAILY, MONTHLY, WEEKLY, to_drop
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile

NOW = datetime(2027, 3, 10, 9, 30)
minutes_ago = st.lists(st.integers(0, 3 * 366 * 24 * 60), unique=True, max_size=300)


def kept(copies: list[datetime]) -> list[datetime]:
    dropped = set(to_drop(copies, NOW))
    return [copy for copy in copies if copy not in dropped]


@given(minutes_ago)
def test_no_copy_of_the_last_two_days_is_ever_dropped(minutes: list[int]) -> None:
    copies = [NOW - timedelta(minutes=ago) for ago in minutes]
    yesterday = datetime(2027, 3, 9)
    assert not [copy for copy in to_drop(copies, NOW) if copy >= yesterday]


@given(minutes_ago.filter(bool))
@example([3 * 366 * 24 * 60])
def test_never_all_copies_are_dropped_and_never_the_newest_or_a_strange_one(
    minutes: list[int],
) -> None:
    copies = [NOW - timedelta(minutes=ago) for ago in minutes]
    left = kept(copies)
    assert max(copies) in left
    assert set(to_drop(copies, NOW)) <= set(copies)


@given(minutes_ago)
def test_what_is_kept_of_old_copies_has_a_limit(minutes: list[int]) -> None:
    copies = [NOW - timedelta(minutes=ago) for ago in minutes]
    old = [copy for copy in kept(copies) if copy < datetime(2027, 3, 9)]
    assert len(old) <= DAILY + WEEKLY + MONTHLY


@given(minutes_ago)
def test_thinning_twice_drops_no_more_than_thinning_once(minutes: list[int]) -> None:
    left = kept([NOW - timedelta(minutes=ago) for ago in minutes])
    assert to_drop(left, NOW) == []


def test_three_years_of_hourly_copies_leave_days_then_weeks_then_months() -> None:
    copies = [NOW - timedelta(hours=hour) for hour in range(3 * 366 * 24)]
    left = kept(copies)
    days_ago = sorted({(NOW.date() - copy.date()).days for copy in left})
    assert days_ago[:14] == list(range(14))
    assert 60 <= days_ago[-5] <= 200
    assert len(left) <= 24 * 2 + DAILY + WEEKLY + MONTHLY


def test_a_copy_from_a_clock_that_ran_ahead_is_kept() -> None:
    ahead = NOW + timedelta(days=400)
    assert to_drop([ahead, NOW], NOW) == []


def write(path: Path, text: str, backups: Path | None = None) -> None:
    with PlanFile.open(path, backups=backups) as file, file.step("Escribir") as step:
        step.put("goal", "goal-1", text=text)


def copies_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*"))


def test_opening_makes_a_copy_that_opens(plan_path: Path, plan: Plan, tmp_path: Path) -> None:
    backups = tmp_path / "copias"
    write(plan_path, "cambiada", backups)
    (copy,) = copies_in(backups)
    assert "parques" in copy.parent.name
    with PlanFile.open(copy) as file:
        assert file.read() == (plan,)


def test_the_copy_is_there_before_the_first_word_is_written(
    plan_path: Path, plan: Plan, tmp_path: Path
) -> None:
    backups = tmp_path / "copias"
    with PlanFile.open(plan_path, backups=backups) as file:
        with file.step("Escribir") as step:
            assert len(copies_in(backups)) == 1
            step.put("goal", "goal-1", text="cambiada")
        (copy,) = copies_in(backups)
        with PlanFile.open(copy, read_only=True) as before:
            assert before.read() == (plan,)


def test_the_copy_is_there_before_the_first_step_is_taken_back(
    plan_path: Path, tmp_path: Path
) -> None:
    backups = tmp_path / "copias"
    write(plan_path, "cambiada")
    with PlanFile.open(plan_path, backups=backups) as file:
        file.journal.undo()
        (copy,) = copies_in(backups)
    with PlanFile.open(copy, read_only=True) as before:
        assert before.read()[0].objectives[0].goals[0].text == "cambiada"


def test_the_copy_can_be_asked_for_and_is_made_once(plan_path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "copias"
    with PlanFile.open(plan_path, backups=backups) as file:
        file.see_copied()
        (copy,) = copies_in(backups)
        copy.unlink()
        file.see_copied()
        with file.step("Escribir") as step:
            step.put("goal", "goal-1", text="cambiada")
    assert copies_in(backups) == []


def test_a_plan_that_went_away_while_it_was_open_closes_without_a_copy(
    plan_path: Path, tmp_path: Path
) -> None:
    backups = tmp_path / "copias"
    file = PlanFile.open(plan_path, backups=backups)
    plan_path.rename(plan_path.with_name("otro.sqlite"))
    file.close()
    assert copies_in(backups) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no such names")
def test_a_plan_whose_name_is_no_utf_8_is_copied_like_any_other(
    plan_path: Path, plan: Plan, tmp_path: Path
) -> None:
    path = plan_path.rename(plan_path.with_name(os.fsdecode(b"a\xf1o.sqlite")))
    backups = tmp_path / os.fsdecode(b"a\xf1os")
    write(path, "cambiada", backups)
    (copy,) = copies_in(backups)
    with PlanFile.open(copy, read_only=True) as file:
        assert file.read() == (plan,)
    assert [entry.name for entry in plan_path.parent.iterdir()] == [path.name]


def test_a_file_is_given_back_whatever_keeps_its_copy_from_being_made(
    plan_path: Path, tmp_path: Path
) -> None:
    file = PlanFile.open(plan_path, backups=tmp_path / "no folder\0")
    with pytest.raises(ValueError, match="null"):
        file.close()
    assert [entry.name for entry in plan_path.parent.iterdir()] == [plan_path.name]
    PlanFile.open(plan_path).close()


def test_opening_an_unchanged_plan_makes_no_second_copy(plan_path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "copias"
    PlanFile.open(plan_path, backups=backups).close()
    (copy,) = copies_in(backups)
    earlier = copy.rename(copy.with_name("2027-01-01 08.00.00.sqlite"))
    PlanFile.open(plan_path, backups=backups).close()
    assert copies_in(backups) == [earlier]


def test_a_plan_changed_since_its_copy_is_copied_again(plan_path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "copias"
    PlanFile.open(plan_path, backups=backups).close()
    (first,) = copies_in(backups)
    first = first.rename(first.with_name("2027-01-01 08.00.00.sqlite"))
    write(plan_path, "cambiada")
    PlanFile.open(plan_path, backups=backups).close()
    assert len(copies_in(backups)) == 2


def test_an_older_plan_that_came_back_is_copied_too(plan_path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "copias"
    PlanFile.open(plan_path, backups=backups).close()
    (first,) = copies_in(backups)
    first.rename(first.with_name("2027-01-01 08.00.00.sqlite"))
    os.utime(plan_path, (1_500_000_000, 1_500_000_000))
    PlanFile.open(plan_path, backups=backups).close()
    assert len(copies_in(backups)) == 2


def test_opening_only_to_read_makes_no_copy(plan_path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "copias"
    PlanFile.open(plan_path, read_only=True, backups=backups).close()
    assert not backups.exists()


def test_old_copies_are_thinned_out_at_opening_and_strange_files_stay(
    plan_path: Path, tmp_path: Path
) -> None:
    backups = tmp_path / "copias"
    PlanFile.open(plan_path, backups=backups).close()
    (first,) = copies_in(backups)
    old = [first.with_name(f"2020-01-05 08.{minute:02d}.00.sqlite") for minute in range(9)]
    note = first.with_name("nota.sqlite")
    for path in [*old, note]:
        path.write_bytes(b"x")
    write(plan_path, "cambiada")
    first.rename(first.with_name("2021-01-01 08.00.00.sqlite"))
    PlanFile.open(plan_path, backups=backups).close()
    assert [path for path in old if path.exists()] == [old[-1]]
    assert note.exists()


@pytest.mark.parametrize("name", ["archivo", "archivo/dentro"])
def test_a_folder_that_takes_no_copies_does_not_keep_from_opening(
    plan_path: Path, plan: Plan, tmp_path: Path, name: str
) -> None:
    (tmp_path / "archivo").write_text("esto no es una carpeta")
    with PlanFile.open(plan_path, backups=tmp_path / name) as file:
        assert file.read() == (plan,)
    assert (tmp_path / "archivo").read_text() == "esto no es una carpeta"


def test_an_id_from_a_foreign_file_does_not_lead_out_of_the_folder(
    tmp_path: Path, plan: Plan
) -> None:
    path = tmp_path / "plan.sqlite"
    with PlanFile.create(path) as file, file.step("Empezar") as step:
        step.put_row(Plan(id="a/../../x"))
    backups = tmp_path / "copias" / "poadesk"
    PlanFile.open(path, backups=backups).close()
    assert len(copies_in(backups)) == 1
    assert [entry.name for entry in (tmp_path / "copias").iterdir()] == ["poadesk"]


def test_a_copy_is_whole_and_leaves_nothing_else(plan_path: Path, plan: Plan) -> None:
    target = plan_path.with_name("para enviar ñ#?.sqlite")
    with PlanFile.open(plan_path) as file:
        file.copy_to(target)
        assert len(list(plan_path.parent.iterdir())) == 3  # plan, copy and lock
    with PlanFile.open(target) as copy:
        assert copy.read() == (plan,)
        assert copy.journal.undo() is not None


def test_a_copy_takes_the_place_of_an_older_one(plan_path: Path, plan: Plan) -> None:
    target = plan_path.with_name("copia.sqlite")
    target.write_text("lo anterior")
    with PlanFile.open(plan_path) as file:
        file.copy_to(target)
    with PlanFile.open(target) as copy:
        assert copy.read() == (plan,)


def test_a_plan_open_only_to_read_can_be_copied(plan_path: Path, plan: Plan) -> None:
    target = plan_path.with_name("copia.sqlite")
    with PlanFile.open(plan_path, read_only=True) as file:
        file.copy_to(target)
    with PlanFile.open(target) as copy:
        assert copy.read() == (plan,)


def refused_copy(file: PlanFile, target: Path) -> None:
    with pytest.raises(CannotSaveError) as caught:
        file.copy_to(target)
    assert target.name in str(caught.value)


def test_a_copy_that_cannot_be_made_leaves_the_target_as_it_was(
    plan_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "destino"
    folder.mkdir()
    (folder / "dentro").touch()
    with PlanFile.open(plan_path) as file:
        refused_copy(file, folder)
        refused_copy(file, tmp_path / "no está" / "copia.sqlite")
    assert [entry.name for entry in folder.iterdir()] == ["dentro"]
    assert {entry.name for entry in tmp_path.iterdir()} == {"destino", "plan"}


def test_a_copy_of_a_plan_that_broke_meanwhile_does_not_replace_a_good_one(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    target = plan_path.with_name("copia.sqlite")
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'activity'").fetchone()
    with PlanFile.open(plan_path) as file:
        file.copy_to(target)
        good = target.read_bytes()
        raw.execute("UPDATE journal_step SET at = ''")  # empties what was read before
        with plan_path.open("r+b") as broken:
            broken.seek((page - 1) * 4096)
            broken.write(b"\xff" * 4096)
        refused_copy(file, target)
    assert target.read_bytes() == good
    assert not [entry for entry in plan_path.parent.iterdir() if entry.suffix == ".tmp"]


def test_a_copy_with_a_row_that_breaks_a_rule_does_not_replace_a_good_one(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    target = plan_path.with_name("copia.sqlite")
    with PlanFile.open(plan_path) as file:
        file.copy_to(target)
        good = target.read_bytes()
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("UPDATE week_mark SET week = 9")
        refused_copy(file, target)
    assert target.read_bytes() == good


def test_the_open_plan_is_not_replaced_by_its_own_copy(plan_path: Path) -> None:
    with PlanFile.open(plan_path) as file:
        refused_copy(file, plan_path)
        refused_copy(file, plan_path.parent / "." / plan_path.name)
        with file.step("Seguir") as step:
            step.put("goal", "goal-1", text="sigue")
