"""Recursos e indicadores: the goals in a list, and beside it what the chosen one needs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QWidget

from poadesk.plan.fields import show_money
from poadesk.plan.model import Goal, Plan, Row
from poadesk.plan.profiles import Profile
from poadesk.plan.totals import cost_of_goal, cost_of_plan
from poadesk.planfile.journal import Step
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.kept_widths import keep_width, kept_width
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_list import Destinations, RowList
from poadesk.widgets.screen import Screen
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.screen.details.card import AdviceCard, advice_on
from poadesk.writing.screen.goal_list import GoalList, entries
from poadesk.writing.screen.indicator_row import IndicatorRow
from poadesk.writing.screen.resource_row import ResourceHeadings, ResourceRow

_ADVICE = 520  # pixels of the cards with examples
_KEPT_LIST = "list/resources"
_LIST, _LEAST_LIST, _DETAIL = 300, 190, 540  # pixels of the list, and what the detail needs


_LISTS = ("resources", "indicators")  # of a goal


class ResourcesScreen(Screen):
    """The list of goals, and the resources and indicators of the chosen one."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Recursos e indicadores", scrolls=False, parent=parent)
        self._open_plan = open_plan
        words = open_plan.words.noun("goal")
        next_goal = f"{words.brief if words.short else words.one} siguiente"
        self._moves = [("Tab", "casilla siguiente"), ("Alt+↓", next_goal)]
        self.set_hints(self._moves)
        line = QFrame()
        line.setProperty("panel", "line")
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self.content.addWidget(line)
        self.content.addWidget(self._split, 1)
        self.goals = GoalList(words.titles)
        self._split.addWidget(self.goals)
        self.detail = _Detail(open_plan, self._split)
        for rows in (self.detail.resources, self.detail.indicators):
            rows.notice.connect(self.notice)
            rows.entered.connect(self.row_shown)
        self.goals.chosen.connect(self.detail.show_goal)
        self.goals.chosen.connect(self._share_room)
        self.goals.chosen.connect(self.row_shown)
        self._empty = EmptyState(
            f"Los recursos se anotan por {words.one}",
            f"Escriba primero {words.all}. Luego, aquí, anote qué necesita cada una "
            "y cómo se sabrá si se cumplió.",
            "target",
        )
        title = open_plan.words.step_titles["goals"]
        self._empty.add_action(f"Ir a {title}", lambda: self.go_to_step.emit("goals"))
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([kept_width(_KEPT_LIST, _LIST), theme().px(900)])
        self._split.splitterMoved.connect(self._keep_list)
        self.content.addWidget(self._empty, 1)
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.goals.step(by))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._show_hints)
        self._is_stale = False
        open_plan.changed.connect(self._on_changed)
        self._refresh()

    def arrive(self) -> None:
        self.goals.setFocus(Qt.FocusReason.OtherFocusReason)
        self.row_shown.emit(self.goals.goal_id())

    def _show_hints(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Say which keys work where the focus is; outside of the screen, as before."""
        if focused is not None and self.isAncestorOf(focused):
            hints = self._hints_at(focused)
            if hints != self.hints:
                self.set_hints(hints)

    def _hints_at(self, focused: QWidget) -> list[tuple[str, str]]:
        named = (self.detail.resources, "recurso"), (self.detail.indicators, "indicador")
        for rows, noun in named:
            if focused is rows.add_button:
                return [("Enter", f"agregar {noun}"), *self._moves]
            if rows.isAncestorOf(focused):
                return [("Enter", f"otro {noun}"), *self._moves, ("Ctrl+Supr", "borrar")]
        return self._moves

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Put the list above the detail where there is no room for it beside."""
        room = self.width() - max(theme().px(_DETAIL), self.detail.least_width())
        beside = room >= theme().px(_LEAST_LIST)
        side = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if side != self._split.orientation():
            self._split.setOrientation(side)
            list_size = kept_width(_KEPT_LIST, _LIST) if beside else theme().px(_LEAST_LIST)
            self._split.setSizes([list_size, theme().px(900)])
        if beside and self._split.sizes()[0] > room:
            self._split.setSizes([room, self.width() - room])

    def _keep_list(self) -> None:
        """Keep the width of the list; its height, where it stands above, follows the room."""
        if self._split.orientation() == Qt.Orientation.Horizontal:
            keep_width(_KEPT_LIST, self._split.sizes()[0])

    def jump_to(self, row_id: str, field: str) -> None:
        row = self._open_plan.row(row_id)
        goal = row if isinstance(row, Goal) else self._goal_of(row)
        if goal is None:
            self.arrive()
            return
        self.goals.choose(goal.id)
        lists = (self.detail.resources, self.detail.indicators)
        if not any(rows.focus_row(row_id, field) for rows in lists):
            wanted = lists[1] if field == "indicators" else lists[0]
            wanted.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hides(self, row_id: str, field: str) -> bool:
        row = self._open_plan.row(row_id)
        goal = row if isinstance(row, Goal) and field in _LISTS else self._goal_of(row)
        return goal is not None and goal.id != self.goals.goal_id()

    def _goal_of(self, row: Row | None) -> Goal | None:
        if row is None or row.TABLE not in ("resource", "indicator"):
            return None
        parent = self._open_plan.parent_of(row.id)
        return parent if isinstance(parent, Goal) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _on_changed(self) -> None:
        """Show the goals again; out of sight it waits, so that typing elsewhere does not."""
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

    def _refresh(self) -> None:
        self._is_stale = False
        plan = self._open_plan.plan
        rows = entries(plan, self._open_plan.reading.numbers)
        self.goals.show_entries(rows)
        has_goals = any(entry.goal_id for entry in rows)
        self._empty.setVisible(not has_goals)
        self._split.setVisible(has_goals)
        self.set_subtitle(_summary(plan, self._open_plan.words) if has_goals else "")
        self.detail.refresh()
        self._share_room()


class _Detail(ScrolledPage):
    """The resources and the indicators of one goal."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._words = open_plan.words.noun("goal")
        self._goal_id = ""
        self._number = label("", "heading2", "accent", wrap=False)
        self._text = label("", "heading2")
        self._total = label("", "button", "text", wrap=False)
        self._headings = ResourceHeadings()
        self.resources = RowList(open_plan, "resource", self._resource, "Agregar recurso")
        self.indicators = RowList(open_plan, "indicator", self._indicator, "Agregar indicador")
        self.resources.destinations = self.indicators.destinations = self._destinations
        # Amounts are shown whole even where the window has no room for all of them.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.advice = {
            table: _advice(table, open_plan.words) for table in ("resource", "indicator")
        }
        self._lay_out()

    def show_goal(self, goal_id: str) -> None:
        """Show another goal."""
        self._open_plan.save_waiting()
        if goal_id != self._goal_id:
            self.verticalScrollBar().setValue(0)
        self._goal_id = goal_id
        self.resources.show_rows_of(goal_id)
        self.indicators.show_rows_of(goal_id)
        self.refresh()

    def refresh(self) -> None:
        """Show the words and the total of the goal again, and each amount whole."""
        self._headings.fit([row for row in self.resources.rows if isinstance(row, ResourceRow)])
        goal = self._open_plan.row(self._goal_id)
        if not isinstance(goal, Goal):
            return
        self._number.setText(self._open_plan.number(goal.id))
        self._text.setText(goal.text or f"{self._words.title} sin texto todavía")
        cost = cost_of_goal(goal)
        currency = self._open_plan.plan.currency
        words = "" if cost is None else f"Total {self._words.of}  {show_money(cost, currency)}"
        self._total.setText(words)
        self.advice["resource"].setVisible(not goal.resources)
        self.advice["indicator"].setVisible(not goal.indicators)

    def least_width(self) -> int:
        """Return the width in pixels below which it would have to be scrolled sideways."""
        margins, bar = self.column.contentsMargins(), self.verticalScrollBar().sizeHint().width()
        return self._headings.least_width() + margins.left() + margins.right() + bar

    def _lay_out(self) -> None:
        column = self.column
        column.setContentsMargins(14, 16, 14, 24)
        column.setSpacing(4)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._text, 1)
        column.addLayout(title)
        column.addSpacing(12)
        column.addLayout(_section("Recursos", f"lo que hace falta para cumplir {self._words.the}"))
        column.addWidget(self._headings)
        column.addWidget(self.resources)
        column.addWidget(self.advice["resource"])
        column.addWidget(self._total, 0, Qt.AlignmentFlag.AlignRight)
        column.addSpacing(16)
        column.addLayout(_section("Indicadores", "cómo se sabrá si se cumplió"))
        column.addWidget(self.indicators)
        column.addWidget(self.advice["indicator"])
        column.addStretch(1)

    def _resource(self, row_id: str) -> ResourceRow:
        return ResourceRow(self._open_plan, row_id, self.resources.open_menu)

    def _indicator(self, row_id: str) -> IndicatorRow:
        return IndicatorRow(self._open_plan, row_id, self.indicators.open_menu)

    def _destinations(self, row: Row) -> Destinations:
        """Offer every other goal of the plan."""
        goals = [goal for goal in self._open_plan.plan.goals() if goal.id != self._goal_id]
        return [
            (
                f"Pasar {self._words.to} {self._open_plan.number(goal.id)}",
                self._mover(row.id, goal.id),
            )
            for goal in goals
        ]

    def _mover(self, row_id: str, goal_id: str) -> Callable[[Step, Plan], None]:
        def move(step: Step, plan: Plan) -> None:
            row, to = self._open_plan.row(row_id), self._open_plan.row(goal_id)
            assert row is not None
            assert isinstance(to, Goal)
            at = len(to.resources if row.TABLE == "resource" else to.indicators)
            edits.move(step, row, self._open_plan.parent_of(row_id), to, at)

        return move


def _advice(table: str, words: Profile) -> AdviceCard:
    """Return what stands below a list as long as it is empty."""
    card = AdviceCard(advice_on(table, words))
    card.setMaximumWidth(theme().px(_ADVICE))
    card.hide()
    return card


def _section(title: str, what: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(10)
    row.addWidget(label(title, "objective", wrap=False))
    row.addWidget(label(what, "small", "text3", wrap=False), 1, Qt.AlignmentFlag.AlignVCenter)
    return row


def _summary(plan: Plan, words: Profile) -> str:
    goals, many = list(plan.goals()), words.goals
    without = sum(1 for goal in goals if not goal.has_indicator)
    said = (
        f"Todas las {many} tienen indicador"
        if not without
        else f"A {without} de las {len(goals)} {many} les falta indicador"
        if without > 1
        else f"A una de las {len(goals)} {many} le falta indicador"
        if len(goals) > 1
        else "Falta el indicador"
    )
    cost = cost_of_plan(plan)
    return said if cost is None else f"{said} · el plan cuesta {show_money(cost, plan.currency)}"
