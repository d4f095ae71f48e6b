"""Writing in the outline with real keys: rows, numbers, saving, and what must not be lost."""

import pytest
from outline_desk import CTRL, OutlineDesk, full_plan
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.planfile.errors import CannotSaveError
from poadesk.widgets.saving_pause import PAUSE_BEFORE_SAVING
from poadesk.widgets.theme import theme
from poadesk.writing.screen.goals_screen import GoalsScreen
from poadesk.writing.screen.outline.delegate import writing_box
from poadesk.writing.screen.outline.editor import RowText
from poadesk.writing.screen.outline.lines import wrapped

# The platform without a display says so whenever a window or a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen)
    yield desk
    desk.screen.hide()
    desk.file.close()


@pytest.fixture
def blank(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, Plan(id="plan"))
    yield desk
    desk.screen.hide()
    desk.file.close()


def test_the_caret_waits_in_the_first_row_of_an_empty_plan(blank):
    assert isinstance(blank.focus, RowText)
    assert blank.focus.placeholderText() == "Escriba el primer objetivo…"
    assert blank.plan.objectives == ()


def test_a_whole_outline_is_written_with_the_keyboard_alone(blank):
    blank.type("Recuperar la mora")
    blank.enter()
    blank.type("Atender sin demora")
    blank.below()
    blank.type("Atender a mil vecinos")
    blank.below()
    blank.type("Abrir ventanilla")
    blank.enter()
    blank.type("Contestar cartas")
    blank.enter()
    blank.enter()
    blank.type("Medir la espera")
    blank.enter()
    blank.enter()
    blank.type("Ordenar el archivo")
    blank.open_plan.save_waiting()
    assert blank.texts() == [
        ("1", "Recuperar la mora"),
        ("2", "Atender sin demora"),
        ("2.1", "Atender a mil vecinos"),
        ("2.1.1", "Abrir ventanilla"),
        ("2.1.2", "Contestar cartas"),
        ("2.2", "Medir la espera"),
        ("3", "Ordenar el archivo"),
    ]


def test_enter_in_an_empty_first_level_changes_nothing(desk):
    desk.write_in("o2")
    desk.enter()
    before = desk.plan
    desk.enter()
    assert desk.plan == before


def test_what_is_typed_is_saved_after_a_pause(desk):
    desk.write_in("a2")
    desk.type(" tres veces")
    assert desk.row("a2").text == "Llamar por teléfono"
    desk.qtbot.waitUntil(
        lambda: desk.row("a2").text == "Llamar por teléfono tres veces",
        timeout=20 * PAUSE_BEFORE_SAVING,
    )
    assert isinstance(desk.focus, RowText)


def test_what_is_typed_is_saved_when_the_focus_leaves(desk):
    desk.write_in("a2")
    desk.type(" ya")
    desk.screen.details.focus_field("responsible")
    assert desk.row("a2").text == "Llamar por teléfono ya"
    assert not desk.view.writing.is_open


def test_escape_ends_the_writing_and_keeps_the_text(desk):
    desk.write_in("g1")
    desk.type(" hoy")
    desk.press(Qt.Key.Key_Escape)
    assert desk.focus is desk.view
    assert desk.row("g1").text == "Cobrar lo atrasado hoy"


def test_a_letter_on_a_chosen_row_begins_writing(desk):
    desk.choose("a4")
    desk.type("s")
    assert isinstance(desk.focus, RowText)
    assert desk.view.writing.text == "Abrir ventanillas"


def test_f2_begins_writing(desk):
    desk.choose("o1")
    desk.press(Qt.Key.Key_F2)
    assert desk.view.writing.row_id == "o1"


def test_a_click_puts_the_caret_where_it_was_clicked(desk):
    desk.click("a2")
    assert desk.view.writing.row_id == "a2"
    assert desk.view.caret <= 1


def test_the_arrows_go_on_into_the_next_row(desk):
    desk.write_in("a1")
    desk.press(Qt.Key.Key_Down)
    assert desk.view.writing.row_id == "a2"
    desk.press(Qt.Key.Key_Up)
    assert desk.view.writing.row_id == "a1"


def test_backspace_takes_an_empty_row_away(desk):
    desk.write_in("a1")
    desk.enter()
    desk.press(Qt.Key.Key_Backspace)
    assert [row.id for row in desk.row("g1").activities] == ["a1", "a2"]
    assert desk.view.writing.row_id == "a1"


