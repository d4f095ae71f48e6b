"""Every shared widget, built and drawn in both themes, named and literal."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from poadesk.desktop.recent_rows import RecentPlan
from poadesk.desktop.start_page import StartPage
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button, icon_button, menu_button
from poadesk.widgets.chips import Badge, Chip
from poadesk.widgets.dialogs import Question
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.field_frame import FieldFrame, GrowingText, LineField
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.labels import escaped, heading, hint, label, title, tooltip
from poadesk.widgets.notice import Notice
from poadesk.widgets.screen import Screen
from poadesk.widgets.segments import Segments
from poadesk.widgets.step_foot import StepFoot
from poadesk.widgets.step_list import Step, StepList
from poadesk.widgets.theme import theme

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

_HOSTILE = "<b>Aseo</b> & <img src=x> &amp; fin"


def _chips() -> QWidget:
    states = ("neutral", "received", "warning", "remark", "ok", "bad", "missing")
    return _column(*(Chip(state.title(), state) for state in states), Badge(3))


def _column(*parts: QWidget) -> QWidget:
    screen = Screen("Prueba", "Una línea", scrolls=False)
    for part in parts:
        screen.content.addWidget(part)
    return screen


def _buttons() -> QWidget:
    return _column(
        button("Imprimir", "primary", "printer"),
        button("Siguiente", "normal", "arrow-right"),
        button("Dejar así", "quiet"),
        icon_button("undo", "Deshacer"),
        menu_button("Agregar", QMenu(), icon="plus"),
    )


def _fields() -> QWidget:
    wrong = FieldFrame("Año", LineField(), "Con cuatro cifras.")
    wrong.show_error("El año se escribe con números.")
    introduction = FieldFrame("Introducción", GrowingText(3))
    introduction.set_note("12 palabras")
    return _column(wrong, introduction)


def _steps() -> QWidget:
    steps = StepList()
    states = ("empty", "started", "complete", "attention")
    steps.set_steps([Step(state, state, "Escribir", state, "4", 2) for state in states])
    foot = StepFoot()
    foot.set_states(states)
    return _column(steps, foot)


def _bands() -> QWidget:
    tones = ("warning", "done", "read-only", "failure")
    return _column(*(Band(tone, "Una frase.", "Verla") for tone in tones))


def _empty() -> QWidget:
    empty = EmptyState("Aquí van los recursos", "Escriba el primero.", "book")
    empty.add_action("Agregar recurso", lambda: None)
    return empty


def _hints() -> QWidget:
    bar = HintBar()
    bar.show_hints([("Enter", "otra actividad"), ("Ctrl+↑", "subir")])
    bar.show_status("10 meses")
    return bar


def _noticed() -> QWidget:
    room = _column(button("Seguir"))
    Notice(room, "Se borró la meta 2.4", lambda: None)
    return room


def _start() -> QWidget:
    return StartPage([RecentPlan("/a.sqlite", "POA 2031", _HOSTILE, "USB", "ayer")])


_PIECES: dict[str, Callable[[], QWidget]] = {
    "buttons": _buttons,
    "chips": _chips,
    "fields": _fields,
    "steps": _steps,
    "bands": _bands,
    "empty": _empty,
    "hints": _hints,
    "notice": _noticed,
    "start": _start,
    "first start": StartPage,
    "segments": lambda: Segments([(1, "Mes"), (2, "Semana")], "Cronograma por"),
    "question": lambda: Question(
        None, "Algo pasó", "Esto significa.", [("a", "Una"), ("b", "Otra")]
    ),
    "titles": lambda: _column(title("Uno"), heading("Dos"), hint("Tres")),
}


# Of the module, so that all pieces are drawn in one look before the next one is put on.
@pytest.fixture(
    scope="module", params=[(False, 1.0), (True, 1.0), (False, 1.5), (True, 1.5)], ids=str
)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    dark, scale = request.param
    theme().apply(qapp)
    theme().set_dark(dark)
    theme().set_scale(scale)
    yield
    theme().set_dark(None)
    theme().set_scale(1.0)


@pytest.mark.parametrize("piece", _PIECES)
def test_a_piece_is_drawn_in_every_look(qtbot: QtBot, look: None, piece: str) -> None:
    widget = _PIECES[piece]()
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    widget.show()
    image = widget.grab().toImage()
    drawn = {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 2)}
    assert len(drawn) > 3


@pytest.mark.parametrize("piece", _PIECES)
def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot, qapp: QApplication, piece: str) -> None:
    widget = _PIECES[piece]()
    qtbot.addWidget(widget)
    for part in [widget, *widget.findChildren(QWidget)]:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.isWindow():
            interface = QAccessible.queryAccessibleInterface(part)
            assert interface.text(QAccessible.Text.Name), part


@pytest.mark.parametrize("piece", _PIECES)
def test_every_label_is_plain_text(qtbot: QtBot, qapp: QApplication, piece: str) -> None:
    widget = _PIECES[piece]()
    qtbot.addWidget(widget)
    for part in widget.findChildren(QLabel):
        assert part.textFormat() == Qt.TextFormat.PlainText or not part.text()


def test_markup_in_a_label_stays_as_it_was_written(qtbot: QtBot) -> None:
    words = label(_HOSTILE)
    qtbot.addWidget(words)
    assert words.text() == _HOSTILE
    assert words.sizeHint().width() > label("Aseo &  & fin").sizeHint().width()


def test_a_label_grows_downwards_when_it_is_narrow(qtbot: QtBot) -> None:
    words = label("Una frase que no cabe en una sola línea de tan pocos píxeles", "text")
    qtbot.addWidget(words)
    line = theme().line_height("text")
    assert words.heightForWidth(2000) == line
    assert words.heightForWidth(120) >= 3 * line


def test_an_ampersand_marks_no_shortcut(qtbot: QtBot) -> None:
    assert escaped("Aseo & Ornato") == "Aseo && Ornato"
    pressed = button("Aseo & Ornato")
    qtbot.addWidget(pressed)
    assert pressed.text() == "Aseo && Ornato"
    assert pressed.accessibleName() == "Aseo & Ornato"
    assert pressed.shortcut().isEmpty()


def test_markup_in_a_tooltip_is_shown_as_text(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    tooltip(widget, "<b>& fin")
    assert "&lt;b&gt;&amp; fin" in widget.toolTip()


def test_focus_does_not_change_the_size_of_a_button_or_field(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme().apply(application)
    field, pressed = LineField(), button("Imprimir", "primary")
    screen = _column(field, pressed)
    qtbot.addWidget(screen)
    screen.show()
    field.setFocus()
    one = (field.size(), pressed.size(), field.sizeHint(), pressed.sizeHint())
    pressed.setFocus()
    QApplication.processEvents()
    assert (field.size(), pressed.size(), field.sizeHint(), pressed.sizeHint()) == one
    assert pressed.sizeHint().height() == theme().px(32)
    assert field.sizeHint().height() == theme().px(32)
