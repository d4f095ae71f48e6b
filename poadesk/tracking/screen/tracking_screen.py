"""Seguimiento: what was planned and what was done in each month of the year, up to a cut-off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from poadesk.plan.model import Activity, Row
from poadesk.planfile.journal import Change
from poadesk.tracking.edits import BUDGET, CAUSE, CORRECTIVE_ACTION, SPENT
from poadesk.tracking.gaps import CAUSE as CAUSE_IS_MISSING
from poadesk.tracking.gaps import Gap
from poadesk.tracking.screen.details import TrackingDetails
from poadesk.tracking.screen.details_side import DetailsSide
from poadesk.tracking.screen.empty import NothingToFollow
from poadesk.tracking.screen.filling import offer_fills
from poadesk.tracking.screen.followed import Followed
from poadesk.tracking.screen.grid import TrackingGrid
from poadesk.tracking.screen.header import TrackingHeader
from poadesk.tracking.screen.hints import chosen_in_words, hints_for
from poadesk.tracking.screen.legend import Legend
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.panels import Panels
from poadesk.tracking.screen.rows import FINANCIAL, KINDS, PHYSICAL, Kind
from poadesk.tracking.standing import scope_of
from poadesk.widgets.beside import ScreenWithPanel
from poadesk.widgets.cut_off import cut_off_of
from poadesk.widgets.menus import add_entry
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.pills import Pills

_OF_AN_ACTIVITY = {"month_record", "week_mark", "deviation"}


class TrackingScreen(ScreenWithPanel):
    """Grid of activities by months up to the cut-off, with the chosen activity beside it.

    `today` tells the day by which a month is overdue.
    """

    notice_sign = "check"

    def __init__(
        self,
        open_plan: OpenPlan,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Seguimiento", scrolls=False, parent=parent)
        self._open_plan = open_plan
        self._today = today
        self._cut_off = cut_off_of(open_plan)
        self._model = TrackingModel(self)
        self._is_behind, self._row_beside = False, ""
        self.header = TrackingHeader(self)
        self._panels = Panels(self.header.more, open_plan, self)
        self.pills = Pills("Mostrar")
        self.grid = TrackingGrid(self._model, open_plan, self.margin)
        self.view = self.grid.view
        self.legend = Legend()
        self.details = TrackingDetails(open_plan, self.splitter)
        self._filters = QVBoxLayout()
        self._empty = NothingToFollow(open_plan.words, lambda: self.go_to_step.emit("goals"))
        self._room = QStackedWidget()
        self._put_together()
        self._side = DetailsSide(self, self.details)
        self._connect()
        self._show()

    def arrive(self) -> None:
        """Put the focus on the grid, or on the button that leads out of an empty one."""
        if not self._followed.rows:
            self._empty.to_goals.setFocus()
            return
        if self._followed.scope.today != self._today():  # the program stayed open over night
            self._show()
        if not self.view.currentIndex().isValid() and self._model.rows:
            line, month = self._model.next_line(-1) or 0, self._model.past - 1
            self.view.go_to(self._model.index(line, month))
        self.view.setFocus()

    def jump_to(self, row_id: str, field: str) -> None:
        """Go to what a finding speaks of: an activity's amounts, or what is said of its delay."""
        activity_id, month = self._activity_of(row_id)
        month = field if field in self._model.months else month
        if field in (BUDGET, SPENT):
            self._see_kind(FINANCIAL)
        self._go_to(activity_id, month)
        self.arrive()
        if field in (CAUSE, CORRECTIVE_ACTION):
            self._side.want()
            self.details.focus_field(field)

    def make_room(self, is_tight: bool) -> None:
        """Give the room of the details to what covers them."""
        self._side.cover(is_tight)

    def show_missing(self) -> None:
        """Show the list of what is missing up to the cut-off."""
        self._open_plan.save_waiting()
        self._panels.show_missing(list(self._followed.gaps()), self._cut_off.month)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._side.fit():
            self._show_counts()
        self._filters.setContentsMargins(self.margin(), 0, self.margin(), 12)
        QTimer.singleShot(0, self, self._fit_heading)  # once the buttons know their size

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self._show()
        QTimer.singleShot(0, self, self._fit_heading)

    def _put_together(self) -> None:
        self.content.addWidget(self._room)
        work = QWidget(self._room)
        self._room.addWidget(work)
        self._room.addWidget(self._empty)
        self._filters.addWidget(self.pills)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._filters)
        column.addWidget(self.grid, 1)
        column.addWidget(self.legend)
        more = self.header.more_menu
        add_entry(more, "Lo que falta…", self.show_missing, icon="flag")
        add_entry(more, "Ajustes…", self._panels.show_settings, icon="settings")
        self._beside = add_entry(more, "Ver la actividad al lado", self._toggle_side, icon="panel")

    def _connect(self) -> None:
        self.header.cut_off_chosen.connect(self._cut_off.choose)
        self.header.kind_chosen.connect(self._show_kind)
        self.header.fills.aboutToShow.connect(self._offer_fills)
        self.header.more_menu.aboutToShow.connect(
            lambda: self._beside.setVisible(self._side.is_narrow)
        )
        self._side.turned.connect(lambda: QTimer.singleShot(0, self, self._fit_heading))
        self.pills.changed.connect(lambda _: self._filter())
        self.view.chosen.connect(self._follow_cell)
        self.legend.missing_wanted.connect(self.show_missing)
        self._panels.gap_wanted.connect(self._go_to_gap)
        self.view.explain.connect(lambda key, sentence: self.set_hints([(key, sentence)]))
        self._cut_off.changed.connect(lambda _: self._show())
        self._open_plan.changed.connect(self._on_changed)

    def _follow(self) -> Followed:
        plans, until = self._open_plan.plans, self._cut_off.month
        return Followed(self._open_plan, scope_of(plans, until, self._today()))

    def _show(self) -> None:
        """Read everything anew, and go back to the cell that had the focus."""
        self._followed = self._follow()
        self._show_counts()
        self.header.show_cut_off(self._cut_off.months, self._cut_off.month)
        self._filter()
        has_rows = bool(self._followed.rows)
        for one in self.header.buttons():
            one.setVisible(has_rows)
        self.header.fill.setEnabled(not self._open_plan.read_only)
        self._room.setCurrentIndex(0 if has_rows else 1)
        self._side.show_with(has_rows)
        self._say_sums()
        self._fit_heading()
        self._row_beside = ""
        self._follow_cell()

    def _show_counts(self) -> None:
        pills = self._followed.pills(short=self._side.is_narrow)
        self.pills.set_pills(pills, self.pills.value)

    def _filter(self) -> None:
        """Show the activities of the chosen pill; the cell with the focus keeps it if it can."""
        place, scope = self.view.place(), self._followed.scope
        scrolled = self.view.verticalScrollBar().value()
        rows = self._followed.shown(self.pills.value)
        self._model.show(rows, scope.period.year, len(scope.period.months))
        if place is not None and not self.view.currentIndex().isValid():
            self.view.verticalScrollBar().setValue(scrolled)
            index = self._model.index_of(place.activity_id, place.month)
            if not index.isValid() and rows:
                index = self._model.index(self._model.next_line(-1) or 0, self._model.past - 1)
            if index.isValid():
                self.view.go_to(index)
        self.view.typing.follow()

    def _see_kind(self, kind: Kind) -> None:
        self.header.kinds.set_value(kind.name)
        self._show_kind(kind.name)

    def _show_kind(self, name: str) -> None:
        self._open_plan.save_waiting()
        self._model.show_kind(KINDS[name])
        self.legend.show_kind(KINDS[name])
        self.view.choose_line(False)
        self.header.show_kind(KINDS[name].is_money)
        self._fit_heading()
        self.view.scrollTo(self.view.currentIndex())
        self._row_beside = ""
        self._follow_cell()

    def _on_changed(self, changes: tuple[Change, ...], origin: object) -> None:
        if not self.isVisible():  # out of sight it waits, so that typing elsewhere does not
            self._is_behind = True
        elif all(change.table in _OF_AN_ACTIVITY for change in changes):
            self._renew(frozenset(self._touched(changes)))
        else:
            self._show()

    def _touched(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Yield the ids of the activities of which something changed."""
        for change in changes:
            for values in (change.before, change.after):
                yield (values or {}).get("activity_id", "")
            yield self._open_plan.parent_id(change.id)

    def _renew(self, touched: frozenset[str]) -> None:
        """Show anew only the activities that changed: all other lines stay where they are."""
        for row in filter(None, map(self._open_plan.row, touched)):
            line = self._followed.renew(row) if isinstance(row, Activity) else None
            if line is not None:
                self._model.renew(line)
                if line.id == self._row_beside:
                    self.details.renew(line, self._model.kind)
        self._show_counts()
        self._say_sums()
        self._say_what_works()

    def _say_sums(self) -> None:
        ready, count = self._followed.up_to_date()
        self.legend.show_missing(self._followed.gap_count())
        if count:
            self.set_foot(f"{ready:,} de {count:,} al corriente", ready / count)

    def _fit_heading(self) -> None:
        """Say the deadline, and name the buttons, in as many words as there is room for."""
        if not self._followed.rows:
            self.set_subtitle("")
            return
        room = self.width() - self.details.width() * self._side.is_open - 2 * self.margin()
        self.set_subtitle(self.header.fit(room, self._followed.scope))

    def _follow_cell(self) -> None:
        """Show the activity of the current cell beside the grid, and what the keys do in it."""
        place = self.view.place()
        activity_id = place.activity_id if place is not None else ""
        if activity_id != self._row_beside or not activity_id:
            self._row_beside = activity_id
            row = self._followed.row(activity_id) if activity_id else None
            self.details.show_row(row, self._model.kind)
            if activity_id:
                self.row_shown.emit(activity_id)
        self._say_what_works()

    def _say_what_works(self) -> None:
        self.status = chosen_in_words(self.view.block())
        kind, has_rows = self._model.kind, bool(self._followed.rows)
        self.set_hints(hints_for(kind, self._open_plan.read_only) if has_rows else [])

    def _offer_fills(self) -> None:
        args = self.header.fills, self._open_plan, self.view, self._cut_off.month
        offer_fills(*args, self.notice.emit)

    def _toggle_side(self) -> None:
        self._side.toggle()
        self.view.setFocus()
        QTimer.singleShot(0, self, lambda: self.view.scrollTo(self.view.currentIndex()))

    def _go_to_gap(self, gap: Gap) -> None:
        if gap.kind == CAUSE_IS_MISSING:
            self.jump_to(gap.activity.id, CAUSE)
            return
        self._see_kind(PHYSICAL)
        self._go_to(gap.activity.id, gap.months[0])
        self.view.setFocus()

    def _go_to(self, activity_id: str, month: str) -> None:
        """Make a cell the current one, also when the filter had hidden it."""
        if not self._model.index_of(activity_id, month).isValid() and self.pills.value:
            self.pills.choose("")
        line = self._model.line_of(activity_id)
        if line is not None:
            self.view.choose_line(False)
            month = month if month in self._model.months else self._cut_off.month
            index = self._model.index(line, self._model.months.index(month))
            self.view.go_to(index, in_middle=True)

    def _activity_of(self, row_id: str) -> tuple[str, str]:
        """Return the activity of a row and the month that it speaks of, or the cut-off."""
        row: Row | None = self._open_plan.row(row_id)
        month = str(getattr(row, "month", "") or self._cut_off.month)
        parent = self._open_plan.parent_id(row_id)
        return (parent if row is not None and row.TABLE in _OF_AN_ACTIVITY else row_id), month
