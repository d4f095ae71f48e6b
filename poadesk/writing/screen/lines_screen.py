"""The step "Líneas estratégicas": where they come from, the lines, and the programmes of each."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.plan.profiles import field_of
from poadesk.widgets.bound_field import BoundField, field_editor
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.details.line import LinePage
from poadesk.writing.screen.outline.levels import ONLY_LINE, counted
from poadesk.writing.screen.outline.screen import OutlineScreen


class LinesScreen(OutlineScreen):
    """Strategic lines of the municipality, to which the objectives answer."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        pages = {"strategic_line": LinePage}
        super().__init__(open_plan, "Líneas estratégicas", (ONLY_LINE,), pages, parent)
        page = self.details.page("strategic_line")
        assert isinstance(page, LinePage)
        self.programmes = page.programmes
        self.programmes.notice.connect(self.notice)
        # Of what is said by the title of the screen; its whole name is only spoken.
        whole = field_of(open_plan.words, "plan", "strategy_source").label
        self._source = field_editor(
            "plan", "strategy_source", "De dónde salen", words=open_plan.words
        )
        self._source.editor.setAccessibleName(whole)
        self._source_bound = BoundField(self._source, open_plan, "plan", "strategy_source")
        self._source_bound.bind(open_plan.plan.id)
        self._room = QVBoxLayout()
        self._room.addWidget(self._source)
        self.content.insertLayout(0, self._room)
        self._align()
        add = self.findChild(QWidget, "add")
        assert isinstance(add, QWidget)
        for before, after in pairwise((add, self._source.editor, self.outline)):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align()

    def jump_to(self, row_id: str, field: str) -> None:
        """Go to a line, to a programme, or to the field above the lines."""
        row = self.open_plan.row(row_id)
        if field == "strategy_source":
            self._source.editor.setFocus()
        elif row is not None and row.TABLE == "programme":
            line = self.open_plan.parent_of(row_id)
            self.outline.show_row(line.id)
            self.programmes.focus_row(row_id, field)
        else:
            super().jump_to(row_id, field)

    def _follow(self) -> None:
        plan = self.open_plan.plan
        lines = plan.strategic_lines
        self.set_subtitle(counted(len(lines), "strategic_line", plan) if lines else "")

    def _leave(self, forward: bool) -> None:
        """Before the first line comes the field above the lines."""
        if forward:
            super()._leave(forward)
        else:
            self._source.editor.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _align(self) -> None:
        """Begin the field at the margin of the title."""
        self._room.setContentsMargins(self.margin(), 4, self.margin(), 16)
