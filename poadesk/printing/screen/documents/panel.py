"""What goes into an institution's document and how: units, order, paper, printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from poadesk.plan.consolidated.units import approved_alone
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units
from poadesk.printing.consolidated.options import (
    BY_LINE,
    BY_OBJECTIVE,
    BY_UNIT,
    TITLES,
    DocumentOptions,
)
from poadesk.printing.screen.documents.wish import DocumentWish
from poadesk.printing.screen.printer_choice import PrinterChoice
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

WIDTH = 332  # pixels at 100 % text size
_ORDERS = [(BY_UNIT, "Unidad"), (BY_LINE, "Línea"), (BY_OBJECTIVE, "Objetivo")]
_PAPERS = [("carta", "Carta"), ("oficio", "Oficio"), ("a4", "A4")]


class DocumentPanel(QWidget):
    """The choices at the right; `changed` tells that the pages have to be made anew.

    `kinds` are the documents to choose from; with one there is nothing to choose. Only the first
    of several can be put in another order.
    """

    changed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    workbook_wanted = Signal()

    def __init__(self, kinds: Sequence[str], has_orders: bool) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme().px(WIDTH))
        self._kinds, self._has_orders = tuple(kinds), has_orders
        self.documents = {kind: _radio(TITLES[kind]) for kind in kinds}
        self.order = Segments(_ORDERS, "En orden de")
        self.all_units, self.approved = _radio(""), _radio("")
        self.paper = Segments(_PAPERS, "Papel")
        self.marks = Segments([("bars", "Barras"), ("x", "X")], "Meses con")
        self.printers = PrinterChoice()
        self.print_button = button("Imprimir", "primary", "printer", self.print_wanted.emit)
        self.save_button = button("Guardar PDF…", "normal", "download", self.save_wanted.emit)
        self.workbook_button = button(
            "Guardar Excel…", "normal", "download", self.workbook_wanted.emit
        )
        self.print_button.setEnabled(self.printers.has_printers)
        self._groups = [_group(self, [*self.documents.values()])]
        self._groups.append(_group(self, (self.all_units, self.approved)))
        self._order_box = _titled("En orden de", self.order)
        self._lay_out()
        self._order_box.setVisible(has_orders)
        self._connect()

    @property
    def kind(self) -> str:
        """Return which document is chosen."""
        return next(kind for kind in self._kinds if self.documents[kind].isChecked())

    def wish(self, plans: tuple[Plan, ...]) -> DocumentWish:
        """Return what is wanted of the plans of the file as they are now."""
        some = approved_alone(plans) if self.approved.isChecked() else plans
        order = self.order.value if self._has_orders else BY_UNIT
        return DocumentWish(
            self.kind, some, DocumentOptions(order, self.paper.value, self.marks.value)
        )

    def show_units(self, plans: tuple[Plan, ...]) -> None:
        """Say how many units there are, and how many of them are approved."""
        own = plans_of_units(plans)
        approved = sum(plan.state == "approved" for plan in own)
        for choice, words, count in (
            (self.all_units, "Todas las que entregaron", len(own)),
            (self.approved, "Solo las aprobadas", approved),
        ):
            choice.setText(f"{words} ({count:,})")
            choice.setAccessibleName(choice.text())
        self.approved.setEnabled(bool(approved))
        if not approved:
            self.all_units.setChecked(True)

    def set_ready(self, is_ready: bool) -> None:
        """Let the document be saved, or not while it is being made."""
        self.save_button.setEnabled(is_ready)
        self.workbook_button.setEnabled(is_ready)

    def _connect(self) -> None:
        for group in self._groups:
            group.buttonClicked.connect(lambda _: self._on_choice())
        for segments in (self.order, self.paper, self.marks):
            segments.changed.connect(lambda _: self.changed.emit())

    def _on_choice(self) -> None:
        self._order_box.setVisible(self._has_orders and self.kind == self._kinds[0])
        self.changed.emit()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page())
        line = QFrame()
        line.setProperty("line", True)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.print_button)
        foot.addLayout(_beside(self.save_button, self.workbook_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(line)
        column.addLayout(foot)

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("page", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        if len(self._kinds) > 1:
            column.addWidget(label("Qué documento", "label", "text2"))
            for choice in self.documents.values():
                column.addWidget(choice)
            column.addSpacing(8)
        column.addWidget(label("Qué unidades", "label", "text2"))
        column.addWidget(self.all_units)
        column.addWidget(self.approved)
        column.addSpacing(8)
        column.addWidget(self._order_box)
        column.addSpacing(4)
        column.addWidget(_titled("Papel", self.paper))
        column.addSpacing(4)
        column.addWidget(_titled("Meses con", self.marks))
        column.addSpacing(4)
        column.addWidget(self.printers)
        column.addStretch(1)
        return page


def _radio(words: str) -> QRadioButton:
    choice = QRadioButton(words)
    choice.setAccessibleName(words)
    return choice


def _group(parent: QWidget, choices: Sequence[QRadioButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for choice in choices:
        group.addButton(choice)
    group.buttons()[0].setChecked(True)
    return group


def _titled(words: str, widget: QWidget) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(words, "label", "text2"))
    column.addWidget(widget)
    return result


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    return row
