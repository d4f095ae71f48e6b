"""Writes the style sheet of the whole window from the table of colours."""

from dataclasses import asdict
from string import Template

from poadesk.widgets.tokens import Tokens

_BUTTONS = """
QPushButton {
  color: $text; background: $surface; border: 1px solid $line2; border-radius: 6px;
  padding: 0 ${p12}px; min-height: ${h30}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked, QPushButton:open { background: $soft; color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${p11}px; min-height: ${h28}px; }
QPushButton:disabled { color: $text3; background: $track; border-color: $track; }
QPushButton[kind="primary"] { color: $on_fill; background: $fill; border-color: $fill; }
QPushButton[kind="primary"]:hover { background: $fill_hover; border-color: $fill_hover; }
QPushButton[kind="primary"]:pressed { background: $fill_pressed; border-color: $fill_pressed; }
QPushButton[kind="primary"]:focus { border-color: $accent; }
QPushButton[kind="primary"]:disabled {
  color: $text3; background: $track; border-color: $track;
}
QPushButton[kind="quiet"] { color: $accent; background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked,
QPushButton[kind="quiet"]:open { background: $soft; border-color: transparent; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="quiet"]:disabled { color: $text3; background: transparent; }
QPushButton[kind="icon"] {
  background: transparent; border-color: transparent; padding: 0;
  min-width: ${h30}px; max-width: ${h30}px;
}
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:pressed, QPushButton[kind="icon"]:checked,
QPushButton[kind="icon"]:open { background: $soft; }
QPushButton[kind="icon"]:focus {
  border-color: $accent; min-width: ${h28}px; max-width: ${h28}px;
}
QPushButton[kind="icon"]:disabled { background: transparent; }
QPushButton[chevron="true"] {
  padding-left: ${p12}px; padding-right: ${p34}px;
}
QPushButton[chevron="true"]:focus {
  padding-left: ${p11}px; padding-right: ${p33}px;
}
QPushButton[small="true"] { min-height: ${h26}px; padding: 0 ${p8}px; }
QPushButton[small="true"]:focus { min-height: ${h24}px; padding: 0 ${p7}px; }
QPushButton[kind="icon"][small="true"] {
  padding: 0; min-width: ${h26}px; max-width: ${h26}px;
}
QPushButton[kind="icon"][small="true"]:focus {
  padding: 0; min-width: ${h24}px; max-width: ${h24}px;
}
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="notice"], QPushButton[kind="notice"]:hover {
  color: $notice_action; background: transparent; border-color: transparent;
}
QPushButton[kind="band"] { background: transparent; border-color: transparent; }
QPushButton[kind="band"]:hover { border-color: $line2; }
QPushButton[kind="band"]:focus { border-color: $accent; }
QPushButton[kind="band"][tone="warning"] { color: $warn; }
QPushButton[kind="band"][tone="done"] { color: $ok; }
QPushButton[kind="band"][tone="read-only"] { color: $accent; }
QPushButton[kind="band"][tone="failure"] { color: $bad; }
QToolButton { color: $text; background: transparent; border: none; border-radius: 6px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $soft; color: $accent; }
QToolButton:focus { border: 2px solid $accent; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
  color: $text; background: $surface; border: 1px solid $field; border-radius: 6px;
  selection-background-color: $bar; selection-color: $text; placeholder-text-color: $text3;
}
LineField, GrowingText, ChoiceBox, FindLine { font-size: ${p14}px; }
QLineEdit, QComboBox { padding: 0 ${p8}px; min-height: ${h30}px; }
QLineEdit:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 0 ${p7}px; min-height: ${h28}px;
}
QPlainTextEdit, QTextEdit { padding: ${v2}px ${p7}px; }
QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: ${v1}px ${p6}px;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  color: $text3; background: $window; border-color: $line2;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: $bad;
}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
  background: transparent; border: none; padding: 0; min-height: 0;
}
QLineEdit[cell="true"], QPlainTextEdit[cell="true"] {
  background: transparent; border-color: transparent;
}
QLineEdit[cell="true"]:hover, QPlainTextEdit[cell="true"]:hover { background: $hover; }
QLineEdit[cell="true"]:focus, QPlainTextEdit[cell="true"]:focus {
  background: $surface; border: 2px solid $accent;
}
QLineEdit[cell="true"][wrong="true"], QPlainTextEdit[cell="true"][wrong="true"] {
  border-color: $bad;
}
QComboBox { combobox-popup: 0; padding-right: ${p26}px; }
QComboBox:focus { padding-right: ${p25}px; }
QComboBox::drop-down {
  subcontrol-origin: border; subcontrol-position: center right; width: ${h30}px; border: none;
}
QComboBox::down-arrow {
  image: url(poadesk:arrow-$name.svg); width: ${p14}px; height: ${p14}px;
}
QComboBox QAbstractItemView {
  color: $text; background: $surface; border: 1px solid $line2; padding: 4px; outline: none;
  selection-background-color: $soft; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: ${h30}px; padding: 0 6px; border-radius: 6px; }
QCheckBox, QRadioButton {
  color: $text; spacing: ${p8}px; min-height: ${h24}px; border: 2px solid transparent;
  border-radius: 6px; padding: 0 2px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text3; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${p14}px; height: ${p14}px; background: $surface; border: 1px solid $field;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${radio}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked {
  background: $fill; border-color: $fill;
}
QCheckBox::indicator:checked { image: url(poadesk:check-white.svg); }
QRadioButton::indicator:checked { image: url(poadesk:dot-white.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: $track; border-color: $line2;
}
"""

