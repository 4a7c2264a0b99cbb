"""How easily an entry reads, as a figure. It informs and judges nothing: long words may be the right ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coachkist.language.syllables import count_syllables
from coachkist.language.text import Prose, count_words, sentences

_WORD = re.compile(r"[^\W\d_]+")
_ENDS_A_SENTENCE = re.compile(r"[.!?…][)\]'\"’”»]*\s*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in the whole sentences of one entry."""

    owner: str
    words: int
    sentences: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence."""
        return self.words / self.sentences

    @property
    def score(self) -> float:
        """The Flesch-Douma score: 90 and up for very easy text, 60 to 70 for ordinary, under 30 for very hard text."""
        return flesch_douma(self.words, self.sentences, self.syllables)


def flesch_douma(words: int, sentence_count: int, syllables: int) -> float:
    """206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence.

    Flesch's formula, fitted to Dutch by W.H. Douma in De leesbaarheid van landbouwbladen (Landbouwhogeschool
    Wageningen, 1960).
    """
    return 206.84 - 0.77 * (100 * syllables / words) - 0.93 * (words / sentence_count)


def readings(proses: Iterable[Prose]) -> list[Reading]:
    """One reading for each entry that has whole sentences, the hardest first."""
    whole: dict[str, list[str]] = {}
    for prose in proses:
        if prose.owner and (found := list(_whole_sentences(prose))):
            whole.setdefault(prose.owner, []).extend(found)
    result = [_reading(owner, found) for owner, found in whole.items()]
    return sorted(result, key=lambda reading: (reading.score, reading.owner))


def _whole_sentences(prose: Prose) -> Iterator[str]:
    """The sentences that end as one; a label or a bare list item says nothing about how a text reads."""
    for passage in prose.passages:
        for sentence in sentences(passage.shown):
            if _ENDS_A_SENTENCE.search(sentence) and count_words(sentence):
                yield sentence


def _reading(owner: str, whole: list[str]) -> Reading:
    syllables = sum(count_syllables(word) for sentence in whole for word in _WORD.findall(sentence))
    return Reading(owner, sum(map(count_words, whole)), len(whole), syllables)
