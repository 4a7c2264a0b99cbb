"""The works an entry draws on stand in the list of sources."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Problem, near
from coachkist.model.workbook import Workbook


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with sources."""
    for entry in catalogue.entries():
        if isinstance(entry.value, Workbook):
            continue
        for position, source in enumerate(entry.value.sources):
            if source not in catalogue.sources:
                place, values = entry.place(["sources", position]), near(source, catalogue.sources)
                yield place.problem("source-unknown", id=source, **values)
