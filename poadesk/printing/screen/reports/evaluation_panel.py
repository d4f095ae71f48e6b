"""Beside Evaluación: areas of an action, what its table says in words, and the person's comment."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from poadesk.plan.fields import show_quantity
from poadesk.plan.reports.efficacy import shown_efficacy
from poadesk.plan.reports.evaluation import EvaluatedAction, EvaluatedObjective, Evaluation
from poadesk.plan.reports.limits import Limits
from poadesk.printing.screen.reports.comment_field import CommentField
from poadesk.printing.screen.reports.making import SIGNS, Made
from poadesk.printing.screen.reports.side_panel import SidePanel
from poadesk.widgets.grid_text import paint_lines, text_width, wrapped
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme

_NOTHING = "Elija un renglón de la tabla para ver sus áreas y escribir su comentario."
_BAR, _GAP = 6, 10  # pixels at 100 % text size
_WHOLE = Fraction(100)


class EvaluationPanel(SidePanel):
    """The table's own words stand on a card; the comment of the person in a field below it."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__("Áreas y comentario")
        self.areas = AreaBars()
        self.generated = label("", "text")
        self.comment = CommentField(open_plan)
        self._card = QFrame()
        self._card.setProperty("panel", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setSpacing(4)
        inside.addWidget(label("Lo que dice la tabla", "label", "text2"))
        inside.addWidget(self.generated)
        self.add(self.areas, self._card, self.comment)
        self._clear()

    def show_row(self, made: Made, row_id: str) -> None:
        """Show an action or an objective of an evaluation."""
        report = made.report
        assert isinstance(report, Evaluation)
        for objective in report.objectives:
            if row_id in objective.objective_ids:
                self._show_objective(objective, report)
                return
            for action in objective.actions:
                if row_id in action.goal_ids:
                    self._show_action(action, report)
                    return
        self._clear()

    def _clear(self) -> None:
        self.say("", _NOTHING)
        self.comment.bind((), "")
        for widget in (self.areas, self._card, self.comment):
            widget.hide()

    def _show_action(self, action: EvaluatedAction, report: Evaluation) -> None:
        word = (action.label or "Sin programación").capitalize()
        self.say(action.code, action.name, word, SIGNS.get(action.label or "", "unplanned"))
        bars = [(area.unit, area.planned, area.done, area.percent) for area in action.areas]
        self._show_bars(bars, report)
        self.generated.setText(action.text)
        self._card.show()
        self.comment.bind(action.goal_ids, report.period.until)
        self.comment.show()

    def _show_objective(self, objective: EvaluatedObjective, report: Evaluation) -> None:
        self.say(objective.code, objective.name)
        bars = [(one.code, one.planned, one.done, one.percent) for one in objective.actions]
        self._show_bars(bars, report)
        self._card.hide()
        self.comment.bind(objective.objective_ids, report.period.until)
        self.comment.show()

    def _show_bars(
        self, bars: list[tuple[str, int, int, Fraction | None]], report: Evaluation
    ) -> None:
        self.areas.set_bars(bars, report.limits)
        self.areas.setVisible(bool(bars))


class AreaBars(QWidget):
    """Each area with what it did of what was planned, its percentage, and a bar of it."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: list[tuple[str, str, str, Fraction | None]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Lo ejecutado por cada área")
        theme().changed.connect(self.updateGeometry)

    def set_bars(self, bars: list[tuple[str, int, int, Fraction | None]], limits: Limits) -> None:
        """Show areas: name, planned and done in thousandths, exact percentage."""
        self._bars = [
            (
                name,
                f"{show_quantity(done)} de {show_quantity(planned)}",
                "Sin programación" if value is None else f"{shown_efficacy(value, limits)}\u00a0%",
                value,
            )
            for name, planned, done, value in bars
        ]
        said = (f"{name}: {amounts}, {figure}" for name, amounts, figure, _ in self._bars)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(name, width) for name, *_ in self._bars)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.heightForWidth(theme().px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, top = QPainter(self), theme().px, 0.0
        for name, amounts, figure, value in self._bars:
            lines = wrapped(name, "grid", self.width())
            paint_lines(painter, lines, "grid", 0, top, "text")
            at = top + len(lines) * theme().line_height("grid")
            paint_lines(painter, (amounts,), "small", 0, at, "text2")
            left = self.width() - text_width(figure, "strong")
            paint_lines(painter, (figure,), "strong", left, at - 1, "text")
            at += theme().line_height("grid") + px(2)
            painter.fillRect(QRectF(0, at, self.width(), px(_BAR)), theme().color("track"))
            if value is not None:
                wide = float(min(value, _WHOLE) / _WHOLE) * self.width()
                painter.fillRect(QRectF(0, at, wide, px(_BAR)), theme().color("fill"))
            top += self._height(name, self.width())

    def _height(self, name: str, width: int) -> int:
        lines = len(wrapped(name, "grid", width)) + 1
        return lines * theme().line_height("grid") + theme().px(2 + _BAR + _GAP)
