"""At the right of the title of Informes: which report, up to which month, and how to keep it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.plan.reports.kinds import EXECUTION, TITLES
from poadesk.printing.screen.reports.choices import Choices
from poadesk.printing.screen.reports.saving import JSON, PDF, WORKBOOK
from poadesk.widgets.bound_field import ChoiceBox
from poadesk.widgets.buttons import menu_button
from poadesk.widgets.cut_off import CutOff
from poadesk.widgets.labels import label
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.segments import Segments

_GROUPS = {"quarter": "Por trimestre", "half": "Por semestre", "year": "Por año"}

_GAP = 8  # pixels between what stands in the head


class ReportHead(QObject):
    """`report_chosen` when another report or grouping is wanted, `save_wanted` with a format."""

    report_chosen = Signal()
    save_wanted = Signal(object)
    print_wanted = Signal()

    def __init__(self, cut_off: CutOff, choices: Choices) -> None:
        super().__init__()
        self._cut_off = cut_off
        self._choices = choices
        self.kind = Segments(list(TITLES.items()), "Informe")
        self.until: QComboBox = ChoiceBox()
        self.group: QComboBox = ChoiceBox()
        self.group.setAccessibleName("Sumas")
        for key, word in _GROUPS.items():
            self.group.addItem(word, key)
        self._menu = menu()
        self.save = menu_button("Guardar…", self._menu, "primary", "download")
        self._fill_menu()
        self._until_with_label = self._labelled()
        self.show_choices()
        self.kind.changed.connect(self._choose_kind)
        self.until.activated.connect(self._choose_until)
        self.group.activated.connect(self._choose_group)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return what stands in the head, in order."""
        return self.kind, self._until_with_label, self.group, self.save

    def width_needed(self) -> int:
        """Return the pixels of all of them beside each other.

        The groups count also while they are hidden, or the choice of the report would move away
        below the mouse that has just chosen another one.
        """
        return sum(one.sizeHint().width() + _GAP for one in self.widgets())

    def show_choices(self) -> None:
        """Show what is chosen, without telling."""
        months = self._cut_off.months
        if [self.until.itemData(at) for at in range(self.until.count())] != list(months):
            self.until.clear()
            for month in months:
                self.until.addItem(_month_words(month, months), month)
        self.until.setCurrentIndex(months.index(self._cut_off.month))
        self.kind.set_value(self._choices.kind)
        self.group.setCurrentIndex(self.group.findData(self._choices.group))
        if self.group.parent() is not None:
            self.group.setVisible(self._choices.kind == EXECUTION)

    def _choose_kind(self, kind: str) -> None:
        self._choices.kind = kind
        self.show_choices()
        # What had the focus, such as a pill, may go away with the report.
        self.kind.focus_chosen()
        self.report_chosen.emit()

    def _choose_until(self, at: int) -> None:
        self._cut_off.choose(self.until.itemData(at))

    def _choose_group(self, at: int) -> None:
        self._choices.group = self.group.itemData(at)
        self.report_chosen.emit()

    def _fill_menu(self) -> None:
        for words, form, sign in (
            ("PDF…", PDF, "file"),
            ("Libro de Excel…", WORKBOOK, "calendar"),
            ("JSON…", JSON, "copy"),
        ):
            add_entry(self._menu, words, partial(self.save_wanted.emit, form), icon=sign)
        self._menu.addSeparator()
        add_entry(self._menu, "Imprimir en papel…", self.print_wanted.emit, icon="printer")

    def _labelled(self) -> QWidget:
        self.until.setAccessibleName("Corte: último mes que entra en el informe")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = label("Corte", "label", "text2", wrap=False)
        words.setBuddy(self.until)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.until)
        return holder


def _month_words(month: str, months: tuple[str, ...]) -> str:
    """Return `junio`, or with its year where the plan spans two."""
    name = calendar.name(month)
    return name if len(calendar.years(months)) == 1 else f"{name} {calendar.year(month)}"
