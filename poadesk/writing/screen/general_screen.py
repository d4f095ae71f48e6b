"""Datos generales: what goes on the cover and at the head of each page."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.plan.kit import unit_named
from poadesk.plan.model import Plan, declared_fields
from poadesk.plan.office import is_office
from poadesk.plan.profiles import PROFILES
from poadesk.planfile.journal import Step
from poadesk.widgets.bound_field import BoundField, ChoiceBox, field_editor
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.labels import heading, label, tooltip
from poadesk.widgets.later import later
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme
from poadesk.writing import schedule_edits
from poadesk.writing.plan_kind import make_kind
from poadesk.writing.screen.logo_field import LogoField

_SUBTITLE = "Lo que va en la portada y al inicio de cada página."
_TWELFTHS = 12
# Milliseconds until the last section is there: it is below, and who opens a plan need not wait.
_PRESENTED_AFTER = 50
# Row, column, rows and columns of each field; those of the cover also where there is less room.
_WIDE_COVER = {
    "entity": (0, 0, 1, 5),
    "unit": (0, 5, 1, 5),
    "title": (1, 0, 1, 5),
    "year_label": (1, 5, 1, 2),
    "first_month": (1, 7, 1, 3),
    "logo": (0, 10, 2, 2),
}
_NARROW_COVER = {
    "entity": (0, 0, 1, 12),
    "unit": (1, 0, 1, 12),
    "title": (2, 0, 1, 12),
    "year_label": (3, 0, 1, 4),
    "first_month": (3, 4, 1, 5),
    "logo": (3, 9, 1, 3),
}
_ROOM_FOR_COVER = 720  # pixels of width, in which a year such as 2027-2028 is whole
_PEOPLE = {
    "responsible": (0, 0, 1, 6),
    "responsible_position": (0, 6, 1, 6),
    "place": (1, 0, 1, 6),
    "drafted_on": (1, 6, 1, 6),
    "reviewed_by": (2, 0, 1, 6),
    "reviewed_position": (2, 6, 1, 6),
    "authorized_by": (3, 0, 1, 6),
    "authorized_position": (3, 6, 1, 6),
}
_PRESENTATION = {
    "general_objective": (0, 0, 1, 12),
    "introduction": (1, 0, 1, 12),
    "unit_code": (2, 0, 1, 4),
    "currency": (2, 4, 1, 3),
}


class GeneralScreen(Screen):
    """The form of the plan's own fields; its year and first month move the cronograma."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Datos generales", _SUBTITLE, parent=parent)
        self._open_plan = open_plan
        self._frames: dict[str, FieldFrame] = {}
        self._first_month = ChoiceBox()
        self.kind = self._kind_choice()
        self.set_hints([("Tab", "campo siguiente"), ("Ctrl+Z", "deshacer")])
        self._sections = QVBoxLayout()
        self._sections.setSpacing(self.content.spacing())
        self.content.addLayout(self._sections)
        self.content.addStretch(1)
        self._cover = self._section("Portada")
        self._bind("entity")
        self._bind("unit", UnitField)
        self._bind("title")
        self._bind("year_label", YearField)
        self._make_first_month()
        self._frames["logo"] = LogoField(open_plan)
        self._place(self._cover, _WIDE_COVER)
        self._is_narrow = False
        self._fill("Quiénes y cuándo", _PEOPLE)
        later(self, _PRESENTED_AFTER, self._present)
        open_plan.changed.connect(self._show_due)
        self._show_due()

    def arrive(self) -> None:
        # What comes from the planning office is not where the work goes on.
        self.jump_to("", "unit" if self._why_fixed("entity") else "entity")

    def jump_to(self, row_id: str, field: str) -> None:
        if field == "profile":
            self.kind.focus_chosen()
            return
        if field in _PRESENTATION:
            self._present()
        editor = self._frames.get(field, self._frames["entity"]).editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_area.ensureWidgetVisible(editor, 24, 48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_ROOM_FOR_COVER)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._place(self._cover, _NARROW_COVER if is_narrow else _WIDE_COVER)

    def _present(self) -> None:
        """Add the section of longer words, unless it is there."""
        if "introduction" in self._frames:
            return
        before = list(self._frames.values())[-1].editor
        self._fill("Presentación", _PRESENTATION)
        self._show_count_of_words()
        editors = (self._frames[field].editor for field in _PRESENTATION)
        for one, other in pairwise((before, *editors)):
            QWidget.setTabOrder(one, other)

    def _fill(self, title: str, places: dict[str, tuple[int, int, int, int]]) -> None:
        grid = self._section(title)
        for field in places:
            self._bind(field)
        self._place(grid, places)

    def _show_due(self) -> None:
        """Say until when the planning office takes the plan of a unit, where it has said so."""
        plan = self._open_plan.plan
        due = plan.due_on.strip().rstrip(".") if plan.kit_id else ""
        self.set_subtitle(f"{_SUBTITLE} La entrega cierra el {due}." if due else _SUBTITLE)

    def _kind_choice(self) -> Segments:
        """Return the choice of the kind of plan, in the heading: it decides all other words."""
        kinds = [(key, words.name) for key, words in PROFILES.items()]
        choice = Segments(kinds, declared_fields("plan")["profile"].label)
        choice.setProperty("field", "profile")
        choice.set_value(_kind_of(self._open_plan))
        choice.setEnabled(not self._why_fixed("profile"))
        tooltip(choice, self._why_fixed("profile"))
        choice.changed.connect(self._make_kind)
        self._open_plan.changed.connect(self._show_kind)
        name = label(choice.accessibleName(), "small", "text2", wrap=False)
        for widget in (name, choice):
            self.header_buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return choice

    def _show_kind(self) -> None:
        self.kind.set_value(_kind_of(self._open_plan))

    def _why_fixed(self, field: str) -> str:
        """Say why a field is not written here, or ""."""
        if self._open_plan.file.read_only:
            return "Este plan se abrió solo para leer"
        return self._open_plan.reading.why_fixed(self._open_plan.plan.id, field)

    def _make_kind(self, kind: str) -> None:
        """Let all plans of the file be of a kind: an office writes one kind of plan.

        What units have sent stays of the kind that they wrote.
        """
        shared = not is_office(self._open_plan.plans)

        def make(step: Step, chosen: Plan) -> None:
            for plan in self._open_plan.plans if shared else (chosen,):
                make_kind(step, plan, kind)

        self._open_plan.act("Cambiar la clase de plan", make)

    def _place(self, grid: QGridLayout, places: dict[str, tuple[int, int, int, int]]) -> None:
        for field, place in places.items():
            frame = self._frames[field]
            grid.removeWidget(frame)
            grid.addWidget(frame, *place, Qt.AlignmentFlag.AlignTop)

    def _section(self, title: str) -> QGridLayout:
        if self._sections.count():
            line = QFrame()
            line.setProperty("panel", "line")
            self._sections.addWidget(line)
        self._sections.addWidget(heading(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(_TWELFTHS):
            grid.setColumnStretch(column, 1)
        self._sections.addLayout(grid)
        return grid

    def _bind(self, field: str, kind: type[BoundField] = BoundField) -> None:
        frame = self._frames[field] = field_editor("plan", field, words=self._open_plan.words)
        bound = kind(frame, self._open_plan, "plan", field)
        bound.entered.connect(self.row_shown)
        bound.bind(self._open_plan.plan.id)

    def _make_first_month(self) -> None:
        combo = self._first_month
        combo.addItems([name.capitalize() for name in calendar.MONTH_NAMES])
        combo.activated.connect(self._begin_in)
        name = declared_fields("plan")["first_month"].label
        self._frames["first_month"] = FieldFrame(name, combo)
        self._open_plan.changed.connect(self._show_first_month)
        self._show_first_month()

    def _show_first_month(self) -> None:
        month = int(self._open_plan.plan.first_month[5:7])
        self._first_month.setCurrentIndex(month - 1)
        self._first_month.setEnabled(not self._why_fixed("first_month"))
        why = self._open_plan.reading.why_fixed(self._open_plan.plan.id, "first_month")
        self._frames["first_month"].show_lock(why)

    def _begin_in(self, index: int) -> None:
        plan = self._open_plan.plan
        month = f"{calendar.year(plan.first_month)}-{index + 1:02d}"
        if month != plan.first_month:
            words = f"Empezar el plan en {calendar.name(month)}"
            self._open_plan.act(words, lambda step, now: schedule_edits.begin_in(step, now, month))

    def _show_count_of_words(self) -> None:
        frame = self._frames["introduction"]
        editor = frame.editor
        assert isinstance(editor, QPlainTextEdit)

        def count() -> None:
            words = len(editor.toPlainText().split())
            frame.set_note("1 palabra" if words == 1 else f"{words:,} palabras" if words else "")

        editor.textChanged.connect(count)
        count()


def _kind_of(open_plan: OpenPlan) -> str:
    kind = open_plan.plan.profile
    return kind if kind in PROFILES else "poa"


class UnitField(BoundField):
    """The unit: its code follows where the planning office has written the unit down."""

    def _write(self, value: Any) -> None:
        plan = self._open_plan.plan
        name, code = unit_named(plan, value)
        if not code or name != value:
            super()._write(value)
            return
        with self._open_plan.writing("Elegir la unidad", origin=self) as step:
            step.put("plan", plan.id, unit=value, unit_code=code)


class YearField(BoundField):
    """The year of the plan: writing another one moves the whole cronograma to it."""

    def _write(self, value: Any) -> None:
        plan = self._open_plan.plan
        year = value[:4] or calendar.year(plan.first_month)
        first_month = f"{year}{plan.first_month[4:]}"
        with self._open_plan.writing("Cambiar el año del plan", origin=self) as step:
            if first_month != plan.first_month:
                schedule_edits.begin_in(step, plan, first_month)
            step.put("plan", plan.id, year_label=value)
