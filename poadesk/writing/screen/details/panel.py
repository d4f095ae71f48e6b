"""The panel at the right of an outline: the fields of the chosen row, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from poadesk.plan.model import Remark
from poadesk.plan.remarks import remarks_about, waiting
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.labels import label
from poadesk.widgets.menus import menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_list import RemarkList
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme
from poadesk.writing.screen.details.card import AdviceCard, advice_on
from poadesk.writing.screen.outline.levels import singular

_TAB = Qt.FocusPolicy.TabFocus


class DetailsPage(QWidget):
    """Fields of the rows of one table; each page adds its own, in the order in which one reads.

    `place_wanted` carries the finding that leads to where something is written that is shown here.
    """

    place_wanted = Signal(object)

    def __init__(self, open_plan: OpenPlan, table: str) -> None:
        super().__init__()
        self.open_plan = open_plan
        self.table = table
        self.row_id = ""
        self._bound: list[BoundField] = []
        self.editors: dict[str, QWidget] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def add_field(self, field: str, label_: str = "", lines: int | None = None) -> FieldFrame:
        """Add the editor of a field at the end, and return its frame."""
        frame = self.make_field(field, label_, lines)
        self.column.addWidget(frame)
        return frame

    def make_field(self, field: str, label_: str = "", lines: int | None = None) -> FieldFrame:
        """Return the editor of a field, tied to the row of the page."""
        frame = field_editor(self.table, field, label_, lines, self.open_plan.words)
        # In a narrow panel the help takes more lines than the frame alone would ask for.
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._bound.append(BoundField(frame, self.open_plan, self.table, field))
        self.editors[field] = frame.editor
        return frame

    def add_advice(self) -> None:
        """Add the card that says what a row of this table is."""
        self.column.addWidget(AdviceCard(advice_on(self.table, self.open_plan.words)))

    def bind(self, row_id: str) -> None:
        """Show another row."""
        self.row_id = row_id
        for bound in self._bound:
            bound.bind(row_id)
        self.refresh()

    def refresh(self) -> None:
        """Show what follows from the plan and is not a field of its own."""


class DetailsPanel(QWidget):
    """Shows the page of the chosen row; each page is made when its first row is chosen.

    `left` asks for the text after (True) or before it, `next_wanted` for another row beside it,
    `place_wanted` to go where something is written that is only shown here.
    """

    left = Signal(bool)
    next_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(
        self,
        open_plan: OpenPlan,
        kinds: Mapping[str, Callable[[OpenPlan], DetailsPage]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._kinds = kinds
        self._pages: dict[str, DetailsPage] = {}
        self._row_id = ""
        self._observed = ""
        self._cards: dict[str, AdviceCard] = {}
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(theme().px(208))
        self.title = label("", "strong")
        self.menu = menu(parent=self)
        self._more = icon_button("more", "Más acciones")
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._more.clicked.connect(self._open_menu)
        self.remarks = RemarkList(open_plan, self._remarks_of_row, can_jump=False)
        self.remarks.emptied.connect(self._focus_first_field)
        self._scroll = ScrolledPage(self)
        self._content, self._column = self._scroll.page, self._scroll.column
        self._lay_out()
        open_plan.changed.connect(self._follow)
        self.show_row("")

    def show_row(self, row_id: str, table: str = "") -> None:
        """Show the fields of a row; where there is none yet, what a row of `table` is."""
        if row_id != self._row_id:
            self._leave_remarks()
        self._show_card("" if row_id else table)
        row = self._open_plan.row(row_id) if row_id else None
        table = row.TABLE if row is not None else ""
        self._show_title(row_id if table else "")
        self._show_remarks(row_id if table else "")
        if row_id == self._row_id and table:
            self.page(table).refresh()
            return
        self._row_id = row_id if table else ""
        chosen = self.page(table) if table else None
        for page in self._pages.values():
            page.bind(self._row_id if page is chosen else "")
            page.setVisible(page is chosen)
        self._scroll.verticalScrollBar().setValue(0)

    def _leave_remarks(self) -> None:
        """Keep what is half written there; the focus would go on to another row with the card."""
        self.remarks.save_waiting()
        focus = QApplication.focusWidget()
        if focus is not None and self.remarks.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_remarks(self, row_id: str) -> None:
        """Show what the planning office observes of the row; its other fields have their own."""
        self._observed = row_id
        self.remarks.refresh()

    def _remarks_of_row(self) -> tuple[Remark, ...]:
        row = self._open_plan.row(self._observed)
        if row is None:
            return ()
        own = self.page(row.TABLE).editors if row.TABLE in self._kinds else {}
        about = waiting(remarks_about(self._open_plan.plan, row.id))
        return tuple(remark for remark in about if remark.about_field not in own)

    def page(self, table: str) -> DetailsPage:
        """Return the page of the rows of a table, which is made when it is first asked for."""
        if table not in self._pages:
            self._pages[table] = self._kinds[table](self._open_plan)
            self._pages[table].place_wanted.connect(self.place_wanted)
            self._put(self._pages[table])
        return self._pages[table]

    def fields(self) -> list[QWidget]:
        """Return what can be filled in here, in reading order."""
        found = [widget for widget in self._content.findChildren(QWidget) if _takes_tab(widget)]
        return sorted(found, key=self._reading_order)

    def focus_field(self, field: str) -> bool:
        """Put the focus on a field of the row; say whether it has one of this name."""
        row = self._open_plan.row(self._row_id)
        editor = self.page(row.TABLE).editors.get(field) if row is not None else None
        if editor is None:
            return False
        target = editor if editor.focusPolicy() & _TAB else _first_within(editor)
        self._go(target)
        return True

    def _focus_first_field(self) -> None:
        row = self._open_plan.row(self._row_id)
        editors = self.page(row.TABLE).editors if row is not None else {}
        if editors:
            self.focus_field(next(iter(editors)))

    def focus_edge(self, last: bool) -> bool:
        """Put the focus on the first field or on the last; say whether there is one."""
        fields = [] if self.isHidden() else self.fields()
        if fields:
            self._go(fields[-1 if last else 0])
        return bool(fields)

    def focusNextPrevChild(self, forward: bool) -> bool:
        fields, focus = self.fields(), QApplication.focusWidget()
        at = fields.index(focus) + (1 if forward else -1) if focus in fields else -1
        if 0 <= at < len(fields):
            self._go(fields[at])
        else:
            self.left.emit(forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which a field of one line has no use for, begins the next row as in its text."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row_id:
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_card(self, table: str) -> None:
        if table in self._kinds and table not in self._cards:
            self._cards[table] = AdviceCard(advice_on(table, self._open_plan.words))
            self._put(self._cards[table])
        for name, card in self._cards.items():
            card.setVisible(name == table)

    def _put(self, one: QWidget) -> None:
        """Put a page or a card above the free room at the end."""
        one.hide()
        self._column.insertWidget(self._column.count() - 1, one)

    def _go(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(field, 0, theme().px(24))

    def _reading_order(self, field: QWidget) -> tuple[int, int]:
        at = field.mapTo(self._content, QPoint(0, 0))
        return at.y(), at.x()

    def _open_menu(self) -> None:
        self.menu.popup(self._more.mapToGlobal(QRect(self._more.rect()).bottomLeft()))

    def _follow(self) -> None:
        if self._row_id and self._open_plan.row(self._row_id) is not None:
            self.show_row(self._row_id)

    def _show_title(self, row_id: str) -> None:
        row = self._open_plan.row(row_id) if row_id else None
        self._more.setVisible(row is not None)
        if row is None:
            self.title.setText("")
            return
        word = singular(row.TABLE, self._open_plan.plan).capitalize()
        self.title.setText(f"{word} {self._open_plan.number(row_id)}")

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("panel", "line")
        self._fill_content()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(line)
        layout.addWidget(self._scroll, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 6)
        head.addStrut(theme().px(32))
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._more)
        return head

    def _fill_content(self) -> None:
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(16)
        self._column.addWidget(self.remarks)
        self._column.addStretch(1)


def _takes_tab(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled():
        return False
    # Of segments only the chosen one: the others are reached with the arrows.
    if isinstance(widget, QToolButton) and widget.isCheckable() and not widget.isChecked():
        return False
    return bool(widget.focusPolicy() & _TAB)


def _first_within(widget: QWidget) -> QWidget:
    return next((child for child in widget.findChildren(QWidget) if _takes_tab(child)), widget)
