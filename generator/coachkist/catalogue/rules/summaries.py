"""A summary fits on a card: at most 140 characters once the wording is filled in, and no markup."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.markup.inline import Text, Token, plain

MAX_SUMMARY = 140


def check(entry: AnyLoaded, words: Words) -> Iterator[Problem]:
    """Problems with the summary and the title of `entry`."""
    length = len(plain(words.wording.resolve(entry.value.summary.inlines)))
    if length > MAX_SUMMARY:
        yield entry.place(["summary"]).problem("summary-too-long", length=length, limit=MAX_SUMMARY)
    for field in ("title", "summary"):
        inlines = getattr(entry.value, field).inlines
        if not all(isinstance(inline, Text | Token) for inline in inlines):
            yield entry.place([field]).problem("plain-only", field=field)
