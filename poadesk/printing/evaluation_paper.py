"""The evaluation on paper: chart, the areas of each action in tables and words, the objectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poadesk.plan.model import Plan
from poadesk.plan.profiles import Profile, profile_of
from poadesk.plan.reports.efficacy import shown_efficacy
from poadesk.plan.reports.evaluation import EvaluatedAction, EvaluatedObjective, Evaluation
from poadesk.plan.reports.kinds import EVALUATION, METHODS
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import WHOLE, shown
from poadesk.plan.reports.report_tables import LABEL_LIGHTS
from poadesk.printing.charts import Bar, action_bars
from poadesk.printing.engine import Flowable, Kept
from poadesk.printing.evaluation_tables import LabelChip, areas_table, comment, objective_table
from poadesk.printing.paper import Sheet, upright
from poadesk.printing.report_document import (
    OutlineEntry,
    Progress,
    ReportName,
    build_document,
    heading,
)
from poadesk.printing.report_options import ReportOptions
from poadesk.printing.styles import style
from poadesk.printing.text import NBSP, bold, paragraph

NOT_IN_PERIOD = "No programada en el periodo"
NOTHING = "El plan todavía no tiene acciones con actividades que se puedan evaluar."


def build_evaluation(
    plans: Sequence[Plan],
    report: Evaluation,
    options: ReportOptions,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of the evaluation; equal input gives equal bytes."""
    sheet, words = upright(options.paper), profile_of(plans[0].profile)
    name = _name(report, words)
    story = [*heading(plans, name), *_Story(report, words, sheet).flowables()]
    return build_document(plans, name, sheet, story, progress)


def _name(report: Evaluation, words: Profile) -> ReportName:
    cut = shown(report.limits.efficacy_cut, 2)
    subtitle = (
        f"Contribución de las áreas a {words.noun('objective').all}, de {report.period.words()}. "
        f"Método: {METHODS[EVALUATION].lower()}. Corte de la meta aceptable: {cut}{NBSP}%."
    )
    return ReportName(f"Evaluación, {report.period.name()}", subtitle, report.period.name())


class _Story:
    """What the document tells, in the order of its pages."""

    def __init__(self, report: Evaluation, words: Profile, sheet: Sheet) -> None:
        self.report, self.words = report, words
        self.room = sheet.frame_width, sheet.frame_height

    def flowables(self) -> Iterator[Flowable]:
        actions = list(self.report.actions())
        if not actions:
            yield paragraph(style("calm"), NOTHING)
            return
        goal, objective = self.words.noun("goal"), self.words.noun("objective")
        yield _title("h2", f"Eficacia por {goal.one}", "chart", 0)
        yield self._chart(actions)
        levels = f"{objective.short or objective.all} y {goal.short or goal.many}"
        part = [_title("part", f"I. Contribución por áreas: {levels}", "areas", 0)]
        for at, one in enumerate(self.report.objectives):
            yield from self._objective(at, one, [] if at else part)
        both = f"{objective.many} y {goal.many}"
        part = [_title("part", f"II. {both[:1].upper()}{both[1:]}", "objectives", 0)]
        for at, one in enumerate(self.report.objectives):
            yield from self._summed(at + 1, one, [] if at else part)

    def _chart(self, actions: Sequence[EvaluatedAction]) -> Flowable:
        limits = self.report.limits
        bars = [_bar(action, limits) for action in actions]
        return action_bars(bars, *self.room, (limits.efficacy_cut, WHOLE))

    def _objective(
        self, at: int, objective: EvaluatedObjective, above: Sequence[Flowable]
    ) -> Iterator[Flowable]:
        title = _coded("h2", objective.code, objective.name, f"objective-{at}", 1)
        if not objective.actions:
            yield from above
        for place, action in enumerate(objective.actions):
            kept = [] if place else [*above, title]
            yield Kept([*kept, *self._action(f"action-{at}-{place}", action)])

    def _action(self, key: str, action: EvaluatedAction) -> Iterator[Flowable]:
        yield _coded("evaluation-action", action.code, action.name, key, 2)
        yield areas_table(action, self.report.limits, *self.room)
        if action.label is not None:
            yield paragraph(style("evaluation-text"), action.text)
            yield LabelChip(action.label)
        if action.comment:
            yield comment(action.comment, *self.room)

    def _summed(
        self, number: int, objective: EvaluatedObjective, above: Sequence[Flowable]
    ) -> Iterator[Flowable]:
        table = objective_table(objective, number, self.words, self.report.limits, self.room)
        table.spaceBefore = 12.0
        rest = [comment(objective.comment, *self.room)] if objective.comment else []
        yield Kept([*above, table, *rest])


def _bar(action: EvaluatedAction, limits: Limits) -> Bar:
    if action.percent is None:
        return Bar(action.code, action.name, None, NOT_IN_PERIOD, row_id=action.goal_ids[0])
    words = f"{shown_efficacy(action.percent, limits)}{NBSP}%"
    light = LABEL_LIGHTS[action.label or ""]
    return Bar(action.code, action.name, action.percent, words, light, row_id=action.goal_ids[0])


def _title(kind: str, words: str, key: str, level: int) -> Flowable:
    return _Titled(paragraph(style(kind), words), OutlineEntry(words, key, level))


def _coded(kind: str, code: str, name: str, key: str, level: int) -> Flowable:
    line = " ".join(name.split())
    made = paragraph(style(kind), bold(code), NBSP * 2, line)
    return _Titled(made, OutlineEntry(f"{code} {line}".strip(), key, level))


class _Titled(Flowable):
    """A heading with its entry in the outline; it stays with what follows."""

    keepWithNext = 1  # noqa: N815  (ReportLab's own name)

    def __init__(self, words: Flowable, entry: OutlineEntry) -> None:
        super().__init__()
        self.words, self.entry = words, entry

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        size: tuple[float, float] = self.words.wrap(width, height)
        return size

    def getSpaceBefore(self) -> float:
        return float(self.words.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        return float(self.words.getSpaceAfter())

    def draw(self) -> None:
        self.entry.drawOn(self.canv, 0, 0)
        self.words.drawOn(self.canv, 0, 0)
