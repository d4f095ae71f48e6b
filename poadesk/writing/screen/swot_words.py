"""What the four quadrants of the FODA say."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What one quadrant says: `question` and `example` while nothing is written in it."""

    letter: str
    title: str
    meaning: str
    add: str
    question: str
    example: str


WORDS = {
    "strength": Words(
        "F",
        "Fortalezas",
        "Lo que la unidad hace bien",
        "Agregar fortaleza",
        "¿En qué trabaja bien la unidad?",
        "Ej.: el personal conoce a los contribuyentes",
    ),
    "opportunity": Words(
        "O",
        "Oportunidades",
        "Lo que afuera le ayuda",
        "Agregar oportunidad",
        "¿Qué pasa afuera que le conviene?",
        "Ej.: un ministerio ofrece capacitación gratuita",
    ),
    "weakness": Words(
        "D",
        "Debilidades",
        "Lo que a la unidad le falta",
        "Agregar debilidad",
        "¿Qué le falta o qué deja a medias?",
        "Ej.: nadie atiende el archivo",
    ),
    "threat": Words(
        "A",
        "Amenazas",
        "Lo que afuera puede afectarla",
        "Agregar amenaza",
        "¿Qué puede complicarle el año desde afuera?",
        "Ej.: lluvias que cierran los caminos",
    ),
}
