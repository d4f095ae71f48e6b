"""A list that a person copied from a document: its lines without the marks before them."""

import pytest

from poadesk.plan.pasted_list import lines_of


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("•\tSolo hay un equipo\n•\tNo hay vehículo\n", ["Solo hay un equipo", "No hay vehículo"]),
        ("- uno\r\n– dos\r\n\r\n* tres", ["uno", "dos", "tres"]),
        ("1. Uno\n2. Dos\n10) Diez", ["Uno", "Dos", "Diez"]),
        ("1.1\tVisitar\n1.2\tLlamar", ["Visitar", "Llamar"]),
        ("a) Uno\nb) Dos", ["Uno", "Dos"]),
        ("\uf0b7\tUno\no\tDos", ["Uno", "Dos"]),
        ("  Uno   y medio \n\n Dos", ["Uno y medio", "Dos"]),
        ("1.5 toneladas de basura\nDos camiones", ["1.5 toneladas de basura", "Dos camiones"]),
        ("2,400 avisos\n12 talleres", ["2,400 avisos", "12 talleres"]),
        ("oficios entregados\notros", ["oficios entregados", "otros"]),
        ("•\n-\n", []),
        ("", []),
    ],
)
def test_each_line_is_an_entry_without_its_mark(pasted, lines):
    assert lines_of(pasted) == lines
