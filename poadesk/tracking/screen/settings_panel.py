"""The panel with the settings of follow-up, which hold for all plans of the file."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from poadesk.plan.fields import Choice
from poadesk.plan.kit import protected_fields
from poadesk.plan.model import declared_fields
from poadesk.plan.office import KIT
from poadesk.planfile.errors import CannotSaveError
from poadesk.tracking.screen.fields import SettingField, write_setting
from poadesk.widgets.bound_field import field_editor
from poadesk.widgets.buttons import button
from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.labels import heading, hint, label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import SHADOW, Overlay
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

_WIDTH = 460
# In reading order, two beside each other.
_TYPED = (
    "red_below_hundredths",
    "green_above_hundredths",
    "cause_below_hundredths",
    "efficacy_cut_hundredths",
    "recording_months",
)
_MONTHS = "recorded_months"


class SettingsPanel(Overlay):
    """Limits of the traffic light, deadline and months that are recorded; each saves by itself."""

    def __init__(self, window: QWidget, open_plan: OpenPlan, below: QWidget) -> None:
        super().__init__(window, "Ajustes del seguimiento")
        self._open_plan = open_plan
        self._below = below
        self.frames: dict[str, FieldFrame] = {}
        self.months = self._month_choice()
        self._put_together()

    def open_panel(self) -> None:
        """Show the panel with the focus on its first field."""
        self.open(self.frames[_TYPED[0]].editor)

    def place(self) -> None:
        """Stand below the button, with its right edge under that of the button."""
        corner = self._below.mapTo(
            self._over, QPoint(self._below.width(), self._below.height() + 4)
        )
        room = self._over.rect()
        width = min(theme().px(_WIDTH), room.width() - 16) + 2 * SHADOW
        self.fit_height(width)
        left = max(8, corner.x() + SHADOW - width)
        top = min(corner.y() - SHADOW, room.height() - self.height())
        self.move(left, max(0, top))

    def leave(self, give_back: bool = True) -> None:
        """Close the panel after what was typed is saved."""
        self._open_plan.save_waiting()
        super().leave(give_back)

    def _put_together(self) -> None:
        self.column.setContentsMargins(SHADOW + 16, SHADOW + 14, SHADOW + 16, SHADOW + 14)
        self.column.setSpacing(10)
        self.column.addWidget(heading("Ajustes del seguimiento"))
        words = "Valen para todo el archivo y se imprimen con los informes."
        self.column.addWidget(label(words, "grid", "text2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for at, field in enumerate(_TYPED):
            frame = self.frames[field] = field_editor("plan", field)
            SettingField(frame, self._open_plan, field)
            grid.addWidget(frame, at // 2, at % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        example = hint("Con 1 mes de plazo, septiembre se registra hasta el 31 de octubre.")
        grid.addWidget(example, len(_TYPED) // 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self._with_label())
        self.column.addWidget(button("Cerrar los ajustes", "quiet", on_click=self.leave))

    def _month_choice(self) -> Segments:
        declared = declared_fields("plan")[_MONTHS]
        assert isinstance(declared, Choice)
        choice = Segments(list(declared.options), declared.label)
        choice.set_value(getattr(self._open_plan.plans[0], _MONTHS))
        choice.setEnabled(not self._open_plan.file.read_only and not self._is_given())
        choice.changed.connect(self._keep_months)
        return choice

    def _is_given(self) -> bool:
        first = self._open_plan.plans[0]
        return first.role != KIT and _MONTHS in protected_fields(first).get(first.id, ())

    def _with_label(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        words = declared_fields("plan")[_MONTHS].label
        column.addWidget(label(words, "label", "text2", wrap=False))
        column.addWidget(self.months)
        return column

    def _keep_months(self, value: str) -> None:
        try:
            write_setting(self._open_plan, _MONTHS, value)
        except CannotSaveError as error:
            self._open_plan.save_failed.emit(error)
            self.months.set_value(getattr(self._open_plan.plans[0], _MONTHS))
