"""The list of recent plans: the last one as a card, the others below, the missing ones grey."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from poadesk.desktop.folder_words import folder_in_words
from poadesk.desktop.presence import Presence
from poadesk.desktop.recent import recent_plans
from poadesk.desktop.recent_rows import ContinueCard, RecentPlan, RecentRow
from poadesk.plan.moments import said
from poadesk.widgets.labels import label
from poadesk.widgets.scrolled_page import ScrolledPage


def recent_in_words() -> list[RecentPlan]:
    """Return the recent plans as they are shown, newest first; no file is looked at."""
    now = datetime.now()
    return [
        RecentPlan(
            recent.path,
            recent.title,
            recent.unit or "Plan sin unidad todavía",
            folder_in_words(PurePath(recent.path)),
            day_and_time(recent.when, now),
            recent.states,
        )
        for recent in recent_plans()
    ]


def day_and_time(at: str, now: datetime) -> str:
    """Say a moment kept as `2026-11-20 10:42`, also that it was today."""
    today = at.startswith(f"{now:%Y-%m-%d} ")
    return f"hoy, {said(at, now)}" if today else said(at, now)


class RecentList(ScrolledPage):
    """The plans, newest first. `opened` and `removed` carry the path of one."""

    # As objects: of a text Qt leaves out what is no UTF-8, and then there is no such file.
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, plans: Sequence[RecentPlan]) -> None:
        super().__init__()
        self.rows: list[RecentRow] = [
            RecentRow(plan) if number else ContinueCard(plan) for number, plan in enumerate(plans)
        ]
        for row in self.rows:
            row.clicked.connect(lambda _=False, path=row.plan.path: self.opened.emit(path))
            row.remove_wanted.connect(lambda path=row.plan.path: self.removed.emit(path))
        self._fill_column()
        self._presence = Presence([plan.path for plan in plans], self)
        self._presence.answered.connect(self._show_answer)

    def _fill_column(self) -> None:
        column = self.column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label("Siga donde lo dejó", "title"))
        column.addSpacing(16)
        column.addWidget(self.rows[0])
        if len(self.rows) > 1:
            column.addSpacing(28)
            column.addWidget(label("Otros planes recientes", "strong", "text2"))
            column.addSpacing(8)
        for row in self.rows[1:]:
            column.addWidget(row)
            column.addWidget(_line())
        column.addStretch(1)

    def _show_answer(self, path: str, is_there: bool) -> None:
        for row in self.rows:
            if row.plan.path == path and not is_there:
                row.show_missing()


def _line() -> QFrame:
    result = QFrame()
    result.setProperty("panel", "line")
    return result
