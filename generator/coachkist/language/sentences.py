"""Sentence length: what is read aloud or at a glance stays shorter than what is read at one's desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from coachkist.diagnostics import Problem, Severity
from coachkist.language.prose import PAGE_FIELD
from coachkist.language.text import Passage, Prose, count_words, sentences

DEFAULT_LIMIT = 25
"""Words: what a busy reader takes in at one go. Holds for what is said aloud, glanced at or ticked off."""

LIMITS: Mapping[str, int] = {
    # Read at a desk, in a paragraph that helps along: a subordinate clause more does no harm there.
    "goal": 28,
    "intro": 28,
    # An instruction may name who, what and with what in one breath.
    "do": 28,
    # A story has room for what happened and why.
    "example": 28,
    # Whoever reads a page of explanation has sat down for it.
    PAGE_FIELD: 28,
}
"""Words that a sentence may have at most, by the last part of the field's name; other fields: `DEFAULT_LIMIT`."""


def limit_of(field: str) -> int:
    """Words that a sentence in `field`, such as `variants.steps.do`, may have at most."""
    return LIMITS.get(field.rpartition(".")[2], DEFAULT_LIMIT)


def check(proses: Iterable[Prose]) -> Iterator[Problem]:
    """A warning for each sentence that is too long; every item of a list counts by itself."""
    for prose in proses:
        limit = limit_of(prose.field)
        for number, passage in enumerate(prose.passages):
            for at, words in _longer(passage, limit):
                problem = prose.place_of(number, at).problem("sentence-too-long", words=words, limit=limit)
                yield replace(problem, severity=Severity.WARNING)


def _longer(passage: Passage, limit: int) -> Iterator[tuple[int, int]]:
    """Where each sentence over `limit` begins in `passage`, and how many words it has."""
    at = 0
    for sentence in sentences(passage.shown):
        if (words := count_words(sentence)) > limit:
            yield at, words
        at += len(sentence)
