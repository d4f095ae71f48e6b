"""Qt is loaded without what explains its calls, and wrong calls are explained all the same.

In processes of their own: here another test may have had a call explained before.
"""

import subprocess
import sys

WRONG_CALLS = """
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication, QImage

def explained(call, *arguments, **named):
    try:
        call(*arguments, **named)
    except Exception as error:
        print(type(error).__name__, error)

app = QGuiApplication([])
explained(QPoint(1, 2).setX, "one")
explained(QPoint(1, 2).setX, 1, 2)
explained(QObject, colour="red")
# A module of Qt that comes after the first explanation.
from PySide6.QtPdf import QPdfDocument
explained(QPdfDocument().render, "first page")
print(QImage.fill.__doc__)
"""
WHAT_IS_LOADED = """
import linecache, sys
import poadesk.desktop
from PySide6.QtGui import QColor
import poadesk.plan.model, poadesk.widgets.labels
print(*(name for name in sys.modules if name.startswith("shibokensupport.")))
print(*(name for name in linecache.cache if "poadesk" in name))
try:
    QColor("red").setAlpha([])
except TypeError:
    print("shibokensupport.signature.parser" in sys.modules)
"""


def said(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stderr == ""
    return run.stdout


def test_a_wrong_call_is_explained_as_qt_itself_explains_it() -> None:
    ours = said(f"import poadesk.desktop\n{WRONG_CALLS}")
    assert ours == said(WRONG_CALLS)
    assert "Supported signatures" in ours
    assert "render" in ours


def test_explanations_are_loaded_with_the_first_wrong_call() -> None:
    loaded, _, parser = said(WHAT_IS_LOADED).splitlines()
    assert set(loaded.split()) == {
        f"shibokensupport.signature{name}" for name in ("", ".loader", ".mapping")
    }
    assert parser == "True"


def test_no_source_is_read_of_what_is_imported() -> None:
    assert said(WHAT_IS_LOADED).splitlines()[1] == ""
