"""Spanish turns of phrase."""

import pytest

from poadesk.plan.phrases import counted, listed, plain, plain_singular, plural, quoted, spelled


def test_lists_are_joined_as_a_person_says_them():
    assert listed([]) == ""
    assert listed(["1.1"]) == "1.1"
    assert listed(["1.1", "1.2", "2.1"]) == "1.1, 1.2 y 2.1"
    assert listed(["padres", "hijos"]) == "padres e hijos"
    assert listed(["agua", "hielo"]) == "agua y hielo"
    assert listed(["uno", "“Informe”"]) == "uno e “Informe”"
    assert listed([str(n) for n in range(12)], most=3) == "0, 1, 2 y 9 más"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("llamada", "llamadas"),
        ("plan de pago", "planes de pago"),
        ("visita a empresas", "visitas a empresas"),
        ("metro cuadrado", "metros cuadrados"),
        ("reunión", "reuniones"),
        ("conciliación", "conciliaciones"),
        ("vez", "veces"),
        ("mes", "meses"),
        ("café", "cafés"),
        ("informes", "informes"),
        ("%", "%"),
        ("km", "km"),
        ("m2", "m2"),
        ("", ""),
    ],
)
def test_units_of_measure_have_a_plural(one, many):
    assert plural(one) == many


def test_a_quantity_agrees_with_its_unit():
    assert counted(1000, "aviso") == "1 aviso"
    assert counted(2_400_000, "aviso") == "2,400 avisos"
    assert counted(500, "km") == "0.5 km"
    assert counted(3000, "") == "3"


def test_small_counts_are_spelled():
    words = [spelled(n, feminine=True) for n in (0, 1, 2, 10, 11, 1200)]
    assert words == ["0", "una", "dos", "diez", "11", "1,200"]
    assert spelled(1) == "un"


def test_long_texts_are_quoted_up_to_a_word():
    assert quoted("Dos\n palabras") == "“Dos palabras”"
    assert quoted("palabra, " * 20) == "“" + ", ".join(["palabra"] * 7) + "…”"
    assert len(quoted("x" * 500)) == 73


def test_the_same_said_in_two_ways():
    assert plain("  Año NUEVO, ¡año!  ") == plain("ano nuevo ano")
    same = [("Informe", "informes"), ("capacitación", "Capacitaciones"), ("vez", "veces")]
    for one, other in same:
        assert plain_singular(one) == plain_singular(other)
    assert plain_singular("casa") != plain_singular("caso")
