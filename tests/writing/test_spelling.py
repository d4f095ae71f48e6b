"""The dictionary on words as municipal offices write them, right and wrong."""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path

import pytest

from poadesk.plan.beginning import empty_plan
from poadesk.resources import resource
from poadesk.writing.example import example_plan
from poadesk.writing.spelling import MOST_SUGGESTIONS, Dictionary
from poadesk.writing.spelling_review import UnknownWords, long_texts

RIGHT = """
planificación capacitación cronograma morosidad catastro recaudación inmuebles contribuyentes
notificar notificadores tributación exoneración georreferenciación reprogramar recepcionar
mancomunidad colecturía resmas citatorios concientizar autoavalúos predial arbitrios saneamiento
concejo alcaldía municipalidad costo-beneficio técnico-administrativo fortalecimiento seguimiento
señalización sensibilización verificación solvencias caseríos cantones digitalización
"""

WRONG = {
    "constansia": "constancia",
    "re-programar": "reprogramar",
    "planificasión": "planificación",
    "recaudasion": "recaudación",
    "Recaudasion": "Recaudación",
    "munisipalidad": "municipalidad",
    "contribullentes": "contribuyentes",
    "analisis": "análisis",
    "espediente": "expediente",
    "inportante": "importante",
    "proibir": "prohibir",
    "seguimeinto": "seguimiento",
    "notificacion": "notificación",
    "desarroyo": "desarrollo",
    "enel": "en el",
    "catstro": "catastro",
    "Seguimeinto": "Seguimiento",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    dictionary = Dictionary(resource("dictionary"), tmp_path_factory.mktemp("own") / "none.txt")
    dictionary.load()
    return dictionary


@pytest.fixture
def own_words(loaded, tmp_path):
    """The file of a person who has not added any word yet."""
    path = tmp_path / "folder of its own" / "words.txt"
    loaded.use_own_words(path)
    return path


def unknown(dictionary: Dictionary, text: str) -> list[str]:
    return [text[start:end] for start, end in dictionary.unknown_words(text)]


@pytest.mark.parametrize("word", RIGHT.split())
def test_words_of_a_municipality_are_known(loaded, word):
    assert unknown(loaded, f"Revisar {word}.") == []
    assert unknown(loaded, word.capitalize()) == []


@pytest.mark.parametrize("word", WRONG)
def test_mistakes_are_found_and_the_right_word_is_offered(loaded, word):
    assert unknown(loaded, f"El {word}, hoy") == [word]
    suggestions = loaded.suggestions(word)
    assert WRONG[word] in suggestions[:2]
    assert len(suggestions) <= MOST_SUGGESTIONS


@pytest.mark.parametrize(
    "text",
    [
        "POA 2027, FODA, UATM, ONGs y TICs",
        "2,400 avisos, 1ra. etapa, m2, A4, COVID-19, 12.5 % y $3,000.00",
        "escriba a catastro@xyzw.gob.sv o vea www.xyzw.gob.sv/tramitez",
        "https://xyzw.example/pajina y planilya.xlsx",
        "incisos ii), iii) y iv), de a) a c)",
        "eGov, PowerPoint y SmartGIS",
        "Ilobasco, Usulután, Quezaltepeque y doña Xiomara Sorto",
        "Lic. Pérez, Licda. Molina, Ing. Cruz y Arq. Vega, de ene. a dic.",
        "los/as vecinos(as), actividad(es) y/o metas",
        "",
        "   \n\t ",
        "…—“”¿?¡!",
    ],
)
def test_figures_acronyms_addresses_and_names_are_left_alone(loaded, text):
    assert unknown(loaded, text) == []


def test_the_place_of_a_word_is_counted_in_characters(loaded):
    text = "🏛️ La 🏛️ constansia"
    [(start, end)] = loaded.unknown_words(text)
    assert text[start:end] == "constansia"


def test_accents_written_apart_from_their_letters_are_read_as_one(loaded):
    assert unknown(loaded, "recaudacio\u0301n") == []
    assert unknown(loaded, "constansio\u0301n") == ["constansio\u0301n"]


def test_a_word_without_anything_near_it_has_no_suggestions(loaded):
    assert loaded.suggestions("xqzwkjx") == []


def test_a_word_of_ones_own_is_known_at_once_and_the_next_day(loaded, own_words):
    assert unknown(loaded, "El xilote y el Xilote") == ["xilote"]
    loaded.add("xilote")
    assert unknown(loaded, "El xilote y el Xilote") == []
    assert own_words.read_text(encoding="utf-8") == "xilote\n"
    next_day = Dictionary(resource("dictionary"), own_words)
    next_day.load()
    assert unknown(next_day, "El xilote y el xilotee") == ["xilotee"]


def test_words_of_ones_own_may_be_written_by_hand(loaded, own_words):
    own_words.parent.mkdir()
    own_words.write_text("\n Atolada \n\nÑandutí\n", encoding="utf-8")
    loaded.use_own_words(own_words)
    assert unknown(loaded, "una atolada de ñandutí") == []


def test_a_file_of_own_words_that_cannot_be_read_does_no_harm(loaded, own_words, caplog):
    own_words.parent.mkdir()
    own_words.write_bytes(b"\xff\xfe\x00broken")
    loaded.use_own_words(own_words)
    assert unknown(loaded, "constansia") == ["constansia"]
    assert len(caplog.records) == 1


def test_a_word_that_cannot_be_kept_holds_until_the_end_of_the_day(loaded, tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    loaded.use_own_words(tmp_path / "file" / "words.txt")
    loaded.add("xilote")
    assert unknown(loaded, "xilote") == []
    assert "a word was not kept" in caplog.text


@pytest.mark.parametrize("missing", ["es.aff", "es.dic", "municipal.txt"])
def test_without_a_dictionary_nothing_is_marked_and_one_sentence_is_logged(
    tmp_path, caplog, missing
):
    folder = tmp_path / "dictionary"
    shutil.copytree(resource("dictionary"), folder)
    (folder / missing).unlink()
    dictionary = Dictionary(folder, tmp_path / "words.txt")
    with caplog.at_level(logging.WARNING, "poadesk"):
        dictionary.load()
    assert not dictionary.is_loaded
    assert unknown(dictionary, "constansia") == []
    assert dictionary.suggestions("constansia") == []
    assert len(caplog.records) == 1


def test_the_dictionary_stands_beside_its_licences():
    names = {path.name for path in resource("dictionary").iterdir()}
    assert {"es.aff", "es.dic", "README.md", "LICENSE-MPL-1.1.txt"} <= names


def test_the_example_plan_is_written_without_mistakes(loaded, own_words):
    search = UnknownWords(example_plan(), loaded)
    assert len(list(search.search())) > 50
    assert search.finding() is None


def test_revisar_counts_the_unknown_words_of_a_plan_and_goes_to_the_first(loaded, own_words):
    plan = empty_plan("poa", "2027-01")
    kept = {field: getattr(plan, field) for field in ("introduction", "general_objective")}
    assert set(kept) == set(long_texts("plan"))
    plan = type(plan)(
        id=plan.id,
        introduction="La constansia de pago.",
        general_objective="Aser la constansia y el analisis.",
        responsible="Xwyz Qwrt",
    )
    search = UnknownWords(plan, loaded)
    list(search.search())
    finding = search.finding()
    assert finding is not None
    assert finding.message == "Hay 3 palabras que el diccionario no conoce."
    assert finding.reason.startswith("“constansia”, “Aser” y “analisis”.")
    assert (finding.step, finding.id, finding.field) == ("general", plan.id, "introduction")
    assert finding.severity == "hint"


def test_one_unknown_word_is_spoken_of_in_singular(loaded, own_words):
    search = UnknownWords(
        type(example_plan())(id="one", general_objective="Dar constansia."), loaded
    )
    list(search.search())
    finding = search.finding()
    assert finding is not None
    assert finding.message == "Hay una palabra que el diccionario no conoce."
    assert "Corríjala" in finding.reason


def test_real_plans_are_hardly_marked_at_all(loaded, own_words):
    seed = Path(__file__).parents[3] / "shared" / "seeds" / "poa_cuscatancingo_2018.json"
    if not seed.exists():
        pytest.skip("the real plans are not here")
    texts = [text for text in _texts(json.loads(seed.read_text(encoding="utf-8"))) if " " in text]
    marked = {word for text in texts for word in unknown(loaded, text)}
    assert sum(len(text.split()) for text in texts) > 800
    assert "fotocopidora" in marked  # a mistake of the original
    assert len(marked) <= 5


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
