"""`[[id]]` in a text refers to an entry that exists, and not to itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.texts import references_in
from coachkist.diagnostics import Problem, near
from coachkist.source.nodes import Place
from coachkist.source.tree import Spot


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with references in running text."""
    in_entries = (found for entry in catalogue.entries() for found in entry.gist.references)
    for item, reference in chain(in_entries, references_in(catalogue.glossary_texts())):
        if reference.target == item.owner:
            yield item.place.within("[[" + reference.target).problem("reference-self", id=reference.target)
        elif not catalogue.knows(reference.target):
            yield from unknown_entry(catalogue, item.place.within("[[" + reference.target), reference.target)


def unknown_entry(catalogue: Catalogue, place: Place | Spot, target: str) -> Iterator[Problem]:
    """A problem at `place` where no entry is called `target`, with the nearest id that does exist."""
    if catalogue.knows(target):
        return
    yield place.problem("reference-unknown", id=target, **near(target, catalogue.by_id))
