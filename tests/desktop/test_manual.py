"""The manual: its pages are whole and true, and the window shows nothing but them."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from typing_keys import CONTROL, Key, focused, press, replace_text, type_words

from poadesk.desktop.manual_pages import FIRST, PAGES, file_within, folder, markup, source
from poadesk.desktop.manual_window import ManualWindow
from poadesk.plan.model import Plan
from poadesk.plan.step_names import ALL_STEPS, STEPS
from poadesk.widgets.theme import DARK, SCALES, theme

CODE = Path(__file__).parents[2] / "poadesk"
PAGE_KEYS = [page.key for page in PAGES]
IMAGE = QTextDocument.ResourceType.ImageResource.value
STYLES = QTextDocument.ResourceType.StyleSheetResource.value
MOST_BYTES, MOST_WIDTH = 80_000, 900


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(Plan(id="plan")))


@pytest.fixture
def manual(qtbot, window):
    QTest.keyClick(window, Key.Key_F1)
    shown = manual_of(window)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def manual_of(window) -> ManualWindow:
    found = window.findChildren(ManualWindow)
    assert len(found) == 1
    return found[0]


def attributes(key: str, name: str) -> list[str]:
    return re.findall(rf'{name}="([^"]*)"', source(key))


def bold_words(key: str) -> list[str]:
    return re.findall(r"<b>(.*?)</b>", source(key))


def plain(markup_: str) -> str:
    return re.sub(r"<[^>]+>|&nbsp;", "", markup_).strip()


@cache
def code() -> tuple[ast.AST, ...]:
    """Return every node of all modules."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in CODE.rglob("*.py"))
    return tuple(node for tree in trees for node in ast.walk(tree))


@cache
def words_of_the_program() -> frozenset[str]:
    """Return every text in the code that is not a docstring."""
    alone = {id(node.value) for node in code() if isinstance(node, ast.Expr)}
    return frozenset(
        node.value
        for node in code()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    )


@cache
def composed_words() -> list[re.Pattern[str]]:
    """Return a pattern for each text that begins with a word and ends in one of the profile."""
    found = []
    for node in code():
        if isinstance(node, ast.JoinedStr) and len(node.values) == 2:
            begins, ends = node.values
            if isinstance(begins, ast.Constant) and re.match(r"[A-Z]\w\w", begins.value):
                named = "words" in ast.unparse(ends) or "noun" in ast.unparse(ends)
                found += [re.compile(re.escape(begins.value) + r"\w+")] if named else []
    return found


def test_every_step_has_its_page_under_its_own_name():
    titles = {page.key: page.title for page in PAGES}
    assert [titles[step.key] for step in ALL_STEPS] == [step.title for step in ALL_STEPS]
    assert PAGE_KEYS[0] == FIRST


def test_every_file_of_the_manual_is_a_page_or_a_picture_that_is_shown():
    shown = {name for key in PAGE_KEYS for name in attributes(key, "src")}
    files = {p.relative_to(folder()).as_posix() for p in folder().rglob("*") if p.is_file()}
    assert files == shown | {page.file for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=PAGE_KEYS)
def test_a_page_begins_with_its_title(page):
    assert source(page.key).startswith(f"<h1>{page.title}</h1>")


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_every_link_leads_to_a_page(key):
    assert set(attributes(key, "href")) <= {page.file for page in PAGES}


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_every_picture_is_there_small_and_said_in_words(key):
    for name in attributes(key, "src"):
        path = file_within(name)
        assert path is not None, f"{name} is missing"
        assert path.stat().st_size < MOST_BYTES
        assert 0 < QImage(str(path)).width() <= MOST_WIDTH
    pictures = re.findall(r"<img[^>]*>", source(key))
    assert all(re.search(r'alt="\w', picture) for picture in pictures)


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_words_in_bold_are_words_of_the_program(key):
    unknown = [
        words
        for words in bold_words(key)
        if words not in words_of_the_program()
        and not any(pattern.fullmatch(words) for pattern in composed_words())
    ]
    assert unknown == []


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_a_page_speaks_spanish_and_no_jargon(key):
    jargon = (
        r"\b(file|click|save|undo|backup|software|SQLite|base de datos|registro vacío|tú|vos)\b"
    )
    assert re.search(jargon, plain(source(key)), re.IGNORECASE) is None


