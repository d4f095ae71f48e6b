"""Revisar: what is worth correcting, each with a jump to its field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.remarks import place_of
from poadesk.plan.review import SEVERITIES, Finding
from poadesk.widgets.buttons import button
from poadesk.widgets.chips import Badge
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.finding_row import FindingRow
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.spelling import spelling
from poadesk.writing.screen.review_remarks import ReviewRemarks
from poadesk.writing.spelling_review import UnknownWords

SHOWN_OF_EACH = 60  # more than anybody reads at once; the rest follows as these are corrected
_ADVICE = {
    "error": "Conviene hacerlo antes de imprimir",
    "warning": "Puede imprimir aunque los deje así",
    "hint": "Solo si le sirven",
}
_TONES = {"error": "bad", "warning": "warning", "hint": "info"}


class ReviewScreen(Screen):
    """The findings by severity; it is made anew whenever the plan changes or it is shown."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Revisar", parent=parent)
        self._open_plan = open_plan
        self._findings: list[Finding] | None = None
        self.remarks = ReviewRemarks(open_plan)
        self.remarks.jump_wanted.connect(
            lambda remark: self.go_to_finding.emit(place_of(open_plan.plan, remark))
        )
        self._spelling: Finding | None = None
        self.rows: list[FindingRow] = []
        self._print: QWidget | None = None
        self.set_hints([("Enter", "ir al campo"), ("F8", "siguiente"), ("Mayús+F8", "anterior")])
        self._next = button("Siguiente", "normal", "arrow-right", self._go_to_next)
        self.header_buttons.addWidget(self._next)
        self.content.addWidget(self.remarks)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        open_plan.changed.connect(self._refresh_later)
        spelling().changed.connect(self._later.start)
        self._refresh()

    def _refresh_later(self) -> None:
        """Look at the plan again once the change is over."""
        self._later.start()

    def arrive(self) -> None:
        self._refresh()
        self._focus_row(0)

    def _focus_row(self, at: int) -> None:
        """Put the focus on a finding, or on what can be done when there is none."""
        target: QWidget | None = (
            self.rows[min(at, len(self.rows) - 1)] if self.rows else self._print
        )
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if not self.isVisible() and self._findings is not None:
            return
        self.remarks.refresh()
        spelling().do_in_pauses(self, self._look_words_up())
        self._show_findings()

    def _look_words_up(self) -> Iterator[None]:
        """Find the unknown words of the plan in pauses; what was said of them stays until then."""
        found = None
        dictionary = spelling().dictionary
        if dictionary is not None and spelling().is_on:
            unknown = UnknownWords(self._open_plan.plan, dictionary)
            yield from unknown.search()
            found = unknown.finding()
        if found != self._spelling:
            self._spelling = found
            self._show_findings()

    def _show_findings(self) -> None:
        findings = [*self._open_plan.reading.findings]
        if self._spelling is not None:
            findings.append(self._spelling)
        if findings == self._findings:
            return
        self._findings = findings
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), -1)
        if at >= 0:
            self._keep_in_place()
        self._clear()
        self.set_subtitle(_summary(findings))
        self._next.setVisible(bool(findings))
        if not findings:
            self.content.addStretch(1)
            self._add(self._ready())
        for severity in SEVERITIES:
            group = [finding for finding in findings if finding.severity == severity]
            if group:
                self._add(self._group(severity, group))
        self.content.addStretch(1)
        if at >= 0:
            self._focus_row(at)

    def _keep_in_place(self) -> None:
        """As rows go, the focus would run down the others and scroll; they are made anew there."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        bar = self.scroll_area.verticalScrollBar()
        QTimer.singleShot(0, self, partial(bar.setValue, bar.value()))

    def _add(self, widget: QWidget) -> None:
        self.content.addWidget(widget)
        widget.show()  # the layout would only do so later, and what is hidden takes no focus

    def _clear(self) -> None:
        self.rows = []
        self._print = None
        while (item := self.content.takeAt(1)) is not None:  # the remarks stay
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _group(self, severity: str, findings: list[Finding]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(_heading(severity, len(findings)))
        line = QFrame()
        line.setProperty("panel", "line")
        column.addWidget(line)
        for finding in findings[:SHOWN_OF_EACH]:
            row = FindingRow(finding, self._open_plan.words)
            row.wanted.connect(self.go_to_finding)
            row.reached.connect(self.row_shown)
            row.step_wanted.connect(self._walk)
            self.rows.append(row)
            column.addWidget(row)
        if len(findings) > SHOWN_OF_EACH:
            more = len(findings) - SHOWN_OF_EACH
            words = f"Hay {more} más. Aparecerán aquí cuando corrija los primeros."
            rest = label(words, "grid", "text3")
            rest.setContentsMargins(44, 8, 0, 0)
            column.addWidget(rest)
        return group

    def _ready(self) -> EmptyState:
        plan = self._open_plan.plan
        counts = {
            "objective": len(plan.objectives),
            "goal": len(list(plan.goals())),
            "activity": len(list(plan.activities())),
        }
        noun = self._open_plan.words.noun
        said = ", ".join(noun(table).counted(count) for table, count in counts.items())
        state = EmptyState(
            "Listo para imprimir",
            f"{said}. No queda nada por corregir; si cambia algo y aparece una duda, "
            "se lo diremos aquí.",
            "done",
        )
        self._print = state.add_action(
            "Ir a Imprimir", lambda: self.go_to_step.emit("print"), icon="printer"
        )
        return state

    def _go_to_next(self) -> None:
        if self._findings:
            self.go_to_finding.emit(self._findings[0])

    def _walk(self, row: FindingRow, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.scroll_area.ensureWidgetVisible(self.rows[at], 0, 40)


def _heading(severity: str, count: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 4, 12, 8)
    row.setSpacing(10)
    row.addWidget(label(SEVERITIES[severity], "objective", wrap=False))
    row.addWidget(Badge(count, _TONES[severity]), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    row.addWidget(label(_ADVICE[severity], "grid", "text3", wrap=False))
    return row


def _summary(findings: list[Finding]) -> str:
    errors = sum(1 for finding in findings if finding.severity == "error")
    if errors == 1:
        return "Casi listo: falta una corrección."
    if errors:
        return f"Faltan {errors} correcciones."
    if findings:
        return "Puede imprimir cuando quiera. Queda algo que vale la pena mirar."
    return "Se revisa solo, mientras usted escribe."
