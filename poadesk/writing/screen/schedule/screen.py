"""The step Cronograma: when each activity is done, and how much of it in each month."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Activity
from poadesk.planfile.journal import Change
from poadesk.widgets.buttons import Button, menu_button
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.segments import Segments
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.columns import Cell
from poadesk.writing.screen.schedule.fill_menu import end_under, fill_menu
from poadesk.writing.screen.schedule.grid import ScheduleGrid
from poadesk.writing.screen.schedule.kept_rows import columns_of, rows_of
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.words import subtitle

_BY_MONTHS = [
    ("0–9", "cantidad"),
    ("Mayús+→", "elegir"),
    ("Ctrl+C", "copiar a Excel"),
    ("Ctrl+J", "copiar de arriba"),
    ("Supr", "vaciar"),
    ("F2", "corregir"),
]
_BY_WEEKS = [
    ("Espacio", "marcar la semana"),
    ("Mayús+→", "elegir"),
    ("Ctrl+C", "copiar a Excel"),
    ("Ctrl+J", "copiar de arriba"),
    ("Supr", "vaciar"),
]
_READING = [("←+→", "moverse"), ("Mayús+→", "elegir y sumar"), ("Ctrl+C", "copiar a Excel")]

_OF_AN_ACTIVITY = {"month_record", "week_mark"}


class ScheduleScreen(Screen):
    """Grid of activities by months or weeks. `status` says what the chosen cells add up to."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Cronograma", scrolls=False, parent=parent)
        self._open_plan = open_plan
        self._model = ScheduleModel(self)
        self.status = ""
        self.grid = ScheduleGrid(self._model, open_plan, self.margin)
        self.view = self.grid.view
        self.steps = Segments([("month", "Meses"), ("week", "Semanas")], "Cronograma por")
        self.fills = fill_menu("Rellenar", self)
        self._fill = self._fill_button()
        self._empty = self._when_empty()
        self._room = QStackedWidget()
        self._put_together()
        self.steps.changed.connect(self._keep_by)
        self.view.chosen.connect(self._say_what_works)
        self.view.chosen.connect(self._tell_row)
        self.view.explain.connect(self._explain)
        self._missed: frozenset[str] | None = None
        self._model.observed = self._is_observed
        open_plan.changed.connect(self._on_changed)
        open_plan.changed.connect(self._show_remarks)
        self._show(frozenset())

    def arrive(self) -> None:
        """Put the focus on the grid, or on the button that leads out of an empty one."""
        if not self._model.rows:
            self._to_goals.setFocus()
            return
        if not self.view.currentIndex().isValid():
            self.view.go_to(self._model.index(self._model.next_line(-1) or 0, 0))
        self.view.setFocus()

    def jump_to(self, row_id: str, field: str) -> None:
        """Put the focus on the row of an activity, or of the first one below a heading.

        `field` may be a month; otherwise it is the first in which something is planned.
        """
        line = self._model.line_of(row_id)
        if line is not None:
            first = min(self._model.rows[line].values, default=0)
            columns = self._model.columns
            asked = field in columns.months
            at = columns.months.index(field) * columns.per_month if asked else first
            self.view.go_to(self._model.index(line, at), in_middle=True)
        self.arrive()

    def _put_together(self) -> None:
        self.header_buttons.addWidget(self.steps)
        self.header_buttons.addWidget(self._fill)
        self.content.addWidget(self._room)
        self._room.addWidget(self.grid)
        self._room.addWidget(self._empty)

    def _fill_button(self) -> Button:
        button = menu_button("Rellenar", self.fills, icon="fill")
        # A click must leave the focus, and with it the frame, on the cells that will be filled.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        end_under(self.fills, button)
        self.fills.aboutToShow.connect(lambda: self.view.offer_fills(self.fills))
        return button

    def _when_empty(self) -> EmptyState:
        state = EmptyState(
            f"El cronograma se llena con sus {self._open_plan.words.activities}",
            "Escriba primero qué se hará. Aquí marcará después, con un clic, en qué meses.",
            "calendar",
        )
        self._to_goals = state.add_action(
            f"Ir a {self._open_plan.words.step_titles['goals']}",
            lambda: self.go_to_step.emit("goals"),
            icon="arrow-right",
        )
        return state

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed is not None:
            missed, self._missed = self._missed, None
            self._show(missed)

    def _on_changed(self, changes: tuple[Change, ...], origin: object) -> None:
        touched = frozenset(self._touched(changes))
        if not self.isVisible():  # out of sight it waits, so that typing elsewhere does not
            self._missed = (self._missed or frozenset()) | touched
        elif all(change.table in _OF_AN_ACTIVITY for change in changes):
            self._renew(touched)
        else:
            self._show(touched)

    def _touched(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Yield the ids of the rows that changed, and of the activities whose months did."""
        places = self._open_plan.reading.places
        for change in changes:
            yield change.id
            for values in (change.before, change.after):
                yield (values or {}).get("activity_id", "")
            place = places.get(change.id)
            if place is not None and place.parent is not None:
                yield place.parent.id

    def _renew(self, touched: frozenset[str]) -> None:
        """Show anew only the activities whose months changed: all other lines stay."""
        for row in filter(None, map(self._open_plan.row, touched)):
            if isinstance(row, Activity):
                self._model.renew(row)
        self._say_sums()

    def _show(self, changed: frozenset[str]) -> None:
        plan, columns = self._open_plan.plan, columns_of(self._open_plan)
        at = self._model.cell(self.view.currentIndex())
        scrolled = self.view.verticalScrollBar().value()
        resets = self._model.show(rows_of(self._open_plan), columns, changed)
        if resets and at is not None:
            self._return_to(at, scrolled)
        self.view.typing.follow()
        self.steps.set_value(plan.schedule_step)
        for each in (self.steps, self._fill):
            each.setEnabled(not self._open_plan.read_only)
            each.setVisible(bool(self._model.rows))
        self._room.setCurrentWidget(self.grid if self._model.rows else self._empty)
        self._say_sums()

    def _say_sums(self) -> None:
        sums = [row.sum for row in self._model.active()]
        noun = self._open_plan.words.noun("activity")
        self.set_subtitle(subtitle(sums, noun) if sums else "")
        self._say_what_works()

    def _return_to(self, at: Cell, scrolled: int) -> None:
        """Go back to the same place after all lines were shown anew."""
        week = min(at.week or 1, 4) if self._model.columns.by_week else 0
        index = self._model.index_of(Cell(at.activity_id, at.month, week))
        self.view.verticalScrollBar().setValue(scrolled)
        if index.isValid():
            self.view.go_to(index)

    def _keep_by(self, schedule_step: str) -> None:
        commands.keep_by(self._open_plan, schedule_step)
        self.steps.set_value(self._open_plan.plan.schedule_step)

    def _say_what_works(self) -> None:
        self.status = self._chosen_in_words()
        if self._open_plan.read_only:
            self.set_hints(_READING)
        elif self._model.rows:
            self.set_hints(_BY_WEEKS if self._model.columns.by_week else self._by_months())
        else:
            self.set_hints([])

    def _by_months(self) -> list[tuple[str, str]]:
        activity = self._open_plan.row(self.view.current_id())
        is_counted = isinstance(activity, Activity) and bool(activity.unit_of_measure.strip())
        return [("Espacio", "poner 1" if is_counted else "marcar X"), *_BY_MONTHS]

    def _show_remarks(self) -> None:
        self.view.verticalHeader().viewport().update()

    def _is_observed(self, row_id: str) -> bool:
        """Say whether the planning office has observed an activity or its months."""
        reading = self._open_plan.reading
        return any(reading.remarks_at(row_id, field) for field in ("", "months"))

    def _tell_row(self) -> None:
        current = self.view.currentIndex()
        if current.isValid():
            self.row_shown.emit(self._model.rows[current.row()].id)

    def _explain(self, key: str, sentence: str) -> None:
        """Say in the hint bar why a key did nothing, until the person goes on."""
        self.set_hints([(key, sentence)])

    def _chosen_in_words(self) -> str:
        """Count what is chosen: `10 meses elegidos · suma 2,400`."""
        block = self.view.block()
        if block is None or block.size < 2:
            return ""
        if block.columns.by_week:
            return f"{block.size} semanas elegidas"
        return f"{block.size} meses elegidos · suma {show_quantity(block.total)}"
