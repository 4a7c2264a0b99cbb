"""Every row of a table has as many cells as its header."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.model.pieces import DataTable
from coachkist.model.sheet import Sheet
from coachkist.model.sheet_reading import TableBlock
from coachkist.model.theory import Chapter
from coachkist.model.workbook import Workbook
from coachkist.source.nodes import Path


def check(entry: AnyLoaded, _words: Words) -> Iterator[Problem]:
    """Problems with the shape of tables."""
    for path, table in _tables(entry):
        for position, row in enumerate(table.rows):
            if len(row.cells) != len(table.header):
                place = entry.place([*path, "rows", position, "cells"])
                yield place.problem("table-width", cells=len(row.cells), header=len(table.header), id=row.id)


def _tables(entry: AnyLoaded) -> Iterator[tuple[Path, DataTable | TableBlock]]:
    """Every table of `entry`, with where it stands."""
    value = entry.value
    if isinstance(value, Workbook):
        return
    if isinstance(value, Sheet):
        yield from ((("blocks", at), block) for at, block in enumerate(value.blocks) if isinstance(block, TableBlock))
        return
    if isinstance(value, Chapter):
        for at, section in enumerate(value.sections):
            yield from ((("sections", at, "tables", number), table) for number, table in enumerate(section.tables))
    else:
        yield from ((("tables", number), table) for number, table in enumerate(value.tables))
