"""How the shared widgets answer to keys, clicks and time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button, menu_button
from poadesk.widgets.field_frame import LineField
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.notice import Notice, show_notice
from poadesk.widgets.screen import Screen
from poadesk.widgets.segments import Segments
from poadesk.widgets.step_foot import progress_sentence
from poadesk.widgets.step_list import Step, StepList

# Said by the offscreen platform about every window; no screen is there to heed it.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.usefixtures("themed_app"),
]


def test_a_notice_never_takes_the_focus(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    editor = LineField(name="Unidad")
    QVBoxLayout(room).addWidget(editor)
    room.resize(600, 300)
    room.show()
    editor.setFocus()
    undone: list[bool] = []
    notice = show_notice(room, "Se borró la actividad 1.1.2", lambda: undone.append(True))
    QApplication.processEvents()
    assert room.focusWidget() is editor
    assert notice.geometry().bottom() < room.height()
    qtbot.mouseClick(notice.undo, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not notice.isVisible()
    assert room.focusWidget() is editor


def test_a_second_notice_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.show()
    show_notice(room, "Uno")
    second = show_notice(room, "Dos")
    assert [notice for notice in room.findChildren(Notice) if notice.isVisible()] == [second]


def test_hints_fall_away_whole_from_the_right(qtbot: QtBot) -> None:
    bar = HintBar()
    qtbot.addWidget(bar)
    hints = [("Enter", "otra actividad"), ("Tab", "unidad de medida"), ("Ctrl+↑", "subir")]
    bar.show_hints(hints)
    shown = []
    for width in range(900, 0, -10):
        bar.resize(width, 32)
        shown.append(bar.visible_hints())
    assert shown[0] == hints
    assert shown[-1] == []
    assert all(some == hints[: len(some)] for some in shown)
    assert {len(some) for some in shown} == {0, 1, 2, 3}


def test_the_status_keeps_its_room_before_the_hints(qtbot: QtBot) -> None:
    bar = HintBar()
    qtbot.addWidget(bar)
    bar.show_hints([("Enter", "otra actividad")])
    bar.resize(190, 32)
    assert bar.visible_hints()
    bar.show_status("10 meses elegidos")
    assert not bar.visible_hints()


def _step_list(qtbot: QtBot) -> StepList:
    steps = StepList()
    qtbot.addWidget(steps)
    steps.set_steps(
        [
            Step("swot", "FODA", "Escribir", "complete", "14"),
            Step("schedule", "Cronograma", "Escribir", "attention", badge=1),
            Step("print", "Imprimir", "Terminar"),
        ]
    )
    steps.resize(248, 300)
    steps.show()
    return steps


def test_arrows_go_through_the_steps_and_over_the_groups(qtbot: QtBot) -> None:
    steps = _step_list(qtbot)
    steps.select("swot")
    chosen: list[str] = []
    steps.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(steps, key)
    assert chosen == ["schedule", "print", "schedule"]
    assert steps.selected() == "schedule"


def test_a_click_chooses_a_step_and_a_group_is_no_step(qtbot: QtBot) -> None:
    steps = _step_list(qtbot)
    steps.select("swot")
    chosen: list[str] = []
    steps.chosen.connect(chosen.append)
    group = steps.visualRect(steps.model().index(3, 0)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=group)
    assert chosen == []
    row = steps.visualRect(steps.model().index(4, 0)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert chosen == ["print"]


def test_selecting_from_the_program_says_nothing(qtbot: QtBot) -> None:
    steps = _step_list(qtbot)
    chosen: list[str] = []
    steps.chosen.connect(chosen.append)
    steps.select("print")
    steps.set_steps([Step("swot", "FODA", "Escribir"), Step("print", "Imprimir", "Terminar")])
    assert chosen == []
    assert steps.selected() == "print"


def test_a_step_is_read_aloud_with_its_state(qtbot: QtBot) -> None:
    model = _step_list(qtbot).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(role) == "FODA, completo, 14"
    assert model.index(2, 0).data(role) == "Cronograma, hay algo que corregir, 1 aviso"


def test_the_foot_counts_the_complete_steps() -> None:
    assert progress_sentence(["complete", "started", "complete"]) == "2 de 3 pasos completos"


def test_arrows_change_the_chosen_segment(qtbot: QtBot) -> None:
    segments = Segments([("high", "Alta"), ("middle", "Media"), ("low", "Baja")], "Prioridad")
    qtbot.addWidget(segments)
    segments.show()
    segments.activateWindow()
    qtbot.waitUntil(segments.isActiveWindow)
    changes: list[str] = []
    segments.changed.connect(changes.append)
    segments.set_value("middle")
    assert changes == []
    assert segments.value == "middle"
    checked = next(part for part in segments.findChildren(QToolButton) if part.isChecked())
    checked.setFocus()
    qtbot.keyClick(checked, Qt.Key.Key_Right)
    assert segments.value == "low"
    assert changes == ["low"]


def test_a_band_calls_its_action(qtbot: QtBot) -> None:
    called: list[bool] = []
    band = Band("warning", "Falta algo.", "Verlo", lambda: called.append(True))
    qtbot.addWidget(band)
    band.action.click()
    assert called == [True]


def test_a_screen_shows_one_band_at_a_time(qtbot: QtBot) -> None:
    screen = Screen("FODA", "Catorce puntos")
    qtbot.addWidget(screen)
    screen.show()
    first, second = Band("warning", "Uno."), Band("done", "Dos.")
    screen.show_band(first)
    screen.show_band(second)
    QApplication.processEvents()
    assert [band for band in screen.findChildren(Band) if band.isVisible()] == [second]


def test_a_narrow_window_has_narrow_margins(qtbot: QtBot) -> None:
    screen = Screen("FODA")
    qtbot.addWidget(screen)
    screen.resize(1400, 700)
    assert screen.margin() == 24
    screen.resize(1000, 700)
    assert screen.margin() == 16


def test_a_clicked_button_calls_without_arguments(qtbot: QtBot) -> None:
    called: list[bool] = []
    pressed = button("Imprimir", on_click=lambda: called.append(True), name="print")
    qtbot.addWidget(pressed)
    pressed.click()
    assert called == [True]
    assert pressed.objectName() == "print"


def test_an_entry_of_a_menu_shows_its_words_literally_and_calls(qtbot: QtBot) -> None:
    called: list[bool] = []
    shown = menu("Editar & ordenar")
    qtbot.addWidget(shown)
    entry = add_entry(shown, "Borrar “Aseo & Ornato”", lambda: called.append(True), "Del", "trash")
    entry.trigger()
    assert called == [True]
    assert entry.text() == "Borrar “Aseo && Ornato”"
    assert shown.title() == "Editar && ordenar"
    assert not entry.icon().isNull()


def test_a_menu_button_leaves_room_for_its_chevron(qtbot: QtBot) -> None:
    opening, plain = menu_button("Agregar", menu()), button("Agregar")
    qtbot.addWidget(opening)
    qtbot.addWidget(plain)
    opening.ensurePolished()
    plain.ensurePolished()
    assert opening.sizeHint().width() >= plain.sizeHint().width() + 20
