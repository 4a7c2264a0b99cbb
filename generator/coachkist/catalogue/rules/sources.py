"""The works an entry draws on stand in the list of sources."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Problem
from coachkist.model.workbook import Workbook


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with sources."""
    for entry in catalogue.entries():
        if isinstance(entry.value, Workbook):
            continue
        for position, source in enumerate(entry.value.sources):
            if source not in catalogue.sources:
                near = difflib.get_close_matches(source, catalogue.sources, n=1, cutoff=0.6)
                values = {"near": near[0]} if near else {}
                yield entry.place(["sources", position]).problem("source-unknown", id=source, **values)
