"""What goes into an institution's document: which one, of which units, in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

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
from poadesk.printing.screen.choices import PaperChoices, beside, group, radio, titled
from poadesk.printing.screen.documents.wish import DocumentWish
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.segments import Segments

_ORDERS = [(BY_UNIT, "Unidad"), (BY_LINE, "Línea"), (BY_OBJECTIVE, "Objetivo")]


class DocumentPanel(PaperChoices):
    """The choices of a document, which is also kept as a workbook.

    `kinds` are the documents to choose from; with one there is nothing to choose. Only the first
    of several can be put in another order.
    """

    workbook_wanted = Signal()

    def __init__(self, kinds: Sequence[str], has_orders: bool) -> None:
        super().__init__()
        self._kinds, self._has_orders = tuple(kinds), has_orders
        self.documents = {kind: radio(TITLES[kind]) for kind in kinds}
        self.order = Segments(_ORDERS, "En orden de")
        self.all_units, self.approved = radio(""), radio("")
        self.workbook_button = button(
            "Guardar Excel…", "normal", "download", self.workbook_wanted.emit
        )
        self._order_box = titled("En orden de", self.order)
        foot = QVBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.print_button)
        foot.addLayout(beside(self.save_button, self.workbook_button))
        self.lay_out(foot)
        self._order_box.setVisible(has_orders)
        self.tell_of(self.order)
        for choices in ([*self.documents.values()], (self.all_units, self.approved)):
            group(self, choices).buttonClicked.connect(lambda _: self._on_choice())

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
        super().set_ready(is_ready)
        self.workbook_button.setEnabled(is_ready)

    def add_choices(self, column: QVBoxLayout) -> None:
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
        column.addWidget(titled("Papel", self.paper))
        column.addSpacing(4)
        column.addWidget(titled("Meses con", self.marks))

    def _on_choice(self) -> None:
        self._order_box.setVisible(self._has_orders and self.kind == self._kinds[0])
        self.changed.emit()
