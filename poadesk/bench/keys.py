"""A key in an activity while the live paper is rebuilt, against one in a bare text field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from poadesk.bench.outline import Desk, application, desk_on, long_plan
from poadesk.bench.timing import Measured, usual_worst, within
from poadesk.plan.model import Plan
from poadesk.quick_dataclass import dataclass

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

SLOT = 0.008  # seconds
BURSTS, KEYS_OF_A_BURST = 6, 25
# Seconds between two keys, and before a burst: long enough to save, check and begin to print.
BETWEEN, PAUSE = 0.025, 0.9


@dataclass(frozen=True, slots=True)
class _Typed:
    """Seconds of each key: in its slots and its painting, and from its due time until then."""

    slots: list[float]
    answers: list[float]


def measure_in_example() -> Measured:
    """Measure in the example plan, of which the whole paper is built."""
    from poadesk.writing.example import example_plan

    return _measured("the example plan", example_plan())


def measure_in_long_plan() -> Measured:
    """Measure with 2,000 activities, of which the part is built that is written."""
    return _measured("2,000 activities", long_plan())


def _measured(where: str, plan: Plan) -> Measured:
    app = application()
    with _bare_field(app) as field:
        bare = _type(app, lambda: field, lambda: None)
    with desk_on(app, plan) as desk, _paper(desk) as keep_building:
        ours = _type(app, lambda: _editor(desk), keep_building)
    title = (
        f"19 of 20 keys while the paper is built, {where}; the slowest {_ms(ours.slots)} "
        f"(bare {_ms(bare.slots)}), answered within {_ms(ours.answers)} (bare {_ms(bare.answers)})"
    )
    return within(title, usual_worst(bare.slots), usual_worst(ours.slots), SLOT)


def _ms(times: list[float]) -> str:
    return f"{max(times) * 1000:.1f} ms"


def _type(
    app: QApplication, field: Callable[[], QPlainTextEdit], keep_busy: Callable[[], None]
) -> _Typed:
    """Press keys at their due times, with everything else going on in between."""
    typed, due = _Typed([], []), perf_counter()
    for at in range(BURSTS * KEYS_OF_A_BURST):
        due = max(due, perf_counter()) + (BETWEEN if at % KEYS_OF_A_BURST else PAUSE)
        _let_events_pass(app, due, keep_busy)
        begin = perf_counter()
        _press(app, field())
        end = perf_counter()
        typed.slots.append(end - begin)
        typed.answers.append(end - due)
    return typed


def _let_events_pass(app: QApplication, due: float, keep_busy: Callable[[], None]) -> None:
    """Run the event loop until a time; between events the window sleeps, as it does in life."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    wake = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
    wake.start()
    while perf_counter() < due:
        keep_busy()
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _press(app: QApplication, field: QPlainTextEdit) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        app.sendEvent(field, key)
    field.viewport().repaint()


def _editor(desk: Desk) -> QPlainTextEdit:
    editor = desk.screen.outline.writing.editor
    assert editor is not None
    return editor


@contextmanager
def _bare_field(app: QApplication) -> Iterator[QPlainTextEdit]:
    from PySide6.QtWidgets import QPlainTextEdit

    field = QPlainTextEdit()
    field.resize(600, 60)
    field.show()
    field.setFocus()
    app.processEvents()
    yield field
    field.hide()
    field.deleteLater()


@contextmanager
def _paper(desk: Desk) -> Iterator[Callable[[], None]]:
    """Show the live paper of a desk; yields what builds it again whenever it is done."""
    from poadesk.printing.options import PrintOptions
    from poadesk.printing.screen.live_paper import LivePaper

    paper = LivePaper(desk.open_plan)
    paper.resize(400, 760)
    paper.follow_part("matrix")
    paper.show()
    options = PrintOptions(parts=("matrix",)) if paper.is_long else PrintOptions()

    def keep_building() -> None:
        if not paper.builder.is_busy:
            paper.builder.build(desk.open_plan.plan, options)

    yield keep_building
    paper.builder.finish()
    paper.hide()
    paper.deleteLater()
