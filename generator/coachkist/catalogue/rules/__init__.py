"""The rules, one a file: what the shape of a single value cannot tell.

An entry rule looks at one entry and the vocabulary; its answer holds as long as those two do. A catalogue rule looks at
entries together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.catalogue.rules import (
    chapters,
    entry_ids,
    figures,
    glossary,
    list_ids,
    minutes,
    raw_words,
    references,
    relations,
    repeated_text,
    school,
    sheet_figures,
    sheets,
    sources,
    steps,
    summaries,
    tables,
    tokens,
    workbooks,
)
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem

EntryRule = Callable[[AnyLoaded, Words], Iterable[Problem]]
CatalogueRule = Callable[[Catalogue], Iterable[Problem]]

ENTRY_RULES: tuple[EntryRule, ...] = (
    list_ids.check,
    summaries.check,
    steps.check,
    minutes.check,
    tables.check,
    figures.check,
    sheets.check,
    tokens.check,
    raw_words.check,
)
"""What is asked of each entry by itself. These may look at its words, and at nothing else of the catalogue:
they are asked as soon as the entry is read, when others may not be there yet."""

CATALOGUE_RULES: tuple[CatalogueRule, ...] = (
    entry_ids.check,
    references.check,
    relations.check,
    chapters.check,
    workbooks.check,
    sheet_figures.check,
    sources.check,
    repeated_text.check,
    glossary.check,
    school.check,
)
"""What is asked of all entries together."""
