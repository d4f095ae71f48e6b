"""Tests of the line icons."""

import pytest
from PySide6.QtGui import QAction, QColor, QPixmap
from PySide6.QtWidgets import QApplication

from poadesk.widgets.icons import icon, pixmap, set_icon, tinted
from poadesk.widgets.theme import icon_folder, theme

_PROMISED = [
    "undo",
    "redo",
    "panel",
    "search",
    "check",
    "chevron-down",
    "chevron-right",
    "chevron-up",
    "plus",
    "more",
    "close",
    "zoom-in",
    "zoom-out",
    "grip",
    "warning",
    "error",
    "info",
    "circle",
    "half",
    "tick-filled",
    "triangle",
    "target",
    "bulb",
    "file-plus",
    "folder-open",
    "book",
    "calendar",
    "printer",
    "download",
    "send",
    "trash",
    "copy",
    "arrow-up",
    "arrow-down",
    "arrow-right",
    "lock",
    "image",
    "outline",
    "indent",
    "outdent",
    "clock",
    "repeat",
    "fill",
    "flag",
    "help",
]


def _colors(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    seen = set()
    for x in range(image.width()):
        for y in range(image.height()):
            color = image.pixelColor(x, y)
            if color.alpha() == 255:
                seen.add(color.name())
    return seen


def test_every_promised_icon_is_there() -> None:
    icons = {path.stem: path.read_text(encoding="utf-8") for path in icon_folder().glob("*.svg")}
    assert [name for name in _PROMISED if "currentColor" not in icons.get(name, "")] == []


@pytest.mark.parametrize("name", [path.stem for path in sorted(icon_folder().glob("*.svg"))])
def test_an_icon_draws_something(qapp: QApplication, name: str) -> None:
    picture = tinted(name, QColor("#FF0000"), 48).toImage()
    drawn = [picture.pixelColor(x, y).alpha() for x in range(0, 48, 2) for y in range(0, 48, 2)]
    assert any(drawn)
    assert not all(drawn)


@pytest.mark.parametrize("name", _PROMISED)
def test_an_icon_takes_the_colour_it_is_given(qapp: QApplication, name: str) -> None:
    assert "#ff0000" in _colors(tinted(name, QColor("#FF0000"), 96))
    assert "#ff0000" not in _colors(tinted(name, QColor("#0000FF"), 96))


def test_an_unknown_icon_is_said(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("nothing-of-this-name")


def test_a_dense_screen_gets_a_dense_picture(qapp: QApplication) -> None:
    picture = pixmap("search", "text", 16, 2.0)
    assert picture.width() == 32
    assert picture.deviceIndependentSize().width() == 16


def test_the_icon_of_an_action_follows_the_theme(qapp: QApplication) -> None:
    theme().apply(qapp)
    action = QAction("Deshacer")
    set_icon(action, "undo", "text")
    light = action.icon().pixmap(16, 16).toImage()
    theme().set_dark(True)
    dark = action.icon().pixmap(16, 16).toImage()
    theme().set_dark(None)
    assert light != dark


def test_a_deleted_action_does_not_disturb_the_theme(qapp: QApplication) -> None:
    import shiboken6

    action = QAction("Rehacer")
    set_icon(action, "redo")
    shiboken6.delete(action)
    theme().set_dark(True)
    theme().set_dark(None)


def test_an_icon_is_greyed_where_it_cannot_be_used(qapp: QApplication) -> None:
    from PySide6.QtGui import QIcon

    shown = icon("trash", "bad")
    normal = shown.pixmap(16, QIcon.Mode.Normal).toImage()
    assert normal != shown.pixmap(16, QIcon.Mode.Disabled).toImage()
