"""The code of the file, and a field for the one on the signed paper: the same, or not."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Plan
from poadesk.plan.verification import as_code, verification_code
from poadesk.widgets.field_frame import LineField
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture

_WHOLE = 14  # letters of a code with its dashes


class CodeField(QWidget):
    """Says whether the signed paper and the file are the same."""

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self._plan: Plan | None = None
        self._own = label("", "grid", "text2")
        self.field = LineField("Código del papel firmado", "Código del papel firmado")
        self.field.textChanged.connect(lambda _: self._compare())
        self._sign = picture()
        self.answer = label("", "grid")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._own)
        column.addWidget(self.field)
        column.addLayout(row)

    def show_plan(self, plan: Plan) -> None:
        """Show the code of a plan; what was typed for another one goes."""
        if self._plan is None or self._plan.id != plan.id:
            self.field.clear()
        if plan is not self._plan:
            self._plan, self._code = plan, verification_code(plan)
        self._own.setText(f"Código del archivo: {self._code}")
        self._compare()

    def _compare(self) -> None:
        typed = as_code(self.field.text())
        if not typed:
            self._say("", "", "")
        elif typed == self._code:
            self._say("check", "ok", f"{typed} coincide: el papel y el archivo dicen lo mismo.")
        elif len(typed) < _WHOLE and self._code.startswith(typed):
            self._say("", "text2", "Siga escribiendo: por ahora coincide.")
        else:
            self._say("error", "bad", "No coincide: el papel firmado es de otra versión del plan.")

    def _say(self, sign: str, color: str, words: str) -> None:
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.setPixmap(pixmap(sign, color, 14, self.devicePixelRatioF()))
        self.answer.setVisible(bool(words))
        self.answer.setText(words)
        self.answer.set_color(color or "text")
        self.field.setAccessibleDescription(words)
