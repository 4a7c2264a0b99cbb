"""The Flesch-Douma score, from counts and from texts."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.language.prose import catalogue_prose
from coachkist.language.readability import flesch_douma, readings
from coachkist.language.text import Passage, Piece, Prose
from coachkist.source.nodes import Place, SourceFile

NOWHERE = Place(SourceFile.of("x.yml", ""), 1, 1, 0, 0)


def prose(owner: str, *lines: str) -> Prose:
    return Prose(tuple(Passage((Piece(line, line),)) for line in lines), NOWHERE, "goal", owner)


def test_the_formula() -> None:
    # 150 syllables per 100 words and 10 words in a sentence: 206.84 − 115.5 − 9.3.
    assert flesch_douma(words=100, sentence_count=10, syllables=150) == pytest.approx(82.04)


def test_whole_sentences_are_counted_and_labels_are_not() -> None:
    (found,) = readings([prose("a", "Titel", "De klas kijkt. Wat zie je?", "een blad papier"), prose("a", "Nog een.")])
    assert (found.words, found.sentences, found.syllables) == (8, 3, 8)
    assert found.words_per_sentence == pytest.approx(8 / 3)
    assert found.score == pytest.approx(206.84 - 0.77 * 100 - 0.93 * 8 / 3)


def test_the_hardest_comes_first_and_what_has_no_sentence_is_left_out() -> None:
    easy, hard = prose("makkelijk", "Kijk en leer."), prose("lastig", "Verantwoordelijkheidsgevoel ontwikkelen.")
    assert [found.owner for found in readings([easy, prose("leeg", "Titel"), prose("", "Los."), hard])] == [
        "lastig",
        "makkelijk",
    ]


def test_every_method_of_the_real_catalogue_has_a_score(catalogue: Catalogue) -> None:
    found = readings(catalogue_prose(catalogue))
    assert set(catalogue.methods) <= {reading.owner for reading in found}
    assert all(30 < reading.score < 121 for reading in found)
