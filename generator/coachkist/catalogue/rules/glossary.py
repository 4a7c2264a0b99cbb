"""The vocabulary keeps to the rules for texts: ids once in a list, known tokens, no raw words."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.rules.list_ids import repeated
from coachkist.catalogue.rules.raw_words import raw
from coachkist.catalogue.rules.tokens import unknown
from coachkist.diagnostics import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with the glossary."""
    yield from repeated(catalogue.vocabulary_tree.node)
    yield from unknown(catalogue.glossary_texts(), catalogue.wording)
    found = raw(catalogue.glossary_texts(), catalogue.vocabulary)
    yield from (problem for problem in found if not catalogue.own(problem.span.file))