def test_backspace_in_an_emptied_row_with_rows_below_keeps_it(desk):
    desk.write_in("g1")
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    desk.open_plan.save_waiting()
    assert desk.row("g1").text == ""
    assert len(desk.row("g1").activities) == 2


def test_the_editor_stands_exactly_over_the_painted_text(desk):
    for row_id in ("o1", "g1", "a1"):
        node = desk.view.rows.node(desk.view.rows.index_of(row_id))
        shape = desk.view.shapes.shape(node)
        desk.write_in(row_id)
        editor = desk.focus
        corner = desk.view.visualRect(desk.view.currentIndex()).topLeft()
        assert editor.parentWidget().geometry() == shape.text.translated(corner)
        painted = wrapped(editor.toPlainText(), node.level.role, shape.text.width())
        block = editor.document().firstBlock()
        editor.document().documentLayout().blockBoundingRect(block)
        assert editor.viewport().geometry().topLeft().isNull()
        assert [
            (block.layout().lineAt(at).y(), block.layout().lineAt(at).textLength())
            for at in range(block.layout().lineCount())
        ] == [
            (painted.lineAt(at).y(), painted.lineAt(at).textLength())
            for at in range(painted.lineCount())
        ]


def test_a_row_grows_with_what_is_typed(desk):
    desk.write_in("a2")
    before = desk.view.visualRect(desk.view.currentIndex()).height()
    desk.type(
        " y dejar dicho con quien se trata, desde cuando debe y lo que se convino con esa persona"
    )
    after = desk.view.visualRect(desk.view.currentIndex()).height()
    assert after > before
    assert desk.focus.height() >= 2 * 20
    assert desk.focus.contentOffset().y() == 0
    assert desk.focus.cursorRect().bottom() <= desk.focus.height()


class Paintings(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_letter_draws_its_editor_alone(desk):
    desk.write_in("a2")
    desk.screen.repaint()
    desk.qtbot.wait(50)
    paintings = Paintings()
    desk.view.viewport().installEventFilter(paintings)
    desk.type("s")
    desk.focus.viewport().repaint()
    assert paintings.count == 0
    desk.type(" y dejar dicho con quien se trata" * 3)
    desk.qtbot.waitUntil(lambda: paintings.count > 0)


def test_three_thousand_letters_are_shown_in_full(qtbot, tmp_path):
    text = "Entregar constancias " * 142 + "y terminar aquí."
    activity = Activity(id="a", text=text)
    goal = Goal(id="g", activities=(activity,))
    plan = Plan(id="plan", objectives=(Objective(id="o", goals=(goal,)),))
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, plan)
    shape = desk.view.shapes.shape(desk.view.rows.node(desk.view.rows.index_of("a")))
    painted = wrapped(text, "text", shape.text.width())
    shown = sum(painted.lineAt(at).textLength() for at in range(painted.lineCount()))
    assert shown == len(text)
    assert shape.text.height() == painted.lineCount() * 20
    assert desk.view.visualRect(desk.view.rows.index_of("a")).height() == shape.height
    desk.file.close()


@pytest.mark.parametrize(
    "text", ["<b>negrita</b> & <img src=x>", "🙂 ‮al revés", "uno\ndos", "a\tb\x07c"]
)
def test_hostile_text_is_shown_literally(desk, text):
    desk.open_plan.set("activity", "a1", "text", text)
    desk.open_plan.set("strategic_line", "l1", "name", text)
    index = desk.view.rows.index_of("a1")
    assert index.data() == text
    desk.write_in("a1")
    assert desk.focus.toPlainText() == text
    desk.screen.grab()


def test_a_code_by_hand_is_shown_whole_and_rows_below_follow(desk):
    desk.open_plan.set("goal", "g1", "code", "COBROS-2027-PRIMER-TRIMESTRE")
    node = desk.view.rows.node(desk.view.rows.index_of("g1"))
    shape = desk.view.shapes.shape(node)
    assert shape.text.left() > shape.number.right()
    assert desk.open_plan.number("a1") == "COBROS-2027-PRIMER-TRIMESTRE.1"


