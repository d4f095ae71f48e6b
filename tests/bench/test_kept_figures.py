"""The figures that are kept of each version: their files, their table and their picture."""

from __future__ import annotations

import getpass
import json
import platform
from pathlib import Path
from xml.etree import ElementTree

import pytest

from poadesk.bench.chart import MISSED, OLDER, chart
from poadesk.bench.kept import Version, keep, kept
from poadesk.bench.machine import machine, value_of
from poadesk.bench.table import table
from poadesk.bench.timing import at_least, at_most, within

MACHINE = {"cores": 2, "system": "Linux x86_64"}
SVG = "{http://www.w3.org/2000/svg}"


def start(ratio: float):
    return at_most("start to first paint", 0.2, 0.2 * ratio, 1.6)


@pytest.mark.parametrize(
    ("measured", "used", "met"),
    [
        (at_most("a", 2, 3, 2), 0.75, True),
        (at_most("a", 1, 3, 2), 1.5, False),
        (at_least("a", 24, 1, 12), 0.5, True),
        (at_least("a", 6, 1, 12), 2, False),
        (within("a", 0.01, 0.075, 0.15), 0.5, True),
        (within("a", 0.01, 0.3, 0.15), 2, False),
    ],
)
def test_every_kind_of_aim_tells_how_much_of_it_is_used_up(measured, used, met):
    assert measured.used == pytest.approx(used)
    assert measured.met is met


def test_kept_figures_come_back_with_the_versions_in_order(tmp_path):
    for version in ("0.10.0", "0.9.1", "0.9.0"):
        keep(tmp_path, version, MACHINE, {"start": start(1.5)})
    versions = kept(tmp_path)
    assert [version.name for version in versions] == ["0.9.0", "0.9.1", "0.10.0"]
    assert versions[0].machine == MACHINE
    assert versions[0].figures["start"].ratio == pytest.approx(1.5)
    assert versions[0].figures["start"].aim == "at most 1.6"


def test_a_figure_measured_again_replaces_only_itself(tmp_path):
    keep(tmp_path, "0.1.0", MACHINE, {"start": start(1.5), "edit": at_most("edit", 1, 1, 2)})
    keep(tmp_path, "0.1.0", MACHINE, {"start": start(1.2)})
    (version,) = kept(tmp_path)
    assert {name: round(one.ratio, 3) for name, one in version.figures.items()} == {
        "start": 1.2,
        "edit": 1.0,
    }


def test_figures_of_another_machine_are_not_mixed_in(tmp_path):
    keep(tmp_path, "0.1.0", MACHINE, {"edit": at_most("edit", 1, 1, 2)})
    keep(tmp_path, "0.1.0", {**MACHINE, "cores": 8}, {"start": start(1.2)})
    (version,) = kept(tmp_path)
    assert list(version.figures) == ["start"]


def test_the_machine_is_described_and_not_named():
    found = machine()
    assert found["cores"]
    assert found["qt"].startswith("6.")
    words = json.dumps(found)
    assert platform.node() not in words
    assert str(Path.home()) not in words
    assert getpass.getuser() not in words.split('"')


def test_a_value_is_found_by_its_name():
    text = "processor\t: 0\nmodel name\t: Some: CPU\nmodel name\t: Other"
    assert value_of(text, "model name") == "Some: CPU"
    assert value_of(text, "stepping") == ""


def versions() -> tuple[Version, ...]:
    older = {"start": start(1.7), "edit": at_most("one edit saved", 1, 1.3, 2)}
    newer = {"start": start(1.25), "keys": within("a <key> & more", 0.001, 0.004, 0.008)}
    return Version("0.1.0", MACHINE, older), Version("0.2.0", MACHINE, newer)


def test_the_table_has_a_column_for_each_version_and_marks_what_was_missed():
    lines = table(versions()).splitlines()
    assert lines[0].split() == ["measure", "aim", "0.1.0", "0.2.0"]
    rows = {line[:20].strip(): line.split()[-3:] for line in lines[2:5]}
    assert rows["start to first paint"] == ["1.70", "!", "1.25"]
    assert rows["one edit saved"][-2:] == ["1.30", "-"]
    assert "0.2.0: cores 2, system Linux x86_64" in lines


def test_without_figures_the_table_says_how_to_keep_some(tmp_path):
    assert "--keep" in table(kept(tmp_path))
    ElementTree.fromstring(chart(()))


def test_the_picture_has_a_bar_for_each_figure_as_long_as_its_aim_is_used_up():
    root = ElementTree.fromstring(chart(versions()))
    bars = [one for one in root.iter(f"{SVG}rect") if one.get("y") and int(one.get("y")) > 60]
    lengths = [float(bar.get("width")) for bar in bars]
    assert len(bars) == 4
    line = next(root.iter(f"{SVG}line"))
    aim = float(line.get("x1")) - float(bars[0].get("x"))
    used = [1.7 / 1.6, 1.25 / 1.6, 1.3 / 2, 0.5]
    assert lengths == pytest.approx([aim * one for one in used], abs=0.1)
    assert [bar.get("fill") for bar in bars][:3] == [MISSED, "#2f6fb5", OLDER]
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert "a <key> & more" in words
    assert words.count("not measured") == 2


def test_no_bar_leaves_the_picture():
    version = Version("0.1.0", MACHINE, {"start": start(50)})
    root = ElementTree.fromstring(chart([version]))
    for bar in root.iter(f"{SVG}rect"):
        assert float(bar.get("x", 0)) + float(bar.get("width")) <= float(root.get("width"))
