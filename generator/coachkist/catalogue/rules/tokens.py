"""A wording token between braces is one that the vocabulary knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.texts import PlacedText, inlines_of
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem, near
from coachkist.markup.inline import Token
from coachkist.markup.wording import Wording


def check(entry: AnyLoaded, words: Words) -> Iterator[Problem]:
    """Problems with unknown wording tokens in `entry`."""
    return unknown(entry.texts, words.wording)


def unknown(texts: Iterable[PlacedText], wording: Wording) -> Iterator[Problem]:
    """Problems with tokens in `texts` that `wording` does not have."""
    for item in texts:
        for inline in inlines_of(item.text) if "{" in item.text.source else ():
            if isinstance(inline, Token) and inline.name not in wording:
                place = item.place.within("{" + inline.name + "}")
                yield place.problem("token-unknown", token=inline.name, **near(inline.name, wording.tokens))
