"""What the fields of a POI are called, where the municipal POA calls them otherwise."""

from __future__ import annotations

from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FieldWords:
    """Label, help and example of a field; what is empty stays as it was declared."""

    label: str = ""
    help: str = ""
    example: str = ""


POI_FIELDS = {
    ("plan", "entity"): FieldWords(example="Municipalidad Distrital de …"),
    ("plan", "unit"): FieldWords("Unidad orgánica", example="Gerencia de Rentas"),
    ("plan", "unit_code"): FieldWords("Código de la unidad orgánica"),
    ("plan", "currency"): FieldWords(example="S/"),
    ("plan", "strategy_source"): FieldWords(example="Plan Estratégico Institucional 2025-2030"),
    ("objective", "code"): FieldWords(help="El que tiene en el PEI.", example="OEI.01"),
    ("objective", "text"): FieldWords(
        "Objetivo estratégico",
        "Qué debe mejorar para la población, como lo dice el PEI.",
        "Elevar el cumplimiento voluntario de los tributos del distrito",
    ),
    ("goal", "code"): FieldWords(help="El que tiene en el PEI.", example="AEI.01.01"),
    ("goal", "text"): FieldWords(
        "Acción estratégica",
        "El bien o el servicio que se entrega, cómo y a quién.",
        "Orientación tributaria continua para los contribuyentes del distrito",
    ),
    ("activity", "code"): FieldWords(
        help="El que le dio el aplicativo, o el de su oficina.", example="AOI00000100001"
    ),
    ("activity", "text"): FieldWords(
        "Actividad operativa", example="Atención de consultas en la plataforma tributaria"
    ),
    ("activity", "category"): FieldWords(
        "Actividad MEF", "La actividad del presupuesto a la que pertenece.", "Gestión de rentas"
    ),
    ("activity", "cost_centre"): FieldWords(
        help="La oficina que la realiza y la paga.", example="Subgerencia de Recaudación"
    ),
    ("activity", "unit_of_measure"): FieldWords(example="consulta"),
    ("activity", "responsible"): FieldWords(example="Orientadores de plataforma"),
}
