"""The alerts of a report: what its readers should know before trusting it, each with a jump."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from poadesk.plan.folding import folded
from poadesk.plan.profiles import Profile
from poadesk.plan.review import SEVERITIES, Finding
from poadesk.widgets.chips import Badge
from poadesk.widgets.finding_row import FindingRow
from poadesk.widgets.labels import label
from poadesk.widgets.scrolled_page import ScrolledPage

SHOWN = 60  # more than anybody reads at once; the words of the filter find the others
_TONES = {"error": "bad", "warning": "warning", "hint": "info"}


class AlertsPage(ScrolledPage):
    """`wanted` carries the finding whose field the person wants to see."""

    wanted = Signal(object)

    def __init__(self, words: Profile) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[Sequence[Finding], str] | None = None
        self.rows: list[FindingRow] = []
        self.setAccessibleName("Alertas")
        self.column.setContentsMargins(12, 8, 12, 24)
        self.column.setSpacing(0)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_alerts(self, alerts: Sequence[Finding], words: str) -> None:
        """Show the alerts that hold all the words."""
        if self._shown == (alerts, words):
            return
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), -1)
        self._shown = alerts, words
        self._clear()
        parts = folded(words).split()
        found = [one for one in alerts if all(part in _said(one) for part in parts)]
        for severity in SEVERITIES:
            group = [one for one in found if one.severity == severity]
            if group:
                self._add_group(severity, group)
        if not found:
            none = "Ninguna alerta tiene esas palabras." if alerts else "No hay ninguna alerta."
            self.column.addWidget(_padded(none))
        if at >= 0:
            self.focus_row(at)

    def focus_row(self, at: int = 0) -> None:
        """Put the focus on an alert, if there is any."""
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_group(self, severity: str, group: list[Finding]) -> None:
        head = QWidget()
        row = _in_a_row(label(SEVERITIES[severity], "objective", wrap=False))
        row.addWidget(Badge(len(group), _TONES[severity]), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        head.setLayout(row)
        self.column.addWidget(head)
        for finding in group[:SHOWN]:
            one = FindingRow(finding, self._words)
            one.wanted.connect(self.wanted)
            one.step_wanted.connect(self._walk)
            self.rows.append(one)
            self.column.addWidget(one)
            one.show()
        if len(group) > SHOWN:
            words = f"Hay {len(group) - SHOWN} más. Escriba arriba parte de lo que busca."
            self.column.addWidget(_padded(words))

    def _clear(self) -> None:
        self.rows = []
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _walk(self, row: FindingRow, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.rows[at], 0, 40)


def _said(finding: Finding) -> str:
    return folded(f"{finding.number} {finding.message} {finding.reason}")


def _padded(words: str) -> QWidget:
    result = label(words, "grid", "text2")
    result.setContentsMargins(12, 12, 12, 0)
    return result


def _in_a_row(first: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 12, 12, 8)
    row.setSpacing(10)
    row.addWidget(first)
    return row
