"""Which entry somebody meant who typed an id that there is not."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from coachkist.markup.inline import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coachkist.catalogue.catalogue import AnyLoaded, Catalogue

ALIKE = 0.75
"""From here on, two ids differ by a slip of the hand."""


def nearest(given: str, entries: Mapping[str, AnyLoaded], catalogue: Catalogue) -> str:
    """The id most like `given`, or else of the entry that has it in its title; empty where nothing comes near."""
    if slips := difflib.get_close_matches(given, entries, n=1, cutoff=ALIKE):
        return slips[0]
    words = given.casefold().replace("-", " ")
    for name, entry in entries.items():
        if words in plain(catalogue.wording.resolve(entry.value.title.inlines)).casefold():
            return name
    return "".join(difflib.get_close_matches(given, entries, n=1))