def test_the_pages_of_goals_and_resources_show_good_and_poor_examples():
    for key in ("swot", "lines", "objectives", "goals", "resources", "schedule"):
        assert source(key).count("✓") >= 1, key
        assert source(key).count("✗") >= 1, key


def test_the_keys_of_the_menus_are_those_of_the_page(window):
    table = re.search(r'<table class="keys menu".*?</table>', source("keys"), re.DOTALL)
    assert table is not None
    pairs = re.findall(r"<tr><td[^>]*>(.*?)</td><td><b>(.*?)</b></td></tr>", table[0])
    assert len(pairs) > 10
    for keys, words in pairs:
        shortcut = QKeySequence(plain(keys).replace("Mayús", "Shift"))
        assert shortcut in window.menus.actions_by_words[words].shortcuts(), words


def test_a_file_outside_the_manual_is_not_found():
    inside = f"{FIRST}.html"
    assert file_within(inside) == folder() / inside
    for name in ("../fonts/inter/LICENSE.txt", "/etc/hostname", "pictures", "no-hay.html"):
        assert file_within(name) is None


def test_the_folders_of_this_computer_stand_in_the_page(own_folders):
    assert "copias" in markup("saving")
    assert "poadesk.log" in markup("trouble")


@pytest.mark.parametrize("step", ALL_STEPS, ids=[step.key for step in ALL_STEPS])
def test_f1_opens_the_page_of_the_step(qtbot, window, step):
    window.show_step(step.key)
    press(Key.Key_F1)
    manual = manual_of(window)
    qtbot.waitUntil(manual.isActiveWindow)
    assert manual.text.key == manual.pages.key() == step.key
    assert manual.text.toPlainText().startswith(step.title)
    assert focused() is manual.text


def test_f1_without_a_plan_opens_the_first_page(open_window):
    window = open_window(None)
    QTest.keyClick(window, Key.Key_F1)
    assert manual_of(window).text.key == FIRST


def test_f1_again_goes_to_the_page_of_the_step_then_in_sight(qtbot, window, manual):
    press(Key.Key_Escape)
    assert not manual.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_7, CONTROL)
    press(Key.Key_F1)
    assert manual_of(window) is manual
    assert manual.isVisible()
    assert manual.text.key == "schedule"


def test_f1_in_the_middle_of_a_word_loses_none_of_it(qtbot, window):
    window.view.show_step("general")
    replace_text("Alcaldía de Puerto")
    press(Key.Key_F1)
    qtbot.waitUntil(manual_of(window).isActiveWindow)
    press(Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    type_words(" Lindo")
    window.open_plan.save_waiting()
    assert window.open_plan.plan.entity == "Alcaldía de Puerto Lindo"


def test_the_manual_stands_where_it_was_left(qtbot, open_window, plan_file):
    path = plan_file(Plan(id="plan"))
    first = open_window(path)
    QTest.keyClick(first, Key.Key_F1)
    manual_of(first).resize(700, 500)
    first.close()
    assert not manual_of(first).isVisible()
    again = open_window(path)
    QTest.keyClick(again, Key.Key_F1)
    size = manual_of(again).size()
    assert (size.width(), size.height()) == (700, 500)


def test_the_menu_opens_the_page_of_the_keys(window):
    window.menus.actions_by_words["Teclas"].trigger()
    assert manual_of(window).text.key == "keys"


def test_the_hint_bar_names_the_key_of_the_help(window):
    assert "F1: ayuda de este paso" in window.view._hints.accessibleName()


def test_the_arrows_in_the_list_turn_the_pages(manual):
    manual.pages.setFocus()
    press(Key.Key_Down)
    assert manual.text.key == STEPS[1].key


def test_a_link_leads_to_its_page(manual):
    manual.text.anchorClicked.emit(QUrl("goals.html"))
    assert manual.text.key == manual.pages.key() == "goals"


@pytest.mark.parametrize(
    "link",
    ["https://example.org/goals.html", "file:///etc/hostname", "../goals.html", "mailto:a@b"],
)
def test_a_link_to_elsewhere_leads_nowhere(manual, link):
    before = manual.text.toPlainText()
    manual.text.anchorClicked.emit(QUrl(link))
    assert manual.text.key == STEPS[0].key
    assert manual.text.toPlainText() == before


def test_the_viewer_loads_nothing_from_outside_its_folder(manual, tmp_path):
    picture = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(picture))
    outside = [
        picture.as_uri(),
        str(picture),
        "../icons/logo.svg",
        "pictures/../../fonts/inter/LICENSE.txt",
        "https://example.org/a.png",
        "//example.org/pictures/a.png",
        "qrc:/a.png",
        "pictures/no-hay.png",
    ]
    for name in outside:
        loaded = manual.text.loadResource(IMAGE, QUrl(name))
        assert (loaded.width(), loaded.height()) == (1, 1), name
        # What the page would draw: a null answer would have made Qt open the file by itself.
        drawn = manual.text.document().resource(IMAGE, QUrl(name))
        assert drawn.width() == 1, name
    assert manual.text.loadResource(STYLES, QUrl("start.html")) == ""


