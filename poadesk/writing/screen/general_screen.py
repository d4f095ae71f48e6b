"""Datos generales: what goes on the cover and at the head of each page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QPlainTextEdit, QWidget

from poadesk.plan import calendar
from poadesk.plan.model import declared_fields
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.labels import heading
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.writing import schedule_edits
from poadesk.writing.screen.logo_field import LogoField

_TWELFTHS = 12
# Field, row, first column and number of columns, on a grid of twelve.
_COVER = (
    ("entity", 0, 0, 5),
    ("unit", 0, 5, 5),
    ("title", 1, 0, 5),
)
_PEOPLE = (
    ("responsible", 0, 0, 6),
    ("responsible_position", 0, 6, 6),
    ("place", 1, 0, 6),
    ("drafted_on", 1, 6, 6),
    ("reviewed_by", 2, 0, 6),
    ("reviewed_position", 2, 6, 6),
    ("authorized_by", 3, 0, 6),
    ("authorized_position", 3, 6, 6),
)
_WORDS = (
    ("general_objective", 0, 0, 12),
    ("introduction", 1, 0, 12),
    ("unit_code", 2, 0, 3),
    ("currency", 2, 3, 3),
)


class GeneralScreen(Screen):
    """The form of the plan's own fields; its year and first month move the cronograma."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__("Datos generales", "Lo que va en la portada y al inicio de cada página.")
        self._open_plan = open_plan
        self._editors: dict[str, QWidget] = {}
        self.set_hints([("Tab", "campo siguiente"), ("Ctrl+Z", "deshacer")])
        cover = self._section("Portada", _COVER)
        self._add(cover, "year_label", 1, 5, 2, YearField)
        self._add_first_month(cover)
        logo = LogoField(open_plan)
        self._editors["logo"] = logo.editor
        cover.addWidget(logo, 0, 10, 2, 2)
        self._section("Quiénes y cuándo", _PEOPLE)
        self._section("Presentación", _WORDS)
        self._show_count_of_words()
        self.content.addStretch(1)

    def arrive(self) -> None:
        self.jump_to("", "entity")

    def jump_to(self, row_id: str, field: str) -> None:
        editor = self._editors.get(field, self._editors["entity"])
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_area.ensureWidgetVisible(editor, 24, 48)

    def _section(self, title: str, fields: tuple[tuple[str, int, int, int], ...]) -> QGridLayout:
        if self.content.count():
            line = QFrame()
            line.setProperty("line", True)
            self.content.addWidget(line)
        self.content.addWidget(heading(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(_TWELFTHS):
            grid.setColumnStretch(column, 1)
        self.content.addLayout(grid)
        for field, row, column, width in fields:
            self._add(grid, field, row, column, width)
        return grid

    def _add(
        self,
        grid: QGridLayout,
        field: str,
        row: int,
        column: int,
        width: int,
        kind: type[BoundField] = BoundField,
    ) -> FieldFrame:
        frame = field_editor("plan", field)
        kind(frame, self._open_plan, "plan", field).bind(self._open_plan.plan.id)
        grid.addWidget(frame, row, column, 1, width, Qt.AlignmentFlag.AlignTop)
        self._editors[field] = frame.editor
        return frame

    def _add_first_month(self, grid: QGridLayout) -> None:
        names = [name.capitalize() for name in calendar.MONTH_NAMES]
        combo = QComboBox()
        combo.addItems(names)
        frame = FieldFrame(declared_fields("plan")["first_month"].label, combo)
        grid.addWidget(frame, 1, 7, 1, 3, Qt.AlignmentFlag.AlignTop)
        self._editors["first_month"] = combo
        combo.setEnabled(not self._open_plan.read_only)
        combo.activated.connect(self._begin_in)
        self._open_plan.changed.connect(lambda *_: self._show_first_month())
        self._show_first_month()

    def _show_first_month(self) -> None:
        combo = self._editors["first_month"]
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(int(self._open_plan.plan.first_month[5:7]) - 1)

    def _begin_in(self, index: int) -> None:
        plan = self._open_plan.plan
        month = f"{calendar.year(plan.first_month)}-{index + 1:02d}"
        if month != plan.first_month:
            label = f"Empezar el plan en {calendar.name(month)}"
            self._open_plan.act(label, lambda step, now: schedule_edits.begin_in(step, now, month))

    def _show_count_of_words(self) -> None:
        editor = self._editors["introduction"]
        frame = editor.parentWidget()
        assert isinstance(editor, QPlainTextEdit)
        assert isinstance(frame, FieldFrame)

        def count() -> None:
            words = len(editor.toPlainText().split())
            frame.set_note("1 palabra" if words == 1 else f"{words:,} palabras" if words else "")

        editor.textChanged.connect(count)
        count()


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
