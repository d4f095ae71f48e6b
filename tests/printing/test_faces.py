"""The typefaces that travel with the program, and what becomes of odd characters."""

import pytest

from poadesk.plan.paper_letters import unprintable
from poadesk.printing import faces
from poadesk.resources import resource

SPANISH = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…•·º³²½€₡₲№×÷≥≤✓→←"


def test_every_face_travels_with_its_licence():
    for folder, count in (("plex", 9), ("dejavu", 1)):
        assert len(list(resource("fonts", folder).glob("*.ttf"))) == count
        assert resource("fonts", folder, "LICENSE.txt").stat().st_size > 1000


def test_a_resource_that_is_missing_says_which():
    with pytest.raises(FileNotFoundError, match=r"resources/fonts/none\.ttf"):
        resource("fonts", "none.ttf")


@pytest.mark.parametrize("face", [faces.REGULAR, faces.MEDIUM, faces.NARROW, faces.SEMIBOLD])
def test_every_face_has_the_characters_of_spanish(face):
    faces.register()
    assert faces.runs(SPANISH, face) == [(face, SPANISH)]


def test_a_text_is_split_where_the_face_lacks_a_character():
    faces.register()
    assert faces.runs("a ✔ b", faces.REGULAR) == [
        (faces.REGULAR, "a "),
        (faces.FALLBACK, "✔"),
        (faces.REGULAR, " b"),
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("a\x00b\x1bc", "abc"),
        ("a\u202eb\u2067c\ufeff", "abc"),
        ("n\u0303o e\u0301l", "ño él"),
        ("\uf0b7 uno ● dos ▪", "• uno • dos •"),
        ("a\tb", "a b"),
        ("a\r\nb\u2028c\x0bd", "a\nb\nc\nd"),
        ("a\ud800b", "a□b"),
        ("✔\ufe0f", "✔"),
        ("\n\nuno\n\ndos\n", "uno\n\ndos"),
    ],
)
def test_a_text_is_cleaned_for_paper(written, printed):
    assert faces.clean(written) == printed


def test_what_cannot_be_printed_is_known_before_printing():
    """The check of a plan reads the typeface by itself: it must say what the papers do."""
    faces.register()
    for char in map(chr, (*range(0x20, 0xD800), *range(0xE000, 0x30000))):
        printed = "".join(piece for _, piece in faces.runs(faces.clean(char), faces.REGULAR))
        is_lost = faces.MISSING in printed and char != faces.MISSING
        assert bool(unprintable(char)) == is_lost, ascii(char)
