"""Spelling: every word is known to hunspell's Dutch dictionary or to the project's own word list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path

from coachkist.diagnostics import Problem, Severity
from coachkist.language.hunspell import unknown_words
from coachkist.language.near import suggestions
from coachkist.language.text import Prose, spelled_words
from coachkist.source.strings import base_root
from coachkist.source.text import read_source

WORD_LIST = "content/words.txt"
"""Words that no dictionary has: one on each line, `#` before what is explained."""

MOST_SUGGESTIONS = 30
"""Each takes some hundred questions to hunspell. Who has more mistakes mends the first ones and looks again."""

_STRESS = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
"""Accents that only say it louder: jíj, dóén."""


def check(proses: Iterable[Prose], listed: Set[str]) -> list[Problem]:
    """A warning for each unknown word, once in a text; raises SpellerMissingError."""
    texts = [(prose, _first_places(prose)) for prose in proses]
    asked = list(dict.fromkeys(word for _, words in texts for word in words))
    unknown = unknown_words(form for word in asked for forms in _readings(word) for form in forms)

    def known(form: str) -> bool:
        return form not in unknown or _in_list(form, listed)

    wrong = [word for word in asked if not _right(word, known)]
    mistakes = set(wrong)
    near = suggestions(wrong[:MOST_SUGGESTIONS], set(asked) - mistakes, unknown_words)
    return [
        _problem(prose, *place, word, near.get(word, ""))
        for prose, words in texts
        for word, place in words.items()
        if word in mistakes
    ]


def word_list(root: Path, *layers: Path) -> frozenset[str]:
    """The words of the base catalogue, those of the project at `root`, and those of a school's `layers`."""
    return frozenset(word for folder in {base_root(), root, *layers} for word in read_words(folder / WORD_LIST))


def read_words(path: Path) -> Iterator[str]:
    """The words of the list at `path`, apostrophes made straight; none where there is no such file."""
    source, _ = read_source(path, WORD_LIST) if path.is_file() else (None, [])
    for line in source.lines if source is not None else ():
        if word := line.partition("#")[0].strip():
            yield word.replace("’", "'")


def _first_places(prose: Prose) -> dict[str, tuple[int, int]]:
    """Each word of a text with the passage and the position of its first time."""
    places: dict[str, tuple[int, int]] = {}
    for number, passage in enumerate(prose.passages):
        for at, word in spelled_words(passage):
            places.setdefault(word, (number, at))
    return places


def _readings(word: str) -> Iterator[list[str]]:
    """The ways in which `word` may be right: as it is, as parts with hyphens between them, or without its stress."""
    yield [word]
    yield [part for part in word.split("-") if len(part) > 1]
    yield [word.translate(_STRESS)]


def _right(word: str, known: Callable[[str], bool]) -> bool:
    return any(forms and all(map(known, forms)) for forms in _readings(word))


def _in_list(word: str, listed: Set[str]) -> bool:
    """Whether the list has `word`: as it is, without the capital that begins a sentence, or without `'s`."""
    small = word[0].lower() + word[1:]
    return any(form in listed or form.removesuffix("'s") in listed for form in (word, small))


def _problem(prose: Prose, passage: int, at: int, word: str, near: str) -> Problem:
    values = {"word": word, "near": near} if near else {"word": word}
    problem = prose.place_of(passage, at).problem("spelling", **values)
    return replace(problem, severity=Severity.WARNING)
