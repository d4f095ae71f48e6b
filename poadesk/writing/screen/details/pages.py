"""The fields of objectives, goals and activities, beside their outline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit

from poadesk.plan.model import Activity
from poadesk.plan.review import Finding
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.details.line_checks import LineChecks
from poadesk.writing.screen.details.panel import DetailsPage
from poadesk.writing.screen.details.year import YearOfActivity


class ObjectivePage(DetailsPage):
    """Code of an objective, and the strategic lines to which it answers."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan, "objective")
        self._lines = LineChecks(open_plan)
        self.editors["lines"] = self._lines
        self.column.addWidget(self._lines)
        self.add_field("code")
        self.add_advice()

    def bind(self, row_id: str) -> None:
        super().bind(row_id)
        self._lines.bind(row_id)


class GoalPage(DetailsPage):
    """Period and code of a goal."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan, "goal")
        self.add_field("period_text")
        self.add_field("code")
        self.add_advice()


class ActivityPage(DetailsPage):
    """Everything that is written of an activity besides its text and its months."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan, "activity")
        self._year = YearOfActivity()
        self._year.wanted.connect(self._go_to_month)
        for field in open_plan.words.activity_fields:
            self._add(field)
        self.add_advice()
        self.column.addWidget(label("Otros datos", "strong"))
        for field in open_plan.words.other_fields:
            self._add(field)

    def refresh(self) -> None:
        """Show the months."""
        activity = self.open_plan.row(self.row_id)
        if not isinstance(activity, Activity):
            return
        self._year.show_year(activity, self.open_plan.reading.months)

    def _go_to_month(self, month: str) -> None:
        told = Finding("hint", "", Activity.TABLE, self.row_id, month, "", "", "schedule")
        self.place_wanted.emit(told)

    def _add(self, field: str) -> None:
        """Add a field; the unit has the target beside it, and the months are only shown."""
        if field == "unit_of_measure":
            self._add_amount()
        elif field == "months":
            self.column.addWidget(self._year)
        else:
            self.add_field(field)

    def _add_amount(self) -> None:
        unit = self.make_field("unit_of_measure")
        target = self.make_field("annual_target_thousandths")
        assert isinstance(target.editor, QLineEdit)
        target.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        pair = QGridLayout()
        pair.setHorizontalSpacing(12)
        pair.addWidget(unit, 0, 0, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(target, 0, 1, Qt.AlignmentFlag.AlignTop)
        pair.setColumnStretch(0, 5)
        pair.setColumnStretch(1, 4)
        unit.set_help("")
        target.set_help("")
        self.column.addLayout(pair)