_MENUS = """
QMenuBar { color: $text; background: transparent; spacing: 0; }
QMenuBar::item {
  background: transparent; padding: ${p6}px ${p10}px; margin: 0; border-radius: 6px;
}
QMenuBar::item:selected, QMenuBar::item:pressed { background: $soft; color: $accent; }
QMenu {
  color: $text; background: $surface; border: 1px solid $line2; border-radius: 8px; padding: 4px;
}
QMenu::item {
  min-height: ${h30}px; padding: 0 ${p16}px 0 ${p12}px; border: 1px solid transparent;
  border-radius: 6px; background: transparent;
}
QMenu::item:selected { background: $soft; color: $accent; }
QMenu::item:disabled { color: $text3; background: transparent; }
QMenu::icon { padding-left: ${p10}px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::right-arrow {
  image: url(poadesk:arrow-right-$name.svg); width: ${p12}px; height: ${p12}px;
}
QMenu::indicator { width: ${p14}px; height: ${p14}px; left: ${p8}px; }
QMenu::indicator:checked { image: url(poadesk:tick-$name.svg); }
QToolTip {
  color: $window; background: $text; border: 1px solid $text; border-radius: 4px;
  padding: 3px 6px;
}
"""

_FRAMES = """
QMainWindow, QDialog { background: $surface; }
QScrollArea, QScrollArea > QWidget > QWidget[panel="page"] {
  background: transparent; border: none;
}
QStackedWidget { background: $surface; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QFrame[panel="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[panel="sidebar"], QWidget[panel="sidebar"] { background: $sidebar; }
QFrame[panel="window"], QWidget[panel="window"] { background: $window; }
QFrame[panel="surface"], QWidget[panel="surface"] { background: $surface; }
QFrame[panel="desk"], QWidget[panel="desk"] { background: $desk; }
QFrame[panel="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[panel="quiet-card"] { background: $window; border: 1px solid $line; border-radius: 8px; }
QFrame[panel="menu"] { background: $surface; border: 1px solid $line2; border-radius: 8px; }
QFrame[panel="drop"] { background: transparent; border: 1px dashed $field; border-radius: 8px; }
QFrame[panel="drop"][over="true"] { background: $soft; border-color: $accent; }
QFrame[tone="warning"] { background: $warn_soft; border: none; border-radius: 8px; }
QFrame[tone="done"] { background: $ok_soft; border: none; border-radius: 8px; }
QFrame[tone="read-only"] { background: $soft; border: none; border-radius: 8px; }
QFrame[tone="failure"] { background: $bad_soft; border: none; border-radius: 8px; }
QFrame[panel="segments"] { background: $surface; border: 1px solid $line2; border-radius: 6px; }
QFrame[panel="segments"] QToolButton {
  color: $text2; border: 2px solid transparent; border-radius: 4px; padding: 0 ${p10}px;
  min-height: ${h24}px; margin: 1px;
}
QFrame[panel="segments"] QToolButton:hover { background: $hover; }
QFrame[panel="segments"] QToolButton:checked { background: $soft; color: $accent; }
QFrame[panel="segments"] QToolButton:focus { border-color: $accent; }
QFrame[panel="segments"] QToolButton:disabled { color: $text3; }
"""

_LISTS = """
QAbstractScrollArea { background: $surface; }
QListView, QTreeView, QTableView {
  color: $text; background: $surface; border: none; outline: none;
  selection-background-color: $soft; selection-color: $text; gridline-color: $line;
}
QListView[panel="sidebar"] { background: $sidebar; }
QListView[panel="window"] { background: $window; }
QListView[panel="names"] { border: 1px solid $line2; padding: 0 4px; }
QListView[panel="names"]::item { min-height: ${h30}px; padding: 0 6px; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $soft; color: $text; }
QHeaderView { background: $window; border: none; }
QHeaderView::section {
  color: $text2; background: $window; border: none; border-bottom: 1px solid $line;
  padding: 0 ${p8}px; min-height: ${h31}px;
}
QTableCornerButton::section { background: $window; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; margin: 0; }
QScrollBar:horizontal { height: 10px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $fill; border-radius: 3px; }
"""

_SHEET = Template(_BUTTONS + _FIELDS + _MENUS + _LISTS + _FRAMES)
_HEIGHTS = (24, 26, 28, 30, 31)
_PADDINGS = (8, 10, 12, 14, 16, 26, 34)


def style_sheet(tokens: Tokens, scale: float = 1.0) -> str:
    """Style sheet in the colours of `tokens`; lengths grow with the text size `scale`."""
    sizes = {f"h{n}": round((n + 2) * scale) - 2 for n in _HEIGHTS}
    sizes |= {f"p{n}": round(n * scale) for n in _PADDINGS}
    # Focus borders are one pixel wider: the padding inside gives back exactly that pixel.
    sizes |= {"h28": sizes["h30"] - 2, "h24": sizes["h26"] - 2}
    sizes |= {"p7": sizes["p8"] - 1, "p6": sizes["p8"] - 2, "p11": sizes["p12"] - 1}
    # The document's own margin of 3 and the border of 1 are the rest of (32 - 20) / 2.
    sizes["v2"] = max(1, (round(32 * scale) - round(20 * scale)) // 2 - 4)
    sizes["v1"] = sizes["v2"] - 1
    sizes |= {"p25": sizes["p26"] - 1, "p33": sizes["p34"] - 1}
    sizes["radio"] = (round(14 * scale) + 2) // 2
    return _SHEET.substitute(asdict(tokens), **sizes)
