"""Every row of a table has as many cells as its header."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.diagnostics import Problem
from coachkist.model.method import Method


def check(entry: AnyLoaded, _catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with the shape of tables."""
    if not isinstance(entry.value, Method):
        return
    for number, table in enumerate(entry.value.tables):
        for position, row in enumerate(table.rows):
            if len(row.cells) != len(table.header):
                place = entry.place(["tables", number, "rows", position, "cells"])
                yield place.problem("table-width", cells=len(row.cells), header=len(table.header), id=row.id)
