"""Recursos e indicadores: the goals in a list, and beside it what the chosen one needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QWidget

from poadesk.plan.fields import show_money
from poadesk.plan.model import Goal, Plan, Row
from poadesk.plan.profiles import Profile
from poadesk.plan.totals import cost_of_plan
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.kept_widths import keep_width, kept_width
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme
from poadesk.writing.screen.goal_detail import GoalDetail
from poadesk.writing.screen.goal_list import GoalList, entries

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
        self.detail = GoalDetail(open_plan, self._split)
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
        app.focusChanged.connect(self._follow_focus)
        self._is_stale = False
        open_plan.changed.connect(self._on_changed)
        self._refresh()

    def arrive(self) -> None:
        self.goals.setFocus(Qt.FocusReason.OtherFocusReason)
        self.row_shown.emit(self.goals.goal_id())

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Say which keys work where the focus is, and bring it into sight.

        Not under a pressed mouse, nor where the whole window has only become active again.
        """
        if now is None or not self.isAncestorOf(now):
            return
        hints = self._hints_at(now)
        if hints != self.hints:
            self.set_hints(hints)
        if before is not None and not QApplication.mouseButtons():
            # A row that was just made is not laid out yet.
            QTimer.singleShot(0, self.detail, self.detail.bring_focus_in_sight)

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
