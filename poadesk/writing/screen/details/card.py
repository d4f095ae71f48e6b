"""Card that says what a goal, an activity or an indicator is, with a good and a poor example."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from poadesk.plan.profiles import PROFILES, Profile
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme


@dataclass(frozen=True, slots=True)
class Advice:
    """What a row is, in a question and its answer, with a good and a poor example."""

    question: str
    answer: str
    good: str
    poor: str
    why_poor: str


OBJECTIVE = Advice(
    "¿Qué es un objetivo?",
    "El cambio que la unidad quiere lograr en el año, y para quién.",
    "“Que siete de cada diez vecinos paguen sus tasas a tiempo.”",
    "“Trabajar en cobros.”",
    "No dice qué va a cambiar.",
)
GOAL = Advice(
    "¿Qué es una meta?",
    "Cuánto se logrará, de qué y para cuándo. Con ella se sabe si el objetivo avanza.",
    "“Firmar 150 planes de pago antes de octubre.”",
    "“Firmar más planes de pago.”",
    "No dice cuántos ni para cuándo.",
)
ACTIVITY = Advice(
    "¿Qué es una actividad?",
    "Lo que alguien hace, con un resultado que se puede contar.",
    "“Visitar 40 negocios al mes y dejar el estado de cuenta firmado.”",
    "“Dar seguimiento.”",
    "No dice qué se hace ni cuánto.",
)
STRATEGIC_LINE = Advice(
    "¿Qué es una línea estratégica?",
    "Un rumbo que la municipalidad ya fijó para varios años. Cópiela tal como está en su fuente.",
    "“Servicios públicos que llegan a cada cantón.”",
    "“Comprar un camión recolector.”",
    "Es un recurso, no un rumbo.",
)
RESOURCE = Advice(
    "¿Qué es un recurso?",
    "Lo que hace falta para cumplir la meta. Con cantidad y costo de cada uno, el total sale solo.",
    "“Papel de seguridad (resmas)”, 12, a 9.50 cada una.",
    "“Recursos varios.”",
    "No dice qué comprar ni cuánto.",
)
INDICATOR = Advice(
    "¿Qué es un indicador?",
    "Lo que se mide para saber si la meta se cumplió, con papeles que la oficina ya guarda.",
    "“Partidas entregadas el mismo día, de cada cien pedidas.”",
    "“Mejor atención.”",
    "No dice qué se cuenta.",
)
_BY_TABLE = {
    "objective": OBJECTIVE,
    "goal": GOAL,
    "activity": ACTIVITY,
    "strategic_line": STRATEGIC_LINE,
    "resource": RESOURCE,
    "indicator": INDICATOR,
}
_POI = {
    "objective": Advice(
        "¿Qué es un objetivo estratégico (OEI)?",
        "Lo que la municipalidad quiere que mejore para su población. Viene del PEI, con su "
        "código: cópielo tal como está.",
        "“Elevar el cumplimiento tributario de los vecinos.”",
        "“Comprar computadoras para Rentas.”",
        "Es un recurso, no una mejora para la población.",
    ),
    "goal": Advice(
        "¿Qué es una acción estratégica (AEI)?",
        "El bien o el servicio que se entrega para cumplir el objetivo estratégico (OEI). "
        "También viene del PEI.",
        "“Orientación tributaria oportuna a los contribuyentes.”",
        "“Mejorar la gestión.”",
        "No dice qué se entrega ni quién lo recibe.",
    ),
    "activity": Advice(
        "¿Qué es una actividad operativa (AO)?",
        "Lo que hace un centro de costo para entregar la acción estratégica (AEI), con una "
        "unidad de medida y su cantidad de cada mes.",
        "“Notificación de órdenes de pago”, 1,200 notificaciones al año.",
        "“Otras labores que se encarguen.”",
        "No se puede medir.",
    ),
    "resource": replace(
        RESOURCE,
        answer="Lo que hace falta para cumplir la acción estratégica. Con cantidad y costo de "
        "cada uno, el total sale solo.",
    ),
    "indicator": replace(
        INDICATOR,
        answer="Lo que se mide para saber si la acción estratégica se cumplió, con papeles que "
        "la oficina ya guarda.",
    ),
}


def advice_on(table: str, words: Profile) -> Advice:
    """Return what is said about the rows of a table in a kind of plan."""
    own = _POI if words is PROFILES["poi"] else {}
    return own.get(table, _BY_TABLE[table])


class AdviceCard(QFrame):
    """Shows an advice; it is only read."""

    def __init__(self, advice: Advice) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._signs: list[tuple[QLabel, str, str]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(self._line("bulb", "accent", advice.question, "strong", "text"))
        layout.addWidget(label(advice.answer, "grid", "text2"))
        layout.addLayout(self._line("check", "ok_sign", advice.good, "grid", "text2"))
        poor = f"{advice.poor} {advice.why_poor}"
        layout.addLayout(self._line("close", "bad_sign", poor, "grid", "text2"))
        self._dress()
        theme().changed.connect(self._dress)

    def _line(self, icon: str, token: str, words: str, role: str, color: str) -> QHBoxLayout:
        sign = picture()
        self._signs.append((sign, icon, token))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, role, color), 1)
        return line

    def _dress(self) -> None:
        for sign, icon, token in self._signs:
            sign.setPixmap(pixmap(icon, token, 16, self.devicePixelRatioF()))
