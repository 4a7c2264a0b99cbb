"""No two methods say the same in the same field: a text that fits everywhere says nothing anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.texts import PlacedText, fingerprint
from coachkist.diagnostics import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with texts that stand in two entries or twice in one."""
    entries = (*catalogue.methods.values(), *catalogue.models.values(), *catalogue.tips.values())
    once: set[int] = set()
    twice: set[int] = set()
    for entry in entries:
        for number in entry.gist.prints:
            (twice if number in once else once).add(number)
    seen: dict[tuple[str, str], PlacedText] = {}
    for entry in entries if twice else ():
        # Most entries have nothing to do with it, and their texts need not be looked at.
        if not twice.isdisjoint(entry.gist.prints):
            yield from _repeated(entry.texts, seen)


def _repeated(texts: Iterable[PlacedText], seen: dict[tuple[str, str], PlacedText]) -> Iterator[Problem]:
    for item in texts:
        key = fingerprint(item)
        if key is not None and (first := seen.setdefault(key, item)) is not item:
            place = first.place.place
            yield item.place.problem("text-repeated", file=place.file.name, line=place.line)
