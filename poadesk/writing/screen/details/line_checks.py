"""The strategic lines to which an objective answers, as boxes to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Objective, StrategicLine
from poadesk.widgets.labels import label, tooltip
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import edits


class CheckLine(QWidget):
    """A check box with words that wrap; a click on the words ticks the box too."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words_ = label(words, "grid", "text")
        words_.setContentsMargins(0, 4, 0, 4)
        line.addWidget(words_, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.box.click()


class LineChecks(QWidget):
    """The strategic lines of the plan, each with a box that ties it to an objective."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._objective_id = ""
        self._shown: list[tuple[str, str]] = []
        self._boxes: dict[str, QCheckBox] = {}
        self._lines: list[CheckLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label("Líneas estratégicas", "label", "text2"))
        self._none = label("El plan todavía no tiene líneas estratégicas.", "small", "text3")
        self._column.addWidget(self._none)
        open_plan.changed.connect(self._show)

    def bind(self, objective_id: str) -> None:
        """Show the lines to which another objective is tied."""
        self._objective_id = objective_id
        self._show()

    def _show(self) -> None:
        lines = self._open_plan.plan.strategic_lines
        names = [(line.id, f"{self._open_plan.number(line.id)}. {line.name}") for line in lines]
        if names != self._shown:
            self._make_boxes(names)
        objective = self._open_plan.row(self._objective_id)
        assert objective is None or isinstance(objective, Objective)
        ties = objective.lines if objective else ()
        tied = {tie.strategic_line_id for tie in ties}
        given = self._open_plan.reading.given
        fixed = {tie.strategic_line_id for tie in ties if tie.id in given}
        for line_id, box in self._boxes.items():
            box.setChecked(line_id in tied)
            is_free = line_id not in fixed and not self._open_plan.read_only
            box.setEnabled(is_free and objective is not None)
            tooltip(box, "Viene de Planificación" if line_id in fixed else "")

    def _make_boxes(self, names: list[tuple[str, str]]) -> None:
        for line in self._lines:
            line.deleteLater()
        self._shown, self._boxes, self._lines = names, {}, []
        for line_id, name in names:
            self._column.addWidget(self._line(line_id, name))
        self._none.setVisible(not names)

    def _line(self, line_id: str, name: str) -> QWidget:
        line = CheckLine(name)
        self._lines.append(line)
        self._boxes[line_id] = line.box
        line.box.clicked.connect(lambda checked: self._tie(line_id, checked))
        return line

    def _tie(self, line_id: str, tied: bool) -> None:
        objective = self._open_plan.row(self._objective_id)
        line = self._open_plan.row(line_id)
        if not isinstance(objective, Objective) or not isinstance(line, StrategicLine):
            return
        named = self._open_plan.named
        verb, joint = ("Unir", "con") if tied else ("Separar", "de")
        self._open_plan.act(
            f"{verb} {named(objective)} {joint} {named(line)}",
            lambda step, plan: edits.tie_to_line(step, objective, line, tied),
            origin=self,
        )
        self._show()