def test_text_that_cannot_be_saved_stays_on_the_screen(desk):
    failures = []
    desk.open_plan.save_failed.connect(failures.append)
    other = desk.file.path.with_name("plan.poa")
    desk.write_in("a2")
    desk.type(" sin falta")
    with_another_program_writing(other)
    desk.open_plan.save_waiting()
    assert [type(failure) for failure in failures] == [CannotSaveError]
    assert desk.focus.toPlainText() == "Llamar por teléfono sin falta"
    desk.choose("a4")
    node = desk.view.rows.node(desk.view.rows.index_of("a2"))
    assert desk.view.kept_text(node) == "Llamar por teléfono sin falta"


def test_a_row_shows_at_once_that_its_text_cannot_be_saved(desk):
    desk.write_in("a2")
    desk.type(" sin falta")
    desk.qtbot.wait(50)
    with_another_program_writing(desk.file.path)
    desk.open_plan.save_waiting()
    box = writing_box(desk.view.shapes.shape(desk.view.rows.node_of("a2")))
    top = desk.view.visualRect(desk.view.currentIndex()).top()
    edge = desk.view.viewport().mapTo(desk.screen, QPoint(box.left() + 1, top + box.center().y()))

    def is_red():
        seen = desk.screen.screen().grabWindow(desk.screen.winId())
        return seen.toImage().pixelColor(edge) == theme().color("bad")

    desk.qtbot.waitUntil(is_red)


def with_another_program_writing(path):
    import sqlite3

    other = sqlite3.connect(path)
    other.execute("UPDATE plan SET unit = 'Otra'")
    other.commit()
    other.close()


def test_undo_shows_the_row_undone(desk):
    desk.write_in("a2")
    desk.type(" ya")
    desk.choose("o1")
    desk.open_plan.undo()
    assert desk.chosen == "a2"
    assert desk.view.rows.index_of("a2").data() == "Llamar por teléfono"


def test_undoing_the_first_row_leaves_the_caret_in_the_first_row(blank):
    blank.type("R")
    blank.open_plan.undo()
    assert blank.plan.objectives == ()
    assert isinstance(blank.focus, RowText)
    assert blank.focus.toPlainText() == ""


def test_a_plan_opened_to_be_read_cannot_be_written(qtbot, tmp_path):
    desk = OutlineDesk(qtbot, tmp_path, GoalsScreen, read_only=True)
    desk.choose("a1")
    before = desk.plan
    desk.type("x")
    for key, modifiers in [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, CTRL),
        (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
    ]:
        desk.press(key, modifiers)
    desk.click("a2")
    assert desk.focus is desk.view
    assert desk.plan == before == full_plan()
    unit = desk.screen.details.findChildren(QLineEdit)[0]
    assert unit.isReadOnly()
    assert not [node for node in desk.view.rows.root.children if not node.row_id]
    desk.file.close()


def paste(desk, text):
    QApplication.clipboard().setText(text)
    desk.press(Qt.Key.Key_V, CTRL)


def test_a_list_pasted_into_an_empty_row_becomes_a_row_for_each_line(desk):
    desk.write_in("a1")
    desk.enter()
    paste(desk, "1.\tLlamar\n2.\tEscribir\n3.\tVolver\n")
    assert [one.text for one in desk.row("g1").activities] == [
        "Visitar negocios con deuda",
        "Llamar",
        "Escribir",
        "Volver",
        "Llamar por teléfono",
    ]
    assert [one.position for one in desk.row("g1").activities] == [0, 1, 2, 3, 4]
    assert desk.focus.toPlainText() == "Volver"
    assert desk.file.journal.next_undo().label == "Pegar 3 actividades"
    desk.open_plan.undo()
    assert [one.text for one in desk.row("g1").activities] == [
        "Visitar negocios con deuda",
        "",
        "Llamar por teléfono",
    ]


def test_a_list_pasted_where_nothing_is_written_yet_begins_the_plan(blank):
    paste(blank, "• Recuperar la mora\n• Atender sin demora")
    assert [one.text for one in blank.plan.objectives] == [
        "Recuperar la mora",
        "Atender sin demora",
    ]
    assert blank.focus.toPlainText() == "Atender sin demora"


def test_lines_pasted_into_a_written_row_stay_in_it(desk):
    desk.write_in("a1")
    paste(desk, " y\ncobrar")
    desk.open_plan.save_waiting()
    assert desk.row("a1").text == "Visitar negocios con deuda y\ncobrar"
    assert len(desk.row("g1").activities) == 2