def test_a_picture_of_the_manual_is_loaded(manual):
    name = attributes("goals", "src")[0]
    assert manual.text.loadResource(IMAGE, QUrl(name)).width() > 200


@pytest.mark.parametrize("scale", SCALES)
def test_no_page_scrolls_sideways_in_a_small_window(manual, scale):
    theme().set_scale(scale)
    for width in (1024, manual.minimumWidth()):
        manual.resize(width, 700)
        for key in PAGE_KEYS:
            manual.show_page(key)
            bar = manual.text.horizontalScrollBar()
            assert bar.maximum() == 0, f"{key} at {scale}, {width} wide"
            assert not bar.isVisible()


def test_a_long_folder_name_wraps(manual, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ("larga" * 40)))
    manual.resize(1024, 700)
    manual.show_page("saving")
    assert "larga" * 40 in manual.text.toPlainText()
    assert manual.text.horizontalScrollBar().maximum() == 0


def test_the_letters_follow_the_text_size_and_the_colours_the_theme(manual):
    manual.show_page("keys")
    before = manual.text.document().size().height()
    theme().set_scale(1.5)
    assert manual.text.document().size().height() > before * 1.2
    theme().set_dark(True)
    shown = manual.text.viewport().grab().toImage()
    colors = {
        shown.pixelColor(x, y).name().upper()
        for x in range(0, shown.width(), 2)
        for y in range(0, shown.height(), 2)
    }
    assert {DARK.surface, DARK.text, DARK.neutral} <= colors


def test_ctrl_f_searches_the_page_and_those_that_follow(manual):
    manual.show_page("goals")
    press(Key.Key_F, CONTROL)
    assert focused() is manual.search
    type_words("Punto de partida")
    press(Key.Key_Return)
    assert manual.text.key == "resources"
    assert manual.text.textCursor().selectedText() == "Punto de partida"
    assert manual.pages.key() == "resources"


def test_a_search_goes_on_to_the_next_place_and_comes_round(manual):
    press(Key.Key_F, CONTROL)
    type_words("renglón")
    found = []
    for _ in range(60):
        press(Key.Key_Return)
        found.append((manual.text.key, manual.text.textCursor().position()))
    assert len({key for key, _ in found}) > 2
    assert found[0] in found[1:], "it comes round to the first place"


def test_a_search_for_what_is_nowhere_says_so(manual):
    press(Key.Key_F, CONTROL)
    type_words("xyzzy")
    press(Key.Key_Return)
    assert manual.text.key == STEPS[0].key
    said = [one.text() for one in manual.findChildren(QLabel) if one.isVisible()]
    assert "No aparece en el manual" in said
