"""Above a report: its sections, the words and the unit to filter by, and pills of the states."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from poadesk.plan.profiles import Profile
from poadesk.plan.reports.efficacy import ACCEPTABLE, INSUFFICIENT, REACHED, UNDERVALUED
from poadesk.plan.reports.kinds import TITLES
from poadesk.plan.reports.progress import INCOMPLETE
from poadesk.plan.reports.traffic_light import AMBER, GREEN, GREY, LIGHT_WORDS, NOT_BEGUN, RED
from poadesk.printing.screen.reports.making import NOWHERE, SIGNS, Made, ShownTable
from poadesk.printing.screen.reports.sections import has_section, section_words, sections_of
from poadesk.printing.screen.reports.sorting import Filter, states
from poadesk.widgets.bound_field import ChoiceBox
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.field_frame import LineField
from poadesk.widgets.flow_row import flow_row
from poadesk.widgets.icons import icon
from poadesk.widgets.pills import Pills, PillWords
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

PAUSE = 150  # milliseconds after a letter
ALL_UNITS = "Todas las unidades"
_WORDS_WIDTH, _UNIT_WIDTH = 190, 200  # pixels at 100 % text size
_PLURALS = {
    LIGHT_WORDS[RED]: "Atrasadas",
    LIGHT_WORDS[AMBER]: "En riesgo",
    LIGHT_WORDS[GREEN]: "Al día",
    LIGHT_WORDS[INCOMPLETE]: "Falta registrar",
    LIGHT_WORDS[NOT_BEGUN]: "Por empezar",
    LIGHT_WORDS[GREY]: "Sin prog.",
}
_LABELS = {
    INSUFFICIENT: "Insuficientes",
    ACCEPTABLE: "Aceptables",
    REACHED: "Cumplidas",
    UNDERVALUED: "Subvaluadas",
}


class FilterBar(QWidget):
    """`section_chosen` carries a section, `details_wanted` whether the panel beside is wanted."""

    section_chosen = Signal(str)
    filter_changed = Signal()
    details_wanted = Signal(bool)

    def __init__(self, words: Profile) -> None:
        super().__init__()
        self._words = words
        self._kind = ""  # of the report whose sections are offered
        self.sections = {kind: self._segments(kind) for kind in TITLES}
        self.section_list: QComboBox = ChoiceBox()
        self.section_list.setAccessibleName("Parte del informe")
        self.section_list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.field = LineField("Filtrar por palabras", "Filtrar por palabras")
        self.field.setClearButtonEnabled(True)
        self.unit: QComboBox = ChoiceBox()
        self.unit.setAccessibleName("Unidad")
        self.details = icon_button("panel", "Ver los detalles al lado", self._tell_details)
        self.details.setCheckable(True)
        self.pills = Pills("Filtrar por estado")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.filter_changed)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.section_list.activated.connect(
            lambda at: self.section_chosen.emit(self.section_list.itemData(at))
        )
        self.unit.currentIndexChanged.connect(lambda _: self.filter_changed.emit())
        self.pills.changed.connect(lambda _: self.filter_changed.emit())

    def filter(self) -> Filter:
        """Return what is chosen and written."""
        unit = self.unit.currentData() if self.unit.count() else ""
        return Filter(self.field.text(), unit or "", self.pills.value)

    def set_filter(self, wanted: Filter) -> None:
        """Write and choose without telling; the pills follow with `show_states`."""
        self.field.blockSignals(True)
        self.field.setText(wanted.words)
        self.field.blockSignals(False)
        self._choose_unit(wanted.unit)

    def clear(self) -> None:
        """Take every filter away."""
        self.set_filter(Filter())
        self.pills.set_pills([one.words for one in self.pills.buttons])
        self.filter_changed.emit()

    def show_section(self, kind: str, section: str, made: Made | None) -> None:
        """Show the sections of a report with one of them chosen."""
        self._kind = kind
        self.section_list.clear()
        for one in sections_of(kind):
            words, is_there = section_words(one, self._words, made), has_section(one, made)
            self.sections[kind].set_word(one, words)
            self.sections[kind].offer(one, is_there)
            if is_there:
                self.section_list.addItem(words, one)
        self.sections[kind].set_value(section)
        self.section_list.setCurrentIndex(self.section_list.findData(section))
        self._fit_sections()
        self.updateGeometry()

    def show_units(self, units: Sequence[str]) -> None:
        """Offer these units; a single one is no choice."""
        present = [self.unit.itemData(at) for at in range(1, self.unit.count())]
        if present != list(units):
            chosen = self.unit.currentData()
            self.unit.blockSignals(True)
            self.unit.clear()
            self.unit.addItem(ALL_UNITS, "")
            for one in units:
                self.unit.addItem(" ".join(one.split()) or "(sin nombre)", one)
            self.unit.blockSignals(False)
            self._choose_unit(chosen)
        self.unit.setVisible(len(units) > 1)

    def show_states(self, shown: ShownTable | None, chosen: str) -> None:
        """Offer the states of a table with their counts; one without states offers none."""
        if shown is None or shown.state == NOWHERE:
            self.pills.hide()
            return
        counts = states(shown, self.filter())
        known = _LABELS if set(counts) & set(_LABELS) else _PLURALS
        pills = [PillWords("", "Todas", sum(counts.values()))]
        pills += [
            PillWords(key, word, counts[key], SIGNS[key])
            for key, word in known.items()
            if key != LIGHT_WORDS[NOT_BEGUN] or counts[key] or key == chosen
        ]
        self.pills.set_pills(pills, chosen)
        self.pills.show()

    def show_tools(self, words: bool, unit: bool, details: bool) -> None:
        """Show what there is to filter by, and whether there is a panel to open."""
        self.field.setVisible(words)
        self.unit.setVisible(unit and self.unit.count() > 2)
        self.details.setVisible(details)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sections()

    def _fit_sections(self) -> None:
        """Offer the sections in a list that opens where there is no room for all their words."""
        if not self._kind:
            return
        is_short = self.sections[self._kind].sizeHint().width() > self.width()
        for kind, segments in self.sections.items():
            segments.setVisible(kind == self._kind and not is_short)
        self.section_list.setVisible(is_short)

    def _segments(self, kind: str) -> Segments:
        options = [(one, section_words(one, self._words)) for one in sections_of(kind)]
        segments = Segments(options, f"Parte de {TITLES[kind]}")
        segments.changed.connect(partial(self._tell_section, segments))
        return segments

    def _tell_section(self, segments: Segments, section: str) -> None:
        segments.focus_chosen()  # a field or pill that has the focus may go away
        self.section_chosen.emit(section)

    def _choose_unit(self, unit: str | None) -> None:
        at = self.unit.findData(unit or "")
        self.unit.blockSignals(True)
        self.unit.setCurrentIndex(max(at, 0))
        self.unit.blockSignals(False)

    def _tell_details(self) -> None:
        self.details_wanted.emit(self.details.isChecked())

    def _section_choices(self) -> tuple[QWidget, ...]:
        return (*self.sections.values(), self.section_list)

    def _lay_out(self) -> None:
        row, flow = flow_row()
        self.field.addAction(icon("search", "text3"), self.field.ActionPosition.LeadingPosition)
        self.field.setFixedWidth(theme().px(_WORDS_WIDTH))
        self.unit.setFixedWidth(theme().px(_UNIT_WIDTH))
        for widget in (*self._section_choices(), self.field, self.unit, self.details):
            flow.addWidget(widget)
        # They come with the first report.
        for widget in (*self._section_choices(), self.unit, self.details):
            widget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self.pills)
        self.pills.hide()
