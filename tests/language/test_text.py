"""Sentences lose nothing, words are what a reader meets, and both know where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.language.text import Passage, Piece, Prose, count_words, sentences, spelled_words
from coachkist.source.nodes import Place, SourceFile

SENTENCE_BITS = st.sampled_from(
    [
        *(
            "Kijk",
            "dan",
            "bv",
            "d.w.z",
            "één",
            "’s",
            "Morgens",
            "B",
            "3",
            "‘",
            "’",
            "“",
            "”",
            "(",
            ")",
            ".",
            "?",
            "!",
            "…",
        ),
        *(" ", "  ", "\n", ":", ";", ",", "–", "-", "\0"),
    ]
)


@given(st.text())
def test_no_text_is_lost(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(st.lists(SENTENCE_BITS, max_size=40).map("".join))
def test_no_text_is_lost_around_quotes_and_full_stops(text: str) -> None:
    parts = sentences(text)
    assert "".join(parts) == text
    assert all(parts)
    assert sum(map(count_words, parts)) == count_words(text)


@given(st.lists(st.sampled_from(["Kijk goed", "Wat zie je", "Eén ding telt"]), min_size=1), st.sampled_from(".?!…"))
def test_every_sentence_is_found(parts: list[str], mark: str) -> None:
    assert len(sentences(" ".join(part + mark for part in parts))) == len(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kijk. Luister! Wat nu?", ["Kijk. ", "Luister! ", "Wat nu?"]),
        ("Zonder punt", ["Zonder punt"]),
        ("‘Wat nu?’ vraagt Nora. Niemand weet het.", ["‘Wat nu?’ vraagt Nora. ", "Niemand weet het."]),
        ("Ze zegt: ‘Kom. Nu.’ Hij komt.", ["Ze zegt: ‘Kom. ", "Nu.’ ", "Hij komt."]),
        ("Klaar. ’s Middags ook.", ["Klaar. ", "’s Middags ook."]),
        ("Neem iets mee, bv. Een boek.", ["Neem iets mee, bv. Een boek."]),
        ("Zie blz. 12 en nr. 3. Dan verder.", ["Zie blz. 12 en nr. 3. ", "Dan verder."]),
        ("Dit is d.w.z. Dat.", ["Dit is d.w.z. Dat."]),
        ("Boeken, kaarten enz. Daarna ruim je op.", ["Boeken, kaarten enz. ", "Daarna ruim je op."]),
        ("Links A, rechts B. Vertel dan.", ["Links A, rechts B. ", "Vertel dan."]),
        ("Om 10.30 uur. 87 lucifers.", ["Om 10.30 uur. ", "87 lucifers."]),
        ("Wacht … en kijk.", ["Wacht … en kijk."]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [("Kijk naar de klas.", 4), ("Links – rechts", 2), ("co-teaching en/of zo’n 87", 4), ("‘ … ’", 0), ("", 0)],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zo’n foto's, ‘collega’s’!", ["Zo'n", "foto's", "collega's"]),
        ("’s Morgens om 8u", ["'s", "Morgens", "om"]),
        ("co-teaching en/of voor- en nadelen", ["co-teaching", "en", "of", "voor", "en", "nadelen"]),
        ("de 3e keer, A4 of 10-jarigen, 5 x", ["de", "keer", "of"]),
        ("mail naar iemand@school.be of zie https://a.be/b en content/words.txt", ["mail", "naar", "of", "zie", "en"]),
        ("typ --root en led_by in methods/", ["typ", "en", "in"]),
        ("Jens’ klas (video)dagboek", ["Jens", "klas", "video", "dagboek"]),
    ],
)
def test_words_to_spell(text: str, expected: list[str]) -> None:
    found = list(spelled_words(Passage((Piece(text, text),))))
    assert [word for _, word in found] == expected
    assert all(text[at:].replace("’", "'").startswith(word) for at, word in found)


def test_what_is_no_prose_is_not_spelled_but_does_count() -> None:
    passage = Passage((Piece("Lees ", "Lees "), Piece("Critical friend", "[[x]]", prose=False), Piece(".", ".")))
    assert [word for _, word in spelled_words(passage)] == ["Lees"]
    assert count_words(passage.shown) == 3


FILE = (
    "do: >\n  Kijk naar\n  {de leerkracht} en de **leer**stof,\n  met de [[de|leerkrachten]]team. ‘Goed’ zegt de juf.\n"
)
PIECES = (
    Piece("Kijk naar ", "Kijk naar "),
    Piece("de leraar", "{de leerkracht}"),
    Piece(" en de ", " en de "),
    Piece("leer", "leer"),
    Piece("stof, met de ", "stof, met de "),
    Piece("", "[[de"),
    Piece("leerkrachten", "leerkrachten"),
    Piece("team. ‘Goed’ zegt de juf.", "team. ‘Goed’ zegt de juf."),
)


@pytest.mark.parametrize(
    ("word", "line", "column"),
    [
        *(("Kijk", 2, 3), ("de leraar", 3, 3), ("leraar", 3, 3), ("leerstof", 3, 27)),
        *(("leerkrachten", 4, 15), ("‘Goed", 4, 36), ("juf", 4, 50)),
    ],
)
def test_every_word_knows_its_place(word: str, line: int, column: int) -> None:
    place = Place(SourceFile.of("x.yml", FILE), 1, 5, 4, len(FILE))
    prose = Prose((Passage(PIECES),), place, "do")
    found = prose.place_of(0, prose.passages[0].shown.index(word))
    assert (found.line, found.column) == (line, column)


def test_a_word_that_cannot_be_found_stands_where_its_text_does() -> None:
    place = Place(SourceFile.of("x.yml", 'title: "A\\u00e9 ook"'), 1, 8, 7, 20)
    prose = Prose((Passage((Piece("Aé ook", "Aé ook"),)),), place, "title")
    assert prose.place_of(0, 0) == place
    assert prose.place_of(0, 3).column == 17
