"""Words that differ from school to school stand between braces, so that a school can put its own in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.catalogue.texts import PlacedText, inlines_of
from coachkist.diagnostics import Problem
from coachkist.markup.inline import Text
from coachkist.markup.phrases import any_phrase
from coachkist.model.reference import Vocabulary


def check(entry: AnyLoaded, catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with words in `entry` that should have been tokens; a school may write its own words as they are."""
    found = raw(entry.texts, catalogue.vocabulary)
    return (problem for problem in found if not catalogue.own(problem.span.file))


def raw(texts: Iterable[PlacedText], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Problems with raw words of `vocabulary` in `texts`."""
    token_for = {raw: _suggestion(word.forms, raw) for word in vocabulary.words for raw in word.raw}
    if not token_for:
        return
    pattern = re.compile(rf"(?<![\w{{-])(?:{any_phrase(token_for)})(?![\w-])", re.IGNORECASE)
    for item in texts:
        if pattern.search(item.text.source):
            yield from _found(item, pattern, token_for)


def _suggestion(forms: dict[str, str], raw: str) -> str:
    return raw if raw in forms else next(iter(forms))


def _found(item: PlacedText, pattern: re.Pattern[str], token_for: dict[str, str]) -> Iterator[Problem]:
    for inline in inlines_of(item.text):
        if isinstance(inline, Text):
            for found in pattern.finditer(inline.value):
                around = inline.value[max(0, found.start() - 12) : found.end()]
                place = item.place.within(around).within(found[0])
                token = token_for[found[0].lower()]
                shown = token.capitalize() if found[0][0].isupper() else token
                yield place.problem("raw-word", word=found[0], token=shown)
