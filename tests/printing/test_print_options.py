"""The choices of a person who prints."""

import subprocess
import sys

import pytest

from poadesk.printing.options import PARTS, PrintOptions


def test_everything_is_printed_unless_told_otherwise():
    assert PrintOptions().parts == PARTS
    assert not PrintOptions().single_part


@pytest.mark.parametrize("wrong", [{"paper": "legal"}, {"rows": "x"}, {"marks": "goal"}])
def test_a_word_that_is_no_choice_is_refused(wrong):
    with pytest.raises(ValueError, match="is none of"):
        PrintOptions(**wrong)


@pytest.mark.parametrize("parts", [(), ("cover", "index")])
def test_parts_that_do_not_exist_are_refused(parts):
    with pytest.raises(ValueError):
        PrintOptions(parts=parts)


def test_choosing_loads_no_layout_engine():
    code = "import sys, poadesk.printing.options; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
