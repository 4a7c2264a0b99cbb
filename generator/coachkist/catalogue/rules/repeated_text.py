"""No two methods say the same in the same field: a text that fits everywhere says nothing anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.texts import PlacedText
from coachkist.diagnostics import Problem

SHORT = 25
"""Characters up to which a text may stand in two entries, such as `een stopwatch` in a list of material."""

NAMES = frozenset({"title", "header", "label"})
"""Fields that name something; two tables may well have the same heading."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with texts that stand in two entries or twice in one."""
    seen: dict[tuple[str, str], PlacedText] = {}
    for entry in (*catalogue.methods.values(), *catalogue.models.values(), *catalogue.tips.values()):
        for key, item in entry.words:
            if len(key[1]) > SHORT and (first := seen.setdefault(key, item)) is not item and not _is_name(item):
                file, line = first.place.file.name, first.place.line
                yield item.place.problem("text-repeated", file=file, line=line)


def _is_name(item: PlacedText) -> bool:
    return item.field.rpartition(".")[2] in NAMES
